//! What a table says: each conclusion that can be offered is a claim that the learner's own rows bear out or contradict.

use super::magnet::{Stuff, stuff};
use super::{Model, Row, Setup};
use crate::codec_enum;

/// What can be concluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// The more of what is changed, the more is read.
    Rises,
    /// The more of what is changed, the less is read.
    Falls,
    /// What is changed makes no difference.
    Same,
    /// More helps up to a point, and then no more.
    Peak,
    /// Heavy things sink.
    Mass,
    /// Big things sink.
    Volume,
    /// Things that are heavy for their size sink.
    Density,
    /// A magnet pulls whatever is a metal.
    Metals,
    /// A magnet pulls iron and steel alone.
    Iron,
    /// A magnet pulls everything.
    Everything,
    /// Like poles push each other away, unlike poles pull.
    Unlike,
    /// Like poles pull, unlike poles push each other away.
    Like,
    /// Magnets always pull each other.
    Always,
}

codec_enum!(Claim {
    0 => Rises, 1 => Falls, 2 => Same, 3 => Peak, 4 => Mass, 5 => Volume, 6 => Density, 7 => Metals, 8 => Iron,
    9 => Everything, 10 => Unlike, 11 => Like, 12 => Always,
});

impl Claim {
    /// Every claim, with its name in the source.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Rises, "rises"),
        (Self::Falls, "falls"),
        (Self::Same, "same"),
        (Self::Peak, "peak"),
        (Self::Mass, "mass"),
        (Self::Volume, "volume"),
        (Self::Density, "density"),
        (Self::Metals, "metals"),
        (Self::Iron, "iron"),
        (Self::Everything, "everything"),
        (Self::Unlike, "unlike"),
        (Self::Like, "like"),
        (Self::Always, "always"),
    ];

    /// Whether it speaks of numbers along a scale.
    pub const fn is_trend(self) -> bool {
        matches!(self, Self::Rises | Self::Falls | Self::Same | Self::Peak)
    }

    /// The model that it speaks of, and the meters that have to be read for it; trends speak of any.
    pub const fn about(self) -> (Option<Model>, &'static [u8]) {
        match self {
            Self::Rises | Self::Falls | Self::Same | Self::Peak => (None, &[]),
            Self::Mass => (Some(Model::Float), &[FLOATS, MASS]),
            Self::Volume => (Some(Model::Float), &[FLOATS, VOLUME]),
            Self::Density => (Some(Model::Float), &[FLOATS, MASS, VOLUME]),
            Self::Metals
            | Self::Iron
            | Self::Everything
            | Self::Unlike
            | Self::Like
            | Self::Always => (Some(Model::Magnet), &[MOVES]),
        }
    }

    /// Whether the rows bear it out; `changed` is what was changed in them.
    pub fn holds(self, setup: &Setup, changed: usize, rows: &[Row]) -> bool {
        match self {
            Self::Rises | Self::Falls | Self::Same | Self::Peak => {
                trend(setup, changed, rows) == Some(self)
            }
            Self::Mass => sinks(setup, rows, &|row| (Reading::of(setup, row, MASS), Reading::ONE)),
            Self::Volume => {
                sinks(setup, rows, &|row| (Reading::of(setup, row, VOLUME), Reading::ONE))
            }
            Self::Density => sinks(setup, rows, &|row| {
                (Reading::of(setup, row, MASS), Reading::of(setup, row, VOLUME))
            }),
            Self::Metals => pulls(setup, rows, &|stuff, _| match stuff {
                Stuff::Other => 0,
                Stuff::Iron | Stuff::Metal | Stuff::North | Stuff::South => 1,
            }),
            Self::Iron => pulls(setup, rows, &|stuff, _| match stuff {
                Stuff::Other | Stuff::Metal => 0,
                Stuff::Iron | Stuff::North | Stuff::South => 1,
            }),
            Self::Everything | Self::Always => pulls(setup, rows, &|_, _| 1),
            Self::Unlike => pulls(setup, rows, &|stuff, south| unlike(stuff, south)),
            Self::Like => pulls(setup, rows, &|stuff, south| -unlike(stuff, south)),
        }
    }
}

