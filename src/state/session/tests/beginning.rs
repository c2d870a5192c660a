//! A lesson that begins before all of it is there.

use super::*;

/// The lesson of all kinds of slots, or its beginning: the first part.
fn both() -> [Forever<Lesson>; 2] {
    let whole = sample::lesson_of_all();
    let mut beginning = whole.clone();
    beginning.parts.iter_mut().skip(1).for_each(|part| part.slots.clear());
    [beginning, whole].map(Forever::new)
}

fn begun() -> (Session, Forever<Lesson>) {
    let [beginning, whole] = both();
    (in_lesson(Ok(beginning)), whole)
}

/// Goes on from a card, answers rightly and goes on, or leaves the last item; what is to be kept at the end.
fn pass(session: &mut Session) -> Option<Kind> {
    if let Here::Item(it) = &player(session).here {
        if !matches!(it.item.interaction, Interaction::Choice(_)) {
            return session.player.as_mut().expect("a lesson").skip();
        }
        answer(session, &[Edit::Pick(1)], Saved::Saved);
    }
    session.player.as_mut().expect("a lesson").go_on()
}

#[test]
fn the_whole_is_asked_for_after_each_stop_until_it_comes() {
    let (mut session, whole) = begun();
    assert!(session.wants_whole());
    assert!(!session.wants_whole(), "it is on its way");
    pass(&mut session);
    assert!(session.wants_whole(), "or was asked for in vain");
    session.after(Action::Whole(Ok(whole)));
    pass(&mut session);
    assert!(!session.wants_whole());
}

#[test]
fn the_lesson_goes_on_where_it_is() {
    let (mut session, whole) = begun();
    pass(&mut session);
    session.player.as_mut().expect("a lesson").edit(&Edit::Pick(1));
    let (before, steps) = (player(&session).begun(), player(&session).steps());
    session.after(Action::Whole(Ok(whole)));
    assert_eq!(player(&session).begun(), before, "the same item and draft");
    assert_eq!(player(&session).steps().0, steps.0);
    assert!(player(&session).steps().1 > steps.1);
    assert!(!player(&session).lesson.is_beginning());
}

#[test]
fn an_answer_that_is_being_kept_is_told_in_the_whole_lesson() {
    let (mut session, whole) = begun();
    pass(&mut session);
    let player = session.player.as_mut().expect("a lesson");
    player.edit(&Edit::Pick(1));
    let kinds = player.check(0, 0);
    session.after(Action::Whole(Ok(whole)));
    record(&mut session, kinds, Saved::Saved);
    let Here::Item(it) = &self::player(&session).here else { panic!("an item") };
    assert!(matches!(it.phase, Phase::Told(_)));
}

#[test]
fn it_does_not_end_where_its_beginning_does() {
    let (mut session, whole) = begun();
    for _ in 0..3 {
        assert_eq!(pass(&mut session), None, "nothing is finished");
    }
    assert!(player(&session).has_run_out());
    assert!(session.wants_whole(), "now it is waited for");
    session.after(Action::Whole(Err(Missing::Broken)));
    assert_eq!(session.lacking, Missing::Broken, "that is said");
    session.after(Action::Whole(Ok(whole)));
    assert!(!player(&session).has_run_out());
    assert!(player(&session).card().is_some(), "the card of the next part");
}

#[test]
fn another_lesson_is_not_its_whole() {
    let (mut session, whole) = begun();
    for other in [
        Lesson { id: "ma-02".to_owned(), ..(*whole).clone() },
        Lesson { locale: "zh-Hans".to_owned(), ..(*whole).clone() },
    ] {
        session.after(Action::Whole(Ok(Forever::new(other))));
        assert!(player(&session).lesson.is_beginning());
    }
}

#[test]
fn both_meet_the_same_items() {
    let [beginning, whole] = both();
    let first = |lesson| {
        let session = in_lesson(Ok(lesson));
        player(&session).begun()
    };
    assert_eq!(first(beginning), first(whole));
}
