//! Builds a word or a sentence from tiles.

use super::text::lang;
use super::{Marked, Source, count, small};
use crate::compiler::Compiler;
use crate::inline::plain;
use course::item::Tiles;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Tiles> {
    let answers = source.answers(compiler, "`- [x] My name is Lan.`, `- spare: are | am`")?;
    let marked = Marked::sort(compiler, answers);
    let Some(key) = marked.right.first() else {
        compiler.error(
            "C11",
            source.body.heading(),
            "no answer is right",
            "mark the text to be built `[x]`",
        );
        return None;
    };
    let spaced = !by_letter(compiler, source);
    let key = compiler.words(&key.head);
    let mut tiles: Vec<String> = if spaced {
        key.split_whitespace().map(str::to_owned).collect()
    } else {
        key.chars().filter(|c| !c.is_whitespace()).map(String::from).collect()
    };
    let length = small(tiles.len());
    count(compiler, source.body.heading(), "tiles in the answer", tiles.len(), 2..=12);
    for answer in &marked.plain {
        let words = compiler.words(&answer.head);
        let Some(spare) = words.strip_prefix("spare:").or(words.strip_prefix("spare：")) else {
            compiler.error(
                "C01",
                answer.place,
                "this answer has no mark",
                "write `[x]`, `[ ]` or `spare: are | am`",
            );
            continue;
        };
        tiles.extend(spare.split('|').map(|tile| tile.trim().to_owned()));
    }
    let spare = tiles.len() - usize::from(length);
    count(compiler, source.body.heading(), "spare tiles", spare, 1..=3);
    let also = marked.right.iter().skip(1).map(|answer| compiler.words(&answer.head)).collect();
    let wrong = marked.foreseen(compiler, |_, answer| Some(plain(&answer.head)));
    let lang = lang(compiler, source);
    Some(Tiles { lang, tiles, length, spaced, also, wrong, other: marked.other })
}

fn by_letter(compiler: &mut Compiler<'_>, source: &Source<'_>) -> bool {
    let Some(by) = source.attributes.get("by") else { return false };
    if by.value != "letter" {
        let what = format!("tiles cannot be cut by `{}`", by.value);
        compiler.error(
            "C01",
            by.value_place(),
            what,
            "write `by=letter`, or leave it out for words",
        );
    }
    true
}
