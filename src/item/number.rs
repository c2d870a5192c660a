//! A number typed, with the keypad of the device.

use super::Answer;
use super::text::field;
use crate::ui::{El, of};
use course::item::NumberEntry;
use course::number::Form;

pub fn view(number: &NumberEntry, answer: Answer<'_>) -> El {
    // The numeric keypad has no slash, letters or minus on many phones.
    let keypad = match number.form {
        Form::Whole if number.remainder.is_none() => "numeric",
        Form::Decimal => "decimal",
        Form::Whole | Form::Fraction | Form::Mixed | Form::Remainder => "text",
    };
    let unit = number.units.first().map(|unit| of("span", "unit").text(unit.clone()).html());
    of("div", "number").with(field(keypad, answer)).put_some(unit)
}
