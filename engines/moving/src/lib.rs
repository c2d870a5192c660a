//! An engine: moved along with a timer, stories of choices, a diary.
//!
//! [`Moving`] is what is open: plain values, as `stage::Stage` says. A file an interaction, beside what they share: the figure and
//! the faces.

pub mod diary;
pub mod face;
pub mod figure;
pub mod routine;
pub mod scenario;
#[cfg(test)]
mod tests;
pub mod words;

use course::item::{Mark, StagedKind};
use stage::node::Element;
use stage::words::Locale;
use stage::{Effect, Heard, Input, Stage, Told, What};
use words::Message;

stage::engine!(Moving);

/// What is open.
pub enum Moving {
    Routine(routine::Player),
    Scenario(scenario::Story),
    Diary(diary::Page),
}

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    Routine(routine::Do),
    Scenario(scenario::Do),
    Diary(diary::Do),
}

impl Stage for Moving {
    type Ask = Ask;

    fn open(told: Told) -> Option<Self> {
        match told.kind {
            StagedKind::Routine => routine::Player::open(&told).map(Self::Routine),
            StagedKind::Scenario => scenario::Story::open(&told).map(Self::Scenario),
            StagedKind::Diary => diary::Page::open(&told).map(Self::Diary),
            StagedKind::Tap
            | StagedKind::Keys
            | StagedKind::Notate
            | StagedKind::Listen
            | StagedKind::Draw
            | StagedKind::Trace
            | StagedKind::Geo
            | StagedKind::Mix
            | StagedKind::Sim
            | StagedKind::Predict
            | StagedKind::Chart => None,
        }
    }

    fn view(&self) -> Element<Ask> {
        match self {
            Self::Routine(it) => it.view(),
            Self::Scenario(it) => it.view(),
            Self::Diary(it) => it.view(),
        }
    }

    fn ask(&mut self, ask: Ask, input: Input) -> Vec<Effect> {
        match (self, ask) {
            (Self::Routine(it), Ask::Routine(ask)) => it.ask(ask, input.at),
            (Self::Scenario(it), Ask::Scenario(ask)) => it.ask(ask),
            (Self::Diary(it), Ask::Diary(ask)) => {
                let typed = if let What::Typed(typed) = &input.what { typed } else { "" };
                it.ask(ask, typed, input.at)
            }
            (Self::Routine(_) | Self::Scenario(_) | Self::Diary(_), _) => Vec::new(),
        }
    }

    fn hear(&mut self, heard: Heard) -> Vec<Effect> {
        match (self, heard) {
            (Self::Diary(it), heard) => it.hear(&heard),
            (Self::Routine(_) | Self::Scenario(_), _) => Vec::new(),
        }
    }

    fn tick(&mut self, now: f64) -> Vec<Effect> {
        match self {
            Self::Routine(it) => it.tick(now),
            Self::Diary(it) => it.tick(now),
            Self::Scenario(_) => Vec::new(),
        }
    }

    fn runs(&self) -> bool {
        match self {
            Self::Routine(it) => it.runs(),
            Self::Diary(it) => it.runs(),
            Self::Scenario(_) => false,
        }
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        match self {
            Self::Routine(it) => it.made(),
            Self::Scenario(it) => it.made(),
            Self::Diary(it) => it.made(),
        }
    }
}

/// In which language things are said, and whether there is a voice for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speech {
    pub locale: Locale,
    pub voice: bool,
}

impl Speech {
    fn of(told: &Told) -> Self {
        Self { locale: told.locale, voice: told.voice }
    }

    /// The message in this language.
    pub fn say(self, message: Message) -> &'static str {
        message.say(self.locale)
    }

    /// Says words aloud where there is a voice.
    pub fn aloud(self, words: &str) -> Vec<Effect> {
        if self.voice { vec![Effect::Say(words.to_owned())] } else { Vec::new() }
    }
}
