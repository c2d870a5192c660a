//! `cargo xtask dist`: what is put on a host.

use anyhow::{Context, Result, bail};

use crate::app;
use crate::command::root;
use crate::setup;

/// Builds into `dist/`, as small as this machine can. `--base` is where `404.html` leads back to, `--site` the address
/// for links that must be whole.
pub fn dist(arguments: &[&str]) -> Result<()> {
    let mut settings = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let variable = match *argument {
            "--base" => "SNOWLIGHT_BASE",
            "--site" => "SNOWLIGHT_SITE",
            unknown => bail!("`dist` has no `{unknown}`"),
        };
        settings
            .push((variable, *rest.next().with_context(|| format!("{argument} needs a value"))?));
    }
    setup::build()?;
    app::build(app::smallest_possible(), &root().join("dist"), &settings)?;
    eprintln!("\ndist/ is ready for any static host: see docs/HOSTING.md.");
    Ok(())
}
