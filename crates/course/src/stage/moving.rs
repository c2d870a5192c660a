//! The pieces of the engine `moving`: what is done away from the screen, led, told and written down on it.

use super::{Staging, read};
use crate::item::StagedKind;

pub mod counter;
pub mod diary;
pub mod figure;
pub mod moves;
pub mod routine;
pub mod scenario;
#[cfg(test)]
mod tests;

pub use diary::{Diary, Entry, Field, Measure};
pub use routine::{Block, Cue, Exercise, Form, Gate, Moved, Routine, Section, SectionKind};
pub use scenario::{Scenario, Scene, Way};

/// The piece of this kind in `bytes`.
pub(super) fn piece(kind: StagedKind, bytes: &[u8]) -> Option<Box<dyn Staging>> {
    match kind {
        StagedKind::Routine => read::<Routine>(bytes),
        StagedKind::Scenario => read::<Scenario>(bytes),
        StagedKind::Diary => read::<Diary>(bytes),
        StagedKind::Tap
        | StagedKind::Keys
        | StagedKind::Notate
        | StagedKind::Listen
        | StagedKind::Draw
        | StagedKind::Trace
        | StagedKind::Geo
        | StagedKind::Mix
        | StagedKind::Sim
        | StagedKind::Predict
        | StagedKind::Chart => None,
    }
}
