//! What a learner does with buttons and sliders alone, up to full marks; and what is there for those who cannot see the picture.

use crate::bench::Time;
use crate::controls::Turn;
use crate::{Ask, Lab};
use course::codec::to_bytes;
use course::item::{Mark, Score, StagedKind};
use course::stage::lab::chart::{self, Form, Source};
use course::stage::lab::predict::{Change, Fits, Outcome};
use course::stage::lab::sim::Task;
use course::stage::lab::{Chart, Claim, Model, Predict, Setup, Sim, Way};
use stage::node::{By, Element, Node};
use stage::words::Locale;
use stage::{Input, Stage, Told, What};

fn values(model: Model, control: usize) -> Vec<u16> {
    model.controls()[control].scale.values()
}

fn said<T: Copy>(what: &[(T, &str)]) -> Vec<(T, String)> {
    what.iter().map(|(it, words)| (*it, (*words).to_owned())).collect()
}

fn watering() -> Sim {
    let ways = vec![Way::Keep(vec![10]), Way::Set(values(Model::Plant, 1)), Way::Keep(vec![25])];
    let setup = Setup { model: Model::Plant, ways, meters: vec![0], noise: 20 };
    let claims = said(&[(Claim::Rises, "more is better"), (Claim::Peak, "up to a point")]);
    Sim { setup, task: Task::Fair(6, None), ask: "More water?".to_owned(), claims }
}

fn long_shadow() -> Sim {
    let keep = |value| Way::Keep(vec![value]);
    let ways = vec![Way::Set(values(Model::Shadow, 0)), keep(80), keep(30), keep(0)];
    let setup = Setup { model: Model::Shadow, ways, meters: vec![0], noise: 0 };
    Sim { setup, task: Task::Reach(vec![40_000], 2000), ask: String::new(), claims: Vec::new() }
}

fn floats() -> Predict {
    let ways = vec![Way::Keep(values(Model::Float, 0)), Way::Keep(vec![0])];
    Predict {
        setup: Setup { model: Model::Float, ways, meters: vec![2], noise: 0 },
        change: None,
        guesses: said(&[(Outcome::Floats, "It floats."), (Outcome::Sinks, "It sinks.")]),
        ask: "Why?".to_owned(),
        whys: said(&[
            (Fits::If(Outcome::Floats), "light for its size"),
            (Fits::If(Outcome::Sinks), "heavy for its size"),
            (Fits::No, "big"),
        ]),
    }
}

fn lowered() -> Predict {
    let keep = |value| Way::Keep(vec![value]);
    Predict {
        setup: Setup {
            model: Model::Shadow,
            ways: vec![Way::Keep(values(Model::Shadow, 0)), keep(60), keep(20), keep(0)],
            meters: vec![0],
            noise: 0,
        },
        change: Some(Change { control: 0, pairs: vec![(160, 80)] }),
        guesses: said(&[(Outcome::More, "longer"), (Outcome::Less, "shorter")]),
        ask: "Why?".to_owned(),
        whys: said(&[(Fits::Yes, "straight rays"), (Fits::No, "it belongs to the stick")]),
    }
}

fn bars(task: chart::Task) -> Chart {
    let of = |name: &str, value| (name.to_owned(), vec![value]);
    let source = Source::Given(vec![of("A", 4), of("B", 8), of("C", 6)]);
    Chart { form: Form::Bars, source, axis: (2, 12), unit: "cm".to_owned(), task }
}

fn told(kind: StagedKind, piece: Vec<u8>, made: Vec<u8>, still: bool) -> Told {
    let (locale, remembered) = (Locale::En, String::new());
    Told { kind, piece, seed: 3, made, locale, remembered, still, voice: false, motion: false }
}

fn open(kind: StagedKind, piece: &impl course::codec::Encode) -> Lab {
    Lab::open(told(kind, to_bytes(piece), Vec::new(), true)).expect("a piece of this kind")
}

