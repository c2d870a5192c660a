//! Puts cards into bins.

use super::facts::{places, said};
use super::{Facts, Marked, Source, count, small};
use crate::compiler::Compiler;
use crate::inline::{split_all, split_once};
use crate::texts::Role;
use course::item::{Feedback, Response, Sort};
use course::rng::Rng;
use course::text::{Block, Text, plain};

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Sort> {
    let answers = source.answers(compiler, "`- Food: rice | soup`, a line for each bin")?;
    let marked = Marked::sort(compiler, answers);
    for answer in &marked.right {
        compiler.error("C01", answer.place, "bins have no mark", "write `- Food: rice | soup`");
    }
    let mut bins: Vec<Text> = Vec::new();
    let mut cards: Vec<(Block, u8)> = Vec::new();
    for answer in &marked.plain {
        let found = split_once(&answer.head, ":").or_else(|| split_once(&answer.head, "："));
        let Some((name, inside)) = found else {
            compiler.error("C01", answer.place, "this is no bin", "write `name: card | card`");
            continue;
        };
        let bin = small(bins.len());
        bins.push(compiler.text(&name));
        cards.extend(split_all(&inside, "|").iter().map(|card| (compiler.card(card), bin)));
    }
    count(compiler, source.body.heading(), "bins", bins.len(), 2..=4);
    count(compiler, source.body.heading(), "cards", cards.len(), 4..=8);
    let wrong = marked.foreseen(compiler, |compiler, answer| {
        let (card, bin) = split_once(&answer.head, " = ").unwrap_or_default();
        let (card, bin) = (compiler.card(&card), compiler.text(&bin));
        let card = cards.iter().position(|(known, _)| *known == card);
        let bin = bins.iter().position(|known| plain(known) == plain(&bin));
        if card.is_none() || bin.is_none() {
            let what = format!("there is no such {}", if card.is_none() { "card" } else { "bin" });
            compiler.error("C01", answer.place, what, "write `card = bin`, each exactly as above");
        }
        Some((small(card?), small(bin?)))
    });
    Some(Sort { bins, cards, wrong, other: marked.other })
}

impl Facts for Sort {
    fn cards(&self) -> Vec<&Block> {
        self.cards.iter().map(|(card, _)| card).collect()
    }

    fn cards_mut(&mut self) -> Vec<&mut Block> {
        self.cards.iter_mut().map(|(card, _)| card).collect()
    }

    fn sides(&self) -> Vec<(&'static str, Vec<&Block>)> {
        vec![("C18", self.cards())]
    }

    fn words(&self) -> Vec<(Role, Text)> {
        self.bins.iter().map(|bin| (Role::Option, bin.clone())).collect()
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let moved = |card: u8, to: u8| {
            let bins = self.cards.iter().zip(0..);
            bins.map(move |((_, bin), at)| if at == card { to } else { *bin }).collect()
        };
        let moves = self.wrong.iter().map(|((card, bin), _)| (*card, *bin));
        moves.map(|(card, bin)| (places(&[card, bin]), Response::Sort(moved(card, bin)))).collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        let bins = self.bins.len() as u64;
        Response::Sort(self.cards.iter().map(|_| rng.below(bins) as u8).collect())
    }

    fn seconds(&self) -> u32 {
        40
    }
}
