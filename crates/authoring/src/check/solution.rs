//! C22, C26, C27, C51: equations, steps, hints and feedback say what is true and give nothing away.

use super::Fault;
use super::arithmetic::{holds, numbers, relations};
use super::meaning::{shown, written};
use crate::item::{Key, facts};
use crate::texts::{self, Role};
use course::item::Item;
use course::rational::Rational;
use course::text::{Block, Span};

/// Checks the words around an item: prompt, hints, steps, feedback.
pub(super) fn check(item: &Item, chinese: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(equation(item));
    faults.extend(steps(item));
    faults.extend(hints(item, chinese));
    faults.extend(feedback(item));
    faults
}

/// The number that is asked for, if it is one number.
pub(super) fn key(item: &Item) -> Option<Rational> {
    match facts(&item.interaction).key() {
        Key::Number(key) | Key::Cells(Some(key)) => Some(key.value()),
        Key::Card(card) => {
            let label = shown(card);
            let [only] = numbers(&label)[..] else { return None };
            (only.to_string() == label.trim()).then_some(only)
        }
        Key::Quotient(_) | Key::Text(_) | Key::Cells(None) | Key::Own => None,
    }
}

/// The prompt's equation with the key in its gap, judged by arithmetic of its own.
fn equation(item: &Item) -> Option<Fault> {
    let key = key(item)?;
    for filled in gaps_filled(item, key) {
        if holds(&filled) == Some(false) {
            return Some(Fault::error(
                "C22",
                format!("with the key the prompt says `{filled}`"),
                "check the key",
            ));
        }
    }
    None
}

/// The prompt's relations that have a gap, with `key` in it.
pub(super) fn gaps_filled(item: &Item, key: Rational) -> Vec<String> {
    let mut filled = Vec::new();
    for block in &item.prompt {
        if let Block::Paragraph(text) = block
            && text.iter().any(|span| matches!(span, Span::Gap))
        {
            let said = written(text);
            let with_gap = relations(&said).into_iter().filter(|it| it.matches('…').count() == 1);
            filled.extend(with_gap.map(|it| it.replace('…', &key.to_string())));
        }
    }
    filled
}

fn steps(item: &Item) -> Vec<Fault> {
    let mut faults = Vec::new();
    for calc in item.steps.iter().filter_map(|step| step.calc.as_ref()) {
        let calc = written(calc);
        match holds(&calc) {
            Some(true) => {}
            Some(false) => faults.push(Fault::error(
                "C26",
                format!("the step `{calc}` is not true"),
                "correct the step",
            )),
            None => faults.push(Fault::error(
                "C26",
                format!("`{calc}` cannot be checked"),
                "write numbers and signs alone, as `8 + 2 = 10`",
            )),
        }
    }
    if let Some(key) = key(item)
        && !item.steps.is_empty()
        && !item.steps.iter().any(|step| mentions(step, key))
    {
        let what = format!("the steps never come to {key}");
        faults.push(Fault::error("C26", what, "let a step end with the answer"));
    }
    faults
}

fn mentions(step: &course::item::Step, key: Rational) -> bool {
    let said = numbers(&written(&step.say));
    let calculated = step.calc.as_ref().map(|calc| numbers(&written(calc))).unwrap_or_default();
    let key = if key < Rational::ZERO { key.neg().unwrap_or(key) } else { key };
    said.contains(&key) || calculated.contains(&key)
}

fn hints(item: &Item, chinese: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let graded = item.interaction.solution().is_some();
    if graded && !(1..=3).contains(&item.hints.len()) {
        let what = format!("this item has {} hints", item.hints.len());
        faults.push(Fault::error("C51", what, "write one to three, each helping more"));
    }
    let longest = if chinese { 90 } else { 160 };
    for hint in &item.hints {
        let length = written(hint).chars().count();
        if length >= longest {
            let what = format!("a hint has {length} characters");
            faults.push(Fault::error(
                "C26",
                what,
                "say it in fewer: 90 in Chinese, 160 in English",
            ));
        }
    }
    faults
}

/// What says only that it was wrong, or only praises.
const EMPTY: [&str; 22] = [
    "wrong",
    "no",
    "not quite",
    "try again",
    "incorrect",
    "not right",
    "that is wrong",
    "sorry",
    "good try",
    "nice try",
    "well done",
    "great",
    "good",
    "very good",
    "you are clever",
    "错了",
    "不对",
    "再试试",
    "再试一次",
    "加油",
    "真棒",
    "很好",
];

fn feedback(item: &Item) -> Vec<Fault> {
    let mut faults = Vec::new();
    let facts = facts(&item.interaction);
    for said in facts.feedback() {
        let words = written(&said.text).to_lowercase();
        let sentences = words.split(['.', '!', '?', '。', '！', '？', ',', '，']).map(str::trim);
        if sentences.filter(|it| !it.is_empty()).all(|it| EMPTY.contains(&it)) {
            let what = format!("`{}` does not help", written(&said.text));
            faults.push(Fault::error("C51", what, "say what happened and what to try"));
        }
    }
    if facts.open() {
        faults.push(Fault::error(
            "C51",
            "nothing is said to other wrong answers",
            "add `- [ ] * :: …`",
        ));
    }
    faults
}

const PROMPT: &str = "the prompt";

/// Where the answer stands before it is asked for: `C27`. Numbers only, since words may have to be read first.
pub(super) fn leaks(item: &Item) -> Vec<&'static str> {
    let Some(key) = key(item) else { return Vec::new() };
    let texts = texts::of_item(item);
    let has = |role: Role| {
        texts.iter().any(|(it, text)| *it == role && numbers(&written(text)).contains(&key))
    };
    let mut places = Vec::new();
    if has(Role::Prompt) {
        places.push(PROMPT);
    }
    if has(Role::Alt) {
        places.push("the words for a picture");
    }
    if item.hints.iter().take(2).any(|hint| numbers(&written(hint)).contains(&key)) {
        places.push("the first two hints");
    }
    places
}

/// C27 for a written item: the number that is asked for stands beside it, and is none of those that are given.
pub(super) fn told(item: &Item) -> Option<Fault> {
    let places = leaks(item);
    let first = places.iter().find(|place| **place != PROMPT)?;
    (!places.contains(&PROMPT)).then(|| {
        let what = format!("the answer stands in {first}");
        Fault::warning("C27", what, "say it without the answer; only the third hint may tell it")
    })
}
