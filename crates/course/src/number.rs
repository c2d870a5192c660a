//! Reading a number as a pupil types it, in any script, and writing one as it is shown.

use crate::codec_enum;
use crate::digits::digits as digits_of;
use crate::item::fold;
use crate::rational::Rational;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 13
    Whole,
    /// 1.5
    Decimal,
    /// 3/4
    Fraction,
    /// 1 3/4
    Mixed,
    /// 7 r 2
    Remainder,
}

codec_enum!(Form { 0 => Whole, 1 => Decimal, 2 => Fraction, 3 => Mixed, 4 => Remainder });

/// A value that was read; with a remainder where one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The value, or the quotient.
    pub value: Rational,
    /// What a division left.
    pub remainder: Option<Rational>,
}

/// What `typed` can mean, with one of these units behind it or none: nothing if it is no number, two values where a
/// comma may be a decimal mark or set thousands apart.
pub fn read(typed: &str, units: &[String]) -> Vec<Amount> {
    let typed = normalise(typed);
    let text = without_unit(&typed, units);
    let halves: Vec<&str> =
        text.split(['r', '余', '…']).filter(|half| !half.trim().is_empty()).collect();
    match halves[..] {
        [one] if one.len() == text.len() => {
            values(one).into_iter().map(|value| Amount { value, remainder: None }).collect()
        }
        [quotient, remainder] => {
            let remainder = values(remainder);
            values(quotient)
                .into_iter()
                .zip(remainder)
                .map(|(value, remainder)| Amount { value, remainder: Some(remainder) })
                .collect()
        }
        _ => Vec::new(),
    }
}

impl Form {
    /// Writes `value` in this form; a value that has no such form is written as a fraction.
    pub fn write(self, value: Rational) -> String {
        match self {
            Self::Decimal => decimal(value).unwrap_or_else(|| value.written()),
            Self::Mixed
                if value.den() > 1 && value.num().unsigned_abs() > value.den().unsigned_abs() =>
            {
                let whole = value.num() / value.den();
                let rest = (value.num() % value.den()).abs();
                [&digits_of(whole), " ", &digits_of(rest), "/", &digits_of(value.den())].concat()
            }
            Self::Whole | Self::Fraction | Self::Mixed | Self::Remainder => value.written(),
        }
    }
}

/// Digits of every script as 0–9, marks as their plain forms, letters small.
fn normalise(typed: &str) -> String {
    let mut plain = String::new();
    for c in typed.chars() {
        plain.push(match c {
            '−' | '－' | '–' | '﹣' => '-',
            '．' | '٫' => '.',
            '，' | '、' | '٬' => ',',
            '／' | '⁄' | '∕' | '÷' => '/',
            '又' | '\u{3000}' | '\u{a0}' | '\u{202f}' | '_' => ' ',
            '⋯' => '…',
            _ => digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c),
        });
        // Three dots are a remainder sign in Chinese schools.
        if plain.ends_with("...") {
            plain.truncate(plain.len() - 3);
            plain.push('…');
        }
    }
    fold(&plain)
}

/// The value of a decimal digit of any script: the zeros of Unicode's category Nd, each followed by one to nine.
fn digit(c: char) -> Option<u32> {
    let code = u32::from(c);
    if code < 0x80 {
        return c.to_digit(10);
    }
    let zero = *ZEROS.iter().rev().find(|zero| **zero <= code)?;
    (code - zero < 10).then(|| code - zero)
}

/// Unicode 16, category Nd; the five mathematical alphabets follow each other without a gap.
const ZEROS: [u32; 74] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0,
    0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
    0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8,
    0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
];

fn without_unit<'a>(text: &'a str, units: &[String]) -> &'a str {
    let rest = units.iter().find_map(|unit| text.strip_suffix(fold(unit).as_str()));
    rest.unwrap_or(text).trim_end()
}

/// `13`, `-2`, `1.5`, `1,5`, `1,234`, `3/4`, `1 3/4`.
fn values(text: &str) -> Vec<Rational> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let unsigned =
        if text.contains('/') { fraction(text).into_iter().collect() } else { decimals(text) };
    unsigned
        .into_iter()
        .filter_map(|value| if negative { value.neg() } else { Some(value) })
        .collect()
}

fn fraction(text: &str) -> Option<Rational> {
    let (above, below) = text.split_once('/')?;
    let (whole, above) = match above.trim().rsplit_once(' ') {
        Some((whole, above)) => (digits(whole.trim())?, above),
        None => (0, above),
    };
    let part = Rational::new(digits(above.trim())?, digits(below.trim())?)?;
    Rational::whole(whole).add(part)
}

fn decimals(text: &str) -> Vec<Rational> {
    let mut found = Vec::new();
    let tight: String = text.chars().filter(|c| *c != ' ').collect();
    // A space sets thousands apart, and nothing else.
    let spaced_well = text
        .split(' ')
        .skip(1)
        .all(|group| group.len() >= 3 && group.as_bytes()[..3].iter().all(u8::is_ascii_digit));
    if !spaced_well {
        return found;
    }
    if let Some(value) = point(&tight, '.') {
        found.push(value);
    } else if tight.contains(',') {
        found.extend(thousands(&tight));
        found.extend(point(&tight, ','));
    }
    found
}

