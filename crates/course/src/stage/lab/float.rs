//! What floats and what sinks: a thing is let go in water. It comes to rest where what it pushes aside is as heavy as the thing
//! itself, or at the bottom.

use super::model::{Control, Meter, Scale, Unit};

/// A thing: grams, cubic centimetres, and how tall it lies in the water in millimetres.
pub(super) struct Thing {
    pub grams: i64,
    pub volume: i64,
    pub tall: i64,
}

const fn thing(grams: i64, volume: i64, tall: i64) -> Thing {
    Thing { grams, volume, tall }
}

/// Wood lies flat; the ball and the boat are the same clay; a watermelon is heavy and floats, a cherry tomato small and sinks.
const THINGS: [(&str, Thing); 12] = [
    ("wood", thing(60, 100, 40)),
    ("stone", thing(130, 50, 36)),
    ("apple", thing(150, 180, 66)),
    ("potato", thing(160, 148, 56)),
    ("egg", thing(58, 55, 44)),
    ("coin", thing(8, 1, 6)),
    ("nail", thing(16, 2, 8)),
    ("cap", thing(2, 4, 14)),
    ("ball", thing(90, 50, 44)),
    ("boat", thing(90, 150, 46)),
    ("melon", thing(4000, 4250, 120)),
    ("tomato", thing(22, 20, 32)),
];

const NAMES: [&str; 12] = {
    let mut names = [""; 12];
    let mut at = 0;
    while at < 12 {
        names[at] = THINGS[at].0;
        at += 1;
    }
    names
};

pub(super) const CONTROLS: [Control; 2] = [
    Control { name: "thing", scale: Scale::Things(&NAMES) },
    Control {
        name: "salt",
        scale: Scale::Span { least: 0, most: 12, step: 1, unit: Unit::Spoons },
    },
];

/// Its mass and its volume, whether it floats, how much of it is under water, and how much water it pushes aside.
pub(super) const METERS: [Meter; 5] = [
    Meter { name: "mass", unit: Unit::Grams },
    Meter { name: "volume", unit: Unit::CubicCentimetres },
    Meter { name: "floats", unit: Unit::Words },
    Meter { name: "under", unit: Unit::Percent },
    Meter { name: "pushed", unit: Unit::CubicCentimetres },
];

/// Steps of a sixtieth of a second.
pub(super) const STEPS: u16 = 180;

/// How deep the tub is, in thousandths of a millimetre.
pub(super) const DEPTH: i64 = 200_000;

/// What a thing falls in a sixtieth of a second after a sixtieth of a second, in thousandths of a millimetre.
const GRAVITY: i64 = 2725;

/// The thing of these settings.
pub(super) fn of(settings: &[u16]) -> &'static Thing {
    let at = settings.first().map_or(0, |it| usize::from(*it));
    THINGS.get(at).map_or(&THINGS[0].1, |(_, it)| it)
}

/// Grams of a litre of water: twelve more for each spoon of salt in it.
pub(super) fn density(settings: &[u16]) -> i64 {
    1000 + 12 * settings.get(1).copied().map_or(0, i64::from)
}

/// What it pushes aside at rest, in thousandths of a cubic centimetre.
pub(super) fn pushed(settings: &[u16]) -> i64 {
    let it = of(settings);
    (it.grams * 1_000_000 / density(settings)).min(it.volume * 1000)
}

fn floats(settings: &[u16]) -> bool {
    pushed(settings) < of(settings).volume * 1000
}

pub(super) fn outcome(settings: &[u16], meter: u8) -> i64 {
    let it = of(settings);
    match meter {
        0 => it.grams * 1000,
        1 => it.volume * 1000,
        2 => i64::from(floats(settings)),
        3 => pushed(settings) * 100 / it.volume,
        _ => pushed(settings),
    }
}

/// How deep its lowest point is and how fast that goes down, in thousandths of a millimetre: at first it touches the water.
pub(super) const fn begin() -> [i64; 3] {
    [0, 0, 0]
}

/// Where its lowest point comes to rest, in thousandths of a millimetre.
pub(super) fn rest(settings: &[u16]) -> i64 {
    let it = of(settings);
    if floats(settings) { it.tall * pushed(settings) / it.volume } else { DEPTH }
}

/// One step: weight and what pushes it up, the water that goes along and what the water takes of the speed. In the last second it is
/// led to where it would come to rest in the end, since what is nearly as heavy as water takes its time.
pub(super) fn advance(settings: &[u16], step: u16, [depth, speed, _]: [i64; 3]) -> [i64; 3] {
    let left = i64::from(STEPS - step);
    if left < 60 {
        return [depth + (rest(settings) - depth) / (left + 1), 0, 0];
    }
    let it = of(settings);
    let under = depth.clamp(0, it.tall * 1000);
    // Of a thousand parts of its weight so many are carried.
    let carried = it.volume * density(settings) * under / (it.tall * 1000) / it.grams;
    let speed = speed + GRAVITY * (1000 - carried) / (1000 + carried / 2);
    let speed = speed * (1000 - 140 * under / (it.tall * 1000)) / 1000;
    let depth = depth + speed;
    if depth >= DEPTH { [DEPTH, 0, 0] } else { [depth, speed, 0] }
}
