//! The engine that gives statements and work to another site's page.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

use super::{bundled_with, defined, sha256, shorten, sort};
use crate::command::root;

/// Its program and its one script, named as those that bring stages and lying where they do: the script's name, relative to the site.
pub fn engine(site: &Path) -> Result<String> {
    let folder = site.join("engine");
    fs::create_dir_all(&folder)?;
    let (glue, program) = (folder.join("glue.js"), site.join("exchange_engine_bg.wasm"));
    fs::rename(site.join("exchange_engine.js"), &glue).context("trunk's script of the engine")?;
    shorten(&program, &glue)?;
    sort(&program)?;
    fs::copy(root().join("public/lanes.js"), folder.join("lanes.js"))?;
    fs::copy(root().join("engines/exchange/boot.js"), folder.join("boot.js"))?;
    let wasm = put(site, &program, "wasm")?;
    let names = defined(&[("WASM", &wasm)]);
    let script = bundled_with(&folder.join("boot.js"), &folder, "bundle", "js", &names)?;
    let script = put(site, &folder.join(script), "js")?;
    fs::remove_dir_all(folder)?;
    Ok(script)
}

/// Moves a file among the packs, under the first 16 digits of its hash.
fn put(site: &Path, file: &Path, extension: &str) -> Result<String> {
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    let name = format!("packs/exchange-{}.{extension}", &sha256(&bytes)[..16]);
    fs::rename(file, site.join(&name))?;
    Ok(name)
}
