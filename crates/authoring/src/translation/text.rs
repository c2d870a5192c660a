//! Runs of text in two languages: the same pictures, the same parameters.

use super::Merger;
use crate::body::{Body, Paragraph};
use crate::compiler::images;
use crate::diagnostic::Place;
use crate::family::named;
use crate::inline::{Image, Inline, plain};
use crate::markdown::Node;
use std::collections::BTreeSet;

impl Merger<'_> {
    /// The blocks of a card.
    pub(super) fn nodes(&mut self, base: &[Node], found: &[Node], heading: Place) -> Vec<Node> {
        if base.len() != found.len() {
            let what = format!("{} blocks, the base file has {}", found.len(), base.len());
            self.error(heading, what, "write the same blocks in the same order");
            return found.to_vec();
        }
        let pairs = base.iter().zip(found);
        pairs.map(|(base, found)| self.node(base, found)).collect()
    }

    fn node(&mut self, base: &Node, found: &Node) -> Node {
        match (base, found) {
            (Node::Paragraph(base, place), Node::Paragraph(found, found_place)) => {
                let (content, place) =
                    self.paragraph(&(base.clone(), *place), &(found.clone(), *found_place));
                Node::Paragraph(content, place)
            }
            (Node::List(base), Node::List(list)) if base.points.len() == list.points.len() => {
                found.clone()
            }
            _ => {
                let place = crate::markdown::place(found);
                self.error(
                    place,
                    "the base file has another block here",
                    "write the same blocks in the same order",
                );
                found.clone()
            }
        }
    }

    /// The paragraphs of a prompt.
    pub(super) fn paragraphs(
        &mut self,
        base: &[Paragraph],
        found: &[Paragraph],
        heading: Place,
    ) -> Vec<Paragraph> {
        if found.is_empty() {
            if base.iter().any(|(content, _)| self.is_worded(content)) {
                self.error(heading, "the prompt is missing", "translate it");
            }
            return base.to_vec();
        }
        if base.len() != found.len() {
            let place = found[0].1;
            let what = format!(
                "the prompt has {} paragraphs, in the base file {}",
                found.len(),
                base.len()
            );
            self.error(place, what, "write the same paragraphs in the same order");
            return found.to_vec();
        }
        base.iter().zip(found).map(|(base, found)| self.paragraph(base, found)).collect()
    }

    fn paragraph(&mut self, base: &Paragraph, found: &Paragraph) -> Paragraph {
        let (pictures, own) = (images(&base.0), images(&found.0));
        match (pictures, own) {
            (None, None) => found.clone(),
            (Some(pictures), Some(own)) if pictures.len() == own.len() => {
                let merged = pictures
                    .iter()
                    .zip(own)
                    .map(|(base, own)| Inline::Image(self.image(base, own)));
                (merged.collect(), found.1)
            }
            (Some(_), _) => {
                self.error(
                    found.1,
                    "the base file has pictures here",
                    "write the same pictures, their words translated",
                );
                found.clone()
            }
            (None, Some(_)) => {
                self.error(
                    found.1,
                    "the base file has text here",
                    "write the same blocks in the same order",
                );
                found.clone()
            }
        }
    }

    /// The base's picture with the translation's words.
    pub(super) fn image(&mut self, base: &Image, found: &Image) -> Image {
        let spoken = base.target.starts_with("say:") && found.target.starts_with("say:");
        if base.target != found.target && !spoken {
            let what = format!("the base file shows `{}` here", base.target);
            self.error(found.target_place, what, format!("write `({})`", base.target));
        }
        let target = if spoken { found.target.clone() } else { base.target.clone() };
        Image {
            alt: found.alt.clone(),
            target,
            target_place: found.target_place,
            place: found.place,
        }
    }

    /// One run in place of another: a picture for a picture, words for words.
    pub(super) fn run(&mut self, base: &[Inline], found: &[Inline], place: Place) -> Vec<Inline> {
        let merged = self.paragraph(&(base.to_vec(), place), &(found.to_vec(), place));
        merged.0
    }

    /// Both languages ask with the same parameters or columns, whatever their forms.
    pub(super) fn same_names(
        &mut self,
        base: &[Vec<Inline>],
        found: &[Vec<Inline>],
        place: Place,
        template: bool,
    ) {
        if !template {
            return;
        }
        let (wanted, found) = (names(base), names(found));
        for name in wanted.difference(&found) {
            let what = format!("`{{{name}}}` of the base file is missing");
            self.error(place, what, "say it in this language too");
        }
        for name in found.difference(&wanted) {
            let what = format!("`{{{name}}}` does not stand in the base file");
            self.error(place, what, "leave it out, or say it there too");
        }
    }

    /// Whether any run of an item holds words of the base language.
    pub(super) fn holds_words(&self, body: &Body) -> bool {
        body.prompt.iter().any(|(content, _)| self.is_worded(content))
            || body.answers.iter().flatten().any(|answer| {
                self.is_worded(&answer.head)
                    || answer.feedback.as_ref().is_some_and(|said| self.is_worded(&said.text))
            })
            || body.hints.iter().flatten().any(|hint| self.is_worded(hint))
            || body.steps.iter().flatten().any(|step| self.is_worded(&step.say))
    }

    /// Whether `text` holds words of the base language: two letters in a row, or a Chinese character.
    pub(super) fn is_worded(&self, text: &[Inline]) -> bool {
        text.iter().any(|inline| match inline {
            Inline::Text(words, _) => self.is_word(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => self.is_worded(inner),
            Inline::Image(image) => !image.target.starts_with("say:") && self.is_worded(&image.alt),
            Inline::Math(..) | Inline::Code(..) => false,
        })
    }

    pub(super) fn is_word(&self, words: &str) -> bool {
        let mut depth = 0_usize;
        let outside: String = words
            .chars()
            .map(|c| {
                match c {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth > 0 { ' ' } else { c }
            })
            .collect();
        if self.base.starts_with("zh") {
            outside.chars().any(|c| matches!(u32::from(c), 0x3400..=0x9fff))
        } else {
            outside.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1)
        }
    }
}

/// The parameters or columns that stand in braces, without their forms; of expressions, every name.
fn names(text: &[Vec<Inline>]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for run in text {
        let words = plain(run);
        for inner in named(&words) {
            let pieces = inner.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.');
            for piece in pieces.map(|piece| piece.split('.').next().unwrap_or_default()) {
                let is_name = piece.starts_with(|c: char| c.is_ascii_lowercase());
                if is_name
                    && !matches!(
                        piece,
                        "and" | "or" | "not" | "min" | "max" | "abs" | "gcd" | "ones" | "tens"
                    )
                {
                    found.insert(piece.to_owned());
                }
            }
        }
    }
    found
}
