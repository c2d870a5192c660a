//! What was released: ids that learners' logs hold. They stay, or are listed as retired (check C02).

use crate::diagnostic::{Diagnostics, Place};
use crate::library::{Course, Library};
use std::collections::BTreeSet;

/// The file of a course's folder that lists them, an id a line.
pub const FILE: &str = "released.txt";

/// Every id of a course: its lessons, items, families, draws, generators and skills.
pub fn ids(course: &Course) -> BTreeSet<&str> {
    let mut ids: BTreeSet<&str> = course.lessons.iter().map(|it| it.id.as_str()).collect();
    for locale in course.lessons.iter().filter_map(|it| it.locales.first()) {
        ids.extend(locale.places.keys().map(String::as_str));
    }
    ids
}

/// The record of a course with what is there now: nothing ever leaves it.
pub fn record(course: &Course, before: &str) -> String {
    let mut all = ids(course);
    all.extend(before.lines());
    all.into_iter().filter(|id| !id.is_empty()).flat_map(|id| [id, "\n"]).collect()
}

/// Ids that were released and are neither there nor retired.
pub(crate) fn check(files: &[(String, String)], library: &Library, diagnostics: &mut Diagnostics) {
    for (file, (path, text)) in files.iter().enumerate() {
        let folder = path.strip_suffix(FILE).and_then(|it| it.strip_suffix('/'));
        let Some(course) = library.courses.iter().find(|it| Some(&*it.id) == folder) else {
            continue;
        };
        let known = ids(course);
        let mut start = 0;
        for id in text.split('\n') {
            let place = Place { file, start, end: start + id.len() };
            start += id.len() + 1;
            if !id.is_empty() && !known.contains(id) && !course.retired.iter().any(|it| it == id) {
                let what = format!("`{id}` was released and is gone");
                diagnostics.error("C02", place, what, "bring it back, or retire it in course.md");
            }
        }
    }
}
