//! Notes and small pictures as elements.

use crate::Ask;
use course::digits::digits;
use course::stage::music::notation::{Notation, draw};
use course::stage::music::note::Tune;
use course::stage::music::text::write;
use stage::node::{Element, el, of};

/// As wide as the smallest screen.
const WIDE: i64 = 300;

/// A tune in this notation, with a mark over the note that sounds now.
pub fn sheet(notation: Notation, tune: &Tune, now: Option<usize>) -> Element<Ask> {
    let drawn = draw(notation, tune, WIDE);
    let mut svg = numbered(
        picture("sheet", drawn.width, drawn.height),
        &["width", "height"],
        &[drawn.width, drawn.height],
    )
    .is("role", "img")
    .is("aria-label", &write(tune.metre, &tune.notes));
    for mark in &drawn.marks {
        let mut element = el(mark.tag);
        mark.attributes(&mut |name, value| {
            element = std::mem::replace(&mut element, el("")).is(name, value)
        });
        element =
            if mark.is_line() { element.is("d", &mark.words) } else { element.text(&mark.words) };
        svg = svg.with(element);
    }
    if let Some((x, y)) = now.and_then(|at| drawn.places.get(at)) {
        svg = svg.with(circle("now", *x, y + 8, 5));
    }
    svg
}

/// An SVG of its own units.
pub fn picture(class: &'static str, wide: i64, high: i64) -> Element<Ask> {
    of("svg", class).is("viewBox", &["0 0 ", &digits(wide), " ", &digits(high)].concat())
}

pub fn circle(class: &'static str, x: i64, y: i64, r: i64) -> Element<Ask> {
    numbered(of("circle", class), &["cx", "cy", "r"], &[x, y, r])
}

pub fn rect(class: &'static str, x: i64, y: i64, wide: i64, high: i64) -> Element<Ask> {
    numbered(
        of("rect", class),
        &["x", "y", "width", "height", "rx"],
        &[x, y, wide, high, high.min(wide) / 3],
    )
}

/// Attributes that are numbers.
#[inline(never)]
pub fn numbered(
    mut element: Element<Ask>,
    names: &[&'static str],
    numbers: &[i64],
) -> Element<Ask> {
    for (at, name) in names.iter().enumerate() {
        element = element.is(name, &digits(numbers[at]));
    }
    element
}

/// A small picture beside words.
pub fn icon(path: &str) -> Element<Ask> {
    let svg = picture("icon", 24, 24).is("aria-hidden", "true");
    svg.with(el("path").is("d", path).is("fill", "currentColor"))
}

/// A row of controls.
pub fn row(controls: Vec<Element<Ask>>) -> Element<Ask> {
    of("div", "controls").with_all(controls)
}
