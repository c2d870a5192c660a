//! The manual of the source language is what is tested: every page of `spec/` holds examples, each with what comes of
//! it. `BLESS=1 cargo test -p authoring --test spec` writes what comes of them into the pages, to be read before it is
//! committed.

use authoring::{Diagnostic, Library, compile, line_column};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "spec/dump.rs"]
mod dump;
#[path = "spec/frame.rs"]
mod frame;
#[path = "spec/page.rs"]
mod page;

#[test]
fn every_example_comes_out_as_its_page_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut failures = String::new();
    for path in pages() {
        let text = fs::read_to_string(&path).expect("a page of the manual");
        let mut page = page::parse(&text);
        for example in &mut page.examples {
            let outcome = outcome(example);
            if outcome != example.outcome {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let (line, expected) = (example.line, &example.outcome);
                let _ = write!(
                    failures,
                    "{name}:{line}\n--- expected\n{expected}--- found\n{outcome}\n"
                );
                example.outcome = outcome;
            }
        }
        if bless {
            fs::write(&path, page.write()).expect("the page can be written");
        }
    }
    assert!(bless || failures.is_empty(), "{failures}");
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let entries = fs::read_dir(folder).expect("the pages' folder");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("a page").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    assert!(pages.len() > 10, "the pages are where they are looked for");
    pages
}

/// What comes of an example: its mistakes, or else what a learner would meet.
fn outcome(example: &page::Example) -> String {
    let frame = frame::around(example);
    let (library, diagnostics) = compile(&frame.files);
    if diagnostics.is_empty() { dump(example, &library) } else { list(&diagnostics, &frame) }
}

fn dump(example: &page::Example, library: &Library) -> String {
    let Some(course) = library.courses.first() else { return "no course\n".to_owned() };
    let translated = example.sources.iter().any(|source| source.kind.contains("translation"));
    let kinds = ["card", "item", "generator", "course", "lesson"];
    let kind =
        kinds.into_iter().find(|kind| example.sources.iter().any(|source| source.kind == *kind));
    let Some(lesson) = course.lessons.first() else { return "no lesson\n".to_owned() };
    let locales = lesson.locales.iter().skip(usize::from(translated));
    let lessons: Vec<&course::lesson::Lesson> = locales.map(|locale| &locale.lesson).collect();
    lessons.iter().map(|lesson| dump::of(kind.unwrap_or_default(), course, lesson)).collect()
}

/// `line:column code what`, then what to write instead. Lines are counted from the start of the example.
fn list(diagnostics: &[Diagnostic], frame: &frame::Frame) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let (path, text) = &frame.files[diagnostic.place.file];
        let (line, column) = line_column(text, diagnostic.place.start);
        let from =
            frame.first_line.iter().find(|(known, _)| known == path).map_or(0, |(_, line)| *line);
        let file = if path == "ma/ma-01.md" { String::new() } else { format!("{path}:") };
        let Diagnostic { code, what, instead, .. } = diagnostic;
        let line =
            i64::try_from(line).expect("few lines") - i64::try_from(from).expect("few lines");
        let _ = write!(out, "{file}{line}:{column} {code} {what}\n    {instead}\n");
    }
    out
}
