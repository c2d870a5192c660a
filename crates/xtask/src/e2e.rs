//! `cargo xtask e2e`: a learner's journeys through the release build, in both browsers.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::app::{self, Build};
use crate::command::{cargo, program, root, run};
use crate::site::files;
use crate::tally::{Tally, timed};
use crate::{npm, setup};

/// Builds, then runs every journey, or the files that are named. With `--planted` it is those that have to notice a mistake,
/// with the build that makes it.
pub fn e2e(arguments: &[&str], tally: &mut Tally) -> Result<()> {
    setup::build()?;
    setup::browsers()?;
    if let ["--planted", files @ ..] = arguments {
        return planted(files, tally);
    }
    app::build(Build::Release, &root().join("dist"), &[])?;
    journeys(arguments, tally)
}

/// Runs the journeys through the build in `dist`.
pub fn journeys(files: &[&str], tally: &mut Tally) -> Result<()> {
    prepare()?;
    tally.check("no planted mistakes in the release build", is_sound(&root().join("dist")));
    for browser in ["chromium", "firefox"] {
        let mut tests = node(browser);
        tests.args(chosen(files)?);
        tally.tests(&format!("journeys in {browser}"), surroundings(&mut tests)?);
    }
    Ok(())
}

/// Neither the program nor a script knows the word by which a mistake is asked for.
fn is_sound(dist: &Path) -> Result<()> {
    for file in files(dist)?.iter().filter(|it| it.ends_with(".js") || it.ends_with(".wasm")) {
        let bytes = fs::read(dist.join(file))?.to_ascii_lowercase();
        ensure!(!bytes.windows(7).any(|it| it == b"planted"), "{file} has a planted mistake");
    }
    Ok(())
}

/// Plants mistakes in a build of its own, each of which a journey has to notice: a test passes if the journey fails, and for
/// that reason.
pub fn planted(files: &[&str], tally: &mut Tally) -> Result<()> {
    prepare()?;
    let dist = root().join("target/planted");
    let built = timed("build with planted mistakes", || build_planted(&dist));
    let whole = built.is_ok();
    tally.check("build with planted mistakes", built);
    if !whole {
        return Ok(());
    }
    let mut tests = node("chromium");
    for file in chosen(files)? {
        // Of a file without a test node would say that it passed.
        if fs::read_to_string(root().join(&file))?.contains("planted: {") {
            tests.arg(file);
        }
    }
    let tests = surroundings(&mut tests)?.env("SNOWLIGHT_DIST", dist).env("SNOWLIGHT_PLANTED", "1");
    tally.tests("planted mistakes", tests);
    Ok(())
}

fn build_planted(dist: &Path) -> Result<()> {
    app::build(Build::Planted, dist, &[])?;
    ensure!(is_sound(dist).is_err(), "there are no mistakes in it");
    Ok(())
}

fn prepare() -> Result<()> {
    npm::install(&root().join("tests/e2e"))?;
    run(&mut cargo("build --quiet --package course --features stage --example walk"))
}

/// Two files at once, each with a browser of its own: much of what they do is waiting.
fn node(browser: &str) -> Command {
    let mut node = program("node");
    node.args(["--test", "--test-reporter=tap", "--test-concurrency=2"])
        .env("SNOWLIGHT_BROWSER", browser);
    node
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
    for entry in fs::read_dir(root().join("tests/e2e"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            all.push(format!("tests/e2e/{name}"));
        }
    }
    all.sort();
    Ok(all)
}
