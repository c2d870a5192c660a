//! The points of an answer list: what may be answered, and what is then said.

use crate::diagnostic::{Diagnostics, Place};
use crate::heading::is_misconception;
use crate::inline::{Inline, plain, split_once, trim};
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
    let mut said = Said { misconception: None, text };
    said.find_misconception(diagnostics);
    if said.text.is_empty() {
        let instead = "write behind `::` what happened and what to try";
        diagnostics.error("C51", point, "nothing is said to this answer", instead);
    }
    said
}

impl Said {
    /// Takes a misconception off the start of the text, if one stands there.
    pub fn find_misconception(&mut self, diagnostics: &mut Diagnostics) {
        self.text = trim(std::mem::take(&mut self.text));
        let Some(Inline::Text(words, place)) = self.text.first_mut() else { return };
        let first = words.split_whitespace().next().unwrap_or_default().to_owned();
        let its_place = place.part(0, first.len());
        if is_misconception(&first) {
            self.misconception = Some((first.clone(), its_place));
            *place = place.part(first.len(), words.len());
            words.drain(..first.len());
            self.text = trim(std::mem::take(&mut self.text));
        } else if first.len() > 2 && (first.starts_with("x.") || first.starts_with("y.")) {
            let what = format!("`{first}` is no misconception's id");
            diagnostics.error(
                "C02",
                its_place,
                what,
                "write it as `x.off1`, with a blank behind it",
            );
        }
    }
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
