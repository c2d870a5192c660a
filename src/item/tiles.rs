//! A word or sentence built: a tap lays a tile at the end, a tap on a laid tile takes it back.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use course::item::Tiles;
use course::plan::shuffled;
use crate::ui::each;
use yew::prelude::*;

pub fn view(it: &Tiles, answer: Answer<'_>) -> Html {
    let Draft::Row(row) = answer.draft else { return Html::default() };
    let tile = |at: u8, laid: bool| {
        let words = it.tiles.get(usize::from(at)).cloned().unwrap_or_default();
        let remove = laid.then(|| answer.cx.fill(Message::Remove, &[&words]));
        html! {
            <button key={at} type="button" class="tile" lang={it.lang.clone()} aria-label={remove}
                disabled={answer.locked() || (!laid && row.contains(&at))} onclick={answer.edit(Edit::Lay(at))}>
                { words }
            </button>
        }
    };
    let spaced = it.spaced.then_some("");
    html! {
        <div class="tiles" data-spaced={spaced}>
            <div class="built" role="group" aria-label={answer.cx.say(Message::YourAnswer)} data-outcome={answer.outcome()}>
                { each(row.iter().map(|at| tile(*at, true))) }
            </div>
            <div class="stock">{ each(shuffled(it.tiles.len(), answer.seed).into_iter().map(|at| tile(at, false))) }</div>
        </div>
    }
}
