//! C10–C12, C16–C18: what is right is accepted, what is wrong is refused, and nothing is both.

use super::Fault;
use super::meaning::{meaning, shown};
use crate::item::facts;
use course::item::{Interaction, Item, Response, Score};
use course::text::Block;

/// Tries an item's key and every wrong answer that it foresees.
pub(super) fn check(item: &Item) -> Vec<Fault> {
    let mut faults = Vec::new();
    let it = &item.interaction;
    let facts = facts(it);
    if let Some(solution) = it.solution() {
        if score(it, &solution) != Some(Score::FULL) {
            faults.push(Fault::error(
                "C10",
                "the key is not accepted as right",
                "check the key and the other accepted answers",
            ));
        }
    } else if facts.unmarked().is_none() {
        faults.push(Fault::error("C10", "no response can be right", "check the key"));
    }
    for (said, response) in facts.foreseen() {
        match score(it, &response) {
            Some(Score::FULL) => {
                let what = format!("the wrong answer `{said}` is accepted as right");
                faults.push(Fault::error(
                    "C10",
                    what,
                    "take it out of the wrong answers, or change the key",
                ));
            }
            None => {
                let what = format!("the wrong answer `{said}` can never be given");
                faults.push(Fault::error("C10", what, "write one that a pupil can give"));
            }
            Some(_) => {}
        }
    }
    for (code, cards) in facts.sides() {
        faults.extend(doubles(code, &cards));
    }
    faults.extend(facts.faults());
    faults
}

fn score(interaction: &Interaction, response: &Response) -> Option<Score> {
    interaction.judge(response).score
}

fn doubles(code: &'static str, cards: &[&Block]) -> Option<Fault> {
    let meanings: Vec<String> = cards.iter().map(|card| meaning(card)).collect();
    let double = (1..meanings.len()).find(|at| meanings[..*at].contains(&meanings[*at]))?;
    let first = meanings.iter().position(|it| *it == meanings[double])?;
    let what = format!("`{}` and `{}` mean the same", shown(cards[first]), shown(cards[double]));
    Some(Fault::error(
        code,
        what,
        "change or leave out one of them; 2/4, 1/2 and 0.5 are one value",
    ))
}
