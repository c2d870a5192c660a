use super::super::point::kept;
use super::super::sheet::{Line, Shape};
use super::*;

fn shape(form: Form, eighths: u8) -> Shape {
    let place = Place { middle: at(120, 100), wide: 60, high: 60, eighths };
    Shape { form, paint: Paint::Red, filled: true, mirrored: false, place }
}

#[test]
fn an_empty_sheet_is_white_paper() {
    assert_eq!(
        svg(&Sheet::default()),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"960\" viewBox=\"0 0 960 960\">\
         <path fill=\"#ffffff\" d=\"M0 0h960v960h-960z\"/><g stroke-linecap=\"round\" stroke-linejoin=\"round\"></g></svg>"
    );
}

#[test]
fn each_part_is_written_byte_for_byte() {
    let line = |points: &[Point]| Part::Line(Line::drawn(Paint::Blue, Width::Thin, points));
    let cases = [
        (
            "a dot",
            line(&[at(10, 20)]),
            "<path fill=\"none\" stroke=\"#194ec0\" stroke-width=\"8\" d=\"M20 40h1\"/>",
        ),
        (
            "a straight line",
            line(&[at(10, 20), at(110, 10)]),
            "<path fill=\"none\" stroke=\"#194ec0\" stroke-width=\"8\" d=\"M20 40l200-20\"/>",
        ),
        (
            "a corner",
            line(&[at(0, 0), at(50, 0), at(50, 50)]),
            "<path fill=\"none\" stroke=\"#194ec0\" stroke-width=\"8\" d=\"M0 0l100 0l0 100\"/>",
        ),
        (
            "a bend",
            line(&[at(0, 0), at(50, 0), at(90, 30)]),
            "<path fill=\"none\" stroke=\"#194ec0\" stroke-width=\"8\" d=\"M0 0l50 0q50 0 90 30l40 30\"/>",
        ),
        (
            "a square",
            Part::Shape(shape(Form::Square, 0)),
            "<path fill=\"#de242f\" d=\"M180 140l120 0l0 120l-120 0z\"/>",
        ),
        (
            "a turned triangle",
            Part::Shape(shape(Form::Triangle, 2)),
            "<path fill=\"#de242f\" transform=\"rotate(90 240 200)\" d=\"M180 260l60-120l60 120z\"/>",
        ),
        (
            "an outline",
            Part::Shape(Shape { filled: false, ..shape(Form::Circle, 0) }),
            "<path fill=\"none\" stroke=\"#de242f\" stroke-width=\"20\" d=\"M180 200a60 60 0 0 1 120 0a60 60 0 0 1-120 0z\"/>",
        ),
        (
            "two halves of a mirror",
            Part::Shape(Shape { mirrored: true, ..shape(Form::Half, 0) }),
            "<path fill=\"#de242f\" d=\"M180 260a60 120 0 0 1 120 0z\"/><path fill=\"#de242f\" d=\"M660 260a60 120 0 0 1 120 0z\"/>",
        ),
    ];
    for (case, part, expected) in cases {
        let sheet = Sheet { ground: None, layers: vec![vec![part]] };
        let written = svg(&sheet);
        let inside =
            written.split("\"round\">").nth(1).and_then(|it| it.strip_suffix("</g></svg>"));
        assert_eq!(inside, Some(expected), "{case}");
    }
}

/// What a file may hold is a short list; it never grows past what the sheet says.
#[test]
fn nothing_runs_nothing_refers_elsewhere_and_it_stays_small() {
    for seed in 0..200 {
        let sheet = super::super::sheet::tests::sheet(seed, 60);
        let written = svg(&sheet);
        let without = written.replacen("http://www.w3.org/2000/svg", "", 1);
        for banned in ["<script", "href", "http", "url(", "style", " on", "<image", "<text", "&"] {
            assert!(!without.contains(banned), "{banned}");
        }
        let bytes = crate::codec::to_bytes(&sheet).len();
        assert!(
            written.len() < 400 + sheet.parts().count() * 300 + bytes * 16,
            "{}",
            written.len()
        );
    }
}

#[test]
fn a_mirrored_part_is_the_same_twice() {
    for seed in 0..100 {
        for part in super::super::sheet::tests::sheet(seed, 20).parts() {
            let Part::Line(line) = part else { continue };
            let mut other = line.clone();
            other.mirrored = false;
            other.points = line.points.iter().map(|it| it.mirrored()).collect();
            assert_eq!(drawn(part, true), drawn(&Part::Line(other), false));
        }
    }
}

#[test]
fn a_line_passes_where_it_was_drawn() {
    let points = kept(&[at(0, 0), at(100, 100), at(200, 0)]);
    assert_eq!(way(&points), "M0 0l200 200l200-200");
}
