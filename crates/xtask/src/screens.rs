//! `cargo xtask screens`: pictures of the app's screens for the documents.

use anyhow::Result;

use crate::app::{self, Build};
use crate::command::{cargo, program, root, run};
use crate::e2e::surroundings;
use crate::{npm, setup};

/// Builds, then takes every picture into `docs/screens`, or into the folder that is named, and fails if a screen is
/// untidy. Screens named after the folder are taken alone, each picture by itself.
pub fn screens(arguments: &[&str]) -> Result<()> {
    setup::build()?;
    setup::browsers()?;
    app::build(Build::Release, &root().join("dist"), &[])?;
    npm::install(&root().join("tests/e2e"))?;
    run(&mut cargo("build --quiet --package course --example walk"))?;
    let (folder, names) = arguments.split_first().unwrap_or((&"docs/screens", &[]));
    let mut pictures = program("node");
    pictures.args(["tests/e2e/screens.mjs", folder]).args(names);
    run(surroundings(&mut pictures)?)
}
