//! `cargo xtask serve`: the app with the whole library, rebuilt whenever a source changes.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{sleep, spawn};
use std::time::{Duration, SystemTime};

use crate::app::{self, Build};
use crate::command::root;
use crate::server::{self, Server};
use crate::setup;

/// What the app is made of.
const SOURCES: [&str; 9] = [
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "courses",
    "crates",
    "engines",
    "public",
    "src",
    "styles",
];

/// Builds, serves and builds again, until it is ended. `--release` builds what learners get; `--port` is 8080.
pub fn serve(arguments: &[&str]) -> Result<()> {
    let (mut build, mut port) = (Build::Dev, 8080);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--release" => build = Build::Release,
            "--port" => port = rest.next().context("--port N")?.parse()?,
            unknown => bail!("`serve` has no `{unknown}`"),
        }
    }
    setup::build()?;
    let (listener, school) = (server::listen(port)?, server::listen(port + 1)?);
    let site = root().join("target/serve");
    let mut seen = newest();
    app::build(build, &site, &[])?;
    let pages = examples(port)?;
    eprintln!("\nSnowlight is at http://localhost:{port}/ (Ctrl-C ends it).");
    eprintln!("A school's site with lessons in it is at http://school.localhost:{}/.\n", port + 1);
    spawn(move || server::serve(&school, &Arc::new(Server::over(pages))));
    let server = Arc::new(Server::over(site.clone()));
    spawn(move || server::serve(&listener, &server));
    loop {
        sleep(Duration::from_millis(700));
        let now = newest();
        if now != seen {
            seen = now;
            match app::build(build, &site, &[]) {
                Ok(()) => eprintln!("\nRebuilt: reload http://localhost:{port}/\n"),
                Err(error) => eprintln!("\n{error:#}: the last good build is still served.\n"),
            }
        }
    }
}

/// The pages of examples/school, which know where lessons are: another site than the app's.
fn examples(port: u16) -> Result<PathBuf> {
    let (from, to) = (root().join("examples/school"), root().join("target/school"));
    std::fs::create_dir_all(&to)?;
    for entry in std::fs::read_dir(&from).with_context(|| from.display().to_string())? {
        let path = entry?.path();
        let text = std::fs::read_to_string(&path)?;
        let text = text.replace("{lessons}", &format!("http://app.localhost:{port}/"));
        std::fs::write(to.join(path.file_name().context("a file")?), text)?;
    }
    Ok(to)
}

/// When a source changed last, and how many there are, since a deleted one has no time.
fn newest() -> (Option<SystemTime>, usize) {
    let mut paths: Vec<PathBuf> = SOURCES.iter().map(|source| root().join(source)).collect();
    let mut times = Vec::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() && !ends_with(&path, "node_modules") && !ends_with(&path, "target") {
            paths.extend(
                std::fs::read_dir(&path).into_iter().flatten().flatten().map(|it| it.path()),
            );
        }
        times.extend(path.metadata().and_then(|it| it.modified()));
    }
    (times.iter().max().copied(), times.len())
}

fn ends_with(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|it| it == name)
}
