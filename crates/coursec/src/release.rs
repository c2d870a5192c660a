//! Recording what is released.

use crate::draw;
use crate::source::compile;
use anyhow::{Context, Result};
use authoring::release;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Adds every id to its course's record; nothing if there is a mistake.
pub fn release(courses: &Path) -> Result<ExitCode> {
    let compiled = compile(courses)?;
    if !compiled.is_sound() {
        draw::print(&compiled, courses);
        eprintln!("nothing is recorded until the errors are mended");
        return Ok(ExitCode::FAILURE);
    }
    for course in &compiled.library.courses {
        let path = format!("{}/{}", course.id, release::FILE);
        let before = compiled.files.iter().find(|(it, _)| *it == path);
        let before = before.map_or("", |(_, text)| text.as_str());
        let after = release::record(course, before);
        let new = after.lines().count() - before.lines().count();
        fs::write(courses.join(&path), after).with_context(|| format!("cannot write {path}"))?;
        println!("{path}: {new} new ids");
    }
    Ok(ExitCode::SUCCESS)
}
