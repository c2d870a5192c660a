//! An engine: drawn, traced, built and mixed.
//!
//! [`Drawing`] is what is open: plain values, as `stage::Stage` says.

pub mod words;

use course::item::Mark;
use stage::node::{Element, el};
use stage::{Effect, Input, Stage, Told};

stage::engine!(Drawing);

/// What is open.
pub enum Drawing {}

/// What a control asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {}

impl Stage for Drawing {
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
