//! `cargo xtask check`: all that needs no browser and no build of the app.

use anyhow::Result;

use crate::command::{cargo, output, program, tool};
use crate::setup;
use crate::tally::Tally;

/// Formatting, lints, native tests, documentation, courses, licences.
pub fn check(tally: &mut Tally) -> Result<()> {
    setup::build()?;
    setup::audit()?;
    tally.command("formatting", &mut cargo("fmt --all --check"));
    tally.command(
        "lints, native",
        &mut cargo("clippy --workspace --all-targets --quiet -- -D warnings"),
    );
    // The app's unit tests run natively; in the browser it is tests/browser.
    let wasm = "clippy --package snowlight --target wasm32-unknown-unknown --lib --bins --test browser --quiet -- -D warnings";
    tally.command("lints, WebAssembly", &mut cargo(wasm));
    // With ten thousand histories of many devices.
    let mut tests = cargo("test --workspace --no-fail-fast --quiet");
    tally.tests("native tests", tests.env("SEEDS", "10000"));
    let mut documentation = cargo("doc --workspace --no-deps --quiet");
    tally.command("documentation", documentation.env("RUSTDOCFLAGS", "-D warnings"));
    courses(tally);
    dependencies(tally);
    Ok(())
}

fn courses(tally: &mut Tally) {
    match tool("coursec") {
        Ok(mut coursec) => tally.command("courses", coursec.args(["check", "courses"])),
        Err(error) => tally.check("courses", Err(error)),
    }
}

fn dependencies(tally: &mut Tally) {
    let mut deny = program("cargo-deny");
    tally.command("licences, bans, sources", deny.args(["check", "licenses", "bans", "sources"]));
    // The list of known faults is somebody's server: a network without it is no fault of the project.
    match output(program("cargo-deny").args(["check", "advisories"])) {
        Ok(_) => tally.check("advisories", Ok(())),
        Err(error) if error.to_string().contains("failed to fetch advisory database") => {
            println!("advisories: not checked, their database cannot be reached from here");
        }
        Err(error) => tally.check("advisories", Err(error)),
    }
}
