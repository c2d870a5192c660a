//! The pieces of the engine `lab`: models are tried out, foretold and explained, charts read.

use super::{Piece, Staging};
use crate::codec::from_bytes;
use crate::item::StagedKind;

pub mod chart;
pub mod claim;
mod float;
mod magnet;
pub mod model;
mod plant;
pub mod predict;
pub mod released;
pub mod run;
pub mod setup;
mod shadow;
pub mod sim;

#[cfg(test)]
mod tests;

pub use chart::Chart;
pub use claim::Claim;
pub use model::Model;
pub use predict::Predict;
pub use run::Run;
pub use setup::{Row, Setup, Way};
pub use sim::Sim;

/// The piece of this kind in `bytes`.
pub(super) fn piece(kind: StagedKind, bytes: &[u8]) -> Option<Box<dyn Staging>> {
    match kind {
        StagedKind::Sim => read::<Sim>(bytes, Sim::is_sound),
        StagedKind::Predict => read::<Predict>(bytes, Predict::is_sound),
        StagedKind::Chart => read::<Chart>(bytes, Chart::is_sound),
        StagedKind::Tap
        | StagedKind::Keys
        | StagedKind::Notate
        | StagedKind::Listen
        | StagedKind::Draw
        | StagedKind::Trace
        | StagedKind::Geo
        | StagedKind::Mix
        | StagedKind::Routine
        | StagedKind::Scenario
        | StagedKind::Diary => None,
    }
}

/// A piece that can be done.
fn read<P: Piece + 'static>(bytes: &[u8], sound: fn(&P) -> bool) -> Option<Box<dyn Staging>> {
    let piece = from_bytes::<P>(bytes).ok().filter(sound)?;
    Some(Box::new(piece))
}
