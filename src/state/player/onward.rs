//! From stop to stop, and to the end.

use super::{Exercise, Phase, Player, Scene};
use crate::state::Draft;
use course::lesson::PartKind;
use course::plan::{Held, part};
use learning::event::{Kind, LessonFinished};

impl Player {
    /// Goes on, unless an answer is being kept; at the end, what is to be kept.
    pub fn go_on(&mut self) -> Option<Kind> {
        if self.is_keeping() {
            return None;
        }
        if let Scene::Card = self.here {
            self.passed[self.at] = true;
        }
        self.go_from(self.at + 1);
        self.finished()
    }

    /// Leaves the item for later; one that was left before, or the last one, for good: nobody is held up by what they
    /// cannot do. At the end, what is to be kept.
    pub fn skip(&mut self) -> Option<Kind> {
        if self.is_keeping() {
            return None;
        }
        if self.left.contains(&self.at) || !self.others_left() {
            self.passed[self.at] = true;
        } else {
            self.left.push(self.at);
        }
        self.go_from(self.at + 1);
        self.finished()
    }

    /// Whether other stops than this one are left.
    pub fn others_left(&self) -> bool {
        self.passed.iter().enumerate().any(|(at, passed)| at != self.at && !passed)
    }

    /// It is one item apart from its lesson, and done.
    pub const fn is_reviewed(&self) -> bool {
        self.is_apart() && matches!(self.here, Scene::End(..))
    }

    /// It is one item apart from its lesson.
    pub const fn is_apart(&self) -> bool {
        self.apart.is_some()
    }

    /// All that is there is done, and more is to come.
    pub fn has_run_out(&self) -> bool {
        matches!(self.here, Scene::End(..)) && self.lesson.is_beginning()
    }

    fn finished(&self) -> Option<Kind> {
        let end = matches!(self.here, Scene::End(..)) && !self.is_apart() && !self.has_run_out();
        end.then(|| {
            Kind::LessonFinished(LessonFinished {
                lesson: self.lesson.id.clone(),
                seed: self.way.seed,
            })
        })
    }

    /// Shows the next open stop from `from` on, or the end.
    pub(super) fn go_from(&mut self, from: usize) {
        while let Some(at) = self.following(from) {
            self.at = at;
            if self.show() {
                return;
            }
            // Nothing stands there: a damaged pack. The others go on.
            self.passed[at] = true;
        }
        self.here = Scene::End(0, 0);
    }

    /// The next open stop: what was left for later comes when all else before the exit check is done, and what was left
    /// in the check at its end.
    pub(super) fn following(&self, from: usize) -> Option<usize> {
        let count = self.stops.len();
        let rank = |at: usize| {
            let late = part(&self.lesson, self.stops[at]) >= Some(PartKind::Exit);
            2 * u8::from(late) + u8::from(self.left.contains(&at))
        };
        let open = (0..count).map(|step| (from + step) % count).filter(|at| !self.passed[*at]);
        open.reduce(|first, other| if rank(other) < rank(first) { other } else { first })
    }

    /// Puts the stop on the screen, if there is anything at it.
    pub(super) fn show(&mut self) -> bool {
        let Some(stop) = self.stops.get(self.at).copied() else { return false };
        if self.card().is_some() {
            self.here = Scene::Card;
            return true;
        }
        let Some(item) = Held::new(&self.lesson, stop) else { return false };
        self.here = Scene::Item(Box::new(Exercise {
            draft: Draft::new(&item.interaction),
            item,
            seed: stop.seed,
            handed: Draft::Reading,
            phase: Phase::Open,
            hints: 0,
            solution: false,
        }));
        true
    }
}
