//! The rules for wrong answers that a template declares, and how its key is computed.

use super::Fault;
use course::expr::{Expr, Op, evaluate};
use course::generator::{Number, Template};
use course::item::{Feedback, Goal, Interaction, Item};
use course::rational::Rational;
use course::text::{Block, Span};

/// A way to be wrong that a template declares.
pub(super) struct Rule<'a> {
    pub(super) feedback: &'a Feedback,
    value: Option<&'a Expr>,
    when: Option<&'a Expr>,
}

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

pub(super) fn rules(item: &Item) -> Vec<Rule<'_>> {
    fn computed((number, feedback): &(Number, Feedback)) -> Option<Rule<'_>> {
        match number {
            Number::Computed(expr) => Some(Rule { feedback, value: Some(expr), when: None }),
            Number::Fixed(_) => None,
        }
    }
    match &item.interaction {
        Interaction::Choice(it) => {
            let options = it.options.iter().filter_map(|option| {
                let value = match &option.label {
                    Block::Paragraph(text) => match &text[..] {
                        [Span::Value(expr)] => Some(expr),
                        _ => None,
                    },
                    Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => {
                        None
                    }
                };
                Some(Rule {
                    feedback: option.feedback.as_ref()?,
                    value,
                    when: option.when.as_ref(),
                })
            });
            options.collect()
        }
        Interaction::Number(it) => it.wrong.iter().filter_map(computed).collect(),
        Interaction::Numline(it) => it.wrong.iter().filter_map(computed).collect(),
        Interaction::Grid(it) => it.wrong.iter().filter_map(computed).collect(),
        Interaction::Text(_)
        | Interaction::Order(_)
        | Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Tiles(_)
        | Interaction::Read(_)
        | Interaction::Check(_) => Vec::new(),
    }
}

/// C25: two misconceptions that give one value, of which only the first would be told.
pub(super) fn coincidence(template: &Template, parameters: &[Rational]) -> Option<Fault> {
    let rules = rules(&template.item);
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
    let number = match &item.interaction {
        Interaction::Number(it) => &it.key,
        Interaction::Numline(it) => &it.key,
        Interaction::Grid(it) => match &it.goal {
            Goal::Count(count) => count,
            Goal::Cells(_) => return None,
        },
        Interaction::Choice(it) => {
            let Block::Paragraph(text) = &it.options.get(usize::from(it.key))?.label else {
                return None;
            };
            return if let [Span::Value(expr)] = &text[..] { Some(expr.clone()) } else { None };
        }
        Interaction::Text(_)
        | Interaction::Order(_)
        | Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Tiles(_)
        | Interaction::Read(_)
        | Interaction::Check(_) => return None,
    };
    Some(match number {
        Number::Fixed(value) => vec![Op::Constant(*value)],
        Number::Computed(expr) => expr.clone(),
    })
}
