//! Puts cards in order.

use super::{Feedback, Score, Verdict};
use crate::codec_struct;
use crate::text::Block;

/// Three to seven cards with one right order, or a few.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// In the right order.
    pub cards: Vec<Block>,
    /// Other accepted orders, as places in `cards`.
    pub also: Vec<Vec<u8>>,
    /// Foreseen wrong orders.
    pub wrong: Vec<(Vec<u8>, Feedback)>,
    /// What is said to any other wrong order.
    pub other: Option<Feedback>,
}

codec_struct!(Order { cards, also, wrong, other });

impl Order {
    pub(super) fn judge(&self, order: &[u8]) -> Verdict<'_> {
        let whole = order.len() == self.cards.len()
            && (0..order.len() as u8).all(|card| order.contains(&card));
        if !whole {
            return Verdict::UNREADABLE;
        }
        if self.also.iter().any(|also| also == order) {
            return Verdict::RIGHT;
        }
        let foreseen =
            self.wrong.iter().find(|(wrong, _)| wrong == order).map(|(_, feedback)| feedback);
        // Pairs of neighbours that follow each other as they should: a card that slipped costs one place, not all.
        let follow = order.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
        let score = Score::share(follow, self.cards.len().saturating_sub(1));
        Verdict::scored(score, foreseen.or(self.other.as_ref()))
    }
}
