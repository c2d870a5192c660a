//! Getting what is missing: once, with the system's own packages and cargo's, and saying so.

use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::command::{cargo, find, output, program, run};
use crate::npm;

/// A program built by cargo, at the version that this project was tested with.
struct Tool {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    arguments: &'static str,
    /// About how long it takes on two slow cores.
    minutes: u8,
}

const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    version: "0.2.130",
    program: "wasm-bindgen",
    arguments: "wasm-bindgen-cli@0.2.130",
    minutes: 3,
};
const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.22.1",
    program: "trunk",
    arguments: "trunk@0.22.1 --locked --ignore-rust-version --no-default-features --features rustls",
    minutes: 6,
};
const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    arguments: "geckodriver@0.37.1 --locked",
    minutes: 2,
};
const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    arguments: "cargo-deny@0.20.2 --locked",
    minutes: 3,
};
const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    arguments: "cargo-fuzz@0.13.2 --locked",
    minutes: 1,
};
const TOOLS: [&Tool; 5] = [&WASM_BINDGEN, &TRUNK, &GECKODRIVER, &CARGO_DENY, &CARGO_FUZZ];

/// What building the app needs; no browser.
pub fn build() -> Result<()> {
    wasm_target()?;
    install(&WASM_BINDGEN)?;
    install(&TRUNK)?;
    packages(&[("node", "nodejs"), ("npm", "npm")])?;
    npm::install_tools()
}

/// Both browsers and their drivers.
pub fn browsers() -> Result<()> {
    packages(&[
        ("chromium", "chromium"),
        ("chromedriver", "chromium-driver"),
        ("firefox-esr", "firefox-esr"),
    ])?;
    install(&GECKODRIVER)
}

/// What checks licences and sources of dependencies.
pub fn audit() -> Result<()> {
    install(&CARGO_DENY)
}

/// What feeds our readers with nonsense, and the compiler for the C++ that it is written in.
pub fn fuzz() -> Result<()> {
    packages(&[("c++", "g++")])?;
    install(&CARGO_FUZZ)
}

/// A real web server to try our samples with.
pub fn nginx() -> Result<()> {
    packages(&[("nginx", "nginx-light")])
}

/// Where our tools are, installed or not.
pub fn tool_folders() -> Vec<PathBuf> {
    TOOLS.iter().map(|tool| tool.folder().join("bin")).collect()
}

/// Where tools are kept between checkouts: `~/.cache/snowlight/tools`.
pub fn cache() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache");
    cache.unwrap_or_else(home).join("snowlight/tools")
}

impl Tool {
    fn folder(&self) -> PathBuf {
        cache().join(format!("{}-{}", self.name, self.version))
    }
}

fn install(tool: &Tool) -> Result<()> {
    if tool.folder().join("bin").join(tool.program).is_file() {
        return Ok(());
    }
    let Tool { name, version, minutes, .. } = tool;
    eprintln!("Installing {name} {version}, once: about {minutes} minutes on two cores.");
    std::fs::create_dir_all(cache())?;
    let start = started();
    // Built in haste: these programs run for seconds.
    let haste = [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")];
    run(cargo("install --quiet")
        .args(tool.arguments.split_whitespace())
        .arg("--root")
        .arg(tool.folder())
        .envs(haste.map(|(key, value)| (format!("CARGO_PROFILE_RELEASE_{key}"), value)))
        .current_dir(cache()))?;
    eprintln!("{name} {version} took {} s.", start.elapsed().as_secs());
    Ok(())
}

fn wasm_target() -> Result<()> {
    let sysroot = PathBuf::from(output(program("rustc").args(["--print", "sysroot"]))?);
    if sysroot.join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    eprintln!("Adding the WebAssembly target to Rust, once.");
    run(program("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

/// Installs the Debian packages of the programs that are missing, or says how.
fn packages(needs: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<_> = needs.iter().filter(|(program, _)| find(program).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    let (Some(mut update), Some(mut install)) = (apt_get(), apt_get()) else {
        let programs: Vec<&str> = missing.iter().map(|(program, _)| *program).collect();
        bail!(
            "missing: {}. On Debian and Ubuntu this gets it:\n\n    sudo apt-get install {}\n",
            programs.join(", "),
            names.join(" ")
        );
    };
    eprintln!("Installing {}, once.", names.join(", "));
    if run(update.arg("update")).is_err() {
        eprintln!("The list of packages could not be renewed: an old one may do.");
    }
    run(install.args(["install", "--yes", "--no-install-recommends"]).args(names))
}

/// `apt-get` where it may install without asking: on Debian, as root or with a `sudo` that needs no password.
fn apt_get() -> Option<Command> {
    find("apt-get")?;
    let quiet = |command: &mut Command| output(command).ok();
    let mut command = if quiet(program("id").arg("-u"))? == "0" {
        program("apt-get")
    } else {
        quiet(program("sudo").args(["-n", "true"]))?;
        let mut sudo = program("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet=2");
    Some(command)
}

#[expect(clippy::disallowed_methods, reason = "a native program may look at the clock")]
pub fn started() -> Instant {
    Instant::now()
}
