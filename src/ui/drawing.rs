//! Drawings as SVG, shape by shape. Colours are presentation attributes or classes, never styles.

use super::{Cx, El, each, el, of};
use course::digits::{digits, hex};
use course::picture::{Drawing, Paint, Segment, Shape};
use yew::Html;

/// A picture of the lesson.
pub fn picture(at: u16, alt: &str, cx: Cx<'_>) -> Html {
    let picture = cx.lesson.and_then(|lesson| lesson.pictures.get(usize::from(at)));
    picture
        .map(|it| of("span", "picture").put(drawing(&it.drawing, alt.to_owned(), cx)).html())
        .unwrap_or_default()
}

/// A drawing with the words for it.
pub fn drawing(drawing: &Drawing, alt: String, cx: Cx<'_>) -> Html {
    canvas(drawing, cx).is("role", "img").attr("aria-label", alt).html()
}

fn canvas(drawing: &Drawing, cx: Cx<'_>) -> El {
    let view =
        ["0 0 ", &digits(drawing.width.into()), " ", &digits(drawing.height.into())].concat();
    el("svg").attr("viewBox", view).put(each(drawing.shapes.iter().map(|it| shape(it, cx))))
}

fn shape(shape: &Shape, cx: Cx<'_>) -> Html {
    let element = match shape {
        Shape::Path(paint, segments) => filled(el("path").attr("d", path(segments)), *paint),
        Shape::Disc(paint, x, y, r) => {
            filled(placed(el("circle"), &["cx", "cy", "r"], &[*x, *y, *r]), *paint)
        }
        Shape::Box(inside, edge, place) => {
            let inside = filled(placed(el("rect"), &["x", "y", "width", "height"], place), *inside);
            edged(*edge).with(inside)
        }
        Shape::Line(paint, ends) => {
            edged(*paint).with(placed(el("line"), &["x1", "y1", "x2", "y2", "stroke-width"], ends))
        }
        Shape::Label(paint, place, words) => {
            let label =
                placed(el("text").is("text-anchor", "middle"), &["x", "y", "font-size"], place);
            filled(label.text(words.clone()), *paint)
        }
        Shape::Use(at, place) => {
            let Some(it) = cx.lesson.and_then(|lesson| lesson.pictures.get(usize::from(*at)))
            else {
                return Html::default();
            };
            let size = place.get(2).copied().unwrap_or_default();
            // A picture never holds another, so this ends.
            let inner = canvas(&it.drawing, Cx { lesson: None, ..cx });
            placed(placed(inner, &["x", "y", "width"], place), &["height"], &[size])
        }
    };
    element.html()
}

fn placed(mut element: El, names: &[&'static str], numbers: &[i64]) -> El {
    for (name, number) in names.iter().zip(numbers) {
        element = element.attr(name, digits(*number));
    }
    element
}

/// Filled by a class that follows light and dark, or by a fixed colour.
fn filled(element: El, paint: Paint) -> El {
    match paint {
        Paint::None => element.is("fill", "none"),
        Paint::Rgb(rgb) => element.attr("fill", colour(rgb)),
        Paint::Ink => element.is("class", "ink"),
        Paint::Line => element.is("class", "line"),
        Paint::First => element.is("class", "first"),
        Paint::Second => element.is("class", "second"),
        Paint::Surface => element.is("class", "surface"),
    }
}

/// A group whose lines have the colour of a paint.
fn edged(paint: Paint) -> El {
    match paint {
        Paint::None => el("g"),
        Paint::Rgb(rgb) => el("g").attr("stroke", colour(rgb)),
        Paint::Ink => of("g", "edge-ink"),
        Paint::Line => of("g", "edge-line"),
        Paint::First => of("g", "edge-first"),
        Paint::Second => of("g", "edge-second"),
        Paint::Surface => of("g", "edge-surface"),
    }
}

/// `#rrggbb`
fn colour(rgb: u32) -> String {
    // A one before the six digits keeps their leading noughts.
    ["#", &hex(u64::from(rgb) | 0x100_0000)[1..]].concat()
}

fn path(segments: &[Segment]) -> String {
    let mut d = String::new();
    let mut step = |letter: char, numbers: &[i64]| {
        d.push(letter);
        for number in numbers {
            d.push_str(&digits(*number));
            d.push(' ');
        }
    };
    for segment in segments {
        match *segment {
            Segment::Move(x, y) => step('m', &[x, y]),
            Segment::Line(x, y) => step('l', &[x, y]),
            Segment::Quad(a, b, x, y) => step('q', &[a, b, x, y]),
            Segment::Close => step('z', &[]),
        }
    }
    d
}
