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

#[cfg(test)]
mod tests {
    use crate::item::Response::{Match, Sort};
    use crate::item::tests::judges;
    use crate::sample::matching;

    #[test]
    fn scoring() {
        judges(
            &matching(),
            &[
                ("the key", Match(vec![0, 1, 2]), Some(1000), ""),
                (
                    "one pair of three, a foreseen join",
                    Match(vec![1, 0, 2]),
                    Some(333),
                    "x.dogmeows",
                ),
                ("one pair of three, another join", Match(vec![0, 2, 1]), Some(333), "x.other"),
                ("none", Match(vec![2, 0, 1]), Some(0), "x.other"),
                ("one partner for all", Match(vec![0, 0, 0]), Some(333), "x.other"),
                ("too short", Match(vec![0, 1]), None, ""),
                ("too long", Match(vec![0, 1, 2, 2]), None, ""),
                ("a partner that is not there", Match(vec![0, 1, 3]), None, ""),
                ("bins", Sort(vec![0, 1, 2]), None, ""),
            ],
        );
    }
}
