//! What all courses share: words for stories, misconceptions, pictures.

use crate::diagnostic::{Diagnostics, Place};
use crate::heading::{is_misconception, is_name};
use crate::inline::plain;
use crate::markdown::{self, Node, Table};
use crate::tunes::Tune;
use course::picture::Drawing;
use course::text::Word;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What stands beside the courses.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// What wrong answers reveal, in the order of `misconceptions.md`.
    pub misconceptions: Vec<Misconception>,
    /// The lists of `lists.md` by their names.
    pub lists: BTreeMap<String, List>,
    /// Pictures by their names.
    pub pictures: BTreeMap<String, PictureFile>,
    /// Tunes by their numbers.
    pub tunes: BTreeMap<String, Tune>,
}

/// What a wrong answer reveals.
#[derive(Debug, Clone)]
pub struct Misconception {
    /// As `x.off1`.
    pub id: String,
    /// What it is, by language.
    pub words: BTreeMap<String, String>,
    /// Where it is defined.
    pub place: Place,
}

/// Words that parameters draw from.
#[derive(Debug, Clone)]
pub struct List {
    /// In the order of the file: a parameter's value is a place in it.
    pub entries: Vec<Entry>,
    /// Where its name stands.
    pub place: Place,
}

/// A row of a list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The row's id.
    pub id: String,
    /// Its other columns.
    pub columns: BTreeMap<String, String>,
    /// Where it stands.
    pub place: Place,
}

/// A file of `pictures/`.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// The whole file.
    pub place: Place,
    /// What it says.
    pub svg: String,
    drawing: OnceCell<Result<Drawing, String>>,
}

impl Shared {
    /// Reads `misconceptions.md`.
    pub(crate) fn read_misconceptions(
        &mut self,
        text: &str,
        file: usize,
        diagnostics: &mut Diagnostics,
    ) {
        for node in markdown::parse(text, 0, file, diagnostics) {
            let Node::Table(table) = node else { continue };
            for row in rows(&table, diagnostics) {
                if !is_misconception(&row.id) {
                    let what = format!("`{}` is no misconception's id", row.id);
                    diagnostics.error(
                        "C02",
                        row.place,
                        what,
                        "write it as `x.off1`, or `y.nobe` in a language course",
                    );
                }
                self.misconceptions.push(Misconception {
                    id: row.id,
                    words: row.columns,
                    place: row.place,
                });
            }
        }
    }

    /// Reads `lists.md`.
    pub(crate) fn read_lists(&mut self, text: &str, file: usize, diagnostics: &mut Diagnostics) {
        let mut name: Option<(String, Place)> = None;
        for node in markdown::parse(text, 0, file, diagnostics) {
            match node {
                Node::Heading(heading) => {
                    if !is_name(&heading.words) {
                        let what = format!("`{}` is no list's name", heading.words);
                        diagnostics.error(
                            "C02",
                            heading.place,
                            what,
                            "write small letters, as `# crops`",
                        );
                    }
                    if self.lists.contains_key(&heading.words) {
                        let what = format!("the list `{}` stands here twice", heading.words);
                        diagnostics.error("C02", heading.place, what, "join the two");
                    }
                    name = Some((heading.words, heading.place));
                }
                Node::Table(table) => {
                    let entries = rows(&table, diagnostics);
                    match name.take() {
                        Some((name, place)) => {
                            drop(self.lists.insert(name, List { entries, place }))
                        }
                        None => diagnostics.error(
                            "C01",
                            table.place,
                            "this list has no name",
                            "write `# name` above it",
                        ),
                    }
                }
                Node::Paragraph(..) | Node::List(_) | Node::Fence(_) => {}
            }
        }
    }
}

/// The rows of a table whose first column is `id`.
fn rows(table: &Table, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let head: Vec<String> = table.head.iter().map(|cell| plain(&cell.content)).collect();
    if head.first().is_none_or(|first| first != "id") {
        diagnostics.error("C01", table.place, "the first column is not `id`", "write `| id | …`");
        return Vec::new();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for row in &table.rows {
        let cells = row.iter().map(|cell| plain(&cell.content));
        let mut columns: BTreeMap<String, String> = head.iter().cloned().zip(cells).collect();
        let id = columns.remove("id").unwrap_or_default();
        let place = row.first().map_or(table.place, |cell| cell.place);
        if entries.iter().any(|known| known.id == id) {
            diagnostics.error(
                "C02",
                place,
                format!("`{id}` stands here twice"),
                "give each row its own id",
            );
        }
        entries.push(Entry { id, columns, place });
    }
    entries
}

impl Entry {
    /// The forms of its word in a language, or `None` if it has none.
    pub fn word(&self, locale: &str) -> Option<Word> {
        let column = |form: &str| {
            let text = self.columns.get(&format!("{locale}.{form}"))?;
            (!text.is_empty()).then(|| text.clone())
        };
        let one = column("one")?;
        let many = column("many").unwrap_or_else(|| one.clone());
        let (after_one, after_many) = match column("measure") {
            Some(measure) => (format!("{measure}{one}"), format!("{measure}{many}")),
            None => (format!(" {one}"), format!(" {many}")),
        };
        let article = column("article").or_else(|| Some(format!("一{}{one}", column("measure")?)));
        let article = article.unwrap_or_else(|| one.clone());
        Some(Word { one, many, article, after_one, after_many })
    }
}

impl PictureFile {
    /// The picture in this file.
    pub(crate) const fn new(svg: String, place: Place) -> Self {
        Self { place, svg, drawing: OnceCell::new() }
    }

    /// The picture's shapes, or what is wrong with it; compiled once, when first asked for.
    pub fn drawing(&self) -> Result<&Drawing, &str> {
        let drawing = self.drawing.get_or_init(|| crate::picture::compile(&self.svg));
        drawing.as_ref().map_err(String::as_str)
    }
}

/// The known name that is most like `name`: that shares most letters at its start, then at its end.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> &'a str {
    let likeness = |other: &str| {
        let front = name.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let back = name.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
        front * 2 + back
    };
    known.max_by_key(|other| likeness(other)).map_or("apple", String::as_str)
}
