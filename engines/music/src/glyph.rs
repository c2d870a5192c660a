//! Options of a comparison as pictures, for who does not read yet: two sounds side by side.

use crate::Ask;
use course::digits::digits;
use course::stage::music::listen::{Ask as Asked, Aspect};
use stage::node::{Element, of};

/// The picture of an option; none for what is told in notes or names.
pub fn glyph(asked: &Asked, option: u8) -> Option<Element<Ask>> {
    // More, less, the same.
    let way = [1, -1, 0].get(usize::from(option)).copied().unwrap_or(0);
    let mut svg = of("svg", "glyph").is("viewBox", "0 0 56 24").is("aria-hidden", "true");
    match asked {
        Asked::Compare(Aspect::High) => {
            svg = svg.with(dot(14, 12, 5)).with(dot(42, 12 - 7 * way, 5));
        }
        Asked::Compare(Aspect::Loud) => {
            svg = svg.with(dot(14, 12, 6)).with(dot(42, 12, if way < 0 { 3 } else { 6 + 5 * way }));
        }
        Asked::Compare(Aspect::Long) => {
            svg = svg.with(bar(4, 16)).with(bar(28, if way < 0 { 8 } else { 16 + 8 * way }));
        }
        Asked::Compare(Aspect::Fast) => {
            let count = [4, 6, 3][(way + 3) as usize % 3];
            for at in 0..count {
                svg = svg.with(dot(5 + at * 46 / (count - 1), 12, 4));
            }
        }
        Asked::Same => {
            svg = svg.with(dot(14, 12, 6));
            svg = if option == 0 { svg.with(dot(42, 12, 6)) } else { svg.with(bar(34, 16)) };
        }
        Asked::Which(..) | Asked::Named(..) => return None,
    }
    Some(svg)
}

fn dot(x: i64, y: i64, r: i64) -> Element<Ask> {
    of("circle", "sound").is("cx", &digits(x)).is("cy", &digits(y)).is("r", &digits(r))
}

fn bar(x: i64, wide: i64) -> Element<Ask> {
    let bar = of("rect", "sound").is("x", &digits(x)).is("y", "7").is("height", "10");
    bar.is("width", &digits(wide)).is("rx", "4")
}
