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

#[cfg(test)]
mod tests {
    use crate::item::Response::{Match, Sort};
    use crate::item::tests::judges;
    use crate::sample::sort;

    #[test]
    fn scoring() {
        judges(
            &sort(),
            &[
                ("the key", Sort(vec![0, 1, 0, 1]), Some(1000), ""),
                ("three of four, foreseen", Sort(vec![0, 0, 0, 1]), Some(750), "x.twoisodd"),
                ("three of four", Sort(vec![1, 1, 0, 1]), Some(750), "x.other"),
                ("all in one bin", Sort(vec![1, 1, 1, 1]), Some(500), "x.other"),
                ("all wrong", Sort(vec![1, 0, 1, 0]), Some(0), "x.twoisodd"),
                ("too short", Sort(vec![0, 1, 0]), None, ""),
                ("too long", Sort(vec![0, 1, 0, 1, 0]), None, ""),
                ("a bin that is not there", Sort(vec![0, 1, 0, 2]), None, ""),
                ("pairs", Match(vec![0, 1, 0, 1]), None, ""),
            ],
        );
    }
}
