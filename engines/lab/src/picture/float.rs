//! A tub of water and a thing in it; two millimetres are a unit and a third.

use super::{ellipse, group, line, rect};
use crate::Ask;
use crate::bench::Bench;
use crate::words::Message;
use stage::node::{Element, el, of};

const SURFACE: i64 = 64;
const BOTTOM: i64 = SURFACE + 133;

/// How a thing is drawn: colour, how wide it is for a hundred of its height, and whether it has corners.
const LOOKS: [(&str, i64, Form); 12] = [
    ("wood", 250, Form::Block),
    ("rock", 150, Form::Round),
    ("apple", 105, Form::Round),
    ("potato", 150, Form::Round),
    ("egg", 130, Form::Round),
    ("brass", 380, Form::Round),
    ("iron", 700, Form::Block),
    ("plastic", 220, Form::Block),
    ("clay", 100, Form::Round),
    ("clay", 260, Form::Boat),
    ("melon", 115, Form::Round),
    ("tomato", 100, Form::Round),
];

/// How tall each lies in the water, in units.
const TALL: [i64; 12] = [27, 24, 44, 37, 29, 4, 5, 9, 29, 31, 80, 21];

#[derive(Clone, Copy)]
enum Form {
    Block,
    Round,
    Boat,
}

pub fn view(bench: &Bench) -> Element<Ask> {
    // A melon is held high above the water.
    let picture = el("svg").is("viewBox", "0 -32 320 240");
    let Some(run) = bench.runs.first() else { return picture };
    let at = run.to.first().map_or(0, |it| usize::from(*it).min(11));
    let depth = run.at[0] * 133 / 200_000;
    let held = if run.step == 0 { 12 } else { 0 };
    let mut picture = picture
        .with(rect("water", 31, SURFACE, 258, BOTTOM - SURFACE))
        .with(group(160, SURFACE + depth - TALL[at] - held).with(thing(at)))
        .with(rect("sheer", 31, SURFACE, 258, BOTTOM - SURFACE))
        .with(line("surface", 31, SURFACE, 289, SURFACE))
        .with(of("path", "tub").is("d", "M28 40V200H292V40"));
    // Salt at the bottom, a grain for each spoon.
    for grain in 0..run.to.get(1).copied().map_or(0, i64::from) {
        picture = picture.with(rect("salt", 40 + grain * 20, BOTTOM - 4, 4, 4));
    }
    picture
}

fn thing(at: usize) -> Element<Ask> {
    let (class, wide, form) = LOOKS[at];
    let (tall, half) = (TALL[at], TALL[at] * wide / 200);
    match form {
        Form::Block => rect(class, -half, 0, 2 * half, tall),
        Form::Round => ellipse(class, 0, tall / 2, half, (tall / 2).max(2)),
        Form::Boat => of("path", class).is("d", "M-40 0H40L26 31H-26Z"),
    }
}

pub fn told(bench: &Bench) -> Message {
    let Some(run) = bench.runs.first() else { return Message::Held };
    if run.step == 0 {
        Message::Held
    } else if !run.is_over() {
        Message::Falling
    } else if run.at[0] >= 200_000 {
        Message::Sunk
    } else {
        Message::Floating
    }
}
