//! A young plant in a pot: its leaves grow the faster the more there are and the slower the fuller the pot is (logistic growth),
//! as far as light, water and warmth let it.

use super::model::{Control, Meter, Scale, Unit};

pub(super) const CONTROLS: [Control; 3] = [
    Control {
        name: "light",
        scale: Scale::Span { least: 0, most: 14, step: 2, unit: Unit::Hours },
    },
    Control {
        name: "water",
        scale: Scale::Span { least: 0, most: 10, step: 1, unit: Unit::Spoons },
    },
    Control {
        name: "warmth",
        scale: Scale::Span { least: 5, most: 40, step: 5, unit: Unit::Celsius },
    },
];

/// How many squares of squared paper its leaves cover.
pub(super) const METERS: [Meter; 1] = [Meter { name: "leaves", unit: Unit::Squares }];

/// Steps of an hour, for fourteen days.
pub(super) const STEPS: u16 = DAY * 14;

/// Steps of a day.
pub(super) const DAY: u16 = 24;

/// Leaves at the beginning, and the most that such a pot can feed, in millionths of a square.
pub(super) const BEGIN: i64 = 10_000_000;
pub(super) const FULL: i64 = 200_000_000;

/// What the leaves gain in a day when they are few and all is well, in thousandths.
const GAIN: i64 = 300;

/// By spoons of water a day: without it nothing grows, and roots that stand in water cannot breathe.
const WATER: [i64; 11] = [0, 350, 700, 900, 1000, 1000, 800, 550, 300, 120, 0];

/// By every five degrees from 5 to 40.
const WARMTH: [i64; 8] = [0, 250, 600, 900, 1000, 850, 400, 0];

/// How well a plant can grow, in thousandths: light, water and warmth each take their part away.
pub(super) fn favour(settings: &[u16]) -> i64 {
    let [light, water, warmth] = settings else { return 0 };
    let light = (i64::from(*light) * 100).min(1000);
    let water = WATER.get(usize::from(*water)).copied().unwrap_or(0);
    let warmth = WARMTH.get(usize::from(warmth.saturating_sub(5) / 5)).copied().unwrap_or(0);
    light * water / 1000 * warmth / 1000
}

pub(super) const fn begin() -> [i64; 3] {
    [BEGIN, 0, 0]
}

pub(super) fn advance(settings: &[u16], [leaves, ..]: [i64; 3]) -> [i64; 3] {
    let free = leaves * (FULL - leaves) / FULL;
    [leaves + free * favour(settings) * GAIN / (1_000_000 * i64::from(DAY)), 0, 0]
}

pub(super) fn outcome(settings: &[u16]) -> i64 {
    let grown = (0..STEPS).fold(begin(), |leaves, _| advance(settings, leaves));
    grown[0] / 1000
}
