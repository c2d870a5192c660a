//! An item: prompt, interaction, hints, worked solution; and how a response to it is judged.

use crate::codec::{Bytes, Decode, DecodeError, Encode, Out, Reader};
use crate::text::{Block, Text};
use crate::{codec_enum, codec_struct};

mod check;
mod choice;
mod grid;
mod matching;
mod multi;
mod number;
mod numline;
mod order;
mod read;
mod sort;
mod staged;
#[cfg(test)]
mod tests;
mod text;
mod tiles;

pub use check::Check;
pub use choice::{Choice, ChoiceOption};
pub use grid::{Goal, Grid};
pub use matching::Match;
pub use multi::Multi;
pub use number::NumberEntry;
pub use numline::Numline;
pub use order::Order;
pub use read::{Gloss, Read, ReadLine};
pub use sort::Sort;
pub use staged::{Engine, Mark, OTHER, Staged, StagedKind};
pub use text::{TextEntry, fold};
pub use tiles::Tiles;

/// One exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The author's name for it, as `ma-03.e1`; never changes meaning.
    pub id: String,
    /// A digest of what is asked, so that an edited item is told from the one that was answered. 0 in a template.
    pub hash: u32,
    /// The skills it exercises, as `ma.add20`.
    pub skills: Vec<String>,
    /// What is asked.
    pub prompt: Vec<Block>,
    /// How it is answered.
    pub interaction: Interaction,
    /// One to three, each helping more than the one before.
    pub hints: Vec<Text>,
    /// The worked solution.
    pub steps: Vec<Step>,
}

impl Encode for Item {
    fn encode(&self, out: &mut impl Out) {
        self.id.encode(out);
        out.swap_numbers();
        self.hash.encode(out);
        out.swap_numbers();
        self.skills.encode(out);
        self.prompt.encode(out);
        self.interaction.encode(out);
        self.hints.encode(out);
        self.steps.encode(out);
    }
}

impl Decode for Item {
    fn decode(input: &mut Reader<'_>) -> Self {
        let id = Decode::decode(input);
        input.swap_numbers();
        let hash = Decode::decode(input);
        input.swap_numbers();
        Self {
            id,
            hash,
            skills: Decode::decode(input),
            prompt: Decode::decode(input),
            interaction: Decode::decode(input),
            hints: Decode::decode(input),
            steps: Decode::decode(input),
        }
    }
}

/// One step of a worked solution: it changes one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// One sentence.
    pub say: Text,
    /// One equality, if the step calculates.
    pub calc: Option<Text>,
    /// The picture after the step, if it changed.
    pub show: Option<Block>,
}

codec_struct!(Step { say, calc, show });

/// What is said after an attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Feedback {
    /// The misconception that the response shows, as `x.off1`, or empty.
    pub misconception: String,
    /// At most two short sentences: what happened, what to try.
    pub text: Text,
}

codec_struct!(Feedback { misconception, text });

/// How a learner answers an item: one variant per exercise type.
#[derive(Debug, Clone, PartialEq)]
pub enum Interaction {
    /// Picks one of several.
    Choice(Choice),
    /// Types a number.
    Number(NumberEntry),
    /// Types a word or a short sentence.
    Text(TextEntry),
    /// Puts cards in order.
    Order(Order),
    /// Joins pairs.
    Match(Match),
    /// Puts cards into bins.
    Sort(Sort),
    /// Builds a word or sentence.
    Tiles(Tiles),
    /// Marks a place on a number line.
    Numline(Numline),
    /// Fills cells.
    Grid(Grid),
    /// Reads along.
    Read(Read),
    /// Checks own work against a list.
    Check(Check),
    /// Picks all that apply.
    Multi(Multi),
    /// Does it on a stage that an engine brings.
    Staged(Staged),
}

codec_enum!(Interaction {
    0 => Choice(it), 1 => Number(it), 2 => Text(it), 3 => Order(it), 4 => Match(it), 5 => Sort(it), 6 => Tiles(it),
    7 => Numline(it), 8 => Grid(it), 9 => Read(it), 10 => Check(it),
    11 => Multi(it), 12 => Staged(it),
});

/// What a learner answered. Stored for good: add variants, never change one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// The place of the picked option in the source.
    Choice(u8),
    /// What was typed, as it was typed; nothing from who says that they do not know it yet, whatever was asked.
    Typed(String),
    /// The cards' places in the key, in the learner's order.
    Order(Vec<u8>),
    /// For each left card the place of the right card that it was joined to.
    Match(Vec<u8>),
    /// For each card the bin it was put into.
    Sort(Vec<u8>),
    /// The tiles used, in order.
    Tiles(Vec<u8>),
    /// The tick that was marked, counted from the left end.
    Numline(u16),
    /// The filled cells, row by row from the top left, in rising order.
    Grid(Vec<u16>),
    /// Read to the end.
    Read,
    /// Which statements were ticked.
    Check(Vec<bool>),
    /// The places of the picked options in the source, in rising order.
    Multi(Vec<u8>),
    /// What was done on the stage of an engine: the interaction, and the bytes that its engine wrote.
    Staged(StagedKind, Bytes),
}

