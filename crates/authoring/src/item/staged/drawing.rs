//! Reads what the interactions of the engine `drawing` ask for: a block of short lines, each a word and what belongs to it.

use super::Script;
use crate::diagnostic::Place;
use course::item::StagedKind;
use course::stage::Staging;
use course::stage::drawing::kind::Kind;
use course::stage::drawing::paint::Paint;
use course::stage::drawing::point::{Point, SIDE, at};
use course::stage::drawing::shape::Form;

mod draw;
mod geo;
mod mix;
mod trace;

/// The piece of this kind; the mistakes are noted.
pub(super) fn read(script: &mut Script<'_, '_, '_>, kind: StagedKind) -> Option<Box<dyn Staging>> {
    let lines = lines(script, kind)?;
    match kind {
        StagedKind::Draw => Some(Box::new(draw::read(script, &lines))),
        StagedKind::Trace => Some(Box::new(trace::read(script, &lines))),
        StagedKind::Geo => Some(Box::new(geo::read(script, &lines))),
        StagedKind::Mix => mix::read(script, &lines).map(|it| Box::new(it) as Box<dyn Staging>),
        StagedKind::Tap
        | StagedKind::Keys
        | StagedKind::Notate
        | StagedKind::Listen
        | StagedKind::Routine
        | StagedKind::Scenario
        | StagedKind::Diary
        | StagedKind::Sim
        | StagedKind::Predict
        | StagedKind::Chart => None,
    }
}

/// A line of the block.
struct Line<'a> {
    /// Its words, but for those behind `=`.
    words: Vec<&'a str>,
    /// What stands behind `=`: words of the language of instruction.
    name: Option<&'a str>,
    place: Place,
}

/// The lines of the block that is named as the interaction; without one that is not free drawing nothing is asked.
fn lines<'a>(script: &mut Script<'a, '_, '_>, kind: StagedKind) -> Option<Vec<Line<'a>>> {
    let Some(fence) = script.fence else {
        if kind == StagedKind::Draw {
            return Some(Vec::new());
        }
        let name = kind.name();
        let instead = format!(
            "write a block ```{name} below the prompt; docs/SOURCE.md says what stands in it"
        );
        script.wrong(format!("this `{name}` has no block"), instead);
        return None;
    };
    let mut found = Vec::new();
    let mut start = 0;
    for line in fence.text.split_inclusive('\n') {
        let place = fence.place.part(start, start + line.trim_end().len());
        start += line.len();
        let (words, name) = match line.split_once('=') {
            Some((words, name)) => (words, Some(name.trim())),
            None => (line, None),
        };
        let words: Vec<&str> = words.split_whitespace().collect();
        if !words.is_empty() {
            found.push(Line { words, name, place });
        }
    }
    Some(found)
}

impl Script<'_, '_, '_> {
    /// Notes that a line of the block cannot be read.
    fn wrong_line(&mut self, line: &Line<'_>, what: impl Into<String>, instead: impl Into<String>) {
        self.compiler.error("C01", line.place, what, instead);
    }

    /// Notes that a line means nothing here.
    fn unknown(&mut self, line: &Line<'_>, kind: &str, known: &str) {
        let what = format!("`{}` has no meaning in a `{kind}`", line.words.join(" "));
        self.wrong_line(line, what, format!("write one of {known}"));
    }

    /// A value, or a note of what should have been written.
    fn need<T>(&mut self, line: &Line<'_>, value: Option<T>, instead: &str) -> Option<T> {
        if value.is_none() {
            let what = format!("`{}` cannot be read", line.words.join(" "));
            self.wrong_line(line, what, format!("write as {instead}"));
        }
        value
    }

    /// What stands behind `=`.
    fn name_of(&mut self, line: &Line<'_>, instead: &str) -> String {
        let name = line.name.filter(|it| !it.is_empty());
        self.need(line, name, instead).unwrap_or_default().to_owned()
    }
}

/// The number behind the first word, 1 to 99.
fn count(line: &Line<'_>) -> Option<u8> {
    match line.words[..] {
        [_, count] => number(count),
        _ => None,
    }
}

/// 1 to 99.
fn number(word: &str) -> Option<u8> {
    word.parse().ok().filter(|it| (1..=99).contains(it))
}

/// `40,240`
fn pair<T: std::str::FromStr>(word: &str, between: char) -> Option<(T, T)> {
    let (x, y) = word.split_once(between)?;
    Some((x.parse().ok()?, y.parse().ok()?))
}

/// `40,240` on the sheet.
fn point(word: &str) -> Option<Point> {
    let (x, y) = pair::<i32>(word, ',')?;
    let sheet = 0..=SIDE;
    (sheet.contains(&x) && sheet.contains(&y)).then(|| at(x, y))
}

/// What stands behind a word, as `high 70`.
fn behind<'a>(words: &[&'a str], word: &str) -> Option<&'a str> {
    let at = words.iter().position(|it| *it == word)?;
    words.get(at + 1).copied()
}

/// All names, to be told to who wrote another one.
fn forms() -> String {
    Form::ALL.map(|it| it.1).join(" ")
}

fn kinds() -> String {
    Kind::ALL.map(|it| it.1).join(" ")
}

fn paints() -> String {
    Paint::ALL.map(|it| it.1).join(" ")
}
