//! Progress: what the events mean. The one place where it changes; replaying the log is a fold over [`Progress::after`].

use crate::event::{Attempt, Event, EventId, Kind};
use course::codec::{DecodeError, from_bytes, to_bytes};
use course::codec_struct;
use course::item::Score;
use course::lesson::PartKind;

/// The version of the snapshot's encoding. A snapshot of another version is dropped and computed anew.
const FORMAT: u8 = 1;

/// What a learner has done and where they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress {
    /// One more than the largest seen: what the next event carries.
    pub lamport: u64,
    /// Per writer the sequence number that comes next; also tells events that are folded from new ones.
    pub writers: Vec<(u64, u32)>,
    /// Lessons in the order in which they were first opened.
    pub lessons: Vec<LessonProgress>,
    /// Skills in the order in which they were first met.
    pub skills: Vec<SkillProgress>,
    /// The lesson that was worked on last, or empty.
    pub last: String,
}

codec_struct!(Progress { lamport, writers, lessons, skills, last });

/// Where a learner is in a lesson.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LessonProgress {
    /// As `ma-03`.
    pub lesson: String,
    /// The seed of the way that is open or was gone last.
    pub seed: u64,
    /// The seed was forced by the address.
    pub forced: bool,
    /// Seeds of the stops that are done on this way.
    pub done: Vec<u64>,
    /// Of the exit check on this way: how many items were right.
    pub exit_right: u8,
    /// The way is at its end.
    pub ended: bool,
    /// How often the lesson was finished.
    pub finished: u32,
}

codec_struct!(LessonProgress { lesson, seed, forced, done, exit_right, ended, finished });

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
}

codec_struct!(SkillProgress { skill, attempts, recent, learned });

impl Progress {
    /// Progress after `event`; one that is already in changes nothing.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        if !self.take(event.id) {
            return self;
        }
        self.lamport = self.lamport.max(event.lamport.saturating_add(1));
        match &event.kind {
            Kind::LessonOpened(opened) => {
                self.last.clone_from(&opened.lesson);
                let lesson = self.lesson_mut(&opened.lesson);
                let (finished, id) = (lesson.finished, opened.lesson.clone());
                *lesson = LessonProgress {
                    lesson: id,
                    seed: opened.seed,
                    forced: opened.forced,
                    finished,
                    ..LessonProgress::default()
                };
            }
            Kind::ItemAttempted(attempt) => self.attempted(attempt),
            Kind::LessonFinished(finished) => {
                let lesson = self.lesson_mut(&finished.lesson);
                lesson.finished = lesson.finished.saturating_add(1);
                lesson.ended |= lesson.seed == finished.seed;
            }
            Kind::Unknown(..) => {}
        }
        self
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
        let right = attempt.score == Score::FULL;
        let exit = attempt.part == PartKind::Exit;
        self.last.clone_from(&attempt.lesson);
        let lesson = self.lesson_mut(&attempt.lesson);
        if (right || exit) && !lesson.done.contains(&attempt.seed) {
            lesson.done.push(attempt.seed);
            lesson.exit_right = lesson.exit_right.saturating_add(u8::from(right && exit));
        }
        let passed = lesson.exit_right >= EXIT_ITEMS;
        if attempt.forced {
            return;
        }
        let alone = right && attempt.hints == 0 && !attempt.solution;
        for skill in &attempt.skills {
            let skill = self.skill_mut(skill);
            skill.attempts = skill.attempts.saturating_add(1);
            skill.recent.push(alone);
            if skill.recent.len() > 10 {
                skill.recent.remove(0);
            }
            let often = skill.recent.iter().filter(|right| **right).count() >= 8;
            skill.learned |= often || (passed && exit);
        }
    }

    fn lesson_mut(&mut self, lesson: &str) -> &mut LessonProgress {
        let at = self.lessons.iter().position(|it| it.lesson == lesson).unwrap_or_else(|| {
            self.lessons
                .push(LessonProgress { lesson: lesson.to_owned(), ..LessonProgress::default() });
            self.lessons.len() - 1
        });
        &mut self.lessons[at]
    }

    fn skill_mut(&mut self, skill: &str) -> &mut SkillProgress {
        let at = self.skills.iter().position(|it| it.skill == skill).unwrap_or_else(|| {
            self.skills.push(SkillProgress { skill: skill.to_owned(), ..SkillProgress::default() });
            self.skills.len() - 1
        });
        &mut self.skills[at]
    }
}

