//! Done on a stage that an engine brings: played, drawn, moved or tried out. The core knows such an item as kind and bytes.

use super::{Feedback, Score, Verdict};
use crate::codec::Bytes;
use crate::{codec_enum, codec_struct};

/// What is done on the stage, and what is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Staged {
    /// What is done.
    pub kind: StagedKind,
    /// Whether it is marked.
    pub marked: bool,
    /// A `Piece` of `crate::stage`, as bytes.
    pub piece: Bytes,
    /// What the author says to each fault that a response may show, by the fault's number; to every other one by [`OTHER`].
    pub said: Vec<(u8, Feedback)>,
}

codec_struct!(Staged { kind, marked, piece, said });

/// The number of every fault that has no words of its own.
pub const OTHER: u8 = u8::MAX;

/// The interactions that engines bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StagedKind {
    /// Taps a rhythm.
    Tap,
    /// Plays notes.
    Keys,
    /// Writes notes.
    Notate,
    /// Hears and picks.
    Listen,
    /// Draws.
    Draw,
    /// Follows a path.
    Trace,
    /// Puts pieces together.
    Geo,
    /// Mixes paint.
    Mix,
    /// Moves along with a timer.
    Routine,
    /// Goes through a story of choices.
    Scenario,
    /// Writes down what was done.
    Diary,
    /// Tries out a model.
    Sim,
    /// Foretells, tries out, explains.
    Predict,
    /// Reads or builds a chart.
    Chart,
}

codec_enum!(StagedKind {
    0 => Tap, 1 => Keys, 2 => Notate, 3 => Listen, 4 => Draw, 5 => Trace, 6 => Geo, 7 => Mix, 8 => Routine, 9 => Scenario,
    10 => Diary, 11 => Sim, 12 => Predict, 13 => Chart,
});

/// A program that brings stages: what is used together is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Played and heard.
    Music,
    /// Drawn and built.
    Drawing,
    /// Moved.
    Moving,
    /// Tried out.
    Lab,
}

impl Engine {
    /// Every engine, with its name.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Music, "music"),
        (Self::Drawing, "drawing"),
        (Self::Moving, "moving"),
        (Self::Lab, "lab"),
    ];

    /// Its name, as that of its folder.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl StagedKind {
    /// Every interaction of this sort, with its name.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Tap, "tap"),
        (Self::Keys, "keys"),
        (Self::Notate, "notate"),
        (Self::Listen, "listen"),
        (Self::Draw, "draw"),
        (Self::Trace, "trace"),
        (Self::Geo, "geo"),
        (Self::Mix, "mix"),
        (Self::Routine, "routine"),
        (Self::Scenario, "scenario"),
        (Self::Diary, "diary"),
        (Self::Sim, "sim"),
        (Self::Predict, "predict"),
        (Self::Chart, "chart"),
    ];

    /// The stable name that pages and tests see, as in the source.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The engine that brings it.
    pub const fn engine(self) -> Engine {
        match self {
            Self::Tap | Self::Keys | Self::Notate | Self::Listen => Engine::Music,
            Self::Draw | Self::Trace | Self::Geo | Self::Mix => Engine::Drawing,
            Self::Routine | Self::Scenario | Self::Diary => Engine::Moving,
            Self::Sim | Self::Predict | Self::Chart => Engine::Lab,
        }
    }
}

/// What an engine says of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// `None` if the response could not be read.
    pub score: Option<Score>,
    /// The fault that it shows, if it is not all right.
    pub fault: u8,
}

impl Mark {
    /// All right.
    pub const RIGHT: Self = Self { score: Some(Score::FULL), fault: OTHER };
    /// Not to be read.
    pub const UNREADABLE: Self = Self { score: None, fault: OTHER };

    /// Nothing right.
    pub const fn wrong(fault: u8) -> Self {
        Self { score: Some(Score::ZERO), fault }
    }

    /// As right as it is.
    pub const fn scored(score: Score, fault: u8) -> Self {
        Self { score: Some(score), fault }
    }
}

impl Staged {
    /// What an engine's mark means: the author's words to the fault, or to every other one.
    pub fn verdict(&self, mark: Mark) -> Verdict<'_> {
        let Some(score) = mark.score else { return Verdict::UNREADABLE };
        let said = |fault| self.said.iter().find(|(it, _)| *it == fault);
        let feedback = said(mark.fault).or_else(|| said(OTHER)).map(|(_, feedback)| feedback);
        Verdict::scored(score, feedback)
    }

    /// Judges a response.
    #[cfg(feature = "stage")]
    pub(super) fn judge(&self, response: &[u8]) -> Verdict<'_> {
        self.verdict(crate::stage::judge(self, response))
    }

    /// Without the engines' code nothing on a stage can be judged: the engine does, and says what it is worth.
    #[cfg(not(feature = "stage"))]
    pub(super) const fn judge(&self, _: &[u8]) -> Verdict<'_> {
        Verdict::UNREADABLE
    }

    /// A response that gets full marks, if it is marked.
    #[cfg(feature = "stage")]
    pub(super) fn solution(&self) -> Option<Vec<u8>> {
        crate::stage::solution(self, 0)
    }

    /// Without the engines' code none is known.
    #[cfg(not(feature = "stage"))]
    pub(super) const fn solution(&self) -> Option<Vec<u8>> {
        None
    }
}
