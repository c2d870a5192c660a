use super::*;
use crate::state::{Command, Draft, Edit, Phase};
use course::catalogue::Unit;
use course::item::Interaction;
use course::lesson::Band;
use course::sample;
use learning::event::{Kind, LessonFinished};
use learning::log::Kept;

mod beginning;
mod placement;
mod review;

fn address(path: &str, seed: Option<u64>) -> Address {
    Address { seed, ..Address::parse(path, "").expect("a page") }
}

fn scene(path: &str, lesson: Option<Loaded>) -> Scene {
    Scene {
        address: address(path, None),
        catalogue: Forever::new(catalogue()),
        lesson,
        begun: None,
        day: 0,
    }
}

fn catalogue() -> Catalogue {
    let entry = |id: &str| Entry {
        id: id.to_owned(),
        title: id.to_uppercase(),
        band: Band::C,
        minutes: 10,
        skills: Vec::new(),
        needs: Vec::new(),
        pack: "0".to_owned(),
        bytes: 1000,
        engines: 0,
        once: 0,
    };
    let unit = |lessons: [&str; 2]| Unit {
        title: "A unit".to_owned(),
        lessons: lessons.map(entry).into(),
    };
    let units = vec![unit(["ma-01", "ma-02"]), unit(["ma-03", "ma-04"])];
    Catalogue {
        courses: vec![Course {
            id: "ma".to_owned(),
            title: "Mathematics".to_owned(),
            units,
            bytes: 0,
            engines: 0,
        }],
    }
}

fn lesson(interaction: Interaction) -> Loaded {
    Ok(Forever::new(sample::lesson_of(interaction)))
}

fn start(scene: Scene) -> Start {
    let (journal, saved) = (Journal::empty(1), Saved::Saved);
    Start { scene, journal, saved, seed: 7, root: "/".to_owned() }
}

fn in_lesson(lesson: Loaded) -> Session {
    Session::new(start(scene("en/ma/ma-01/", Some(lesson))))
}

fn player(session: &Session) -> &Player {
    session.player.as_ref().expect("a lesson is open")
}

/// Hands a draft in and lets the log answer.
fn answer(session: &mut Session, edits: &[Edit], saved: Saved) {
    let player = session.player.as_mut().expect("a lesson is open");
    for edit in edits {
        player.edit(edit);
    }
    let kinds = player.check(0, 0);
    record(session, kinds, saved);
}

fn record(session: &mut Session, kinds: Vec<Kind>, saved: Saved) {
    session.saving();
    let (events, _) = session.journal.enter(kinds, 0);
    let waiting = if saved == Saved::Unsaved { events } else { Vec::new() };
    session.after(Action::Recorded(saved, waiting));
}

fn show(session: &mut Session, path: &str, seed: Option<u64>, lesson: Option<Loaded>) {
    let scene = Scene { address: address(path, seed), ..scene(path, lesson) };
    session.after(Action::Show(Box::new(scene), 99));
}

/// The seed of the item that a session begins with.
fn first_seed(scene: impl Fn() -> Scene) -> u64 {
    let session = Session::new(start(scene()));
    let Here::Item(it) = &player(&session).here else { panic!("an item") };
    it.seed
}

#[test]
fn what_was_picked_before_the_program_was_there_is_picked() {
    let scene = || scene("en/ma/ma-01/", Some(lesson(sample::choice())));
    let begun = Begun { seed: first_seed(scene), edits: vec![Edit::Pick(2)], hints: 0 };
    let session = Session::new(start(Scene { begun: Some(begun), ..scene() }));
    let Here::Item(it) = &player(&session).here else { panic!("an item") };
    assert_eq!((&it.draft, it.phase), (&Draft::Pick(Some(2)), Phase::Open));
}

#[test]
fn a_pick_for_another_item_marks_nothing() {
    let scene = || scene("en/ma/ma-01/", Some(lesson(sample::choice())));
    let begun = Begun { seed: first_seed(scene) ^ 1, edits: vec![Edit::Pick(2)], hints: 0 };
    let session = Session::new(start(Scene { begun: Some(begun), ..scene() }));
    let Here::Item(it) = &player(&session).here else { panic!("an item") };
    assert_eq!(it.draft, Draft::Pick(None));
}

