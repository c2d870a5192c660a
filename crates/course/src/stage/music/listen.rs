//! `listen`: hears, and picks what it was.

use super::motif::Motif;
use super::notation::Notation;
use super::note::{Metre, Note, length, millis};
use super::sound::Voice;
use super::text;
use crate::codec::{from_bytes, to_bytes};
use crate::digits::{decimal, digits};
use crate::item::{Mark, OTHER, Score};
use crate::rng::{Rng, derive};
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

mod other;
mod round;

pub use round::{Heard, Round};

/// What is heard, and what is asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// What is asked.
    pub ask: Ask,
    /// So many times, one after the other.
    pub rounds: u8,
    /// How much differs, at first and at the end: a finer difference follows what was heard right, a coarser one what was not.
    pub step: (u8, u8),
    /// Something else that differs too, and says nothing.
    pub decoy: Option<Aspect>,
    /// One clip that changes while it is heard, in place of two.
    pub gradual: bool,
    /// What clips are made of; a few beats or a tone if nothing else.
    pub motif: Option<Motif>,
    /// Of the motif.
    pub metre: Metre,
    /// The MIDI key of do.
    pub tonic: u8,
    /// Crotchets in a minute.
    pub tempo: u8,
    /// How it sounds.
    pub voice: Voice,
    /// What the options say; those that are written as notes have no words.
    pub labels: Vec<String>,
}

codec_struct!(Listen {
    ask,
    rounds,
    step,
    decoy,
    gradual,
    motif,
    metre,
    tonic,
    tempo,
    voice,
    labels,
});

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Whether the second is more or less than the first, or the same if there is a third option.
    Compare(Aspect),
    /// Whether both are the same.
    Same,
    /// Which of so many notations was heard, in this notation.
    Which(u8, Notation),
    /// Which of these was heard: each option's notes, and how many options there are.
    Named(Vec<Vec<Note>>, u8),
}

codec_enum!(Ask {
    0 => Compare(aspect), 1 => Same, 2 => Which(count, notation), 3 => Named(options, count),
});

/// What of a sound can be more or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// Loudness; a step is a 127th of what there is.
    Loud,
    /// Speed; a step is a hundredth more.
    Fast,
    /// Pitch; a step is a semitone.
    High,
    /// Duration; a step is a hundredth more.
    Long,
}

codec_enum!(Aspect { 0 => Loud, 1 => Fast, 2 => High, 3 => Long });

impl Aspect {
    /// Every aspect, with its name in the source.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Loud, "loud"), (Self::Fast, "fast"), (Self::High, "high"), (Self::Long, "long")];
}

/// What was picked in each round: places of options as the item has them, not as they are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picked {
    /// Of the item.
    pub seed: u64,
    /// A pick each round.
    pub picks: Vec<u8>,
}

codec_struct!(Picked { seed, picks });

/// The most rounds of an item.
pub const ROUNDS_MAX: u8 = 8;
/// The most options of a round.
pub const OPTIONS_MAX: u8 = 4;

/// Options of a comparison.
mod option {
    pub const MORE: u8 = 0;
    pub const LESS: u8 = 1;
    pub const SAME: u8 = 2;
}

/// Ways in which a pick can be wrong.
mod fault {
    pub const OPPOSITE: u8 = 0;
    pub const SAME: u8 = 1;
    pub const DIFFERENT: u8 = 2;
    pub const DECOY: u8 = 3;
    pub const MORE: u8 = 4;
    pub const FEWER: u8 = 5;
    pub const ORDER: u8 = 6;
    pub const TURNED: u8 = 7;
    pub const PITCH: u8 = 8;
    pub const LENGTH: u8 = 9;
}

impl Listen {
    /// How many rounds there are.
    pub fn rounds(&self) -> usize {
        self.rounds.clamp(1, ROUNDS_MAX).into()
    }

    /// The next round, after these picks.
    pub fn round(&self, seed: u64, picks: &[u8]) -> Round {
        let mut fineness = 0_u8;
        for (at, pick) in picks.iter().enumerate() {
            let is_right = self.of(seed, at, fineness).key == *pick;
            fineness = if is_right { fineness + 1 } else { fineness.saturating_sub(1) };
        }
        self.of(seed, picks.len(), fineness)
    }