/// Right exit items by which a skill counts as learned.
const EXIT_ITEMS: u8 = 3;

/// FNV-1a, 32 bits: finds damage, not forgery.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{LessonFinished, LessonOpened};
    use course::item::Response;
    use proptest::prelude::*;

    struct Day(Progress, u32);

    impl Day {
        fn new() -> Self {
            Self(Progress::default(), 0)
        }

        fn with(mut self, kind: Kind) -> Self {
            let id = EventId { writer: 1, seq: self.1 };
            let event = Event { id, learner: 0, lamport: self.0.lamport, at: 0, kind };
            self.1 += 1;
            Self(self.0.after(&event), self.1)
        }

        fn opened(self, seed: u64) -> Self {
            self.with(Kind::LessonOpened(LessonOpened {
                lesson: "ma-03".to_owned(),
                seed,
                forced: false,
            }))
        }

        fn answered(self, seed: u64, part: PartKind, score: Score, hints: u8) -> Self {
            self.with(Kind::ItemAttempted(attempt_of(seed, part, score, hints)))
        }

        fn lesson(&self) -> &LessonProgress {
            self.0.lesson("ma-03").expect("opened")
        }
    }

    fn attempt_of(seed: u64, part: PartKind, score: Score, hints: u8) -> Attempt {
        Attempt {
            lesson: "ma-03".to_owned(),
            item: "ma-03.e1".to_owned(),
            hash: 0,
            level: 0,
            seed,
            forced: false,
            part,
            response: Response::Choice(0),
            score,
            skills: vec!["ma.add20".to_owned()],
            misconception: String::new(),
            hints,
            solution: false,
            millis: 0,
            day: 0,
        }
    }

    #[test]
    fn a_stop_is_done_when_right_and_in_the_exit_check_in_any_case() {
        let day = Day::new()
            .opened(7)
            .answered(1, PartKind::Guided, Score::ZERO, 0)
            .answered(2, PartKind::Guided, Score::FULL, 0)
            .answered(3, PartKind::Exit, Score::ZERO, 0);
        assert_eq!(day.lesson().done, [2, 3]);
        assert_eq!(day.lesson().exit_right, 0);
    }

    #[test]
    fn opening_again_begins_a_new_way_and_keeps_what_was_finished() {
        let finished = Kind::LessonFinished(LessonFinished { lesson: "ma-03".to_owned(), seed: 7 });
        let day = Day::new()
            .opened(7)
            .answered(2, PartKind::Guided, Score::FULL, 0)
            .with(finished)
            .opened(8);
        assert_eq!((day.lesson().seed, day.lesson().finished, day.lesson().ended), (8, 1, false));
        assert_eq!(day.lesson().done, [0; 0]);
    }

    #[test]
    fn learned_is_a_clean_exit_check_or_eight_of_ten_without_a_hint() {
        let exit = (1..=3).fold(Day::new().opened(7), |day, seed| {
            day.answered(seed, PartKind::Exit, Score::FULL, 0)
        });
        assert!(exit.0.skill("ma.add20").expect("met").learned);
        let hinted = (1..=10).fold(Day::new().opened(7), |day, seed| {
            day.answered(seed, PartKind::Guided, Score::FULL, 1)
        });
        assert!(!hinted.0.skill("ma.add20").expect("met").learned);
        let alone = (1..=8).fold(Day::new().opened(7), |day, seed| {
            day.answered(seed, PartKind::Guided, Score::FULL, 0)
        });
        assert!(alone.0.skill("ma.add20").expect("met").learned);
    }

    #[test]
    fn the_same_event_twice_changes_nothing() {
        let opened = LessonOpened { lesson: "ma-03".to_owned(), seed: 1, forced: false };
        let event = Event {
            id: EventId { writer: 1, seq: 0 },
            learner: 0,
            lamport: 0,
            at: 0,
            kind: Kind::LessonOpened(opened),
        };
        let once = Progress::default().after(&event);
        assert_eq!(once.clone().after(&event), once);
        assert_eq!(once.next_id(1).seq, 1);
    }

    #[test]
    fn a_snapshot_comes_back_and_a_damaged_one_is_refused() {
        let progress = Day::new().opened(7).answered(2, PartKind::Guided, Score::FULL, 0).0;
        let mut bytes = progress.to_bytes();
        assert_eq!(Progress::from_bytes(&bytes), Ok(progress));
        if let Some(last) = bytes.last_mut() {
            *last ^= 1;
        }
        assert_eq!(Progress::from_bytes(&bytes), Err(DecodeError::Malformed));
    }

    #[test]
    fn counts_stop_at_their_end() {
        let day = Day::new().opened(7).answered(1, PartKind::Guided, Score::FULL, 0);
        let mut progress = day.0;
        progress.lessons[0].finished = u32::MAX;
        progress.skills[0].attempts = u32::MAX;
        let finished = Kind::LessonFinished(LessonFinished { lesson: "ma-03".to_owned(), seed: 7 });
        let day = Day(progress, day.1).with(finished).answered(2, PartKind::Exit, Score::FULL, 0);
        assert_eq!(day.lesson().finished, u32::MAX);
        assert_eq!(day.0.skill("ma.add20").map(|it| it.attempts), Some(u32::MAX));
    }

    fn any_event() -> impl Strategy<Value = Event> {
        let seq = prop_oneof![4 => 0_u32..6, 1 => Just(u32::MAX)];
        let lamport = prop_oneof![4 => 0_u64..9, 1 => Just(u64::MAX)];
        let part = prop_oneof![Just(PartKind::Guided), Just(PartKind::Exit)];
        let attempt = (0_u64..3, part, 0_usize..3, 0_u8..2);
        (0_u64..3, seq, lamport, any::<i64>(), 0_u8..4, attempt).prop_map(
            |(writer, seq, lamport, at, kind, (seed, part, right, hints))| {
                let lesson = "ma-03".to_owned();
                let kind = match kind {
                    0 => Kind::LessonOpened(LessonOpened { lesson, seed, forced: false }),
                    1 => Kind::LessonFinished(LessonFinished { lesson, seed }),
                    2 => Kind::Unknown(9, vec![1]),
                    _ => Kind::ItemAttempted(attempt_of(seed, part, Score::share(right, 2), hints)),
                };
                Event { id: EventId { writer, seq }, learner: 0, lamport, at, kind }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn any_history_folds_once(events in prop::collection::vec(any_event(), 0..40), cut: prop::sample::Index) {
            let fold = |progress: Progress, events: &[Event]| events.iter().fold(progress, Progress::after);
            let once = fold(Progress::default(), &events);
            prop_assert_eq!(&fold(once.clone(), &events), &once, "folded again");
            // A snapshot may stand for more than it says: what comes after it may be in it already.
            let cut = cut.index(events.len() + 1);
            let snapshot = Progress::from_bytes(&once.to_bytes()).expect("whole");
            prop_assert_eq!(&fold(snapshot, &events[cut..]), &once, "from a snapshot");
        }

        #[test]
        fn clocks_change_nothing(events in prop::collection::vec(any_event(), 0..40), at: i64, day: i64, millis: u32) {
            let told_otherwise = events.iter().cloned().map(|mut event| {
                event.at = at;
                if let Kind::ItemAttempted(attempt) = &mut event.kind {
                    (attempt.day, attempt.millis) = (day, millis);
                }
                event
            });
            let otherwise = told_otherwise.fold(Progress::default(), |progress, event| progress.after(&event));
            prop_assert_eq!(otherwise, events.iter().fold(Progress::default(), Progress::after));
        }
    }
}
