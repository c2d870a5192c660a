//! An engine: models are tried out, foretold and explained, charts read.
//!
//! [`Lab`] is what is open: plain values, as `stage::Stage` says.

pub mod words;

use course::item::Mark;
use stage::node::{Element, el};
use stage::{Effect, Input, Stage, Told};

stage::engine!(Lab);

/// What is open.
pub enum Lab {}

/// What a control asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {}

impl Stage for Lab {
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
