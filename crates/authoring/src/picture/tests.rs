use super::{Paint, Shape, compile, simplify};
use course::picture::Segment::{self, Close, Line, Move, Quad};
use std::{fs, path::Path};

fn svg(inside: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{inside}</svg>"#)
}

fn shapes(inside: &str) -> Vec<Shape> {
    compile(&svg(inside)).expect("is drawn").shapes
}

fn red(segments: Vec<Segment>) -> Vec<Shape> {
    vec![Shape::Path(Paint::Rgb(0xff_00_00), segments)]
}

#[test]
fn drawn() {
    let square = red(vec![Move(8, 8), Line(32, 0), Line(0, 32), Line(-32, 0), Close]);
    let cases = [
        ("a path", r#"<path fill="red" d="M1 1h4v4h-4z"/>"#, square.clone()),
        ("a path that is not closed", r##"<path fill="#f00" d="M1 1h4v4h-4"/>"##, square.clone()),
        ("a basic shape", r#"<rect fill="red" x="1" y="1" width="4" height="4"/>"#, square.clone()),
        (
            "in a group that is moved",
            r#"<g transform="translate(1 1)" fill="red"><path d="M0 0h4v4h-4z"/></g>"#,
            square,
        ),
        (
            "a circle",
            r#"<circle fill="red" cx="4" cy="5" r="2"/>"#,
            vec![Shape::Disc(Paint::Rgb(0xff_00_00), 32, 40, 16)],
        ),
        (
            "a stroke",
            r#"<path fill="none" stroke="red" stroke-width="2" d="M4 4h8"/>"#,
            red(vec![Move(32, 24), Line(64, 0), Line(0, 16), Line(-64, 0), Close]),
        ),
        (
            "curves",
            r#"<path fill="red" d="M0 0q4 0 4 4z M0 8c0 4 8-8 8 4z"/>"#,
            red(vec![
                Move(0, 0),
                Quad(32, 0, 32, 32),
                Close,
                Move(0, 64),
                Quad(0, 10, 10, 6),
                Line(22, -14),
                Quad(12, -8, 22, -1),
                Quad(10, 7, 10, 41),
                Close,
            ]),
        ),
        (
            "a curve that is a line",
            r#"<path fill="red" d="M0 0c1 1 2 2 4 4h4z"/>"#,
            red(vec![Move(0, 0), Line(32, 32), Line(32, 0), Close]),
        ),
    ];
    for (case, inside, expected) in cases {
        assert_eq!(shapes(inside), expected, "{case}");
    }
}

/// A hole that the even-odd rule makes is wound the other way, so that the non-zero rule makes it too.
#[test]
fn holes_under_the_even_odd_rule() {
    let with_hole = r#"<path fill="red" fill-rule="evenodd" d="M0 0h8v8h-8z M2 2h4v4h-4z"/>"#;
    let expected = vec![
        Move(0, 0),
        Line(64, 0),
        Line(0, 64),
        Line(-64, 0),
        Close,
        Move(16, 48),
        Line(32, 0),
        Line(0, -32),
        Line(-32, 0),
        Close,
    ];
    assert_eq!(shapes(with_hole), red(expected));
}

#[test]
fn refused() {
    let cases = [
        ("not XML", "<svg", "this is no SVG"),
        ("a script", &svg("<script>alert(1)</script>"), "<script> is not drawn"),
        ("a handler", &svg(r#"<path onclick="x" d="M0 0h4v4z"/>"#), "the attribute onclick"),
        ("words", &svg("<text>hello</text>"), "<text> is not drawn"),
        (
            "a picture from elsewhere",
            &svg(r#"<image href="https://example.org/a.png"/>"#),
            "<image> is not drawn",
        ),
        (
            "a gradient",
            &svg(r#"<linearGradient id="a"/><path fill="url(#a)" d="M0 0h4v4z"/>"#),
            "<linearGradient>",
        ),
        (
            "a reference",
            &svg(r#"<path fill="url(#a)" d="M0 0h4v4z"/>"#),
            "refers to something else",
        ),
        ("a style", &svg(r#"<path style="fill:red" d="M0 0h4v4z"/>"#), "the attribute style"),
        ("half-clear", &svg(r#"<path opacity=".5" d="M0 0h4v4z"/>"#), "mix the colour"),
        ("nothing", &svg(""), "empty"),
        (
            "a star that crosses itself",
            &svg(r#"<path fill-rule="evenodd" d="M16 1l9 29L1 12h30L7 30z"/>"#),
            "cross",
        ),
        ("a point far away", &svg(r#"<path d="M0 0h4L-8888888888888 4z"/>"#), "far outside"),
    ];
    for (case, svg, expected) in cases {
        let error = compile(svg).expect_err(case);
        assert!(error.contains(expected), "{case}: {error}");
    }
}

/// What would take the reader of SVG minutes or gigabytes is refused by what is written, before it is drawn. The numbers are
/// as small as shows it, so that nobody's machine fails with the test.
#[test]
fn refused_before_it_is_drawn() {
    let circle = |inside: &str| svg(&format!("<g {inside}><circle r=\"1\"/></g>"));
    let deep = |depth| svg(&format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth)));
    let steps = "l60000 0".repeat(2);
    let cases = [
        (
            "an arc of a million pieces",
            svg(r#"<path d="M0 0A1e30 1e30 0 0 0 1e30 1"/>"#),
            "1e30 in d of <path> is far outside of any picture; draw it with numbers up to 100000",
        ),
        ("digits", svg(r#"<path d="M0 0h4L4-123456.5 4z"/>"#), "-123456.5 in d of <path>"),
        ("no number", svg(r#"<circle r="1e999"/>"#), "1e999 in r of <circle>"),
        ("without a space", svg(r#"<path d="M.5.5.5-1E6"/>"#), "-1E6 in d of <path>"),
        ("points", svg(r#"<polygon points="0,0 4,0 4,1e+6"/>"#), "1e+6 in points of <polygon>"),
        ("a transform", circle(r#"transform="scale(2,2e9)""#), "2e9 in transform of <g>"),
        ("a stroke", circle(r#"stroke-width="1e6""#), "1e6 in stroke-width of <g>"),
        ("a stroke in inches", circle(r#"stroke-width="9e4in""#), "stroke-width=\"9e4in\""),
        ("a mitre", circle(r#"stroke-miterlimit="1e6""#), "1e6 in stroke-miterlimit of <g>"),
        ("a canvas", "<svg viewBox=\"0 0 1e38 1\"/>".to_owned(), "1e38 in viewBox of <svg>"),
        (
            "an arc that is enlarged to reach its end",
            svg(r#"<path d="M0 0A1e-30 9e4 0 0 0 1 1"/>"#),
            "an arc in d of <path> is more than 1000 times as long as wide; draw it with a line",
        ),
        (
            "an arc after one without spaces",
            svg(r#"<path d="M0 0a1 1 0 0011 1 1e-30 9 0 0 0 1 1"/>"#),
            "an arc in d of <path>",
        ),
        ("many steps", svg(&format!(r#"<path d="M0 0{steps}v1"/>"#)), "far outside"),
        (
            "scales that multiply",
            circle(r#"transform="scale(9e4) scale(9e4)" stroke="red""#),
            "far outside",
        ),
        (
            "a stroke that is stretched",
            svg(r#"<path stroke="red" transform="scale(1 9e4)" d="M0 0h32v.0002z"/>"#),
            "a stroke that is far larger than the picture; draw it as a filled outline",
        ),
        (
            "a stroke that is enlarged",
            svg(
                r#"<path stroke="red" transform="scale(9e4)" d="M0 0h.0001v.0001z" stroke-width="9e4"/>"#,
            ),
            "a stroke that is far larger",
        ),
        (
            "a stroke of many pieces",
            svg(&format!(
                r#"<path stroke="red" d="M0 0{}"/>"#,
                "c90 90-90 90 1 1c-90 90 90-90-1-1".repeat(400)
            )),
            "more than 5000 lines and curves",
        ),
        ("deep", deep(40), "<g> lies in 32 others; draw it with fewer groups"),
        (
            "many elements",
            svg(&"<g/>".repeat(1_000)),
            "this picture has 1001 elements of at most 1000; draw it with fewer shapes",
        ),
        (
            "many points",
            svg(&format!(r#"<path d="M0 0{}"/>"#, "h1".repeat(5_000))),
            "this picture has more than 5000 lines and curves; draw it with fewer points",
        ),
        (
            "much text",
            svg(&" ".repeat(100_000)),
            "bytes of SVG of at most 100000; draw it with fewer points",
        ),
    ];
    for (case, svg, expected) in cases {
        let error = compile(&svg).expect_err(case);
        assert!(error.contains(expected), "{case}: {error}");
    }
}

/// What drawing programs write is not taken for more than it is.
#[test]
fn small_numbers_and_far_origins_are_drawn() {
    let square = red(vec![Move(8, 8), Line(32, 0), Line(0, 32), Line(-32, 0), Close]);
    let cases = [
        ("a speck of rounding", r#"<path fill="red" d="M1 1h4v4l-4-1e-16z"/>"#),
        ("an arc without a radius", r#"<path fill="red" d="M1 1h4v4A0 9 0 0 1 1 5z"/>"#),
        ("flags without spaces", r#"<path fill="red" d="M1 1h4v4a0 0 0 01-4 0z"/>"#),
        (
            "a page that is moved away",
            r#"<path fill="red" transform="translate(-4000 -3000)" d="M4001 3001h4v4h-4z"/>"#,
        ),
        (
            "a scale within a scale",
            r#"<g transform="scale(.001)"><path fill="red" d="M1e3 1e3h4e3v4e3H1e3z"/></g>"#,
        ),
        (
            "a quarter turn",
            r#"<path fill="red" transform="matrix(6e-17 1 -1 6e-17 0 0)" d="M1-1v-4h4v4z"/>"#,
        ),
    ];
    for (case, inside) in cases {
        assert_eq!(shapes(inside), square, "{case}");
    }
}

#[test]
fn a_picture_with_too_many_points_is_refused() {
    let zigzag: String = (0..800).map(|at| format!("L{} {}", at * 7 % 32, at * 5 % 31)).collect();
    let error = compile(&svg(&format!(r#"<path d="M0 0{zigzag}z"/>"#))).expect_err("far too many");
    assert!(error.contains("fewer points"), "{error}");
}

/// The shared pictures: each is drawn, and inside its canvas.
#[test]
fn every_shared_picture_is_drawn() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../courses/pictures");
    let mut found = 0;
    for entry in fs::read_dir(folder).expect("the pictures are there") {
        let path = entry.expect("readable").path();
        if path.extension().is_some_and(|it| it == "svg") {
            let source = fs::read_to_string(&path).expect("readable");
            let drawing =
                compile(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            // Some are narrow: a figure that stands.
            let longest = drawing.width.max(drawing.height);
            assert_eq!(longest, 256, "{}", path.display());
            found += 1;
        }
    }
    assert!(found >= 70, "only {found} pictures");
}

/// What is drawn anew from its own simplification is that simplification, and no larger than before.
#[test]
fn simplified() {
    let wavy: String = (0..60)
        .map(|at| {
            format!("L{} {}", 4.0 + f64::from(at) * 0.4, if at % 2 == 0 { 4.0 } else { 4.05 })
        })
        .collect();
    let source = svg(&format!(
        r#"<path fill="red" d="M4 4{wavy}V28H4z"/><circle cx="9" cy="9" r="3"/><path d="M1 1h.1v.1z M20 20l.01 0z M20 8h4v4h-4z"/>"#
    ));
    let small = simplify(&source).expect("is drawn");
    let drawn = compile(&small).expect("is drawn");
    let wanted = red(vec![Move(32, 32), Line(188, 0), Line(0, 192), Line(-188, 0), Close]);
    assert_eq!(drawn.shapes[0], wanted[0]);
    assert_eq!(drawn.shapes[1], Shape::Disc(Paint::Rgb(0), 72, 72, 24));
    let square = vec![Move(160, 64), Line(32, 0), Line(0, 32), Line(-32, 0), Close];
    let kept = Shape::Path(Paint::Rgb(0), square);
    assert_eq!(
        drawn.shapes[2..],
        [kept],
        "specks that nobody sees are left out, what is beside them is not"
    );
    assert_eq!(compile(&simplify(&small).expect("is drawn")), Ok(drawn));
}
