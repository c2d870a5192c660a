//! Where a learner is in a lesson.

use crate::event::{Attempt, LessonFinished, LessonOpened};
use course::codec_struct;
use course::item::Score;
use course::lesson::PartKind;
use course::plan::mark;

/// Right exit items by which the lesson's skills count as learned.
const EXIT_ITEMS: u8 = 3;

/// Where a learner is in a lesson.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LessonProgress {
    /// As `ma-03`.
    pub lesson: String,
    /// The seed of the way that is open or was gone last.
    pub seed: u64,
    /// The seed was forced by the address.
    pub forced: bool,
    /// Marks of what is done on this way ([`mark`]): an item that was edited since then is not.
    pub done: Vec<u64>,
    /// Of the exit check on this way: how many items were right.
    pub exit_right: u8,
    /// And which skills they exercised.
    pub(super) exit_skills: Vec<String>,
    /// The way is at its end.
    pub ended: bool,
    /// How often the lesson was finished.
    pub finished: u32,
}

codec_struct!(LessonProgress {
    lesson,
    seed,
    forced,
    done,
    exit_right,
    exit_skills,
    ended,
    finished
});

impl LessonProgress {
    /// Never opened.
    pub(super) fn new(lesson: &str) -> Self {
        Self { lesson: lesson.to_owned(), ..Self::default() }
    }

    /// A new way begins; what was finished stays so.
    pub(super) fn open(&mut self, opened: &LessonOpened) {
        *self = Self {
            lesson: std::mem::take(&mut self.lesson),
            seed: opened.seed,
            forced: opened.forced,
            finished: self.finished,
            ..Self::default()
        };
    }

    /// A stop is done when it is right, in the exit check in any case.
    pub(super) fn answer(&mut self, attempt: &Attempt) {
        let right = attempt.score == Score::FULL;
        let exit = attempt.part == PartKind::Exit;
        let mark = mark(attempt.seed, attempt.hash);
        if (right || exit) && !self.done.contains(&mark) {
            self.done.push(mark);
            if right && exit {
                self.exit_right = self.exit_right.saturating_add(1);
                for skill in &attempt.skills {
                    if !self.exit_skills.contains(skill) {
                        self.exit_skills.push(skill.clone());
                    }
                }
            }
        }
    }

    /// Whether `attempt`, which is in, is of an exit check that is right so far as is wanted.
    pub(super) fn passes(&self, attempt: &Attempt) -> bool {
        attempt.part == PartKind::Exit && self.exit_right >= EXIT_ITEMS
    }

    /// The way is at its end.
    pub(super) fn finish(&mut self, finished: &LessonFinished) {
        self.finished = self.finished.saturating_add(1);
        self.ended |= self.seed == finished.seed;
    }
}
