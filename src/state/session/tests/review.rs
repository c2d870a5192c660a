//! Reviews: one skill after the other, each from its lesson's pack.

use super::*;
use course::lesson::PartKind;
use learning::event::Attempt;

/// On the page of reviews, a day after the skills of `catalogue` were learned: `ma.add` in pack 1, `ma.sub` in pack 2.
fn due() -> Session {
    let mut catalogue = catalogue();
    let mut lessons = catalogue.courses[0].units[0].lessons.iter_mut();
    for (skill, pack) in [("ma.add", "1"), ("ma.sub", "2")] {
        let entry = lessons.next().expect("two lessons");
        entry.skills = vec![skill.to_owned()];
        entry.pack = pack.to_owned();
    }
    let scene =
        Scene { catalogue: Forever::new(catalogue), day: 20_001, ..scene("en/review/", None) };
    let mut session = Session::new(start(scene));
    let right = |skill: &str, seed| {
        Kind::ItemAttempted(Attempt {
            lesson: "ma-01".to_owned(),
            item: "ma-01.e1".to_owned(),
            hash: 0,
            level: 0,
            seed,
            forced: false,
            part: PartKind::Guided,
            response: course::item::Response::Choice(0),
            score: course::item::Score::FULL,
            skills: vec![skill.to_owned()],
            misconception: String::new(),
            hints: 0,
            solution: false,
            millis: 0,
            day: 20_000,
        })
    };
    for skill in ["ma.add", "ma.sub"] {
        record(&mut session, (0..8).map(|seed| right(skill, seed)).collect(), Saved::Saved);
    }
    session
}

/// Answers on this day and goes on.
fn answered(session: &mut Session, edit: Edit) {
    let player = session.player.as_mut().expect("a review");
    player.edit(&edit);
    let kinds = player.check(0, 20_001);
    record(session, kinds, Saved::Saved);
    session.player.as_mut().expect("a review").go_on();
}

#[test]
fn one_skill_after_the_other() {
    let mut session = due();
    assert_eq!(session.reviews_done(), (0, 2));
    assert_eq!(session.next_apart().as_deref(), Some("1"));
    assert_eq!(session.next_apart(), None, "one at a time");
    session.after(Action::Apart("1".to_owned(), lesson(sample::choice())));
    assert!(player(&session).is_apart());
    assert_eq!(player(&session).part(), Some(PartKind::Review));
    assert_eq!(session.next_apart(), None, "it is not answered yet");
    answered(&mut session, Edit::Pick(1));
    assert_eq!(session.journal.progress.last, "ma-01", "as it was");
    assert_eq!(session.next_apart().as_deref(), Some("2"));
    assert_eq!(session.reviews_done(), (1, 2));
}

#[test]
fn what_cannot_be_had_waits() {
    let mut session = due();
    session.next_apart();
    session.after(Action::Apart("1".to_owned(), Err(Missing::Unreachable)));
    assert_eq!(session.next_apart().as_deref(), Some("2"));
    // There is nothing for the skill in this lesson.
    session.after(Action::Apart("2".to_owned(), lesson(sample::choice())));
    assert_eq!((session.next_apart(), session.unmet), (None, 2));
    assert!(!session.is_meeting() && session.player.is_none());
}

#[test]
fn a_review_ends_where_another_page_begins() {
    let mut session = due();
    session.next_apart();
    session.after(Action::Apart("1".to_owned(), lesson(sample::choice())));
    show(&mut session, "en/ma/ma-01/", None, Some(lesson(sample::choice())));
    assert!(!player(&session).is_apart(), "the lesson itself");
    session.after(Action::Apart("1".to_owned(), lesson(sample::choice())));
    assert!(!player(&session).is_apart(), "a pack that came too late");
}
