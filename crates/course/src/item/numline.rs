//! Marks a place on a number line.

use super::{Feedback, Score, Verdict};
use crate::codec_struct;
use crate::generator::Number;
use crate::rational::Rational;

/// A line with ticks; the mark snaps to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Numline {
    /// The left end.
    pub from: Number,
    /// The right end.
    pub to: Number,
    /// From tick to tick.
    pub step: Number,
    /// From numbered tick to numbered tick.
    pub label: Number,
    /// The right place.
    pub key: Number,
    /// How far off still counts.
    pub tolerance: Number,
    /// Foreseen wrong places.
    pub wrong: Vec<(Number, Feedback)>,
    /// What is said to any other wrong place.
    pub other: Option<Feedback>,
}

codec_struct!(Numline { from, to, step, label, key, tolerance, wrong, other });

impl Numline {
    /// How many steps the line has; at most 200.
    pub fn ticks(&self) -> u16 {
        self.to
            .value()
            .sub(self.from.value())
            .and_then(|length| length.div(self.step.value()))
            .map_or(0, |ticks| ticks.floor().clamp(0, 200) as u16)
    }

    /// The value at a tick, counted from the left end.
    pub fn at(&self, tick: u16) -> Option<Rational> {
        self.from.value().add(self.step.value().mul(Rational::whole(tick.into()))?)
    }

    pub(super) fn judge(&self, tick: u16) -> Verdict<'_> {
        let value = match self.at(tick) {
            Some(value) if tick <= self.ticks() => value,
            Some(_) | None => return Verdict::UNREADABLE,
        };
        let off = value
            .sub(self.key.value())
            .map(|off| if off < Rational::ZERO { off.neg() } else { Some(off) });
        if off.flatten().is_some_and(|off| off <= self.tolerance.value()) {
            return Verdict::RIGHT;
        }
        let foreseen = self.wrong.iter().find(|(wrong, _)| wrong.value() == value);
        Verdict::wrong(foreseen.map(|(_, feedback)| feedback).or(self.other.as_ref()))
    }

    pub(super) fn solution(&self) -> Option<u16> {
        (0..=self.ticks()).find(|tick| self.judge(*tick).score == Some(Score::FULL))
    }
}
