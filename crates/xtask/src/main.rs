//! The developers' command line: `cargo xtask`. It runs commands and depends on nothing of ours.

mod app;
mod bench;
mod browser;
mod check;
mod command;
mod dist;
mod e2e;
mod fuzz;
mod nginx;
mod npm;
mod screens;
mod serve;
mod server;
mod setup;
mod site;
mod size;
mod tally;
mod test;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve              the app with the whole library at http://localhost:8080, rebuilt on change
cargo xtask test [--full]      every check; the last line says how many passed and failed; --full fuzzes for minutes
cargo xtask check              formatting, lints, native tests, courses, licences
cargo xtask browser            tests of the app's parts in Chromium and Firefox
cargo xtask e2e [--planted] [FILE…]
                               a learner's journeys through the release build, in both browsers; --planted: whether
                               they notice mistakes
cargo xtask fuzz [--seconds N] [--planted]
                               a fuzzer against all that reads from outside; --planted: whether it finds a fault
cargo xtask size [--keep]      compressed bytes against the budgets; --keep writes them to docs/SIZE.md
cargo xtask bench [--keep]     times on a slow phone; --keep writes them to docs/BENCH.md
cargo xtask bench replay FILE [--fit]
                               how well answers are foretold; --fit finds weights (docs/MODELS.md)
cargo xtask screens            pictures of every screen into docs/screens
cargo xtask dist [--base /x/] [--site https://…]
                               release build in dist/, for any static host
For other programs:
cargo xtask site               what trunk runs after its build: courses, pages, service worker, compression
cargo xtask nginx              the sample of docs/hosting in a real nginx
cargo xtask host DIR [--base /x/] [--port N] [--faults]
                               a static server over a folder";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    let Some((command, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    };
    match *command {
        "serve" => serve::serve(rest)?,
        "test" => return test::test(rest),
        "check" => return tally::alone(check::check),
        "browser" => return tally::alone(browser::browser),
        "e2e" => return tally::alone(|tally| e2e::e2e(rest, tally)),
        "fuzz" => return tally::alone(|tally| fuzz::fuzz(rest, tally)),
        "size" => return tally::alone(|tally| size::size(rest, tally)),
        "bench" if rest.first() == Some(&"replay") => bench::replay(&rest[1..])?,
        "bench" => return tally::alone(|tally| bench::bench(rest, tally)),
        "screens" => screens::screens(rest)?,
        "dist" => dist::dist(rest)?,
        "site" => site::site()?,
        "host" => server::host(rest)?,
        "nginx" => return tally::alone(nginx::nginx),
        "help" | "--help" | "-h" => println!("{USAGE}"),
        unknown => bail!("there is no `{unknown}`\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
