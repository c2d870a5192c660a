//! Puts cards in order.

use super::facts::{places, said, shuffled};
use super::{Facts, Marked, Source, count};
use crate::answer::Answer;
use crate::check::Fault;
use crate::compiler::Compiler;
use crate::inline::{place, plain};
use course::item::{Feedback, Order, Response};
use course::rng::Rng;
use course::text::Block;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Order> {
    let Some(list) = &source.body.cards else {
        let instead =
            "write below the prompt, in the right order: `1. first`, `2. second`, `3. third`";
        compiler.error("C01", source.body.heading(), "this item has no cards", instead);
        return None;
    };
    let cards: Vec<_> = list.points.iter().map(|point| compiler.card(&point.content)).collect();
    count(compiler, list.place, "cards", cards.len(), 3..=7);
    let answers = source.body.answers.as_deref().unwrap_or_default();
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    let also = marked
        .right
        .iter()
        .filter_map(|answer| permutation(compiler, answer, cards.len()))
        .collect();
    let wrong =
        marked.foreseen(compiler, |compiler, answer| permutation(compiler, answer, cards.len()));
    Some(Order { cards, also, wrong, other: marked.other })
}

/// `2 1 3`: the cards' numbers in another order.
fn permutation(compiler: &mut Compiler<'_>, answer: &Answer, cards: usize) -> Option<Vec<u8>> {
    let text = plain(&answer.head);
    let places: Option<Vec<u8>> =
        text.split_whitespace().map(|number| number.parse::<u8>().ok()?.checked_sub(1)).collect();
    let sorted = places.clone().map(|mut places| {
        places.sort_unstable();
        places
    });
    if sorted.is_none_or(|sorted| !sorted.iter().map(|at| usize::from(*at)).eq(0..cards)) {
        let place = place(&answer.head).unwrap_or(answer.place);
        let example: Vec<String> = (1..=cards).rev().map(|number| number.to_string()).collect();
        let what = format!("`{text}` is no order of the {cards} cards");
        compiler.error(
            "C01",
            place,
            what,
            format!("write every number once, as `{}`", example.join(" ")),
        );
        return None;
    }
    places
}

impl Facts for Order {
    fn cards(&self) -> Vec<&Block> {
        self.cards.iter().collect()
    }

    fn cards_mut(&mut self) -> Vec<&mut Block> {
        self.cards.iter_mut().collect()
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let orders = self.wrong.iter().map(|(order, _)| order);
        orders.map(|order| (places(order), Response::Order(order.clone()))).collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Order(shuffled(self.cards.len(), rng))
    }

    fn seconds(&self) -> u32 {
        30
    }

    /// C16: accepted orders can be laid.
    fn faults(&self) -> Vec<Fault> {
        let whole: Vec<u8> = (0..self.cards.len() as u8).collect();
        let mut faults = Vec::new();
        for also in &self.also {
            let mut sorted = also.clone();
            sorted.sort_unstable();
            if sorted != whole {
                faults.push(Fault::error(
                    "C16",
                    "an accepted order does not use each card once",
                    "write each number once",
                ));
            }
        }
        faults
    }
}
