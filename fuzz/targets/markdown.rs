//! Any text as the files of a course: it compiles, or there is something to tell the author.

#![no_main]

use authoring::check::{Effort, check};
use authoring::{Severity, compile};
use fuzz::planted;
use libfuzzer_sys::fuzz_target;

/// The files that the text is cut into at form feeds, and what stands in one that it does not reach.
const FILES: [(&str, &str); 5] = [
    ("ma/ma-01.md", ""),
    ("ma/ma-01.zh-Hans.md", "---\nid: ma-01\n---\n"),
    ("lists.md", "# crops\n\n| id | en.one | en.many |\n|---|---|---|\n| egg | egg | eggs |\n"),
    ("misconceptions.md", "| id | en |\n|---|---|\n| x.off1 | counts one too few |\n"),
    (
        "ma/course.md",
        "---\nid: ma\ntitle: M\nlanguage: en\nsubject: maths\n---\n\n# N\n\n- ma-01\n",
    ),
];
const REST: [(&str, &str); 2] = [
    ("ma/course.zh-Hans.md", "---\nid: ma\ntitle: 数学\n---\n\n# 数\n"),
    ("pictures/egg.svg", "<svg viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"3\"/></svg>"),
];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    planted(&text);
    let mut written = text.split('\u{c}');
    let fuzzed = FILES.map(|(path, otherwise)| (path, written.next().unwrap_or(otherwise)));
    let files: Vec<(String, String)> = fuzzed
        .into_iter()
        .chain(REST)
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let (library, mut diagnostics) = compile(&files);
    if diagnostics.iter().all(|it| it.severity != Severity::Error) {
        diagnostics.extend(check(&files, &library, Effort { seeds: 2 }));
    }
    for diagnostic in diagnostics {
        let (path, text) = &files[diagnostic.place.file];
        let place = diagnostic.place.start..diagnostic.place.end;
        assert!(text.get(place).is_some(), "{path} has no such place: {diagnostic:?}");
    }
});
