use super::*;
use crate::state::Edit;
use crate::state::draft::tests::{moves, right};
use course::item::Response;
use course::sample;
use learning::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};

mod any;
mod attempt;

/// A player with the log that its answers go to.
struct Learner {
    player: Player,
    log: Vec<Event>,
}

impl Learner {
    fn new(lesson: Lesson) -> Self {
        Self {
            player: Player::new(Forever::new(lesson), Way { seed: 7, ..Way::default() }),
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
        let kind = self.player.go_on();
        self.keep(kind);
        self
    }

    /// Reads cards up to the next item.
    fn read_on(&mut self) -> &mut Self {
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
                Phase::Open | Phase::Again(_) => {
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
            Phase::Open | Phase::Keeping(_) | Phase::Again(_) => None,
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
        Player::new(self.player.lesson, way.unwrap_or(Way { seed: 7, ..Way::default() }))
    }
}

#[test]
fn goes_on_after_any_item() {
    let mut learner = Learner::new(sample::lesson_of_all());
    while !learner.is_at_end() {
        learner.read_on().answer_right().next();
        let again = learner.again();
        assert_eq!(again.steps(), learner.player.steps());
        assert!(again.at() == learner.player.at() || learner.is_at_end());
    }
    assert_eq!(learner.attempts().len(), 8);
}

#[test]
fn what_is_not_right_yet_is_met_again_after_the_page_was_closed() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on().answer(&Response::Choice(0));
    let again = learner.again();
    assert_eq!((again.at(), again.steps().0), (0, 0), "the card before it comes again");
}

#[test]
fn an_item_that_was_edited_is_asked_again_before_the_exit_check() {
    let mut learner = Learner::new(sample::lesson_of_all());
    for _ in 0..4 {
        learner.read_on().answer_right().next();
    }
    let done = learner.player.steps().0;
    let mut edited = sample::lesson_of_all();
    let course::lesson::Slot::Pool(pool) = &mut edited.parts[0].slots[1] else { panic!("a pool") };
    pool.items[0].hash ^= 1;
    learner.player = Player::new(Forever::new(edited), learner.again().way.clone());
    assert_eq!(learner.player.steps().0, done - 1);
    learner.answer_right().next();
    assert_eq!(learner.item().item.id, "ma-01.e1");
    learner.answer_right().next();
    assert!(learner.player.is_exit());
}

#[test]
fn cards_before_the_last_answer_are_read() {
    let lesson = Forever::new(sample::lesson_of_all());
    let stops = plan(&lesson, 7);
    let fifth =
        Way { seed: 7, done: asked(&lesson, stops[5]).into_iter().collect(), ..Way::default() };
    let player = Player::new(lesson, fifth);
    // Two cards and the one item; the items that were left out come at the end.
    assert_eq!((player.at(), player.steps().0), (6, 3));
}

#[test]
fn what_is_left_for_later_comes_before_the_exit_check() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on();
    let later = learner.player.at();
    learner.player.skip();
    while learner.player.at() != later {
        assert!(!learner.player.is_exit());
        learner.go_on();
    }
    assert_eq!(learner.attempts().len(), 4, "all others before the check are done");
    learner.answer_right().next();
    assert!(learner.player.is_exit());
}

#[test]
fn what_is_left_in_the_exit_check_comes_at_its_end() {
    let mut learner = Learner::new(sample::lesson_of_all());
    while !learner.player.is_exit() {
        learner.go_on();
    }
    let later = learner.player.at();
    learner.player.skip();
    while learner.player.at() != later {
        learner.go_on();
    }
    assert!(!learner.player.others_left());
    learner.answer_right().next();
    assert!(learner.is_at_end());
}

#[test]
fn an_answer_in_the_making_and_its_hints_outlive_the_page() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on().answer_right().next();
    learner.draft(&right(&learner.item().item.interaction.clone()));
    learner.player.hint();
    let begun = Begun::read(&learner.player.begun()).expect("an item");
    let mut again = learner.again();
    again.take_up(&begun);
    let state = |it: &Exercise| (it.seed, it.draft.clone(), it.hints, it.phase);
    let Scene::Item(here) = &again.here else { panic!("an item") };
    assert_eq!(state(here), state(learner.item()));
    assert_eq!(here.hints, 1);
}

#[test]
fn an_item_left_twice_is_left_for_good_and_holds_nobody_up() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on();
    let hard = learner.player.at();
    assert!(learner.player.skip().is_none());
    while learner.player.at() != hard {
        learner.go_on();
    }
    assert!(learner.player.skip().is_none(), "the exit check is still to come");
    while !learner.is_at_end() {
        assert_ne!(learner.player.at(), hard);
        learner.go_on();
    }
    assert_eq!(learner.attempts().len(), 7, "what was left is no answer");
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
fn another_language_keeps_item_seed_and_draft() {
    let other = || {
        let mut lesson = sample::lesson_of_all();
        "zh-Hans".clone_into(&mut lesson.locale);
        Forever::new(lesson)
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
    learner.read_on().draft(&Response::Choice(1));
    let kinds = learner.player.check(0, 0);
    learner.keep(kinds);
    learner.player = learner.player.translated(Forever::new(sample::lesson_of_all()));
    learner.player.kept();
    assert_eq!((learner.outcome(), learner.player.steps().0), (Some(Outcome::Right), 2));
}

#[test]
fn a_lesson_that_grew_is_gone_on_with_from_what_is_done() {
    let mut learner = Learner::new(sample::lesson_of_all());
    learner.read_on().answer_right().next();
    let mut longer = sample::lesson_of_all();
    longer.parts[0].slots.insert(1, sample::card("New"));
    learner.player = learner.player.translated(Forever::new(longer));
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
