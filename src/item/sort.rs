//! Cards put into bins: a tap takes a card into the hand, a tap on a bin puts it there.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, label, of, text};
use course::item::Sort;
use course::plan::shuffled;
use yew::Html;

pub fn view(it: &Sort, answer: Answer<'_>) -> El {
    let Draft::Places(hand, places) = answer.draft else { return of("div", "sort") };
    let order = shuffled(it.cards.len(), answer.seed);
    let card = |at: u8| {
        let held = if *hand == Some(at) { "true" } else { "false" };
        let button =
            answer.button("card", Edit::Hold(at), false).key(at.into()).is("aria-pressed", held);
        button
            .put_some(it.cards.get(usize::from(at)).map(|(card, _)| label(card, answer.cx)))
            .html()
    };
    let lying = |bin: Option<u8>| -> Html {
        let cards = order
            .iter()
            .copied()
            .filter(|at| places.get(usize::from(*at)).copied().flatten() == bin);
        each(cards.map(card))
    };
    let bins = it.bins.iter().zip(0_u8..).map(|(name, bin)| {
        let button = answer.button("", Edit::Put(bin), hand.is_none()).put(text(name, answer.cx));
        of("section", "bin").key(bin.into()).with(button).put(lying(Some(bin))).html()
    });
    of("div", "sort")
        .with(of("div", "hand").put(lying(None)))
        .with(of("div", "bins").put(each(bins)))
}
