//! Checks own work against a list.

use super::{Facts, Source};
use crate::compiler::Compiler;
use crate::texts::Role;
use course::item::{Check, Feedback, Response};
use course::rng::Rng;
use course::text::Text;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Check> {
    let answers = source.answers(compiler, "`- [ ] I said hello to two people.`")?;
    for answer in answers {
        if answer.mark == Some(true) || answer.feedback.is_some() {
            let instead = "write `- [ ]` and a statement";
            compiler.error("C01", answer.place, "a `check` is not marked", instead);
        }
    }
    Some(Check { statements: answers.iter().map(|answer| compiler.text(&answer.head)).collect() })
}

impl Facts for Check {
    fn words(&self) -> Vec<(Role, Text)> {
        self.statements.iter().map(|it| (Role::Option, it.clone())).collect()
    }

    fn unmarked(&self) -> Option<Response> {
        Some(Response::Check(vec![true; self.statements.len()]))
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        Vec::new()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        Vec::new()
    }

    fn open(&self) -> bool {
        false
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Check(self.statements.iter().map(|_| rng.below(2) == 0).collect())
    }

    fn seconds(&self) -> u32 {
        15 * self.statements.len() as u32
    }
}
