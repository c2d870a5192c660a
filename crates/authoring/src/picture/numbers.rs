//! The numbers in an attribute, told apart as the reader of SVG does.

/// Each number as it is written, and which of an arc's seven it is.
pub(super) fn numbers(value: &str) -> Vec<(&str, Option<usize>)> {
    let mut numbers = Vec::new();
    let mut place = None;
    let mut at = 0;
    while let Some(&byte) = value.as_bytes().get(at) {
        let length = match place {
            // Flags may touch what follows them.
            Some(3 | 4) if byte.is_ascii_digit() => 1,
            _ => length(&value.as_bytes()[at..]),
        };
        if length > 0 {
            numbers.push((&value[at..at + length], place));
            place = place.map(|it| (it + 1) % 7);
        } else if byte.is_ascii_alphabetic() {
            place = matches!(byte, b'a' | b'A').then_some(0);
        }
        at += length.max(1);
    }
    numbers
}

/// How many bytes of these are a number, which needs no space before or after.
fn length(bytes: &[u8]) -> usize {
    let digits = |from: usize| bytes.iter().skip(from).take_while(|it| it.is_ascii_digit()).count();
    let sign = |at: usize| usize::from(matches!(bytes.get(at), Some(b'+' | b'-')));
    let whole = sign(0) + digits(sign(0));
    let point = usize::from(bytes.get(whole) == Some(&b'.'));
    let fraction = point * digits(whole + point);
    if whole - sign(0) + fraction == 0 {
        return 0;
    }
    let end = whole + point + fraction;
    let exponent = end + 1 + sign(end + 1);
    match (bytes.get(end), digits(exponent)) {
        (Some(b'e' | b'E'), power @ 1..) => exponent + power,
        _ => end,
    }
}

/// What follows the last digit of a length.
pub(super) fn unit(length: &str) -> &str {
    let length = length.trim();
    length.rfind(|it: char| it.is_ascii_digit() || it == '.').map_or(length, |at| &length[at + 1..])
}
