//! Front matter: `key: value` lines between two lines of `---`.

use crate::diagnostic::{Diagnostics, Place};

/// The lines of a file's front matter.
#[derive(Debug, Clone, Default)]
pub(crate) struct Front {
    fields: Vec<Field>,
    /// Of the whole, for what is missing from it.
    pub place: Option<Place>,
}

/// One line.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub key: String,
    pub value: String,
    /// Of the value.
    pub place: Place,
}

/// The front matter of `text` and the byte at which the rest starts.
pub(crate) fn parse(text: &str, file: usize, diagnostics: &mut Diagnostics) -> (Front, usize) {
    let mut front = Front::default();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let words = line.trim();
        let place = Place { file, start, end: start + line.trim_end().len() };
        match (number, words) {
            (0, "---") => {}
            (0, _) => {
                // What such a file lacks besides is not worth a line each.
                let instead = "begin with a line `---`, then `id: …`";
                diagnostics.error("C01", place, "the file has no front matter", instead);
                return (front, 0);
            }
            (_, "---") => {
                front.place = Some(Place { file, start: 0, end: 3 });
                return (front, at);
            }
            (_, "") => {}
            _ => front.line(line, place, diagnostics),
        }
    }
    let place = Place { file, start: 0, end: text.len().min(3) };
    diagnostics.error("C01", place, "the front matter has no end", "write a line `---` behind it");
    (front, text.len())
}

impl Front {
    fn line(&mut self, line: &str, place: Place, diagnostics: &mut Diagnostics) {
        let Some((key, value)) = line.split_once(':') else {
            diagnostics.error("C01", place, "this line has no `:`", "write `key: value`");
            return;
        };
        let blank = value.len() - value.trim_start().len();
        let start = key.len() + 1 + blank;
        let value = value.trim();
        let place = place.part(start, start + value.len());
        for (at, blank) in crate::inline::unwritten(value) {
            let instead = "write in the place of everything from ‹ to ›";
            diagnostics.error(
                "C01",
                place.part(at, at + blank.len()),
                "this is still to be written",
                instead,
            );
        }
        let key = key.trim().to_owned();
        if key != "skill" && self.get(&key).is_some() {
            diagnostics.error(
                "C01",
                place,
                format!("`{key}` stands here twice"),
                "keep one of the lines",
            );
            return;
        }
        self.fields.push(Field { key, value: value.to_owned(), place });
    }

    /// The first line with this key.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// All lines with this key.
    pub fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |field| field.key == key)
    }

    /// The line with this key, whose absence is a mistake.
    pub fn need(&self, key: &str, example: &str, diagnostics: &mut Diagnostics) -> Option<&Field> {
        let found = self.get(key);
        if found.is_none()
            && let Some(place) = self.place
        {
            diagnostics.error(
                "C01",
                place,
                format!("`{key}` is missing"),
                format!("write `{key}: {example}`"),
            );
        }
        found
    }

    /// These lines, and of `base` all but the ones whose keys are among `own`.
    pub fn over(&self, base: &Self, own: &[&str]) -> Self {
        let inherited = base.fields.iter().filter(|field| !own.contains(&field.key.as_str()));
        let kept = self.fields.iter().filter(|field| own.contains(&field.key.as_str()));
        Self { fields: inherited.chain(kept).cloned().collect(), place: self.place }
    }

    /// Refuses lines whose key is none of these.
    pub fn only(&self, known: &[&str], diagnostics: &mut Diagnostics) {
        for field in self.fields.iter().filter(|field| !known.contains(&field.key.as_str())) {
            let place = Place { end: field.place.start, ..field.place };
            let place = Place { start: place.end.saturating_sub(field.key.len() + 2), ..place };
            let what = format!("`{}` is no field of this file", field.key);
            diagnostics.error("C01", place, what, format!("write one of: {}", known.join(" ")));
        }
    }
}
