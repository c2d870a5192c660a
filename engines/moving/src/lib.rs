//! An engine: moved along with a timer, stories of choices, a diary.
//!
//! [`Moving`] is what is open: plain values, as `stage::Stage` says.

pub mod words;

use course::item::Mark;
use stage::node::{Element, el};
use stage::{Effect, Input, Stage, Told};

stage::engine!(Moving);

/// What is open.
pub enum Moving {}

/// What a control asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {}

impl Stage for Moving {
    type Ask = Ask;

    fn open(_told: Told) -> Option<Self> {
        None
    }

    fn view(&self) -> Element<Ask> {
        el("div")
    }

    fn ask(&mut self, _ask: Ask, _input: Input) -> Vec<Effect> {
        Vec::new()
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        (Vec::new(), None)
    }
}
