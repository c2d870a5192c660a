//! An engine: models are tried out, foretold and explained, charts read.
//!
//! [`Lab`] is what is open: plain values, as `stage::Stage` says. A file an interaction, beside what they share: the bench with its
//! trials and their pictures, the controls, the table of readings.

pub mod bench;
pub mod chart;
pub mod controls;
pub mod picture;
pub mod predict;
pub mod said;
pub mod sim;
#[cfg(test)]
mod tests;
pub mod trial;
pub mod words;

use bench::Time;
use controls::Turn;
use course::item::{Mark, StagedKind};
use stage::node::Element;
use stage::{Effect, Input, Stage, Told, What};

stage::engine!(Lab);

/// What is open.
pub struct Lab {
    open: Open,
    /// The response and what it is worth: replaying a table takes time that a frame does not have.
    made: (Vec<u8>, Option<Mark>),
}

enum Open {
    Sim(sim::Trying),
    Predict(predict::Foretelling),
    Chart(chart::Charting),
}

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    Time(Time),
    /// At a bench, a control.
    Set(u8, u8, Turn),
    Read,
    /// Crosses out the reading of this number.
    Strike(u8),
    Claim(u8),
    Guess(u8),
    Why(u8),
    /// A bar, or the one answer.
    Bar(u8, Turn),
    Choose(u8),
}

impl Stage for Lab {
    type Ask = Ask;

    fn open(told: Told) -> Option<Self> {
        let open = if told.kind == StagedKind::Sim {
            Open::Sim(sim::Trying::open(&told)?)
        } else if told.kind == StagedKind::Predict {
            Open::Predict(predict::Foretelling::open(&told)?)
        } else {
            Open::Chart(chart::Charting::open(&told)?)
        };
        let made = open.made();
        Some(Self { open, made })
    }

    fn view(&self) -> Element<Ask> {
        match &self.open {
            Open::Sim(it) => it.view(),
            Open::Predict(it) => it.view(),
            Open::Chart(it) => it.view(),
        }
    }

    fn ask(&mut self, ask: Ask, input: Input) -> Vec<Effect> {
        let typed = if let What::Typed(typed) = &input.what { typed } else { "" };
        self.open.ask(ask, typed, input.at);
        self.made = self.open.made();
        Vec::new()
    }

    fn tick(&mut self, now: f64) -> Vec<Effect> {
        match &mut self.open {
            Open::Sim(it) => it.trial().bench.tick(now),
            Open::Predict(it) => it.tick(now),
            Open::Chart(it) => {
                if let Some(trial) = it.trial() {
                    trial.bench.tick(now);
                }
            }
        }
        if !self.runs() {
            self.made = self.open.made();
        }
        Vec::new()
    }

    fn runs(&self) -> bool {
        match &self.open {
            Open::Sim(it) => it.plays(),
            Open::Predict(it) => it.plays(),
            Open::Chart(it) => it.plays(),
        }
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        self.made.clone()
    }
}

impl Open {
    fn ask(&mut self, ask: Ask, typed: &str, now: f64) {
        match (self, ask) {
            (Self::Predict(it), Ask::Time(time)) => it.time(time, typed, now),
            (Self::Predict(it), Ask::Guess(at)) => it.guess(at),
            (Self::Predict(it), Ask::Why(at)) => it.explain(at),
            (Self::Predict(_), _) => {}
            (Self::Sim(it), Ask::Claim(at)) => it.conclude(at),
            (Self::Sim(it), Ask::Strike(number)) => it.trial().strike(number),
            (Self::Sim(it), ask) => on_trial(it.trial(), ask, typed, now),
            (Self::Chart(it), Ask::Strike(number)) => it.strike(number),
            (Self::Chart(it), Ask::Bar(at, turn)) => it.turn(at, turn, typed),
            (Self::Chart(it), Ask::Choose(at)) => it.choose(at),
            (Self::Chart(it), ask) => {
                if let Some(trial) = it.trial() {
                    on_trial(trial, ask, typed, now);
                }
                it.fit();
            }
        }
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        match self {
            Self::Sim(it) => it.made(),
            Self::Predict(it) => it.made(),
            Self::Chart(it) => it.made(),
        }
    }
}

fn on_trial(trial: &mut trial::Trial, ask: Ask, typed: &str, now: f64) {
    match ask {
        Ask::Time(time) => trial.bench.ask(time, typed, now),
        Ask::Set(at, control, turn) => trial.set(at, control, turn, typed),
        Ask::Read => trial.read(),
        Ask::Strike(_)
        | Ask::Claim(_)
        | Ask::Guess(_)
        | Ask::Why(_)
        | Ask::Bar(..)
        | Ask::Choose(_) => {}
    }
}
