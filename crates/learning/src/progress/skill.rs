//! Evidence of a skill: what is learned, what is mastered, and when it is met again.

use crate::event::Attempt;
use crate::mastery::Known;
use crate::review::{Kept, Memory, Rating, share};
use course::codec_struct;
use course::item::Score;

/// A review comes when recall has fallen to this. Nine in ten, as is usual for cards that are asked in the same words each
/// time, would space the reviews of a skill 2, 11, 46 days apart; so they are 1, 3, 8, 19, 43, 89 (docs/MODELS.md).
const INTERVAL: f64 = share(0.95);
/// Of the last ten answers so many, right without a hint, make a skill learned.
const OFTEN: usize = 8;
const LATEST: usize = 10;
/// Days between the two later days by which a learned skill is mastered.
const APART: i64 = 3;

/// What an answer shows of a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Right, without a hint: counts whole.
    Alone,
    /// Right, after a hint: counts half.
    Helped,
    /// Not right, or after the solution was seen: counts nothing.
    None,
}

impl Evidence {
    /// What this answer shows.
    pub fn of(attempt: &Attempt) -> Self {
        match (attempt.score == Score::FULL && !attempt.solution, attempt.hints) {
            (false, _) => Self::None,
            (true, 0) => Self::Alone,
            (true, _) => Self::Helped,
        }
    }
}

/// Evidence of a skill.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SkillProgress {
    /// As `ma.add20`.
    pub skill: String,
    /// Items answered.
    pub attempts: u32,
    /// Of the last ten, newest last: right without a hint.
    pub recent: Vec<bool>,
    /// The rule for *learned* was met once: it stays so.
    pub learned: bool,
    /// Right again on two later days, far enough apart: it stays so.
    pub mastered: bool,
    /// The first day after that of learning with a right answer, or 0.
    again: i64,
    /// How well it is known.
    pub known: Known,
    /// How well it is remembered, once it is learned.
    memory: Kept,
    /// The day of the last review, or that of learning.
    reviewed: i64,
    /// That was a review.
    repeated: bool,
    /// The day of the next review.
    due: i64,
}

codec_struct!(SkillProgress {
    skill,
    attempts,
    recent,
    learned,
    mastered,
    again,
    known,
    memory,
    reviewed,
    repeated,
    due,
});

impl SkillProgress {
    /// Never met.
    pub(super) fn new(skill: &str) -> Self {
        Self { skill: skill.to_owned(), ..Self::default() }
    }

    /// The day of the next review, once it is learned.
    pub fn due(&self) -> Option<i64> {
        self.learned.then_some(self.due)
    }

    /// Days from the last review to the next one.
    pub fn interval(&self) -> i64 {
        self.due.saturating_sub(self.reviewed)
    }

    /// Whether it was met again on `day`, after having been learned before.
    pub const fn was_reviewed(&self, day: i64) -> bool {
        self.repeated && self.reviewed == day
    }

    /// An answer on `day`.
    pub(super) fn answer(&mut self, evidence: Evidence, day: i64) {
        self.attempts = self.attempts.saturating_add(1);
        self.recent.push(evidence == Evidence::Alone);
        if self.recent.len() > LATEST {
            self.recent.remove(0);
        }
        if evidence != Evidence::Helped {
            self.known = self.known.after(evidence == Evidence::Alone);
        }
        if self.learned {
            self.review(evidence, day);
        } else if self.recent.iter().filter(|alone| **alone).count() >= OFTEN {
            self.learn(day);
        }
    }

    /// It is learned on `day`, if it was not before.
    pub(super) fn learn(&mut self, day: i64) {
        if !self.learned {
            self.learned = true;
            self.remember(Memory::first(Rating::Good), day);
        }
    }

    /// The first answer of a day says how well it was remembered; the others are practice.
    fn review(&mut self, evidence: Evidence, day: i64) {
        let days = day.saturating_sub(self.reviewed);
        if days < 1 {
            return;
        }
        if evidence == Evidence::Alone && !self.mastered {
            self.mastered = self.again > 0 && day.saturating_sub(self.again) >= APART;
            self.again = if self.again > 0 { self.again } else { day };
        }
        let rating = match evidence {
            Evidence::Alone => Rating::Good,
            Evidence::Helped => Rating::Hard,
            Evidence::None => Rating::Again,
        };
        self.repeated = true;
        self.remember(Memory::from(self.memory).after(rating, days), day);
    }

    fn remember(&mut self, memory: Memory, day: i64) {
        self.memory = memory.into();
        self.reviewed = day;
        // Of what is kept, so that it is equal wherever it is computed.
        self.due = day.saturating_add(Memory::from(self.memory).interval_of(INTERVAL).into());
    }
}
