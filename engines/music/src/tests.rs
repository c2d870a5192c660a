//! Items done to full marks through the tree that is shown, by controls that one key reaches; and what is heard and seen meanwhile.

use super::{Ask, Music};
use course::codec::{Encode, from_bytes, to_bytes};
use course::item::{Mark, Score, StagedKind};
use course::stage::Piece;
use course::stage::music::keys::Keys;
use course::stage::music::listen::{Ask as Asked, Aspect, Listen, Picked};
use course::stage::music::motif::{Motif, Recipe};
use course::stage::music::notate::{Notate, Written};
use course::stage::music::notation::Notation;
use course::stage::music::note::{BEAT, Metre, Note, Pitch};
use course::stage::music::tap::{Tap, Tapped};
use course::stage::music::text::{read, read_notes};
use course::stage::sound::Voice;
use stage::node::{By, Element, Node};
use stage::words::Locale;
use stage::{Effect, Heard, Input, Stage, Told, What};

fn told(kind: StagedKind, piece: &impl Encode, made: Vec<u8>, remembered: &str) -> Told {
    Told {
        kind,
        piece: to_bytes(piece),
        seed: 7,
        made,
        locale: Locale::En,
        remembered: remembered.to_owned(),
        still: false,
        voice: false,
        motion: false,
    }
}

/// An open stage, its clock, and what it asked the browser for.
struct Hand {
    music: Music,
    now: f64,
    effects: Vec<Effect>,
}

impl Hand {
    fn new(kind: StagedKind, piece: &impl Encode, remembered: &str) -> Self {
        let music = Music::open(told(kind, piece, Vec::new(), remembered)).expect("a piece");
        Self { music, now: 5_000.0, effects: Vec::new() }
    }

    /// Presses the control with these words: on it, or said of it.
    fn press(&mut self, words: &str) {
        let view = self.music.view();
        let asks = controls(&view).into_iter().find(|it| it.0 == words);
        let all: Vec<String> = controls(&view).into_iter().map(|it| it.0).collect();
        let ask = asks.unwrap_or_else(|| panic!("no `{words}` among {all:?}")).1;
        self.ask(ask);
    }

    fn ask(&mut self, ask: Ask) {
        let effects = self.music.ask(ask, Input { at: self.now, what: What::Tap });
        for effect in &effects {
            // What is played begins at once.
            if let Effect::Play(_) = effect {
                self.music.hear(Heard::Playing(self.now + 50.0));
            }
        }
        self.effects.extend(effects);
    }

    /// Lets so many milliseconds go by, in frames.
    fn wait(&mut self, millis: f64) {
        let end = self.now + millis;
        while self.now < end {
            self.now = (self.now + 16.0).min(end);
            let effects = self.music.tick(self.now);
            self.effects.extend(effects);
            drop(self.music.view());
        }
    }

    fn mark(&self) -> Option<Mark> {
        self.music.made().1
    }
}

/// Every control in the order in which a key reaches it: its words and what it asks for.
fn controls(view: &Element<Ask>) -> Vec<(String, Ask)> {
    let parts = view.parts();
    let mut found: Vec<(String, Ask)> = Vec::new();
    for (by, ask) in &parts.asks {
        assert_eq!(parts.tag, "button", "what asks is a button");
        assert!(matches!(by, By::Tap | By::Press), "a key is enough");
        let label = parts.attributes.iter().find(|(name, _)| *name == "aria-label");
        found.push((label.map_or_else(|| words(view), |(_, label)| label.clone()), *ask));
    }
    for child in &parts.children {
        if let Node::Element(child) = child {
            found.extend(controls(child));
        }
    }
    found
}

fn words(view: &Element<Ask>) -> String {
    let parts = view.parts().children.iter().map(|child| match child {
        Node::Element(element) => words(element),
        Node::Text(text) => text.clone(),
    });
    parts.collect()
}

fn count(view: &Element<Ask>, class: &str) -> usize {
    let parts = view.parts();
    let is = parts.attributes.iter().any(|(name, value)| *name == "class" && value == class);
    let below = parts.children.iter().map(|child| match child {
        Node::Element(element) => count(element, class),
        Node::Text(_) => 0,
    });
    usize::from(is) + below.sum::<usize>()
}

/// The value of this attribute at each element of a class.
fn values(view: &Element<Ask>, class: &str, name: &str) -> Vec<i64> {
    let parts = view.parts();
    let value = |name: &str| parts.attributes.iter().find(|it| it.0 == name).map(|it| &*it.1);
    let mut found = Vec::new();
    if value("class").is_some_and(|it| it == class) {
        found.extend(value(name).and_then(|it| it.parse::<i64>().ok()));
    }
    for child in &parts.children {
        if let Node::Element(element) = child {
            found.extend(values(element, class, name));
        }
    }
    found
}

