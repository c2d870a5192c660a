//! Diagnostics as an author sees them.

use crate::source::Compiled;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use authoring::{Diagnostic, Severity};
use std::io::IsTerminal as _;
use std::path::Path;

/// Prints every diagnostic with its lines, and how many there are.
pub fn print(compiled: &Compiled, courses: &Path) {
    let renderer =
        if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in &compiled.diagnostics {
        eprintln!("{}\n", draw(diagnostic, compiled, courses, &renderer));
    }
    let count = |severity| compiled.diagnostics.iter().filter(|it| it.severity == severity).count();
    let lessons: usize = compiled.library.courses.iter().map(|course| course.lessons.len()).sum();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    eprintln!("{lessons} lessons, {errors} errors, {warnings} warnings");
}

fn draw(
    diagnostic: &Diagnostic,
    compiled: &Compiled,
    courses: &Path,
    renderer: &Renderer,
) -> String {
    let Some((path, text)) = compiled.files.get(diagnostic.place.file) else {
        return diagnostic.what.clone();
    };
    let path = courses.join(path).display().to_string();
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let span = diagnostic.place.start.min(text.len())..diagnostic.place.end.min(text.len());
    let snippet = Snippet::source(text).path(path).annotation(AnnotationKind::Primary.span(span));
    let group = level
        .primary_title(&diagnostic.what)
        .id(diagnostic.code)
        .element(snippet)
        .element(Level::HELP.message(&diagnostic.instead));
    renderer.render(&[group])
}