#[test]
fn feedback_waits_for_the_log() {
    let mut session = in_lesson(lesson(sample::choice()));
    let player = session.player.as_mut().expect("a lesson is open");
    player.edit(&Edit::Pick(0));
    let kinds = player.check(0, 0);
    session.saving();
    assert_eq!(session.saved, Saved::Saving);
    assert!(session.player.as_ref().is_some_and(Player::is_keeping), "nothing is told yet");
    record(&mut session, kinds, Saved::Saved);
    assert_eq!(session.saved, Saved::Saved);
    assert!(!session.player.as_ref().is_some_and(Player::is_keeping));
}

#[test]
fn without_storage_the_lesson_goes_on_and_says_so_all_the_time() {
    let start = Start {
        saved: Saved::Unkept,
        ..start(scene("en/ma/ma-01/", Some(lesson(sample::choice()))))
    };
    let mut session = Session::new(start);
    assert_eq!(session.saved, Saved::Unkept, "before the first answer");
    session.saving();
    assert_eq!(session.saved, Saved::Unkept);
    answer(&mut session, &[Edit::Pick(1)], Saved::Unkept);
    let finished = session.player.as_mut().and_then(Player::go_on);
    record(&mut session, finished.into_iter().collect(), Saved::Unkept);
    assert!(matches!(player(&session).here, Here::End(..)));
    assert_eq!(session.progress().lesson("ma-01").map(|it| it.finished), Some(1));
}

#[test]
fn answers_that_found_no_room_are_written_before_the_next_one() {
    let mut session = in_lesson(lesson(sample::choice()));
    answer(&mut session, &[Edit::Pick(0)], Saved::Unsaved);
    assert_eq!(session.saved, Saved::Unsaved);
    let player = session.player.as_mut().expect("a lesson is open");
    player.edit(&Edit::Pick(1));
    let kinds = player.check(0, 0);
    let (events, _) = session.journal.enter(kinds, 0);
    let numbers: Vec<u32> = events.iter().map(|it| it.id.seq).collect();
    assert_eq!(numbers, [0, 1, 2], "opened, wrong, right");
}

#[test]
fn what_came_back_is_told_on_and_what_waits_is_kept_with_it() {
    let mut session = in_lesson(lesson(sample::choice()));
    answer(&mut session, &[Edit::Pick(0)], Saved::Unsaved);
    assert_eq!(session.journal.unsaved().len(), 2, "opened, wrong");
    let there = Journal::empty(5).enter(vec![finished("ma-02")], 0).0;
    let kept = Kept { snapshot: Progress::default(), since: there, odd: 0 };
    session.after(Action::Reread(Box::new(Journal::new(0, 1, kept)), Some(1)));
    session.after(Action::Reread(Box::new(Journal::empty(1)), None));
    assert_eq!((session.back, session.journal.unsaved().len()), (Some(1), 2));
    show(&mut session, "en/", None, None);
    assert_eq!(session.back, Some(1), "on every screen");
}

fn finished(lesson: &str) -> Kind {
    Kind::LessonFinished(LessonFinished { lesson: lesson.to_owned(), seed: 7 })
}

#[test]
fn a_page_that_was_overtaken_never_says_saved_again() {
    let mut session = in_lesson(lesson(sample::choice()));
    session.saving();
    session.after(Action::Old);
    // What was on its way had arrived before.
    session.after(Action::Recorded(Saved::Saved, Vec::new()));
    assert_eq!((session.saved, session.saved.name()), (Saved::Old, "unkept"));
    answer(&mut session, &[Edit::Pick(1)], Saved::Old);
    assert_eq!(session.saved, Saved::Old);
}

#[test]
fn a_lesson_that_was_begun_is_gone_on_with() {
    let mut first = in_lesson(Ok(Forever::new(sample::lesson_of_all())));
    first.player.as_mut().expect("a lesson is open").go_on();
    answer(&mut first, &[Edit::Pick(1)], Saved::Saved);
    let snapshot = first.journal.progress;
    let journal =
        || Journal::new(0, 2, Kept { snapshot: snapshot.clone(), since: Vec::new(), odd: 0 });

    let open = |seed: Option<u64>| {
        let scene = scene("en/ma/ma-01/", Some(Ok(Forever::new(sample::lesson_of_all()))));
        let scene = Scene { address: address("en/ma/ma-01/", seed), ..scene };
        Session::new(Start { journal: journal(), seed: 50, ..start(scene) })
    };
    let again = open(None);
    assert_eq!((player(&again).way.seed, player(&again).steps().0), (7, 2));
    let forced = open(Some(7));
    assert_eq!(
        (player(&forced).way.forced, player(&forced).steps().0),
        (true, 0),
        "a worksheet begins anew"
    );
}