fn notes(text: &str) -> Vec<Note> {
    read_notes(text).expect("readable")
}

fn pitches(text: &str) -> Vec<Pitch> {
    notes(text).iter().map(|it| it.pitch).collect()
}

fn tap(rhythm: Option<&str>) -> Tap {
    Tap {
        metre: Metre::TWO,
        tempo: (100, 100),
        beats: (8, 8),
        rhythm: rhythm.map(|it| Motif::Written(notes(it))),
        words: None,
        syllables: Vec::new(),
        click: true,
        heard: true,
        shown: rhythm.is_none(),
        window: 120,
    }
}

fn keys(play: Option<&str>) -> Keys {
    Keys {
        metre: Metre::TWO,
        tonic: (60, 60),
        tempo: 90,
        voice: Voice::Plucked,
        pad: pitches("5, 1 3 5 6 1'"),
        motif: play.map(|it| Motif::Written(notes(it))),
        heard: true,
        shown: false,
    }
}

fn listen(ask: Asked, rounds: u8) -> Listen {
    let labels =
        if let Asked::Compare(_) = ask { vec!["higher", "lower", "same"] } else { Vec::new() };
    let recipe = Recipe {
        metre: Metre::TWO,
        bars: (2, 2),
        cells: read("x | x_ x_ | 0").expect("readable").into_iter().map(|it| it.0).collect(),
        tones: Vec::new(),
        leap: 1,
        ends: Vec::new(),
    };
    Listen {
        motif: matches!(ask, Asked::Which(..)).then_some(Motif::Drawn(recipe)),
        ask,
        rounds,
        step: (12, 2),
        decoy: None,
        gradual: false,
        metre: Metre::TWO,
        tonic: 60,
        tempo: 90,
        voice: Voice::Blown,
        labels: labels.into_iter().map(str::to_owned).collect(),
    }
}

const KNOWN: &str = "1100";
const LATER: &str = "0";

/// Four beats of six hundred milliseconds are counted in, fifty after the press.
fn tap_along(hand: &mut Hand, times: &[f64]) {
    hand.press("Start");
    let first = hand.now + 50.0 + 4.0 * 600.0;
    for time in times {
        let until = first + time - hand.now;
        hand.wait(until);
        hand.ask(Ask::Hit);
    }
    hand.wait(3_000.0);
}

#[test]
fn beats_are_tapped_to_full_marks_whatever_the_delay() {
    for (remembered, late) in [(LATER, 0.0), (LATER, 220.0), (KNOWN, 100.0)] {
        let mut hand = Hand::new(StagedKind::Tap, &tap(None), remembered);
        let times: Vec<f64> = (0..8).map(|beat| f64::from(beat) * 600.0 + late).collect();
        tap_along(&mut hand, &times);
        assert_eq!(hand.mark(), Some(Mark::RIGHT), "{remembered} {late}");
        let made: Tapped = from_bytes(&hand.music.made().0).expect("readable");
        assert_eq!((made.seed, made.times().len()), (7, 8));
    }
}

#[test]
fn a_rhythm_is_heard_shown_on_request_and_tapped() {
    let mut hand = Hand::new(StagedKind::Tap, &tap(Some("x x_ x_ | x 0")), LATER);
    assert_eq!(count(&hand.music.view(), "note"), 0);
    hand.press("Listen");
    let Some(Effect::Play(heard)) = hand.effects.last() else { panic!("nothing is heard") };
    // Four clicks and four drums.
    assert_eq!(heard.len(), 8);
    hand.wait(4_000.0);
    assert!(!hand.music.runs());
    hand.press("Show the sound");
    assert_eq!(count(&hand.music.view(), "note"), 4);
    tap_along(&mut hand, &[0.0, 600.0, 900.0, 1_200.0]);
    assert_eq!(hand.mark(), Some(Mark::RIGHT));
}

#[test]
fn while_it_is_tapped_a_dot_goes_along_and_taps_are_counted_from_half_a_beat_before() {
    let mut hand = Hand::new(StagedKind::Tap, &tap(None), KNOWN);
    hand.press("Start");
    hand.wait(700.0);
    assert!(words(&hand.music.view()).contains("Ready 3"));
    hand.ask(Ask::Hit);
    hand.wait(2_000.0);
    assert_eq!(count(&hand.music.view(), "ball"), 1);
    hand.ask(Ask::Hit);
    assert_eq!(count(&hand.music.view(), "hit"), 1);
    hand.press("Stop");
    assert!(!hand.music.runs());
    assert_eq!(hand.mark(), None);
}

