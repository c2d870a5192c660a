use super::*;
use crate::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};
use course::catalogue::Unit;
use course::item::{Response, Score};
use course::lesson::{Band, PartKind};

/// Courses `ma` and `en` of four lessons each: each teaches the skill of its name and needs that of the lesson before.
fn catalogue() -> Catalogue {
    let entry = |course: &str, at: usize| Entry {
        id: format!("{course}-{at:02}"),
        title: String::new(),
        band: Band::A,
        minutes: 10,
        skills: vec![format!("{course}.s{at}")],
        needs: (at > 1).then(|| format!("{course}.s{}", at - 1)).into_iter().collect(),
        pack: String::new(),
        bytes: 0,
        engines: 0,
        once: 0,
    };
    let course = |id: &str| Course {
        id: id.to_owned(),
        title: String::new(),
        units: vec![Unit {
            title: String::new(),
            lessons: (1..=4).map(|at| entry(id, at)).collect(),
        }],
        bytes: 0,
        engines: 0,
    };
    Catalogue { courses: ["ma", "en"].map(course).into() }
}

/// A learner at their lessons.
#[derive(Default)]
struct Learner {
    progress: Progress,
    seq: u32,
    day: i64,
}

impl Learner {
    fn new() -> Self {
        Self { day: 20_000, ..Self::default() }
    }

    fn did(mut self, kind: Kind) -> Self {
        let id = EventId { writer: 1, seq: self.seq };
        self.seq += 1;
        let event = Event { id, learner: 0, lamport: self.progress.lamport, at: 0, kind };
        Self { progress: self.progress.after(&event), ..self }
    }

    fn opened(self, lesson: &str) -> Self {
        let lesson = lesson.to_owned();
        self.did(Kind::LessonOpened(LessonOpened { lesson, seed: 1, forced: false }))
    }

    fn finished(self, lesson: &str) -> Self {
        self.did(Kind::LessonFinished(LessonFinished { lesson: lesson.to_owned(), seed: 1 }))
    }

    fn answered(self, lesson: &str, seed: u64, part: PartKind, score: Score) -> Self {
        let (course, number) = lesson.split_once("-0").expect("a lesson's id");
        let attempt = Attempt {
            lesson: lesson.to_owned(),
            item: format!("{lesson}.e1"),
            hash: 0,
            level: 0,
            seed,
            forced: false,
            part,
            response: Response::Choice(0),
            score,
            skills: vec![format!("{course}.s{number}")],
            misconception: String::new(),
            hints: 0,
            solution: false,
            millis: 0,
            day: self.day,
        };
        self.did(Kind::ItemAttempted(attempt))
    }

    /// A whole lesson with so many right in the check.
    fn learned(self, lesson: &str, right: u64) -> Self {
        let opened = self.opened(lesson);
        let checked = (0..3).fold(opened, |learner, at| {
            let score = if at < right { Score::FULL } else { Score::ZERO };
            learner.answered(lesson, at, PartKind::Exit, score)
        });
        checked.finished(lesson)
    }

    fn later(self, days: i64) -> Self {
        Self { day: self.day + days, ..self }
    }

    fn reviewed(self, lesson: &str, score: Score) -> Self {
        self.answered(lesson, 9, PartKind::Review, score)
    }

    /// Ids of the plan: to go on with, to review, next.
    fn plan(&self) -> (String, Vec<String>, String) {
        let catalogue = catalogue();
        let today = today(&self.progress, &catalogue, self.day);
        let id = |place: Option<Place<'_>>| place.map(|(_, it)| it.id.clone()).unwrap_or_default();
        let reviews = today.reviews.iter().map(|(skill, _)| (*skill).to_owned()).collect();
        (id(today.go_on), reviews, id(today.next))
    }
}

fn assert_plan(case: &str, learner: &Learner, go_on: &str, reviews: &[&str], next: &str) {
    let reviews = reviews.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(learner.plan(), (go_on.to_owned(), reviews, next.to_owned()), "{case}");
}

