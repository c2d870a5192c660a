//! Editing a course keeps progress: stable ids carry it, a changed item is asked again, nothing is wiped.
//!
//! Logs in `released/` were written on the way through the lesson in `released/lesson`, as both were then: they are added,
//! never edited. Here authors edit the lesson and learners go on. To add a log, let `logs` make it and run
//! `BLESS=1 cargo test --test edited`, which writes what is not there yet. If the lesson as it was asks something again, so
//! would a new build ask every pupil: what a digest is made of has changed.

#![cfg(not(target_arch = "wasm32"))]

use course::catalogue::{Catalogue, Course, Entry, Unit};
use course::forever::Forever;
use course::item::{Response, Score};
use course::lesson::{Lesson, PartKind};
use course::plan::{Met, Origin, Stop, meet, part, plan};
use learning::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};
use learning::log::Kept;
use learning::progress::{Progress, SkillProgress};
use snowlight::route::Address;
use snowlight::state::{Here, Journal, Saved, Scene, Session, Start};
use std::fs;
use std::path::{Path, PathBuf};

const LESSON: &str = "ma/ma-03.md";
const CHINESE: &str = "ma/ma-03.zh-Hans.md";
const SEED: u64 = 7;
const DAY: i64 = 20_500;

/// How far a learner came: up to the mixed practice; two items of the check answered, one of them wrong; to the end, and met
/// again a day later.
const LOGS: [&str; 3] = ["1-half", "1-check", "1-finished"];

type Files = Vec<(String, String)>;

#[test]
fn the_lesson_as_it_was_asks_nothing_again() {
    for (log, left) in [("1-half", 7), ("1-check", 1)] {
        for locale in ["en", "zh-Hans"] {
            let mut session = session(&library(source(), locale), &events(log));
            let done = session.player.as_ref().expect("open").steps();
            let asked = asked(&mut session);
            assert_eq!(asked.len(), left, "{log} in {locale}, {done:?}: {asked:?}");
        }
    }
}

#[test]
fn another_language_asks_nothing_again_though_its_words_were_mended() {
    let mut files = source();
    edit(&mut files, CHINESE, |text| text.replace("凑", "凑成"));
    assert_ne!(files, source());
    let mut chinese = session(&library(files, "zh-Hans"), &events("1-half"));
    assert_eq!(asked(&mut chinese), half(source()));
}

/// What an author does, and how often each item is asked more (or less) of one who was half way.
type Case<'a> = (&'a str, fn(&mut Files), &'a [(&'a str, i32)]);

const CASES: [Case<'_>; 18] = [
    (
        "a question is put in other words",
        |it| replace(it, "why split 4 this way?", "why this way?"),
        &[("ma-03.w1", 1)],
    ),
    (
        "an answer is mended",
        |it| replace(it, "10 + 3 = ___\n\n- [x] 13", "10 + 3 = ___\n\n- [x] 14"),
        &[("ma-03.f1", 1)],
    ),
    (
        "an item that was not met yet changes",
        |it| replace(it, "{part} + ___ = 10", "{part} and ___ make 10"),
        &[],
    ),
    (
        "a note beside a rule changes",
        |it| replace(it, "### Level 1: one more", "### Level 1: one bigger"),
        &[],
    ),
    (
        "a rule of one item changes",
        |it| replace(it, "Use the twins. Then mend by one.", "Use the twins."),
        &[("g.twin", 1)],
    ),
    (
        "a rule of several items changes",
        |it| replace(it, "You counted one too few. Start with {a + 1}.", "Start with {a + 1}."),
        &[("g.add10", 4)],
    ),
    ("the title changes", |it| replace(it, "title: Make ten to add", "title: Past ten"), &[]),
    (
        "the lesson takes longer and is for others",
        |it| replace(it, "band: A\nminutes: 10", "band: B\nminutes: 20"),
        &[],
    ),
    (
        "it teaches another skill too",
        |it| {
            replace(
                it,
                "needs:",
                "skill: ma.half = Given ten, the pupil writes its half, 8 of 10 right.\nneeds:",
            )
        },
        &[],
    ),
    ("it needs nothing any more", |it| replace(it, "needs: ma.bond10 ma.addsub10\n", ""), &[]),
    ("a card says more", |it| replace(it, "8 + 5 = 10 + 3", "8 + 5 = 8 + 2 + 3 = 10 + 3"), &[]),
    (
        "a card comes before all that was answered",
        |it| replace(it, "# Worked example\n", "## Look\n\nLook.\n\n# Worked example\n"),
        &[],
    ),
    (
        "an item is added",
        |it| replace(it, "## ma-03.g1 =", &format!("{}## ma-03.g1 =", item("ma-03.g9"))),
        &[("ma-03.g9", 1)],
    ),
    ("an item that was done is taken out", |it| drop(cut(it, "## ma-03.f1 ")), &[]),
    (
        "an item that was to come is taken out",
        |it| drop(cut(it, "## ma-03.m2.* ")),
        &[("ma-03.m2", -1)],
    ),
    ("items stand in another order", turn, &[]),
    (
        "the check comes to draw one more",
        |it| replace(it, "level=3 draw=1\n\n# Take", "level=3 draw=2\n\n# Take"),
        &[("g.add10", 1)],
    ),
    (
        "a row is added to what was drawn from",
        |it| {
            replace(
                it,
                "| eight | 8 | 2 | 3 | 18 |",
                "| five | 5 | 5 | 6 | 15 |\n| eight | 8 | 2 | 3 | 18 |",
            )
        },
        &[],
    ),
];

