//! One trial, step by step: pausable, and the same at every step wherever it runs.

use super::Model;
use super::{float, magnet, plant, shadow};
use crate::codec::to_bytes;
use crate::rng::derive;

/// A trial of a model. What it is like at a step depends on settings and step alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What is tried out.
    pub model: Model,
    /// What was set before; it matters to what is carried from one place to another.
    pub from: Vec<u16>,
    /// What is set.
    pub to: Vec<u16>,
    /// How many steps were taken.
    pub step: u16,
    /// What moves, in thousandths of a unit that is the model's own business.
    pub at: [i64; 3],
}

impl Run {
    /// A trial that has not begun.
    pub fn new(model: Model, from: Vec<u16>, to: Vec<u16>) -> Self {
        let at = match model {
            Model::Shadow => shadow::at(&from, &to, 0),
            Model::Float => float::begin(),
            Model::Plant => plant::begin(),
            Model::Magnet => magnet::begin(&to),
        };
        Self { model, from, to, step: 0, at }
    }

    /// How many steps there are.
    pub fn steps(&self) -> u16 {
        match self.model {
            Model::Shadow if self.from == self.to => 0,
            Model::Shadow => shadow::STEPS,
            Model::Float => float::STEPS,
            Model::Plant => plant::STEPS,
            Model::Magnet => magnet::STEPS,
        }
    }

    /// Whether nothing is left to happen.
    pub fn is_over(&self) -> bool {
        self.step >= self.steps()
    }

    /// Takes a step; none after the last.
    pub fn advance(&mut self) {
        if self.is_over() {
            return;
        }
        self.step += 1;
        self.at = match self.model {
            Model::Shadow => shadow::at(&self.from, &self.to, self.step),
            Model::Float => float::advance(&self.to, self.step, self.at),
            Model::Plant => plant::advance(&self.to, self.at),
            Model::Magnet => magnet::advance(&self.to, self.at),
        };
    }

    /// Goes to a step, forwards or back.
    pub fn go(&mut self, step: u16) {
        if step < self.step {
            *self =
                Self::new(self.model, std::mem::take(&mut self.from), std::mem::take(&mut self.to));
        }
        while self.step < step && !self.is_over() {
            self.advance();
        }
    }

    /// Names the trial as it is at this step.
    pub fn digest(&self, before: u64) -> u64 {
        let [first, second, third] = self.at;
        derive(before, &to_bytes(&vec![first, second, third]))
    }
}
