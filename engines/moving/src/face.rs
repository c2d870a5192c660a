//! Faces to pick from: drawn, and named.

use crate::Ask;
use course::digits::digits;
use stage::node::{Element, el, of};

/// A row of faces with their words; the picked one is pressed. `tired` ones get drops of sweat, others smile less and less.
pub fn row(
    words: [&str; 5],
    picked: Option<u8>,
    tired: bool,
    ask: &dyn Fn(u8) -> Ask,
) -> Element<Ask> {
    let mut row = of("div", "felt").is("role", "group");
    for (at, words) in (1..).zip(words) {
        let pressed = if picked == Some(at) { "true" } else { "false" };
        let face = of("button", "tile")
            .is("type", "button")
            .is("aria-pressed", pressed)
            .with(face(at, tired))
            .with(el("span").text(words))
            .does(ask(at));
        row = row.with(face);
    }
    row
}

/// One of five faces.
fn face(at: u8, tired: bool) -> Element<Ask> {
    // From a smile to its opposite.
    let bend = i64::from(3 - i16::from(at)) * 7;
    let mouth = [
        "M22 ",
        &digits(44 - bend / 4),
        "Q32 ",
        &digits(44 + bend),
        " 42 ",
        &digits(44 - bend / 4),
    ]
    .concat();
    let dot = |x: &str| of("circle", "eye").is("cx", x).is("cy", "26").is("r", "3.5");
    let mut face = of("svg", "mood")
        .is("viewBox", "0 0 64 64")
        .is("aria-hidden", "true")
        .with(of("circle", "skin").is("cx", "32").is("cy", "32").is("r", "28"))
        .with(dot("23"))
        .with(dot("41"))
        .with(of("path", "mouth").is("d", &mouth));
    if tired && at > 3 {
        face = face.with(of("path", "wet").is("d", "M52 10Q60 20 56 24Q50 27 48 22Q48 17 52 10z"));
    }
    if tired && at > 4 {
        face = face.with(of("path", "wet").is("d", "M12 10Q20 20 16 24Q10 27 8 22Q8 17 12 10z"));
    }
    face
}
