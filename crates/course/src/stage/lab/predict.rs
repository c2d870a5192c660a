//! `predict`: foretells what a model will do, sees what it does, and explains it. What one explains with is what counts: whoever
//! foretold something else and then explains it rightly has learned.

use super::Setup;
use super::model::{Model, Unit};
use crate::codec::{from_bytes, to_bytes};
use crate::item::Mark;
use crate::rng::{Rng, derive};
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

/// A model that does something, what can be foretold, and what can explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predict {
    /// What was set up; the first meter is what is foretold. Nothing is set by the learner.
    pub setup: Setup,
    /// The control that goes from one value to another, if one does: these are the pairs of which the seed draws one.
    pub change: Option<Change>,
    /// What can be foretold, and how it is said.
    pub guesses: Vec<(Outcome, String)>,
    /// What is asked after it was seen.
    pub ask: String,
    /// What can explain it, when it does, and how it is said.
    pub whys: Vec<(Fits, String)>,
}

codec_struct!(Predict { setup, change, guesses, ask, whys });

/// A control that goes from one value to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which one.
    pub control: u8,
    /// From and to.
    pub pairs: Vec<(u16, u16)>,
}

codec_struct!(Change { control, pairs });

/// What can come of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// More is read than before.
    More,
    /// Less is read than before.
    Less,
    /// As much is read as before.
    Same,
    /// It floats.
    Floats,
    /// It sinks.
    Sinks,
    /// It is pulled.
    Pull,
    /// It is pushed away.
    Push,
    /// It stays.
    Stay,
    /// To the left.
    Left,
    /// To the right.
    Right,
}

codec_enum!(Outcome {
    0 => More, 1 => Less, 2 => Same, 3 => Floats, 4 => Sinks, 5 => Pull, 6 => Push, 7 => Stay, 8 => Left, 9 => Right,
});

/// When an explanation is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fits {
    /// Never.
    No,
    /// Whatever comes of it.
    Yes,
    /// If this comes of it.
    If(Outcome),
}

codec_enum!(Fits { 0 => No, 1 => Yes, 2 => If(outcome) });

/// What a learner did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Of the item.
    pub seed: u64,
    /// The place of what was foretold.
    pub guess: u8,
    /// What was seen: what the meter showed before and after, in thousandths of its unit.
    pub seen: Vec<i64>,
    /// The place of the explanation.
    pub why: u8,
}

codec_struct!(Made { seed, guess, seen, why });

impl Outcome {
    /// Every outcome, with its name in the source.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::More, "more"),
        (Self::Less, "less"),
        (Self::Same, "same"),
        (Self::Floats, "floats"),
        (Self::Sinks, "sinks"),
        (Self::Pull, "pull"),
        (Self::Push, "push"),
        (Self::Stay, "stay"),
        (Self::Left, "left"),
        (Self::Right, "right"),
    ];
}

impl Piece for Predict {
    /// Explanations by their letters.
    const FAULTS: &'static [&'static str] = &["a", "b", "c", "d"];

    fn judge(&self, response: &[u8]) -> Mark {
        from_bytes(response).map_or(Mark::UNREADABLE, |it| self.mark(&it))
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        let outcome = self.outcome(seed);
        let why = self.whys.iter().position(|(fits, _)| fits.fit(outcome))?;
        Some(self.made(seed, outcome, why))
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        let outcome = self.outcome(seed);
        let at = usize::from(fault);
        // What is right with this seed may be wrong with another one.
        let wrong = |outcome| self.whys.get(at).is_some_and(|(fits, _)| !fits.fit(outcome));
        let seed =
            if wrong(outcome) { Some(seed) } else { (0..100).find(|it| wrong(self.outcome(*it))) }?;
        Some(self.made(seed, self.outcome(seed), at))
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let guess = rng.below(self.guesses.len() as u64) as u8;
        let why = rng.below(self.whys.len() as u64) as u8;
        to_bytes(&Made { seed, guess, seen: self.seen(seed), why })
    }

    fn seconds(&self) -> u32 {
        40
    }

    fn words(&mut self) -> Vec<&mut String> {
        let guesses = self.guesses.iter_mut().map(|(_, words)| words);
        let whys = self.whys.iter_mut().map(|(_, words)| words);
        guesses.chain(std::iter::once(&mut self.ask)).chain(whys).collect()
    }

    fn asked(&self, seed: u64) -> String {
        let (from, to) = self.trial(seed);
        let told = |settings: &[u16]| self.setup.model.told(settings);
        if from == to { told(&to) } else { format!("{} → {}", told(&from), told(&to)) }
    }
}