/// Digits with at most one decimal mark; a mark needs a digit on at least one side.
fn point(text: &str, mark: char) -> Option<Rational> {
    let Some((whole, part)) = text.split_once(mark) else {
        return digits(text).map(Rational::whole);
    };
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let whole = if whole.is_empty() { 0 } else { digits(whole)? };
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let part = if part.is_empty() { 0 } else { digits(part)? };
    Rational::whole(whole).add(Rational::new(part, scale)?)
}

/// `1,234` and `1,234,567.5`: groups of three after the first.
fn thousands(text: &str) -> Option<Rational> {
    let (whole, part) = match text.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (text, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || !groups.clone().all(|group| group.len() == 3) {
        return None;
    }
    let tight = whole.replace(',', "");
    match part {
        None => point(&tight, '.'),
        Some(part) => point(&[&tight, ".", part].concat(), '.'),
    }
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.bytes()
        .try_fold(0_i64, |value, byte| value.checked_mul(10)?.checked_add(i64::from(byte - b'0')))
}

/// At most six places, or `None` if they do not suffice.
fn decimal(value: Rational) -> Option<String> {
    let places = (0..=6).find(|places| 10_i64.pow(*places) % value.den() == 0)?;
    let scaled = value.mul(Rational::whole(10_i64.pow(places)))?.as_whole()?;
    if places == 0 {
        return Some(digits_of(scaled));
    }
    let sign = if scaled < 0 { "-" } else { "" };
    let mut digits = digits_of(scaled.abs());
    while digits.len() <= places as usize {
        digits.insert(0, '0');
    }
    let (whole, part) = digits.split_at(digits.len() - places as usize);
    Some([sign, whole, ".", part].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(num: i64, den: i64) -> Vec<Amount> {
        vec![Amount { value: Rational::new(num, den).expect("small"), remainder: None }]
    }

    #[test]
    fn as_pupils_type() {
        let cases: &[(&str, &str, Vec<Amount>)] = &[
            ("plain", "13", one(13, 1)),
            ("spaces around", "  13 ", one(13, 1)),
            ("full width", "１３", one(13, 1)),
            ("eastern Arabic", "۱۳", one(13, 1)),
            ("Devanagari", "१३", one(13, 1)),
            ("minus sign", "−5", one(-5, 1)),
            ("decimal point", "1.5", one(3, 2)),
            ("decimal comma", "1,5", one(3, 2)),
            ("full-width point", "１．５", one(3, 2)),
            ("no whole part", ".5", one(1, 2)),
            ("fraction", "3/4", one(3, 4)),
            ("equal in value", "6/8", one(3, 4)),
            ("mixed", "1 3/4", one(7, 4)),
            ("mixed in Chinese", "1又3/4", one(7, 4)),
            ("negative mixed", "-1 1/2", one(-3, 2)),
            ("thousands", "12,345.5", one(24_691, 2)),
            ("spaced thousands", "12 345", one(12_345, 1)),
            ("words", "abc", vec![]),
            ("nothing", "", vec![]),
            ("two numbers", "1 2", vec![]),
            ("below nought", "3/0", vec![]),
            ("past 64 bits", "99999999999999999999", vec![]),
            ("a unit that was not asked for", "5 kg", vec![]),
        ];
        for (case, typed, expected) in cases {
            assert_eq!(&read(typed, &[]), expected, "{case}");
        }
    }

    #[test]
    fn a_comma_before_three_digits_may_mean_either() {
        assert_eq!(read("1,234", &[]), [one(1234, 1), one(1234, 1000)].concat());
    }

    #[test]
    fn remainders() {
        let expected =
            vec![Amount { value: Rational::whole(7), remainder: Some(Rational::whole(2)) }];
        for typed in ["7 r 2", "7R2", "7余2", "7……2", "7...2", "７ … ２"] {
            assert_eq!(read(typed, &[]), expected, "{typed}");
        }
        assert_eq!(read("7 r", &[]), vec![]);
    }

    #[test]
    fn units_are_welcome() {
        let units = ["kg".to_owned(), "千克".to_owned()];
        for typed in ["5", "5 kg", "5KG", "5千克", "５ｋｇ"] {
            assert_eq!(read(typed, &units), one(5, 1), "{typed}");
        }
    }

    #[test]
    fn written() {
        let cases = [
            (Form::Whole, 13, 1, "13"),
            (Form::Decimal, 3, 2, "1.5"),
            (Form::Decimal, -1, 20, "-0.05"),
            (Form::Decimal, 1, 3, "1/3"),
            (Form::Mixed, 7, 4, "1 3/4"),
            (Form::Mixed, -7, 4, "-1 3/4"),
            (Form::Mixed, 3, 4, "3/4"),
        ];
        for (form, num, den, expected) in cases {
            assert_eq!(form.write(Rational::new(num, den).expect("small")), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(num in -100_000_i64..100_000, den in 1_i64..50) {
            let value = Rational::new(num, den).expect("small");
            for form in [Form::Whole, Form::Decimal, Form::Fraction, Form::Mixed] {
                let readings = read(&form.write(value), &[]);
                prop_assert!(readings.contains(&Amount { value, remainder: None }), "{form:?} {value}");
            }
        }

        #[test]
        fn anything_typed_is_read_or_not_without_a_panic(typed: String) {
            let _ = read(&typed, &["kg".to_owned()]);
        }
    }
}
