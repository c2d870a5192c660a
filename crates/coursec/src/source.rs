//! Reading and checking the courses' folder.

use crate::draw;
use anyhow::{Context, Result, bail};
use authoring::{Diagnostic, Library, Severity};
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

/// Lists every mistake; fails if there is one.
pub fn check(courses: &Path) -> Result<ExitCode> {
    let compiled = compile(courses)?;
    draw::print(&compiled, courses);
    Ok(if compiled.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads and compiles a folder.
pub fn compile(courses: &Path) -> Result<Compiled> {
    let files = read(courses)?;
    let (library, diagnostics) = authoring::compile(&files);
    Ok(Compiled { files, library, diagnostics })
}

/// Every Markdown and SVG file below `courses`, in the order of their paths.
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
        } else if name.ends_with(".md") || name.ends_with(".svg") {
            let text = fs::read_to_string(entry.path())
                .with_context(|| format!("cannot read {path} as text"))?;
            files.push((path, text.replace("\r\n", "\n")));
        }
    }
    Ok(())
}
