//! Joins pairs.

use super::{Marked, Source, count, small};
use crate::answer::Answer;
use crate::compiler::Compiler;
use crate::inline::split_once;
use course::item::Match;
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
