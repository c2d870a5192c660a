//! Real radio buttons: they hold a pick before the program is there, and need no script to be announced.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, el, label, of};
use course::digits::decimal;
use course::item::Choice;
use course::plan::shuffled;
use yew::Html;

pub fn view(choice: &Choice, answer: Answer<'_>) -> El {
    let places = if choice.fixed {
        (0..choice.options.len() as u8).collect()
    } else {
        shuffled(choice.options.len(), answer.seed)
    };
    let options = places.into_iter().map(|at| option(choice, at, answer));
    of("div", "choice").is("role", "radiogroup").put(each(options))
}

fn option(choice: &Choice, at: u8, answer: Answer<'_>) -> Html {
    let picked = matches!(answer.draft, Draft::Pick(Some(pick)) if *pick == at);
    let radio = el("input")
        .is("type", "radio")
        .is("name", "pick")
        .attr("value", decimal(at as u64))
        .checked(picked);
    el("label")
        .key(at.into())
        .may("data-outcome", answer.outcome().filter(|_| picked))
        .with(answer.moves(radio, Edit::Pick(at), false))
        .put_some(choice.options.get(usize::from(at)).map(|it| label(&it.label, answer.cx)))
        .html()
}
