//! A family's table in two languages.

use super::Merger;
use crate::body::Body;
use crate::diagnostic::Place;
use crate::family::named;
use crate::inline::plain;
use crate::markdown::{Cell, Table};

impl Merger<'_> {
    /// The base's table with the columns that the translation gives.
    pub(super) fn table(&mut self, base: &Body, found: &Body) -> Option<Table> {
        let Some(table) = &base.table else {
            if let Some(own) = &found.table {
                self.error(own.place, "the base file has no table here", "leave it out");
            }
            return None;
        };
        let own = found.table.as_ref();
        let own_head: Vec<String> =
            own.iter().flat_map(|own| &own.head).map(|cell| plain(&cell.content)).collect();
        if let Some(own) = own
            && !self.same_rows(table, own, &own_head)
        {
            return Some(table.clone());
        }
        let mut merged = table.clone();
        for (column, head) in table.head.iter().enumerate() {
            let name = plain(&head.content);
            match own_head.iter().position(|own| *own == name) {
                Some(at) => {
                    let rows = own.iter().flat_map(|own| &own.rows);
                    for (row, own) in merged.rows.iter_mut().zip(rows) {
                        if let (Some(cell), Some(own)) = (row.get_mut(column), own.get(at)) {
                            *cell = own.clone();
                        }
                    }
                }
                None => self.left_out(base, table, column, &name, found.heading()),
            }
        }
        Some(merged)
    }

    fn same_rows(&mut self, base: &Table, own: &Table, own_head: &[String]) -> bool {
        let id = |row: &Vec<Cell>| row.first().map(|cell| plain(&cell.content)).unwrap_or_default();
        let (wanted, found): (Vec<_>, Vec<_>) =
            (base.rows.iter().map(id).collect(), own.rows.iter().map(id).collect());
        if wanted != found {
            self.error(
                own.place,
                "the rows are not those of the base file",
                format!("write: {}", wanted.join(" ")),
            );
        }
        let known: Vec<String> = base.head.iter().map(|cell| plain(&cell.content)).collect();
        for (name, cell) in own_head.iter().zip(&own.head) {
            if !known.contains(name) {
                let what = format!("the base file has no column `{name}`");
                self.error(cell.place, what, format!("write some of: {}", known.join(" ")));
            }
        }
        if own_head.first().is_none_or(|first| first != "id") {
            self.error(own.place, "the first column is not `id`", "write `| id | …`");
            return false;
        }
        wanted == found
    }

    /// A column that the translation leaves out may hold no words that a learner reads.
    fn left_out(&mut self, base: &Body, table: &Table, column: usize, name: &str, heading: Place) {
        // What is taught cannot be told from what is said about it where both are one language.
        if self.target.is_some() || name == "id" {
            return;
        }
        let worded = table
            .rows
            .iter()
            .any(|row| row.get(column).is_some_and(|cell| self.is_worded(&cell.content)));
        if worded && shown(base).any(|run| named(&run).any(|used| used == name)) {
            self.error(
                heading,
                format!("the column `{name}` is missing"),
                "write a table with `id` and this column",
            );
        }
    }
}

/// The text of an item that a learner reads.
fn shown(body: &Body) -> impl Iterator<Item = String> {
    let prompt = body.prompt.iter().map(|(content, _)| plain(content));
    let answers = body.answers.iter().flatten().flat_map(|answer| {
        let said = answer.feedback.as_ref().map(|said| plain(&said.text));
        std::iter::once(plain(&answer.head)).chain(said)
    });
    let cards = body.cards.iter().flat_map(|list| &list.points).map(|point| plain(&point.content));
    let hints = body.hints.iter().flatten().map(|hint| plain(hint));
    let steps = body.steps.iter().flatten().map(|step| plain(&step.say));
    prompt.chain(answers).chain(cards).chain(hints).chain(steps)
}
