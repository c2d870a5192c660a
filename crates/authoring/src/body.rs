//! What stands under the heading of an item, a family or a generator's level.

use crate::answer::Answer;
use crate::diagnostic::{Diagnostics, Place};
use crate::inline::{Image, Inline, place, plain, trim};
use crate::markdown::{self, Fence, List, Node, Table};
use course::item::StagedKind;

/// Its pieces, each of them at most once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    /// A generator's parameters; a level adds its own.
    pub params: Vec<Fence>,
    /// The rows of a family.
    pub table: Option<Table>,
    /// The key of a grid.
    pub cells: Option<Fence>,
    /// What is asked on a stage, in a block that is named as the interaction.
    pub script: Option<Fence>,
    pub prompt: Vec<Paragraph>,
    /// A numbered list of cards.
    pub cards: Option<List>,
    pub answers: Option<Vec<Answer>>,
    /// Behind `Words:`
    pub words: Option<(Vec<Inline>, Place)>,
    pub hints: Option<Vec<Vec<Inline>>>,
    pub steps: Option<Vec<Step>>,
    /// Of the heading, for what is missing.
    pub place: Option<Place>,
}

/// One paragraph.
pub(crate) type Paragraph = (Vec<Inline>, Place);

/// One step of the worked solution.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub say: Vec<Inline>,
    /// Between backquotes.
    pub calc: Option<(String, Place)>,
    pub show: Option<Image>,
    pub place: Place,
}

/// Which list comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaited {
    Answers,
    Hints,
    Steps,
}

impl Body {
    /// Sorts `nodes`; `template` says whether they belong to a generator.
    pub fn parse(
        nodes: Vec<Node>,
        heading: Place,
        template: bool,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut body = Self { place: Some(heading), ..Self::default() };
        let mut awaited = Awaited::Answers;
        for node in nodes {
            let place = markdown::place(&node);
            match node {
                Node::Paragraph(content, place) => {
                    body.paragraph(content, place, &mut awaited, diagnostics)
                }
                Node::List(list) if list.ordered && awaited == Awaited::Hints => {
                    put(
                        &mut body.hints,
                        list.points.into_iter().map(|it| it.content).collect(),
                        place,
                        diagnostics,
                    );
                }
                Node::List(list) if list.ordered && awaited == Awaited::Steps => {
                    put(
                        &mut body.steps,
                        list.points.into_iter().map(Step::parse).collect(),
                        place,
                        diagnostics,
                    );
                }
                Node::List(list) if list.ordered => put(&mut body.cards, list, place, diagnostics),
                Node::List(_) if awaited != Awaited::Answers => {
                    diagnostics.error(
                        "C01",
                        place,
                        "hints and steps are numbered",
                        "write `1.`, `2.`, `3.`",
                    );
                }
                Node::List(list) => {
                    let answers = list
                        .points
                        .iter()
                        .map(|it| Answer::parse(it, template, diagnostics))
                        .collect();
                    put(&mut body.answers, answers, place, diagnostics);
                }
                Node::Table(table) => put(&mut body.table, table, place, diagnostics),
                Node::Fence(fence) if fence.name == "params" && template => body.params.push(fence),
                Node::Fence(fence) if fence.name == "cells" => {
                    put(&mut body.cells, fence, place, diagnostics)
                }
                Node::Fence(fence) if is_staged(&fence.name) => {
                    put(&mut body.script, fence, place, diagnostics)
                }
                Node::Fence(fence) => {
                    let what = format!("a block `{}` has no meaning here", fence.name);
                    diagnostics.error(
                        "C01",
                        place,
                        what,
                        "write `params` in a generator or `cells` in a `grid`",
                    );
                }
                Node::Heading(_) => {
                    diagnostics.error(
                        "C01",
                        place,
                        "this heading has no meaning here",
                        "use `#` and `##` alone",
                    );
                }
            }
        }
        body
    }

    fn paragraph(
        &mut self,
        content: Vec<Inline>,
        place: Place,
        awaited: &mut Awaited,
        diagnostics: &mut Diagnostics,
    ) {
        let words = plain(&content);
        match words.as_str() {
            "Hints:" => *awaited = Awaited::Hints,
            "Steps:" => *awaited = Awaited::Steps,
            _ if words.starts_with("Words:") => {
                let glosses = crate::inline::split_once(&content, "Words:").map(|(_, after)| after);
                put(&mut self.words, (glosses.unwrap_or_default(), place), place, diagnostics);
            }
            _ if self.answers.is_some() || self.cards.is_some() || *awaited != Awaited::Answers => {
                let instead = "put it before the answers; only `Hints:`, `Steps:` and `Words:` stand behind them";
                diagnostics.error("C01", place, "this text stands behind the answers", instead);
            }
            _ => self.prompt.push((content, place)),
        }
    }

    /// A level over what the levels share: what it says replaces, parameters are added.
    pub fn over(&self, shared: &Self) -> Self {
        let pick = |own: &Vec<Paragraph>, other: &Vec<Paragraph>| {
            if own.is_empty() { other } else { own }.clone()
        };
        Self {
            params: shared.params.iter().chain(&self.params).cloned().collect(),
            table: None,
            cells: self.cells.clone().or_else(|| shared.cells.clone()),
            script: self.script.clone().or_else(|| shared.script.clone()),
            prompt: pick(&self.prompt, &shared.prompt),
            cards: self.cards.clone().or_else(|| shared.cards.clone()),
            answers: self.answers.clone().or_else(|| shared.answers.clone()),
            words: self.words.clone().or_else(|| shared.words.clone()),
            hints: self.hints.clone().or_else(|| shared.hints.clone()),
            steps: self.steps.clone().or_else(|| shared.steps.clone()),
            place: self.place,
        }
    }

    /// Where something that is missing should be.
    pub fn heading(&self) -> Place {
        self.place.unwrap_or(Place { file: 0, start: 0, end: 0 })
    }
}

impl Step {
    fn parse(point: markdown::Point) -> Self {
        let mut step = Self { say: Vec::new(), calc: None, show: None, place: point.place };
        for inline in point.content {
            match inline {
                Inline::Code(calc, place) if step.calc.is_none() => step.calc = Some((calc, place)),
                Inline::Image(image) if step.show.is_none() => step.show = Some(image),
                // A second one is refused where the sentence is read.
                inline @ (Inline::Text(..)
                | Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Math(..)
                | Inline::Code(..)
                | Inline::Image(_)) => step.say.push(inline),
            }
        }
        step.say = trim(step.say);
        step.place = place(&step.say).unwrap_or(step.place);
        step
    }
}

fn is_staged(name: &str) -> bool {
    StagedKind::ALL.iter().any(|(_, known)| *known == name)
}

fn put<T>(slot: &mut Option<T>, value: T, place: Place, diagnostics: &mut Diagnostics) {
    if slot.is_some() {
        diagnostics.error("C01", place, "this stands here twice", "keep one of them");
    } else {
        *slot = Some(value);
    }
}
