//! Pairs joined: a tap takes a left card into the hand, a tap on the right puts it there.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::label;
use course::item::Match;
use course::plan::shuffled;
use crate::ui::each;
use yew::prelude::*;

pub fn view(it: &Match, answer: Answer<'_>) -> Html {
    let Draft::Places(hand, places) = answer.draft else { return Html::default() };
    let count = it.pairs.len();
    let left = (0..count as u8).map(|at| {
        let joined = places.get(usize::from(at)).copied().flatten();
        html! {
            <button key={at} type="button" class="card" aria-pressed={(*hand == Some(at)).to_string()}
                data-joined={joined.map(|_| (at + 1).to_string())} disabled={answer.locked()}
                onclick={answer.edit(Edit::Hold(at))}>
                <span class="place">{ joined.map(|_| (at + 1).to_string()).unwrap_or_default() }</span>
                { it.pairs.get(usize::from(at)).map(|(left, _)| label(left, answer.cx)) }
            </button>
        }
    });
    let right = shuffled(count, answer.seed).into_iter().map(|at| {
        // The number of the left card that lies here.
        let joined = places.iter().position(|place| *place == Some(at)).map(|left| (left + 1).to_string());
        html! {
            <button key={at} type="button" class="card" data-joined={joined.clone()} disabled={answer.locked() || hand.is_none()}
                onclick={answer.edit(Edit::Put(at))}>
                <span class="place">{ joined.unwrap_or_default() }</span>
                { it.pairs.get(usize::from(at)).map(|(_, right)| label(right, answer.cx)) }
            </button>
        }
    });
    html! { <div class="match"><div class="side">{ each(left) }</div><div class="side">{ each(right) }</div></div> }
}
