//! Joins pairs.

use super::{Feedback, Score, Verdict};
use crate::codec_struct;
use crate::text::Block;

/// Three to five pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Left and right cards that belong together.
    pub pairs: Vec<(Block, Block)>,
    /// Foreseen wrong joins: left and right place, and what is said.
    pub wrong: Vec<((u8, u8), Feedback)>,
    /// What is said to any other wrong join.
    pub other: Option<Feedback>,
}

codec_struct!(Match { pairs, wrong, other });

impl Match {
    pub(super) fn judge(&self, places: &[u8]) -> Verdict<'_> {
        let count = self.pairs.len();
        if places.len() != count || places.iter().any(|place| usize::from(*place) >= count) {
            return Verdict::UNREADABLE;
        }
        let right = places.iter().zip(0_u8..).filter(|(place, left)| **place == *left).count();
        let foreseen = self
            .wrong
            .iter()
            .find(|((left, place), _)| places.get(usize::from(*left)) == Some(place))
            .map(|(_, feedback)| feedback);
        Verdict::scored(Score::share(right, count), foreseen.or(self.other.as_ref()))
    }
}
