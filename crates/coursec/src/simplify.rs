//! Drawing pictures anew with fewer points.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::process::ExitCode;

/// Writes each picture over itself, and says what it is worth.
pub fn simplify(files: &[&str]) -> Result<ExitCode> {
    for file in files {
        let svg = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
        let small = authoring::picture::simplify(&svg).map_err(|what| anyhow!("{file}: {what}"))?;
        let (before, after) = (svg.len(), small.len());
        fs::write(file, small).with_context(|| format!("cannot write {file}"))?;
        println!("{file}: {before} → {after} bytes of SVG");
    }
    Ok(ExitCode::SUCCESS)
}
