//! `cargo xtask browser`: tests of the app's parts, in real browsers.

use anyhow::Result;

use crate::command::{cargo, find};
use crate::setup;
use crate::tally::Tally;

/// `tests/browser`, compiled once, in headless Chromium and Firefox.
pub fn browser(tally: &mut Tally) -> Result<()> {
    setup::build()?;
    setup::browsers()?;
    for (browser, variable, driver) in
        [("Chromium", "CHROMEDRIVER", "chromedriver"), ("Firefox", "GECKODRIVER", "geckodriver")]
    {
        let mut tests =
            cargo("test --package snowlight --target wasm32-unknown-unknown --test browser");
        tests
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env(variable, find(driver).unwrap_or_else(|| driver.into()));
        tally.tests(&format!("parts in {browser}"), &mut tests);
    }
    Ok(())
}
