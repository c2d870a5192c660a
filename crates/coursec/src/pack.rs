//! Writing packs and catalogues.

use crate::draw;
use crate::source::compile;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Packs the library into `out`, whole or not at all. `engines` has what each costs, by its number.
pub fn pack(courses: &Path, out: &Path, engines: &[u32]) -> Result<ExitCode> {
    let compiled = compile(courses)?;
    if !compiled.is_sound() {
        draw::print(&compiled, courses);
        eprintln!("nothing is written until the errors are mended");
        return Ok(ExitCode::FAILURE);
    }
    let files = authoring::pack(&compiled.library, engines);
    let unfinished = beside(out, "unfinished")?;
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("cannot make {}", unfinished.display()))?;
    for file in &files {
        fs::write(unfinished.join(&file.name), &file.bytes)
            .with_context(|| format!("cannot write {}", file.name))?;
    }
    replace(&unfinished, out)?;
    println!("{} files in {}", files.len(), out.display());
    Ok(ExitCode::SUCCESS)
}

/// Puts `new` in the place of `out`, which holds earlier packs or nothing.
fn replace(new: &Path, out: &Path) -> Result<()> {
    if !out.exists() {
        return fs::rename(new, out).with_context(|| format!("cannot write {}", out.display()));
    }
    if let Some(stranger) = stranger(out)? {
        fs::remove_dir_all(new)?;
        bail!("{} holds `{stranger}`, which is no pack; choose an empty folder", out.display());
    }
    let old = beside(out, "old")?;
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    fs::rename(out, &old)
        .and_then(|()| fs::rename(new, out))
        .context("cannot replace the packs")?;
    fs::remove_dir_all(&old)?;
    Ok(())
}

/// A file that this command did not write: it would be lost.
fn stranger(folder: &Path) -> Result<Option<String>> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".pack") && !name.starts_with("catalogue.") {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// `out` with another name, in the same folder so that renaming is enough.
fn beside(out: &Path, suffix: &str) -> Result<std::path::PathBuf> {
    let Some(name) = out.file_name() else {
        bail!("{} is no folder that can be made", out.display())
    };
    let parent =
        out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    Ok(parent.join(format!(".{}.{suffix}", name.to_string_lossy())))
}
