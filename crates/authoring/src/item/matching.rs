//! Joins pairs.

use super::facts::{places, said, shuffled};
use super::{Facts, Marked, Source, count, small};
use crate::answer::Answer;
use crate::compiler::Compiler;
use crate::inline::split_once;
use course::item::{Feedback, Match, Response};
use course::rng::Rng;
use course::text::Block;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Match> {
    let answers = source.answers(compiler, "`- left = right`, three to five of them")?;
    let marked = Marked::sort(compiler, answers);
    for answer in &marked.right {
        compiler.error("C01", answer.place, "pairs have no mark", "write `- left = right`");
    }
    let pairs: Vec<(Block, Block)> =
        marked.plain.iter().filter_map(|answer| pair(compiler, answer)).collect();
    count(compiler, source.body.heading(), "pairs", pairs.len(), 3..=5);
    let wrong = marked.foreseen(compiler, |compiler, answer| {
        let (left, right) = pair(compiler, answer)?;
        let left = pairs.iter().position(|(known, _)| *known == left);
        let right = pairs.iter().position(|(_, known)| *known == right);
        if left.is_none() || right.is_none() {
            let what = format!(
                "the {} card stands in no pair",
                if left.is_none() { "left" } else { "right" }
            );
            compiler.error(
                "C01",
                answer.place,
                what,
                "write the cards exactly as in the pairs above",
            );
        }
        Some((small(left?), small(right?)))
    });
    Some(Match { pairs, wrong, other: marked.other })
}

fn pair(compiler: &mut Compiler<'_>, answer: &Answer) -> Option<(Block, Block)> {
    let Some((left, right)) = split_once(&answer.head, " = ") else {
        compiler.error(
            "C01",
            answer.place,
            "this is no pair",
            "write `left = right`, with blanks around `=`",
        );
        return None;
    };
    Some((compiler.card(&left), compiler.card(&right)))
}

impl Facts for Match {
    fn cards(&self) -> Vec<&Block> {
        self.pairs.iter().flat_map(|(left, right)| [left, right]).collect()
    }

    fn cards_mut(&mut self) -> Vec<&mut Block> {
        self.pairs.iter_mut().flat_map(|(left, right)| [left, right]).collect()
    }

    fn sides(&self) -> Vec<(&'static str, Vec<&Block>)> {
        vec![
            ("C18", self.pairs.iter().map(|(left, _)| left).collect()),
            ("C18", self.pairs.iter().map(|(_, right)| right).collect()),
        ]
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let joins = self.wrong.iter().map(|((left, right), _)| (*left, *right));
        joins
            .map(|(left, right)| {
                (places(&[left, right]), Response::Match(swapped(self, left, right)))
            })
            .collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Match(shuffled(self.pairs.len(), rng))
    }

    fn seconds(&self) -> u32 {
        40
    }
}

/// The key with this left card joined to that right one, whose own left card takes what is left over.
fn swapped(it: &Match, left: u8, right: u8) -> Vec<u8> {
    let mut places: Vec<u8> = (0..it.pairs.len() as u8).collect();
    for place in &mut places {
        if *place == left {
            *place = right;
        } else if *place == right {
            *place = left;
        }
    }
    places
}
