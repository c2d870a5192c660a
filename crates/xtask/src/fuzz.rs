//! `cargo xtask fuzz`: whatever a fuzzer thinks of, into everything that is read from outside. fuzz/README.md has more.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::command::{cargo, line, output, program, root, run};
use crate::setup;
use crate::tally::Tally;

mod seeds;

/// The programs of fuzz/Cargo.toml.
const TARGETS: [&str; 6] = ["markdown", "picture", "pack", "event", "file", "exchange"];
/// What the planted fault says.
const PLANTED: &str = "the planted fault";

struct Effort {
    /// For each target.
    seconds: u32,
    /// A fault is built into each target and has to be found.
    planted: bool,
}

/// Feeds each target for `--seconds N`, 5 if nothing else is said. With `--planted` a target passes if the fault that
/// was built into it is found, in 60.
pub fn fuzz(arguments: &[&str], tally: &mut Tally) -> Result<()> {
    let effort = Effort::read(arguments)?;
    setup::fuzz()?;
    tally.command("fuzz: formatting", &mut cargo("fmt --check --manifest-path fuzz/Cargo.toml"));
    eprintln!("\n# fuzz");
    match seeds::lay_out().and_then(|()| build(&effort)) {
        Ok(programs) => {
            for (target, fed) in feed_all(&programs, &effort) {
                tally.check(&format!("fuzz: {target}"), fed);
            }
        }
        Err(error) => tally.check("fuzz: seeds and targets", Err(error)),
    }
    Ok(())
}

impl Effort {
    fn read(arguments: &[&str]) -> Result<Self> {
        let planted = arguments.contains(&"--planted");
        let mut seconds = if planted { 60 } else { 5 };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--planted" => {}
                "--seconds" => {
                    let number = rest.next().and_then(|it| it.parse().ok());
                    seconds = number.context("--seconds needs a number")?;
                }
                unknown => bail!("`fuzz` has no `{unknown}`"),
            }
        }
        Ok(Self { seconds, planted })
    }
}

/// Builds the targets, apart from everything else since each crate carries the fuzzer's instruments; where they are.
fn build(effort: &Effort) -> Result<PathBuf> {
    let mut build = cargo("fuzz build --sanitizer none --target-dir target/fuzz");
    if effort.planted {
        build.args(["--features", "planted"]);
    }
    run(&mut build)?;
    let rustc = output(program("rustc").arg("-vV"))?;
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(folder(host.context("rustc does not say its host")?).join("release"))
}

/// A folder below that of all that fuzzing leaves behind.
fn folder(name: &str) -> PathBuf {
    root().join("target/fuzz").join(name)
}

/// `folder`, empty.
fn fresh(folder: &Path) -> Result<&Path> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(folder)
}

/// Runs all targets, two at a time: each is busy on one core alone.
fn feed_all(programs: &Path, effort: &Effort) -> Vec<(&'static str, Result<()>)> {
    let mut fed = Vec::new();
    for pair in TARGETS.chunks(2) {
        thread::scope(|scope| {
            let running: Vec<_> = pair
                .iter()
                .map(|target| (*target, scope.spawn(|| feed(target, programs, effort))))
                .collect();
            for (target, run) in running {
                fed.push((target, run.join().expect("feeding panics nowhere")));
            }
        });
    }
    fed
}

/// Runs a target until its time is over or something is found.
fn feed(target: &str, programs: &Path, effort: &Effort) -> Result<()> {
    let found = folder("found").join(target);
    let crashes = folder("crashes").join(target);
    fs::create_dir_all(&crashes)?;
    let mut fuzzer = Command::new(programs.join(target));
    fuzzer
        .arg(format!("-max_total_time={}", effort.seconds))
        .args(["-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1"])
        .arg(format!("-artifact_prefix={}/", crashes.display()))
        .args([fresh(&found)?, &folder("seeds").join(target)]);
    eprintln!("{target}: {} seconds", effort.seconds);
    let output = fuzzer.output().with_context(|| format!("could not start `{}`", line(&fuzzer)))?;
    let said = String::from_utf8_lossy(&output.stderr);
    match (output.status.success(), effort.planted) {
        (true, false) => println!("{target}: {} inputs, nothing found", runs(&said)),
        (true, true) => bail!("{PLANTED} was not found in {} inputs", runs(&said)),
        (false, true) if said.contains(PLANTED) => {
            println!("{target}: {PLANTED} was found within {} inputs", runs(&said));
        }
        (false, _) => bail!("{said}\nfuzz/README.md says how to go on"),
    }
    Ok(())
}

/// How many inputs were tried, by what the fuzzer says at its end.
fn runs(said: &str) -> &str {
    said.lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .map_or("some", str::trim)
}
