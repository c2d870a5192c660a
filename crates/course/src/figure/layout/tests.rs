use super::draw;
use crate::figure::FigureKind::{self, Bar, Compare, NumberLine, Rows, Scatter, Sticks, TenFrame};
use crate::picture::{Drawing, Paint, Segment, Shape};
use proptest::prelude::*;

/// Left, top, right, bottom of what a shape covers.
fn bounds(shape: &Shape) -> [i64; 4] {
    match shape {
        Shape::Disc(_, x, y, r) => [x - r, y - r, x + r, y + r],
        Shape::Box(_, _, at) => [at[0], at[1], at[0] + at[2], at[1] + at[3]],
        Shape::Line(_, at) => {
            [at[0].min(at[2]), at[1].min(at[3]), at[0].max(at[2]), at[1].max(at[3])]
        }
        Shape::Label(_, at, text) => {
            let (half, rise) = (super::text_width(text) / 2, at[2] / 2);
            [at[0] - half, at[1] - rise, at[0] + half, at[1] + rise]
        }
        Shape::Use(_, at) => [at[0], at[1], at[0] + at[2], at[1] + at[2]],
        Shape::Path(_, segments) => outline(segments),
    }
}

fn outline(segments: &[Segment]) -> [i64; 4] {
    let mut pen = (0, 0);
    let mut found = [i64::MAX, i64::MAX, i64::MIN, i64::MIN];
    for segment in segments {
        let (x, y) = match *segment {
            Segment::Move(x, y) | Segment::Line(x, y) => (x, y),
            // The top of a level arc is half way to its control point.
            Segment::Quad(_, rise, x, y) => {
                found[1] = found[1].min(pen.1 + rise / 2);
                (x, y)
            }
            Segment::Close => (0, 0),
        };
        pen = (pen.0 + x, pen.1 + y);
        found =
            [found[0].min(pen.0), found[1].min(pen.1), found[2].max(pen.0), found[3].max(pen.1)];
    }
    found
}

fn overlap(a: [i64; 4], b: [i64; 4], gap: i64) -> bool {
    a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap
}

/// What is counted: discs of the two kinds and pictures.
fn things(drawing: &Drawing) -> Vec<[i64; 4]> {
    let counted = |shape: &&Shape| {
        matches!(shape, Shape::Disc(Paint::First | Paint::Second, ..) | Shape::Use(..))
    };
    drawing.shapes.iter().filter(counted).map(bounds).collect()
}

fn labels(drawing: &Drawing) -> Vec<&str> {
    let mut found = Vec::new();
    for shape in &drawing.shapes {
        if let Shape::Label(_, _, text) = shape {
            found.push(text.as_str());
        }
    }
    found
}

fn count(drawing: &Drawing, wanted: impl Fn(&Shape) -> bool) -> usize {
    drawing.shapes.iter().filter(|shape| wanted(shape)).count()
}

fn assert_tidy(case: &str, drawing: &Drawing, gap: i64) {
    assert!(
        drawing.width <= 288 && drawing.height <= 290,
        "{case}: {} × {}",
        drawing.width,
        drawing.height
    );
    for shape in &drawing.shapes {
        let [left, top, right, bottom] = bounds(shape);
        let inside = left >= 0
            && top >= 0
            && right <= drawing.width.into()
            && bottom <= drawing.height.into();
        assert!(inside, "{case}: {shape:?} leaves {} × {}", drawing.width, drawing.height);
    }
    let label = |shape: &&Shape| matches!(shape, Shape::Label(..));
    let labels: Vec<_> = drawing.shapes.iter().filter(label).map(bounds).collect();
    for (list, gap) in [(things(drawing), gap), (labels, 2)] {
        for (at, a) in list.iter().enumerate() {
            assert!(
                list[..at].iter().all(|b| !overlap(*a, *b, gap)),
                "{case}: {a:?} overlaps another"
            );
        }
    }
}

