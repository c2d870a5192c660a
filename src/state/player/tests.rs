use super::*;
use crate::state::draft::tests::{any_edit, moves, right};
use course::item::Response;
use course::sample;
use learning::event::{Event, EventId};
use proptest::prelude::*;

/// A player with the log that its answers go to.
struct Learner {
    player: Player,
    log: Vec<Event>,
}

impl Learner {
    fn new(lesson: Lesson) -> Self {
        Self {
            player: Player::new(Rc::new(lesson), Way { seed: 7, ..Way::default() }),
            log: Vec::new(),
        }
    }

    fn keep(&mut self, kinds: impl IntoIterator<Item = Kind>) {
        for kind in kinds {
            let id = EventId { writer: 1, seq: self.log.len() as u32 };
            self.log.push(Event { id, learner: 0, lamport: 0, at: 0, kind });
        }
    }

    fn progress(&self) -> Progress {
        self.log.iter().fold(Progress::default(), Progress::after)
    }

    fn attempts(&self) -> Vec<&Attempt> {
        let attempt = |event: &'_ Event| matches!(event.kind, Kind::ItemAttempted(_));
        let attempts = self.log.iter().filter(|it| attempt(it));
        attempts
            .filter_map(|it| if let Kind::ItemAttempted(it) = &it.kind { Some(it) } else { None })
            .collect()
    }

    /// The item on the screen.
    fn item(&self) -> &Exercise {
        match &self.player.here {
            Scene::Item(it) => it,
            Scene::Card => panic!("a card"),
            Scene::End(..) => panic!("the end"),
        }
    }

    fn draft(&mut self, response: &Response) -> &mut Self {
        for edit in moves(&self.item().draft, response) {
            self.player.edit(&edit);
        }
        self
    }

    /// Hands the draft in and keeps it.
    fn check(&mut self) -> &mut Self {
        let kinds = self.player.check(4000, 20_000);
        self.keep(kinds);
        self.player.kept();
        self
    }

    fn answer(&mut self, response: &Response) -> &mut Self {
        self.draft(response).check()
    }

    fn answer_right(&mut self) -> &mut Self {
        self.answer(&right(&self.item().item.interaction))
    }

    fn next(&mut self) -> &mut Self {
        let kind = self.player.next();
        self.keep(kind);
        self
    }

    /// Reads cards up to the next item.
    fn to_item(&mut self) -> &mut Self {
        while matches!(self.player.here, Scene::Card) {
            self.next();
        }
        self
    }

    /// One step of somebody who knows everything.
    fn go_on(&mut self) {
        match &self.player.here {
            Scene::Card => {
                self.next();
            }
            Scene::Item(it) => match &it.phase {
                Phase::Open => {
                    self.answer_right();
                }
                Phase::Keeping(_) => self.player.kept(),
                Phase::Told(judged) if judged.outcome == Outcome::Right => {
                    self.next();
                }
                Phase::Told(judged)
                    if self.player.is_exit() && judged.outcome != Outcome::Unreadable =>
                {
                    self.next();
                }
                Phase::Told(_) => self.player.retry(),
            },
            Scene::End(..) => {}
        }
    }

    fn is_at_end(&self) -> bool {
        matches!(self.player.here, Scene::End(..))
    }

    fn outcome(&self) -> Option<Outcome> {
        match &self.item().phase {
            Phase::Told(judged) => Some(judged.outcome),
            Phase::Open | Phase::Keeping(_) => None,
        }
    }

    /// The same learner after the page was closed.
    fn again(&self) -> Player {
        let progress = self.progress();
        let way = progress.lesson("ma-01").map(|it| Way {
            seed: it.seed,
            forced: it.forced,
            done: it.done.clone(),
            opened: true,
        });
        Player::new(self.player.lesson.clone(), way.unwrap_or(Way { seed: 7, ..Way::default() }))
    }
}

