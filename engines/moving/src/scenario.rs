//! A story of choices: one scene at a time, with what can be done in it.

use crate::words::Message;
use crate::{Ask, Speech, figure};
use course::codec::from_bytes;
use course::item::Mark;
use course::rng::derive;
use course::stage::Piece;
use course::stage::moving::Scenario;
use course::stage::moving::moves::Prop;
use stage::node::{Element, button, el, of};
use stage::{Effect, Told};

/// A story that is being gone through.
pub struct Story {
    scenario: Scenario,
    /// The ways that were chosen: the response.
    chosen: Vec<u8>,
    /// Of the item: it says in which order ways are shown, so that the good one has no place of its own.
    seed: u64,
    speech: Speech,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    /// Reads the scene out.
    Listen,
    /// A way on.
    Way(u8),
    /// From the beginning.
    Again,
}

impl Story {
    pub(crate) fn open(told: &Told) -> Option<Self> {
        let scenario = from_bytes::<Scenario>(&told.piece).ok()?;
        let chosen =
            if scenario.path(&told.made).is_some() { told.made.clone() } else { Vec::new() };
        (!scenario.scenes.is_empty()).then_some(Self {
            scenario,
            chosen,
            seed: told.seed,
            speech: Speech::of(told),
        })
    }

    /// The scene that is met now.
    fn scene(&self) -> usize {
        let path = self.scenario.path(&self.chosen).unwrap_or_default();
        path.last().copied().unwrap_or_default()
    }

    /// The ways of a scene as they are shown: the first one after any of them.
    fn ways(&self, scene: usize) -> Vec<u8> {
        let count = self.scenario.scenes[scene].ways.len() as u64;
        let first = derive(self.seed, &[scene as u8]).checked_rem(count).unwrap_or_default();
        (0..count).map(|at| ((first + at) % count) as u8).collect()
    }

    pub(crate) fn view(&self) -> Element<Ask> {
        let at = self.scene();
        let scene = &self.scenario.scenes[at];
        let words = el("p").is("class", "scene").is("tabindex", "-1").is("data-focus", "");
        let mut story = of("div", "story")
            .with(figure::still(scene.figure, Prop::of(scene.prop)))
            .with(words.text(&scene.words));
        if self.speech.voice {
            story =
                story.with(button("listen", self.speech.say(Message::Listen), does(Do::Listen)));
        }
        let mut ways = of("div", "turns");
        for way in self.ways(at) {
            let words = &scene.ways[usize::from(way)].words;
            ways = ways.with(button("card", words, does(Do::Way(way))));
        }
        if scene.ways.is_empty() && !self.chosen.is_empty() {
            ways = ways.with(button("quiet", self.speech.say(Message::Again), does(Do::Again)));
        }
        story.with(ways)
    }

    pub(crate) fn ask(&mut self, ask: Do) -> Vec<Effect> {
        match ask {
            Do::Way(way) => {
                self.chosen.push(way);
                if self.scenario.path(&self.chosen).is_none() {
                    self.chosen.pop();
                }
                Vec::new()
            }
            Do::Again => {
                self.chosen.clear();
                Vec::new()
            }
            Do::Listen => {
                let at = self.scene();
                let scene = &self.scenario.scenes[at];
                let mut words = scene.words.clone();
                for way in self.ways(at) {
                    words.push('\n');
                    words.push_str(&scene.ways[usize::from(way)].words);
                }
                self.speech.aloud(&words)
            }
        }
    }

    pub(crate) fn made(&self) -> (Vec<u8>, Option<Mark>) {
        let mark =
            self.scenario.ends(&self.chosen).then(|| Piece::judge(&self.scenario, &self.chosen));
        (self.chosen.clone(), mark)
    }
}

const fn does(it: Do) -> Ask {
    Ask::Scenario(it)
}
