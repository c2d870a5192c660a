//! The app, built by trunk.

use anyhow::Result;
use std::path::Path;
use std::process::Command;

use crate::command::{find, output, program, run};

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq)]
pub enum Build {
    /// In seconds, for `serve`.
    Dev,
    /// In seconds, with mistakes that the fault tests have to notice.
    Planted,
    /// Small, as `trunk build --release` makes it on any stable Rust.
    Release,
    /// A fifth smaller: the standard library is built too, which needs its sources and unstable flags.
    Smallest,
}

/// Builds the app into `dist`, with courses, pages and compressed files.
pub fn build(build: Build, dist: &Path, settings: &[(&str, &str)]) -> Result<()> {
    run(trunk(build, dist).envs(settings.iter().copied()))?;
    unlock(dist)
}

/// The same beside other work: what it says is shown if it fails.
pub fn build_quietly(build: Build, dist: &Path) -> Result<()> {
    output(&mut trunk(build, dist))?;
    unlock(dist)
}

fn trunk(build: Build, dist: &Path) -> Command {
    let mut trunk = program("trunk");
    trunk
        .args(["build", "--dist"])
        .arg(dist)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("RUST_LOG", "trunk=warn")
        .env_remove("NO_COLOR")
        .env_remove("RUST_BACKTRACE");
    match build {
        Build::Dev => {}
        // Trunk's hook knows by the second one, and takes the first away again before it runs cargo.
        Build::Planted => {
            trunk
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "--cfg planted")
                .env("SNOWLIGHT_PLANTED", "1");
        }
        Build::Release => {
            trunk.arg("--release");
        }
        Build::Smallest => smallest(trunk.arg("--release")),
    }
    trunk
}

/// What trunk leaves behind is no part of the site.
fn unlock(dist: &Path) -> Result<()> {
    let lock = dist.join(".trunk-lock");
    if lock.is_file() {
        std::fs::remove_file(lock)?;
    }
    Ok(())
}

/// The smallest build that this machine can make.
pub fn smallest_possible() -> Build {
    let sysroot = output(program("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let sources = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std");
    if sources.is_dir() || (find("rustup").is_some() && add_sources().is_ok()) {
        Build::Smallest
    } else {
        eprintln!("The standard library's sources are missing (rustup component add rust-src):");
        eprintln!("the build will be about a fifth larger than it could be.");
        Build::Release
    }
}

fn add_sources() -> Result<()> {
    run(program("rustup").args(["component", "add", "rust-src"]))
}

/// By environment alone, so that `Trunk.toml` and `.cargo/config.toml` are those of the plain build. cargo adds the
/// flags to those in `.cargo/config.toml`. Trunk's hook takes these variables away again before it runs cargo.
fn smallest(trunk: &mut Command) {
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none",
        )
        .env("CARGO_TARGET_DIR", crate::command::root().join("target/smallest"));
}