#[test]
fn a_way_that_is_at_its_end_is_begun_anew() {
    let mut session = in_lesson(lesson(sample::choice()));
    answer(&mut session, &[Edit::Pick(1)], Saved::Saved);
    let finished = Kind::LessonFinished(LessonFinished { lesson: "ma-01".to_owned(), seed: 7 });
    assert_eq!(session.player.as_mut().and_then(Player::go_on), Some(finished.clone()));
    record(&mut session, vec![finished], Saved::Saved);
    show(&mut session, "en/ma/ma-01/", None, Some(lesson(sample::choice())));
    assert_eq!((player(&session).way.seed, player(&session).steps().0), (99, 0));
    session.restart(5);
    assert_eq!((player(&session).way.seed, player(&session).way.forced), (5, false));
}

#[test]
fn another_language_in_the_middle_keeps_the_place() {
    let mut session = in_lesson(lesson(sample::number()));
    let player_now = session.player.as_mut().expect("a lesson is open");
    player_now.play(&Command::Edit(Edit::Type("11".to_owned())));
    player_now.play(&Command::Hint);
    show(&mut session, "zh-Hans/ma/ma-01/", None, Some(lesson(sample::number())));
    let Here::Item(it) = &player(&session).here else { panic!("an item") };
    assert_eq!((&it.draft, it.hints), (&Draft::Typed("11".to_owned()), 1));
    assert_eq!(session.scene.address.locale, Locale::ZhHans);
}

#[test]
fn a_language_that_cannot_be_had_is_told_and_nothing_moves() {
    let mut session = in_lesson(lesson(sample::choice()));
    session.after(Action::Busy);
    assert!(session.busy);
    session.after(Action::Notice(Message::LanguageMissing));
    assert_eq!((session.notice, session.busy), (Some(Message::LanguageMissing), false));
    show(&mut session, "en/ma/", None, None);
    assert_eq!(session.notice, None, "told once");
}

#[test]
fn a_lesson_that_cannot_be_had_leaves_the_open_one_alone() {
    let mut session = in_lesson(lesson(sample::number()));
    session.player.as_mut().expect("a lesson is open").edit(&Edit::Type("1".to_owned()));
    show(&mut session, "en/ma/ma-02/", None, Some(Err(Missing::Unreachable)));
    show(&mut session, "en/ma/ma-01/", None, Some(lesson(sample::number())));
    let Here::Item(it) = &player(&session).here else { panic!("an item") };
    assert_eq!(it.draft, Draft::Typed("1".to_owned()));
}

#[test]
fn what_comes_next_in_the_course() {
    let cases =
        [("ma-01", Some("ma-02")), ("ma-02", Some("ma-03")), ("ma-04", None), ("ma-09", None)];
    for (lesson, next) in cases {
        let session = Session::new(start(scene(&format!("en/ma/{lesson}/"), None)));
        assert_eq!(session.next_lesson().map(|it| it.id.as_str()), next, "{lesson}");
    }
}

#[test]
fn a_catalogue_of_another_language_comes_too_late() {
    let empty =
        Scene { catalogue: Forever::new(Catalogue::default()), ..scene("en/ma/ma-01/", None) };
    let mut session = Session::new(start(empty));
    session.after(Action::Catalogue(Locale::ZhHans, Forever::new(catalogue())));
    assert!(session.course().is_none());
    session.after(Action::Catalogue(Locale::En, Forever::new(catalogue())));
    assert_eq!(session.course().map(|it| it.id.as_str()), Some("ma"));
}

#[test]
fn a_list_of_courses_that_comes_after_all_is_shown() {
    let lost = |path| Session::new(start(scene(path, Some(Err(Missing::Unreachable)))));
    for (path, shown) in [("en/", true), ("en/ma/", true), ("en/ma/ma-01/", false)] {
        let mut session = lost(path);
        session.after(Action::Catalogue(Locale::En, Forever::new(catalogue())));
        assert_eq!(session.scene.lesson.is_none(), shown, "{path}");
    }
}

#[test]
fn each_course_has_one_state_of_being_kept() {
    let mut session = Session::new(start(scene("en/ma/", None)));
    session.after(Action::Keeping("ma".to_owned(), Keeping::Working(0, 4)));
    session.after(Action::Keeping("ma".to_owned(), Keeping::Working(1, 4)));
    session.after(Action::Keeping("en".to_owned(), Keeping::Failed));
    let expected = [("ma".to_owned(), Keeping::Working(1, 4)), ("en".to_owned(), Keeping::Failed)];
    assert_eq!(session.keeping, expected);
}