const MASS: u8 = 0;
const VOLUME: u8 = 1;
const FLOATS: u8 = 2;
const MOVES: u8 = 0;

/// A reading with the least and the most that it may be off.
struct Reading {
    least: i64,
    most: i64,
}

impl Reading {
    const ONE: Self = Self { least: 1000, most: 1000 };

    fn of(setup: &Setup, row: &Row, meter: u8) -> Self {
        let it = reading(setup, row, meter);
        let off = it.abs() * i64::from(setup.noise) / 1000 + 500;
        Self { least: (it - off).max(1), most: it + off }
    }
}

/// What a row says of a meter; nought if it is not read.
fn reading(setup: &Setup, row: &Row, meter: u8) -> i64 {
    let at = setup.meters.iter().position(|it| *it == meter);
    at.and_then(|at| row.readings.get(at)).copied().unwrap_or(0)
}

/// Whether nothing that sinks has clearly less of something, for so much of something else, than what floats.
fn sinks(setup: &Setup, rows: &[Row], of: &dyn Fn(&Row) -> (Reading, Reading)) -> bool {
    let floats = |row: &&Row| reading(setup, row, FLOATS) != 0;
    rows.iter().filter(|row| !floats(row)).all(|sunk| {
        let (sunk, for_sunk) = of(sunk);
        rows.iter().filter(floats).all(|afloat| {
            let (afloat, for_afloat) = of(afloat);
            sunk.most * for_afloat.most >= afloat.least * for_sunk.least
        })
    })
}

/// Whether everything moves as is claimed: towards the magnet (1), away (-1), not at all.
fn pulls(setup: &Setup, rows: &[Row], claimed: &dyn Fn(Stuff, bool) -> i64) -> bool {
    rows.iter().all(|row| {
        let [thing, pole, ..] = row.settings[..] else { return false };
        reading(setup, row, MOVES) == claimed(stuff(thing), pole == 1)
    })
}

/// What the rule of poles says of one magnet before another.
const fn unlike(stuff: Stuff, south: bool) -> i64 {
    match (stuff, south) {
        (Stuff::North, true) | (Stuff::South, false) => 1,
        (Stuff::North, false) | (Stuff::South, true) => -1,
        (Stuff::Iron, _) => 1,
        (Stuff::Metal | Stuff::Other, _) => 0,
    }
}

/// What the first meter does along what was changed, if the rows are clear about it.
fn trend(setup: &Setup, changed: usize, rows: &[Row]) -> Option<Claim> {
    let points = points(changed, rows);
    let (first, last) = (points.first()?.1, points.last()?.1);
    let (mut least, mut most, mut drop, mut climb) = (first, first, 0, 0);
    for (_, it) in &points {
        least = least.min(*it);
        most = most.max(*it);
        drop = drop.max(most - *it);
        climb = climb.max(*it - least);
    }
    let slack = most.abs().max(least.abs()) * 2 * i64::from(setup.noise) / 1000 + 1000;
    if points.len() < 2 {
        None
    } else if most - least <= slack {
        Some(Claim::Same)
    } else if drop <= slack {
        Some(Claim::Rises)
    } else if climb <= slack {
        Some(Claim::Falls)
    } else if most - first > slack && most - last > slack {
        Some(Claim::Peak)
    } else {
        None
    }
}

/// The mean of the first reading for each value of what was changed, in order.
pub(super) fn points(changed: usize, rows: &[Row]) -> Vec<(u16, i64)> {
    let mut values: Vec<u16> = Vec::new();
    for row in rows {
        let Some(value) = row.settings.get(changed) else { continue };
        let place = values.iter().position(|it| it >= value).unwrap_or(values.len());
        if values.get(place) != Some(value) {
            values.insert(place, *value);
        }
    }
    let mean = |value: u16| {
        let of = rows.iter().filter(|row| row.settings.get(changed) == Some(&value));
        let (sum, count) = of.fold((0, 0), |(sum, count), row| {
            (sum + row.readings.first().copied().unwrap_or(0), count + 1)
        });
        (value, sum / i64::max(count, 1))
    };
    values.into_iter().map(mean).collect()
}
