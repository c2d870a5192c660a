//! What an author sets up: what can be set and what is kept, which meters there are, and how exactly they are read.

use super::Model;
use super::model::Unit;
use crate::rng::{Rng, derive};
use crate::{codec_enum, codec_struct};

/// A model that was set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// What is tried out.
    pub model: Model,
    /// What becomes of each control.
    pub ways: Vec<Way>,
    /// The meters that are read, the one that the task is about first.
    pub meters: Vec<u8>,
    /// By how many thousandths a reading may be off.
    pub noise: u8,
}

codec_struct!(Setup { model, ways, meters, noise });

/// What becomes of a control. The seed draws one of the values to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The learner sets it to one of these.
    Set(Vec<u16>),
    /// It stays what it is.
    Keep(Vec<u16>),
    /// The learner sets it to one of these; it begins at one of those.
    From(Vec<u16>, Vec<u16>),
}

codec_enum!(Way { 0 => Set(values), 1 => Keep(values), 2 => From(values, first) });

/// One reading, as it stands in the learner's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which reading it was: those that were crossed out are counted too.
    pub number: u8,
    /// What was set.
    pub settings: Vec<u16>,
    /// What the meters showed, in thousandths of their units.
    pub readings: Vec<i64>,
}

codec_struct!(Row { number, settings, readings });

/// More rows than this are no table that a pupil made.
pub const ROWS_MAX: usize = 60;

impl Way {
    /// The values that there are.
    pub const fn values(&self) -> &Vec<u16> {
        match self {
            Self::Set(values) | Self::Keep(values) | Self::From(values, _) => values,
        }
    }

    /// Those that it may begin with.
    const fn first(&self) -> &Vec<u16> {
        match self {
            Self::Set(first) | Self::Keep(first) | Self::From(_, first) => first,
        }
    }

    /// Whether the learner sets it.
    pub const fn is_set(&self) -> bool {
        matches!(self, Self::Set(_) | Self::From(..))
    }
}

impl Setup {
    /// Whether the model has such controls, values and meters, and no more set-ups than can be gone through.
    pub fn is_sound(&self) -> bool {
        const SETUPS_MAX: usize = 4096;
        let controls = self.model.controls();
        let many = self
            .ways
            .iter()
            .fold(1_usize, |many, way| many.saturating_mul(way.values().len().max(1)));
        controls.len() == self.ways.len()
            && controls.iter().zip(&self.ways).all(|(control, way)| {
                !way.first().is_empty()
                    && way.first().iter().all(|it| way.values().contains(it))
                    && way.values().iter().all(|it| control.scale.has(*it))
            })
            && many <= SETUPS_MAX * SETUPS_MAX
            && self.free().fold(1, |many, at| many * self.ways[at].values().len()) <= SETUPS_MAX
            && (1..=8).contains(&self.meters.len())
            && self.noise <= 100
            && self.meters.iter().all(|it| usize::from(*it) < self.model.meters().len())
    }

    /// What is set at the beginning.
    pub fn start(&self, seed: u64) -> Vec<u16> {
        let mut rng = Rng::new(derive(seed, b"start"));
        let mut draw = |values: &Vec<u16>| {
            let at = rng.below(values.len() as u64) as usize;
            values.get(at).copied().unwrap_or(0)
        };
        self.ways.iter().map(|way| draw(way.first())).collect()
    }

    /// Whether this can be set in the item of this seed.
    pub fn allows(&self, start: &[u16], settings: &[u16]) -> bool {
        self.model.allows(settings)
            && self.ways.iter().zip(settings).zip(start).all(|((way, value), start)| match way {
                Way::Set(values) | Way::From(values, _) => values.contains(value),
                Way::Keep(_) => value == start,
            })
    }

    /// The reading of this number.
    pub fn row(&self, seed: u64, number: u8, settings: Vec<u16>) -> Row {
        let mut rng = Rng::new(derive(seed, &[number]));
        let mut readings = Vec::with_capacity(self.meters.len());
        for meter in &self.meters {
            let exact = self.model.outcome(&settings, *meter);
            let noise = i64::from(self.noise);
            let off = rng.below(2 * self.noise as u64 + 1) as i64 - noise;
            let whole = match self.model.unit(*meter) {
                Unit::Words => exact,
                Unit::Centimetres
                | Unit::Millimetres
                | Unit::Grams
                | Unit::CubicCentimetres
                | Unit::Percent
                | Unit::Hours
                | Unit::Spoons
                | Unit::Celsius
                | Unit::Squares => rounded(exact * (1000 + off) / 1000),
            };
            readings.push(whole);
        }
        Row { number, settings, readings }
    }

    /// Whether these are readings of this item, each taken once: the trial can be replayed.
    pub fn is_table(&self, seed: u64, rows: &[Row]) -> bool {
        let start = self.start(seed);
        rows.len() <= ROWS_MAX
            && rows.windows(2).all(|pair| pair[0].number < pair[1].number)
            && rows.iter().all(|row| {
                self.allows(&start, &row.settings)
                    && self.row(seed, row.number, row.settings.clone()) == *row
            })
    }

    /// The same without noise.
    pub fn exact(&self) -> Self {
        Self { noise: 0, ..self.clone() }
    }

    /// The controls that the learner sets.
    pub fn free(&self) -> impl Iterator<Item = usize> {
        self.ways.iter().enumerate().filter(|(_, way)| way.is_set()).map(|(at, _)| at)
    }

    /// All settings that there are in the item that starts so.
    pub fn all(&self, start: &[u16]) -> Vec<Vec<u16>> {
        let mut all = vec![start.to_vec()];
        for control in self.free() {
            let more = |settings: Vec<u16>| {
                self.ways[control].values().iter().map(move |value| {
                    let mut settings = settings.clone();
                    settings[control] = *value;
                    settings
                })
            };
            all = all.into_iter().flat_map(more).collect();
        }
        all
    }
}

/// To a whole unit; a half away from nought.
const fn rounded(thousandths: i64) -> i64 {
    let half = if thousandths < 0 { -500 } else { 500 };
    (thousandths + half) / 1000 * 1000
}
