//! What can be set: steppers around a slider for what is counted, a button each for things.

use crate::Ask;
use crate::said::setting;
use crate::words::{Message, control};
use course::digits::decimal;
use course::stage::lab::Model;
use course::stage::lab::model::Scale;
use stage::node::{Element, button, el, of};
use stage::words::Locale;

/// A control of a model: `values` may be set, `value` is.
pub fn view(
    model: Model,
    at: usize,
    values: &[u16],
    value: u16,
    name: &'static str,
    locale: Locale,
    ask: &dyn Fn(Turn) -> Ask,
) -> Element<Ask> {
    let words = control(model, at).say(locale);
    let place = values.iter().position(|it| *it == value).unwrap_or(0);
    if let Some(Scale::Things(_)) = model.controls().get(at).map(|it| &it.scale) {
        let mut group = of("div", "choice").is("role", "radiogroup").is("aria-label", words);
        for (place, it) in values.iter().enumerate() {
            let said = setting(model, at, *it, locale);
            group = group.with(radio(
                name,
                place as u16,
                &said,
                *it == value,
                ask(Turn::To(place as u16)),
            ));
        }
        return of("div", "control").with(of("p", "label").text(words)).with(group);
    }
    let said = setting(model, at, value, locale);
    stepper(words, place as u16, values.len() as u16 - 1, 1, &said, locale, ask)
}

/// How a value is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Down,
    Up,
    To(u16),
    /// To the one that is typed.
    Typed,
}

impl Turn {
    /// The place after it.
    pub fn of(self, place: u16, most: u16, by: u16, typed: &str) -> u16 {
        let place = match self {
            Self::Down => place.saturating_sub(by),
            Self::Up => place.saturating_add(by),
            Self::To(place) => place,
            Self::Typed => typed.parse().unwrap_or(place),
        };
        place.min(most)
    }
}

/// A slider with a button at each end; `said` is what it is set to.
pub fn stepper(
    words: &str,
    value: u16,
    most: u16,
    by: u16,
    said: &str,
    locale: Locale,
    ask: &dyn Fn(Turn) -> Ask,
) -> Element<Ask> {
    let end = |sign: &str, message: Message, turn: Turn| {
        button("step", sign, ask(turn)).is("aria-label", &message.fill(locale, &[words]))
    };
    let slider = el("input")
        .is("type", "range")
        .is("min", "0")
        .is("max", &decimal(most.into()))
        .is("step", &decimal(by.into()))
        .is("aria-label", words)
        .is("aria-valuetext", said)
        .is("value", &decimal(value.into()))
        .typed(ask(Turn::Typed));
    let label = of("p", "label").text(words).text(" ").with(of("output", "value").text(said));
    let row = of("div", "stepper")
        .with(end("−", Message::Less, Turn::Down))
        .with(slider)
        .with(end("+", Message::More, Turn::Up));
    of("div", "control").with(label).with(row)
}

/// One of several to choose from; `place` is its number among them.
pub fn radio(
    group: &'static str,
    place: u16,
    words: &str,
    checked: bool,
    ask: Ask,
) -> Element<Ask> {
    let input =
        el("input").is("type", "radio").is("name", group).is("value", &decimal(place.into()));
    let input = input.flag("checked", checked).typed(ask);
    el("label").with(input).with(el("span").text(words))
}
