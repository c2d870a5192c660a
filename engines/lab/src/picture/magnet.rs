//! A magnet and a cart before it: two units are a millimetre.

use super::{canvas, ellipse, group, line, rect, words};
use crate::Ask;
use crate::bench::Bench;
use crate::words::Message;
use course::stage::lab::Model;
use stage::node::{Element, el, of};

const TABLE: i64 = 110;
const FACE: i64 = 92;

pub fn view(bench: &Bench) -> Element<Ask> {
    let picture = canvas("136");
    let Some(run) = bench.runs.first() else { return picture };
    let [thing, pole, ..] = run.to[..] else { return picture };
    let south = pole == 1;
    let (front, back) = if south { ("south", "north") } else { ("north", "south") };
    let (near, far) = if south { ("S", "N") } else { ("N", "S") };
    picture
        .with(line("floor", 0, TABLE, 320, TABLE))
        .with(rect(back, 8, TABLE - 40, 42, 28))
        .with(rect(front, 50, TABLE - 40, 42, 28))
        .with(words("letter", 29, TABLE - 20, far))
        .with(words("letter", 71, TABLE - 20, near))
        .with(line("pole", 40, TABLE - 12, 40, TABLE))
        .with(group(FACE + run.at[0] / 500, 0).with_all(cart(thing)))
}

fn cart(thing: u16) -> Vec<Element<Ask>> {
    let mut cart = vec![
        rect("wood", 0, TABLE - 14, 44, 6),
        ellipse("wheel", 9, TABLE - 5, 5, 5),
        ellipse("wheel", 35, TABLE - 5, 5, 5),
    ];
    cart.push(match thing {
        0 => rect("iron", 0, TABLE - 28, 44, 5),
        1 => of("path", "metal").is("d", "M2 90H30A5 5 0 0 0 30 78H8A4 4 0 0 0 8 86H26"),
        2 => rect("iron", 2, TABLE - 44, 34, 30),
        3 => rect("iron", 0, TABLE - 26, 40, 2),
        4 => of("path", "copper").is("d", "M2 88C10 70 14 100 22 86S34 72 40 90"),
        5 => rect("foil", 2, TABLE - 34, 38, 20),
        6 => of("path", "brass").is("d", "M4 94C12 88 10 68 22 66S32 88 40 94Z"),
        7 => rect("wood", 0, TABLE - 28, 44, 7),
        8 => rect("plastic", 0, TABLE - 30, 44, 12),
        9 => ellipse("glass", 16, TABLE - 24, 10, 10),
        10 => rect("rubber", 4, TABLE - 30, 30, 16),
        11 => rect("paper", 4, TABLE - 40, 30, 26),
        _ => {
            let north = thing == 12;
            let (front, back) = if north { ("north", "south") } else { ("south", "north") };
            let (near, far) = if north { ("N", "S") } else { ("S", "N") };
            return cart_with_magnet(cart, (front, near), (back, far));
        }
    });
    cart
}

fn cart_with_magnet(
    mut cart: Vec<Element<Ask>>,
    front: (&'static str, &str),
    back: (&'static str, &str),
) -> Vec<Element<Ask>> {
    cart.push(el("g").with(rect(front.0, 0, TABLE - 40, 22, 26)).with(words(
        "letter",
        11,
        TABLE - 21,
        front.1,
    )));
    cart.push(el("g").with(rect(back.0, 22, TABLE - 40, 22, 26)).with(words(
        "letter",
        33,
        TABLE - 21,
        back.1,
    )));
    cart
}

pub fn told(bench: &Bench) -> Message {
    let Some(run) = bench.runs.first() else { return Message::CartHeld };
    if run.step == 0 {
        return Message::CartHeld;
    }
    match Model::Magnet.outcome(&run.to, 0) {
        0 => Message::CartStays,
        1.. => Message::CartPulled,
        _ => Message::CartPushed,
    }
}
