//! Picks one of two to four.

use super::facts::{Key, Rule, computed};
use super::{Facts, Marked, Source, count, feedback, small};
use crate::answer::Answer;
use crate::check::shown;
use crate::compiler::Compiler;
use course::item::{Choice, ChoiceOption, Feedback, Response};
use course::rng::Rng;
use course::text::Block;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Choice> {
    let answers = source.answers(compiler, "`- [x] right`, `- [ ] wrong :: what to try`")?;
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    let key = marked.only_right(compiler, source)?;
    let mut options = Vec::new();
    for answer in answers.iter().filter(|answer| !answer.is_other()) {
        options.push(option(compiler, answer));
    }
    let template = compiler.scope.is_some();
    // A generator may know more mistakes than it shows at once, and near values fill up.
    let wanted = if template { 1..=8 } else { 2..=4 };
    count(compiler, source.body.heading(), "options", options.len(), wanted);
    if let Some(other) = answers.iter().find(|answer| answer.is_other() && !template) {
        compiler.error(
            "C01",
            other.place,
            "`*` has no meaning in a `choice`",
            "say something to each wrong option",
        );
    }
    let key = answers
        .iter()
        .filter(|answer| !answer.is_other())
        .position(|answer| std::ptr::eq(answer, key))?;
    let fixed = source.attributes.get("fixed").is_some();
    let near = near(compiler, source);
    Some(Choice { options, key: small(key), fixed, near, other: marked.other.filter(|_| template) })
}

/// An option, and what is said when it is picked though it is wrong.
pub(super) fn option(compiler: &mut Compiler<'_>, answer: &Answer) -> ChoiceOption {
    let label = compiler.card(&answer.head);
    let when = answer.when.as_ref().and_then(|(when, place)| compiler.expr(when, *place));
    let feedback = if answer.mark == Some(false) { feedback(compiler, answer) } else { None };
    ChoiceOption { label, feedback, when }
}

/// `near=1,10`
fn near(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Vec<u16> {
    let Some(attribute) = source.attributes.get("near") else { return Vec::new() };
    let steps: Option<Vec<u16>> =
        attribute.value.split(',').map(|step| step.parse().ok()).collect();
    if steps.is_none() || compiler.scope.is_none() {
        let what = if compiler.scope.is_none() {
            "only a generator fills up"
        } else {
            "these are no whole numbers"
        };
        compiler.error(
            "C01",
            attribute.place,
            what,
            "write `near=1,10` behind a generator's `choice`",
        );
    }
    steps.unwrap_or_default()
}

impl Facts for Choice {
    fn cards(&self) -> Vec<&Block> {
        self.options.iter().map(|option| &option.label).collect()
    }

    fn cards_mut(&mut self) -> Vec<&mut Block> {
        self.options.iter_mut().map(|option| &mut option.label).collect()
    }

    fn key(&self) -> Key<'_> {
        let key = self.options.get(usize::from(self.key));
        key.map_or(Key::Own, |option| Key::Card(&option.label))
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let wrong = (0..self.options.len() as u8).filter(|at| *at != self.key);
        let label = |at: u8| shown(&self.options[usize::from(at)].label);
        wrong.map(|at| (label(at), Response::Choice(at))).collect()
    }

    fn rules(&self) -> Vec<Rule<'_>> {
        let rules = self.options.iter().filter_map(|option| {
            let feedback = option.feedback.as_ref()?;
            Some(Rule { feedback, value: computed(&option.label), when: option.when.as_ref() })
        });
        rules.collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        let options = self.options.iter().filter_map(|option| option.feedback.as_ref());
        options.chain(&self.other).collect()
    }

    /// Every option is foreseen.
    fn open(&self) -> bool {
        false
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Choice(rng.below(self.options.len() as u64) as u8)
    }

    fn seconds(&self) -> u32 {
        20
    }
}
