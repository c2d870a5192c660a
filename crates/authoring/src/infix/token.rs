//! The words, numbers and signs of an expression.

use super::Fault;
use course::rational::Rational;

/// A piece of an expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token<'a> {
    /// A number: its length in bytes and its value.
    Number((usize, Rational)),
    /// A name, `and`, `or`, `not`.
    Word(&'a str),
    /// An operator, a bracket, a comma.
    Sign(&'a str),
    /// A printed minus.
    Minus,
}

impl Token<'_> {
    /// Whether it is this word or sign.
    pub fn is(self, wanted: &str) -> bool {
        match self {
            Self::Word(it) | Self::Sign(it) => it == wanted,
            Self::Minus => wanted == "-",
            Self::Number(_) => false,
        }
    }

    /// In bytes.
    pub const fn len(self) -> usize {
        match self {
            Self::Number((length, _)) => length,
            Self::Word(it) | Self::Sign(it) => it.len(),
            Self::Minus => '−'.len_utf8(),
        }
    }
}

/// Longer ones first.
const SIGNS: [&str; 18] =
    ["==", "!=", "<=", ">=", "//", "+", "-", "*", "/", "%", "<", ">", "=", "?", ":", "(", ")", ","];

/// The pieces of `text`, each with the byte where it starts.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token<'_>, usize)>, Fault> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let token = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if c.is_ascii_digit() {
            number(rest, at)?
        } else if c.is_ascii_alphabetic() {
            let length =
                rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            Token::Word(&rest[..length])
        } else if c == '−' {
            Token::Minus
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            Token::Sign(sign)
        } else {
            let instead = "write one of: + - * / // % == != < <= > >= and or not ? :".to_owned();
            return Err(Fault {
                start: at,
                end: at + c.len_utf8(),
                what: format!("`{c}` is no operator"),
                instead,
            });
        };
        found.push((token, at));
        at += token.len();
    }
    Ok(found)
}

fn number(rest: &str, at: usize) -> Result<Token<'_>, Fault> {
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let (whole, part) = rest[..length].split_once('.').unwrap_or((&rest[..length], ""));
    let value = || {
        let digits = format!("{whole}{part}").parse::<i64>().ok()?;
        Rational::new(digits, 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?)
    };
    value().map(|value| Token::Number((length, value))).ok_or_else(|| Fault {
        start: at,
        end: at + length,
        what: format!("`{}` is no number", &rest[..length]),
        instead: "write digits with at most one decimal point".to_owned(),
    })
}
