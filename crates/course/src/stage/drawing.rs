//! The pieces of the engine `drawing`.

use super::{Staging, read};
use crate::item::StagedKind;

pub mod blend;
pub mod cover;
pub mod draw;
pub mod example;
pub mod geo;
pub mod kind;
pub mod mix;
pub mod paint;
pub mod point;
pub mod shape;
pub mod sheet;
pub mod svg;
pub mod trace;
pub mod want;

/// The piece of this kind in `bytes`.
pub(super) fn piece(kind: StagedKind, bytes: &[u8]) -> Option<Box<dyn Staging>> {
    match kind {
        StagedKind::Draw => read::<draw::Draw>(bytes),
        StagedKind::Trace => read::<trace::Trace>(bytes),
        StagedKind::Geo => read::<geo::Geo>(bytes),
        StagedKind::Mix => read::<mix::Mix>(bytes),
        StagedKind::Tap
        | StagedKind::Keys
        | StagedKind::Notate
        | StagedKind::Listen
        | StagedKind::Routine
        | StagedKind::Scenario
        | StagedKind::Diary
        | StagedKind::Sim
        | StagedKind::Predict
        | StagedKind::Chart => None,
    }
}
