//! How well a skill is known: the chance that a learner's next answer is right.
//!
//! A logistic of performance factors: right and wrong answers so far, a moving average of the latest (Pavlik, Cen and
//! Koedinger, "Performance Factors Analysis", 2009; Galyardt and Goldin, "Move your lamp post", 2015), how the learner
//! does on all skills together, and how an item comes out beside others. What is kept is whole numbers, equal wherever
//! they were computed.

use course::codec_struct;

use crate::float::{exp, ln, round};

/// What [`Known::factors`] are multiplied with.
pub type Weights = [f64; 6];

/// Fitted on simulated learners until real data is at hand: docs/MODELS.md says how.
pub const WEIGHTS: Weights = [-0.0053, 0.4154, -0.3588, 1.3893, 2.4114, 1.0678];

/// What stands for one whole.
const ONE: u16 = 10_000;
/// The latest answers count most: each moves their average by a third of the way.
const LATEST: u32 = 3;
/// A surplus is seen as if so many answers more had come out as expected.
const PRIOR: f64 = 10.0;
/// Older answers fade from a surplus once it holds so many.
const MEMORY: u8 = 50;

/// A learner's answers on one skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    right: u16,
    wrong: u16,
    /// The average of the latest, in ten-thousandths.
    recent: u16,
}

codec_struct!(Known { right, wrong, recent });

impl Default for Known {
    /// Nothing is known yet.
    fn default() -> Self {
        Self { right: 0, wrong: 0, recent: ONE / 2 }
    }
}

impl Known {
    /// One answer later.
    pub fn after(self, right: bool) -> Self {
        let target = if right { u32::from(ONE) } else { 0 };
        Self {
            right: self.right.saturating_add(u16::from(right)),
            wrong: self.wrong.saturating_add(u16::from(!right)),
            recent: (((LATEST - 1) * u32::from(self.recent) + target) / LATEST) as u16,
        }
    }

    /// A constant, right answers, wrong ones, the latest, the learner, the item.
    pub fn factors(self, learner: Surplus, item: Surplus) -> Weights {
        let count = |answers: u16| ln(1.0 + f64::from(answers));
        let recent = f64::from(self.recent) / f64::from(ONE);
        [1.0, count(self.right), count(self.wrong), recent, learner.mean(), item.mean()]
    }

    /// How well it is known beside the same learner's other skills, in ten-thousandths of log odds: without the constant and
    /// the learner, which change no order, and without the exponential of a chance.
    pub fn rank(self) -> i64 {
        let [_, right, wrong, recent, ..] = WEIGHTS;
        let odds =
            right * ln(1.0 + f64::from(self.right)) + wrong * ln(1.0 + f64::from(self.wrong));
        round(odds * f64::from(ONE) + recent * f64::from(self.recent))
    }

    /// The chance that the next answer is right. `bias`, in log odds, is what a course knows of the skill and the item:
    /// above 0 for easy ones, 0 if nothing.
    pub fn chance(self, learner: Surplus, item: Surplus, bias: f64, weights: &Weights) -> f64 {
        let factors = self.factors(learner, item);
        let odds =
            factors.iter().zip(weights).fold(bias, |sum, (factor, weight)| sum + factor * weight);
        1.0 / (1.0 + exp(-odds))
    }
}

/// How much more came out right than expected: of a learner on all skills, or of an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Surplus {
    /// In ten-thousandths of an answer.
    sum: i64,
    answers: u8,
}

codec_struct!(Surplus { sum, answers });

impl Surplus {
    /// One answer later, of which a right one was so likely ([`stranger`]).
    pub fn after(self, right: bool, expected: f64) -> Self {
        let came = if right { 1.0 } else { 0.0 };
        let sum = self.sum.saturating_add(round((came - expected) * f64::from(ONE)));
        if self.answers < MEMORY {
            Self { sum, answers: self.answers + 1 }
        } else {
            Self { sum: sum - sum / i64::from(MEMORY + 1), answers: MEMORY }
        }
    }

    /// Of one answer.
    fn mean(self) -> f64 {
        self.sum as f64 / f64::from(ONE) / (f64::from(self.answers) + PRIOR)
    }
}

