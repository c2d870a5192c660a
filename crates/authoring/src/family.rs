//! Families: one item written once, with a table of what differs.

use crate::answer::Answer;
use crate::body::{Body, Step};
use crate::diagnostic::{Diagnostics, Place};
use crate::inline::{Image, Inline, plain};
use crate::markdown::{Cell, Table};
use std::collections::HashMap;

/// One row: its id, where it stands, and what stands in each column.
pub(crate) struct Row<'a> {
    pub id: String,
    pub place: Place,
    cells: HashMap<String, &'a Cell>,
}

/// The rows of a family's table.
pub(crate) fn rows<'a>(table: &'a Table, diagnostics: &mut Diagnostics) -> Vec<Row<'a>> {
    let head: Vec<String> = table.head.iter().map(|cell| plain(&cell.content)).collect();
    if head.first().is_none_or(|first| first != "id") {
        let place = table.head.first().map_or(table.place, |cell| cell.place);
        diagnostics.error("C01", place, "the first column is not `id`", "write `| id | …`");
        return Vec::new();
    }
    for (at, name) in head.iter().enumerate() {
        if !crate::heading::is_name(name) || head[..at].contains(name) {
            let what = format!("`{name}` is no column's name, or stands here twice");
            diagnostics.error(
                "C01",
                table.head[at].place,
                what,
                "write small letters, each name once",
            );
        }
    }
    let mut rows: Vec<Row<'_>> = Vec::new();
    for cells in &table.rows {
        let Some(first) = cells.first() else { continue };
        let id = plain(&first.content);
        if !crate::heading::is_name(&id) {
            let what = format!("`{id}` is no row's id");
            diagnostics.error("C02", first.place, what, "write small letters, digits and `_`");
        }
        if rows.iter().any(|row| row.id == id) {
            let what = format!("the row `{id}` stands here twice");
            diagnostics.error("C02", first.place, what, "give each row its own id");
        }
        rows.push(Row { id, place: first.place, cells: head.iter().cloned().zip(cells).collect() });
    }
    rows
}

/// The body of one row's item.
pub(crate) fn fill(body: &Body, row: &Row<'_>, diagnostics: &mut Diagnostics) -> Body {
    let mut filler = Filler { row, diagnostics };
    let mut filled = body.clone();
    filled.table = None;
    for (content, _) in &mut filled.prompt {
        filler.text(content);
    }
    for point in filled.cards.iter_mut().flat_map(|list| &mut list.points) {
        filler.text(&mut point.content);
    }
    for answer in filled.answers.iter_mut().flatten() {
        filler.answer(answer);
    }
    if let Some(script) = &mut filled.script {
        script.text = filler.words(&script.text, script.place);
    }
    if let Some((words, _)) = &mut filled.words {
        filler.text(words);
    }
    if let Some(script) = &mut filled.script {
        script.text = filler.words(&script.text, script.place);
    }
    for hint in filled.hints.iter_mut().flatten() {
        filler.text(hint);
    }
    for step in filled.steps.iter_mut().flatten() {
        filler.step(step);
    }
    filled
}

/// The columns that `text` names, outside of pictures' targets.
pub(crate) fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name.trim()))
}

struct Filler<'a, 'd> {
    row: &'a Row<'a>,
    diagnostics: &'d mut Diagnostics,
}

impl Filler<'_, '_> {
    fn answer(&mut self, answer: &mut Answer) {
        self.text(&mut answer.head);
        if let Some(said) = &mut answer.feedback {
            self.text(&mut said.text);
            // A column may hold the misconception of each row.
            if said.misconception.is_none() {
                said.find_misconception(self.diagnostics);
            }
        }
    }

    fn step(&mut self, step: &mut Step) {
        self.text(&mut step.say);
        if let Some((calc, place)) = &mut step.calc {
            *calc = self.words(calc, *place);
        }
        if let Some(image) = &mut step.show {
            self.image(image);
        }
    }

