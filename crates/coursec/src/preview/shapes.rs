//! Drawings as SVG.

use super::page::Html;
use course::picture::{Drawing, Paint, Picture, Segment, Shape};
use std::fmt::Write as _;

/// The drawing, with the lesson's pictures for those that it uses.
pub fn svg(drawing: &Drawing, alt: &str, class: &str, pictures: &[Picture]) -> Html {
    let view = format!("0 0 {} {}", drawing.width, drawing.height);
    let attributes =
        [("viewBox", view.as_str()), ("role", "img"), ("aria-label", alt), ("class", class)];
    Html::element("svg", &attributes, shapes(drawing, pictures))
}

fn shapes(drawing: &Drawing, pictures: &[Picture]) -> Html {
    Html::join(drawing.shapes.iter().map(|it| shape(it, pictures)))
}

fn shape(shape: &Shape, pictures: &[Picture]) -> Html {
    match shape {
        Shape::Path(paint, segments) => {
            element("path", &[("d", path(segments)), ("fill", colour(*paint))])
        }
        Shape::Disc(paint, x, y, r) => {
            let place = [("cx", x.to_string()), ("cy", y.to_string()), ("r", r.to_string())];
            element("circle", &[&place[..], &[("fill", colour(*paint))]].concat())
        }
        Shape::Box(inside, edge, place) => {
            let paints = [("fill", colour(*inside)), ("stroke", colour(*edge))];
            element("rect", &[&placed(&["x", "y", "width", "height"], place), &paints[..]].concat())
        }
        Shape::Line(paint, ends) => {
            let place = placed(&["x1", "y1", "x2", "y2", "stroke-width"], ends);
            element("line", &[&place[..], &[("stroke", colour(*paint))]].concat())
        }
        Shape::Label(paint, place, words) => {
            let place = placed(&["x", "y", "font-size"], place);
            let attributes =
                [&place[..], &[("text-anchor", "middle".to_owned()), ("fill", colour(*paint))]]
                    .concat();
            Html::element("text", &borrowed(&attributes), Html::text(words))
        }
        Shape::Use(at, place) => {
            let Some(picture) = pictures.get(usize::from(*at)) else { return Html::default() };
            let size = place.get(2).copied().unwrap_or_default();
            let place = placed(&["x", "y", "width", "height"], &[&place[..], &[size]].concat());
            let view = format!("0 0 {} {}", picture.drawing.width, picture.drawing.height);
            let attributes = [&place[..], &[("viewBox", view)]].concat();
            // A picture never holds another, so this ends.
            Html::element("svg", &borrowed(&attributes), shapes(&picture.drawing, &[]))
        }
    }
}

fn element(name: &str, attributes: &[(&'static str, String)]) -> Html {
    Html::element(name, &borrowed(attributes), Html::default())
}

fn borrowed<'a>(attributes: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    attributes.iter().map(|(key, value)| (*key, value.as_str())).collect()
}

fn placed(names: &[&'static str], numbers: &[i64]) -> Vec<(&'static str, String)> {
    names.iter().zip(numbers).map(|(name, number)| (*name, number.to_string())).collect()
}

/// On paper by day.
fn colour(paint: Paint) -> String {
    match paint {
        Paint::None => "none".to_owned(),
        Paint::Rgb(rgb) => format!("#{rgb:06x}"),
        Paint::Ink => "#1d2433".to_owned(),
        Paint::Line => "#8a8578".to_owned(),
        Paint::First => "#a4361f".to_owned(),
        Paint::Second => "#1f4e8c".to_owned(),
        Paint::Surface => "#ffffff".to_owned(),
    }
}

fn path(segments: &[Segment]) -> String {
    let mut out = String::new();
    for segment in segments {
        let (letter, numbers): (char, &[i64]) = match segment {
            Segment::Move(x, y) => ('m', &[*x, *y]),
            Segment::Line(x, y) => ('l', &[*x, *y]),
            Segment::Quad(x1, y1, x, y) => ('q', &[*x1, *y1, *x, *y]),
            Segment::Close => ('z', &[]),
        };
        out.push(letter);
        for number in numbers {
            let _ = write!(out, "{number} ");
        }
    }
    out
}