#[test]
fn the_delay_is_measured_once_and_remembered() {
    let mut hand = Hand::new(StagedKind::Tap, &tap(None), "");
    hand.press("Set up, 20 seconds");
    let first = hand.now + 50.0 + 4.0 * 800.0;
    for beat in 0..21 {
        let until = first + f64::from(beat) * 800.0 + 130.0 - hand.now;
        hand.wait(until);
        hand.press("Tap");
    }
    hand.wait(1_500.0);
    assert!(
        hand.effects.contains(&Effect::Remember("1130".to_owned())),
        "{:?}",
        hand.effects.last()
    );
    assert!(words(&hand.music.view()).contains("130 ms"));
    // On the next item nothing is asked, and the delay counts.
    let mut next = Hand::new(StagedKind::Tap, &tap(None), "1130");
    let times: Vec<f64> = (0..8).map(|beat| f64::from(beat) * 600.0 + 130.0 + 300.0).collect();
    tap_along(&mut next, &times);
    let score = next.mark().and_then(|it| it.score).expect("marked");
    assert!(score <= Score::share(300, 1000), "half a beat late");
}

#[test]
fn measuring_can_be_put_off_and_uneven_taps_tell_nothing() {
    let mut hand = Hand::new(StagedKind::Tap, &tap(None), "");
    hand.press("Not now");
    assert_eq!(hand.effects, [Effect::Remember("0".to_owned())]);
    hand.press("Set up tapping");
    hand.wait(21_000.0);
    assert!(words(&hand.music.view()).contains("too uneven"));
    assert_eq!(hand.effects.iter().filter(|it| matches!(it, Effect::Remember(_))).count(), 1);
}

#[test]
fn nothing_moves_where_nothing_may() {
    let told = Told { still: true, ..told(StagedKind::Tap, &tap(None), Vec::new(), KNOWN) };
    let mut hand =
        Hand { music: Music::open(told).expect("a piece"), now: 0.0, effects: Vec::new() };
    hand.press("Start");
    hand.wait(2_400.0);
    assert_eq!(count(&hand.music.view(), "ball"), 0);
    // A ball stands on each beat as long as it lasts.
    let mut places = Vec::new();
    while hand.music.runs() {
        hand.wait(16.0);
        let view = hand.music.view();
        let (x, y) = (values(&view, "ball", "cx"), values(&view, "ball", "cy"));
        assert_eq!(x.len(), count(&view, "beat now"));
        places.extend(x.into_iter().zip(y));
    }
    places.dedup();
    let beats = values(&hand.music.view(), "beat", "x").len()
        + values(&hand.music.view(), "beat first", "x").len();
    assert_eq!((beats, places.len()), (8, 8), "{places:?}");
    assert!(places.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 == pair[1].1));
}

#[test]
fn where_taps_came_covers_neither_notes_nor_syllables() {
    let syllables = ["to", "ma", "to", "fish"].map(str::to_owned).to_vec();
    let piece = Tap { syllables, shown: true, ..tap(Some("x_ x_ x | x 0")) };
    let mut hand = Hand::new(StagedKind::Tap, &piece, KNOWN);
    tap_along(&mut hand, &[100.0, 400.0, 700.0, 1_300.0]);
    let view = hand.music.view();
    let (tops, highs) = (values(&view, "hit", "y"), values(&view, "hit", "height"));
    assert_eq!(tops.len(), 4);
    let notes = values(&view, "note", "y").into_iter().zip(values(&view, "note", "height"));
    let notes = notes.map(|(y, high)| y + high).max().expect("notes");
    // Letters are as high as 14 units over their line.
    let words = values(&view, "said", "y").into_iter().min().expect("syllables") - 14;
    for (top, high) in tops.into_iter().zip(highs) {
        assert!(notes < top && top + high < words, "{notes} {top} {high} {words}");
    }
}

#[test]
fn a_tune_is_played_back() {
    let mut hand = Hand::new(StagedKind::Keys, &keys(Some("5 3 | 6 1'")), "");
    hand.press("Listen");
    hand.wait(4_000.0);
    for key in ["5", "3", "3", "6"] {
        hand.wait(400.0);
        hand.press(key);
    }
    assert!(hand.mark().is_some_and(|it| it.score < Some(Score::FULL)));
    hand.press("Take back");
    hand.press("Take back");
    hand.press("6");
    hand.press("high 1");
    assert_eq!(hand.mark(), Some(Mark::RIGHT));
    assert!(
        hand.effects.iter().any(|it| matches!(it, Effect::Strike(note) if note.cents == 6_700))
    );
}