fn all<'a>(element: &'a Element<Ask>, into: &mut Vec<&'a Element<Ask>>) {
    into.push(element);
    for child in &element.parts().children {
        if let Node::Element(it) = child {
            all(it, into);
        }
    }
}

fn words(element: &Element<Ask>) -> String {
    let pieces = element.parts().children.iter().map(|child| match child {
        Node::Element(it) => words(it),
        Node::Text(it) => it.clone(),
    });
    pieces.collect::<Vec<_>>().concat()
}

fn attribute<'a>(element: &'a Element<Ask>, name: &str) -> Option<&'a str> {
    element.parts().attributes.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str())
}

/// What a control is called by a screen reader: its label, or its words.
fn name(element: &Element<Ask>) -> String {
    attribute(element, "aria-label").map_or_else(|| words(element), str::to_owned)
}

/// Presses the one button or radio of this name, as touch, mouse, keyboard and a single key do.
fn press(lab: &mut Lab, wanted: &str) {
    let view = lab.view();
    let mut elements = Vec::new();
    all(&view, &mut elements);
    let button = elements.iter().find(|it| {
        let radio = it.parts().tag == "label" && words(it) == wanted;
        (it.parts().tag == "button" && name(it) == wanted) || radio
    });
    let button = button.unwrap_or_else(|| panic!("no `{wanted}`"));
    assert!(attribute(button, "disabled").is_none(), "`{wanted}` can be pressed");
    let mut inside = Vec::new();
    all(button, &mut inside);
    let ask = inside.iter().flat_map(|it| &it.parts().asks).map(|(_, ask)| *ask).next();
    let what =
        if button.parts().tag == "button" { What::Tap } else { What::Typed("on".to_owned()) };
    lab.ask(ask.expect("it asks for something"), Input { at: 0.0, what });
}

fn has(lab: &Lab, wanted: &str) -> bool {
    words(&lab.view()).contains(wanted)
}

#[test]
fn a_fair_table_by_buttons_alone_gets_full_marks() {
    let mut lab = open(StagedKind::Sim, &watering());
    assert_eq!(lab.made(), (Vec::new(), None));
    for spoons in [[0, 2, 4], [6, 8, 10]] {
        for (pot, wanted) in spoons.into_iter().enumerate() {
            for _ in 0..10 {
                lab.ask(Ask::Set(pot as u8, 1, Turn::Down), Input { at: 0.0, what: What::Tap });
            }
            for _ in 0..wanted {
                lab.ask(Ask::Set(pot as u8, 1, Turn::Up), Input { at: 0.0, what: What::Tap });
            }
        }
        assert!(has(&lab, "Let it run to the end"));
        press(&mut lab, "To the end");
        press(&mut lab, "Take a reading");
    }
    assert_eq!(lab.made().1, None, "what follows from it is still asked for");
    press(&mut lab, "more is better");
    assert_eq!(lab.made().1, Some(Mark::scored(Score::share(1, 2), 7)));
    press(&mut lab, "up to a point");
    assert_eq!(lab.made().1, Some(Mark::RIGHT));
}

#[test]
fn a_state_is_reached_step_by_step_and_was_seen() {
    let mut lab = open(StagedKind::Sim, &long_shadow());
    assert!(has(&lab, "Goal: Shadow 40\u{a0}cm"));
    for _ in 0..20 {
        press(&mut lab, "Lamp height: less");
    }
    assert!(lab.made().1.is_some_and(|it| it != Mark::RIGHT));
    for _ in 0..3 {
        press(&mut lab, "Lamp height: more");
    }
    assert!(has(&lab, "Now: Shadow 40\u{a0}cm"));
    assert_eq!(lab.made().1, Some(Mark::RIGHT));
}

