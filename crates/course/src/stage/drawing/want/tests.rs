use super::super::kind::made;
use super::super::sheet::{Line, Shape};
use super::*;

fn sheet(parts: Vec<Part>) -> Sheet {
    Sheet { ground: None, layers: vec![parts] }
}

fn drawn(points: &[Point]) -> Part {
    Part::Line(Line::drawn(Paint::Red, Width::Middle, points))
}

fn put(form: Form, x: i32, y: i32, wide: i32, high: i32) -> Part {
    let place = Place { middle: at(x, y), wide, high, eighths: 0 };
    Part::Shape(Shape { form, paint: Paint::Blue, filled: true, mirrored: false, place })
}

#[test]
fn each_want_has_the_fault_of_its_name() {
    let cases = [
        (Want::Kinds(4), "lines"),
        (Want::Line(Kind::Wavy, 1), "wavy"),
        (Want::Line(Kind::Dot, 1), "dot"),
        (Want::Wide(Width::Thick, 1), "thick"),
        (Want::Marks(3), "marks"),
        (Want::Paints(3), "paints"),
        (Want::Of(Family::Warm, 2), "warm"),
        (Want::Of(Family::Cool, 2), "cool"),
        (Want::Only(Family::Cool), "only"),
        (Want::Forms(3), "forms"),
        (Want::Shapes(5), "shapes"),
        (Want::Form(Form::Half, 1), "half"),
        (Want::Form(Form::Quarter, 1), "quarter"),
        (Want::Mirror, "mirror"),
        (Want::Horizon, "horizon"),
        (Want::Cover(10), "cover"),
        (Want::Painted, "painted"),
    ];
    for (want, name) in cases {
        assert_eq!(FAULTS[usize::from(want.fault())], name);
    }
}

#[test]
fn what_a_sheet_has() {
    let straight = drawn(&[at(40, 100), at(400, 100)]);
    let wave = drawn(&made(Kind::Wavy, at(40, 200), at(440, 200)));
    let mirror = |part: Part| match part {
        Part::Line(it) => Part::Line(Line { mirrored: true, ..it }),
        Part::Shape(it) => Part::Shape(Shape { mirrored: true, ..it }),
    };
    let full = drawn(&[at(0, 260), at(480, 240)]);
    let cases: Vec<(&str, Want, Vec<Part>, bool)> = vec![
        ("two kinds", Want::Kinds(2), vec![straight.clone(), wave.clone()], true),
        ("one kind twice", Want::Kinds(2), vec![straight.clone(), straight.clone()], false),
        ("a wave", Want::Line(Kind::Wavy, 1), vec![wave.clone()], true),
        ("no wave", Want::Line(Kind::Wavy, 1), vec![straight.clone()], false),
        ("from side to side", Want::Horizon, vec![full.clone()], true),
        ("not to the sides", Want::Horizon, vec![straight.clone()], false),
        ("at the top", Want::Horizon, vec![drawn(&[at(0, 10), at(480, 10)])], false),
        ("too steep", Want::Horizon, vec![drawn(&[at(0, 0), at(480, 480)])], false),
        (
            "half of it, mirrored",
            Want::Horizon,
            vec![mirror(drawn(&[at(0, 240), at(236, 220)]))],
            true,
        ),
        (
            "the edge of the land",
            Want::Horizon,
            vec![put(Form::Rectangle, 240, 400, 480, 160)],
            true,
        ),
        ("mirrored", Want::Mirror, vec![mirror(wave.clone())], true),
        (
            "not mirrored",
            Want::Mirror,
            vec![drawn(&made(Kind::Wavy, at(20, 200), at(380, 200)))],
            false,
        ),
        ("nothing", Want::Mirror, vec![], false),
        ("even by itself", Want::Mirror, vec![full], true),
        (
            "two that face each other",
            Want::Mirror,
            vec![put(Form::Triangle, 100, 90, 40, 40), put(Form::Triangle, 380, 95, 40, 40)],
            true,
        ),
        ("one of them alone", Want::Mirror, vec![put(Form::Triangle, 100, 90, 40, 40)], false),
        (
            "a corner faces another one",
            Want::Mirror,
            vec![put(Form::Corner, 100, 90, 40, 40), put(Form::Corner, 380, 90, 40, 40)],
            false,
        ),
        ("in the middle", Want::Mirror, vec![put(Form::Circle, 240, 90, 40, 40)], true),
        ("a quarter painted", Want::Cover(24), vec![put(Form::Square, 120, 120, 240, 240)], true),
        ("less", Want::Cover(27), vec![put(Form::Square, 120, 120, 240, 240)], false),
        (
            "forms",
            Want::Forms(2),
            vec![put(Form::Square, 9, 9, 9, 9), put(Form::Circle, 9, 9, 9, 9)],
            true,
        ),
        (
            "one form",
            Want::Forms(2),
            vec![put(Form::Square, 9, 9, 9, 9), put(Form::Square, 90, 9, 9, 9)],
            false,
        ),
    ];
    for (case, want, parts, expected) in cases {
        assert_eq!(want.is_met(&sheet(parts), &[]), expected, "{case}");
    }
}

#[test]
fn a_painted_ground_covers_all_and_counts_as_paint() {
    let ground = Sheet { ground: Some(Paint::Sky), layers: Vec::new() };
    assert_eq!(cover(&ground), 100);
    assert!(Want::Of(Family::Cool, 1).is_met(&ground, &[]));
    assert!(!Want::Only(Family::Warm).is_met(&ground, &[]));
}

#[test]
fn what_was_given_counts_for_paint_alone() {
    let given = put(Form::Square, 100, 100, 50, 50);
    let mut painted = given.clone();
    painted.paint(Paint::Orange);
    let sheet = sheet(vec![painted]);
    assert!(!Want::Shapes(1).is_met(&sheet, std::slice::from_ref(&given)));
    assert!(Want::Of(Family::Warm, 1).is_met(&sheet, std::slice::from_ref(&given)));
    assert!(Want::Painted.is_met(&sheet, &[given]));
}

#[test]
fn the_inside_of_a_line() {
    let square = [at(10, 10), at(90, 10), at(90, 90), at(10, 90)];
    for (case, point, expected) in [
        ("inside", at(50, 50), true),
        ("left", at(5, 50), false),
        ("right", at(95, 50), false),
        ("above", at(50, 5), false),
    ] {
        assert_eq!(is_inside(&square, point), expected, "{case}");
    }
}
