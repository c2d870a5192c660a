//! Real radio buttons: they hold a pick before the program is there, and need no script to be announced.

use super::Answer;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, el, label, of};
use course::digits::decimal;
use course::item::{Choice, ChoiceOption};
use course::plan::shuffled;
use yew::Html;

pub fn view(choice: &Choice, answer: Answer<'_>) -> El {
    let places = if choice.fixed {
        (0..choice.options.len() as u8).collect()
    } else {
        shuffled(choice.options.len(), answer.seed)
    };
    of("div", "choice").is("role", "radiogroup").put(options(&choice.options, places, answer))
}

/// A control for each option: to pick one of them, or to tick any.
pub fn options(options: &[ChoiceOption], places: Vec<u8>, answer: Answer<'_>) -> Html {
    each(places.into_iter().map(|at| option(options.get(usize::from(at)), at, answer)))
}

fn option(option: Option<&ChoiceOption>, at: u8, answer: Answer<'_>) -> Html {
    let wrong = option.is_some_and(|it| it.feedback.is_some());
    let (kind, name, picked, edit, outcome) = if let Draft::Ticks(ticks) = answer.draft {
        let outcome = if wrong { "wrong" } else { "right" };
        let outcome = answer.outcome().map(|_| outcome);
        ("checkbox", "tick", ticks.get(usize::from(at)) == Some(&true), Edit::Tick(at), outcome)
    } else {
        let picked = matches!(answer.draft, Draft::Pick(Some(pick)) if *pick == at);
        ("radio", "pick", picked, Edit::Pick(at), answer.outcome())
    };
    let control = el("input")
        .is("type", kind)
        .is("name", name)
        .attr("value", decimal(at as u64))
        .checked(picked);
    el("label")
        .key(at.into())
        .may("data-outcome", outcome.filter(|_| picked))
        .with(answer.moves(control, edit, false))
        .put_some(option.map(|it| label(&it.label, answer.cx)))
        .html()
}
