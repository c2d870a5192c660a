//! What a pupil would notice, by asking and looking at the tree.

use crate::routine::Do as R;
use crate::scenario::Do as S;
use crate::{Ask, Moving, diary};
use course::codec::{from_bytes, to_bytes};
use course::item::{Mark, StagedKind};
use course::stage::moving::{
    Diary, Entry, Exercise, Field, Form, Gate, Measure, Moved, Routine, Scenario, Scene, Section,
    SectionKind, Way,
};
use stage::node::{By, Element, Node};
use stage::words::Locale;
use stage::{Effect, Heard, Input, Stage, Told, What};

fn told(kind: StagedKind, piece: Vec<u8>) -> Told {
    Told {
        kind,
        piece,
        seed: 1,
        made: Vec::new(),
        locale: Locale::En,
        remembered: String::new(),
        still: false,
        voice: true,
        motion: true,
    }
}

/// Two exercises of 20 seconds after 10 of rest.
fn routine() -> Routine {
    let form = |name: &str, figure| Form { name: name.to_owned(), figure };
    let forms = vec![form("March", 2), form("Walk", 1), form("Jog", 4), form("March sitting", 43)];
    let exercise = Exercise { cue: "Look ahead.".to_owned(), forms };
    let section =
        |kind| Section { kind, work: 20, rest: 10, rounds: 1, exercises: vec![exercise.clone()] };
    Routine {
        minutes: 1,
        gate: Gate::ALL.map(|(it, _)| it).to_vec(),
        also: vec!["The rope lies flat.".to_owned()],
        sections: vec![section(SectionKind::WarmUp), section(SectionKind::Work)],
    }
}

fn open(told: Told) -> Moving {
    Moving::open(told).expect("a piece")
}

/// A stage, and what it asked the browser for.
struct Pupil {
    stage: Moving,
    effects: Vec<Effect>,
    now: f64,
}

impl Pupil {
    fn new(told: Told) -> Self {
        Self { stage: open(told), effects: Vec::new(), now: 0.0 }
    }

    /// As the edge does: only what a control of the tree asks for can be asked.
    fn does(&mut self, ask: Ask) -> &mut Self {
        assert!(can(&self.stage.view(), ask), "{ask:?} is not there");
        let input = Input { at: self.now, what: What::Tap };
        let effects = self.stage.ask(ask, input);
        self.effects.extend(effects);
        self
    }

    fn routine(&mut self, asked: R) -> &mut Self {
        self.does(Ask::Routine(asked))
    }

    /// Frames for so many milliseconds.
    fn waits(&mut self, ms: u32) -> &mut Self {
        for _ in 0..ms / 20 {
            self.now += 20.0;
            let effects = self.stage.tick(self.now);
            self.effects.extend(effects);
        }
        self
    }

    fn starts(&mut self) -> &mut Self {
        for question in 0..6 {
            self.routine(R::Tick(question));
        }
        self.routine(R::Start)
    }

    fn says(&self, words: &str) -> bool {
        text(&self.stage.view()).contains(words)
    }

    fn moved(&self) -> Moved {
        from_bytes(&self.stage.made().0).expect("a response")
    }

    fn spoken(&self) -> Vec<&str> {
        let said = self.effects.iter().filter_map(|it| match it {
            Effect::Say(words) => Some(words.as_str()),
            Effect::Play(_)
            | Effect::Strike(_)
            | Effect::Fetch(_)
            | Effect::Silence
            | Effect::Wake(_)
            | Effect::Motion(_)
            | Effect::File { .. }
            | Effect::Png { .. }
            | Effect::Remember(_) => None,
        });
        said.collect()
    }
}

/// Whether an enabled control asks for this.
fn can(tree: &Element<Ask>, ask: Ask) -> bool {
    let parts = tree.parts();
    let enabled = !parts.attributes.iter().any(|(name, _)| *name == "disabled");
    let here = enabled
        && matches!(parts.tag, "button" | "input")
        && parts.asks.iter().any(|(by, it)| *it == ask && matches!(by, By::Tap | By::Value));
    here || elements(tree).any(|it| can(it, ask))
}

fn elements(tree: &Element<Ask>) -> impl Iterator<Item = &Element<Ask>> {
    tree.parts().children.iter().filter_map(|it| match it {
        Node::Element(it) => Some(it),
        Node::Text(_) => None,
    })
}

fn text(tree: &Element<Ask>) -> String {
    let mut all = String::new();
    for node in &tree.parts().children {
        match node {
            Node::Element(it) => all.push_str(&text(it)),
            Node::Text(it) => all.push_str(it),
        }
        all.push('\n');
    }
    all
}

