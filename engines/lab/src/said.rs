//! Settings and readings in words.

use crate::words::{Message, amount, control, meter, thing, word};
use course::digits::digits;
use course::stage::lab::Model;
use course::stage::lab::model::{Scale, Unit};
use stage::words::Locale;

/// What a control is set to.
pub fn setting(model: Model, at: usize, value: u16, locale: Locale) -> String {
    match model.controls().get(at).map(|it| &it.scale) {
        Some(Scale::Span { unit, .. }) => amount(*unit, &digits(value.into()), locale),
        Some(Scale::Things(_)) | None => thing(model, at, value).say(locale).to_owned(),
    }
}

/// What a control is set to, with its name.
pub fn named(model: Model, at: usize, value: u16, locale: Locale) -> String {
    let name = control(model, at).say(locale);
    Message::Named.fill(locale, &[name, &setting(model, at, value, locale)])
}

/// What a meter shows.
pub fn reading(model: Model, at: u8, shown: i64, locale: Locale) -> String {
    match model.unit(at) {
        Unit::Words => word(model, shown).say(locale).to_owned(),
        unit @ (Unit::Centimetres
        | Unit::Millimetres
        | Unit::Grams
        | Unit::CubicCentimetres
        | Unit::Percent
        | Unit::Hours
        | Unit::Spoons
        | Unit::Celsius
        | Unit::Squares) => amount(unit, &whole(shown), locale),
    }
}

/// What a meter is called.
pub fn meter_name(model: Model, at: u8, locale: Locale) -> &'static str {
    meter(model, at).say(locale)
}

/// Thousandths as a whole number.
pub fn whole(thousandths: i64) -> String {
    let half = if thousandths < 0 { -500 } else { 500 };
    digits((thousandths + half) / 1000)
}

/// Things one after the other.
pub fn joined(all: &[String]) -> String {
    all.join(" · ")
}

/// A pot's letter.
pub fn pot(at: usize, locale: Locale) -> String {
    Message::Pot.fill(locale, &[["A", "B", "C"][at.min(2)]])
}
