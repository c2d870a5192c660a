//! Picks all that apply.

use super::choice::option;
use super::{Facts, Marked, Source, count};
use crate::check::shown;
use crate::compiler::Compiler;
use course::item::{Feedback, Multi, Response};
use course::rng::Rng;
use course::text::Block;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Multi> {
    let answers = source.answers(compiler, "`- [x] right`, `- [ ] wrong :: what to try`")?;
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    let heading = source.body.heading();
    count(compiler, heading, "options", marked.right.len() + marked.wrong.len(), 3..=6);
    if marked.right.len() < 2 {
        let instead = "mark two or more `[x]`; with one it is a `choice`";
        compiler.error("C11", heading, "fewer than two options are right", instead);
    }
    if marked.wrong.is_empty() {
        let instead = "add one that is wrong: `- [ ] … :: what to try`";
        compiler.error("C11", heading, "all options are right", instead);
    }
    let mut options = Vec::new();
    for answer in answers.iter().filter(|it| it.mark.is_some() && !it.is_other()) {
        options.push(option(compiler, answer));
    }
    Some(Multi { options, other: marked.other })
}

impl Facts for Multi {
    fn cards(&self) -> Vec<&Block> {
        self.options.iter().map(|option| &option.label).collect()
    }

    fn cards_mut(&mut self) -> Vec<&mut Block> {
        self.options.iter_mut().map(|option| &mut option.label).collect()
    }

    /// Each wrong option picked alone.
    fn foreseen(&self) -> Vec<(String, Response)> {
        let options = self.options.iter().zip(0..);
        let wrong = options.filter(|(option, _)| option.feedback.is_some());
        wrong.map(|(option, at)| (shown(&option.label), Response::Multi(vec![at]))).collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        self.options
            .iter()
            .filter_map(|option| option.feedback.as_ref())
            .chain(&self.other)
            .collect()
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Multi((0..self.options.len() as u8).filter(|_| rng.below(2) == 0).collect())
    }

    fn seconds(&self) -> u32 {
        30
    }
}