    fn of(&self, seed: u64, at: usize, fineness: u8) -> Round {
        let mut rng = Rng::new(derive(seed, &[b'r', at as u8]));
        round::draw(self, &mut rng, seed.wrapping_add(at as u64), self.size(fineness))
    }

    /// How much differs: from the first step to the last one in as many steps as there are rounds.
    fn size(&self, fineness: u8) -> i64 {
        let (from, to) = (i64::from(self.step.0), i64::from(self.step.1));
        let last = (self.rounds() as i64 - 1).max(1);
        from + (to - from) * i64::from(fineness).min(last) / last
    }

    /// The key of each round for who is always right; and the rounds.
    fn right(&self, seed: u64) -> (Vec<u8>, Vec<Round>) {
        let (mut picks, mut rounds) = (Vec::new(), Vec::new());
        for _ in 0..self.rounds() {
            let round = self.round(seed, &picks);
            picks.push(round.key);
            rounds.push(round);
        }
        (picks, rounds)
    }
}

impl Piece for Listen {
    const FAULTS: &'static [&'static str] = &[
        "opposite",
        "same",
        "different",
        "decoy",
        "more",
        "fewer",
        "order",
        "turned",
        "pitch",
        "length",
    ];

    fn judge(&self, response: &[u8]) -> Mark {
        let Ok(Picked { seed, picks }) = from_bytes::<Picked>(response) else {
            return Mark::UNREADABLE;
        };
        if picks.len() != self.rounds() {
            return Mark::UNREADABLE;
        }
        let (mut right, mut fault) = (0, OTHER);
        for (at, pick) in picks.iter().copied().enumerate() {
            let round = self.round(seed, &picks[..at]);
            if usize::from(pick) >= round.options {
                return Mark::UNREADABLE;
            }
            if pick == round.key {
                right += 1;
            } else {
                fault = round.fault(&self.ask, pick);
            }
        }
        if right == picks.len() {
            Mark::RIGHT
        } else {
            Mark::scored(Score::share(right, picks.len()), fault)
        }
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        Some(to_bytes(&Picked { seed, picks: self.right(seed).0 }))
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        super::seeds(seed).find_map(|seed| {
            let mut picks = Vec::new();
            for _ in 0..self.rounds() {
                let round = self.round(seed, &picks);
                let shows =
                    |pick: &u8| *pick != round.key && round.fault(&self.ask, *pick) == fault;
                picks.push((0..round.options as u8).find(shows).unwrap_or(round.key));
            }
            let made = to_bytes(&Picked { seed, picks });
            (Piece::judge(self, &made).fault == fault).then_some(made)
        })
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let mut picks = Vec::new();
        for _ in 0..self.rounds() {
            let options = self.round(seed, &picks).options as u64;
            picks.push(rng.below(options) as u8);
        }
        to_bytes(&Picked { seed, picks })
    }

    fn seconds(&self) -> u32 {
        let (_, rounds) = self.right(0);
        let heard = |round: &Round| round.clips.iter().map(|it| it.millis()).sum::<u32>() / 1000;
        // Heard once and a half, and thought about.
        4 + rounds.iter().map(|it| heard(it) * 3 / 2 + 5).sum::<u32>()
    }

    fn words(&mut self) -> Vec<&mut String> {
        self.labels.iter_mut().collect()
    }

    fn asked(&self, seed: u64) -> String {
        let (_, rounds) = self.right(seed);
        let mut asked = String::new();
        for round in rounds {
            asked.extend([&decimal(round.key.into()), ":"]);
            for heard in &round.clips {
                let notes = text::write(self.metre, &heard.notes);
                let numbers = [heard.tempo, heard.loudness, heard.shift].map(digits).join(",");
                asked.extend([" ", &notes, "@", &numbers]);
            }
            for other in &round.written {
                asked.extend([" / ", &text::write(self.metre, other)]);
            }
            asked.push(';');
        }
        asked
    }
}

/// How long a clip is that is not changed.
fn plain(notes: &[Note], tempo: u8) -> u32 {
    millis(length(notes), tempo)
}

#[cfg(test)]
mod tests;