#[test]
fn keys_light_up_for_who_wants_to_see_them() {
    let mut hand = Hand::new(StagedKind::Keys, &keys(Some("5 3 | 6 1'")), "");
    let lit = |hand: &Hand| -> Vec<String> {
        fn find(view: &Element<Ask>, found: &mut Vec<String>) {
            let parts = view.parts();
            if parts.attributes.iter().any(|(name, _)| *name == "data-now") {
                found.push(words(view));
            }
            for child in &parts.children {
                if let Node::Element(child) = child {
                    find(child, found);
                }
            }
        }
        let mut found = Vec::new();
        find(&hand.music.view(), &mut found);
        found
    };
    hand.press("Listen");
    hand.wait(300.0);
    assert!(lit(&hand).is_empty());
    hand.press("Show the sound");
    assert_eq!(lit(&hand), ["5"]);
    hand.wait(700.0);
    assert_eq!(lit(&hand), ["3"]);
}

#[test]
fn a_tune_of_ones_own_is_not_marked() {
    let mut hand = Hand::new(StagedKind::Keys, &keys(None), "");
    assert_eq!(hand.mark(), None);
    for key in ["1", "3", "5", "high 1"] {
        hand.press(key);
        hand.wait(667.0);
    }
    assert_eq!(hand.mark(), Some(Mark::RIGHT));
    hand.press("Play mine");
    assert!(hand.music.runs());
}

#[test]
fn notes_are_written() {
    let notate = Notate {
        metre: Metre::TWO,
        tonic: 60,
        tempo: 90,
        voice: Voice::Plucked,
        signs: pitches("0 3 5"),
        lengths: vec![BEAT, BEAT / 2],
        motif: Motif::Written(notes("5 5 | 3_ 3_ 0")),
        given: 1,
        heard: true,
        shown: None,
    };
    let mut hand = Hand::new(StagedKind::Notate, &notate, "");
    for control in ["half a beat", "3", "3", "one beat", "3", "Take back", "rest"] {
        hand.press(control);
    }
    assert_eq!(hand.mark(), Some(Mark::RIGHT));
    hand.press("Play mine");
    let Some(Effect::Play(heard)) = hand.effects.last() else { panic!("nothing is heard") };
    assert_eq!(heard.len(), 4);
    let made: Written = from_bytes(&hand.music.made().0).expect("readable");
    assert_eq!(made.notes.len(), 3);
}

#[test]
fn what_is_heard_is_picked_round_by_round() {
    let listen = listen(Asked::Compare(Aspect::High), 3);
    let solution: Picked = from_bytes(&listen.solution(7).expect("marked")).expect("readable");
    let mut hand = Hand::new(StagedKind::Listen, &listen, "");
    for (round, pick) in solution.picks.iter().enumerate() {
        assert!(words(&hand.music.view()).starts_with(&format!("{} of 3", round + 1)));
        hand.press("Listen");
        hand.wait(500.0);
        hand.press("First");
        hand.press(["higher", "lower", "same"][usize::from(*pick)]);
        if round < 2 {
            assert_eq!(hand.mark(), None);
            hand.press("Next");
        }
    }
    assert_eq!(hand.mark(), Some(Mark::RIGHT));
    hand.press("Start over");
    assert_eq!(hand.mark(), None);
}

#[test]
fn notations_are_options_and_sounds_can_be_seen() {
    let listen = listen(Asked::Which(3, Notation::Jianpu), 1);
    let mut hand = Hand::new(StagedKind::Listen, &listen, "");
    assert_eq!(count(&hand.music.view(), "sheet"), 3);
    hand.press("Show the sound");
    assert_eq!(count(&hand.music.view(), "seen"), 1);
    hand.ask(Ask::Pick(1));
    assert!(hand.mark().is_some_and(|it| it.score == Some(Score::ZERO)));
    hand.ask(Ask::Pick(0));
    assert_eq!(hand.mark(), Some(Mark::RIGHT));
}

#[test]
fn what_was_done_before_is_there_again() {
    fn again(kind: StagedKind, piece: &(impl Piece + 'static)) {
        let made = Piece::solution(piece, 7).expect("marked");
        let music = Music::open(told(kind, piece, made.clone(), LATER)).expect("a piece");
        assert_eq!(music.made(), (made.clone(), Some(Mark::RIGHT)));
        // Of another item it is not.
        let other = Told { seed: 8, ..told(kind, piece, made, LATER) };
        assert_eq!(Music::open(other).expect("a piece").made().1, None);
    }
    again(StagedKind::Tap, &tap(None));
    again(StagedKind::Keys, &keys(Some("5 3")));
    again(StagedKind::Listen, &listen(Asked::Compare(Aspect::High), 3));
}

#[test]
fn damaged_pieces_are_refused() {
    for kind in [StagedKind::Tap, StagedKind::Keys, StagedKind::Notate, StagedKind::Listen] {
        let told = Told { piece: vec![9], ..told(kind, &0_u8, Vec::new(), "") };
        assert!(Music::open(told).is_none());
    }
}
