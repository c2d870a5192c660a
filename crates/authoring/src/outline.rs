//! The parts of a lesson, and the slots of each part, as they are written.

use crate::body::Body;
use crate::diagnostic::{Diagnostics, Place};
use crate::front::{self, Front};
use crate::heading::{self, Attributes, Named};
use crate::inline::Inline;
use crate::item::Kind;
use crate::markdown::{self, Heading, Node};
use course::lesson::PartKind;

/// A lesson's file, or a translation's.
#[derive(Debug, Clone)]
pub(crate) struct Outline {
    pub front: Front,
    pub parts: Vec<Part>,
    pub generators: Vec<Generator>,
    /// The first line, for what is missing from the file.
    pub place: Place,
}

/// `# Recall` and what follows.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub kind: PartKind,
    pub draw: Option<u8>,
    pub slots: Vec<Slot>,
    pub place: Place,
}

/// `## …` and what follows.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "nearly all slots are items")]
pub(crate) enum Slot {
    Card(Card),
    Item(Named, Body),
}

/// Something to read.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub title: Vec<Inline>,
    pub nodes: Vec<Node>,
    pub place: Place,
}

/// `## g.add10 number ma.add20` and what follows.
#[derive(Debug, Clone)]
pub(crate) struct Generator {
    pub named: Named,
    pub shared: Body,
    pub levels: Vec<Level>,
}

/// `### Level 1: at the market` and what follows.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    pub level: u8,
    pub interaction: Option<Kind>,
    pub attributes: Attributes,
    pub body: Body,
    pub place: Place,
}

/// The parts of a file, mistakes noted.
pub(crate) fn parse(text: &str, file: usize, diagnostics: &mut Diagnostics) -> Outline {
    let (front, from) = front::parse(text, file, diagnostics);
    let nodes = markdown::parse(text, from, file, diagnostics);
    let place = front.place.unwrap_or(Place { file, start: 0, end: 0 });
    let mut outline = Outline { front, parts: Vec::new(), generators: Vec::new(), place };
    for (heading, nodes) in sections(nodes, 1) {
        match heading {
            Some(heading) if heading.words == "Generators" => {
                outline.generators(nodes, diagnostics)
            }
            Some(heading) => outline.part(&heading, nodes, diagnostics),
            None => refuse_stray(&nodes, diagnostics),
        }
    }
    outline
}

impl Outline {
    fn part(&mut self, heading: &Heading, nodes: Vec<Node>, diagnostics: &mut Diagnostics) {
        let Some((kind, name)) =
            PartKind::ALL.into_iter().find(|(_, name)| names(&heading.words, name))
        else {
            let known: Vec<&str> = PartKind::ALL.iter().map(|(_, name)| *name).collect();
            let what = format!("a lesson has no part `{}`", heading.words);
            diagnostics.error(
                "C01",
                heading.place,
                what,
                format!("write one of: {} · Generators", known.join(" · ")),
            );
            return;
        };
        let tail = &heading.words[name.len()..];
        let place = heading.place.part(name.len(), heading.words.len());
        let (interaction, attributes) = heading::level_words(tail, place, diagnostics);
        let draw = attributes.whole("draw", diagnostics);
        attributes.finish(diagnostics);
        if interaction.is_some() {
            diagnostics.error(
                "C01",
                place,
                "a part has no interaction",
                "write it behind an item's id",
            );
        }
        match self.parts.last() {
            Some(last) if last.kind == kind => {
                diagnostics.error(
                    "C01",
                    heading.place,
                    "this part stands here twice",
                    "put its slots under one heading",
                );
            }
            Some(last) if last.kind > kind => {
                let order: Vec<&str> = PartKind::ALL.iter().map(|(_, name)| *name).collect();
                let what = format!("`{name}` stands too late");
                diagnostics.error(
                    "C01",
                    heading.place,
                    what,
                    format!("the order is: {}", order.join(" · ")),
                );
            }
            Some(_) | None => {}
        }
        let slots = slots(nodes, heading, diagnostics);
        self.parts.push(Part { kind, draw, slots, place: heading.place });
    }

