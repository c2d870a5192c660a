//! A list to check own work against.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::text;
use course::item::Check;
use crate::ui::each;
use yew::prelude::*;

pub fn view(it: &Check, answer: Answer<'_>) -> Html {
    let Draft::Ticks(ticks) = answer.draft else { return Html::default() };
    let row = |(at, (statement, ticked)): (u8, (&Vec<course::text::Span>, &bool))| {
        html! {
            <label key={at}>
                <input type="checkbox" name="tick" value={at.to_string()} checked={*ticked} onchange={answer.edit(Edit::Tick(at))} />
                <span>{ text(statement, answer.cx) }</span>
            </label>
        }
    };
    html! { <div class="check">{ each((0_u8..).zip(it.statements.iter().zip(ticks)).map(row)) }</div> }
}
