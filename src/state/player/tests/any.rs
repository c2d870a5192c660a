//! Whatever a learner does, nothing breaks and the end can be reached.

use super::*;
use crate::state::draft::tests::any_edit;
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

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