/// Everything that is drawn, over the whole range of each kind: in bounds, nothing over another, as many as it says.
#[test]
fn all_numbers_in_range() {
    for a in 0..=20 {
        for b in 0..=20 - a {
            let drawing = draw(TenFrame, &[a, b], None).expect("in range");
            assert_tidy(&format!("ten-frame {a} {b}"), &drawing, 2);
            assert_eq!(
                count(&drawing, |it| matches!(it, Shape::Disc(Paint::First, ..))),
                a as usize
            );
            assert_eq!(
                count(&drawing, |it| matches!(it, Shape::Disc(Paint::Second, ..))),
                b as usize
            );
            let boxes = if a + b > 10 { 20 } else { 10 };
            assert_eq!(count(&drawing, |it| matches!(it, Shape::Box(..))), boxes);
        }
    }
    for n in 1..=100 {
        for columns in 1..=12 {
            if let Some(drawing) = draw(Rows, &[n, columns], Some(3)) {
                assert!(drawing.width <= 288);
                assert_eq!(count(&drawing, |it| matches!(it, Shape::Use(3, _))), n as usize);
            } else {
                assert!(n > columns * 12);
            }
        }
    }
    for tens in 0..=10 {
        for ones in 0..=20 {
            if tens + ones > 0 {
                let drawing = draw(Sticks, &[tens, ones], None).expect("in range");
                assert_tidy(&format!("sticks {tens} {ones}"), &drawing, 0);
                let sticks = count(&drawing, |it| matches!(it, Shape::Line(Paint::First, _)));
                assert_eq!(sticks as i64, 10 * tens + ones);
            }
        }
    }
    for a in 1..=20 {
        for b in 1..=20 {
            for spread in [vec![], vec![100], vec![0, 100], vec![30, 70]] {
                let numbers = [vec![a, b], spread].concat();
                let drawing = draw(Compare, &numbers, None).expect("in range");
                assert_tidy(&format!("compare {numbers:?}"), &drawing, 2);
                assert_eq!(things(&drawing).len() as i64, a + b);
            }
        }
    }
}

#[test]
fn things_that_are_scattered_are_an_icon_apart_for_every_seed() {
    for n in 1..=20 {
        for spread in [0, 40, 100] {
            for seed in 0..150 {
                let drawing =
                    draw(Scatter, &[n, seed, spread], Some(0)).expect("always finds room");
                let found = things(&drawing);
                assert_eq!(found.len() as i64, n);
                assert_tidy(
                    &format!("scatter {n} {seed} {spread}"),
                    &drawing,
                    found[0][2] - found[0][0],
                );
            }
        }
    }
    assert_eq!(draw(Scatter, &[7, 1], None), draw(Scatter, &[7, 1, 100], None));
    assert_ne!(draw(Scatter, &[7, 1], None), draw(Scatter, &[7, 2], None));
}

#[test]
fn less_spread_is_closer() {
    let reach = |spread| {
        let found = things(&draw(Scatter, &[4, 9, spread], None).expect("in range"));
        found.iter().map(|it| it[0]).max().expect("some")
            - found.iter().map(|it| it[0]).min().expect("some")
    };
    assert!(reach(0) < reach(100));
    let widest = |numbers: &[i64]| {
        let drawing = draw(Compare, numbers, None).expect("in range");
        [Paint::First, Paint::Second].map(|paint| {
            let row = drawing
                .shapes
                .iter()
                .filter(|it| matches!(it, Shape::Disc(of, ..) if *of == paint))
                .map(bounds);
            row.map(|it| it[2]).max().expect("some")
        })
    };
    let [above, below] = widest(&[9, 6]);
    assert!(above > below);
    let [above, below] = widest(&[9, 6, 0, 100]);
    assert!(above < below, "fewer things can make the longer row");
}

