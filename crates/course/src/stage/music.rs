//! The pieces of the engine `music`.

use super::{Staging, read};
use crate::item::StagedKind;

pub mod keys;
mod likeness;
pub mod listen;
pub mod midi;
pub mod motif;
pub mod notate;
pub mod notation;
pub mod note;
pub mod sound;
pub mod tap;
pub mod text;

/// The piece of this kind in `bytes`.
pub(super) fn piece(kind: StagedKind, bytes: &[u8]) -> Option<Box<dyn Staging>> {
    match kind {
        StagedKind::Tap => read::<tap::Tap>(bytes),
        StagedKind::Keys => read::<keys::Keys>(bytes),
        StagedKind::Notate => read::<notate::Notate>(bytes),
        StagedKind::Listen => read::<listen::Listen>(bytes),
        StagedKind::Draw
        | StagedKind::Trace
        | StagedKind::Geo
        | StagedKind::Mix
        | StagedKind::Routine
        | StagedKind::Scenario
        | StagedKind::Diary
        | StagedKind::Sim
        | StagedKind::Predict
        | StagedKind::Chart => None,
    }
}

/// This seed, then others that are tried where not everything that is drawn can show what is looked for.
fn seeds(seed: u64) -> impl Iterator<Item = u64> {
    (0..16).map(move |other| seed.wrapping_add(other))
}
