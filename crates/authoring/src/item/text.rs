//! Types a word or a short sentence.

use super::{Marked, Source};
use crate::compiler::{Compiler, is_language};
use crate::inline::plain;
use course::item::TextEntry;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<TextEntry> {
    let answers = source.answers(compiler, "`- [x] goodbye`, `- [ ] * :: what to try`")?;
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    if marked.right.is_empty() {
        compiler.error(
            "C11",
            source.body.heading(),
            "no answer is right",
            "mark the right text `[x]`",
        );
    }
    let lang = lang(compiler, source);
    let accepted = marked.right.iter().map(|answer| compiler.words(&answer.head)).collect();
    let wrong = marked.foreseen(compiler, |_, answer| Some(plain(&answer.head)));
    Some(TextEntry { lang, accepted, wrong, other: marked.other })
}

/// The language to be written or read: that of `lang=`, else the one that is taught.
pub(super) fn lang(compiler: &mut Compiler<'_>, source: &Source<'_>) -> String {
    let Some(attribute) = source.attributes.get("lang") else {
        return compiler.target().to_owned();
    };
    if !is_language(&attribute.value) {
        let what = format!("`{}` is no language", attribute.value);
        compiler.error("C01", attribute.value_place(), what, "write `lang=en` or `lang=zh-Hans`");
    }
    attribute.value.clone()
}
