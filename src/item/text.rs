//! A word or a short sentence typed.

use super::Answer;
use crate::locale::Message;
use crate::state::{Command, Draft, Edit};
use crate::ui::{El, el, of};
use course::item::TextEntry;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Callback, InputEvent, KeyboardEvent};

pub fn view(text: &TextEntry, answer: Answer<'_>) -> El {
    of("div", "text").with(field("text", answer).attr("lang", text.lang.clone()))
}

/// A field for at most forty characters; Enter hands in.
pub fn field(keypad: &'static str, answer: Answer<'_>) -> El {
    let value = if let Draft::Typed(text) = answer.draft { text.clone() } else { String::new() };
    let typed =
        answer.cx.on.reform(|event: InputEvent| Command::Edit(Edit::Type(value_of(&event))));
    let on = answer.cx.on.clone();
    let key = Callback::from(move |event: KeyboardEvent| {
        // Enter that ends the composition of a Chinese word hands nothing in.
        if event.key() == "Enter" && !event.is_composing() {
            on.emit(Command::Check);
        }
    });
    let attributes =
        [("name", "typed"), ("inputmode", keypad), ("maxlength", "40"), ("autocomplete", "off")];
    let more = [
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
        ("aria-label", answer.cx.say(Message::YourAnswer)),
    ];
    let field = attributes
        .into_iter()
        .chain(more)
        .fold(el("input").is("type", "text"), |field, (name, value)| field.is(name, value));
    field
        .attr("value", value)
        .may("data-outcome", answer.outcome())
        .flag("disabled", answer.locked)
        .input(typed)
        .keyed(key)
}

/// What stands in the control that an event came from.
pub fn value_of(event: &InputEvent) -> String {
    let control = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    control.map(|it| it.value()).unwrap_or_default()
}
