//! Options of a comparison as pictures, for who does not read yet: two sounds side by side.

use crate::Ask;
use crate::sheet::{circle, picture, rect};
use course::stage::music::listen::{Ask as Asked, Aspect};
use stage::node::Element;

/// The picture of an option; none for what is told in notes or names.
pub fn glyph(asked: &Asked, option: u8) -> Option<Element<Ask>> {
    // More, less, the same.
    let option = usize::from(option.min(2));
    let dot = |x, y, r| circle("sound", x, y, r);
    let bar = |x, wide| rect("sound", x, 7, wide, 10);
    let (first, second) = match asked {
        Asked::Compare(Aspect::High) => (dot(14, 12, 5), dot(42, [5, 19, 12][option], 5)),
        Asked::Compare(Aspect::Loud) => (dot(14, 12, 6), dot(42, 12, [11, 3, 6][option])),
        Asked::Compare(Aspect::Long) => (bar(4, 16), bar(28, [24, 8, 16][option])),
        Asked::Compare(Aspect::Fast) => {
            let count = [6, 3, 4][option];
            let mut svg = picture("glyph", 56, 24).is("aria-hidden", "true");
            for at in 0..count {
                svg = svg.with(dot(5 + at * 46 / (count - 1), 12, 4));
            }
            return Some(svg);
        }
        Asked::Same => (dot(14, 12, 6), if option == 0 { dot(42, 12, 6) } else { bar(34, 16) }),
        Asked::Which(..) | Asked::Named(..) => return None,
    };
    Some(picture("glyph", 56, 24).is("aria-hidden", "true").with(first).with(second))
}
