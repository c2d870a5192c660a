//! Pairs joined: a tap takes a card of either side into the hand, a tap on the other side joins them.

use super::Answer;
use crate::state::{Draft, Edit, RIGHT};
use crate::ui::{El, each, label, of};
use course::item::Match;
use course::plan::shuffled;
use course::text::Block;
use yew::Html;

pub fn view(it: &Match, answer: Answer<'_>) -> El {
    let Draft::Places(hand, places) = answer.draft else { return of("div", "match") };
    let left = it.pairs.iter().zip(0_u8..).map(|((left, _), at)| {
        let joined = places.get(usize::from(at)).copied().flatten().map(|_| at);
        let held = if *hand == Some(at) { "true" } else { "false" };
        card(
            left,
            at,
            joined,
            answer.button("card", Edit::Hold(at), false).is("aria-pressed", held),
            answer,
        )
    });
    let right = shuffled(it.pairs.len(), answer.seed).into_iter().filter_map(|at| {
        // The left card that lies here.
        let joined = places.iter().position(|place| *place == Some(at)).map(|left| left as u8);
        let (_, right) = it.pairs.get(usize::from(at))?;
        let held = if *hand == Some(at | RIGHT) { "true" } else { "false" };
        let button = answer.button("card", Edit::Put(at), false).is("aria-pressed", held);
        Some(card(right, at, joined, button, answer))
    });
    let side = |cards| of("div", "side").put(cards);
    of("div", "match").with(side(each(left))).with(side(each(right)))
}

/// What both cards of a pair show: no digits, which would run together with those on the cards.
const SIGNS: [&str; 5] = ["▲", "●", "■", "◆", "★"];

/// Cards that are joined show the sign of the left one.
fn card(face: &Block, at: u8, joined: Option<u8>, button: El, answer: Answer<'_>) -> Html {
    let sign = joined.and_then(|left| SIGNS.get(usize::from(left))).copied();
    button
        .key(at.into())
        .may("data-joined", sign)
        .with(of("span", "place").say(sign.unwrap_or_default()))
        .put(label(face, answer.cx))
        .html()
}