/// The chance of a learner of whom nothing is known: what a [`Surplus`] is measured from.
pub fn stranger(bias: f64, weights: &Weights) -> f64 {
    Known::default().chance(Surplus::default(), Surplus::default(), bias, weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::codec::{from_bytes, to_bytes};
    use proptest::prelude::*;

    fn known(answers: &str) -> Known {
        answers.chars().fold(Known::default(), |known, answer| known.after(answer == '1'))
    }

    fn chance(answers: &str) -> f64 {
        known(answers).chance(Surplus::default(), Surplus::default(), 0.0, &WEIGHTS)
    }

    #[test]
    fn what_raises_the_chance() {
        let cases = [
            ("a right answer", chance(""), chance("1")),
            ("none wrong", chance("0"), chance("")),
            ("more of the same", chance("111"), chance("1111")),
            ("wrong long ago", chance("1110"), chance("0111")),
        ];
        for (case, lower, higher) in cases {
            assert!(lower < higher, "{case}: {lower}, {higher}");
        }
        let fresh = Surplus::default();
        let (better, worse) = (fresh.after(true, 0.5), fresh.after(false, 0.5));
        let known = Known::default();
        let of = |learner, item, bias| known.chance(learner, item, bias, &WEIGHTS);
        assert!(
            of(worse, fresh, 0.0) < of(better, fresh, 0.0),
            "a learner who does well elsewhere"
        );
        assert!(
            of(fresh, worse, 0.0) < of(fresh, better, 0.0),
            "an item that came out right before"
        );
        assert!(of(fresh, fresh, -0.5) < of(fresh, fresh, 0.5), "an easy item");
    }

    #[test]
    fn ranks_are_in_the_order_of_chances() {
        let mut histories: Vec<String> = vec![String::new()];
        for length in 0..6 {
            let longer = |it: &String| [format!("{it}0"), format!("{it}1")];
            let longest = histories.iter().filter(|it| it.len() == length);
            let next: Vec<String> = longest.flat_map(longer).collect();
            histories.extend(next);
        }
        for one in &histories {
            for other in &histories {
                let ranks = known(one).rank().cmp(&known(other).rank());
                let chances = chance(one).total_cmp(&chance(other));
                // Ten-thousandths of log odds may be equal where chances are not.
                assert!(ranks == chances || ranks.is_eq(), "{one} {other}");
            }
        }
        assert!(known("").rank() > known("0").rank() && known("1").rank() > known("").rank());
    }

    #[test]
    fn what_was_expected_is_no_surplus() {
        let surplus =
            |right, expected| (0..40).fold(Surplus::default(), |it, _| it.after(right, expected));
        assert_eq!(surplus(true, 1.0).mean(), 0.0);
        assert_eq!(surplus(false, 0.0).mean(), 0.0);
        // 40 answers, each half an answer more than expected, beside 10 as expected.
        assert_eq!(surplus(true, 0.5).mean(), 0.4);
    }

    #[test]
    fn old_surplus_fades() {
        let turned = |count| {
            let good = (0..1000).fold(Surplus::default(), |it, _| it.after(true, 0.5));
            (0..count).fold(good, |it, _| it.after(false, 0.5)).mean()
        };
        assert!(
            turned(0) > 0.4 && turned(30) > 0.0 && turned(60) < 0.0,
            "{} {}",
            turned(30),
            turned(60)
        );
    }

    proptest! {
        #[test]
        fn whatever_was_read_gives_a_chance(
            known: (u16, u16, u16),
            surplus: (i64, u8),
            right: bool,
            bias in -9.0..9.0,
        ) {
            let bytes = to_bytes(&((known.0, (known.1, known.2)), surplus));
            let read: (Known, Surplus) = from_bytes(&bytes).expect("numbers");
            prop_assert_eq!(to_bytes(&read), bytes);
            let expected = stranger(bias, &WEIGHTS);
            let surplus = read.1.after(right, expected);
            let chance = read.0.after(right).chance(surplus, surplus, bias, &WEIGHTS);
            prop_assert!([expected, chance].iter().all(|it| (0.0..=1.0).contains(it)));
        }
    }
}
