//! Whatever a learner does, nothing breaks and the end can be reached.

use super::*;
use crate::state::draft::tests::any_edit;
use course::lesson::Slot;
use proptest::prelude::*;

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

/// What may happen to a player, whether or not it can be done on the screen.
#[derive(Debug, Clone)]
enum Deed {
    Asked(Command),
    HandedIn,
    Kept,
    WentOn,
    ChangedLanguage,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let asked = [Command::Skip, Command::Retry, Command::Hint, Command::Solve];
    prop_oneof![
        4 => any_edit().prop_map(|edit| Deed::Asked(Command::Edit(edit))),
        4 => prop::sample::select(asked.to_vec()).prop_map(Deed::Asked),
        4 => Just(Deed::HandedIn),
        4 => Just(Deed::Kept),
        3 => Just(Deed::WentOn),
        1 => Just(Deed::ChangedLanguage),
    ]
}

/// What an author may do to a slot: which part, which slot, what, and with which other one.
type Edited = (prop::sample::Index, prop::sample::Index, u8, prop::sample::Index);

fn edited(mut lesson: Lesson, edits: &[Edited]) -> Lesson {
    for (part, slot, what, other) in edits {
        let part = part.index(lesson.parts.len());
        let slots = &mut lesson.parts[part].slots;
        if slots.is_empty() {
            continue;
        }
        let (at, other) = (slot.index(slots.len()), other.index(slots.len()));
        match what {
            0 => drop(slots.remove(at)),
            1 => slots.swap(at, other),
            2 => {
                slots.insert(at, sample::item(&format!("ma-01.n{}", slots.len()), sample::choice()))
            }
            3 => slots.insert(at, sample::card("New")),
            _ => match &mut slots[at] {
                Slot::Pool(pool) => pool.items.iter_mut().for_each(|it| it.hash ^= 1),
                Slot::Draw(draw) => lesson.generators[usize::from(draw.generator)].hash ^= 1,
                Slot::Card(card) => card.title.push('!'),
            },
        }
    }
    lesson
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn however_an_author_edits_what_was_begun_the_same_items_stay_done_and_the_end_is_reached(
        answers in 0..20,
        edits in prop::collection::vec(any::<Edited>().prop_map(|it| (it.0, it.1, it.2 % 5, it.3)), 0..8),
        every: bool,
    ) {
        let lesson = if every { lesson_of_every() } else { sample::lesson_of_all() };
        let mut learner = Learner::new(lesson.clone());
        for _ in 0..answers {
            learner.read_on();
            if !learner.is_at_end() {
                learner.answer_right().next();
            }
        }
        let marks = |lesson: &Lesson| -> Vec<u64> {
            plan(lesson, 7).into_iter().filter_map(|it| asked(lesson, it)).collect()
        };
        let edited = edited(lesson, &edits);
        let way = learner.again().way.clone();
        let done = marks(&edited).iter().filter(|it| way.done.contains(it)).count();
        learner.player = Player::new(Forever::new(edited.clone()), way);
        let open = marks(&edited).len() - done;
        let before = learner.attempts().len();
        for _ in 0..200 {
            learner.go_on();
        }
        prop_assert!(learner.is_at_end());
        prop_assert_eq!(learner.attempts().len() - before, open, "each open item once");
    }

    #[test]
    fn whatever_was_done_who_answers_right_reaches_the_end(
        deeds in prop::collection::vec(any_deed(), 0..60),
        every: bool,
    ) {
        let lesson = if every { lesson_of_every() } else { sample::lesson_of_all() };
        let mut learner = Learner::new(lesson.clone());
        for deed in &deeds {
            match deed {
                Deed::Asked(command) => learner.player.play(command),
                Deed::HandedIn => {
                    let kinds = learner.player.check(0, 0);
                    learner.keep(kinds);
                }
                Deed::Kept => learner.player.kept(),
                Deed::WentOn => {
                    learner.next();
                }
                Deed::ChangedLanguage => {
                    learner.player = learner.player.translated(Forever::new(lesson.clone()));
                }
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
        let mut items: Vec<u64> =
            learner.player.stops.iter().filter_map(|it| asked(&lesson, *it)).collect();
        let mut kept = way.done.clone();
        items.sort_unstable();
        kept.sort_unstable();
        prop_assert_eq!(items, kept, "the log knows every item that is done");

        let is_exit = |stop: &&Stop| part(&lesson, **stop) == Some(PartKind::Exit);
        let exits = learner.attempts().iter().filter(|it| it.part == PartKind::Exit).count();
        prop_assert_eq!(exits, learner.player.stops.iter().filter(is_exit).count());
    }
}
