//! Lines to read: a tapped word is spoken where there is a voice, and its meaning shown; a tapped line likewise.

use super::Answer;
use crate::state::Command;
use crate::ui::text;
use course::item::{Read, ReadLine, fold};
use crate::ui::each;
use yew::prelude::*;

pub fn view(it: &Read, answer: Answer<'_>) -> Html {
    html! { <div class="read">{ each(it.lines.iter().map(|read| line(it, read, answer))) }</div> }
}

fn line(it: &Read, read: &ReadLine, answer: Answer<'_>) -> Html {
    let words = read.words.split(' ').map(|written| word(it, written, answer));
    html! {
        <details>
            <summary>
                { (!read.speaker.is_empty()).then(|| html! { <b class="speaker">{ &read.speaker }</b> }) }
                <span lang={it.lang.clone()}>{ each(words) }</span>
            </summary>
            <p>{ text(&read.gloss, answer.cx) }</p>
        </details>
    }
}

fn word(it: &Read, written: &str, answer: Answer<'_>) -> Html {
    let bare = fold(written.trim_matches(|c: char| !c.is_alphanumeric()));
    let meaning = it.glosses.iter().find(|gloss| gloss.word == bare).map(|gloss| gloss.meaning.clone());
    let speaks = answer.cx.speaks(&it.lang);
    if meaning.is_none() && !speaks {
        return html! { <>{ written }{ " " }</> };
    }
    let on = answer.cx.on.clone();
    let lang = it.lang.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // A voice answers the tap; without one the line opens and shows what it means.
        if speaks {
            event.prevent_default();
            on.emit(Command::Say(bare.clone(), lang.clone()));
        }
    });
    html! { <><span class="word" {onclick}>{ written }{ meaning.map(|it| html! { <small>{ it }</small> }) }</span>{ " " }</> }
}
