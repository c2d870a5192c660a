//! Cells filled: each is a native checkbox.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, el, of};
use course::digits::decimal;
use course::item::Grid;
use yew::Html;

pub fn view(it: &Grid, answer: Answer<'_>) -> El {
    let Draft::Cells(cells) = answer.draft else { return of("div", "grid") };
    let columns = u16::from(it.columns.max(1));
    let row = |row: u16| {
        let cells = (0..columns).map(|column| cell(it, cells, row * columns + column, answer));
        of("div", "row").key(row.into()).put(each(cells)).html()
    };
    of("div", "grid").is("role", "group").put(each((0..it.rows.into()).map(row)))
}

fn cell(it: &Grid, cells: &[u16], at: u16, answer: Answer<'_>) -> Html {
    let given = at < it.given();
    let cell = el("input")
        .is("type", "checkbox")
        .is("name", "cell")
        .attr("value", decimal(at as u64))
        .attr("aria-label", answer.cx.fill(Message::Cell, &[&decimal((at + 1) as u64)]))
        .flag("data-given", given)
        .checked(cells.contains(&at))
        .key(at.into());
    answer.moves(cell, Edit::Cell(at), given).html()
}
