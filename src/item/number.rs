//! A number typed, with the keypad of the device.

use super::Answer;
use super::text::field;
use course::item::NumberEntry;
use course::number::Form;
use yew::prelude::*;

pub fn view(number: &NumberEntry, answer: Answer<'_>) -> Html {
    // The numeric keypad has no slash, letters or minus on many phones.
    let keypad = match number.form {
        Form::Whole if number.remainder.is_none() => "numeric",
        Form::Decimal => "decimal",
        Form::Whole | Form::Fraction | Form::Mixed | Form::Remainder => "text",
    };
    html! {
        <div class="number">
            { field(keypad, None, answer) }
            { number.units.first().map(|unit| html! { <span class="unit">{ unit }</span> }) }
        </div>
    }
}
