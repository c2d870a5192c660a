//! What checks ask of an interaction beside its judgement: each answers in its own file.

use crate::check::Fault;
use crate::texts::Role;
use course::expr::Expr;
use course::generator::Number;
use course::item::{Feedback, Interaction, Response};
use course::rng::Rng;
use course::text::{Block, Span, Text};

/// What an interaction tells about itself. What has no default here must not be forgotten in a new one.
pub(crate) trait Facts {
    /// What is picked, moved or joined, in the order in which it is written.
    fn cards(&self) -> Vec<&Block> {
        Vec::new()
    }

    /// The same cards, to be changed.
    fn cards_mut(&mut self) -> Vec<&mut Block> {
        Vec::new()
    }

    /// Lists of cards in which no two may be alike, each with the check that wants it.
    fn sides(&self) -> Vec<(&'static str, Vec<&Block>)> {
        vec![("C12", self.cards())]
    }

    /// The texts beside its cards and its feedback.
    fn words(&self) -> Vec<(Role, Text)> {
        Vec::new()
    }

    /// What is right.
    fn key(&self) -> Key<'_> {
        Key::Own
    }

    /// The response that ends it, if nothing in it is marked.
    fn unmarked(&self) -> Option<Response> {
        None
    }

    /// Every foreseen wrong answer, with how to name it.
    fn foreseen(&self) -> Vec<(String, Response)>;

    /// In a template, the ways to be wrong that depend on what is drawn.
    fn rules(&self) -> Vec<Rule<'_>> {
        Vec::new()
    }

    /// All that is said to wrong answers.
    fn feedback(&self) -> Vec<&Feedback>;

    /// Whether there are wrong answers to which nothing is said.
    fn open(&self) -> bool;

    /// What a learner answers who does not think.
    fn random(&self, rng: &mut Rng) -> Response;

    /// How long it takes a pupil of its band, feedback included.
    fn seconds(&self) -> u32;

    /// What else can be wrong with it.
    fn faults(&self) -> Vec<Fault> {
        Vec::new()
    }
}

/// What is right, where it can be told without the item.
pub(crate) enum Key<'a> {
    /// A number.
    Number(&'a Number),
    /// A number that has a remainder.
    Quotient(&'a Number),
    /// Filled cells: so many, if any will do.
    Cells(Option<&'a Number>),
    /// One of the cards.
    Card(&'a Block),
    /// Words.
    Text(&'a str),
    /// Made of the item's own cards, or not marked.
    Own,
}

/// A way to be wrong that a template declares.
pub(crate) struct Rule<'a> {
    pub feedback: &'a Feedback,
    /// What is answered then, if it is a number.
    pub value: Option<&'a Expr>,
    /// Where it applies, if not everywhere.
    pub when: Option<&'a Expr>,
}

/// The one list of all interactions; a macro, since what is read and what is changed differ in type alone.
macro_rules! of {
    ($interaction:expr) => {
        match $interaction {
            Interaction::Choice(it) => it,
            Interaction::Number(it) => it,
            Interaction::Text(it) => it,
            Interaction::Order(it) => it,
            Interaction::Match(it) => it,
            Interaction::Sort(it) => it,
            Interaction::Tiles(it) => it,
            Interaction::Numline(it) => it,
            Interaction::Grid(it) => it,
            Interaction::Read(it) => it,
            Interaction::Check(it) => it,
            Interaction::Multi(it) => it,
            Interaction::Staged(it) => it,
        }
    };
}

/// What an interaction tells about itself.
pub(crate) fn facts(interaction: &Interaction) -> &dyn Facts {
    of!(interaction)
}

/// The same, to change its cards.
pub(crate) fn facts_mut(interaction: &mut Interaction) -> &mut dyn Facts {
    of!(interaction)
}

/// The number that a template computes for a card, if the card is nothing else.
pub(crate) fn computed(card: &Block) -> Option<&Expr> {
    match card {
        Block::Paragraph(text) => match &text[..] {
            [Span::Value(expr)] => Some(expr),
            _ => None,
        },
        Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => None,
    }
}

/// The rules among foreseen wrong numbers.
pub(super) fn rules(wrong: &[(Number, Feedback)]) -> Vec<Rule<'_>> {
    let computed = wrong.iter().filter_map(|(number, feedback)| match number {
        Number::Computed(expr) => Some(Rule { feedback, value: Some(expr), when: None }),
        Number::Fixed(_) => None,
    });
    computed.collect()
}

/// What is said to foreseen wrong answers, then to any other.
pub(super) fn said<'a, T>(
    wrong: &'a [(T, Feedback)],
    other: &'a Option<Feedback>,
) -> Vec<&'a Feedback> {
    wrong.iter().map(|(_, feedback)| feedback).chain(other).collect()
}

/// Places as an author counts them.
pub(super) fn places(places: &[u8]) -> String {
    places.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(" ")
}

/// So many places in any order.
pub(super) fn shuffled(count: usize, rng: &mut Rng) -> Vec<u8> {
    let mut places: Vec<u8> = (0..count as u8).collect();
    rng.shuffle(&mut places);
    places
}

#[cfg(test)]
mod tests {
    use super::{facts, facts_mut};
    use course::text::Block;

    /// A picture on a card that is only read would keep the number that it had in its item.
    #[test]
    fn every_card_that_is_read_can_be_changed() {
        for mut interaction in course::sample::every() {
            let read: Vec<Block> = facts(&interaction).cards().into_iter().cloned().collect();
            let name = interaction.name();
            let changed = facts_mut(&mut interaction).cards_mut();
            assert_eq!(
                changed.into_iter().map(|card| &*card).collect::<Vec<_>>(),
                read.iter().collect::<Vec<_>>(),
                "{name}"
            );
        }
    }
}
