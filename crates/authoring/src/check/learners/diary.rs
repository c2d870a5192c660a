//! What a simulated learner does, kept and folded as a device would.

use course::item::{Item, Response, Score};
use course::lesson::{Lesson, PartKind};
use course::plan::{Origin, Stop};
use learning::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};
use learning::progress::Progress;

/// What a learner did so far, and what it means.
#[derive(Default)]
pub(in crate::check) struct Diary {
    pub progress: Progress,
    pub day: i64,
    seq: u32,
}

/// What was seen before an answer.
#[derive(Clone, Copy, Default)]
pub(in crate::check) struct Help {
    pub hints: usize,
    pub solution: bool,
}

impl Diary {
    pub(in crate::check) fn opened(&mut self, lesson: &Lesson, seed: u64) {
        let lesson = lesson.id.clone();
        self.enter(Kind::LessonOpened(LessonOpened { lesson, seed, forced: false }));
    }

    pub(in crate::check) fn finished(&mut self, lesson: &Lesson, seed: u64) {
        self.enter(Kind::LessonFinished(LessonFinished { lesson: lesson.id.clone(), seed }));
    }

    /// Keeps an answer to an item: what it was worth, if it could be read.
    pub(in crate::check) fn answered(
        &mut self,
        lesson: &Lesson,
        (stop, part): (Stop, PartKind),
        (item, origin): (&Item, Origin),
        response: Response,
        help: Help,
    ) -> Option<Score> {
        let verdict = item.interaction.judge(&response);
        let score = verdict.score?;
        let attempt = Attempt {
            lesson: lesson.id.clone(),
            item: item.id.clone(),
            hash: item.hash,
            level: match origin {
                Origin::Written => 0,
                Origin::Generated(level) => level,
            },
            seed: stop.seed,
            forced: false,
            part,
            misconception: verdict.feedback.map(|it| it.misconception.clone()).unwrap_or_default(),
            response,
            score,
            skills: item.skills.clone(),
            hints: help.hints as u8,
            solution: help.solution,
            millis: 8_000,
            day: self.day,
        };
        self.enter(Kind::ItemAttempted(attempt));
        Some(score)
    }

    fn enter(&mut self, kind: Kind) {
        let id = EventId { writer: 1, seq: self.seq };
        self.seq += 1;
        let (lamport, at) = (self.progress.lamport, self.day * 86_400_000);
        let event = Event { id, learner: 0, lamport, at, kind };
        self.progress = std::mem::take(&mut self.progress).after(&event);
    }
}
