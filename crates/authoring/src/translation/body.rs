//! An item in two languages.

use super::Merger;
use crate::answer::{Answer, Said};
use crate::body::{Body, Step};
use crate::diagnostic::Place;
use crate::heading::Attributes;
use crate::inline::{Inline, plain};
use crate::item::{HeadLanguage, Kind};
use crate::markdown::{Fence, List, Point};

/// How the item of a body is answered, as the base file says.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub kind: Option<Kind>,
    pub attributes: &'a Attributes,
    /// Whether it is a generator's.
    pub template: bool,
}

/// Where the words of an answer come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heads {
    /// Numbers, orders, words of the language that is taught.
    Base,
    /// Words of the language of instruction.
    Translation,
}

impl Merger<'_> {
    /// `base` with the words of `found`.
    pub(super) fn body(&mut self, base: &Body, found: &Body, asked: Asked<'_>) -> Body {
        let heading = found.heading();
        for fence in &found.params {
            self.same_fence(base.params.first(), fence);
        }
        if let Some(fence) = &found.cells {
            self.same_fence(base.cells.as_ref(), fence);
        }
        let prompt = self.paragraphs(&base.prompt, &found.prompt, heading);
        if !found.prompt.is_empty() {
            let runs = |body: &Body| -> Vec<Vec<Inline>> {
                body.prompt.iter().map(|(it, _)| it.clone()).collect()
            };
            self.same_names(&runs(base), &runs(found), found.prompt[0].1, asked.template);
        }
        Body {
            params: base.params.clone(),
            table: self.table(base, found),
            cells: base.cells.clone(),
            // Its words are compared once both are compiled.
            script: found.script.clone().or_else(|| base.script.clone()),
            prompt,
            cards: self.cards(base.cards.as_ref(), found.cards.as_ref(), heading),
            answers: self.answers(
                base.answers.as_deref(),
                found.answers.as_deref(),
                heads(self, asked),
                heading,
            ),
            words: found.words.clone().or_else(|| base.words.clone()),
            hints: self.hints(base.hints.as_deref(), found.hints.as_deref(), heading),
            steps: self.steps(base.steps.as_deref(), found.steps.as_deref(), heading),
            place: found.place,
        }
    }

    fn same_fence(&mut self, base: Option<&Fence>, found: &Fence) {
        if base.is_none_or(|base| base.text.trim() != found.text.trim()) {
            self.error(
                found.place,
                "the base file says something else here",
                "leave the block out",
            );
        }
    }

    /// The lists of both, or `None` after an error; the base's own where the translation has none and needs none.
    fn paired<'a, T>(
        &mut self,
        base: Option<&'a [T]>,
        found: Option<&'a [T]>,
        heading: Place,
        what: &str,
        worded: impl Fn(&Self, &T) -> bool,
    ) -> Option<Vec<(&'a T, Option<&'a T>)>> {
        match (base, found) {
            (None, None) => None,
            (None, Some(_)) => {
                self.error(
                    heading,
                    format!("the base file has no {what} here"),
                    "leave them out, or write them there",
                );
                None
            }
            (Some(base), None) => {
                if base.iter().any(|it| worded(self, it)) {
                    self.error(heading, format!("the {what} are missing"), "translate them");
                }
                Some(base.iter().map(|it| (it, None)).collect())
            }
            (Some(base), Some(found)) => {
                if base.len() != found.len() {
                    let message =
                        format!("{} {what}, the base file has {}", found.len(), base.len());
                    self.error(heading, message, "write as many, in the same order");
                    return Some(base.iter().map(|it| (it, None)).collect());
                }
                Some(base.iter().zip(found.iter().map(Some)).collect())
            }
        }
    }

    fn hints(
        &mut self,
        base: Option<&[Vec<Inline>]>,
        found: Option<&[Vec<Inline>]>,
        heading: Place,
    ) -> Option<Vec<Vec<Inline>>> {
        let pairs = self.paired(base, found, heading, "hints", |it, hint| it.is_worded(hint))?;
        Some(pairs.into_iter().map(|(base, found)| found.unwrap_or(base).clone()).collect())
    }

    fn steps(
        &mut self,
        base: Option<&[Step]>,
        found: Option<&[Step]>,
        heading: Place,
    ) -> Option<Vec<Step>> {
        let pairs =
            self.paired(base, found, heading, "steps", |it, step| it.is_worded(&step.say))?;
        Some(pairs.into_iter().map(|(base, found)| self.step(base, found)).collect())
    }

    fn step(&mut self, base: &Step, found: Option<&Step>) -> Step {
        let Some(found) = found else { return base.clone() };
        if let Some((calc, place)) = &found.calc
            && base.calc.as_ref().is_none_or(|(wanted, _)| wanted != calc)
        {
            self.error(
                *place,
                "the base file calculates something else here",
                "leave it out, or write it as there",
            );
        }
        let show = match (&base.show, &found.show) {
            (Some(base), Some(found)) => Some(self.image(base, found)),
            (Some(base), None) => {
                self.error(
                    found.place,
                    "the step's picture is missing",
                    "write it with translated words",
                );
                Some(base.clone())
            }
            (None, Some(found)) => {
                self.error(
                    found.place,
                    "the base file has no picture in this step",
                    "leave it out",
                );
                None
            }
            (None, None) => None,
        };
        Step { say: found.say.clone(), calc: base.calc.clone(), show, place: found.place }
    }

    fn cards(&mut self, base: Option<&List>, found: Option<&List>, heading: Place) -> Option<List> {
        let points = |list: Option<&List>| list.map(|list| list.points.clone());
        let (base_points, found_points) = (points(base), points(found));
        let worded = |it: &Self, point: &Point| it.target.is_none() && it.is_worded(&point.content);
        let pairs =
            self.paired(base_points.as_deref(), found_points.as_deref(), heading, "cards", worded)?;
        let mut list = found.or(base)?.clone();
        list.points = Vec::new();
        for (base, found) in pairs {
            let mut point = found.unwrap_or(base).clone();
            point.content = self.run(&base.content, &point.content, point.place);
            list.points.push(point);
        }
        Some(list)
    }

    fn answers(
        &mut self,
        base: Option<&[Answer]>,
        found: Option<&[Answer]>,
        heads: Heads,
        heading: Place,
    ) -> Option<Vec<Answer>> {
        let target = self.target.is_some();
        let worded = move |it: &Self, answer: &Answer| {
            let head = heads == Heads::Translation && !target && it.is_worded(&answer.head);
            head || answer.feedback.as_ref().is_some_and(|said| it.is_worded(&said.text))
        };
        let pairs = self.paired(base, found, heading, "answers", worded)?;
        Some(pairs.into_iter().map(|(base, found)| self.answer(base, found, heads)).collect())
    }

    fn answer(&mut self, base: &Answer, found: Option<&Answer>, heads: Heads) -> Answer {
        let Some(found) = found else { return base.clone() };
        if found.mark.is_some() && found.mark != base.mark {
            let instead = "write the answers in the order of the base file";
            self.error(found.place, "this answer has another mark than in the base file", instead);
        }
        if let Some((when, place)) = &found.when
            && base.when.as_ref().is_none_or(|(wanted, _)| wanted.trim() != when.trim())
        {
            self.error(
                *place,
                "the base file has another condition here",
                "leave it out, or write it as there",
            );
        }
        let head = if heads == Heads::Base || base.is_other() {
            let (wanted, own) = (plain(&base.head), plain(&found.head));
            if !own.is_empty() && wanted != own {
                let what = format!("`{own}` stands where the base file has `{wanted}`");
                self.error(
                    found.place,
                    what,
                    "keys and numbers come from the base file: write the same",
                );
            }
            base.head.clone()
        } else {
            self.run(&base.head, &found.head, found.place)
        };
        let feedback = self.said(base, found);
        Answer { mark: base.mark, head, when: base.when.clone(), feedback, place: found.place }
    }

    fn said(&mut self, base: &Answer, found: &Answer) -> Option<Said> {
        match (&base.feedback, &found.feedback) {
            (None, None) => None,
            (None, Some(_)) => {
                self.error(
                    found.place,
                    "the base file says nothing behind this answer",
                    "leave it out",
                );
                None
            }
            (Some(said), None) => {
                if self.is_worded(&said.text) {
                    self.error(
                        found.place,
                        "what is said to this answer is missing",
                        "translate what stands behind `::`",
                    );
                }
                Some(said.clone())
            }
            (Some(said), Some(own)) => {
                let id = |said: &Said| said.misconception.as_ref().map(|(id, _)| id.clone());
                if let Some((name, place)) = &own.misconception
                    && id(said) != id(own)
                {
                    let what = format!("the base file does not say `{name}` here");
                    self.error(*place, what, "leave it out: it comes from the base file");
                }
                Some(Said { misconception: said.misconception.clone(), text: own.text.clone() })
            }
        }
    }
}

fn heads(merger: &Merger<'_>, asked: Asked<'_>) -> Heads {
    match asked.kind.and_then(Kind::head_language) {
        Some(HeadLanguage::Neutral) => Heads::Base,
        Some(HeadLanguage::Taught) if merger.target.is_some() || asked.attributes.has("lang") => {
            Heads::Base
        }
        Some(HeadLanguage::Taught | HeadLanguage::Instruction) | None => Heads::Translation,
    }
}
