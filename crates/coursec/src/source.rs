//! Reading and checking the courses' folder.

use crate::draw;
use anyhow::{Context, Result, bail};
use authoring::check::{Effort, Warnings};
use authoring::{Diagnostic, Library, Severity, release};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// A courses' folder, read and compiled.
pub struct Compiled {
    /// Paths from the folder on, and their text.
    pub files: Vec<(String, String)>,
    /// What they say.
    pub library: Library,
    /// What is wrong with them.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether no mistake stands against packing.
    pub fn is_sound(&self) -> bool {
        !self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Where the numbers of warnings that are borne stand, in the courses' folder.
const WARNINGS: &str = "warnings.txt";

/// Lists every mistake; fails if there is one, or if there are more warnings than are borne.
pub fn check(courses: &Path, effort: Effort) -> Result<ExitCode> {
    let mut compiled = compile(courses)?;
    if compiled.is_sound() {
        let found = authoring::check::check(&compiled.files, &compiled.library, effort);
        compiled.diagnostics.extend(found);
    }
    draw::print(&compiled, courses);
    let within = warnings_within(&compiled, courses)?;
    Ok(if compiled.is_sound() && within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn warnings_within(compiled: &Compiled, courses: &Path) -> Result<bool> {
    let path = courses.join(WARNINGS);
    let kept = match fs::read_to_string(&path) {
        Ok(text) => Warnings::read(&text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Warnings::default(),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    let found = Warnings::count(&compiled.diagnostics);
    let above = found.above(&kept);
    for (code, count, borne) in &above {
        eprintln!("{code}: {count} warnings, {borne} are borne; mend what is new");
    }
    if above.is_empty() && found != kept && compiled.is_sound() {
        eprintln!("fewer warnings than {} bears; write there:\n{}", path.display(), found.write());
    }
    Ok(above.is_empty())
}

/// Reads and compiles a folder.
pub fn compile(courses: &Path) -> Result<Compiled> {
    let files = read(courses)?;
    let (library, diagnostics) = authoring::compile(&files);
    Ok(Compiled { files, library, diagnostics })
}

/// Every Markdown and SVG file and every record of releases below `courses`, in the order of their paths.
fn read(courses: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    collect(courses, "", &mut files)?;
    if files.is_empty() {
        bail!("there are no courses in {}", courses.display());
    }
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if name.ends_with(".md") || name.ends_with(".svg") || name == release::FILE {
            let text = fs::read_to_string(entry.path())
                .with_context(|| format!("cannot read {path} as text"))?;
            files.push((path, text.replace("\r\n", "\n")));
        }
    }
    Ok(())
}
