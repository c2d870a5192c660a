//! Times and shares as xAPI writes them.

use course::digits::{decimal, digits};
use course::item::Score;
use learning::date::date;

const DAY: i64 = 86_400_000;

/// Milliseconds since 1970 as `2026-03-02T00:00:04.000Z` (RFC 3339); nothing of a clock that is outside of the years that this can write.
pub(super) fn timestamp(at: i64) -> Option<String> {
    let (year, month, day) = date(at.div_euclid(DAY));
    if !(0..=9999).contains(&year) {
        return None;
    }
    let millis = at.rem_euclid(DAY);
    let mut out = wide(year, 4);
    for (before, number) in [
        ("-", month),
        ("-", day),
        ("T", millis / 3_600_000),
        (":", millis / 60_000 % 60),
        (":", millis / 1000 % 60),
    ] {
        out.push_str(before);
        out.push_str(&wide(number, 2));
    }
    out.push('.');
    out.push_str(&wide(millis % 1000, 3));
    out.push('Z');
    Some(out)
}

/// As `PT4.25S` (ISO 8601), to hundredths of a second: what a reader has to heed.
pub(super) fn duration(millis: u32) -> String {
    let hundredths = i64::from(millis / 10);
    let part = match hundredths % 100 {
        0 => String::new(),
        part => [".", &*wide(part, 2)].concat(),
    };
    ["PT", &*digits(hundredths / 100), &part, "S"].concat()
}

/// From 0 to 1.
pub(super) fn share(score: Score) -> String {
    match score.thousandths() {
        0 => "0".to_owned(),
        part @ 1..1000 => ["0.", &*wide(part.into(), 3)].concat(),
        _ => "1".to_owned(),
    }
}

/// With noughts in front.
fn wide(number: i64, width: usize) -> String {
    let number = decimal(number.unsigned_abs());
    ["0000".get(number.len()..width).unwrap_or_default(), &number].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        let cases = [
            (0, Some("1970-01-01T00:00:00.000Z")),
            (-1, Some("1969-12-31T23:59:59.999Z")),
            (1_772_409_612_034, Some("2026-03-02T00:00:12.034Z")),
            (253_402_300_799_999, Some("9999-12-31T23:59:59.999Z")),
            (253_402_300_800_000, None),
            (-62_167_219_200_000, Some("0000-01-01T00:00:00.000Z")),
            (-62_167_219_200_001, None),
            (i64::MAX, None),
            (i64::MIN, None),
        ];
        for (at, expected) in cases {
            assert_eq!(timestamp(at).as_deref(), expected, "{at}");
        }
    }

    #[test]
    fn durations() {
        let cases = [
            (0, "PT0S"),
            (9, "PT0S"),
            (4_000, "PT4S"),
            (4_050, "PT4.05S"),
            (61_239, "PT61.23S"),
            (u32::MAX, "PT4294967.29S"),
        ];
        for (millis, expected) in cases {
            assert_eq!(duration(millis), expected, "{millis}");
        }
    }

    #[test]
    fn shares() {
        let cases = [
            ((0, 2), "0"),
            ((1, 2), "0.500"),
            ((2, 3), "0.666"),
            ((1, 100), "0.010"),
            ((3, 3), "1"),
        ];
        for ((right, all), expected) in cases {
            assert_eq!(share(Score::share(right, all)), expected, "{right} of {all}");
        }
    }
}
