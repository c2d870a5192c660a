//! An engine: drawn, traced, built and mixed.
//!
//! [`Drawing`] is what is open: plain values, as `stage::Stage` says. A file an interaction, beside what they share: the sheet as a
//! picture, swatches, the pad, and the names of things.

pub mod draw;
pub mod geo;
mod history;
pub mod mix;
mod names;
mod parts;
#[cfg(test)]
mod tests;
pub mod trace;
pub mod words;

use course::item::{Mark, StagedKind};
use stage::node::Element;
use stage::{Effect, Heard, Input, Stage, Told};

stage::engine!(Drawing);

/// What is open.
pub enum Drawing {
    Draw(draw::Easel),
    Trace(trace::Tracing),
    Geo(geo::Building),
    Mix(mix::Palette),
}

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    Draw(draw::Do),
    Trace(trace::Do),
    Geo(geo::Do),
    Mix(mix::Do),
}

impl From<draw::Do> for Ask {
    fn from(ask: draw::Do) -> Self {
        Self::Draw(ask)
    }
}

impl From<trace::Do> for Ask {
    fn from(ask: trace::Do) -> Self {
        Self::Trace(ask)
    }
}

impl From<geo::Do> for Ask {
    fn from(ask: geo::Do) -> Self {
        Self::Geo(ask)
    }
}

impl From<mix::Do> for Ask {
    fn from(ask: mix::Do) -> Self {
        Self::Mix(ask)
    }
}

impl Stage for Drawing {
    type Ask = Ask;

    fn open(told: Told) -> Option<Self> {
        match told.kind {
            StagedKind::Draw => draw::Easel::open(&told).map(Self::Draw),
            StagedKind::Trace => trace::Tracing::open(&told).map(Self::Trace),
            StagedKind::Geo => geo::Building::open(&told).map(Self::Geo),
            StagedKind::Mix => mix::Palette::open(&told).map(Self::Mix),
            StagedKind::Tap
            | StagedKind::Keys
            | StagedKind::Notate
            | StagedKind::Listen
            | StagedKind::Routine
            | StagedKind::Scenario
            | StagedKind::Diary
            | StagedKind::Sim
            | StagedKind::Predict
            | StagedKind::Chart => None,
        }
    }

    fn view(&self) -> Element<Ask> {
        match self {
            Self::Draw(it) => it.view(),
            Self::Trace(it) => it.view(),
            Self::Geo(it) => it.view(),
            Self::Mix(it) => it.view(),
        }
    }

    fn ask(&mut self, ask: Ask, input: Input) -> Vec<Effect> {
        match (self, ask) {
            (Self::Draw(it), Ask::Draw(ask)) => return it.ask(ask, &input.what),
            (Self::Geo(it), Ask::Geo(ask)) => return it.ask(ask, &input.what),
            (Self::Trace(it), Ask::Trace(ask)) => it.ask(ask, &input.what),
            (Self::Mix(it), Ask::Mix(ask)) => it.ask(ask),
            (Self::Draw(_) | Self::Trace(_) | Self::Geo(_) | Self::Mix(_), _) => {}
        }
        Vec::new()
    }

    fn hear(&mut self, heard: Heard) -> Vec<Effect> {
        if let (Self::Mix(it), Heard::Retried) = (self, heard) {
            it.retried();
        }
        Vec::new()
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        match self {
            Self::Draw(it) => it.made(),
            Self::Trace(it) => it.made(),
            Self::Geo(it) => it.made(),
            Self::Mix(it) => it.made(),
        }
    }
}
