//! What the models look like: SVG drawn from their state. What changes from frame to frame is few attributes of few elements.

use crate::Ask;
use crate::bench::Bench;
use crate::words::Message;
use course::digits::digits;
use course::stage::lab::Model;
use stage::node::{Element, el, of};

mod float;
mod magnet;
mod plant;
mod shadow;

/// The picture.
pub fn view(bench: &Bench) -> Element<Ask> {
    match bench.model {
        Model::Shadow => shadow::view(bench),
        Model::Float => float::view(bench),
        Model::Plant => plant::view(bench),
        Model::Magnet => magnet::view(bench),
    }
}

/// What it shows, in words.
pub fn told(bench: &Bench) -> Message {
    match bench.model {
        Model::Shadow => shadow::told(bench),
        Model::Float => float::told(bench),
        Model::Plant => Message::Leaves,
        Model::Magnet => magnet::told(bench),
    }
}

/// A canvas of 320 by so much.
pub fn canvas(high: &str) -> Element<Ask> {
    el("svg").is("viewBox", &["0 0 320 ", high].concat())
}

/// A shape of this class with numbers.
#[inline(never)]
pub fn shape(
    tag: &'static str,
    class: &'static str,
    numbers: &[(&'static str, i64)],
) -> Element<Ask> {
    let mut shape = of(tag, class);
    for (name, number) in numbers {
        shape = shape.is(name, &digits(*number));
    }
    shape
}

pub fn rect(class: &'static str, x: i64, y: i64, width: i64, height: i64) -> Element<Ask> {
    shape("rect", class, &[("x", x), ("y", y), ("width", width), ("height", height)])
}

pub fn line(class: &'static str, x1: i64, y1: i64, x2: i64, y2: i64) -> Element<Ask> {
    shape("line", class, &[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
}

pub fn ellipse(class: &'static str, cx: i64, cy: i64, rx: i64, ry: i64) -> Element<Ask> {
    shape("ellipse", class, &[("cx", cx), ("cy", cy), ("rx", rx), ("ry", ry)])
}

pub fn words(class: &'static str, x: i64, y: i64, words: &str) -> Element<Ask> {
    shape("text", class, &[("x", x), ("y", y)]).text(words)
}

/// A group that is put somewhere: its contents stay what they are while it moves.
pub fn group(x: i64, y: i64) -> Element<Ask> {
    el("g").is("transform", &["translate(", &digits(x), " ", &digits(y), ")"].concat())
}