codec_enum!(Response {
    0 => Choice(option), 1 => Typed(text), 2 => Order(cards), 3 => Match(places), 4 => Sort(bins), 5 => Tiles(tiles),
    6 => Numline(tick), 7 => Grid(cells), 8 => Read, 9 => Check(ticks), 10 => Multi(options),
    11 => Staged(kind, made),
});

/// How right a response is, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u16);

impl Score {
    /// Nothing right.
    pub const ZERO: Self = Self(0);
    /// All right.
    pub const FULL: Self = Self(1000);

    /// `right` of `all`; full when there is nothing to get wrong.
    pub fn share(right: usize, all: usize) -> Self {
        (right.min(all) * 1000).checked_div(all).map_or(Self::FULL, |share| Self(share as u16))
    }

    /// Thousandths, 0 to 1000.
    pub const fn thousandths(self) -> u16 {
        self.0
    }
}

impl Encode for Score {
    fn encode(&self, out: &mut impl Out) {
        self.0.encode(out);
    }
}

impl Decode for Score {
    fn decode(input: &mut Reader<'_>) -> Self {
        let thousandths = u16::decode(input);
        if thousandths > 1000 {
            input.fail(DecodeError::Malformed);
        }
        Self(thousandths.min(1000))
    }
}

/// What a response is worth and what to say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict<'a> {
    /// `None` if the response could not be read: then nothing is counted.
    pub score: Option<Score>,
    /// What the author has to say about just this response.
    pub feedback: Option<&'a Feedback>,
}

impl<'a> Verdict<'a> {
    const RIGHT: Self = Self { score: Some(Score::FULL), feedback: None };
    const UNREADABLE: Self = Self { score: None, feedback: None };

    const fn wrong(feedback: Option<&'a Feedback>) -> Self {
        Self { score: Some(Score::ZERO), feedback }
    }

    const fn scored(score: Score, feedback: Option<&'a Feedback>) -> Self {
        if score.thousandths() == 1000 {
            Self::RIGHT
        } else {
            Self { score: Some(score), feedback }
        }
    }
}

impl Interaction {
    /// Judges a response; one to another type of interaction is unreadable.
    pub fn judge(&self, response: &Response) -> Verdict<'_> {
        match (self, response) {
            (Self::Choice(it), Response::Choice(option)) => it.judge(*option),
            (Self::Number(it), Response::Typed(typed)) => it.judge(typed),
            (Self::Text(it), Response::Typed(typed)) => it.judge(typed),
            (Self::Order(it), Response::Order(cards)) => it.judge(cards),
            (Self::Match(it), Response::Match(places)) => it.judge(places),
            (Self::Sort(it), Response::Sort(bins)) => it.judge(bins),
            (Self::Tiles(it), Response::Tiles(tiles)) => it.judge(tiles),
            (Self::Numline(it), Response::Numline(tick)) => it.judge(*tick),
            (Self::Grid(it), Response::Grid(cells)) => it.judge(cells),
            (Self::Multi(it), Response::Multi(options)) => it.judge(options),
            (Self::Staged(it), Response::Staged(kind, made)) if *kind == it.kind => {
                it.judge(&made.0)
            }
            (Self::Read(_), Response::Read) | (Self::Check(_), Response::Check(_)) => {
                Verdict::RIGHT
            }
            // Spelled out, so that a new variant does not compile until it is judged.
            (
                Self::Choice(_)
                | Self::Number(_)
                | Self::Text(_)
                | Self::Order(_)
                | Self::Match(_)
                | Self::Sort(_)
                | Self::Tiles(_)
                | Self::Numline(_)
                | Self::Grid(_)
                | Self::Read(_)
                | Self::Check(_)
                | Self::Multi(_)
                | Self::Staged(_),
                _,
            ) => Verdict::UNREADABLE,
        }
    }

    /// A response that gets full marks; `None` for what is not marked.
    pub fn solution(&self) -> Option<Response> {
        match self {
            Self::Choice(it) => Some(Response::Choice(it.key)),
            Self::Number(it) => Some(Response::Typed(it.solution())),
            Self::Text(it) => it.accepted.first().cloned().map(Response::Typed),
            Self::Order(it) => Some(Response::Order((0..it.cards.len() as u8).collect())),
            Self::Match(it) => Some(Response::Match((0..it.pairs.len() as u8).collect())),
            Self::Sort(it) => Some(Response::Sort(it.cards.iter().map(|(_, bin)| *bin).collect())),
            Self::Tiles(it) => Some(Response::Tiles((0..it.length).collect())),
            Self::Numline(it) => it.solution().map(Response::Numline),
            Self::Grid(it) => Some(Response::Grid(it.solution())),
            Self::Multi(it) => Some(Response::Multi(it.solution())),
            Self::Staged(it) => it.solution().map(|made| Response::Staged(it.kind, Bytes(made))),
            Self::Read(_) | Self::Check(_) => None,
        }
    }

    /// The stable name that pages and tests see, as in the source.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::Order(_) => "order",
            Self::Match(_) => "match",
            Self::Sort(_) => "sort",
            Self::Tiles(_) => "tiles",
            Self::Numline(_) => "numline",
            Self::Grid(_) => "grid",
            Self::Read(_) => "read",
            Self::Check(_) => "check",
            Self::Multi(_) => "multi",
            Self::Staged(it) => it.kind.name(),
        }
    }
}
