use super::*;
use crate::event::{Attempt, Event, Kind};
use crate::plan;
use course::catalogue::{Catalogue, Unit};
use course::item::{Response, Score};
use course::lesson::{Band, PartKind};
use course::rng::Rng;
use proptest::prelude::*;

/// A course of so many lessons in two units: each teaches two skills and needs the first of the lesson before.
fn course(count: usize) -> Course {
    let entry = |at: usize| Entry {
        id: format!("ma-{at:02}"),
        title: String::new(),
        band: Band::A,
        minutes: 10,
        skills: vec![format!("ma.s{at}"), format!("ma.t{at}")],
        needs: (at > 0).then(|| format!("ma.s{}", at - 1)).into_iter().collect(),
        pack: String::new(),
        bytes: 0,
        engines: 0,
        once: 0,
    };
    let unit = |lessons: Vec<Entry>| Unit { title: String::new(), lessons };
    let (first, second): (Vec<Entry>, Vec<Entry>) =
        ((0..count / 2).map(entry).collect(), (count / 2..count).map(entry).collect());
    Course {
        id: "ma".to_owned(),
        title: String::new(),
        units: vec![unit(first), unit(second)],
        bytes: 0,
        engines: 0,
    }
}

fn answer(
    progress: Progress,
    writer: u64,
    lesson: &str,
    skills: &[String],
    right: bool,
) -> Progress {
    let id = progress.next_id(writer);
    let attempt = Attempt {
        lesson: lesson.to_owned(),
        item: format!("{lesson}.e1"),
        hash: 0,
        level: 0,
        seed: 0,
        forced: false,
        part: PartKind::Placement,
        response: Response::Typed(String::new()),
        score: if right { Score::FULL } else { Score::ZERO },
        skills: skills.to_vec(),
        misconception: String::new(),
        hints: 0,
        solution: false,
        millis: 0,
        day: 20_000,
    };
    let kind = Kind::ItemAttempted(attempt);
    let lamport = progress.lamport;
    progress.after(&Event { id, learner: 0, lamport, at: 0, kind })
}

/// Asks until it is clear where to begin: progress then, and the lessons that were asked for.
fn asked(course: &Course, mut knows: impl FnMut(usize) -> bool) -> (Progress, Vec<usize>) {
    let (mut progress, mut asked) = (Progress::default(), Vec::new());
    while let Some(Ask { entry, skill, .. }) = placement(&progress, course).ask {
        let at = course.lessons().iter().position(|it| it.id == entry.id).expect("its lesson");
        let before = asked.iter().filter(|it| **it == at).count();
        assert_eq!(skill, entry.skills[before % 2], "they take turns");
        asked.push(at);
        progress = answer(progress, 1, &entry.id, &[skill.to_owned()], knows(at));
        assert_eq!(placement(&progress, course).answered, asked.len());
    }
    (progress, asked)
}

#[test]
fn what_is_asked_and_where_it_leads() {
    type Case<'a> = (&'a str, usize, fn(usize) -> bool, usize, &'a [usize]);
    let cases: [Case<'_>; 7] = [
        ("there is nothing to learn", 0, |_| true, 0, &[]),
        ("there is one way to begin", 1, |_| true, 0, &[]),
        ("nothing is known", 4, |_| false, 0, &[1, 0, 0]),
        ("all is known: the last one is done all the same", 4, |_| true, 3, &[1, 2, 2]),
        ("half of it is known", 4, |at| at < 2, 2, &[1, 2, 1, 2, 1]),
        ("nothing of many is known", 40, |_| false, 0, &[19, 11, 6, 3, 1, 0, 0]),
        ("all of many is known", 40, |_| true, 39, &[19, 26, 31, 34, 36, 37, 38, 38]),
    ];
    for (case, count, knows, known, lessons) in cases {
        let course = course(count);
        let (progress, asked) = asked(&course, knows);
        assert_eq!((placement(&progress, &course).known, &*asked), (known, lessons), "{case}");
    }
}

#[test]
fn who_knows_the_first_lessons_begins_after_them() {
    for count in (1..=48).chain([99, 255]) {
        let course = course(count);
        for known in 0..=count {
            let (progress, asked) = asked(&course, |at| at < known);
            let found = placement(&progress, &course).known;
            let end = known.min(count - 1);
            assert!(found.abs_diff(end) <= 1, "{known} of {count}: {found}");
            assert!(count > 48 || found == end, "{known} of {count}: {found}");
            assert!(asked.len() <= ITEMS_MAX);
        }
    }
}

