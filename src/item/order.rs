//! Cards put in order: a tap lays a card at the end of the row, another takes it back.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, label, of};
use course::digits::decimal;
use course::item::Order;
use course::plan::shuffled;
use yew::Html;

pub fn view(order: &Order, answer: Answer<'_>) -> El {
    let Draft::Row(row) = answer.draft else { return of("div", "order") };
    let places = shuffled(order.cards.len(), answer.seed);
    of("div", "order").put(each(places.into_iter().map(|at| card(order, row, at, answer))))
}

/// A card keeps its place on the screen and shows the number that it was laid as.
fn card(order: &Order, row: &[u8], at: u8, answer: Answer<'_>) -> Html {
    let place = row.iter().position(|it| *it == at).map(|place| decimal((place + 1) as u64));
    answer
        .button("card", Edit::Lay(at), false)
        .key(at.into())
        .is("aria-pressed", if place.is_some() { "true" } else { "false" })
        .with(of("span", "place").text(place.unwrap_or_default()))
        .put_some(order.cards.get(usize::from(at)).map(|it| label(it, answer.cx)))
        .html()
}