#[test]
fn a_changed_item_is_asked_again_and_the_others_stay_done() {
    let before = half(source());
    for (case, edit, expected) in CASES {
        let mut files = source();
        edit(&mut files);
        let after = half(files);
        let mut names: Vec<&String> = before.iter().chain(&after).collect();
        names.sort();
        names.dedup();
        let count =
            |of: &[String], name: &String| of.iter().filter(|it| *it == name).count() as i32;
        for name in names {
            let more = count(&after, name) - count(&before, name);
            let wanted = expected.iter().find(|(id, _)| name.starts_with(id)).map_or(0, |it| it.1);
            assert_eq!(more, wanted, "{case}: {name}");
        }
    }
}

#[test]
fn what_is_answered_again_is_done() {
    let edit = |it: &mut Files| replace(it, "10 + 3 = ___", "3 + 10 = ___");
    let mut files = source();
    edit(&mut files);
    let library = library(files, "en");
    let mut log = events("1-half");
    let stops = plan(&library.lesson, SEED);
    let is_it = |stop: &&Stop| matches!(meet(&library.lesson, **stop), Some(Met::Item(it, _)) if it.id == "ma-03.f1");
    let stop = stops.iter().find(is_it).expect("the edited item");
    let before = asked(&mut session(&library, &log)).len();
    enter(&mut log, Kind::ItemAttempted(answer(&library.lesson, *stop, true)));
    assert_eq!(asked(&mut session(&library, &log)).len(), before - 1);
}

#[test]
fn an_item_of_the_check_that_was_mended_is_asked_again_and_counts_once() {
    let mut files = source();
    replace(&mut files, "You counted one too few. Start with {a + 1}.", "Start with {a + 1}.");
    let library = library(files, "en");
    let mut log = events("1-check");
    for stop in plan(&library.lesson, SEED) {
        if part(&library.lesson, stop) >= Some(PartKind::Guided)
            && matches!(meet(&library.lesson, stop), Some(Met::Item(..)))
        {
            enter(&mut log, Kind::ItemAttempted(answer(&library.lesson, stop, true)));
        }
    }
    let mut session = session(&library, &log);
    assert_eq!(walk_to_the_end(&mut session), [""; 0], "all is done");
    let Some(Here::End(right, all)) = session.player.map(|it| it.here) else { panic!("the end") };
    assert_eq!((right, all), (3, 3), "of four right answers");
}

