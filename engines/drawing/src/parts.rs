//! What the stages of this engine share: the sheet as a picture, swatches, rows of controls, the pad.

use crate::Ask;
use crate::names;
use crate::words::Message as M;
use course::digits::digits;
use course::stage::drawing::paint::Paint;
use course::stage::drawing::point::{Point, SIDE, at};
use course::stage::drawing::sheet::Sheet;
use course::stage::drawing::svg::{Drawn, Look, colour, rgb, svg};
use stage::node::{Element, el, of};
use stage::words::Locale;
use stage::{Effect, What};

/// What is on the stage.
pub type Node = Element<Ask>;

/// Units of the picture along each side: twice the sheet's.
pub const VIEW: &str = "0 0 960 960";

/// Where one can go by a key or a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Left,
    Up,
    Right,
    Down,
}

impl Way {
    pub const ALL: [(Self, M, &'static str); 4] = [
        (Self::Left, M::Left, "←"),
        (Self::Up, M::Up, "↑"),
        (Self::Down, M::Down, "↓"),
        (Self::Right, M::Right, "→"),
    ];

    /// One to the left is (-1, 0).
    pub const fn by(self) -> (i32, i32) {
        match self {
            Self::Left => (-1, 0),
            Self::Up => (0, -1),
            Self::Right => (1, 0),
            Self::Down => (0, 1),
        }
    }
}

/// What a key means on a surface.
pub enum Key {
    Go(Way),
    /// Space or Enter.
    Act,
    /// Escape.
    Leave,
    /// Delete or Backspace.
    Remove,
    Other,
}

pub fn key(name: &str) -> Key {
    match name {
        "ArrowLeft" => Key::Go(Way::Left),
        "ArrowUp" => Key::Go(Way::Up),
        "ArrowRight" => Key::Go(Way::Right),
        "ArrowDown" => Key::Go(Way::Down),
        " " | "Enter" => Key::Act,
        "Escape" => Key::Leave,
        "Delete" | "Backspace" => Key::Remove,
        _ => Key::Other,
    }
}

/// What a finger does on a surface.
pub enum Finger {
    Down,
    Move,
    Up,
}

/// A finger's place on the sheet.
pub fn finger(what: &What) -> Option<(Finger, Point)> {
    let (finger, x, y) = match what {
        What::Down(x, y) => (Finger::Down, x, y),
        What::Move(x, y) => (Finger::Move, x, y),
        What::Up(x, y) => (Finger::Up, x, y),
        What::Tap | What::Typed(_) | What::Key(_) => return None,
    };
    let units = |share: &i32| (share * SIDE + 500) / 1000;
    Some((finger, at(units(x), units(y)).on_sheet()))
}

/// The picture of a sheet.
pub fn surface(paper: Option<Paint>) -> Node {
    let paper = paper.unwrap_or(Paint::White);
    of("svg", "sheet")
        .is("viewBox", VIEW)
        .is("tabindex", "0")
        .is("role", "application")
        .with(shape("m0 0h960v960h-960z", &colour(paper)))
}

/// A path that is filled.
pub fn shape(way: &str, fill: &str) -> Node {
    el("path").is("fill", fill).is("d", way)
}

/// A path of a class.
pub fn trail(class: &'static str, way: &str) -> Node {
    of("path", class).is("d", way)
}

/// A path as it is looked at.
pub fn path(drawn: &Drawn, look: Look) -> Node {
    let mut path = el("path").is("fill", &look.fill.map_or("none".to_owned(), colour));
    if let Some((paint, width)) = look.stroke {
        path = path
            .is("stroke", &colour(paint))
            .is("stroke-width", &digits(2 * i64::from(width.units())))
            .is("stroke-linecap", "round")
            .is("stroke-linejoin", "round");
    }
    if let Some(turned) = &drawn.turned {
        path = path.is("transform", turned);
    }
    path.is("d", &drawn.way)
}

/// A ring around a point of the sheet.
pub fn ring(class: &'static str, middle: Point, radius: i64) -> Node {
    let twice = |units: i32| digits(2 * i64::from(units));
    of("circle", class)
        .is("cx", &twice(middle.x))
        .is("cy", &twice(middle.y))
        .is("r", &digits(radius))
}

/// A colour as a small picture.
pub fn swatch(colour: u32) -> Node {
    of("svg", "swatch")
        .is("viewBox", "0 0 8 4")
        .is("preserveAspectRatio", "none")
        .is("aria-hidden", "true")
        .with(shape("m0 0h8v4h-8z", &rgb(colour)))
}

/// A button that is pressed or not, with what stands on it.
pub fn tile(class: &'static str, words: &str, pressed: bool, does: impl Into<Ask>) -> Node {
    of("button", class)
        .is("type", "button")
        .is("aria-pressed", truth(pressed))
        .with(of("span", "name").text(words))
        .does(does.into())
}

/// A row that wraps, of what belongs together.
pub fn row(class: &'static str, label: &str) -> Node {
    of("div", class).is("role", "group").is("aria-label", label)
}

/// A row of paints.
pub fn palette(
    locale: Locale,
    paints: &[Paint],
    picked: Paint,
    does: impl Fn(Paint) -> Ask,
) -> Node {
    let mut row = row("row paints", M::Colours.say(locale));
    for paint in paints {
        let words = names::paint(*paint).say(locale);
        let tile = tile("tile paint", words, *paint == picked, does(*paint));
        row = row.with(tile.with(swatch(paint.rgb())));
    }
    row
}

/// What is told to who listens, and seen by all.
pub fn status(words: &str) -> Node {
    of("p", "status").is("role", "status").text(words)
}

/// The list of what is asked.
pub fn wanted(locale: Locale) -> Node {
    of("ul", "wanted").is("aria-label", M::Wanted.say(locale))
}

/// A point of it, with a sign whether it is there.
pub fn want(locale: Locale, met: bool, words: &str) -> Node {
    let (sign, told) = if met { ("✓", M::Done) } else { ("○", M::Missing) };
    let sign = of("span", "sign").is("role", "img").is("aria-label", told.say(locale)).text(sign);
    el("li").is("data-met", truth(met)).with(sign).text(words)
}

/// The four ways as buttons.
pub fn pad(locale: Locale, label: M, go: impl Fn(Way) -> Ask) -> Node {
    let mut pad = row("row pad", label.say(locale));
    for (way, words, arrow) in Way::ALL {
        pad = pad.with(sign(arrow, words.say(locale), go(way)));
    }
    pad
}

/// Files that can be made, once they are looked for.
pub fn files(locale: Locale, row: Node, open: bool, [keep, png, svg]: [Ask; 3]) -> Node {
    let row = row.with(tile("tile", M::Keep.say(locale), open, keep));
    if !open {
        return row;
    }
    row.with(button("tile", M::Png.say(locale), png)).with(button("tile", M::Svg.say(locale), svg))
}

/// A sheet as a file: a picture of points, or a drawing.
pub fn file(locale: Locale, sheet: &Sheet, picture: bool) -> Vec<Effect> {
    let name = |ending: &str| [M::File.say(locale), ending].concat();
    let svg = svg(sheet);
    vec![if picture {
        Effect::Png { name: name(".png"), svg }
    } else {
        Effect::File { name: name(".svg"), mime: "image/svg+xml", bytes: svg.into_bytes() }
    }]
}

/// As attributes say it.
pub const fn truth(it: bool) -> &'static str {
    if it { "true" } else { "false" }
}

/// A button with a sign alone.
pub fn sign(sign: &str, words: &str, does: impl Into<Ask>) -> Node {
    button("tile sign", sign, does).is("aria-label", words)
}

/// A button that asks for something.
pub fn button(class: &'static str, words: &str, does: impl Into<Ask>) -> Node {
    stage::node::button(class, words, does.into())
}
