//! What a card or a text says, in signs: for messages, and to tell what only looks different.

use course::item::fold;
use course::rational::Rational;
use course::text::{Block, MathNode, Span};

/// A card by what it means: equal values and equal words are equal however they are written.
pub(super) fn meaning(card: &Block) -> String {
    match card {
        Block::Paragraph(text) => {
            let words = fold(&written(text));
            quantity(&words).map_or(words, |(value, unit)| format!("{value} {unit}"))
        }
        Block::Picture(picture, _) => format!("picture {picture}"),
        Block::Figure(figure) => {
            format!("figure {:?} {:?} {:?}", figure.kind, figure.numbers, figure.picture)
        }
        Block::List(points) => {
            points.iter().map(|point| fold(&written(point))).collect::<Vec<_>>().join("\n")
        }
        Block::Listen(speech) => format!("sound {} {}", speech.lang, fold(&speech.words)),
    }
}

/// How a message names a card.
pub(crate) fn shown(card: &Block) -> String {
    match card {
        Block::Paragraph(text) => written(text),
        Block::Picture(_, words) => words.clone(),
        Block::Figure(figure) => written(&figure.alt),
        Block::List(points) => {
            points.iter().map(|point| written(point)).collect::<Vec<_>>().join(" ")
        }
        Block::Listen(speech) => speech.words.clone(),
    }
}

/// A text in signs: formulae as `3/4`, not as they are said, every space as it was typed.
pub(super) fn written(text: &[Span]) -> String {
    let spans = text.iter().map(|span| match span {
        Span::Plain(words) | Span::Foreign(_, words) => words.replace('\u{a0}', " "),
        Span::Strong(text) | Span::Emphasis(text) => written(text),
        Span::Math(math) => math.nodes.iter().map(signs).collect(),
        Span::Gap => "…".to_owned(),
        Span::Value(_) | Span::Word(..) | Span::Count(..) => String::new(),
    });
    spans.collect()
}

fn signs(node: &MathNode) -> String {
    let row = |nodes: &[MathNode]| nodes.iter().map(signs).collect::<String>();
    match node {
        MathNode::Number(text)
        | MathNode::Operator(text)
        | MathNode::Identifier(text)
        | MathNode::Words(text) => text.clone(),
        MathNode::Row(nodes) => row(nodes),
        MathNode::Fraction(above, below) => format!(" {}/{}", row(above), row(below)),
        MathNode::Power(base, exponent) => format!("{}^{}", row(base), row(exponent)),
        MathNode::Index(base, index) => format!("{}_{}", row(base), row(index)),
        MathNode::Root(inside) => format!("√({})", row(inside)),
    }
}

/// The value of words such as `3 kg` in a basic unit.
fn quantity(words: &str) -> Option<(Rational, &'static str)> {
    const UNITS: [(&[&str], &str, i64); 13] = [
        (&[""], "", 1),
        (&["g", "克"], "g", 1),
        (&["kg", "千克", "公斤"], "g", 1_000),
        (&["t", "吨"], "g", 1_000_000),
        (&["mm", "毫米"], "mm", 1),
        (&["cm", "厘米"], "mm", 10),
        (&["dm", "分米"], "mm", 100),
        (&["m", "米"], "mm", 1_000),
        (&["km", "千米"], "mm", 1_000_000),
        (&["ml", "毫升"], "ml", 1),
        (&["l", "升"], "ml", 1_000),
        (&["min", "分钟"], "min", 1),
        (&["h", "小时"], "min", 60),
    ];
    let split = words.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, unit) = (&words[..split], words[split..].trim());
    let (_, base, factor) = UNITS.into_iter().find(|(names, ..)| names.contains(&unit))?;
    let [amount] = course::number::read(number, &[])[..] else { return None };
    if amount.remainder.is_some() {
        return None;
    }
    Some((amount.value.mul(Rational::whole(factor))?, base))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::arithmetic::{holds, relations};

    #[test]
    fn bound_spaces_are_read_as_others() {
        let text = |words: &str| vec![Span::Plain(words.to_owned())];
        let bound = written(&text("So 8\u{a0}+\u{a0}5\u{a0}=\u{a0}13. Good."));
        assert_eq!(relations(&bound), ["8 + 5 = 13"]);
        assert_eq!(holds(&written(&text("8\u{a0}+\u{a0}5\u{a0}=\u{a0}12"))), Some(false));
        let [one, other] =
            ["8\u{a0}+\u{a0}5", "8 + 5"].map(|it| meaning(&Block::Paragraph(text(it))));
        assert_eq!(one, other);
    }
}