/// The fold asks no pack. What is asked of the catalogue is whether the plan still finds its way.
#[test]
fn what_was_learned_stays_and_every_day_has_a_plan() {
    let was = session(&library(source(), "en"), &events("1-finished"));
    let finished = was.progress().lesson("ma-03").map(|it| (it.finished, it.ended));
    assert_eq!(finished, Some((1, true)));
    assert!(was.progress().skill("ma.add20").is_some_and(|it| it.learned && it.attempts > 10));
    for (case, edit, _) in CASES {
        let mut files = source();
        edit(&mut files);
        let library = library(files, "en");
        for log in LOGS {
            let mut now = session(&library, &events(log));
            assert_eq!(now.progress().skills, progress(log).skills, "{case}");
            assert_eq!(now.progress().lessons, progress(log).lessons, "{case}");
            now.scene.day += 60;
            now.today();
            walk_to_the_end(&mut now);
        }
        let now = session(&library, &events("1-finished"));
        let way = &now.player.as_ref().expect("open").way;
        assert!(!way.opened && way.done.is_empty(), "{case}: a new way begins");
        let again: Vec<&str> = now.to_review().into_iter().map(|it| it.0).collect();
        assert!(!again.contains(&"ma.half"), "{case}: what was never met is not due");
    }
}

#[test]
fn a_lesson_that_is_taken_out_takes_nothing_with_it() {
    let mut gone = library(source(), "en");
    gone.catalogue.courses[0].units[0].lessons.clear();
    for log in LOGS {
        let scene = Scene { lesson: None, ..scene(&gone, "en/") };
        let session_without = start(scene, &events(log));
        let today = session_without.today();
        assert_eq!((today.go_on, today.next, today.reviews.len()), (None, None, 0), "{log}");
        assert_eq!(*session_without.progress(), progress(log));
    }
    let back = session(&library(source(), "en"), &events("1-half"));
    assert_eq!(back.today().go_on.map(|it| it.1.id.as_str()), Some("ma-03"));
}

#[test]
fn a_skill_that_changed_its_name_keeps_its_evidence() {
    let mut files = source();
    for (_, text) in &mut files {
        *text = text.replace("ma.add20", "ma.sum20");
    }
    let session = session(&library(files, "en"), &events("1-finished"));
    let evidence = |it: &SkillProgress| it.attempts;
    assert!(session.progress().skill("ma.add20").map(evidence) > Some(10));
    assert_eq!((session.progress().skill("ma.sum20"), session.today().reviews.len()), (None, 0));
}

/// A snapshot as the version before wrote it is not read: the log is folded anew.
#[test]
fn a_snapshot_of_another_version_is_dropped() {
    let mut bytes = progress("1-half").to_bytes();
    assert!(Progress::from_bytes(&bytes).is_ok());
    bytes[0] -= 1;
    assert!(Progress::from_bytes(&bytes).is_err());
}

/// What an author has, in one language.
struct Library {
    catalogue: Catalogue,
    lesson: Forever<Lesson>,
    locale: &'static str,
}

/// The lesson as a pack, read as the app reads it, and its course.
fn library(mut files: Files, locale: &'static str) -> Library {
    if locale == "en" {
        files.retain(|(path, _)| !path.contains("zh-Hans"));
    }
    let (library, diagnostics) = authoring::compile(&files);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let mut locales = library.courses[0].lessons[0].locales.iter().map(|it| &it.lesson);
    let lesson = locales.find(|it| it.locale == locale).expect("the language");
    let lesson = course::pack::read(&course::pack::write(lesson)).expect("a pack");
    let entry = Entry {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        band: lesson.band,
        minutes: lesson.minutes,
        skills: lesson.skills.iter().map(|it| it.id.clone()).collect(),
        needs: lesson.needs.clone(),
        pack: String::new(),
        bytes: 0,
        engines: 0,
        once: 0,
    };
    let units = vec![Unit { title: String::new(), lessons: vec![entry] }];
    let course = Course { id: "ma".to_owned(), title: String::new(), units, bytes: 0, engines: 0 };
    Library { lesson: Forever::new(lesson), catalogue: Catalogue { courses: vec![course] }, locale }
}

