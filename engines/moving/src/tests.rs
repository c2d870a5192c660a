//! What a pupil would notice, by asking and looking at the tree.

use crate::{Ask, Moving};
use course::item::StagedKind;
use stage::node::{By, Element, Node};
use stage::words::Locale;
use stage::{Effect, Input, Stage, Told, What};

mod diary;
mod routine;
mod scenario;

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

    /// Frames for so many milliseconds.
    fn waits(&mut self, ms: u32) -> &mut Self {
        for _ in 0..ms / 20 {
            self.now += 20.0;
            let effects = self.stage.tick(self.now);
            self.effects.extend(effects);
        }
        self
    }

    fn says(&self, words: &str) -> bool {
        text(&self.stage.view()).contains(words)
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
            | Effect::Remember(_)
            | Effect::Own(..) => None,
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

#[test]
fn broken_pieces_open_or_not_but_never_panic() {
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
}
