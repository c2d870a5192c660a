use super::*;
use crate::event::{LessonFinished, LessonOpened};
use course::item::Response;
use course::item::Score;
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
fn an_item_that_was_edited_is_another_stop() {
    let answered = |day: Day, hash| {
        let attempt = attempt_of(3, PartKind::Guided, Score::FULL, 0);
        day.with(Kind::ItemAttempted(Attempt { hash, ..attempt }))
    };
    let day = answered(answered(Day::new().opened(7), 5), 5);
    assert_eq!(day.lesson().done, [3 ^ 5]);
    assert_eq!(answered(day, 6).lesson().done, [3 ^ 5, 3 ^ 6]);
}

#[test]
fn opening_again_begins_a_new_way_and_keeps_what_was_finished() {
    let finished = Kind::LessonFinished(LessonFinished { lesson: "ma-03".to_owned(), seed: 7 });
    let day =
        Day::new().opened(7).answered(2, PartKind::Guided, Score::FULL, 0).with(finished).opened(8);
    assert_eq!((day.lesson().seed, day.lesson().finished, day.lesson().ended), (8, 1, false));
    assert_eq!(day.lesson().done, [0; 0]);
}

#[test]
fn learned_is_a_clean_exit_check_or_eight_of_ten_without_a_hint() {
    let exit = (1..=3)
        .fold(Day::new().opened(7), |day, seed| day.answered(seed, PartKind::Exit, Score::FULL, 0));
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
fn a_clean_exit_check_counts_for_every_skill_in_it() {
    let exit = |skill: &str, seed| {
        let attempt = attempt_of(seed, PartKind::Exit, Score::FULL, 0);
        Kind::ItemAttempted(Attempt { skills: vec![skill.to_owned()], ..attempt })
    };
    let day = Day::new().opened(7).with(exit("ma.a", 1)).with(exit("ma.b", 2));
    assert!(!day.0.skill("ma.a").expect("met").learned, "two of three");
    let day = day.with(exit("ma.a", 3));
    let learned = ["ma.a", "ma.b"].map(|it| day.0.skill(it).expect("met").learned);
    assert_eq!(learned, [true, true]);
}

#[test]
fn an_event_from_before_wants_all_to_be_folded_anew() {
    let event = |writer, seq, lamport| {
        let opened = LessonOpened { lesson: "ma-03".to_owned(), seed: 1, forced: false };
        let kind = Kind::LessonOpened(opened);
        Event { id: EventId { writer, seq }, learner: 0, lamport, at: 0, kind }
    };
    let progress = Progress::default();
    assert!(progress.is_before(&event(0, 0, 0)), "the first of all");
    let progress = progress.after(&event(1, 0, 0)).after(&event(1, 1, 4));
    let cases = [
        ("one that is in", event(1, 0, 0), true),
        ("the next one", event(1, 2, 5), true),
        ("another writer's, later", event(2, 0, 4), true),
        ("another writer's, from before", event(2, 0, 3), false),
    ];
    for (case, event, expected) in cases {
        assert_eq!(progress.is_before(&event), expected, "{case}");
    }
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
    let part = prop_oneof![Just(PartKind::Guided), Just(PartKind::Exit), Just(PartKind::Placement)];
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
    fn clocks_change_nothing_but_days(events in prop::collection::vec(any_event(), 0..40), at: i64, days: Vec<i64>, millis: u32) {
        let told_otherwise = events.iter().cloned().enumerate().map(|(number, mut event)| {
            event.at = at;
            if let Kind::ItemAttempted(attempt) = &mut event.kind {
                (attempt.day, attempt.millis) = (days.get(number).copied().unwrap_or(at), millis);
            }
            event
        });
        let otherwise = told_otherwise.fold(Progress::default(), |progress, event| progress.after(&event));
        let progress = events.iter().fold(Progress::default(), Progress::after);
        prop_assert_eq!(&otherwise.lessons, &progress.lessons);
        prop_assert_eq!((otherwise.lamport, &otherwise.last), (progress.lamport, &progress.last));
        let lasting = |progress: &Progress| -> Vec<_> {
            progress.skills.iter().map(|it| (it.attempts, it.recent.clone(), it.learned, it.known)).collect()
        };
        prop_assert_eq!(lasting(&otherwise), lasting(&progress));
    }

    #[test]
    fn what_comes_after_all_others_is_known(mut events in prop::collection::vec(any_event(), 1..20)) {
        events.sort_by_key(Event::order);
        for (seq, event) in (0..).zip(&mut events) {
            event.id.seq = seq;
        }
        events.sort_by_key(Event::order);
        let Some(last) = events.pop() else { return Ok(()) };
        let progress = events.iter().fold(Progress::default(), Progress::after);
        prop_assert!(progress.is_before(&last));
        let all = progress.after(&last);
        prop_assert!(events.iter().all(|it| all.is_before(it)), "what is in");
    }
}

/// A learner whose days are told.
struct Days(Day, i64);

impl Days {
    /// Learned by three right exit items on day 0.
    fn learned() -> Self {
        let first = Self(Day::new().opened(7), 0);
        (1..=3).fold(first, |days, seed| days.exit(seed))
    }

    fn exit(self, seed: u64) -> Self {
        let attempt = attempt_of(seed, PartKind::Exit, Score::FULL, 0);
        let day = self.1;
        Self(self.0.with(Kind::ItemAttempted(Attempt { day, ..attempt })), day)
    }

    /// So many days later an answer in a review.
    fn later(self, days: i64, score: Score, hints: u8) -> Self {
        let day = self.1 + days;
        let attempt = attempt_of(99, PartKind::Review, score, hints);
        Self(self.0.with(Kind::ItemAttempted(Attempt { day, ..attempt })), day)
    }

    fn skill(&self) -> &SkillProgress {
        self.0.0.skill("ma.add20").expect("met")
    }
}

#[test]
fn reviews_come_at_growing_distances() {
    let mut days = Days::learned();
    let mut gaps = Vec::new();
    for _ in 0..6 {
        let gap = days.skill().interval();
        assert_eq!(days.skill().due(), Some(days.1 + gap));
        gaps.push(gap);
        days = days.later(gap, Score::FULL, 0);
    }
    assert_eq!(gaps, [1, 3, 8, 19, 43, 89]);
}

#[test]
fn mastered_is_right_again_on_two_later_days_apart() {
    type Answers<'a> = &'a [(i64, Score, u8)];
    let cases: [(&str, Answers<'_>, bool); 6] = [
        ("at once", &[(0, Score::FULL, 0), (0, Score::FULL, 0)], false),
        ("one later day", &[(1, Score::FULL, 0)], false),
        ("two later days, near", &[(1, Score::FULL, 0), (2, Score::FULL, 0)], false),
        ("two later days, apart", &[(1, Score::FULL, 0), (3, Score::FULL, 0)], true),
        ("after a hint", &[(1, Score::FULL, 0), (3, Score::FULL, 1)], false),
        (
            "wrong in between",
            &[(1, Score::FULL, 0), (1, Score::ZERO, 0), (3, Score::FULL, 0)],
            true,
        ),
    ];
    for (case, answers, mastered) in cases {
        let days = answers.iter().fold(Days::learned(), |days, (later, score, hints)| {
            days.later(*later, *score, *hints)
        });
        assert_eq!(days.skill().mastered, mastered, "{case}");
        assert!(days.skill().learned, "{case}: it stays learned");
    }
}

#[test]
fn what_was_forgotten_comes_again_soon() {
    let days = Days::learned().later(1, Score::FULL, 0).later(3, Score::ZERO, 0);
    let wrong = days.skill().interval();
    assert!(wrong <= 2, "{wrong}");
    let same_day = days.later(0, Score::FULL, 0);
    assert_eq!(same_day.skill().interval(), wrong, "the first answer of a day counts");
}

#[test]
fn a_forced_seed_is_no_evidence() {
    let attempt = Attempt { forced: true, ..attempt_of(1, PartKind::Guided, Score::FULL, 0) };
    let day = Day::new().opened(7).with(Kind::ItemAttempted(attempt));
    assert_eq!(day.0.skills, []);
    assert_eq!(day.lesson().done, [1]);
}
