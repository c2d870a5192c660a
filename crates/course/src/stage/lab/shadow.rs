//! Straight rays: a lamp, a stick that stands on the ground, and where the ray past its top meets the ground.

use super::model::{Control, Meter, Scale, Unit};

pub(super) const CONTROLS: [Control; 4] = [
    Control {
        name: "height",
        scale: Scale::Span { least: 60, most: 200, step: 10, unit: Unit::Centimetres },
    },
    Control {
        name: "distance",
        scale: Scale::Span { least: 20, most: 120, step: 10, unit: Unit::Centimetres },
    },
    Control {
        name: "size",
        scale: Scale::Span { least: 10, most: 40, step: 5, unit: Unit::Centimetres },
    },
    Control { name: "side", scale: Scale::Things(&["left", "right"]) },
];

/// How long the shadow is, and on which side of the stick.
pub(super) const METERS: [Meter; 2] =
    [Meter { name: "shadow", unit: Unit::Centimetres }, Meter { name: "side", unit: Unit::Words }];

/// Steps from one place of the lamp to the next.
pub(super) const STEPS: u16 = 60;

/// The shadow's length in thousandths of a centimetre; lengths in thousandths of a centimetre go in.
///
/// By similar triangles: shadow : size = (shadow + distance) : height.
pub(super) fn length(height: i64, distance: i64, size: i64) -> i64 {
    distance * size / (height - size).max(1)
}

pub(super) fn outcome(settings: &[u16], meter: u8) -> i64 {
    let [height, distance, size, side] = settings else { return 0 };
    if meter == 0 {
        let of = |it: &u16| i64::from(*it) * 1000;
        length(of(height), of(distance), of(size))
    } else {
        i64::from(1 - side.min(&1))
    }
}

/// Height, distance and size on the way from `from` to `to`, in thousandths of a centimetre.
pub(super) fn at(from: &[u16], to: &[u16], step: u16) -> [i64; 3] {
    let part = i64::from(step.min(STEPS));
    let on_way = |it: usize| {
        let (from, to) = (value(from, it), value(to, it));
        from * 1000 + (to - from) * 1000 * part / i64::from(STEPS)
    };
    [on_way(0), on_way(1), on_way(2)]
}

fn value(settings: &[u16], at: usize) -> i64 {
    settings.get(at).copied().map_or(0, i64::from)
}
