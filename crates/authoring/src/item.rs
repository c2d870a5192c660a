//! Items: prompt, interaction, hints and steps.

use crate::answer::Answer;
use crate::body::Body;
use crate::compiler::Compiler;
use crate::diagnostic::Place;
use crate::heading::Attributes;
use crate::inline::Inline;
use course::item::{Feedback, Interaction, Item, StagedKind, Step};

mod check;
mod choice;
mod facts;
mod grid;
mod matching;
mod multi;
mod number;
mod numline;
mod order;
mod read;
mod sort;
pub(crate) mod staged;
mod text;
mod tiles;

pub(crate) use facts::{Facts, Key, Rule, computed, facts, facts_mut};

/// The interactions by their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Choice,
    Number,
    Text,
    Order,
    Match,
    Sort,
    Tiles,
    Numline,
    Grid,
    Read,
    Check,
    Multi,
    Staged(StagedKind),
}

/// In which language the heads of an answer list are written: what stands before `::`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadLanguage {
    /// In none: numbers, and places of cards.
    Neutral,
    /// In that of `lang=`, or the one that the course teaches.
    Taught,
    /// In that of instruction.
    Instruction,
}

impl Kind {
    /// Every interaction of the core, its name in the source, and the language of its answers' heads.
    pub const ALL: [(Self, &'static str, HeadLanguage); 12] = [
        (Self::Choice, "choice", HeadLanguage::Instruction),
        (Self::Number, "number", HeadLanguage::Neutral),
        (Self::Text, "text", HeadLanguage::Taught),
        (Self::Order, "order", HeadLanguage::Neutral),
        (Self::Match, "match", HeadLanguage::Instruction),
        (Self::Sort, "sort", HeadLanguage::Instruction),
        (Self::Tiles, "tiles", HeadLanguage::Taught),
        (Self::Numline, "numline", HeadLanguage::Neutral),
        (Self::Grid, "grid", HeadLanguage::Neutral),
        (Self::Read, "read", HeadLanguage::Instruction),
        (Self::Check, "check", HeadLanguage::Instruction),
        (Self::Multi, "multi", HeadLanguage::Instruction),
    ];

    /// The interaction of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let staged = || StagedKind::ALL.into_iter().find(|(_, known)| *known == name);
        let own = Self::ALL.into_iter().find(|(_, known, _)| *known == name);
        own.map(|(kind, ..)| kind).or_else(|| staged().map(|(kind, _)| Self::Staged(kind)))
    }

    /// The language of its answers' heads: faults on a stage have names of no language.
    pub fn head_language(self) -> Option<HeadLanguage> {
        if let Self::Staged(_) = self {
            return Some(HeadLanguage::Neutral);
        }
        Self::ALL.into_iter().find(|(kind, ..)| *kind == self).map(|(.., language)| language)
    }
}

/// An item as it is written, its language settled.
pub(crate) struct Source<'a> {
    pub id: &'a str,
    pub skills: &'a [String],
    pub kind: Kind,
    pub attributes: &'a Attributes,
    pub body: &'a Body,
}

/// The item, or `None` if its interaction cannot be made; the mistakes are noted.
pub(crate) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Item> {
    let prompt = compiler.blocks(&source.body.prompt);
    if prompt.is_empty() && !matches!(source.kind, Kind::Read | Kind::Check) {
        compiler.error(
            "C01",
            source.body.heading(),
            "this item asks nothing",
            "write a prompt above the answers",
        );
    }
    let interaction = interaction(compiler, source);
    refuse_strays(compiler, source);
    let hints = source.body.hints.iter().flatten().map(|hint| compiler.text(hint)).collect();
    let steps = source.body.steps.iter().flatten().map(|step| self::step(compiler, step)).collect();
    let (id, skills) = (source.id.to_owned(), source.skills.to_vec());
    Some(Item { id, hash: 0, skills, prompt, interaction: interaction?, hints, steps })
}