#[test]
fn goes_on_after_any_item() {
    let mut learner = Learner::new(sample::lesson_of_all());
    while !learner.is_at_end() {
        learner.to_item().answer_right().next();
        let again = learner.again();
        assert_eq!(again.steps(), learner.player.steps());
        assert!(again.at() == learner.player.at() || learner.is_at_end());
    }
    assert_eq!(learner.attempts().len(), 8);
}

#[test]
fn what_is_not_right_yet_is_met_again_after_the_page_was_closed() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.to_item().answer(&Response::Choice(0));
    let again = learner.again();
    assert_eq!((again.at(), again.steps().0), (0, 0), "the card before it comes again");
}

#[test]
fn cards_before_the_last_answer_are_read() {
    let lesson = Rc::new(sample::lesson_of_all());
    let stops = plan(&lesson, 7);
    let fifth = Way { seed: 7, done: vec![stops[5].seed], ..Way::default() };
    let player = Player::new(lesson, fifth);
    // Two cards and the one item; the items that were left out come at the end.
    assert_eq!((player.at(), player.steps().0), (6, 3));
}

#[test]
fn an_item_left_for_later_comes_back_before_the_end() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.to_item();
    let later = learner.player.at();
    learner.player.skip();
    while learner.player.at() != later {
        learner.go_on();
    }
    assert_eq!(learner.attempts().len(), 7, "all others are done");
    assert!(!learner.player.others_left());
    learner.player.skip();
    assert_eq!(learner.player.at(), later, "there is nothing else to do");
    learner.answer_right().next();
    assert!(learner.is_at_end());
}

#[test]
fn a_way_through_leaves_an_opening_its_answers_and_an_end() {
    let mut learner = Learner::new(sample::lesson_of_all());
    while !learner.is_at_end() {
        learner.go_on();
    }
    let (first, last) = (&learner.log[0].kind, &learner.log[9].kind);
    assert_eq!(
        *first,
        Kind::LessonOpened(LessonOpened { lesson: "ma-01".to_owned(), seed: 7, forced: false })
    );
    assert_eq!(*last, Kind::LessonFinished(LessonFinished { lesson: "ma-01".to_owned(), seed: 7 }));
    assert_eq!((learner.log.len(), learner.attempts().len()), (10, 8));
    learner.player.set_end(&learner.progress());
    assert!(matches!(learner.player.here, Scene::End(2, 2)));
}

#[test]
fn a_second_tap_records_nothing() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.to_item().draft(&Response::Choice(0));
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
        learner.to_item().draft(&Response::Choice(1));
        let kinds = learner.player.check(0, 0);
        learner.player.play(&command);
        assert_eq!(learner.player.next(), None);
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
    learner.to_item().answer(&Response::Choice(0));
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
    learner.to_item().answer(&Response::Choice(0));
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
    let lesson = Rc::new(sample::lesson_of(sample::choice()));
    let mut player = Player::new(lesson, Way { seed: 42, forced: true, ..Way::default() });
    player.edit(&Edit::Pick(1));
    let kinds = player.check(0, 0);
    assert_eq!(
        kinds[0],
        Kind::LessonOpened(LessonOpened { lesson: "ma-01".to_owned(), seed: 42, forced: true })
    );
    assert!(matches!(&kinds[1], Kind::ItemAttempted(it) if it.forced));
}

#[test]
fn another_language_keeps_item_seed_and_draft() {
    let other = || {
        let mut lesson = sample::lesson_of_all();
        "zh-Hans".clone_into(&mut lesson.locale);
        Rc::new(lesson)
    };
    let mut learner = Learner::new(sample::lesson_of_all());
    while !matches!(&learner.player.here, Scene::Item(it) if it.item.id == "g.sum") {
        learner.go_on();
    }
    learner.draft(&Response::Typed("3".to_owned()));
    learner.player.hint();
    let (seed, draft) = (learner.item().seed, learner.item().draft.clone());
    let place = (learner.player.at(), learner.player.steps());
    learner.player = learner.player.translated(other());
    assert_eq!((learner.player.at(), learner.player.steps()), place);
    assert_eq!(
        (learner.item().seed, &learner.item().draft, learner.item().hints),
        (seed, &draft, 1)
    );
    assert_eq!(learner.outcome(), None);
    learner.check();
    learner.player = learner.player.translated(other());
    assert_eq!(learner.outcome(), Some(Outcome::Wrong), "what was told is told again");
    while !learner.is_at_end() {
        learner.go_on();
    }
    learner.player = learner.player.translated(other());
    assert!(learner.is_at_end());
}

