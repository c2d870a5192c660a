//! A word or a short sentence typed.

use super::Answer;
use crate::locale::Message;
use crate::state::{Command, Draft, Edit};
use course::item::TextEntry;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn view(text: &TextEntry, answer: Answer<'_>) -> Html {
    html! { <div class="text">{ field("text", Some(text.lang.clone()), answer) }</div> }
}

/// A field for at most forty characters; Enter hands in.
pub fn field(keypad: &'static str, lang: Option<String>, answer: Answer<'_>) -> Html {
    let value = match answer.draft {
        Draft::Typed(text) => text.clone(),
        _ => String::new(),
    };
    let oninput = answer.cx.on.reform(|event: InputEvent| {
        let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        Command::Edit(Edit::Type(field.map(|it| it.value()).unwrap_or_default()))
    });
    let on = answer.cx.on.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // Enter that ends the composition of a Chinese word hands nothing in.
        if event.key() == "Enter" && !event.is_composing() {
            on.emit(Command::Check);
        }
    });
    html! {
        <input type="text" name="typed" inputmode={keypad} {lang} {value} {oninput} {onkeydown} maxlength="40"
            autocomplete="off" autocapitalize="off" spellcheck="false" disabled={answer.locked()}
            aria-label={answer.cx.say(Message::YourAnswer)} data-outcome={answer.outcome()} />
    }
}