#[test]
fn it_is_explained_after_it_was_foretold_and_seen() {
    let mut lab = open(StagedKind::Predict, &floats());
    assert!(!has(&lab, "To the end"), "first it is foretold");
    press(&mut lab, "It floats.");
    assert!(!has(&lab, "Why?"), "then it is seen");
    press(&mut lab, "To the end");
    assert!(has(&lab, "You saw: It"));
    let right =
        if has(&lab, "You saw: It floats.") { "light for its size" } else { "heavy for its size" };
    press(&mut lab, "big");
    assert_eq!(lab.made().1, Some(Mark::wrong(2)));
    press(&mut lab, right);
    assert_eq!(lab.made().1, Some(Mark::RIGHT));
}

#[test]
fn what_was_foretold_stays_when_it_was_seen() {
    let mut lab = open(StagedKind::Predict, &lowered());
    press(&mut lab, "shorter");
    press(&mut lab, "To the end");
    lab.ask(Ask::Guess(0), Input { at: 0.0, what: What::Tap });
    press(&mut lab, "straight rays");
    let (made, mark) = lab.made();
    assert_eq!((made[1], mark), (1, Some(Mark::RIGHT)));
}

#[test]
fn bars_are_built_by_buttons() {
    let mut lab = open(StagedKind::Chart, &bars(chart::Task::Build));
    for (bar, lines) in [("A", 2), ("B", 4), ("C", 3)] {
        for _ in 0..lines {
            press(&mut lab, &format!("{bar}: more"));
        }
    }
    assert_eq!(lab.made().1, Some(Mark::RIGHT));
    press(&mut lab, "C: more");
    assert_eq!(lab.made().1.map(|it| it.fault), Some(1), "one line off");
}

#[test]
fn a_chart_is_read_by_lines_where_it_cannot_be_seen() {
    let lab = open(StagedKind::Chart, &bars(chart::Task::Value));
    let view = lab.view();
    let mut elements = Vec::new();
    all(&view, &mut elements);
    let picture = elements.iter().find(|it| it.parts().tag == "svg").expect("a chart");
    assert_eq!(
        attribute(picture, "aria-label"),
        Some("Chart: A: 2 lines high · B: 4 lines high · C: 3 lines high")
    );
    assert!(has(&lab, "One line is 2 cm."));
}

#[test]
fn what_was_begun_is_there_again() {
    let kinds = [
        (
            StagedKind::Sim,
            to_bytes(&watering()),
            vec![Ask::Time(Time::End), Ask::Read, Ask::Claim(0)],
        ),
        (StagedKind::Predict, to_bytes(&floats()), vec![Ask::Guess(1)]),
        (
            StagedKind::Predict,
            to_bytes(&floats()),
            vec![Ask::Guess(1), Ask::Time(Time::End), Ask::Why(2)],
        ),
        (StagedKind::Chart, to_bytes(&bars(chart::Task::Build)), vec![Ask::Bar(1, Turn::Up)]),
    ];
    for (kind, piece, asks) in kinds {
        let mut lab = Lab::open(told(kind, piece.clone(), Vec::new(), false)).expect("a piece");
        for ask in asks {
            lab.ask(ask, Input { at: 0.0, what: What::Tap });
        }
        let (made, mark) = lab.made();
        let again = Lab::open(told(kind, piece.clone(), made.clone(), false)).expect("a piece");
        assert_eq!(again.made(), (made, mark));
        let damaged = Lab::open(told(kind, piece, vec![9, 9, 9], false)).expect("a piece");
        assert_eq!(damaged.made(), (Vec::new(), None));
    }
}

#[test]
fn it_runs_pauses_and_is_the_same_at_every_step() {
    let mut lab = Lab::open(told(StagedKind::Predict, to_bytes(&floats()), Vec::new(), false))
        .expect("a piece");
    press(&mut lab, "It sinks.");
    assert!(!lab.runs(), "nothing moves unless it is started");
    press(&mut lab, "Run");
    assert!(lab.runs());
    (0..=20_u32).for_each(|frame| {
        lab.tick(f64::from(frame) * 33.3);
    });
    let shown = lab.view();
    press(&mut lab, "Pause");
    assert!(!lab.runs());
    lab.ask(Ask::Time(Time::Go), Input { at: 0.0, what: What::Typed("0".to_owned()) });
    lab.ask(Ask::Time(Time::Go), Input { at: 0.0, what: What::Typed("39".to_owned()) });
    let picture = |view: &Element<Ask>| {
        let mut elements = Vec::new();
        all(view, &mut elements);
        elements.into_iter().find(|it| it.parts().tag == "svg").cloned()
    };
    assert_eq!(picture(&lab.view()), picture(&shown));
    press(&mut lab, "Run");
    (21..=200_u32).for_each(|frame| {
        lab.tick(f64::from(frame) * 33.3);
    });
    assert!(!lab.runs() && has(&lab, "You saw:"));
}

