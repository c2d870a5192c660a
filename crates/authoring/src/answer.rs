//! The points of an answer list: what may be answered, and what is then said.

use crate::diagnostic::{Diagnostics, Place};
use crate::heading::is_misconception;
use crate::inline::{Inline, place, plain, split_once, trim};
use crate::markdown::Point;

/// `[ ] {a - b} when b < a :: x.opswap You took away.`
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    /// `[x]`, `[ ]` or neither.
    pub mark: Option<bool>,
    pub head: Vec<Inline>,
    /// In a generator, the condition under which it stands.
    pub when: Option<(String, Place)>,
    /// Behind `::`.
    pub feedback: Option<Said>,
    pub place: Place,
}

/// What stands behind `::`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Said {
    pub misconception: Option<(String, Place)>,
    pub text: Vec<Inline>,
}

impl Answer {
    /// Reads a point; `template` says whether `when` has a meaning.
    pub fn parse(point: &Point, template: bool, diagnostics: &mut Diagnostics) -> Self {
        let (head, feedback) = match split_once(&point.content, "::") {
            Some((head, feedback)) => (head, Some(said(feedback, point.place, diagnostics))),
            None => (point.content.clone(), None),
        };
        let (head, when) = if template { condition(head) } else { (head, None) };
        Self { mark: point.mark, head, when, feedback, place: point.place }
    }

    /// Every other wrong answer: `*`.
    pub fn is_other(&self) -> bool {
        plain(&self.head) == "*"
    }
}

fn said(text: Vec<Inline>, point: Place, diagnostics: &mut Diagnostics) -> Said {
    let mut text = text;
    let mut misconception = None;
    if let Some(Inline::Text(words, place)) = text.first() {
        let first = words.split_whitespace().next().unwrap_or_default();
        let prefixed = first.starts_with("x.") || first.starts_with("y.");
        if is_misconception(first) {
            misconception = Some((first.to_owned(), place.part(0, first.len())));
            let rest =
                Inline::Text(words[first.len()..].to_owned(), place.part(first.len(), words.len()));
            text[0] = rest;
        } else if prefixed && first.len() > 2 {
            let what = format!("`{first}` is no misconception's id");
            diagnostics.error(
                "C02",
                place.part(0, first.len()),
                what,
                "write it as `x.off1`, with a blank behind it",
            );
        }
    }
    let text = trim(text);
    if text.is_empty() {
        let place = place(&text).unwrap_or(point);
        diagnostics.error(
            "C51",
            place,
            "nothing is said to this answer",
            "write behind `::` what happened and what to try",
        );
    }
    Said { misconception, text }
}

/// Takes the condition off the end of the head.
fn condition(mut head: Vec<Inline>) -> (Vec<Inline>, Option<(String, Place)>) {
    let Some(Inline::Text(words, place)) = head.last_mut() else { return (head, None) };
    let Some(at) = words.find(" when ") else { return (head, None) };
    let start = at + " when ".len();
    let when = (words[start..].to_owned(), place.part(start, words.len()));
    *place = place.part(0, at);
    words.truncate(at);
    (trim(head), Some(when))
}
