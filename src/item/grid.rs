//! Cells filled: each is a native checkbox.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use course::item::Grid;
use crate::ui::each;
use yew::prelude::*;

pub fn view(it: &Grid, answer: Answer<'_>) -> Html {
    let Draft::Cells(cells) = answer.draft else { return Html::default() };
    let columns = u16::from(it.columns.max(1));
    let row = |row: u16| {
        html! { <div key={row} class="row">{ each((0..columns).map(|column| cell(it, cells, row * columns + column, answer))) }</div> }
    };
    html! { <div class="grid" role="group" data-columns={columns.to_string()}>{ each((0..it.rows.into()).map(row)) }</div> }
}

fn cell(it: &Grid, cells: &[u16], at: u16, answer: Answer<'_>) -> Html {
    let given = at < it.given();
    html! {
        <input key={at} type="checkbox" name="cell" value={at.to_string()} checked={cells.binary_search(&at).is_ok()}
            disabled={given || answer.locked()} aria-label={answer.cx.fill(Message::Cell, &[&(at + 1).to_string()])}
            data-given={given.then_some("")} onchange={answer.edit(Edit::Cell(at))} />
    }
}
