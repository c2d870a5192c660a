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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Response::{Choice, Numline as Mark};
    use crate::item::tests::judges;
    use crate::item::{Interaction, Response};
    use crate::sample::{feedback, numline, whole};

    #[test]
    fn scoring() {
        judges(
            &numline(),
            &[
                ("the key", Mark(7), Some(1000), ""),
                ("foreseen", Mark(3), Some(0), "x.fromtheend"),
                ("the left end", Mark(0), Some(0), "x.other"),
                ("the right end", Mark(10), Some(0), "x.other"),
                ("past the right end", Mark(11), None, ""),
                ("an option", Choice(7), None, ""),
            ],
        );
    }

    /// From −1 to 1 in quarters; a half is right, a quarter off counts too.
    #[test]
    fn with_fractions_and_a_tolerance() {
        let ratio = |num, den| Number::Fixed(Rational::new(num, den).expect("small"));
        let line = Numline {
            from: whole(-1),
            to: whole(1),
            step: ratio(1, 4),
            label: whole(1),
            key: ratio(1, 2),
            tolerance: ratio(1, 4),
            wrong: vec![(ratio(-1, 2), feedback("x.sign"))],
            other: None,
        };
        assert_eq!((line.ticks(), line.solution()), (8, Some(5)));
        judges(
            &Interaction::Numline(line),
            &[
                ("the key", Mark(6), Some(1000), ""),
                ("the left edge of the tolerance", Mark(5), Some(1000), ""),
                ("the right edge of the tolerance", Mark(7), Some(1000), ""),
                ("just outside", Mark(4), Some(0), ""),
                ("the other side of nought", Mark(2), Some(0), "x.sign"),
            ],
        );
    }

    #[test]
    fn a_line_that_cannot_be_drawn_has_one_tick_at_most() {
        for step in [0, -1] {
            let line = Numline { step: whole(step), ..line() };
            assert_eq!(line.ticks(), 0, "step {step}");
            assert_eq!(
                Interaction::Numline(line).judge(&Response::Numline(1)).score,
                None,
                "step {step}"
            );
        }
        assert_eq!(Numline { to: whole(1_000_000), ..line() }.ticks(), 200);
    }

    fn line() -> Numline {
        let Interaction::Numline(line) = numline() else { panic!("the sample is a number line") };
        line
    }
}
