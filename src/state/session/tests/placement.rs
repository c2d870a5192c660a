//! Where to begin: an item of one lesson after the other, each from its pack, until it is clear.

use super::*;
use course::lesson::PartKind;
use learning::event::Attempt;

/// On the page that looks for where to begin, in a course of four lessons: packs 1 to 4 teach `ma.add`, as far as the
/// sample lesson knows.
fn beginning() -> Session {
    let mut catalogue = catalogue();
    let lessons = catalogue.courses[0].units.iter_mut().flat_map(|it| &mut it.lessons);
    for (entry, pack) in lessons.zip(["1", "2", "3", "4"]) {
        entry.skills = vec!["ma.add".to_owned()];
        entry.pack = pack.to_owned();
    }
    let scene = Scene { catalogue: Forever::new(catalogue), ..scene("en/ma/check/", None) };
    Session::new(start(scene))
}

/// The pack is there: it holds the lesson of that number.
fn arrives(session: &mut Session, pack: &str) {
    let mut lesson = sample::lesson_of(sample::choice());
    lesson.id = ["ma-0", pack].concat();
    session.after(Action::Apart(pack.to_owned(), Ok(Forever::new(lesson))));
}

fn seed_of(session: &Session) -> u64 {
    let Here::Item(it) = &player(session).here else { panic!("an item") };
    it.seed
}

/// Answers, and goes on.
fn answered(session: &mut Session, option: u8) {
    answer(session, &[Edit::Pick(option)], Saved::Saved);
    session.player.as_mut().expect("an item").go_on();
}

fn attempt(kinds: &[Kind]) -> &Attempt {
    match kinds {
        [Kind::ItemAttempted(attempt)] => attempt,
        other => panic!("{other:?}"),
    }
}

#[test]
fn right_answers_lead_on_and_others_back() {
    let mut session = beginning();
    let mut packs = Vec::new();
    while let Some(pack) = session.next_apart() {
        assert_eq!(session.next_apart(), None, "one at a time");
        arrives(&mut session, &pack);
        assert_eq!(player(&session).part(), Some(PartKind::Placement));
        answered(&mut session, u8::from(*pack < *"3"));
        packs.push(pack);
    }
    assert_eq!(packs, ["2", "3", "2", "3", "2"]);
    assert!(session.player.is_none());
    let next = session.today().next.map(|(_, entry)| &*entry.id);
    assert_eq!(next, Some("ma-03"));
    assert_eq!(session.progress().lessons, [], "none of them counts as begun");
}

#[test]
fn there_is_one_attempt_and_no_help() {
    let mut session = beginning();
    session.next_apart();
    arrives(&mut session, "2");
    answer(&mut session, &[Edit::Pick(0)], Saved::Saved);
    let player = session.player.as_mut().expect("an item");
    for command in [Command::Retry, Command::Hint, Command::Solve, Command::Edit(Edit::Pick(1))] {
        player.play(&command);
        let Here::Item(it) = &player.here else { panic!("an item") };
        assert!(matches!(it.phase, Phase::Told(_)), "{command:?}");
        assert_eq!((it.hints, it.solution), (0, false), "{command:?}");
    }
}

#[test]
fn not_to_know_it_yet_is_an_answer() {
    let mut session = beginning();
    session.next_apart();
    arrives(&mut session, "2");
    let player = session.player.as_mut().expect("an item");
    let kinds = player.unknown(7, 20_000);
    assert_eq!(player.unknown(7, 20_000), [], "once");
    let kept = attempt(&kinds);
    assert_eq!((&*kept.lesson, kept.part), ("ma-02", PartKind::Placement));
    assert_eq!(kept.response, course::item::Response::Typed(String::new()));
    assert_eq!((kept.score, &*kept.misconception), (course::item::Score::ZERO, ""));
    record(&mut session, kinds, Saved::Saved);
    session.player.as_mut().expect("an item").go_on();
    assert_eq!(session.next_apart().as_deref(), Some("1"));
    assert_eq!(session.progress().skills, [], "nobody taught it");
}

#[test]
fn it_goes_on_after_a_reload() {
    let mut session = beginning();
    let pack = session.next_apart().expect("a pack");
    arrives(&mut session, &pack);
    answered(&mut session, 1);
    let pack = session.next_apart().expect("a pack");
    arrives(&mut session, &pack);
    let player = session.player.as_mut().expect("an item");
    player.edit(&Edit::Pick(2));
    let begun = Begun::read(&player.begun());
    let seed = seed_of(&session);
    let scene = Scene { begun, catalogue: session.scene.catalogue, ..scene("en/ma/check/", None) };
    let mut again = Session::new(Start { journal: session.journal, ..start(scene) });
    assert_eq!(again.next_apart(), Some(pack.clone()));
    arrives(&mut again, &pack);
    assert_eq!(seed_of(&again), seed);
    let Here::Item(it) = &super::player(&again).here else { panic!("an item") };
    assert_eq!(it.draft, Draft::Pick(Some(2)), "what was begun is there");
}

#[test]
fn what_cannot_be_had_is_said() {
    let mut session = beginning();
    let pack = session.next_apart().expect("a pack");
    session.after(Action::Apart("9".to_owned(), Err(Missing::Unreachable)));
    assert!(session.scene.lesson.is_none(), "of another page");
    session.after(Action::Apart(pack, Err(Missing::Unreachable)));
    assert!(matches!(session.scene.lesson, Some(Err(Missing::Unreachable))));
    assert_eq!(session.next_apart(), None);
    show(&mut session, "en/ma/", None, None);
    assert!(session.player.is_none() && session.next_apart().is_none());
}

#[test]
fn not_to_know_it_yet_can_be_said_after_what_cannot_be_read() {
    let mut session = beginning();
    let pack = session.next_apart().expect("a pack");
    let lesson = lesson(sample::number());
    session.after(Action::Apart(pack, lesson));
    answer(&mut session, &[Edit::Type("abc".to_owned())], Saved::Saved);
    let player = session.player.as_mut().expect("an item");
    assert!(matches!(&player.here, Here::Item(it) if matches!(it.phase, Phase::Told(_))));
    assert_eq!(player.unknown(0, 0).len(), 1);
}