impl Predict {
    /// Whether it can be done: any bytes may be such a piece.
    pub fn is_sound(&self) -> bool {
        let controls = self.setup.model.controls();
        let change = self.change.as_ref().is_none_or(|Change { control, pairs }| {
            let scale = controls.get(usize::from(*control)).map(|it| &it.scale);
            let has =
                |(from, to): &(u16, u16)| scale.is_some_and(|it| it.has(*from) && it.has(*to));
            (1..=64).contains(&pairs.len()) && pairs.iter().all(has)
        });
        let choices = [self.guesses.len(), self.whys.len()];
        change && self.setup.is_sound() && choices.iter().all(|it| (1..=8).contains(it))
    }

    /// What is set before and after in the item of this seed.
    pub fn trial(&self, seed: u64) -> (Vec<u16>, Vec<u16>) {
        let mut from = self.setup.start(seed);
        let mut to = from.clone();
        if let Some(Change { control, pairs }) = &self.change {
            let at = Rng::new(derive(seed, b"change")).below(pairs.len() as u64) as usize;
            let control = usize::from(*control);
            if let (Some(pair), true) = (pairs.get(at), control < to.len()) {
                from[control] = pair.0;
                to[control] = pair.1;
            }
        }
        (from, to)
    }

    /// What the meter shows before and after.
    pub fn seen(&self, seed: u64) -> Vec<i64> {
        let (from, to) = self.trial(seed);
        let meter = self.setup.meters.first().copied().unwrap_or(0);
        vec![self.setup.model.outcome(&from, meter), self.setup.model.outcome(&to, meter)]
    }

    /// What comes of it.
    pub fn outcome(&self, seed: u64) -> Outcome {
        let seen = self.seen(seed);
        let (before, after) = (seen[0], seen[1]);
        let meter = self.setup.meters.first().copied().unwrap_or(0);
        if self.setup.model.unit(meter) == Unit::Words {
            return word(self.setup.model, after);
        }
        // What nobody could see is no difference.
        if (before - after).abs() <= (before.abs().max(after.abs()) / 50).max(999) {
            Outcome::Same
        } else if after > before {
            Outcome::More
        } else {
            Outcome::Less
        }
    }

    /// What a response is worth.
    pub fn mark(&self, made: &Made) -> Mark {
        let Made { seed, guess, seen, why } = made;
        let read = self.setup.is_sound()
            && usize::from(*guess) < self.guesses.len()
            && *seen == self.seen(*seed);
        match self.whys.get(usize::from(*why)) {
            Some((fits, _)) if read && fits.fit(self.outcome(*seed)) => Mark::RIGHT,
            Some(_) if read => Mark::wrong(*why),
            Some(_) | None => Mark::UNREADABLE,
        }
    }

    fn made(&self, seed: u64, outcome: Outcome, why: usize) -> Vec<u8> {
        let guess = self.guesses.iter().position(|(it, _)| *it == outcome).unwrap_or(0) as u8;
        to_bytes(&Made { seed, guess, seen: self.seen(seed), why: why as u8 })
    }
}

impl Fits {
    /// Whether it explains this.
    pub fn fit(self, outcome: Outcome) -> bool {
        match self {
            Self::No => false,
            Self::Yes => true,
            Self::If(it) => it == outcome,
        }
    }
}

/// What a meter of words says.
const fn word(model: Model, shown: i64) -> Outcome {
    match (model, shown) {
        (Model::Shadow | Model::Plant, 0) => Outcome::Left,
        (Model::Shadow | Model::Plant, _) => Outcome::Right,
        (Model::Float, 0) => Outcome::Sinks,
        (Model::Float, _) => Outcome::Floats,
        (Model::Magnet, 0) => Outcome::Stay,
        (Model::Magnet, 1..) => Outcome::Pull,
        (Model::Magnet, _) => Outcome::Push,
    }
}
