//! A word or a short sentence typed.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use crate::ui::{El, el, of};
use course::item::TextEntry;

pub fn view(text: &TextEntry, answer: Answer<'_>) -> El {
    of("div", "text").with(field("text", answer).attr("lang", text.lang.clone()))
}

/// A field for at most forty characters; Enter hands in (page.js).
pub fn field(keypad: &'static str, answer: Answer<'_>) -> El {
    let value = if let Draft::Typed(text) = answer.draft { text.clone() } else { String::new() };
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
        .edits(Edit::Type, answer.cx)
}
