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