#[test]
fn what_is_to_be_done() {
    let learner = Learner::new();
    assert_plan("nothing done yet", &learner, "", &[], "ma-01");
    let learner = learner.opened("ma-01");
    assert_plan("left in its middle", &learner, "ma-01", &[], "ma-02");
    let learner = Learner::new().learned("ma-01", 3);
    assert_plan("learned", &learner, "", &[], "ma-02");
    let weak = Learner::new().learned("ma-01", 1);
    assert_plan("finished, and not learned: once more", &weak, "", &[], "ma-01");
    let learner = learner.learned("en-01", 3);
    assert_plan("the course of last comes first", &learner, "", &[], "en-02");
    let tomorrow = learner.later(1);
    assert_plan("courses take turns", &tomorrow, "", &["en.s1", "ma.s1"], "en-02");
    let done = tomorrow.reviewed("ma-01", Score::FULL);
    assert_plan("what was reviewed is not due", &done, "", &["en.s1"], "en-02");
}

#[test]
fn the_least_known_comes_first() {
    let wrong =
        |learner: Learner, lesson| learner.answered(lesson, 9, PartKind::Guided, Score::ZERO);
    let learner = Learner::new().learned("ma-01", 3);
    let learner = wrong(learner, "ma-02").learned("ma-02", 3);
    let learner = wrong(wrong(learner, "en-02"), "en-02").learned("en-02", 3).learned("en-01", 3);
    let learner = learner.later(1);
    let turns = ["en.s2", "ma.s2", "en.s1", "ma.s1"];
    assert_plan("in each course, and courses take turns", &learner, "", &turns, "en-03");
}

#[test]
fn who_is_late_comes_before_who_is_less_known() {
    let learner = Learner::new().learned("ma-01", 3).later(1);
    let learner = learner.answered("ma-02", 9, PartKind::Guided, Score::ZERO).learned("ma-02", 3);
    let learner = learner.later(1);
    assert_plan("a day late for an interval of one", &learner, "", &["ma.s1", "ma.s2"], "ma-03");
}

#[test]
fn the_most_urgent_comes_first() {
    let learner = Learner::new().learned("ma-01", 3).later(1).reviewed("ma-01", Score::FULL);
    // Due after three days, and after one: a day later the second waits for a whole interval.
    let learner = learner.later(2).learned("ma-02", 3).later(2);
    assert_plan("by share of the interval", &learner, "", &["ma.s2", "ma.s1"], "ma-03");
}

#[test]
fn at_most_twelve_a_day() {
    let mut catalogue = catalogue();
    let names: Vec<String> = (0..20).map(|at| format!("ma.t{at}")).collect();
    catalogue.courses[0].units[0].lessons[0].skills.clone_from(&names);
    let mut learner = Learner::new();
    let attempt = |learner: Learner, seed: u64, part, skills: &[String]| {
        let before = learner.answered("ma-01", 99, PartKind::Teach, Score::ZERO);
        let Learner { progress, seq, day } = before;
        let kind = Kind::ItemAttempted(Attempt {
            lesson: "ma-01".to_owned(),
            item: "ma-01.e1".to_owned(),
            hash: 0,
            level: 0,
            seed,
            forced: false,
            part,
            response: Response::Read,
            score: Score::FULL,
            skills: skills.to_vec(),
            misconception: String::new(),
            hints: 0,
            solution: false,
            millis: 0,
            day,
        });
        Learner { progress, seq, day }.did(kind)
    };
    for seed in 0..8 {
        learner = attempt(learner, seed, PartKind::Guided, &names);
    }
    let learner = learner.later(1);
    let count = |learner: &Learner| today(&learner.progress, &catalogue, learner.day).reviews.len();
    assert_eq!(count(&learner), 12);
    let learner = attempt(learner, 9, PartKind::Review, &names[..5]);
    assert_eq!(count(&learner), 7, "five of them are done");
    assert_eq!(count(&learner.later(1)), 12, "the rest waits for the next day");
}