fn scene(library: &Library, path: &str) -> Scene {
    Scene {
        address: Address::parse(path, "").expect("a page"),
        catalogue: Forever::new(library.catalogue.clone()),
        lesson: Some(Ok(library.lesson)),
        begun: None,
        day: DAY,
    }
}

fn start(scene: Scene, events: &[Event]) -> Session {
    let kept = Kept { snapshot: Progress::default(), since: events.to_vec(), odd: 0 };
    let (journal, root) = (Journal::new(0, 9, kept), "/".to_owned());
    Session::new(Start { scene, journal, saved: Saved::Saved, seed: 99, root })
}

/// The lesson is opened again after the log.
fn session(library: &Library, events: &[Event]) -> Session {
    start(scene(library, &format!("{}/ma/ma-03/", library.locale)), events)
}

/// Items that are still to be answered, by id, each as often as it is asked.
fn asked(session: &mut Session) -> Vec<String> {
    let player = session.player.as_mut().expect("a lesson is open");
    let mut asked: Vec<(String, u64)> = Vec::new();
    for _ in 0..1000 {
        match &player.here {
            Here::Card => {
                player.go_on();
            }
            Here::Item(it) => {
                let item = (it.item.id.clone(), it.seed);
                if !asked.contains(&item) {
                    asked.push(item);
                }
                player.skip();
            }
            Here::End(..) => return asked.into_iter().map(|it| it.0).collect(),
        }
    }
    panic!("there is no end");
}

fn walk_to_the_end(session: &mut Session) -> Vec<String> {
    let asked = asked(session);
    let progress = session.progress().clone();
    session.player.as_mut().expect("a lesson is open").set_end(&progress);
    asked
}

fn half(files: Files) -> Vec<String> {
    asked(&mut session(&library(files, "en"), &events("1-half")))
}

fn progress(log: &str) -> Progress {
    events(log).iter().fold(Progress::default(), Progress::after)
}

/// Puts `to` in the place of the first `from` of the lesson.
fn replace(files: &mut Files, from: &str, to: &str) {
    edit(files, LESSON, |text| {
        assert!(text.contains(from), "there is no `{from}`");
        text.replacen(from, to, 1)
    });
}

fn edit(files: &mut Files, path: &str, how: impl FnOnce(String) -> String) {
    let (_, text) = files.iter_mut().find(|it| it.0 == path).expect("the file is there");
    *text = how(std::mem::take(text));
}

/// Takes a slot out.
fn cut(files: &mut Files, heading: &str) -> String {
    let mut slot = String::new();
    edit(files, LESSON, |text| {
        let from = text.find(heading).expect("the slot");
        let to = text[from + 1..].find("\n#").map_or(text.len(), |it| from + it + 2);
        slot = text[from..to].to_owned();
        text[..from].to_owned() + &text[to..]
    });
    slot
}

/// Slots of three parts change places, and so do the rows of a table.
fn turn(files: &mut Files) {
    for (heading, before) in [
        ("## ma-03.r6 ", "## ma-03.r1.* "),
        ("## ma-03.f3 ", "## ma-03.f1 "),
        ("## ma-03.q2.* ", "## ma-03.g1 "),
    ] {
        let slot = cut(files, heading);
        replace(files, before, &format!("{slot}{before}"));
    }
    replace(
        files,
        "| nine | 9 | 1 | 2 | 19 |\n| seven | 7 | 3 | 4 | 17 |",
        "| seven | 7 | 3 | 4 | 17 |\n| nine | 9 | 1 | 2 | 19 |",
    );
}

fn item(id: &str) -> String {
    format!(
        "## {id} number ma.add20\n\n9 + 9 = ___\n\n- [x] 18\n- [ ] * :: Make ten first.\n\nHints:\n\n1. Make ten.\n\n\
         Steps:\n\n1. Make ten. `9 + 1 = 10`\n2. Add the rest. `10 + 8 = 18`\n\n"
    )
}

/// The lesson as it was.
fn source() -> Files {
    fn collect(folder: &Path, prefix: &str, files: &mut Files) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("a file");
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{path}/"), files);
            } else {
                files.push((path, fs::read_to_string(entry.path()).expect("text")));
            }
        }
    }
    let mut files = Vec::new();
    collect(&released("lesson"), "", &mut files);
    files.sort();
    files
}