/// Everything of this class.
fn of_class<'a>(tree: &'a Element<Ask>, class: &str) -> Vec<&'a Element<Ask>> {
    let mut all = Vec::new();
    if tree.parts().attributes.iter().any(|(name, value)| *name == "class" && value == class) {
        all.push(tree);
    }
    elements(tree).for_each(|it| all.extend(of_class(it, class)));
    all
}

fn drawn(pupil: &Pupil) -> String {
    let tree = pupil.stage.view();
    let near = of_class(&tree, "near");
    near.iter().map(|it| format!("{:?}", it.parts().attributes)).collect()
}

fn player() -> Pupil {
    Pupil::new(told(StagedKind::Routine, to_bytes(&routine())))
}

#[test]
fn nobody_starts_before_every_question_is_ticked() {
    let mut pupil = player();
    assert!(pupil.says("Before you start") && pupil.says("The rope lies flat."));
    for question in 0..6 {
        assert!(!can(&pupil.stage.view(), Ask::Routine(R::Start)));
        pupil.routine(R::Tick(question));
    }
    pupil.routine(R::Tick(2));
    assert!(!can(&pupil.stage.view(), Ask::Routine(R::Start)), "an answer can be taken back");
    pupil.routine(R::Tick(2)).routine(R::Start);
    assert!(pupil.stage.runs() && pupil.effects.contains(&Effect::Wake(true)));
}

#[test]
fn who_does_not_move_today_is_done() {
    let mut pupil = player();
    pupil.routine(R::End);
    assert_eq!(pupil.moved(), Moved { blocks: vec![0, 0], effort: 0 });
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
    assert!(pupil.says("Skipping is fine"));
}

#[test]
fn blocks_follow_one_another_and_are_seen_heard_and_said() {
    let mut pupil = player();
    pupil.starts();
    assert!(pupil.says("Rest") && pupil.says("Next: March") && pupil.says("10"));
    pupil.waits(10_020);
    assert!(pupil.says("Move") && pupil.says("20"), "{}", text(&pupil.stage.view()));
    assert_eq!(pupil.spoken(), ["Next: March. Look ahead.", "Three", "Two", "One", "Go!"]);
    pupil.waits(20_000);
    assert!(pupil.says("Rest") && pupil.says("2 of 2"));
    assert_eq!(pupil.moved().blocks, [1]);
    assert_eq!(pupil.stage.made().1, None, "it cannot be handed in before its end");
    pupil.waits(30_040);
    assert!(pupil.says("Done.") && pupil.says("How hard was it for you?"));
    assert_eq!(pupil.effects.iter().filter(|it| **it == Effect::Wake(false)).count(), 1);
    pupil.routine(R::Effort(3));
    assert_eq!(pupil.moved(), Moved { blocks: vec![1, 1], effort: 3 });
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
}

#[test]
fn every_second_that_is_heard_is_seen() {
    let mut pupil = player();
    pupil.starts();
    let Some(Effect::Play(notes)) = pupil.effects.iter().find(|it| matches!(it, Effect::Play(_)))
    else {
        panic!("nothing is heard");
    };
    let times: Vec<u32> = notes.iter().map(|it| it.at).collect();
    assert_eq!(times, [7000, 8000, 9000]);
    pupil.effects.clear();
    pupil.waits(10_020);
    let Some(Effect::Play(notes)) = pupil.effects.iter().find(|it| matches!(it, Effect::Play(_)))
    else {
        panic!("nothing is heard");
    };
    let last: Vec<u32> = notes.iter().rev().take(3).map(|it| it.at).collect();
    for (at, left) in last.into_iter().zip([1000, 2000, 3000]) {
        assert!((20_000 - left - at as i64).abs() < 40, "{at}");
    }
}

#[test]
fn the_figure_moves_only_after_a_start_and_where_things_may_move() {
    let mut pupil = player();
    pupil.starts();
    let resting = drawn(&pupil);
    pupil.waits(2000);
    assert_eq!(drawn(&pupil), resting, "in the rest it stands still");
    pupil.waits(8500);
    let moving = drawn(&pupil);
    pupil.waits(200);
    assert_ne!(drawn(&pupil), moving);
    pupil.routine(R::Pause);
    let paused = drawn(&pupil);
    pupil.waits(400);
    assert_eq!(drawn(&pupil), paused);
    let mut still =
        Pupil::new(Told { still: true, ..told(StagedKind::Routine, to_bytes(&routine())) });
    still.starts().waits(12_000);
    let pictures = drawn(&still);
    still.waits(600);
    assert_eq!(drawn(&still), pictures, "still pictures where the device asks for it");
    assert_eq!(of_class(&still.stage.view(), "figure").len(), 2, "and more than one of them");
}