#[test]
fn who_wants_nothing_to_move_gets_a_slider() {
    let mut lab = open(StagedKind::Predict, &floats());
    press(&mut lab, "It sinks.");
    assert!(!has(&lab, "Run"));
    let view = lab.view();
    let mut elements = Vec::new();
    all(&view, &mut elements);
    assert!(elements.iter().any(|it| attribute(it, "aria-label") == Some("Moment")));
}

/// Everything that asks for something is a real control with a name, and takes a tap or a value: no drag, no key of its own.
#[test]
fn every_control_is_a_button_or_a_field_with_a_name() {
    let mut labs = vec![
        open(StagedKind::Sim, &watering()),
        open(StagedKind::Sim, &long_shadow()),
        open(StagedKind::Predict, &floats()),
        open(StagedKind::Chart, &bars(chart::Task::Build)),
        open(StagedKind::Chart, &bars(chart::Task::Most)),
        open(StagedKind::Chart, &bars(chart::Task::Difference)),
    ];
    press(&mut labs[0], "To the end");
    press(&mut labs[0], "Take a reading");
    press(&mut labs[2], "It floats.");
    press(&mut labs[2], "To the end");
    for lab in &labs {
        let view = lab.view();
        let mut elements = Vec::new();
        all(&view, &mut elements);
        for element in elements {
            let parts = element.parts();
            for (by, _) in &parts.asks {
                let fits = match by {
                    By::Tap => parts.tag == "button",
                    By::Value => parts.tag == "input",
                    By::Press | By::Pointer | By::Key => false,
                };
                let radio = attribute(element, "type") == Some("radio");
                assert!(
                    fits && (radio || !name(element).is_empty()),
                    "{} {:?}",
                    parts.tag,
                    parts.attributes
                );
            }
        }
    }
}

/// The patch of a frame is small: while it runs, few elements of the picture differ from one frame to the next.
#[test]
fn little_changes_from_frame_to_frame() {
    for (kind, piece) in
        [(StagedKind::Predict, to_bytes(&floats())), (StagedKind::Predict, to_bytes(&lowered()))]
    {
        let mut lab = Lab::open(told(kind, piece, Vec::new(), false)).expect("a piece");
        lab.ask(Ask::Guess(0), Input { at: 0.0, what: What::Tap });
        lab.ask(Ask::Time(Time::Run), Input { at: 0.0, what: What::Tap });
        let mut before = lab.view();
        for frame in 1..=30_u32 {
            lab.tick(f64::from(frame) * 33.3);
            let view = lab.view();
            let (mut old, mut new) = (Vec::new(), Vec::new());
            all(&before, &mut old);
            all(&view, &mut new);
            let own = |it: &Element<Ask>| (it.parts().tag, it.parts().attributes.clone());
            let differ = old.iter().zip(&new).filter(|(old, new)| own(old) != own(new)).count();
            assert!(old.len() == new.len() && differ <= 8, "frame {frame}: {differ} differ");
            before = view;
        }
    }
}

#[test]
fn every_word_is_there_in_both_languages() {
    for locale in Locale::ALL {
        let file = crate::words::file(locale);
        assert!(file.lines().all(|line| !line.is_empty()));
    }
    assert_eq!(
        crate::words::file(Locale::En).lines().count(),
        crate::words::file(Locale::ZhHans).lines().count()
    );
}
