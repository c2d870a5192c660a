//! The rules for wrong answers that a template declares, and how its key is computed.

use super::Fault;
use crate::item::{Key, Rule, computed, facts};
use course::expr::{Expr, Op, evaluate};
use course::generator::{Number, Template};
use course::item::Item;
use course::rational::Rational;

impl Rule<'_> {
    /// Its value with these parameters; `None` if it does not apply or is no number.
    pub(super) fn value(&self, parameters: &[Rational]) -> Option<Rational> {
        if self.applies(parameters) { evaluate(self.value?, parameters) } else { None }
    }

    pub(super) fn applies(&self, parameters: &[Rational]) -> bool {
        self.when.is_none_or(|when| course::expr::holds(when, parameters))
            && self.value.is_none_or(|value| evaluate(value, parameters).is_some())
    }

    pub(super) fn is_misconception(&self) -> bool {
        named(&self.feedback.misconception)
    }
}

pub(super) fn named(misconception: &str) -> bool {
    misconception.starts_with("x.") || misconception.starts_with("y.")
}

/// C25: two misconceptions that give one value, of which only the first would be told.
pub(super) fn coincidence(template: &Template, parameters: &[Rational]) -> Option<Fault> {
    let rules = facts(&template.item.interaction).rules();
    let key = key(&template.item).and_then(|expr| evaluate(&expr, parameters));
    for (at, rule) in rules.iter().enumerate() {
        let Some(value) = rule.value(parameters).filter(|value| Some(*value) != key) else {
            continue;
        };
        for earlier in &rules[..at] {
            let (a, b) = (&earlier.feedback.misconception, &rule.feedback.misconception);
            let shared = a == b || earlier.feedback.text == rule.feedback.text;
            if earlier.value(parameters) == Some(value) && !shared && named(a) && named(b) {
                let what = format!("`{a}` and `{b}` both give {value}");
                return Some(Fault::error(
                    "C25",
                    what,
                    "refuse these parameters with `when` or `need`, or say the same to both",
                ));
            }
        }
    }
    None
}

/// How the key is computed, where it is a number.
pub(in crate::check) fn key(item: &Item) -> Option<Expr> {
    match facts(&item.interaction).key() {
        Key::Number(key) | Key::Quotient(key) | Key::Cells(Some(key)) => Some(match key {
            Number::Fixed(value) => vec![Op::Constant(*value)],
            Number::Computed(expr) => expr.clone(),
        }),
        Key::Card(card) => computed(card).cloned(),
        Key::Text(_) | Key::Cells(None) | Key::Own => None,
    }
}
