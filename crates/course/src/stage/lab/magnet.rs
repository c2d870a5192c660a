//! A bar magnet, and before it a thing on a cart: pulled, pushed away, or left where it is.

use super::model::{Control, Meter, Scale, Unit};

/// What a thing is made of, as far as a magnet cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stuff {
    /// Iron, or steel.
    Iron,
    /// A metal that is neither.
    Metal,
    /// No metal.
    Other,
    /// Another magnet, this pole first.
    North,
    South,
}

use Stuff::{Iron, Metal, North, Other, South};

/// Each thing, what it is made of, and how much a magnet gets hold of: thousandths of what it has of a big nail.
const THINGS: [(&str, Stuff, i64); 14] = [
    ("nail", Iron, 1000),
    ("clip", Iron, 100),
    ("tin", Iron, 1500),
    ("needle", Iron, 100),
    ("wire", Metal, 0),
    ("foil", Metal, 0),
    ("bell", Metal, 0),
    ("stick", Other, 0),
    ("ruler", Other, 0),
    ("marble", Other, 0),
    ("eraser", Other, 0),
    ("paper", Other, 0),
    ("north", North, 1000),
    ("south", South, 1000),
];

const NAMES: [&str; 14] = {
    let mut names = [""; 14];
    let mut at = 0;
    while at < 14 {
        names[at] = THINGS[at].0;
        at += 1;
    }
    names
};

pub(super) const CONTROLS: [Control; 3] = [
    Control { name: "thing", scale: Scale::Things(&NAMES) },
    Control { name: "pole", scale: Scale::Things(&["north", "south"]) },
    Control {
        name: "gap",
        scale: Scale::Span { least: 5, most: 60, step: 5, unit: Unit::Millimetres },
    },
];

/// What the thing does, and what a scale shows that holds it: less than nought when it is pushed away.
pub(super) const METERS: [Meter; 2] =
    [Meter { name: "moves", unit: Unit::Words }, Meter { name: "pull", unit: Unit::Grams }];

/// Steps of a sixtieth of a second.
pub(super) const STEPS: u16 = 240;

/// What a cart rolls over, in thousandths of a gram for a big nail: less does not move it.
const FRICTION: i64 = 5000;

/// The farthest that a cart is pushed, in thousandths of a millimetre.
pub(super) const FAR: i64 = 100_000;

/// What a body falls in a sixtieth of a second after a sixtieth of a second, in thousandths of a millimetre.
const GRAVITY: i64 = 2725;

/// What a thing is made of.
pub(super) fn stuff(thing: u16) -> Stuff {
    THINGS.get(usize::from(thing)).map_or(Other, |it| it.1)
}

/// Thousandths of a gram at a gap in thousandths of a millimetre, for a big nail or a magnet; less than nought is a push. Magnets
/// feel each other farther than iron feels one.
fn pull(settings: &[u16], gap: i64) -> i64 {
    let near = (gap.max(0) + 5000) / 100;
    let magnets = 4_000_000_000 / (near * near);
    let south = settings.get(1).is_some_and(|it| *it == 1);
    match settings.first().map_or(Other, |it| stuff(*it)) {
        Iron => 200_000_000_000 / (near * near * near),
        Metal | Other => 0,
        North => {
            if south {
                magnets
            } else {
                -magnets
            }
        }
        South => {
            if south {
                -magnets
            } else {
                magnets
            }
        }
    }
}

pub(super) fn outcome(settings: &[u16], meter: u8) -> i64 {
    let pull = pull(settings, gap(settings));
    match meter {
        0 if pull.abs() < FRICTION => 0,
        0 => pull.signum(),
        _ => {
            let thing = settings.first().and_then(|it| THINGS.get(usize::from(*it)));
            pull * thing.map_or(0, |it| it.2) / 1000
        }
    }
}

fn gap(settings: &[u16]) -> i64 {
    settings.get(2).copied().map_or(0, i64::from) * 1000
}

/// The gap and how fast it grows, in thousandths of a millimetre.
pub(super) fn begin(settings: &[u16]) -> [i64; 3] {
    [gap(settings), 0, 0]
}

/// One step. A cart weighs a kilogram for a big nail and less for less, so that all of them move alike; wheels and air take a tenth
/// of the speed.
pub(super) fn advance(settings: &[u16], [gap, speed, _]: [i64; 3]) -> [i64; 3] {
    let pull = pull(settings, gap);
    if pull.abs() < FRICTION && speed == 0 {
        return [gap, 0, 0];
    }
    let speed = (speed - GRAVITY * pull / 1_000_000) * 9 / 10;
    let next = (gap + speed).clamp(0, FAR);
    if next == 0 || next == FAR { [next, 0, 0] } else { [next, speed, 0] }
}