#[test]
fn ten_frames_past_ten() {
    let kinds = |numbers: &[i64]| {
        let drawing = draw(TenFrame, numbers, None).expect("in range");
        let middle = i64::from(drawing.width) / 2;
        let right = |shape: &&Shape| bounds(shape)[0] > middle;
        let of = |paint: Paint| move |shape: &&Shape| matches!(shape, Shape::Disc(it, ..) if *it == paint);
        [Paint::First, Paint::Second].map(|paint| {
            let all: Vec<_> = drawing.shapes.iter().filter(of(paint)).collect();
            let right = all.iter().copied().filter(right).count();
            (all.len() - right, right)
        })
    };
    assert_eq!(kinds(&[8, 5]), [(8, 0), (0, 5)], "each kind in its own frame");
    assert_eq!(kinds(&[8, 5, 2]), [(8, 0), (2, 3)], "two have moved");
    assert_eq!(kinds(&[13]), [(10, 3), (0, 0)], "thirteen of a kind");
    assert_eq!(kinds(&[12, 5]), [(10, 2), (0, 5)], "the second follows the first");
    assert_eq!(draw(TenFrame, &[8, 5, 3], None), None, "only as many as there is room for");
}

#[test]
fn bars() {
    let told = |numbers: &[i64]| draw(Bar, numbers, None).map(|drawing| labels(&drawing).join(" "));
    let cases: [(&str, &[i64], Option<&str>); 8] = [
        ("all told", &[2, 3], Some("5 2 3")),
        ("a part is asked", &[2, -3], Some("5 2 ?")),
        ("the other part is asked", &[-8, 5], Some("13 ? 5")),
        ("the whole is asked", &[8, 5, -13], Some("? 8 5")),
        ("nothing of it", &[0, 5], Some("5 0 5")),
        ("a whole that is none", &[8, 5, 12], None),
        ("nothing at all", &[0, 0], None),
        ("too large", &[9_999, 10_000], None),
    ];
    for (case, numbers, expected) in cases {
        assert_eq!(told(numbers).as_deref(), expected, "{case}");
    }
    for a in 0..=30 {
        for b in 1..=30 {
            for numbers in [[a, b, a + b], [a, -b, a + b]] {
                let drawing = draw(Bar, &numbers, None).expect("in range");
                assert_tidy(&format!("bar {numbers:?}"), &drawing, 0);
            }
        }
    }
}

#[test]
fn number_lines() {
    let told = |numbers: &[i64]| {
        draw(NumberLine, numbers, None).map(|drawing| {
            assert_tidy(&format!("number line {numbers:?}"), &drawing, 0);
            labels(&drawing).join(" ")
        })
    };
    let cases: [(&str, &[i64], Option<&str>); 12] = [
        ("to ten", &[0, 10, 1], Some("0 1 2 3 4 5 6 7 8 9 10")),
        ("to twenty", &[0, 20, 1], Some("0 2 4 6 8 10 12 14 16 18 20")),
        ("to a hundred", &[0, 100, 10], Some("0 20 40 60 80 100")),
        ("jumps", &[0, 20, 1, 8, 10, 13], Some("8 10 13 0 2 4 6 16 18 20 +2 +3")),
        (
            "places too near stand in two rows",
            &[0, 20, 1, 11, 10, 7],
            Some("11 10 7 0 2 4 14 16 18 20 −3"),
        ),
        ("places even nearer", &[0, 100, 10, 41, 42, 43], Some("41 42 0 20 60 80 100")),
        ("a jump back", &[0, 10, 1, 9, 4], Some("9 4 0 1 2 3 5 6 7 8 10 −5")),
        ("from below nought", &[-4, 4, 2], Some("−4 −2 0 2 4")),
        ("a landing outside", &[0, 10, 1, 8, 13], None),
        ("marks that miss the end", &[0, 10, 3], None),
        ("the wrong way round", &[10, 0, 1], None),
        ("no step", &[0, 10, 0], None),
    ];
    for (case, numbers, expected) in cases {
        assert_eq!(told(numbers).as_deref(), expected, "{case}");
    }
}

proptest! {
    #[test]
    fn any_numbers_draw_or_not_without_a_panic(at in 0..7_usize, numbers: Vec<i64>, small in prop::collection::vec(-5..30_i64, 0..9)) {
        let (kind, ..) = FigureKind::ALL[at];
        let _ = draw(kind, &numbers, None);
        if let Some(drawing) = draw(kind, &small, None) {
            prop_assert!(drawing.width <= 288 && !drawing.shapes.is_empty());
        }
    }
}
