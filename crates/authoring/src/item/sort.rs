//! Puts cards into bins.

use super::{Marked, Source, count, small};
use crate::compiler::Compiler;
use crate::inline::{split_all, split_once};
use course::item::Sort;
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
