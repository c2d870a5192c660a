//! What each target starts from. Small seeds are tried a hundred times as often as large ones, so lessons are cut up.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

use super::{TARGETS, folder, fresh};
use crate::command::{root, run, tool};

/// Lessons to be cut into their slots.
const LESSONS: [&str; 6] =
    ["courses/ma", "courses/en", "courses/mu", "courses/ar", "courses/pe", "courses/lab"];
/// Short lessons to be taken whole.
const SHORT: [&str; 2] = ["crates/authoring/tests/every/ma", "crates/authoring/tests/sound/ma"];
const PACKS: &str = "crates/course/tests/released";
const LEARNER_FILES: &str = "crates/learning/tests/released";
const PICTURES: &str = "courses/pictures";

/// Lays out the files of `fuzz/seeds`, every slot of every lesson, every picture, every pack and learner file, a folder for each
/// target.
pub fn lay_out() -> Result<()> {
    let of = |target: &str| folder("seeds").join(target);
    for target in TARGETS {
        fresh(&of(target))?;
    }
    run(tool("coursec")?.args(["pack", "courses", "--out"]).arg(of("pack")))?;
    copy(&root().join(PACKS), &of("pack"))?;
    copy(&root().join(LEARNER_FILES), &of("file"))?;
    copy(&root().join(LEARNER_FILES), &of("exchange"))?;
    copy(&root().join("fuzz/seeds/file"), &of("exchange"))?;
    copy(&root().join(PICTURES), &of("picture"))?;
    for target in TARGETS {
        copy(&root().join("fuzz/seeds").join(target), &of(target))?;
    }
    for (name, base, translation) in lessons(&SHORT)? {
        write(&of("markdown"), &name, &base, &translation)?;
    }
    for (name, base, translation) in lessons(&LESSONS)? {
        for (at, (base, translation)) in slots(&base).iter().zip(slots(&translation)).enumerate() {
            write(&of("markdown"), &format!("{name}-{at}"), base, &translation)?;
        }
    }
    Ok(())
}

/// A lesson and its translation, as the target takes them.
fn write(to: &Path, name: &str, base: &str, translation: &str) -> Result<()> {
    Ok(fs::write(to.join(name), format!("{base}\u{c}{translation}"))?)
}

/// The lessons in these folders: a name, the text, its translation.
fn lessons(folders: &[&str]) -> Result<Vec<(String, String, String)>> {
    let mut lessons = Vec::new();
    for folder in folders {
        for path in files(&root().join(folder))? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let Some(stem) = name.strip_suffix(".md").filter(|it| !it.contains('.')) else {
                continue;
            };
            let translation = path.with_file_name(format!("{stem}.zh-Hans.md"));
            let name = format!("{}-{stem}", folder.replace('/', "-"));
            lessons.push((name, fs::read_to_string(&path)?, fs::read_to_string(translation)?));
        }
    }
    Ok(lessons)
}

/// The front matter, then each slot under the heading of its part.
fn slots(lesson: &str) -> Vec<String> {
    let mut parts = lesson.split("\n# ");
    let mut pieces: Vec<String> = parts.next().map(str::to_owned).into_iter().collect();
    for part in parts {
        let name = part.lines().next().unwrap_or_default();
        let mut slots = part.split("\n## ");
        pieces.extend(slots.next().map(|cards| format!("# {cards}\n")));
        pieces.extend(slots.map(|slot| format!("# {name}\n\n## {slot}\n")));
    }
    pieces
}

/// Copies what is in a folder, without the files that say what the others are.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        if path.extension().is_some_and(|it| it == "md" || it == "txt" || it == "json") {
            continue;
        }
        fs::copy(&path, to.join(path.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
