//! Whatever an author types, the compiler answers: it never panics, and it says where each mistake is.

use authoring::compile;
use course::rng::Rng;
use std::fs;
use std::path::Path;

/// Every source of the manual and every lesson of the library, as something to spoil.
fn samples() -> Vec<String> {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut samples = Vec::new();
    for folder in ["tests/spec", "../../courses/ma", "../../courses/en"] {
        let Ok(entries) = fs::read_dir(crate_folder.join(folder)) else { continue };
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        paths.sort();
        let pages = paths.iter().filter(|path| path.extension().is_some_and(|it| it == "md"));
        samples.extend(pages.map(|path| fs::read_to_string(path).expect("text")));
    }
    samples
}

/// Cuts, doubles and overwrites stretches of `text`, with signs that mean something among them.
fn spoil(text: &str, rng: &mut Rng) -> String {
    const SIGNS: [&str; 20] = [
        "{", "}", "[x] ", "- ", "::", "|", "`", "```", "\n\n", "# ", "## ", "](", "![", "___",
        " = ", "\\", "🙂", "十", "&amp;", "<b>",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=rng.below(6) {
        let length = chars.len() as u64;
        let at = rng.below(length + 1) as usize;
        let end = (at + rng.below(40) as usize).min(chars.len());
        match rng.below(3) {
            0 => drop(chars.drain(at..end)),
            1 => {
                let copy = chars[at..end].to_vec();
                let to = rng.below(chars.len() as u64 + 1) as usize;
                chars.splice(to..to, copy);
            }
            _ => {
                let sign = SIGNS[rng.below(SIGNS.len() as u64) as usize];
                chars.splice(at..at, sign.chars());
            }
        }
    }
    chars.into_iter().collect()
}

#[test]
fn no_text_makes_the_compiler_panic() {
    const ROUNDS: u64 = 400;
    let course = "---\nid: ma\ntitle: M\nlanguage: en\nsubject: maths\n---\n\n# N\n\n- ma-01\n";
    let samples = samples();
    for round in 0..ROUNDS {
        let mut rng = Rng::new(round);
        let pick = |rng: &mut Rng| spoil(&samples[rng.below(samples.len() as u64) as usize], rng);
        let files: Vec<(String, String)> = [
            ("lists.md", pick(&mut rng)),
            ("ma/course.md", if rng.below(4) == 0 { pick(&mut rng) } else { course.to_owned() }),
            ("ma/course.zh-Hans.md", pick(&mut rng)),
            ("ma/ma-01.md", pick(&mut rng)),
            ("ma/ma-01.zh-Hans.md", pick(&mut rng)),
            ("misconceptions.md", pick(&mut rng)),
        ]
        .map(|(path, text)| (path.to_owned(), text))
        .into();
        let (_, diagnostics) = compile(&files);
        for diagnostic in &diagnostics {
            let (path, text) = &files[diagnostic.place.file];
            let span = diagnostic.place.start..diagnostic.place.end;
            assert!(
                text.get(span).is_some(),
                "round {round}: {path} has no such place: {diagnostic:?}"
            );
        }
    }
}
