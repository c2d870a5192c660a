//! How well a learner's next answer is foretold: docs/MODELS.md has the use and what the figures mean.
//!
//! `replay FILE [--fit]` replays the answers of a table, `replay --simulate LEARNERS SEED` prints one of simulated
//! learners.

mod baseline;
mod fit;
mod measure;
mod ours;
mod report;
mod simulated;
mod table;

use std::error::Error;
use std::fs;
use std::process::ExitCode;

use table::Table;

const USAGE: &str = "replay FILE [--fit] or replay --simulate LEARNERS SEED";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let said = match arguments[..] {
        ["--simulate", learners, seed] => simulate(learners, seed),
        [file] => replay(file, false),
        [file, "--fit"] | ["--fit", file] => replay(file, true),
        _ => Err(USAGE.into()),
    };
    match said {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn simulate(learners: &str, seed: &str) -> Result<String, Box<dyn Error>> {
    Ok(simulated::csv(learners.parse()?, seed.parse()?))
}

fn replay(file: &str, fit: bool) -> Result<String, Box<dyn Error>> {
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let table = Table::read(&String::from_utf8_lossy(&bytes))
        .map_err(|error| format!("{file}: {error}"))?;
    Ok(report::report(&table, fit))
}