    fn text(&mut self, text: &mut Vec<Inline>) {
        let mut out = Vec::new();
        for mut inline in std::mem::take(text) {
            match &mut inline {
                Inline::Text(words, place) => {
                    self.splice(words, *place, &mut out);
                    continue;
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.text(inner),
                // Braces are part of TeX: only those around a column's name are filled.
                Inline::Math(words, _) => {
                    for (name, cell) in &self.row.cells {
                        *words = words.replace(
                            &format!("{{{name}}}"),
                            &format!("{{{}}}", plain(&cell.content)),
                        );
                    }
                }
                Inline::Code(words, place) => *words = self.words(words, *place),
                Inline::Image(image) => self.image(image),
            }
            out.push(inline);
        }
        *text = out;
    }

    fn image(&mut self, image: &mut Image) {
        self.text(&mut image.alt);
        image.target = self.words(&image.target, image.target_place);
    }

    /// Puts the cells' own runs, with their own places, among the words.
    fn splice(&mut self, words: &str, place: Place, out: &mut Vec<Inline>) {
        let mut start = 0;
        while let Some((open, close)) = braces(words, start) {
            if open > start {
                out.push(Inline::Text(words[start..open].to_owned(), place.part(start, open)));
            }
            if let Some(cell) = self.cell(&words[open + 1..close], place.part(open, close + 1)) {
                out.extend(cell.content.iter().cloned());
            }
            start = close + 1;
        }
        if start < words.len() {
            out.push(Inline::Text(words[start..].to_owned(), place.part(start, words.len())));
        }
    }

    /// As [`Self::splice`], where only plain words may stand.
    fn words(&mut self, words: &str, place: Place) -> String {
        let mut out = String::new();
        let mut start = 0;
        while let Some((open, close)) = braces(words, start) {
            out.push_str(&words[start..open]);
            let inside = place
                .part(open.min(place.end - place.start), (close + 1).min(place.end - place.start));
            if let Some(cell) = self.cell(&words[open + 1..close], inside) {
                out.push_str(&plain(&cell.content));
            }
            start = close + 1;
        }
        out + &words[start..]
    }

    fn cell(&mut self, name: &str, place: Place) -> Option<&Cell> {
        let found = self.row.cells.get(name.trim()).copied();
        if found.is_none() {
            let mut known: Vec<&str> = self.row.cells.keys().map(String::as_str).collect();
            known.sort_unstable();
            let what = format!("the table has no column `{name}`");
            self.diagnostics.error(
                "C01",
                place,
                what,
                format!("write one of: {}", known.join(" ")),
            );
        }
        found
    }
}

fn braces(words: &str, from: usize) -> Option<(usize, usize)> {
    let open = from + words.get(from..)?.find('{')?;
    let close = open + words[open..].find('}')?;
    Some((open, close))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    #[test]
    fn a_column_may_hold_the_misconception_of_each_row() {
        let text = "| id | y | why |\n|---|---|---|\n| a | y.nobe | Join them. |\n| b | | Look again. |\n\n- [ ] no :: {y} {why}\n";
        let mut diagnostics = Diagnostics::default();
        let nodes = markdown::parse(text, 0, 0, &mut diagnostics);
        let body = Body::parse(nodes, Place { file: 0, start: 0, end: 0 }, false, &mut diagnostics);
        let table = body.table.as_ref().expect("the text has a table");
        let said: Vec<_> = rows(table, &mut diagnostics)
            .iter()
            .map(|row| {
                fill(&body, row, &mut diagnostics).answers.expect("the text has answers").remove(0)
            })
            .map(|answer| answer.feedback.expect("the answer has feedback"))
            .map(|said| (said.misconception.map(|(id, _)| id), plain(&said.text)))
            .collect();
        let expected = [
            (Some("y.nobe".to_owned()), "Join them.".to_owned()),
            (None, "Look again.".to_owned()),
        ];
        assert_eq!(said, expected);
    }
}
