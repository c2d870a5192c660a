//! `cargo xtask screens`: pictures of the app's screens for the documents.

use anyhow::Result;

use crate::app::{self, Build};
use crate::command::{program, root, run};
use crate::{npm, setup};

/// Builds, then takes every picture into `docs/screens`, or into the folder that is named.
pub fn screens(arguments: &[&str]) -> Result<()> {
    setup::build()?;
    setup::browsers()?;
    let dist = root().join("dist");
    app::build(Build::Release, &dist, &[])?;
    npm::install(&root().join("tests/e2e"))?;
    let folder = arguments.first().copied().unwrap_or("docs/screens");
    run(program("node")
        .args(["tests/e2e/screens.mjs", folder])
        .env("SNOWLIGHT_XTASK", std::env::current_exe()?)
        .env("SNOWLIGHT_DIST", dist))
}
