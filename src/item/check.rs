//! A list to check own work against.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, el, of, text};
use course::digits::decimal;
use course::item::Check;

pub fn view(it: &Check, answer: Answer<'_>) -> El {
    let Draft::Ticks(ticks) = answer.draft else { return of("div", "check") };
    let rows = it.statements.iter().zip(ticks).zip(0_u8..).map(|((statement, ticked), at)| {
        let tick =
            el("input").is("type", "checkbox").is("name", "tick").attr("value", decimal(at as u64));
        let tick = answer.moves(tick.checked(*ticked), Edit::Tick(at), false);
        el("label")
            .key(at.into())
            .with(tick)
            .with(el("span").put(text(statement, answer.cx)))
            .html()
    });
    of("div", "check").put(each(rows))
}
