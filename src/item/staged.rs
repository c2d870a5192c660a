//! A stage: an engine fills it, and says what was done.

use super::Answer;
use crate::ui::{El, of};

pub fn view(answer: Answer<'_>) -> El {
    of("div", "staged").is("id", "stage").may("data-locked", answer.locked.then_some("true"))
}
