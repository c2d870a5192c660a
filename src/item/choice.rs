//! Real radio buttons: they hold a pick before the program is there, and need no script to be announced.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::label;
use course::item::Choice;
use course::plan::shuffled;
use crate::ui::each;
use yew::prelude::*;

pub fn view(choice: &Choice, answer: Answer<'_>) -> Html {
    let places = if choice.fixed {
        (0..choice.options.len() as u8).collect()
    } else {
        shuffled(choice.options.len(), answer.seed)
    };
    html! { <div class="choice" role="radiogroup">{ each(places.into_iter().map(|at| option(choice, at, answer))) }</div> }
}

fn option(choice: &Choice, at: u8, answer: Answer<'_>) -> Html {
    let picked = *answer.draft == Draft::Pick(Some(at));
    html! {
        <label key={at} data-outcome={answer.outcome().filter(|_| picked)}>
            <input type="radio" name={format!("pick-{:x}", answer.seed)} value={at.to_string()} checked={picked}
                disabled={answer.locked()} onchange={answer.edit(Edit::Pick(at))} />
            { choice.options.get(usize::from(at)).map(|it| label(&it.label, answer.cx)) }
        </label>
    }
}
