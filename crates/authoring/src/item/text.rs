//! Types a word or a short sentence.

use super::facts::{Key, said};
use super::{Facts, Marked, Source};
use crate::check::Fault;
use crate::compiler::{Compiler, is_language};
use crate::inline::plain;
use course::item::{Feedback, Interaction, Response, Score, TextEntry, fold};
use course::rng::Rng;

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

impl Facts for TextEntry {
    fn key(&self) -> Key<'_> {
        self.accepted.first().map_or(Key::Own, |text| Key::Text(text))
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let texts = self.wrong.iter().map(|(text, _)| text.clone());
        texts.map(|text| (text.clone(), Response::Typed(text))).collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, _: &mut Rng) -> Response {
        Response::Typed("cat".to_owned())
    }

    fn seconds(&self) -> u32 {
        30
    }

    fn faults(&self) -> Vec<Fault> {
        refused(self)
    }
}

/// Pairs of spellings of which a pupil may use either.
const SAME: [(&str, &str); 18] = [
    ("i am", "i'm"),
    ("you are", "you're"),
    ("he is", "he's"),
    ("she is", "she's"),
    ("it is", "it's"),
    ("we are", "we're"),
    ("they are", "they're"),
    ("that is", "that's"),
    ("what is", "what's"),
    ("is not", "isn't"),
    ("are not", "aren't"),
    ("do not", "don't"),
    ("does not", "doesn't"),
    ("cannot", "can't"),
    ("colour", "color"),
    ("grey", "gray"),
    ("favourite", "favorite"),
    ("mum", "mom"),
];

/// C17: what a pupil may write instead of an accepted text, and is refused.
fn refused(it: &TextEntry) -> Vec<Fault> {
    let entry = Interaction::Text(it.clone());
    let right =
        |typed: &str| entry.judge(&Response::Typed(typed.to_owned())).score == Some(Score::FULL);
    let mut faults = Vec::new();
    for accepted in &it.accepted {
        let folded = fold(accepted);
        let wide: String =
            accepted.chars().map(|c| if c.is_ascii_graphic() { wide(c) } else { c }).collect();
        for (way, typed) in
            [("in capitals", accepted.to_uppercase()), ("in full-width letters", wide)]
        {
            if !right(&typed) {
                faults.push(Fault::error(
                    "C17",
                    format!("`{accepted}` {way} is refused"),
                    "write it as an accepted text too",
                ));
            }
        }
        if fold(&folded) != folded {
            faults.push(Fault::error(
                "C17",
                format!("`{accepted}` changes when it is folded twice"),
                "write it without odd signs",
            ));
        }
        let mut padded = format!(" {folded} ");
        for (one, other) in SAME.into_iter().chain(SAME.map(|(one, other)| (other, one))) {
            let spelled = padded.replace(&format!(" {one} "), &format!(" {other} "));
            if spelled != padded && !right(spelled.trim()) {
                let what = format!("`{}` is refused beside `{accepted}`", spelled.trim());
                faults.push(Fault::error("C17", what, "write it as another `[x]`"));
                padded = format!(" {folded} ");
            }
        }
    }
    faults
}

/// The full-width form of a visible ASCII character.
fn wide(c: char) -> char {
    char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)
}
