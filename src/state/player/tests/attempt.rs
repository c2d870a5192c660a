//! One item: what may be done with it, and what is kept of it.

use super::*;

#[test]
fn a_second_tap_records_nothing() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on().draft(&Response::Choice(0));
    assert_eq!(learner.player.check(0, 0).len(), 2, "the opening and the answer");
    assert_eq!(learner.player.check(0, 0), []);
    learner.player.kept();
    assert_eq!(learner.player.check(0, 0), []);
    learner.player.retry();
    assert_eq!(learner.player.check(0, 0), [], "nothing is answered yet");
    learner.draft(&Response::Choice(1));
    assert_eq!(learner.player.check(0, 0).len(), 1, "the answer alone");
}

#[test]
fn nothing_leads_away_while_an_answer_is_being_kept() {
    for command in
        [Command::Skip, Command::Retry, Command::Solve, Command::Hint, Command::Edit(Edit::Pick(0))]
    {
        let mut learner = Learner::new(sample::lesson_of_all());
        learner.read_on().draft(&Response::Choice(1));
        let kinds = learner.player.check(0, 0);
        learner.player.play(&command);
        assert_eq!(learner.player.go_on(), None);
        assert!(learner.player.is_keeping(), "{command:?}");
        learner.keep(kinds);
        learner.player.kept();
        assert_eq!(
            (learner.outcome(), learner.player.steps().0),
            (Some(Outcome::Right), 2),
            "{command:?}"
        );
    }
}

#[test]
fn the_exit_check_has_one_attempt_and_no_help() {
    let mut learner = Learner::new(sample::lesson_of_all());
    while !learner.player.is_exit() {
        learner.go_on();
    }
    for command in [Command::Hint, Command::Solve] {
        learner.player.play(&command);
    }
    learner.answer(&Response::Choice(0));
    let passed = learner.player.steps().0;
    for command in [Command::Retry, Command::Solve, Command::Hint, Command::Edit(Edit::Pick(1))] {
        learner.player.play(&command);
        assert_eq!(learner.outcome(), Some(Outcome::Wrong), "{command:?}");
        assert_eq!(learner.player.check(0, 0), [], "{command:?}");
    }
    let attempts = learner.attempts();
    let attempt = attempts.last().expect("answered");
    assert_eq!((attempt.part, attempt.hints, attempt.solution), (PartKind::Exit, 0, false));
    learner.next();
    assert_eq!(learner.player.steps().0, passed, "it was passed by the answer");
    assert!(!learner.player.way.done.is_empty());
}

#[test]
fn what_was_said_stays_until_another_answer_begins() {
    let slot = sample::item("ma-01.e1", sample::multi());
    let part = sample::part(PartKind::Guided, vec![slot]);
    let mut learner = Learner::new(sample::lesson(vec![part]));
    learner.answer(&Response::Multi(vec![0, 1]));
    learner.player.retry();
    let said = |learner: &Learner| learner.item().feedback().map(|it| it.misconception.clone());
    assert!(matches!(learner.item().phase, Phase::Again(_)));
    assert_eq!(said(&learner).as_deref(), Some("x.off1"), "though the wrong one is unticked");
    learner.player.edit(&Edit::Tick(2));
    assert!(matches!(learner.item().phase, Phase::Open));
    learner.answer(&Response::Multi(vec![0, 2]));
    assert_eq!((learner.outcome(), learner.attempts().len()), (Some(Outcome::Right), 2));
}

#[test]
fn what_cannot_be_read_is_told_and_not_kept() {
    for part in [PartKind::Guided, PartKind::Exit] {
        let slot = sample::item("ma-01.e1", sample::number());
        let mut learner = Learner::new(sample::lesson(vec![sample::part(part, vec![slot])]));
        learner.answer(&Response::Typed("abc".to_owned()));
        assert_eq!(
            (learner.outcome(), learner.log.len()),
            (Some(Outcome::Unreadable), 0),
            "{part:?}"
        );
        assert_eq!(learner.player.steps().0, 0, "{part:?}");
        learner.player.retry();
        assert_eq!(
            learner.item().draft,
            Draft::Typed("abc".to_owned()),
            "what was typed can be mended"
        );
        learner
            .answer(&Response::Typed("abcd".to_owned()))
            .answer(&Response::Typed("12".to_owned()));
        assert_eq!(
            (learner.outcome(), learner.attempts().len()),
            (Some(Outcome::Right), 1),
            "{part:?}"
        );
    }
}

#[test]
fn help_that_was_seen_stands_in_the_answer() {
    let mut learner = Learner::new(sample::lesson_of(sample::choice()));
    for _ in 0..5 {
        learner.player.hint();
    }
    learner.answer(&Response::Choice(2));
    learner.player.solve();
    assert_eq!(learner.item().draft, Draft::Pick(None), "the learner does it alone now");
    learner.answer_right();
    let seen: Vec<_> = learner.attempts().iter().map(|it| (it.hints, it.solution)).collect();
    assert_eq!(seen, [(2, false), (2, true)], "there are two hints");
}

#[test]
fn an_answer_says_what_was_asked_and_what_it_shows() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on().answer(&Response::Choice(0));
    let attempt = learner.attempts()[0].clone();
    assert_eq!(
        (&*attempt.lesson, &*attempt.item, attempt.hash, attempt.level),
        ("ma-01", "ma-01.e1", 7, 0)
    );
    assert_eq!((attempt.response, attempt.score), (Response::Choice(0), Score::ZERO));
    assert_eq!((&*attempt.misconception, attempt.skills), ("x.off1", vec!["ma.add".to_owned()]));
    assert_eq!((attempt.millis, attempt.day, attempt.part), (4000, 20_000, PartKind::Teach));
    while !matches!(&learner.player.here, Scene::Item(it) if it.item.id == "g.sum") {
        learner.go_on();
    }
    learner.answer_right();
    let attempt = learner.attempts().last().map(|it| (it.item.clone(), it.level, it.hash));
    assert_eq!(attempt, Some(("g.sum".to_owned(), 1, 9)));
}

#[test]
fn changing_the_answer_after_feedback_begins_a_new_attempt() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on().answer(&Response::Choice(0));
    learner.player.edit(&Edit::Pick(1));
    assert_eq!(learner.outcome(), None);
    learner.check();
    assert_eq!((learner.outcome(), learner.attempts().len()), (Some(Outcome::Right), 2));
    learner.player.edit(&Edit::Pick(0));
    assert_eq!(
        (learner.outcome(), &learner.item().draft),
        (Some(Outcome::Right), &Draft::Pick(Some(1)))
    );
}

#[test]
fn a_seed_from_the_address_is_no_evidence() {
    let lesson = Forever::new(sample::lesson_of(sample::choice()));
    let mut player = Player::new(lesson, Way { seed: 42, forced: true, ..Way::default() });
    player.edit(&Edit::Pick(1));
    let kinds = player.check(0, 0);
    assert_eq!(
        kinds[0],
        Kind::LessonOpened(LessonOpened { lesson: "ma-01".to_owned(), seed: 42, forced: true })
    );
    assert!(matches!(&kinds[1], Kind::ItemAttempted(it) if it.forced));
}