    fn generators(&mut self, nodes: Vec<Node>, diagnostics: &mut Diagnostics) {
        for (heading, nodes) in sections(nodes, 2) {
            let Some(heading) = heading else {
                refuse_stray(&nodes, diagnostics);
                continue;
            };
            let Some(named) = heading::read(&heading, diagnostics) else { continue };
            if !heading::is_generator(&named.id) {
                let what = format!("`{}` is no generator's id", named.id);
                diagnostics.error("C02", named.place, what, "write it as `g.add10`");
                continue;
            }
            let mut sections = sections(nodes, 3).into_iter();
            let shared = sections.next().map(|(_, nodes)| nodes).unwrap_or_default();
            let shared = Body::parse(shared, named.whole, true, diagnostics);
            let levels = sections
                .filter_map(|(heading, nodes)| level(&heading?, nodes, diagnostics))
                .collect();
            self.generators.push(Generator { named, shared, levels });
        }
    }
}

/// Cuts at headings of a level; the first section is what stands before any, and is left out at level 1 and 2 if empty.
fn sections(nodes: Vec<Node>, level: u8) -> Vec<(Option<Heading>, Vec<Node>)> {
    let mut sections: Vec<(Option<Heading>, Vec<Node>)> = vec![(None, Vec::new())];
    for node in nodes {
        match node {
            Node::Heading(heading) if heading.level == level => {
                sections.push((Some(heading), Vec::new()))
            }
            node @ (Node::Heading(_)
            | Node::Paragraph(..)
            | Node::List(_)
            | Node::Table(_)
            | Node::Fence(_)) => {
                if let Some((_, section)) = sections.last_mut() {
                    section.push(node);
                }
            }
        }
    }
    if level < 3 && sections[0].1.is_empty() {
        sections.remove(0);
    }
    sections
}

fn slots(nodes: Vec<Node>, part: &Heading, diagnostics: &mut Diagnostics) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (heading, nodes) in sections(nodes, 2) {
        let Some(heading) = heading else {
            slots.push(Slot::Card(Card { title: Vec::new(), nodes, place: part.place }));
            continue;
        };
        let first = heading.words.split_whitespace().next().unwrap_or_default();
        if heading::is_item(first) {
            if let Some(named) = heading::read(&heading, diagnostics) {
                let body = Body::parse(nodes, named.whole, false, diagnostics);
                slots.push(Slot::Item(named, body));
            }
        } else {
            let title = vec![Inline::Text(heading.words.clone(), heading.place)];
            slots.push(Slot::Card(Card { title, nodes, place: heading.place }));
        }
    }
    slots
}

fn level(heading: &Heading, nodes: Vec<Node>, diagnostics: &mut Diagnostics) -> Option<Level> {
    let words = heading.words.split([':', '：']).next().unwrap_or_default();
    let number = words.strip_prefix("Level ").and_then(|rest| rest.split_whitespace().next());
    let level =
        number.and_then(|number| number.parse().ok()).filter(|level| (1..=3).contains(level));
    let (Some(level), Some(number)) = (level, number) else {
        diagnostics.error("C01", heading.place, "this is no level", "write `### Level 1`, 2 or 3");
        return None;
    };
    let start = "Level ".len() + number.len();
    let place = heading.place.part(start, words.len());
    let (interaction, attributes) = heading::level_words(&words[start..], place, diagnostics);
    let body = Body::parse(nodes, heading.place, true, diagnostics);
    Some(Level { level, interaction, attributes, body, place: heading.place })
}

fn names(words: &str, name: &str) -> bool {
    words.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn refuse_stray(nodes: &[Node], diagnostics: &mut Diagnostics) {
    if let Some(node) = nodes.first() {
        let place = markdown::place(node);
        diagnostics.error(
            "C01",
            place,
            "this belongs to no part",
            "write a heading as `# Hook` above it",
        );
    }
}
