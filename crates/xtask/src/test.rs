//! `cargo xtask test`: every check there is.

use anyhow::{Result, bail};
use std::process::ExitCode;
use std::thread;

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
    // What learners get: the budgets and the journeys are about that build. Much of it leaves a core without work, and so does
    // much of what is checked meanwhile.
    let kind = app::smallest_possible();
    let built = thread::scope(|scope| {
        let building = scope.spawn(move || app::build_quietly(kind, &root().join("dist")));
        check::check(&mut tally)?;
        timed("fuzz", || fuzz::fuzz(fuzzing, &mut tally))?;
        browser::browser(&mut tally)?;
        timed("waiting for the release build", || {
            Ok::<_, anyhow::Error>(building.join().expect("building panics nowhere"))
        })
    })?;
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
