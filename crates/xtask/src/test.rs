//! `cargo xtask test`: every check there is.

use anyhow::{Result, bail};
use std::process::ExitCode;

use crate::app;
use crate::command::root;
use crate::tally::{Tally, timed};
use crate::{browser, check, e2e, fuzz, nginx, setup, size};

/// Sets up what is missing and runs everything; the last line says how many passed and failed. `--full` takes longer
/// where more time shows more.
pub fn test(arguments: &[&str]) -> Result<ExitCode> {
    let fuzzing: &[&str] = match arguments {
        [] => &[],
        ["--full"] => &["--seconds", "60"],
        _ => bail!("`test` has only --full"),
    };
    setup::build()?;
    setup::browsers()?;
    setup::audit()?;
    setup::nginx()?;
    setup::fuzz()?;
    let mut tally = Tally::default();
    check::check(&mut tally)?;
    timed("fuzz", || fuzz::fuzz(fuzzing, &mut tally))?;
    browser::browser(&mut tally)?;
    // What learners get: the budgets and the journeys are about that build.
    let built =
        timed("release build", || app::build(app::smallest_possible(), &root().join("dist"), &[]));
    let whole = built.is_ok();
    tally.check("release build", built);
    if whole {
        size::size(&[], &mut tally)?;
        nginx::nginx(&mut tally)?;
        e2e::journeys(&[], &mut tally)?;
    }
    e2e::planted(&[], &mut tally)?;
    Ok(tally.finish())
}