#[test]
fn pausing_skipping_and_going_back_cost_nothing() {
    let mut pupil = player();
    pupil.starts().waits(12_000).routine(R::Pause);
    assert!(pupil.says("Paused") && !pupil.stage.runs());
    assert!(pupil.effects.ends_with(&[Effect::Silence, Effect::Wake(false)]));
    pupil.now += 60_000.0;
    pupil.routine(R::Pause).waits(1000);
    assert!(pupil.says("17"), "{}", text(&pupil.stage.view()));
    pupil.routine(R::Back);
    assert!(pupil.says("1 of 2") && pupil.says("10"));
    pupil.routine(R::Skip);
    assert_eq!(pupil.moved().blocks, [0]);
    pupil.routine(R::Back);
    assert_eq!(pupil.moved().blocks, Vec::<u8>::new());
    pupil.routine(R::Skip).routine(R::Skip);
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
    assert!(!pupil.says("How hard"), "who did nothing is not asked");
}

#[test]
fn each_form_is_a_tap_away_and_stays() {
    let mut pupil = player();
    pupil.starts().routine(R::Form(3)).waits(30_100);
    assert_eq!(pupil.moved().blocks, [4]);
    assert!(pupil.says("Next: March sitting"));
    let told =
        Told { made: pupil.stage.made().0, ..told(StagedKind::Routine, to_bytes(&routine())) };
    let mut again = Pupil::new(told);
    assert!(again.says("Before you start"), "safety is asked again after a reload");
    again.starts();
    assert!(again.says("2 of 2") && again.says("Next: March sitting"));
}

#[test]
fn stop_if_it_hurts_is_always_there_and_stops() {
    let mut pupil = player();
    pupil.starts();
    for _ in 0..2 {
        pupil.waits(11_000);
        pupil.routine(R::Hurts);
        assert!(pupil.says("Tell a grown-up") && !pupil.stage.runs());
        assert!(can(&pupil.stage.view(), Ask::Routine(R::End)));
        pupil.routine(R::Pause);
    }
    pupil.routine(R::Hurts).routine(R::End);
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
}

#[test]
fn what_nobody_saw_is_not_counted() {
    let mut pupil = player();
    pupil.starts().waits(5000);
    pupil.now += 300_000.0;
    pupil.waits(20);
    assert!(pupil.says("The screen was off") && pupil.says("1 of 2"));
    pupil.routine(R::Pause).waits(100);
    assert!(pupil.says("5"));
}

#[test]
fn without_sound_nothing_is_played_or_said() {
    let mut pupil = player();
    pupil.starts().routine(R::Sound);
    assert!(pupil.effects.contains(&Effect::Remember("quiet".to_owned())));
    pupil.effects.clear();
    pupil.waits(62_000);
    assert!(!pupil.effects.iter().any(|it| matches!(it, Effect::Play(_) | Effect::Say(_))));
    let mut quiet = told(StagedKind::Routine, to_bytes(&routine()));
    quiet.remembered = "quiet".to_owned();
    let mut pupil = Pupil::new(quiet);
    pupil.starts().waits(62_000);
    assert!(!pupil.effects.iter().any(|it| matches!(it, Effect::Play(_) | Effect::Say(_))));
    let mut mute = told(StagedKind::Routine, to_bytes(&routine()));
    mute.voice = false;
    let mut pupil = Pupil::new(mute);
    assert!(!can(&pupil.stage.view(), Ask::Routine(R::Listen)));
    pupil.starts().waits(62_000);
    assert_eq!(pupil.spoken(), Vec::<&str>::new());
}

#[test]
fn broken_pieces_and_drafts_open_or_not_but_never_panic() {
    for kind in [StagedKind::Routine, StagedKind::Scenario, StagedKind::Diary, StagedKind::Tap] {
        for length in 0..40_u8 {
            let bytes: Vec<u8> = (0..length).map(|it| it.wrapping_mul(37) % 11).collect();
            let mut it = told(kind, bytes.clone());
            it.made = bytes;
            if let Some(stage) = Moving::open(it) {
                stage.view();
                stage.made();
            }
        }
    }
    let mut it = told(StagedKind::Routine, to_bytes(&routine()));
    it.made = to_bytes(&Moved { blocks: vec![9; 50], effort: 99 });
    let stage = open(it);
    stage.view();
    let (made, mark) = stage.made();
    assert_eq!(mark, Some(course::stage::Piece::judge(&routine(), &made)));
}

