//! Writes down what was done, for oneself alone. Nothing is marked, and nothing has to be filled in.

use crate::codec::from_bytes;
use crate::item::Mark;
use crate::rng::Rng;
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

/// More fields than any entry has.
pub const FIELDS_MAX: usize = 8;

/// What can be written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Diary {
    /// One below the other.
    pub fields: Vec<Field>,
}

codec_struct!(Diary { fields });

/// One thing to write down.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// In what.
    pub measure: Measure,
    /// The most that can be.
    pub most: u16,
    /// What it is.
    pub label: String,
}

codec_struct!(Field { measure, most, label });

/// In what something is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// How often, counted by oneself.
    Count,
    /// How often, which the device can count along where it feels how it is moved.
    Moves,
    /// Seconds, which the device can measure.
    Seconds,
    /// Centimetres.
    Centimetres,
    /// How it felt, on five faces.
    Mood,
}

codec_enum!(Measure { 0 => Count, 1 => Moves, 2 => Seconds, 3 => Centimetres, 4 => Mood });

impl Measure {
    /// All of them with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Count, "count"),
        (Self::Moves, "moves"),
        (Self::Seconds, "seconds"),
        (Self::Centimetres, "centimetres"),
        (Self::Mood, "mood"),
    ];

    /// The most that is ever written down.
    pub const fn most(self) -> u16 {
        match self {
            Self::Count | Self::Moves | Self::Seconds => 999,
            Self::Centimetres => 2000,
            Self::Mood => 5,
        }
    }
}

/// What was written down: a response.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// For each field one more than its number, or nought where nothing was written.
    pub values: Vec<u16>,
    /// For each field whether the device counted or measured.
    pub felt: Vec<bool>,
}

codec_struct!(Entry { values, felt });

impl Entry {
    /// The number in a field.
    pub fn value(&self, at: usize) -> Option<u16> {
        self.values.get(at).and_then(|it| it.checked_sub(1))
    }

    /// Whether this can have been written into these fields.
    fn fits(&self, diary: &Diary) -> bool {
        let fields = &diary.fields;
        self.values.len() == fields.len()
            && self.felt.len() == fields.len()
            && fields.iter().enumerate().all(|(at, it)| self.value(at) <= Some(it.most))
    }
}

impl Piece for Diary {
    const FAULTS: &'static [&'static str] = &[];

    fn judge(&self, response: &[u8]) -> Mark {
        let entry = from_bytes::<Entry>(response);
        if entry.is_ok_and(|it| it.fits(self)) { Mark::RIGHT } else { Mark::UNREADABLE }
    }

    fn solution(&self, _seed: u64) -> Option<Vec<u8>> {
        None
    }

    fn showing(&self, _fault: u8, _seed: u64) -> Option<Vec<u8>> {
        None
    }

    fn random(&self, _seed: u64, rng: &mut Rng) -> Vec<u8> {
        let value = |it: &Field, rng: &mut Rng| rng.below(u64::from(it.most) + 2) as u16;
        let values = self.fields.iter().map(|it| value(it, rng)).collect();
        let felt = self.fields.iter().map(|_| rng.below(2) == 0).collect();
        crate::codec::to_bytes(&Entry { values, felt })
    }

    fn seconds(&self) -> u32 {
        self.fields.iter().map(|it| if it.measure == Measure::Mood { 8 } else { 20 }).sum()
    }

    fn words(&mut self) -> Vec<&mut String> {
        self.fields.iter_mut().map(|it| &mut it.label).collect()
    }

    fn asked(&self, _seed: u64) -> String {
        let fields = self.fields.iter().map(|it| {
            format!("{}: {} up to {}", it.label, Measure::ALL[it.measure as usize].1, it.most)
        });
        fields.collect::<Vec<_>>().join(" | ")
    }
}
