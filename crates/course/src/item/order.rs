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
        let follow =
            order.windows(2).filter(|pair| pair[0].checked_add(1) == Some(pair[1])).count();
        let score = Score::share(follow, self.cards.len().saturating_sub(1));
        Verdict::scored(score, foreseen.or(self.other.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use crate::item::Interaction;
    use crate::item::Response::{Order, Tiles};
    use crate::item::tests::judges;
    use crate::sample::order;

    #[test]
    fn scoring() {
        judges(
            &order(),
            &[
                ("the key", Order(vec![0, 1, 2, 3]), Some(1000), ""),
                ("another accepted order", Order(vec![0, 2, 1, 3]), Some(1000), ""),
                ("one card slipped to the end", Order(vec![1, 2, 3, 0]), Some(666), "x.other"),
                ("two halves changed places", Order(vec![2, 3, 0, 1]), Some(666), "x.other"),
                ("one pair follows", Order(vec![0, 1, 3, 2]), Some(333), "x.other"),
                ("backwards, foreseen", Order(vec![3, 2, 1, 0]), Some(0), "x.backwards"),
                ("too short", Order(vec![0, 1, 2]), None, ""),
                ("too long", Order(vec![0, 1, 2, 3, 3]), None, ""),
                ("a card twice", Order(vec![0, 1, 1, 3]), None, ""),
                ("a card that is not there", Order(vec![0, 1, 2, 4]), None, ""),
                ("none", Order(Vec::new()), None, ""),
                ("tiles", Tiles(vec![0, 1, 2, 3]), None, ""),
            ],
        );
    }

    #[test]
    fn as_many_cards_as_can_be_numbered() {
        let Interaction::Order(it) = order() else { panic!("an order") };
        let many = super::Order { cards: vec![it.cards[0].clone(); 256], ..it };
        let backwards = Order((0..=255).rev().collect());
        judges(&Interaction::Order(many), &[("backwards", backwards, Some(0), "x.other")]);
    }
}
