//! Builds a word or a sentence from tiles.

use super::facts::{said, shuffled};
use super::text::lang;
use super::{Facts, Marked, Source, count, small};
use crate::check::Fault;
use crate::compiler::Compiler;
use crate::inline::plain;
use course::item::{Feedback, Interaction, Response, Score, Tiles, fold};
use course::rng::Rng;

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

impl Facts for Tiles {
    fn foreseen(&self) -> Vec<(String, Response)> {
        let texts = self.wrong.iter().map(|(text, _)| text);
        texts
            .map(|text| (text.clone(), Response::Tiles(built(self, text).unwrap_or_default())))
            .collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Tiles(shuffled(self.tiles.len(), rng))
    }

    fn seconds(&self) -> u32 {
        30
    }

    fn faults(&self) -> Vec<Fault> {
        unsound(self)
    }
}

/// Tiles that build `text`, if it can be built.
fn built(it: &Tiles, text: &str) -> Option<Vec<u8>> {
    fn search(it: &Tiles, wanted: &str, used: &mut Vec<u8>) -> bool {
        let so_far = it.build(used).map(|text| fold(&text)).unwrap_or_default();
        if so_far == wanted {
            return true;
        }
        for tile in 0..it.tiles.len() as u8 {
            if used.contains(&tile) {
                continue;
            }
            used.push(tile);
            let fits = it.build(used).is_some_and(|text| wanted.starts_with(&fold(&text)));
            if fits && search(it, wanted, used) {
                return true;
            }
            used.pop();
        }
        false
    }
    let mut used = Vec::new();
    search(it, &fold(text), &mut used).then_some(used)
}

/// C16: an accepted text that cannot be built, a spare tile that builds another.
fn unsound(it: &Tiles) -> Vec<Fault> {
    let mut faults = Vec::new();
    for also in it.also.iter().filter(|also| built(it, also).is_none()) {
        let what = format!("`{also}` is accepted, but the tiles cannot build it");
        faults.push(Fault::error("C16", what, "add the tiles, or leave it out"));
    }
    // With a spare tile in the place of one of the key, the text must not be one that is right for another reason.
    let key: Vec<u8> = (0..it.length).collect();
    for spare in it.length..it.tiles.len() as u8 {
        for at in 0..key.len() {
            let mut used = key.clone();
            used[at] = spare;
            let right = Interaction::Tiles(it.clone()).judge(&Response::Tiles(used.clone())).score
                == Some(Score::FULL);
            let same =
                it.build(&used).map(|text| fold(&text)) == it.build(&key).map(|text| fold(&text));
            if right
                && !same
                && !it
                    .also
                    .iter()
                    .any(|also| Some(fold(also)) == it.build(&used).map(|text| fold(&text)))
            {
                let what = format!(
                    "the spare tile `{}` builds another right answer",
                    it.tiles[usize::from(spare)]
                );
                faults.push(Fault::error("C16", what, "choose another spare tile"));
            }
        }
    }
    faults
}
