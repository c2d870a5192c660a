//! Runs of text: placeholders, gaps, formulas, words of other languages.

use super::{Compiler, foreign};
use crate::diagnostic::Place;
use crate::inline::Inline;
use course::text::{Span, Text, WordForm};

/// The runs of `text`.
pub(super) fn spans(compiler: &mut Compiler<'_>, text: &[Inline]) -> Text {
    let mut out = Text::new();
    for inline in text {
        match inline {
            Inline::Text(words, place) => push_words(compiler, words, *place, &mut out),
            Inline::Strong(inner) => out.push(Span::Strong(spans(compiler, inner))),
            Inline::Emphasis(inner) => out.push(Span::Emphasis(spans(compiler, inner))),
            Inline::Math(tex, place) => out.push(Span::Math(compiler.math(tex, *place))),
            Inline::Code(_, place) => {
                compiler.error(
                    "C01",
                    *place,
                    "backquotes have a meaning in steps alone, once in each",
                    "leave them out",
                );
            }
            Inline::Image(image) => {
                compiler.error(
                    "C01",
                    image.place,
                    "a picture stands in a paragraph of its own",
                    "put blank lines around it",
                );
            }
        }
    }
    out
}

fn push_words(compiler: &mut Compiler<'_>, words: &str, place: Place, out: &mut Text) {
    if let Some(at) = words.find("](") {
        let instead = "write the target without blanks, as `![words](fig:ten-frame,8,5)`";
        compiler.error("C01", place.part(at, at + 2), "this is not read as a picture", instead);
    }
    for (at, blank) in crate::inline::unwritten(words) {
        let place = place.part(at, at + blank.len());
        compiler.error(
            "C01",
            place,
            "this is still to be written",
            "write in the place of everything from ‹ to ›",
        );
    }
    let mut start = 0;
    while let Some(open) = words[start..].find('{').map(|at| start + at) {
        push_plain(compiler, &words[start..open], out);
        let Some(close) = words[open..].find('}').map(|at| open + at) else {
            compiler.error(
                "C01",
                place.part(open, open + 1),
                "`{` without `}`",
                "close the brace on the same line",
            );
            return;
        };
        let inner = &words[open + 1..close];
        out.extend(placeholder(compiler, inner, place.part(open + 1, close)));
        start = close + 1;
    }
    push_plain(compiler, &words[start..], out);
}

fn push_plain(compiler: &Compiler<'_>, words: &str, out: &mut Text) {
    for (number, piece) in words.split("___").enumerate() {
        if number > 0 {
            out.push(Span::Gap);
        }
        if !piece.is_empty() {
            foreign::push(&set_minus(piece), compiler.locale, compiler.target, out);
        }
    }
}

/// A hyphen between numbers, or between what will be numbers, is set as a minus sign.
fn set_minus(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let (before, after) = (&words[..at], &words[at + c.len_utf8()..]);
        let between = before.ends_with(' ') && after.starts_with(' ');
        let counts = |c: Option<char>| {
            c.is_none_or(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '?' | '…'))
        };
        let left = before.trim_end().chars().next_back();
        let right = after.trim_start().chars().next();
        out.push(if c == '-' && between && counts(left) && counts(right) { '−' } else { c });
    }
    out
}

/// `a + b`, `who`, `what.one`, `what.a`, `a what`
fn placeholder(compiler: &mut Compiler<'_>, inner: &str, place: Place) -> Option<Span> {
    let Some(scope) = compiler.scope else {
        let what = format!("`{{{inner}}}` has no meaning here");
        compiler.error(
            "C01",
            place,
            what,
            "braces stand in families, for columns, and in generators",
        );
        return None;
    };
    let words = inner.trim_end();
    let (before, last) = match words.rfind(char::is_whitespace) {
        Some(at) => (words[..at].trim_end(), words[at..].trim_start()),
        None => ("", words.trim_start()),
    };
    let (name, form) = last.split_once('.').unwrap_or((last, ""));
    let drawn =
        scope.names.iter().position(|known| known == name).filter(|at| scope.draws_word[*at]);
    let Some(parameter) = drawn else {
        return compiler.expr(inner, place).map(Span::Value);
    };
    let parameter = parameter as u8;
    if !before.is_empty() {
        let start = inner.find(before).unwrap_or(0);
        let count = compiler.expr(before, place.part(start, start + before.len()))?;
        return Some(Span::Count(count, parameter));
    }
    let form = match form {
        "" => WordForm::Many,
        "one" => WordForm::One,
        "a" => WordForm::Article,
        _ => {
            let what = format!("a word has no form `{form}`");
            compiler.error(
                "C01",
                place,
                what,
                format!("write `{{{name}}}`, `{{{name}.one}}` or `{{{name}.a}}`"),
            );
            return None;
        }
    };
    Some(Span::Word(parameter, form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minus_is_no_hyphen() {
        let cases = [
            ("between numbers", "9 - 4 = 5", "9 − 4 = 5"),
            ("beside placeholders and gaps", " - ", " − "),
            ("before a bracket", "9 - (4 + 1)", "9 − (4 + 1)"),
            ("in a word", "ten-frame 8-5", "ten-frame 8-5"),
            ("between words", "Lan - my friend", "Lan - my friend"),
        ];
        for (case, words, expected) in cases {
            assert_eq!(set_minus(words), expected, "{case}");
        }
    }
}
