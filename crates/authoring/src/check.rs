//! The checks of the quality bar on a library that compiles: curriculum 12 by its numbers.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::library::{Course, Lesson, Library, Locale};

mod answers;
mod arithmetic;
mod choices;
mod drawing;
mod generators;
mod labs;
mod language;
mod learners;
mod lesson;
mod meaning;
mod media;
mod moving;
mod music;
mod packs;
mod reviews;
mod skills;
mod solution;
mod variety;
mod warnings;

pub(crate) use meaning::shown;
pub use warnings::Warnings;

#[cfg(test)]
mod tests;

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Seeds for each generator, level and language.
    pub seeds: u64,
}

impl Effort {
    /// For every change.
    pub const QUICK: Self = Self { seeds: 300 };
    /// Before a release.
    pub const FULL: Self = Self { seeds: 10_000 };
}

/// What is wrong with a library that [`crate::compile`] found no error in; `files` are those that it was made from.
pub fn check(files: &[(String, String)], library: &Library, effort: Effort) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::default();
    skills::check(library, &mut diagnostics);
    media::check(files, library, &mut diagnostics);
    packs::check(files, library, &mut diagnostics);
    reviews::check(library, &mut diagnostics);
    for site in sites(library) {
        lesson::check(&site, &mut diagnostics);
        choices::check(&site, &mut diagnostics);
        drawing::check(&site, &mut diagnostics);
        language::check(&site, &mut diagnostics);
        moving::check(&site, &mut diagnostics);
        learners::check(&site, &mut diagnostics);
        music::check(&site, &mut diagnostics);
        for item in crate::texts::written(&site.locale.lesson) {
            let place = site.locale.place_of(&item.id);
            for fault in of_item(item, &site).into_iter().chain(solution::told(item)) {
                fault.note(place, "", &mut diagnostics);
            }
        }
        generators::check(&site, effort, &mut diagnostics);
        labs::check(&site, effort, &mut diagnostics);
    }
    diagnostics.into_sorted()
}

/// A lesson in one language, with what it belongs to.
pub(crate) struct Site<'a> {
    course: &'a Course,
    lesson: &'a Lesson,
    locale: &'a Locale,
    /// Whether it is the language that it was written in.
    base: bool,
}

impl Site<'_> {
    /// Whether the lesson is told in Chinese.
    fn chinese(&self) -> bool {
        self.locale.lesson.locale.starts_with("zh")
    }
}

fn sites(library: &Library) -> impl Iterator<Item = Site<'_>> {
    library.courses.iter().flat_map(move |course| {
        course.lessons.iter().flat_map(move |lesson| {
            let site = move |(at, locale)| Site { course, lesson, locale, base: at == 0 };
            lesson.locales.iter().enumerate().map(site)
        })
    })
}

/// Something wrong with an item, wherever the item came from.
pub(crate) struct Fault {
    code: &'static str,
    severity: Severity,
    what: String,
    instead: &'static str,
}

impl Fault {
    pub(crate) fn error(
        code: &'static str,
        what: impl Into<String>,
        instead: &'static str,
    ) -> Self {
        Self { code, severity: Severity::Error, what: what.into(), instead }
    }

    fn warning(code: &'static str, what: impl Into<String>, instead: &'static str) -> Self {
        Self { code, severity: Severity::Warning, what: what.into(), instead }
    }

    fn note(self, place: Place, at: &str, diagnostics: &mut Diagnostics) {
        let what = format!("{at}{}", self.what);
        match self.severity {
            Severity::Error => diagnostics.error(self.code, place, what, self.instead),
            Severity::Warning => diagnostics.warning(self.code, place, what, self.instead),
        }
    }
}

/// The checks that one finished item has to pass, written or drawn.
fn of_item(item: &course::item::Item, site: &Site<'_>) -> Vec<Fault> {
    let mut faults = answers::check(item);
    faults.extend(solution::check(item, site.chinese()));
    faults.extend(language::lengths(item, site));
    faults
}