#[test]
fn another_language_while_an_answer_is_being_kept_loses_nothing() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.to_item().draft(&Response::Choice(1));
    let kinds = learner.player.check(0, 0);
    learner.keep(kinds);
    learner.player = learner.player.translated(Rc::new(sample::lesson_of_all()));
    learner.player.kept();
    assert_eq!((learner.outcome(), learner.player.steps().0), (Some(Outcome::Right), 2));
}

#[test]
fn a_lesson_that_grew_is_gone_on_with_from_what_is_done() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.to_item().answer_right().next();
    let mut longer = sample::lesson_of_all();
    longer.parts[0].slots.insert(1, sample::card("New"));
    learner.player = learner.player.translated(Rc::new(longer));
    assert_eq!((learner.item().item.id.as_str(), learner.player.steps()), ("ma-01.e2", (3, 11)));
}

#[test]
fn a_rule_that_cannot_be_met_is_passed_over() {
    let mut lesson = sample::lesson_of_all();
    lesson.generators[0] = sample::impossible();
    let mut learner = Learner::new(lesson);
    while !learner.is_at_end() {
        learner.go_on();
    }
    assert_eq!(learner.attempts().len(), 5);
    assert_eq!(learner.progress().lesson("ma-01").map(|it| it.finished), Some(1));
}

/// A lesson with one of each interaction, practised and checked.
fn lesson_of_every() -> Lesson {
    let slots = |name: &str| {
        let every = sample::every().into_iter().enumerate();
        every.map(|(at, it)| sample::item(&format!("ma-01.{name}{at}"), it)).collect()
    };
    let parts =
        vec![sample::part(PartKind::Guided, slots("e")), sample::part(PartKind::Exit, slots("x"))];
    sample::lesson(parts)
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => any_edit().prop_map(Command::Edit),
        4 => Just(Command::Check),
        3 => Just(Command::Next),
        1 => Just(Command::Skip),
        1 => Just(Command::Retry),
        1 => Just(Command::Hint),
        1 => Just(Command::Solve),
        // Stand for: the answer is kept; the language changes.
        4 => Just(Command::Keep),
        1 => Just(Command::Reload),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_was_done_who_answers_right_reaches_the_end(
        commands in prop::collection::vec(any_command(), 0..60),
        every: bool,
    ) {
        let lesson = if every { lesson_of_every() } else { sample::lesson_of_all() };
        let mut learner = Learner::new(lesson.clone());
        for command in &commands {
            match command {
                Command::Check => {
                    let kinds = learner.player.check(0, 0);
                    learner.keep(kinds);
                }
                Command::Next => {
                    learner.next();
                }
                Command::Keep => learner.player.kept(),
                Command::Reload => learner.player = learner.player.translated(Rc::new(lesson.clone())),
                other => learner.player.play(other),
            }
        }
        for _ in 0..200 {
            learner.go_on();
        }
        prop_assert!(learner.is_at_end());
        let (done, all) = learner.player.steps();
        prop_assert_eq!(done, all);

        let progress = learner.progress();
        let way = progress.lesson("ma-01").expect("opened");
        prop_assert!(way.ended);
        let mut items: Vec<u64> = learner.player.stops.iter().filter(|it| card(&lesson, **it).is_none()).map(|it| it.seed).collect();
        let mut kept = way.done.clone();
        items.sort_unstable();
        kept.sort_unstable();
        prop_assert_eq!(items, kept, "the log knows every item that is done");
        let exits = learner.attempts().iter().filter(|it| it.part == PartKind::Exit).count();
        prop_assert_eq!(exits, plan(&lesson, 7).iter().filter(|it| part(&lesson, **it) == Some(PartKind::Exit)).count());
    }
}
