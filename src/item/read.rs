//! Lines to read: a tapped word is spoken where there is a voice, and its meaning shown; a tapped line likewise.

use super::Answer;
use crate::state::Command;
use crate::ui::{El, each, el, of, text, words};
use course::item::{Read, ReadLine, fold};
use yew::Html;

pub fn view(it: &Read, answer: Answer<'_>) -> El {
    of("div", "read").put(each(it.lines.iter().map(|read| line(it, read, answer))))
}

fn line(it: &Read, read: &ReadLine, answer: Answer<'_>) -> Html {
    let words = read.words.split(' ').map(|written| word(it, written, answer));
    let speaker =
        (!read.speaker.is_empty()).then(|| of("b", "speaker").text(read.speaker.clone()).html());
    let summary = el("summary").put_some(speaker);
    el("details")
        .with(summary.with(el("span").attr("lang", it.lang.clone()).put(each(words))))
        .with(el("p").put(text(&read.gloss, answer.cx)))
        .html()
}

fn word(it: &Read, written: &str, answer: Answer<'_>) -> Html {
    let bare = fold(written.trim_matches(|c: char| c.is_ascii_punctuation()));
    let meaning =
        it.glosses.iter().find(|gloss| gloss.word == bare).map(|gloss| gloss.meaning.clone());
    let spaced = [written, " "].concat();
    if !answer.cx.speaks(&it.lang) {
        return match meaning {
            Some(meaning) => of("span", "word").text(spaced).with(el("small").text(meaning)).html(),
            None => words(spaced),
        };
    }
    // A voice answers the tap; without one the line opens and shows what it means.
    of("span", "word")
        .does_instead(Command::Say(bare, it.lang.clone()), answer.cx)
        .text(spaced)
        .put_some(meaning.map(|it| el("small").text(it).html()))
        .html()
}
