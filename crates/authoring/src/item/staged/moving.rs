//! Reads what the interactions of the engine `moving` ask for: a file an interaction.

use super::Script;
use crate::diagnostic::Place;
use course::item::StagedKind;
use course::stage::Staging;
use course::stage::moving::moves::{NAMES, Prop, named};

mod diary;
mod routine;
mod scenario;

/// The piece of this kind; the mistakes are noted.
pub(super) fn read(script: &mut Script<'_, '_, '_>, kind: StagedKind) -> Option<Box<dyn Staging>> {
    script.only_faults();
    match kind {
        StagedKind::Routine => Some(Box::new(routine::read(script)?)),
        StagedKind::Scenario => Some(Box::new(scenario::read(script)?)),
        StagedKind::Diary => Some(Box::new(diary::read(script)?)),
        StagedKind::Tap
        | StagedKind::Keys
        | StagedKind::Notate
        | StagedKind::Listen
        | StagedKind::Draw
        | StagedKind::Trace
        | StagedKind::Geo
        | StagedKind::Mix
        | StagedKind::Sim
        | StagedKind::Predict
        | StagedKind::Chart => None,
    }
}

/// A line of a block that says something.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    place: Place,
}

impl<'a> Line<'a> {
    /// What stands before and after the first of these signs.
    fn parts(self, sign: &str) -> Option<(&'a str, &'a str)> {
        self.text.split_once(sign).map(|(before, after)| (before.trim(), after.trim()))
    }
}

/// The lines of the block; its absence is a mistake.
fn lines<'a>(script: &mut Script<'a, '_, '_>, example: &str) -> Option<Vec<Line<'a>>> {
    let Some(fence) = script.fence else {
        script.wrong("this item has no block that says what is done", example);
        return None;
    };
    let mut lines = Vec::new();
    let mut start = fence.place.start;
    for line in fence.text.split_inclusive('\n') {
        let text = line.trim();
        if !text.is_empty() {
            let from = start + line.len() - line.trim_start().len();
            let place = Place { start: from, end: from + text.len(), ..fence.place };
            lines.push(Line { text, place });
        }
        start += line.len();
    }
    Some(lines)
}

impl Script<'_, '_, '_> {
    /// Notes a mistake in a line of the block.
    fn at(&mut self, line: Line<'_>, what: impl Into<String>, instead: impl Into<String>) {
        self.compiler.error("C01", line.place, what, instead);
    }

    /// Refuses points that are marked as right, or not at all: the block says what is.
    fn only_faults(&mut self) {
        let marked = self.marked.right.iter().chain(&self.marked.plain);
        let places: Vec<Place> = marked.map(|it| it.place).collect();
        for place in places {
            let instead = "leave it out; only `- [ ] fault :: …` stands below the block";
            self.compiler.error("C01", place, "the block says what is right already", instead);
        }
    }

    /// The number of a movement.
    fn figure(&mut self, name: &str, line: Line<'_>) -> u8 {
        named(name).unwrap_or_else(|| {
            let instead = format!("write one of {}", NAMES.join(", "));
            self.at(line, format!("`{name}` is no movement that the figure knows"), instead);
            0
        })
    }

    /// The number of a thing beside the figure.
    fn prop(&mut self, name: &str, line: Line<'_>) -> u8 {
        let found = (0..).zip(Prop::ALL).find(|(_, (_, known))| *known == name);
        found.map_or_else(
            || {
                let names = Prop::ALL.map(|(_, name)| name).join(", ");
                let what = format!("`{name}` is nothing that stands beside the figure");
                self.at(line, what, format!("write one of {names}"));
                0
            },
            |(number, _)| number,
        )
    }
}
