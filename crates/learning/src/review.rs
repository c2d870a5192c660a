//! When to review: FSRS-6 with its published default parameters.
//!
//! A memory has a stability, the days until recall falls to nine in ten, and a difficulty, which slows its growth. The
//! formulas are those of the Free Spaced Repetition Scheduler, version 6 (Jarrett Ye and others, Open Spaced
//! Repetition), as its Python package `fsrs` 6.3 has them; tests/fsrs compares. Learning steps and chance are left out.

use course::codec_struct;

use crate::float::{exp, pow, round};

/// The published default parameters, w0 to w20.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/// The recall that intervals aim at: stability is defined by it.
const RECALL: f64 = 0.9;
/// Makes the forgetting curve pass through it.
const FACTOR: f64 = pow(RECALL, -1.0 / W[20]) - 1.0;
const STABILITY_MIN: f64 = 0.001;
const INTERVAL_MAX: f64 = 36_500.0;
/// More is not kept: a thousand years.
const STABILITY_MAX: f64 = 365_000.0;
/// Kept are whole parts of a day and of a step of difficulty: this many make one.
const PARTS: f64 = 10_000.0;

/// How a review went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// Not recalled.
    Again,
    /// Recalled with much effort.
    Hard,
    /// Recalled.
    Good,
    /// Recalled at once.
    Easy,
}

/// How well something is remembered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days after a review until recall falls to nine in ten.
    pub stability: f64,
    /// From 1 to 10.
    pub difficulty: f64,
}

impl Memory {
    /// After a first review.
    pub const fn first(rating: Rating) -> Self {
        const FIRST: [Memory; 4] = [
            Memory { stability: W[0], difficulty: difficulty(first_difficulty(0.0)) },
            Memory { stability: W[1], difficulty: difficulty(first_difficulty(1.0)) },
            Memory { stability: W[2], difficulty: difficulty(first_difficulty(2.0)) },
            Memory { stability: W[3], difficulty: difficulty(first_difficulty(3.0)) },
        ];
        FIRST[rating as usize]
    }

    /// After a further review, so many whole days later; less than a day, or less than none, is the same day.
    pub fn after(self, rating: Rating, days: i64) -> Self {
        let stability = if days < 1 {
            self.same_day(rating)
        } else {
            match rating {
                Rating::Again => self.forgotten(days),
                Rating::Hard => self.recalled(W[15], days),
                Rating::Good => self.recalled(1.0, days),
                Rating::Easy => self.recalled(W[16], days),
            }
        };
        Self { stability: stability.max(STABILITY_MIN), difficulty: self.next_difficulty(rating) }
    }

    /// The chance of recall so many whole days after the last review.
    pub fn recall(self, days: i64) -> f64 {
        pow(1.0 + FACTOR * days.max(0) as f64 / self.stability, -W[20])
    }

    /// Whole days until the next review: until recall falls to nine in ten.
    pub fn interval(self) -> u32 {
        self.interval_of(1.0)
    }

    /// Whole days until recall falls less or more than to nine in ten: [`share`] of that time.
    pub fn interval_of(self, share: f64) -> u32 {
        round((self.stability * share).clamp(1.0, INTERVAL_MAX)) as u32
    }

    fn same_day(self, rating: Rating) -> f64 {
        let growth = exp(W[17] * (steps_from_good(rating) + W[18])) * pow(self.stability, -W[19]);
        let recalled = rating != Rating::Again;
        self.stability * if recalled { growth.max(1.0) } else { growth }
    }

    fn recalled(self, bonus: f64, days: i64) -> f64 {
        const GROWTH: f64 = exp(W[8]);
        let surprise = exp((1.0 - self.recall(days)) * W[10]) - 1.0;
        self.stability
            * (1.0
                + GROWTH * (11.0 - self.difficulty) * pow(self.stability, -W[9]) * surprise * bonus)
    }

    fn forgotten(self, days: i64) -> f64 {
        const SAME_DAY: f64 = exp(W[17] * W[18]);
        let long_term = W[11]
            * pow(self.difficulty, -W[12])
            * (pow(self.stability + 1.0, W[13]) - 1.0)
            * exp((1.0 - self.recall(days)) * W[14]);
        long_term.min(self.stability / SAME_DAY)
    }

    /// A step up or down, the smaller the nearer to 10, and a little towards what an easy first review gives.
    fn next_difficulty(self, rating: Rating) -> f64 {
        const EASY: f64 = first_difficulty(3.0);
        let step = -W[6] * steps_from_good(rating);
        let stepped = self.difficulty + (10.0 - self.difficulty) * step / 9.0;
        difficulty(W[7] * EASY + (1.0 - W[7]) * stepped)
    }
}

/// The time until recall falls to `recall`, for one in which it falls to nine in ten.
pub const fn share(recall: f64) -> f64 {
    (pow(recall, -1.0 / W[20]) - 1.0) / FACTOR
}

const fn first_difficulty(steps_from_again: f64) -> f64 {
    W[4] - exp(W[5] * steps_from_again) + 1.0
}

const fn difficulty(value: f64) -> f64 {
    value.clamp(1.0, 10.0)
}

fn steps_from_good(rating: Rating) -> f64 {
    f64::from(rating as u32) - 2.0
}

/// A memory as progress keeps it: in whole parts, so that it is equal wherever it was computed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Of a day.
    stability: u32,
    /// Of a step of difficulty.
    difficulty: u32,
}

codec_struct!(Kept { stability, difficulty });

impl From<Memory> for Kept {
    fn from(memory: Memory) -> Self {
        Self {
            stability: round(memory.stability.min(STABILITY_MAX) * PARTS) as u32,
            difficulty: round(memory.difficulty * PARTS) as u32,
        }
    }
}

impl From<Kept> for Memory {
    /// Whatever was read gives a memory.
    fn from(kept: Kept) -> Self {
        Self {
            stability: (f64::from(kept.stability) / PARTS).max(STABILITY_MIN),
            difficulty: difficulty(f64::from(kept.difficulty) / PARTS),
        }
    }
}
