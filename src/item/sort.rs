//! Cards put into bins: a tap takes a card into the hand, a tap on a bin puts it there.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::{label, text, each};
use course::item::Sort;
use course::plan::shuffled;
use yew::prelude::*;

pub fn view(it: &Sort, answer: Answer<'_>) -> Html {
    let Draft::Places(hand, places) = answer.draft else { return Html::default() };
    let order = shuffled(it.cards.len(), answer.seed);
    let card = |at: u8| {
        html! {
            <button key={at} type="button" class="card" aria-pressed={(*hand == Some(at)).to_string()}
                disabled={answer.locked()} onclick={answer.edit(Edit::Hold(at))}>
                { it.cards.get(usize::from(at)).map(|(card, _)| label(card, answer.cx)) }
            </button>
        }
    };
    let lying = |bin: Option<u8>| {
        let cards = order.iter().copied().filter(move |at| places.get(usize::from(*at)).copied().flatten() == bin);
        each(cards.map(card))
    };
    let bins = it.bins.iter().zip(0_u8..).map(|(name, bin)| {
        html! {
            <section key={bin} class="bin">
                <button type="button" disabled={answer.locked() || hand.is_none()} onclick={answer.edit(Edit::Put(bin))}>
                    { text(name, answer.cx) }
                </button>
                { lying(Some(bin)) }
            </section>
        }
    });
    html! { <div class="sort"><div class="hand">{ lying(None) }</div><div class="bins">{ each(bins) }</div></div> }
}
