//! Checks own work against a list.

use super::Source;
use crate::compiler::Compiler;
use course::item::Check;

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
