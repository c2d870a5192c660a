//! Lines to read: a tapped word is spoken where there is a voice; a tapped line opens to what it and its words mean.

use super::Answer;
use crate::state::Command;
use crate::ui::{El, each, el, list, of, text, words};
use course::item::{Read, ReadLine, fold};
use yew::Html;

pub fn view(it: &Read, answer: Answer<'_>) -> El {
    of("div", "read").put(each(it.lines.iter().map(|read| line(it, read, answer))))
}

fn line(it: &Read, read: &ReadLine, answer: Answer<'_>) -> Html {
    let mut meanings = Vec::new();
    let mut line = Vec::new();
    for written in read.words.split(' ') {
        let bare = written.trim_matches(|c: char| c.is_ascii_punctuation());
        let folded = fold(bare);
        let gloss = it.glosses.iter().find(|gloss| gloss.word == folded);
        if let Some(gloss) = gloss {
            let word = el("b").attr("lang", it.lang.clone()).text(bare.to_owned());
            meanings.push(el("p").with(word).text([" ", &gloss.meaning].concat()).html());
        }
        line.push(word(it, written, folded, gloss.is_some(), answer));
    }
    let speaker =
        (!read.speaker.is_empty()).then(|| of("b", "speaker").text(read.speaker.clone()).html());
    let summary = el("summary").put_some(speaker);
    el("details")
        .with(summary.with(el("span").attr("lang", it.lang.clone()).put(list(line))))
        .with(el("p").put(text(&read.gloss, answer.cx)))
        .put(list(meanings))
        .html()
}

/// A voice answers the tap; without one the line opens and shows what its words mean.
fn word(it: &Read, written: &str, bare: String, glossed: bool, answer: Answer<'_>) -> Html {
    let spaced = [written, " "].concat();
    let spoken = answer.cx.speaks(&it.lang);
    if !spoken && !glossed {
        return words(spaced);
    }
    let word = of("span", "word").text(spaced);
    if spoken { word.does_instead(Command::Say(bare, it.lang.clone()), answer.cx) } else { word }
        .html()
}
