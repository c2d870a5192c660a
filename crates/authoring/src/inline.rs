//! Text as written, before its placeholders and pictures mean anything.

use crate::diagnostic::Place;

/// A run of text with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Inline {
    Text(String, Place),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// TeX between dollar signs.
    Math(String, Place),
    /// Between backquotes.
    Code(String, Place),
    Image(Image),
}

/// `![alt](target)`
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Image {
    pub alt: Vec<Inline>,
    pub target: String,
    pub target_place: Place,
    pub place: Place,
}

/// Splits at the first `mark` that stands outside of emphasis and pictures.
pub(crate) fn split_once(text: &[Inline], mark: &str) -> Option<(Vec<Inline>, Vec<Inline>)> {
    text.iter().enumerate().find_map(|(at, inline)| {
        let Inline::Text(words, place) = inline else { return None };
        let start = find_outside_braces(words, mark)?;
        let end = start + mark.len();
        let mut before = text[..at].to_vec();
        before.push(Inline::Text(words[..start].to_owned(), place.part(0, start)));
        let mut after = vec![Inline::Text(words[end..].to_owned(), place.part(end, words.len()))];
        after.extend_from_slice(&text[at + 1..]);
        Some((trim(before), trim(after)))
    })
}

/// Splits at every `mark` that stands outside of emphasis and pictures.
pub(crate) fn split_all(text: &[Inline], mark: &str) -> Vec<Vec<Inline>> {
    let mut parts = Vec::new();
    let mut rest = text.to_vec();
    while let Some((before, after)) = split_once(&rest, mark) {
        parts.push(before);
        rest = after;
    }
    parts.push(trim(rest));
    parts
}

/// Where `mark` first stands outside of `{…}`.
pub(crate) fn find_outside_braces(text: &str, mark: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0 && text[at..].starts_with(mark)).then_some(at)
    })
}

/// What a skeleton leaves to the author: `‹a situation›`, with its first byte.
pub(crate) fn unwritten(words: &str) -> impl Iterator<Item = (usize, &str)> {
    words.match_indices('‹').map(|(at, _)| {
        let end = words[at..].find('›').map_or(words.len(), |end| at + end + '›'.len_utf8());
        (at, &words[at..end])
    })
}

/// Without blanks at both ends and empty runs.
pub(crate) fn trim(mut text: Vec<Inline>) -> Vec<Inline> {
    while let Some(Inline::Text(words, place)) = text.first_mut() {
        let blank = words.len() - words.trim_start().len();
        *place = place.part(blank, words.len());
        words.drain(..blank);
        if !words.is_empty() {
            break;
        }
        text.remove(0);
    }
    while let Some(Inline::Text(words, place)) = text.last_mut() {
        let kept = words.trim_end().len();
        *place = place.part(0, kept);
        words.truncate(kept);
        if !words.is_empty() {
            break;
        }
        text.pop();
    }
    text
}

/// The words alone, placeholders as written.
pub(crate) fn plain(text: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(text, &mut out);
    out
}

fn push_plain(text: &[Inline], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(words, _) | Inline::Math(words, _) | Inline::Code(words, _) => {
                out.push_str(words)
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_plain(inner, out),
            Inline::Image(image) => push_plain(&image.alt, out),
        }
    }
}

/// Where the text stands, or `None` for no text.
pub(crate) fn place(text: &[Inline]) -> Option<Place> {
    let first = text.iter().find_map(first_place)?;
    let last = text.iter().rev().find_map(last_place)?;
    Some(first.to(last))
}

fn first_place(inline: &Inline) -> Option<Place> {
    match inline {
        Inline::Text(_, place) | Inline::Math(_, place) | Inline::Code(_, place) => Some(*place),
        Inline::Strong(inner) | Inline::Emphasis(inner) => inner.iter().find_map(first_place),
        Inline::Image(image) => Some(image.place),
    }
}

fn last_place(inline: &Inline) -> Option<Place> {
    match inline {
        Inline::Text(_, place) | Inline::Math(_, place) | Inline::Code(_, place) => Some(*place),
        Inline::Strong(inner) | Inline::Emphasis(inner) => inner.iter().rev().find_map(last_place),
        Inline::Image(image) => Some(image.place),
    }
}

/// Joins lines that were broken in the source: by a space, or by nothing between Chinese characters.
pub(crate) fn join_lines(text: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut rest = text.into_iter().peekable();
    while let Some(inline) = rest.next() {
        match inline {
            Inline::Text(words, place) if words == "\n" => {
                let before = out.last().map(|it| plain(std::slice::from_ref(it)));
                let after = rest.peek().map(|it| plain(std::slice::from_ref(it)));
                let wide = before.and_then(|it| it.chars().next_back()).is_some_and(is_wide)
                    && after.and_then(|it| it.chars().next()).is_some_and(is_wide);
                if !wide {
                    out.push(Inline::Text(" ".to_owned(), place));
                }
            }
            inline @ (Inline::Text(..)
            | Inline::Strong(_)
            | Inline::Emphasis(_)
            | Inline::Math(..)
            | Inline::Code(..)
            | Inline::Image(_)) => out.push(inline),
        }
    }
    out
}

/// Chinese characters and full-width punctuation: no space stands between them.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x20000..=0x3ffff)
}
