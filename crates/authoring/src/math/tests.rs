use super::compile;
use course::text::MathNode::{Fraction, Identifier, Number, Operator, Power};

/// The manual's tables are the tests: rows of the one with three columns, then of the one with two.
#[test]
fn the_manual_is_right() {
    let manual = include_str!("../../tests/spec/math.md");
    let mut rows = 0;
    for line in manual.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let tex = cells[0].trim_matches('`');
        match cells[1..] {
            [english, chinese] => {
                assert_eq!(compile(tex, "en").map(|it| it.spoken).as_deref(), Ok(english), "{tex}");
                assert_eq!(
                    compile(tex, "zh-Hans").map(|it| it.spoken).as_deref(),
                    Ok(chinese),
                    "{tex}"
                );
            }
            [told] => {
                let error = compile(tex, "en").expect_err(tex);
                assert!(error.contains(told), "{tex}: {error}");
            }
            _ => panic!("a row of two or three cells: {line}"),
        }
        rows += 1;
    }
    assert!(rows > 30, "only {rows} rows");
}

#[test]
fn trees() {
    let number = |digits: &str| Number(digits.to_owned());
    let sign = |sign: &str| Operator(sign.to_owned());
    let cases = [
        ("8 + 5", vec![number("8"), sign("+"), number("5")]),
        ("-5", vec![sign("−"), number("5")]),
        (r"1\frac{3}{4}", vec![number("1"), Fraction(vec![number("3")], vec![number("4")])]),
        ("r^2", vec![Power(vec![Identifier("r".to_owned())], vec![number("2")])]),
        (r"90^\circ", vec![number("90"), sign("°")]),
        (r"\dfrac12", vec![Fraction(vec![number("1")], vec![number("2")])]),
        ("1.5", vec![number("1.5")]),
    ];
    for (tex, expected) in cases {
        assert_eq!(compile(tex, "en").map(|it| it.nodes), Ok(expected), "{tex}");
    }
    assert!(compile("", "en").is_err());
    assert!(compile("{}", "en").is_err());
}
