//! `cargo xtask browser`: tests of the app's parts, in real browsers.

use anyhow::Result;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

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
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut tests =
            cargo("test --package snowlight --target wasm32-unknown-unknown --test browser");
        tests
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("WASM_BINDGEN_TEST_ADDRESS", address.to_string())
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env(variable, find(driver).unwrap_or_else(|| driver.into()));
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| nudge(address, &done));
            tally.tests(&format!("parts in {browser}"), &mut tests);
            done.store(true, Ordering::Relaxed);
        });
    }
    Ok(())
}

/// Keeps the runner's server awake. It hands connections to a pool of threads that may leave one lying while a browser
/// holds the others open, so that the page never loads; the next connection makes it look again.
fn nudge(server: SocketAddr, done: &AtomicBool) {
    while !done.load(Ordering::Relaxed) {
        // Refused before the server is there and after it is gone.
        drop(TcpStream::connect(server));
        thread::sleep(Duration::from_millis(200));
    }
}