#[test]
fn today_offers_the_lesson_and_none_is_done() {
    let (ma, mut en) = (course(8), course(8));
    en.id = "en".to_owned();
    for entry in en.units.iter_mut().flat_map(|it| &mut it.lessons) {
        entry.id = entry.id.replace("ma", "en");
        entry.skills.clear();
        entry.needs.clear();
    }
    let catalogue = Catalogue { courses: vec![en, ma] };
    let course = &catalogue.courses[1];
    let (progress, _) = asked(course, |at| at < 5);
    let today = plan::today(&progress, &catalogue, 20_000);
    let next = today.next.map(|(course, entry)| (&*course.id, &*entry.id));
    assert_eq!(next, Some(("ma", "ma-05")), "the course that was asked about comes first");
    assert_eq!(plan::next(&progress, course, None).map(|(_, it)| &*it.id), Some("ma-05"));
    assert_eq!((today.go_on, today.reviews), (None, Vec::new()));
    assert_eq!(progress.lessons, []);
    assert!(progress.skills.iter().all(|it| !it.learned), "that takes more than this");
    assert!(progress.skills.iter().all(|it| it.recent.iter().all(|right| *right)));
}

#[test]
fn who_stops_in_the_middle_keeps_what_is_clear() {
    type Answers<'a> = &'a [(usize, bool)];
    let course = course(40);
    let known = |answers: Answers<'_>| {
        let progress = answers.iter().fold(Progress::default(), |progress, (at, right)| {
            answer(progress, 1, &format!("ma-{at:02}"), &[], *right)
        });
        placement(&progress, &course).known
    };
    let cases: [(&str, Answers<'_>, usize); 5] = [
        ("nothing was answered", &[], 0),
        ("right", &[(19, true)], 20),
        ("not right", &[(19, false)], 0),
        ("right, then not right", &[(19, true), (19, false)], 0),
        ("two of three", &[(19, true), (19, false), (19, true)], 20),
    ];
    for (case, answers, expected) in cases {
        assert_eq!(known(answers), expected, "{case}");
    }
}

#[test]
fn a_course_that_grew_begins_where_it_did() {
    let (progress, _) = asked(&course(4), |_| true);
    let longer = course(40);
    assert_eq!(placement(&progress, &longer).known, 3);
}

#[test]
fn lessons_that_are_gone_count_nothing() {
    let answers = |progress: Progress, lesson: &str| answer(progress, 1, lesson, &[], true);
    let progress = ["ma-77", "en-01"].into_iter().fold(Progress::default(), answers);
    let course = course(4);
    let found = placement(&progress, &course);
    assert_eq!((found.known, found.answered), (0, 0));
    assert!(found.ask.is_some());
}

proptest! {
    #[test]
    fn it_ends_whatever_is_answered(count in 0_usize..60, answers in prop::collection::vec(any::<bool>(), ITEMS_MAX)) {
        let course = course(count);
        let mut answers = answers.into_iter();
        let (progress, asked) = asked(&course, |_| answers.next().expect("never more than twelve"));
        let found = placement(&progress, &course);
        prop_assert!(found.known < count.max(1));
        prop_assert!(found.known == 0 || asked.contains(&(found.known - 1)), "it came out right");
    }

    #[test]
    fn the_same_events_ask_for_the_same_item_on_every_device(
        answers in prop::collection::vec((0_u64..3, 0_usize..12, any::<bool>()), 0..40),
    ) {
        // Devices that were apart may have asked more than twelve items together.
        let course = course(10);
        let mut progress = Progress::default();
        for (writer, at, right) in answers {
            progress = answer(progress, writer, &format!("ma-{at:02}"), &[], right);
        }
        let other = Progress::from_bytes(&progress.to_bytes()).expect("whole");
        let found = placement(&progress, &course);
        prop_assert_eq!(&found, &placement(&other, &course));
        prop_assert!(found.answered <= ITEMS_MAX);
    }
}

/// The figures of docs/MODELS.md: pupils who slip and guess.
#[test]
fn slips_and_guesses_move_it_little() {
    let mut rng = Rng::new(1);
    let (mut off, mut far, mut items, mut pupils) = (0, 0, 0, 0);
    for count in [4, 10, 20, 40] {
        let course = course(count);
        for _ in 0..300 {
            let known = rng.below(count as u64) as usize;
            let (progress, asked) =
                asked(&course, |at| if at < known { rng.below(8) > 0 } else { rng.below(5) == 0 });
            let apart = placement(&progress, &course).known.abs_diff(known);
            off += apart;
            far += usize::from(apart > (count / 10).max(1));
            items += asked.len();
            pupils += 1;
        }
    }
    assert_eq!((off, far, items), (591, 62, 10_595), "for {pupils} pupils");
}