fn released(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released").join(name)
}

/// The events of a log, a line each in sixteens.
fn events(log: &str) -> Vec<Event> {
    let path = released(&format!("{log}.events"));
    if std::env::var_os("BLESS").is_some() && !path.exists() {
        let line = |event: &Event| -> String {
            event
                .to_bytes()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .chain(["\n".to_owned()])
                .collect()
        };
        let lines: String = made(log).iter().map(line).collect();
        fs::write(&path, lines).expect("the log can be written");
    }
    let text = fs::read_to_string(path).expect("a log");
    let byte = |line: &str, at| u8::from_str_radix(&line[at..at + 2], 16).expect("sixteens");
    let lines =
        text.lines().map(|line| (0..line.len()).step_by(2).map(|at| byte(line, at)).collect());
    lines.map(|bytes: Vec<u8>| Event::from_bytes(&bytes).expect("an event that loads")).collect()
}

/// A log as a learner makes it on the way through the lesson: choices are wrong at first, so is an item of the check.
fn made(log: &str) -> Vec<Event> {
    let lesson = library(source(), "en").lesson;
    let id = "ma-03".to_owned();
    let mut events = Vec::new();
    enter(
        &mut events,
        Kind::LessonOpened(LessonOpened { lesson: id.clone(), seed: SEED, forced: false }),
    );
    let mut checked = 0;
    for stop in plan(&lesson, SEED) {
        let Some(Met::Item(item, _)) = meet(&lesson, stop) else { continue };
        let kind = part(&lesson, stop).expect("a part");
        if log == "1-half" && kind >= PartKind::Mixed || log == "1-check" && checked == 2 {
            return events;
        }
        let exit = kind == PartKind::Exit;
        if exit && checked == 0 || item.interaction.name() == "choice" {
            enter(&mut events, Kind::ItemAttempted(answer(&lesson, stop, false)));
        }
        if !exit || checked > 0 {
            enter(&mut events, Kind::ItemAttempted(answer(&lesson, stop, true)));
        }
        checked += u32::from(exit);
    }
    enter(&mut events, Kind::LessonFinished(LessonFinished { lesson: id, seed: SEED }));
    let last =
        plan(&lesson, SEED).into_iter().rfind(|it| part(&lesson, *it) == Some(PartKind::Exit));
    let review = answer(&lesson, last.expect("the check"), true);
    enter(
        &mut events,
        Kind::ItemAttempted(Attempt { part: PartKind::Review, day: DAY + 1, ..review }),
    );
    events
}

fn enter(events: &mut Vec<Event>, kind: Kind) {
    let number = events.len() as u32;
    let at = DAY * 86_400_000 + i64::from(number) * 20_000;
    let id = EventId { writer: 5, seq: number };
    events.push(Event { id, learner: 0, lamport: number.into(), at, kind });
}

/// A right or a wrong answer to what stands at `stop`.
fn answer(lesson: &Lesson, stop: Stop, right: bool) -> Attempt {
    let Some(Met::Item(item, origin)) = meet(lesson, stop) else { panic!("a card") };
    let solution = item.interaction.solution().expect("an item with a key");
    let wrong = (0..4).map(Response::Choice).chain([Response::Typed("0".to_owned())]);
    let score = |it: &Response| item.interaction.judge(it).score;
    let wrong = wrong.into_iter().find(|it| score(it) == Some(Score::ZERO));
    let response = if right { solution } else { wrong.expect("a wrong answer") };
    Attempt {
        lesson: lesson.id.clone(),
        item: item.id.clone(),
        hash: item.hash,
        level: match origin {
            Origin::Written => 0,
            Origin::Generated(level) => level,
        },
        seed: stop.seed,
        forced: false,
        part: part(lesson, stop).expect("a part"),
        score: score(&response).expect("readable"),
        response,
        skills: item.skills.clone(),
        misconception: String::new(),
        hints: 0,
        solution: false,
        millis: 6_000,
        day: DAY,
    }
}
