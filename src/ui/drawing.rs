//! Drawings as SVG, shape by shape. Colours are presentation attributes or classes, never styles.

use super::{Cx, each};
use course::picture::{Drawing, Paint, Segment, Shape};
use std::fmt::Write;
use yew::prelude::*;

/// A picture of the lesson.
pub fn picture(at: u16, alt: &str, cx: Cx<'_>) -> Html {
    let picture = cx.lesson.and_then(|lesson| lesson.pictures.get(usize::from(at)));
    picture.map(|it| html! { <span class="picture">{ drawing(&it.drawing, alt, cx) }</span> }).unwrap_or_default()
}

/// A drawing with the words for it.
pub fn drawing(drawing: &Drawing, alt: &str, cx: Cx<'_>) -> Html {
    let view = format!("0 0 {} {}", drawing.width, drawing.height);
    html! {
        <svg viewBox={view} role="img" aria-label={alt.to_owned()}>{ shapes(drawing, cx) }</svg>
    }
}

fn shapes(drawing: &Drawing, cx: Cx<'_>) -> Html {
    each(drawing.shapes.iter().map(|it| shape(it, cx)))
}

fn shape(shape: &Shape, cx: Cx<'_>) -> Html {
    match shape {
        Shape::Path(paint, segments) => {
            let (class, fill) = paint_of(*paint);
            html! { <path d={path(segments)} {class} {fill} /> }
        }
        Shape::Disc(paint, x, y, r) => {
            let (class, fill) = paint_of(*paint);
            html! { <circle cx={x.to_string()} cy={y.to_string()} r={r.to_string()} {class} {fill} /> }
        }
        Shape::Box(inside, edge, place) => {
            let [x, y, width, height] = numbers(place);
            let (class, fill) = paint_of(*inside);
            let (edge, _) = paint_of(*edge);
            html! { <g class={edge.map(|it| format!("edge-{it}"))}><rect {x} {y} {width} {height} {class} {fill} /></g> }
        }
        Shape::Line(paint, ends) => {
            let [x1, y1, x2, y2, width] = numbers(ends);
            let (class, _) = paint_of(*paint);
            html! { <g class={class.map(|it| format!("edge-{it}"))}><line {x1} {y1} {x2} {y2} stroke-width={width} /></g> }
        }
        Shape::Label(paint, place, words) => {
            let [x, y, size] = numbers(place);
            let (class, fill) = paint_of(*paint);
            html! { <text {x} {y} font-size={size} text-anchor="middle" {class} {fill}>{ words }</text> }
        }
        Shape::Use(at, place) => {
            let Some(it) = cx.lesson.and_then(|lesson| lesson.pictures.get(usize::from(*at))) else {
                return Html::default();
            };
            let [x, y, size] = numbers(place);
            let view = format!("0 0 {} {}", it.drawing.width, it.drawing.height);
            // A picture never holds another, so this ends.
            html! { <svg {x} {y} width={size.clone()} height={size} viewBox={view}>{ shapes(&it.drawing, Cx { lesson: None, ..cx }) }</svg> }
        }
    }
}

/// A paint as a class that follows light and dark, or as a fixed colour.
fn paint_of(paint: Paint) -> (Option<&'static str>, Option<String>) {
    match paint {
        Paint::None => (None, Some("none".to_owned())),
        Paint::Rgb(rgb) => (None, Some(format!("#{rgb:06x}"))),
        Paint::Ink => (Some("ink"), None),
        Paint::Line => (Some("line"), None),
        Paint::First => (Some("first"), None),
        Paint::Second => (Some("second"), None),
        Paint::Surface => (Some("surface"), None),
    }
}

fn numbers<const N: usize>(of: &[i64]) -> [String; N] {
    std::array::from_fn(|at| of.get(at).map(i64::to_string).unwrap_or_default())
}

fn path(segments: &[Segment]) -> String {
    let mut d = String::new();
    for segment in segments {
        // Writing to a string cannot fail.
        let _ = match segment {
            Segment::Move(x, y) => write!(d, "m{x} {y}"),
            Segment::Line(x, y) => write!(d, "l{x} {y}"),
            Segment::Quad(a, b, x, y) => write!(d, "q{a} {b} {x} {y}"),
            Segment::Cubic(a, b, e, f, x, y) => write!(d, "c{a} {b} {e} {f} {x} {y}"),
            Segment::Close => write!(d, "z"),
        };
    }
    d
}