fn interaction(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Interaction> {
    match source.kind {
        Kind::Choice => choice::compile(compiler, source).map(Interaction::Choice),
        Kind::Number => number::compile(compiler, source).map(Interaction::Number),
        Kind::Text => text::compile(compiler, source).map(Interaction::Text),
        Kind::Order => order::compile(compiler, source).map(Interaction::Order),
        Kind::Match => matching::compile(compiler, source).map(Interaction::Match),
        Kind::Sort => sort::compile(compiler, source).map(Interaction::Sort),
        Kind::Tiles => tiles::compile(compiler, source).map(Interaction::Tiles),
        Kind::Numline => numline::compile(compiler, source).map(Interaction::Numline),
        Kind::Grid => grid::compile(compiler, source).map(Interaction::Grid),
        Kind::Read => read::compile(compiler, source).map(Interaction::Read),
        Kind::Check => check::compile(compiler, source).map(Interaction::Check),
        Kind::Multi => multi::compile(compiler, source).map(Interaction::Multi),
        Kind::Staged(kind) => staged::compile(compiler, source, kind).map(Interaction::Staged),
    }
}

/// Blocks that this interaction has no use for.
fn refuse_strays(compiler: &mut Compiler<'_>, source: &Source<'_>) {
    let body = source.body;
    if let Some(cards) = body.cards.as_ref().filter(|_| source.kind != Kind::Order) {
        let instead = "write `Hints:` or `Steps:` above it, or make it the cards of an `order`";
        compiler.error("C01", cards.place, "this numbered list has no meaning here", instead);
    }
    if let Some(cells) = body.cells.as_ref().filter(|_| source.kind != Kind::Grid) {
        compiler.error("C01", cells.place, "only a `grid` has cells", "leave the block out");
    }
    if let Some(script) = &body.script
        && !matches!(source.kind, Kind::Staged(kind) if kind.name() == script.name)
    {
        let what = format!("only a `{}` has such a block", script.name);
        compiler.error("C01", script.place, what, "leave the block out");
    }
    if let Some((_, place)) = body.words.as_ref().filter(|_| source.kind != Kind::Read) {
        compiler.error("C01", *place, "only a `read` has `Words:`", "leave the line out");
    }
}

fn step(compiler: &mut Compiler<'_>, step: &crate::body::Step) -> Step {
    let say = compiler.text(&step.say);
    if say.is_empty() {
        compiler.error(
            "C01",
            step.place,
            "this step says nothing",
            "write one sentence before the calculation",
        );
    }
    let calc = step.calc.as_ref().map(|(calc, place)| {
        if !calc.contains(['=', '<', '>', '≤', '≥']) {
            compiler.error(
                "C26",
                *place,
                "this is neither equality nor comparison",
                "write it as `8 + 2 = 10` or `9 < 12`",
            );
        }
        compiler.text(&[Inline::Text(calc.clone(), *place)])
    });
    let show = step.show.as_ref().and_then(|image| compiler.image(image));
    Step { say, calc, show }
}

impl<'a> Source<'a> {
    /// The answer list; its absence is a mistake.
    fn answers(&self, compiler: &mut Compiler<'_>, example: &str) -> Option<&'a [Answer]> {
        let answers = self.body.answers.as_deref();
        if answers.is_none() {
            let instead = format!("write below the prompt: {example}");
            compiler.error("C01", self.body.heading(), "this item has no answer list", instead);
        }
        answers
    }
}

/// What the marked answers of a list say.
struct Marked<'a> {
    /// `[x]`
    right: Vec<&'a Answer>,
    /// `[ ]`, but for `*`
    wrong: Vec<&'a Answer>,
    /// `[ ] *`
    other: Option<Feedback>,
    /// Without a mark.
    plain: Vec<&'a Answer>,
}

impl<'a> Marked<'a> {
    /// Sorts a list by its marks.
    fn sort(compiler: &mut Compiler<'_>, answers: &'a [Answer]) -> Self {
        let mut marked =
            Self { right: Vec::new(), wrong: Vec::new(), other: None, plain: Vec::new() };
        for answer in answers {
            match answer.mark {
                Some(true) => {
                    if let Some(said) = &answer.feedback {
                        let place = crate::inline::place(&said.text).unwrap_or(answer.place);
                        let instead =
                            "leave `::` and what follows out; hints and steps say why it is right";
                        compiler.error("C01", place, "nothing is said to a right answer", instead);
                    }
                    marked.right.push(answer);
                }
                Some(false) if answer.is_other() => {
                    if marked.other.is_some() {
                        compiler.error(
                            "C01",
                            answer.place,
                            "`*` stands here twice",
                            "keep one of them",
                        );
                    }
                    marked.other = feedback(compiler, answer);
                }
                Some(false) => marked.wrong.push(answer),
                None => marked.plain.push(answer),
            }
        }
        marked
    }

    /// Refuses points that have neither `[x]` nor `[ ]`.
    fn no_plain(&self, compiler: &mut Compiler<'_>) {
        for answer in &self.plain {
            let instead = "begin with `[x]` if it is right, with `[ ]` if it is wrong";
            compiler.error("C01", answer.place, "this answer has no mark", instead);
        }
    }

    /// The one right answer, as written.
    fn only_right(&self, compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<&'a Answer> {
        if let Some(second) = self.right.get(1) {
            compiler.error(
                "C11",
                second.place,
                "a second right answer",
                "mark exactly one answer `[x]`",
            );
        }
        if self.right.is_empty() {
            let place = self.wrong.first().map_or(source.body.heading(), |answer| answer.place);
            compiler.error("C11", place, "no answer is right", "mark exactly one answer `[x]`");
        }
        self.right.first().copied()
    }

    /// Every wrong answer, read by `head`, with its feedback.
    fn foreseen<T>(
        &self,
        compiler: &mut Compiler<'_>,
        mut head: impl FnMut(&mut Compiler<'_>, &Answer) -> Option<T>,
    ) -> Vec<(T, Feedback)> {
        let mut foreseen = Vec::new();
        for answer in &self.wrong {
            if let (Some(value), Some(feedback)) =
                (head(compiler, answer), feedback(compiler, answer))
            {
                foreseen.push((value, feedback));
            }
        }
        foreseen
    }
}

/// What is said to a wrong answer; its absence is a mistake.
fn feedback(compiler: &mut Compiler<'_>, answer: &Answer) -> Option<Feedback> {
    let Some(said) = &answer.feedback else {
        let instead = "write ` :: ` behind it, then what happened and what to try";
        compiler.error("C51", answer.place, "this wrong answer has no feedback", instead);
        return None;
    };
    let misconception = said.misconception.as_ref().map(|(id, _)| id.clone()).unwrap_or_default();
    Some(Feedback { misconception, text: compiler.text(&said.text) })
}

/// A place in a list that can be counted in a byte.
fn small(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}

/// Notes that there are too few or too many of something.
fn count(
    compiler: &mut Compiler<'_>,
    place: Place,
    what: &str,
    found: usize,
    wanted: std::ops::RangeInclusive<usize>,
) {
    if !wanted.contains(&found) {
        let instead = format!("let there be {} to {}", wanted.start(), wanted.end());
        compiler.error("C01", place, format!("the number of {what} is {found}"), instead);
    }
}
