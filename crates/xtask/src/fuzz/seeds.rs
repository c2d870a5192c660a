//! What each target starts from.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

use super::{TARGETS, folder, fresh};
use crate::command::{cargo, root, run};

/// Lessons to cut up: the library's, and one with every construct there is.
const LESSONS: [&str; 3] = ["courses/ma", "courses/en", "crates/authoring/tests/every/ma"];
const PACKS: &str = "crates/course/tests/released";

/// Lays out the files of `fuzz/seeds`, every part of every lesson and every pack, a folder for each target.
pub fn lay_out() -> Result<()> {
    let of = |target: &str| folder("seeds").join(target);
    for target in TARGETS {
        fresh(&of(target))?;
    }
    let pack = "run --quiet --profile tool --package coursec -- pack courses --out";
    run(cargo(pack).arg(of("pack")))?;
    copy(&root().join(PACKS), &of("pack"))?;
    for target in TARGETS {
        copy(&root().join("fuzz/seeds").join(target), &of(target))?;
    }
    LESSONS.iter().try_for_each(|lessons| cut(lessons, &of("markdown")))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        fs::copy(&path, to.join(path.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

/// Each part of each lesson and of its translation: whole lessons take ten times as long to try.
fn cut(lessons: &str, to: &Path) -> Result<()> {
    for path in files(&root().join(lessons))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(stem) = name.strip_suffix(".md").filter(|it| !it.contains('.')) else { continue };
        let base = fs::read_to_string(&path)?;
        let translation = path.with_file_name(format!("{stem}.zh-Hans.md"));
        let translation = fs::read_to_string(translation).unwrap_or_default();
        for (at, (base, translation)) in parts(&base).zip(parts(&translation)).enumerate() {
            let seed = to.join(format!("{}-{stem}-{at}", lessons.replace('/', "-")));
            // The target takes a form feed for the end of a file.
            fs::write(seed, format!("{base}\u{c}{translation}"))?;
        }
    }
    Ok(())
}

/// The front matter with each part in turn.
fn parts(lesson: &str) -> impl Iterator<Item = String> {
    let mut parts = lesson.split("\n# ");
    let front = parts.next().unwrap_or_default();
    parts.map(move |part| format!("{front}\n# {part}"))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
