//! The options of a choice as real checkboxes: any number of them can be ticked.

use super::{Answer, choice};
use crate::ui::{El, of};
use course::item::Multi;
use course::plan::shuffled;

pub fn view(it: &Multi, answer: Answer<'_>) -> El {
    let places = shuffled(it.options.len(), answer.seed);
    of("div", "choice multi").is("role", "group").put(choice::options(&it.options, places, answer))
}
