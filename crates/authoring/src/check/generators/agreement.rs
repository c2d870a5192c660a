//! C29: numbers and nouns of stories agree, and count what can be counted.

use super::Fault;
use crate::check::Site;
use crate::check::meaning::written;
use crate::texts;
use course::expr::evaluate;
use course::generator::{Drawn, Template};
use course::rational::Rational;
use course::text::Span;

/// Looks at what a template counts, and at the words behind each number.
pub(super) fn check(template: &Template, drawn: &Drawn, site: &Site<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, text) in texts::of_item(&template.item) {
        for span in &text {
            let Span::Count(count, _) = span else { continue };
            let value = evaluate(count, &drawn.parameters);
            if value.is_none_or(|it| it < Rational::ZERO || it.as_whole().is_none()) {
                let value = value.map_or("nothing".to_owned(), |it| it.to_string());
                faults.push(Fault::error(
                    "C29",
                    format!("{value} things are counted"),
                    "narrow the ranges",
                ));
            }
        }
    }
    let nouns: Vec<(&str, &str)> = nouns(site);
    for (_, text) in texts::of_item(&drawn.item) {
        let said = written(&text);
        let fault = if site.chinese() {
            without_measure(&said, &nouns)
        } else {
            disagreeing(&said, &nouns)
        };
        faults.extend(fault.map(|what| {
            Fault::error("C29", what, "write number and noun together, as `{a what}`")
        }));
    }
    faults
}

/// One and many of each noun that the lesson draws.
fn nouns<'a>(site: &Site<'a>) -> Vec<(&'a str, &'a str)> {
    let lists =
        site.locale.lesson.generators.iter().flat_map(|generator| generator.lists.iter().flatten());
    lists.map(|word| (word.one.as_str(), word.many.as_str())).collect()
}

/// `1 eggs`, `8 egg`
fn disagreeing(said: &str, nouns: &[(&str, &str)]) -> Option<String> {
    said.char_indices().filter(|(_, c)| c.is_ascii_digit()).find_map(|(at, _)| {
        let inside = said[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == '/');
        let end =
            said[at..].find(|c: char| !c.is_ascii_digit()).map_or(said.len(), |length| at + length);
        let (number, behind) = (&said[at..end], said[end..].strip_prefix(' ')?);
        let wrong = nouns.iter().filter(|(one, many)| one != many).find_map(|(one, many)| {
            let should_not = if number == "1" { many } else { one };
            let rest = behind.strip_prefix(should_not)?;
            (!rest.starts_with(char::is_alphabetic)).then_some(*should_not)
        })?;
        (!inside).then(|| format!("`{number} {wrong}` does not agree"))
    })
}

/// `8鸡蛋`
fn without_measure(said: &str, nouns: &[(&str, &str)]) -> Option<String> {
    let wrong = nouns.iter().find(|(one, _)| {
        said.match_indices(one).any(|(at, _)| said[..at].ends_with(|c: char| c.is_ascii_digit()))
    })?;
    Some(format!("`{}` has no measure word behind its number", wrong.0))
}
