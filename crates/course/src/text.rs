//! Rich text: a closed set of runs and blocks, built as DOM nodes by the app and as nothing else.

use crate::codec::{Decode, DecodeError, END, Encode, Out, Reader};
use crate::expr::Expr;
use crate::figure::Figure;
use crate::{codec_enum, codec_struct};

/// Runs of text in reading order.
pub type Text = Vec<Span>;

/// One run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Words as they are.
    Plain(String),
    /// Words that matter.
    Strong(Text),
    /// Words that are stressed.
    Emphasis(Text),
    /// Words in another language than the lesson's: BCP 47 tag, words.
    Foreign(String, String),
    /// A formula.
    Math(Math),
    /// The place that the learner fills.
    Gap,
    /// In a generator: the value of an expression.
    Value(Expr),
    /// In a generator: a word of the list that the parameter with this index was drawn from, in a form.
    Word(u8, WordForm),
    /// In a generator: how many, and the noun that a parameter drew, in agreement.
    Count(Expr, u8),
}

/// A text is its words with marks in them: the number of a run that is more than words, whose fields follow elsewhere.
impl Encode for Span {
    fn encode(&self, out: &mut impl Out) {
        Self::encode_list(std::slice::from_ref(self), out);
    }

    fn encode_list(text: &[Self], out: &mut impl Out) {
        let mut words = String::new();
        for span in text {
            match span {
                Self::Plain(more) => {
                    words.push_str(more);
                    continue;
                }
                Self::Strong(_) => out.run(&words, 1),
                Self::Emphasis(_) => out.run(&words, 2),
                Self::Foreign(..) => out.run(&words, 3),
                Self::Math(_) => out.run(&words, 4),
                Self::Gap => out.run(&words, 5),
                Self::Value(_) => out.run(&words, 6),
                Self::Word(..) => out.run(&words, 7),
                Self::Count(..) => out.run(&words, 8),
            }
            words.clear();
            match span {
                Self::Plain(_) | Self::Gap => {}
                Self::Strong(text) | Self::Emphasis(text) => text.encode(out),
                Self::Foreign(lang, words) => {
                    lang.encode(out);
                    out.swap_words();
                    words.encode(out);
                    out.swap_words();
                }
                Self::Math(math) => math.encode(out),
                Self::Value(expr) => expr.encode(out),
                Self::Word(parameter, form) => {
                    parameter.encode(out);
                    form.encode(out);
                }
                Self::Count(expr, parameter) => {
                    expr.encode(out);
                    parameter.encode(out);
                }
            }
        }
        out.run(&words, END);
    }
}

impl Decode for Span {
    fn decode(input: &mut Reader<'_>) -> Self {
        Self::decode_list(input).pop().unwrap_or(Self::Gap)
    }

    fn decode_list(input: &mut Reader<'_>) -> Text {
        let mut text = Vec::new();
        input.descend();
        loop {
            let (words, mark) = input.run();
            if !words.is_empty() {
                text.push(Self::Plain(words));
            }
            if mark == END {
                break;
            }
            text.push(Self::marked(mark, input));
        }
        input.ascend();
        text
    }
}

impl Span {
    /// The run behind a mark.
    fn marked(mark: u8, input: &mut Reader<'_>) -> Self {
        match mark {
            1 => Self::Strong(Text::decode(input)),
            2 => Self::Emphasis(Text::decode(input)),
            3 => {
                let lang = String::decode(input);
                input.swap_words();
                let words = String::decode(input);
                input.swap_words();
                Self::Foreign(lang, words)
            }
            4 => Self::Math(Math::decode(input)),
            5 => Self::Gap,
            6 => Self::Value(Expr::decode(input)),
            7 => Self::Word(u8::decode(input), WordForm::decode(input)),
            8 => Self::Count(Expr::decode(input), u8::decode(input)),
            _ => {
                input.fail(DecodeError::Malformed);
                Self::Gap
            }
        }
    }
}

/// The form in which a listed word stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordForm {
    /// egg · 鸡蛋
    One,
    /// eggs · 鸡蛋
    Many,
    /// an egg · 一个鸡蛋
    Article,
}

codec_enum!(WordForm { 0 => One, 1 => Many, 2 => Article });

