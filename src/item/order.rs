//! Cards put in order: a tap lays a card at the end of the row, another takes it back.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use crate::ui::label;
use course::item::Order;
use course::plan::shuffled;
use crate::ui::each;
use yew::prelude::*;

pub fn view(order: &Order, answer: Answer<'_>) -> Html {
    let row = match answer.draft {
        Draft::Row(row) => &row[..],
        _ => &[],
    };
    html! {
        <div class="order">
            { each(shuffled(order.cards.len(), answer.seed).into_iter().map(|at| card(order, row, at, answer))) }
        </div>
    }
}

/// A card keeps its place on the screen and shows the number that it was laid as.
fn card(order: &Order, row: &[u8], at: u8, answer: Answer<'_>) -> Html {
    let place = row.iter().position(|it| *it == at).map(|place| (place + 1).to_string());
    html! {
        <button key={at} type="button" class="card" aria-pressed={place.is_some().to_string()} disabled={answer.locked()}
            onclick={answer.edit(Edit::Lay(at))} title={place.as_ref().map(|it| answer.cx.fill(Message::Remove, &[it]))}>
            <span class="place">{ place.unwrap_or_default() }</span>
            { order.cards.get(usize::from(at)).map(|it| label(it, answer.cx)) }
        </button>
    }
}
