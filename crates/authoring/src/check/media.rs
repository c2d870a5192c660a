//! C60, C64, C83: pictures and formulae are whole, and everything from others may be passed on.

use super::{Fault, sites};
use crate::diagnostic::{Diagnostics, Place};
use crate::library::Library;
use crate::texts;
use course::lesson::Lesson;
use course::text::{MathNode, Span};
use std::collections::BTreeMap;

/// Licences under which a picture may be part of a course.
const ALLOWED: [&str; 9] = [
    "CC0-1.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "OFL-1.1",
    "public domain",
];
const LICENCES: &str = "pictures/LICENCES.md";
/// Nodes that a formula may have.
const NODES_MAX: usize = 5_000;

/// Looks at the shared pictures and at every formula.
pub(super) fn check(files: &[(String, String)], library: &Library, diagnostics: &mut Diagnostics) {
    licences(files, library, diagnostics);
    for site in sites(library) {
        for fault in
            pictures(&site.locale.lesson, library).into_iter().chain(formulae(&site.locale.lesson))
        {
            fault.note(site.locale.place, "", diagnostics);
        }
    }
}

/// C60, C83: each picture has its row, with a licence that allows passing it on.
fn licences(files: &[(String, String)], library: &Library, diagnostics: &mut Diagnostics) {
    let record = files.iter().enumerate().find(|(_, (path, _))| path == LICENCES);
    let rows = record.map(|(file, (_, text))| rows(file, text)).unwrap_or_default();
    for (name, picture) in &library.shared.pictures {
        if !rows.contains_key(name.as_str()) {
            let what = format!("{name}.svg has no row in LICENCES.md");
            diagnostics.error(
                "C60",
                picture.place,
                what,
                "add file, source, author, licence and changes",
            );
        }
    }
    for (name, (cells, place)) in &rows {
        if !library.shared.pictures.contains_key(*name) {
            diagnostics.error(
                "C83",
                *place,
                format!("there is no {name}.svg"),
                "take the row out, or name the file as it is",
            );
        }
        let [source, author, licence, changes] = cells[..] else {
            diagnostics.error(
                "C83",
                *place,
                "this row has not five cells",
                "write file, source, author, licence, changes",
            );
            continue;
        };
        if [source, author, changes].contains(&"") {
            diagnostics.error(
                "C83",
                *place,
                "source, author or changes are missing",
                "write `none` where nothing was changed",
            );
        }
        if !ALLOWED.contains(&licence) {
            let what = format!("the licence `{licence}` does not allow what we do");
            diagnostics.error(
                "C83",
                *place,
                what,
                format!("only these do: {}", ALLOWED.join(", ")),
            );
        }
    }
}

/// Each file's other cells, and where its row stands.
fn rows(file: usize, text: &str) -> BTreeMap<&str, (Vec<&str>, Place)> {
    let mut rows = BTreeMap::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        if let Some((name, rest)) = cells.split_first()
            && let Some(name) = name.strip_suffix(".svg")
        {
            rows.insert(
                name,
                (rest.to_vec(), Place { file, start, end: start + line.trim_end().len() }),
            );
        }
        start += line.len();
    }
    rows
}

/// C60: the pack has just the pictures that are shown.
fn pictures(lesson: &Lesson, library: &Library) -> Vec<Fault> {
    let mut shown = vec![false; lesson.pictures.len()];
    texts::each_picture(lesson, &mut |picture| {
        if let Some(it) = shown.get_mut(usize::from(picture)) {
            *it = true;
        }
    });
    let mut faults = Vec::new();
    for (picture, shown) in lesson.pictures.iter().zip(shown) {
        if !shown {
            faults.push(Fault::error(
                "C60",
                format!("`{}` is packed and never shown", picture.id),
                "this is a fault of the compiler",
            ));
        }
        if !library.shared.pictures.contains_key(&picture.id) {
            faults.push(Fault::error(
                "C60",
                format!("there is no picture `{}`", picture.id),
                "draw it, or name another",
            ));
        }
    }
    faults
}

/// C64: every formula has its tree and its words.
fn formulae(lesson: &Lesson) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, text) in texts::of_lesson(lesson) {
        for span in &text {
            let Span::Math(math) = span else { continue };
            if math.spoken.trim().is_empty() || math.nodes.is_empty() {
                faults.push(Fault::error(
                    "C64",
                    "a formula has no words for a voice",
                    "write it with signs that can be said",
                ));
            }
            if math.nodes.iter().map(size).sum::<usize>() > NODES_MAX {
                faults.push(Fault::error("C64", "a formula is too large", "write several"));
            }
        }
    }
    faults
}

fn size(node: &MathNode) -> usize {
    let row = |nodes: &[MathNode]| nodes.iter().map(size).sum::<usize>();
    1 + match node {
        MathNode::Number(_)
        | MathNode::Operator(_)
        | MathNode::Identifier(_)
        | MathNode::Words(_) => 0,
        MathNode::Row(nodes) | MathNode::Root(nodes) => row(nodes),
        MathNode::Fraction(a, b) | MathNode::Power(a, b) | MathNode::Index(a, b) => row(a) + row(b),
    }
}