/// A word or name from the shared lists, in the forms that sentences need.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// egg · 鸡蛋
    pub one: String,
    /// eggs · 鸡蛋
    pub many: String,
    /// an egg · 一个鸡蛋
    pub article: String,
    /// What follows the number one: ` egg` · `个鸡蛋`
    pub after_one: String,
    /// What follows any other number: ` eggs` · `个鸡蛋`
    pub after_many: String,
}

codec_struct!(Word { one, many, article, after_one, after_many });

/// A formula as MathML Core, in our own tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Math {
    /// How a voice says it.
    pub spoken: String,
    /// The formula.
    pub nodes: Vec<MathNode>,
}

codec_struct!(Math { spoken, nodes });

/// An element of MathML Core.
#[derive(Debug, Clone, PartialEq)]
pub enum MathNode {
    /// `<mn>`
    Number(String),
    /// `<mo>`
    Operator(String),
    /// `<mi>`
    Identifier(String),
    /// `<mtext>`
    Words(String),
    /// `<mrow>`
    Row(Vec<MathNode>),
    /// `<mfrac>`: above, below
    Fraction(Vec<MathNode>, Vec<MathNode>),
    /// `<msup>`: base, exponent
    Power(Vec<MathNode>, Vec<MathNode>),
    /// `<msub>`: base, index
    Index(Vec<MathNode>, Vec<MathNode>),
    /// `<msqrt>`
    Root(Vec<MathNode>),
}

codec_enum!(MathNode {
    0 => Number(text), 1 => Operator(text), 2 => Identifier(text), 3 => Words(text), 4 => Row(nodes),
    5 => Fraction(above, below), 6 => Power(base, exponent), 7 => Index(base, index), 8 => Root(nodes),
});

/// One block of a card or a prompt.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A picture of the pack and the words for it.
    Picture(u16, String),
    /// A drawing made from numbers.
    Figure(Figure),
    /// A list of points.
    List(Vec<Text>),
    /// Something to listen to, shown as text where there is no voice.
    Listen(Speech),
}

codec_enum!(Block {
    0 => Paragraph(text), 1 => Picture(picture, alt), 2 => Figure(figure), 3 => List(points), 4 => Listen(speech),
});

/// Words to be spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Speech {
    /// BCP 47 tag of their language.
    pub lang: String,
    /// The words.
    pub words: String,
}

codec_struct!(Speech { lang, words });

/// The text without its dress: for comparing, speaking and plain places. Unfilled runs of a generator are left out.
pub fn plain(text: &[Span]) -> String {
    let mut out = String::new();
    push_plain(text, &mut out);
    out
}

fn push_plain(text: &[Span], out: &mut String) {
    for span in text {
        match span {
            Span::Plain(words) | Span::Foreign(_, words) => out.push_str(words),
            Span::Strong(text) | Span::Emphasis(text) => push_plain(text, out),
            Span::Math(math) => out.push_str(&math.spoken),
            Span::Gap => out.push('…'),
            Span::Value(_) | Span::Word(..) | Span::Count(..) => {}
        }
    }
}

/// `text` cut into runs with their readings: at each place the longest phrase of `table` that stands there. A reading
/// is given as the table has it; runs that the table lacks have none.
pub fn ruby(text: &str, table: &[(String, String)]) -> Vec<(String, Option<String>)> {
    let mut runs: Vec<(String, Option<String>)> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let fitting = table
            .iter()
            .filter(|(phrase, _)| rest.starts_with(phrase.as_str()) && !phrase.is_empty());
        match fitting.max_by_key(|(phrase, _)| phrase.len()) {
            Some((phrase, reading)) => {
                runs.push((phrase.clone(), Some(reading.clone())));
                rest = &rest[phrase.len()..];
            }
            None => {
                match runs.last_mut() {
                    Some((run, None)) => run.push(first),
                    Some((_, Some(_))) | None => runs.push((String::from(first), None)),
                }
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_has_its_reading() {
        let table = [("数", "shù"), ("数一数", "shǔ yi shǔ"), ("一", "yī")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()));
        let read = ruby("数一数，1个数", &table);
        let read: Vec<(&str, Option<&str>)> =
            read.iter().map(|(run, it)| (run.as_str(), it.as_deref())).collect();
        assert_eq!(read, [("数一数", Some("shǔ yi shǔ")), ("，1个", None), ("数", Some("shù"))]);
    }
}