fn story() -> Scenario {
    let way = |words: &str, to, fault| Way { words: words.to_owned(), to, fault };
    let scene = |words: &str, ways| Scene { figure: 1, prop: 7, words: words.to_owned(), ways };
    let good = course::stage::moving::scenario::GOOD;
    Scenario {
        scenes: vec![
            scene("The ball rolls.", vec![way("Run", 1, 0), way("Stop", 2, good)]),
            scene("A car brakes.", vec![way("Go back", 2, good)]),
            scene("All are well.", Vec::new()),
        ],
    }
}

#[test]
fn a_story_goes_on_as_one_chooses() {
    let mut pupil = Pupil::new(told(StagedKind::Scenario, to_bytes(&story())));
    assert!(pupil.says("The ball rolls.") && pupil.says("Run") && pupil.says("Stop"));
    assert_eq!(pupil.stage.made().1, None);
    pupil.does(Ask::Scenario(S::Listen));
    assert_eq!(pupil.spoken(), ["The ball rolls.\nRun\nStop"]);
    pupil.does(Ask::Scenario(S::Way(0))).does(Ask::Scenario(S::Way(0)));
    assert!(pupil.says("All are well."));
    let (made, mark) = pupil.stage.made();
    assert_eq!((&made[..], mark.map(|it| it.fault)), (&[0, 0][..], Some(0)));
    pupil.does(Ask::Scenario(S::Again)).does(Ask::Scenario(S::Way(1)));
    assert_eq!(pupil.stage.made(), (vec![1], Some(Mark::RIGHT)));
    let again = open(Told { made: vec![0], ..told(StagedKind::Scenario, to_bytes(&story())) });
    assert!(text(&again.view()).contains("A car brakes."), "where it was left");
}

fn diary() -> Diary {
    let field = |measure, most, label: &str| Field { measure, most, label: label.to_owned() };
    Diary {
        fields: vec![
            field(Measure::Moves, 50, "Hops"),
            field(Measure::Seconds, 30, "Left leg"),
            field(Measure::Mood, 5, "How it felt"),
        ],
    }
}

impl Pupil {
    fn diary(&mut self, asked: diary::Do) -> &mut Self {
        self.does(Ask::Diary(asked))
    }

    fn types(&mut self, field: u8, words: &str) -> &mut Self {
        let ask = Ask::Diary(diary::Do::Type(field));
        self.stage.ask(ask, Input { at: self.now, what: What::Typed(words.to_owned()) });
        self
    }

    fn value(&self, at: usize) -> Option<u16> {
        from_bytes::<Entry>(&self.stage.made().0).expect("an entry").value(at)
    }
}

#[test]
fn a_page_is_filled_in_by_hand() {
    use diary::Do;
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT), "nothing has to be filled in");
    pupil.diary(Do::More(0)).diary(Do::More(0)).diary(Do::Less(0));
    assert_eq!(pupil.value(0), Some(1));
    for (typed, value) in
        [("12", Some(12)), ("１５ times", Some(15)), ("99", Some(50)), ("", None), ("0", Some(0))]
    {
        assert_eq!(pupil.types(0, typed).value(0), value, "{typed}");
    }
    pupil.diary(Do::Less(0));
    assert_eq!(pupil.value(0), None);
    pupil.diary(Do::Mood(2, 2));
    assert_eq!(pupil.value(2), Some(2));
    pupil.diary(Do::Mood(2, 2));
    assert_eq!(pupil.value(2), None, "a face can be taken back");
}

#[test]
fn a_watch_measures_and_ends_by_itself_at_the_most() {
    use diary::Do;
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    pupil.diary(Do::Watch(1)).waits(7_500);
    assert!(pupil.stage.runs() && pupil.says("7"));
    pupil.diary(Do::Watch(1));
    assert_eq!(pupil.value(1), Some(7));
    pupil.diary(Do::Watch(1)).waits(40_000);
    assert_eq!(pupil.value(1), Some(30));
    assert!(!pupil.stage.runs());
}

#[test]
fn the_device_counts_along_if_it_can() {
    use diary::Do;
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    pupil.diary(Do::Count(0));
    assert!(pupil.effects.contains(&Effect::Motion(true)));
    for nth in 0..600 {
        let at = f64::from(nth) * 20.0;
        let hop = if nth % 50 < 10 { 1800 } else { 981 };
        pupil.stage.hear(Heard::Motion(0, hop, 0, at));
    }
    pupil.diary(Do::Count(0));
    assert!((11..=12).contains(&pupil.value(0).expect("a count")));
    assert!(pupil.effects.contains(&Effect::Motion(false)));
    pupil.diary(Do::Count(0));
    pupil.stage.hear(Heard::NoMotion);
    assert!(pupil.says("feels no movement"));
    assert!(!can(&pupil.stage.view(), Ask::Diary(Do::Count(0))), "then by hand");
    pupil.diary(Do::More(0));
}
