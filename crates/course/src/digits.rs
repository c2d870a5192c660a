//! Whole numbers as text. The standard library's formatting would be the only use of it in the pupil's download, and a
//! kilobyte of it.

/// `value` in tens, with a minus sign if it is below nought.
pub fn digits(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    [sign, &in_base(value.unsigned_abs(), 10)].concat()
}

/// `value` in tens.
pub fn decimal(value: u64) -> String {
    in_base(value, 10)
}

/// `value` in sixteens, as in colours and identifiers.
pub fn hex(value: u64) -> String {
    in_base(value, 16)
}

/// The number that `text` writes in this base, if it is one.
pub fn read(text: &str, base: u32) -> Option<u64> {
    u64::from_str_radix(text, base).ok()
}

fn in_base(mut value: u64, base: u64) -> String {
    let mut out = Vec::new();
    loop {
        out.push(b"0123456789abcdef"[(value % base) as usize]);
        value /= base;
        if value == 0 {
            break;
        }
    }
    out.reverse();
    out.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_writes_them(value: i64, large: u64) {
            prop_assert_eq!(digits(value), value.to_string());
            prop_assert_eq!(hex(large), format!("{large:x}"));
        }
    }
}
