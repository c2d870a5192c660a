//! The pieces of the engine `drawing`.

use super::Staging;
use crate::item::StagedKind;

pub mod kind;
pub mod paint;
pub mod point;
pub mod shape;
pub mod sheet;
pub mod svg;

/// The piece of this kind in `bytes`.
pub(super) fn piece(_kind: StagedKind, _bytes: &[u8]) -> Option<Box<dyn Staging>> {
    None
}
