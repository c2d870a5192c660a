//! `cargo xtask e2e`: a learner's journeys through the release build, in both browsers.

use anyhow::{Context, Result};
use std::process::Command;

use crate::app::{self, Build};
use crate::command::{cargo, program, root, run};
use crate::tally::Tally;
use crate::{npm, setup};

/// Builds, then runs every journey, or the files that are named.
pub fn e2e(files: &[&str], tally: &mut Tally) -> Result<()> {
    setup::build()?;
    setup::browsers()?;
    app::build(Build::Release, &root().join("dist"), &[])?;
    journeys(files, tally)
}

/// Runs the journeys through the build in `dist`.
pub fn journeys(files: &[&str], tally: &mut Tally) -> Result<()> {
    let folder = root().join("tests/e2e");
    npm::install(&folder)?;
    run(&mut cargo("build --quiet --package course --example walk"))?;
    for browser in ["chromium", "firefox"] {
        let mut tests = program("node");
        tests
            .args(["--test", "--test-reporter=tap", "--test-concurrency=1"])
            .args(chosen(files)?)
            .env("SNOWLIGHT_BROWSER", browser);
        tally.tests(&format!("journeys in {browser}"), surroundings(&mut tests)?);
    }
    Ok(())
}

/// What the harness of tests/e2e needs to know: our server, the build, and programs that tell what is right.
pub fn surroundings(node: &mut Command) -> Result<&mut Command> {
    let xtask = std::env::current_exe()?;
    let examples = xtask.parent().context("a program is in a folder")?.join("examples");
    Ok(node
        .env("SNOWLIGHT_WALK", examples.join("walk"))
        .env("SNOWLIGHT_HISTORY", examples.join("history"))
        .env("SNOWLIGHT_DIST", root().join("dist"))
        .env("SNOWLIGHT_XTASK", xtask))
}

fn chosen(files: &[&str]) -> Result<Vec<String>> {
    if !files.is_empty() {
        return Ok(files.iter().map(|file| (*file).to_owned()).collect());
    }
    let mut all = Vec::new();
    for entry in std::fs::read_dir(root().join("tests/e2e"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            all.push(format!("tests/e2e/{name}"));
        }
    }
    all.sort();
    Ok(all)
}
