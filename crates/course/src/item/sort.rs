//! Puts cards into bins.

use super::{Feedback, Score, Verdict};
use crate::codec_struct;
use crate::text::{Block, Text};

/// Four to eight cards for two to four bins.
#[derive(Debug, Clone, PartialEq)]
pub struct Sort {
    /// The bins' names.
    pub bins: Vec<Text>,
    /// Each card and the place of its bin.
    pub cards: Vec<(Block, u8)>,
    /// Foreseen wrong places: card and bin, and what is said.
    pub wrong: Vec<((u8, u8), Feedback)>,
    /// What is said to any other wrong place.
    pub other: Option<Feedback>,
}

codec_struct!(Sort { bins, cards, wrong, other });

impl Sort {
    pub(super) fn judge(&self, bins: &[u8]) -> Verdict<'_> {
        if bins.len() != self.cards.len()
            || bins.iter().any(|bin| usize::from(*bin) >= self.bins.len())
        {
            return Verdict::UNREADABLE;
        }
        let right = bins.iter().zip(&self.cards).filter(|(bin, (_, key))| *bin == key).count();
        let foreseen = self
            .wrong
            .iter()
            .find(|((card, bin), _)| bins.get(usize::from(*card)) == Some(bin))
            .map(|(_, feedback)| feedback);
        Verdict::scored(Score::share(right, self.cards.len()), foreseen.or(self.other.as_ref()))
    }
}
