//! Notes and small pictures as elements.

use crate::Ask;
use course::digits::digits;
use course::stage::music::notation::{Notation, Sheet, draw};
use course::stage::music::note::Tune;
use course::stage::music::text::write;
use stage::node::{Element, el, of};

/// As wide as the smallest screen.
pub const WIDE: i64 = 300;

/// A tune in this notation, with a mark over the note that sounds now.
pub fn sheet(notation: Notation, tune: &Tune, now: Option<usize>) -> Element<Ask> {
    let drawn = draw(notation, tune, WIDE);
    let mut svg =
        framed(&drawn).is("role", "img").is("aria-label", &write(tune.metre, &tune.notes));
    if let Some((x, y)) = now.and_then(|at| drawn.places.get(at)) {
        let (x, y) = (digits(*x), digits(y + 8));
        svg = svg.with(of("circle", "now").is("cx", &x).is("cy", &y).is("r", "5"));
    }
    svg
}

fn framed(sheet: &Sheet) -> Element<Ask> {
    let (width, height) = (digits(sheet.width), digits(sheet.height));
    let mut svg = of("svg", "sheet").is("viewBox", &["0 0 ", &width, " ", &height].concat());
    svg = svg.is("width", &width).is("height", &height);
    for mark in &sheet.marks {
        let mut element = el(mark.tag);
        for (name, value) in &mark.attributes {
            element = element.is(name, value);
        }
        svg = svg.with(if mark.words.is_empty() { element } else { element.text(&mark.words) });
    }
    svg
}

/// A small picture beside words.
pub fn icon(path: &str) -> Element<Ask> {
    let svg = of("svg", "icon").is("viewBox", "0 0 24 24").is("aria-hidden", "true");
    svg.with(el("path").is("d", path).is("fill", "currentColor"))
}

/// A row of controls.
pub fn row(controls: Vec<Element<Ask>>) -> Element<Ask> {
    of("div", "controls").with_all(controls)
}
