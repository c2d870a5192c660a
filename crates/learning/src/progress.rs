//! Progress: what the events mean. The one place where it changes; replaying the log is a fold over [`Progress::after`].
//!
//! Events are folded in one order on every device: by lamport, then writer, then sequence ([`Event::order`]). Then any two
//! devices with the same events have the same progress, however the events reached them.

use crate::event::{Attempt, Event, EventId, Kind, Order};
use course::codec::{DecodeError, from_bytes, to_bytes};
use course::codec_struct;
use course::lesson::PartKind;

mod calendar;
mod lesson;
mod skill;
#[cfg(test)]
mod tests;

pub use calendar::Calendar;
pub use lesson::LessonProgress;
pub use skill::{Evidence, SkillProgress};

/// The version of the snapshot's encoding. A snapshot of another version is dropped and computed anew.
const FORMAT: u8 = 3;

/// What a learner has done and where they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress {
    /// One more than the largest seen: what the next event carries.
    pub lamport: u64,
    /// The place in the order of the event that was folded last.
    latest: Order,
    /// Per writer the sequence number that comes next; also tells events that are folded from new ones.
    pub writers: Vec<(u64, u32)>,
    /// Lessons in the order in which they were first opened.
    pub lessons: Vec<LessonProgress>,
    /// Skills in the order in which they were first met.
    pub skills: Vec<SkillProgress>,
    /// The lesson that was worked on last, or empty.
    pub last: String,
    /// The learner's days.
    pub calendar: Calendar,
    /// Learners whose answers are this one's own, besides 0.
    own: Vec<u64>,
    /// To find where to begin an item of each of these lessons was answered right, of one as often as it stands there.
    pub knew: Vec<String>,
    /// And of these it was not.
    pub knew_not: Vec<String>,
}

codec_struct!(Progress {
    lamport,
    latest,
    writers,
    lessons,
    skills,
    last,
    calendar,
    own,
    knew,
    knew_not
});

impl Progress {
    /// Progress after `event`; one that is already in changes nothing.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        if !self.take(event.id) {
            return self;
        }
        self.lamport = self.lamport.max(event.lamport.saturating_add(1));
        self.latest = self.latest.max(event.order());
        if !self.is_own(event) {
            return self;
        }
        match &event.kind {
            Kind::LessonOpened(opened) => {
                self.last.clone_from(&opened.lesson);
                self.lesson_mut(&opened.lesson).open(opened);
            }
            Kind::ItemAttempted(attempt) => self.attempted(attempt),
            Kind::LessonFinished(finished) => self.lesson_mut(&finished.lesson).finish(finished),
            Kind::HistoryImported(_) | Kind::ProfileChanged(_) | Kind::Unknown(..) => {}
        }
        self
    }

    /// What `learner` did, and those who they said they were too when a file was taken in, is this one's own in all that is folded
    /// from now on: of `events` it has to be told before they are.
    #[must_use]
    pub fn of(mut self, learner: u64, events: &[Event]) -> Self {
        let mut next = Some(learner).filter(|it| *it != 0);
        while let Some(learner) = next {
            if !self.own.contains(&learner) {
                self.own.push(learner);
            }
            next = events.iter().find_map(|event| {
                let Kind::HistoryImported(it) = &event.kind else { return None };
                let new = it.own && self.is_own(event) && !self.own.contains(&it.learner);
                new.then_some(it.learner)
            });
        }
        self
    }

    /// What another learner did is kept, and means nothing here.
    fn is_own(&self, event: &Event) -> bool {
        event.learner == 0 || self.own.contains(&event.learner)
    }

    /// Whether `event` is in, or comes after all that are. Any other wants the log to be folded anew.
    pub fn is_before(&self, event: &Event) -> bool {
        let is_in = self.next_id(event.id.writer).seq > event.id.seq;
        is_in || self.latest < event.order() || self.writers.is_empty()
    }

    /// Where the learner is in `lesson`, if it was ever opened.
    pub fn lesson(&self, lesson: &str) -> Option<&LessonProgress> {
        self.lessons.iter().find(|it| it.lesson == lesson)
    }

    /// Evidence of `skill`, if it was ever met.
    pub fn skill(&self, skill: &str) -> Option<&SkillProgress> {
        self.skills.iter().find(|it| it.skill == skill)
    }

    /// The id of the next event of `writer`.
    pub fn next_id(&self, writer: u64) -> EventId {
        let known = self.writers.iter().find(|(it, _)| *it == writer);
        EventId { writer, seq: known.map_or(0, |(_, next)| *next) }
    }

    /// The snapshot as bytes, with a checksum.
    pub fn to_bytes(&self) -> Vec<u8> {
        let body = to_bytes(self);
        let mut out = vec![FORMAT];
        out.extend(checksum(&body).to_le_bytes());
        out.extend(body);
        out
    }

    /// The snapshot in `bytes`; an error if it is of another version or damaged, and then the log is folded anew.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let (head, body) = bytes.split_at_checked(5).ok_or(DecodeError::CutShort)?;
        if head[0] != FORMAT || head[1..] != checksum(body).to_le_bytes() {
            return Err(DecodeError::Malformed);
        }
        from_bytes(body)
    }

    /// Whether the event of this id is new; from now on it is not. The last number there is has none after it, and no
    /// writer gets there: it is never new.
    fn take(&mut self, id: EventId) -> bool {
        let Some(after) = id.seq.checked_add(1) else { return false };
        match self.writers.iter_mut().find(|(writer, _)| *writer == id.writer) {
            Some((_, next)) if id.seq < *next => false,
            Some((_, next)) => {
                *next = after;
                true
            }
            None => {
                self.writers.push((id.writer, after));
                true
            }
        }
    }

    fn attempted(&mut self, attempt: &Attempt) {
        let mut passed = Vec::new();
        if attempt.part != PartKind::Review {
            self.last.clone_from(&attempt.lesson);
        }
        // The other occasions are no way through the lesson.
        if attempt.part <= PartKind::Outside {
            let lesson = self.lesson_mut(&attempt.lesson);
            lesson.answer(attempt);
            if lesson.passes(attempt) {
                passed.clone_from(&lesson.exit_skills);
            }
        }
        if attempt.forced {
            return;
        }
        let day = self.calendar.enter(attempt.day);
        let evidence = Evidence::of(attempt);
        if attempt.part == PartKind::Placement {
            let right = evidence == Evidence::Alone;
            let answers = if right { &mut self.knew } else { &mut self.knew_not };
            answers.push(attempt.lesson.clone());
            // What nobody taught is not held against a skill.
            if !right {
                return;
            }
        }
        for skill in &attempt.skills {
            self.skill_mut(skill).answer(evidence, day);
        }
        for skill in &passed {
            self.skill_mut(skill).learn(day);
        }
    }

    fn lesson_mut(&mut self, lesson: &str) -> &mut LessonProgress {
        let at = self.lessons.iter().position(|it| it.lesson == lesson).unwrap_or_else(|| {
            self.lessons.push(LessonProgress::new(lesson));
            self.lessons.len() - 1
        });
        &mut self.lessons[at]
    }

    fn skill_mut(&mut self, skill: &str) -> &mut SkillProgress {
        let at = self.skills.iter().position(|it| it.skill == skill).unwrap_or_else(|| {
            self.skills.push(SkillProgress::new(skill));
            self.skills.len() - 1
        });
        &mut self.skills[at]
    }
}

/// FNV-1a, 32 bits: finds damage, not forgery.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
