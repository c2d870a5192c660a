//! Adding up what passed and what failed, whoever ran it.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use crate::command::line;
use crate::setup;

/// How many tests and checks passed so far, and which failed.
#[derive(Debug, Default)]
pub struct Tally {
    passed: u32,
    failed: Vec<String>,
}

/// What a test runner said in one run of it.
#[derive(Debug, Default, PartialEq)]
struct Counts {
    passed: u32,
    failed: u32,
    names: Vec<String>,
}

impl Tally {
    /// Counts one check.
    pub fn check(&mut self, what: &str, result: Result<()>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(error) => {
                eprintln!("error: {what}: {error:#}");
                self.failed.push(what.to_owned());
            }
        }
    }

    /// Runs `command` and counts it as one check.
    pub fn command(&mut self, what: &str, command: &mut Command) {
        eprintln!("\n# {what}");
        let result = timed(what, || crate::command::run(command));
        self.check(what, result);
    }

    /// Runs a test runner and counts its tests: cargo's, or node's.
    pub fn tests(&mut self, what: &str, command: &mut Command) {
        eprintln!("\n# {what}");
        eprintln!("$ {}", line(command));
        match timed(what, || watch(command)) {
            Ok((counts, success)) => self.add(what, counts, success),
            Err(error) => self.check(what, Err(error)),
        }
    }

    fn add(&mut self, what: &str, counts: Counts, success: bool) {
        self.passed += counts.passed;
        let named = counts.names.len();
        self.failed.extend(counts.names.into_iter().map(|name| format!("{what}: {name}")));
        let unnamed = (counts.failed as usize).saturating_sub(named);
        self.failed.extend((0..unnamed).map(|_| format!("{what}: a test")));
        if !success && counts.failed == 0 && named == 0 {
            self.failed.push(what.to_owned());
        }
    }

    /// Prints the failures, then the sum as the last line.
    pub fn finish(self) -> ExitCode {
        if !self.failed.is_empty() {
            println!("\nFailed:");
        }
        for name in &self.failed {
            println!("  {name}");
        }
        println!("\n{} passed, {} failed", self.passed, self.failed.len());
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Runs one part of the tests by itself.
pub fn alone(part: impl FnOnce(&mut Tally) -> Result<()>) -> Result<ExitCode> {
    let mut tally = Tally::default();
    part(&mut tally)?;
    Ok(tally.finish())
}

/// Does a part of the tests and says how long it took.
pub fn timed<T>(what: &str, part: impl FnOnce() -> T) -> T {
    let started = setup::started();
    let done = part();
    eprintln!("# {what}: {} s", started.elapsed().as_secs());
    done
}

/// Passes on what `command` prints and counts the tests in it.
fn watch(command: &mut Command) -> Result<(Counts, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("could not start")?;
    let mut counts = Counts::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            counts.read(&line);
        }
    }
    Ok((counts, child.wait()?.success()))
}

impl Counts {
    fn read(&mut self, line: &str) {
        let line = line.trim();
        // cargo test, and wasm-bindgen-test: "test result: ok. 12 passed; 0 failed; …"
        if let Some(sums) = line.strip_prefix("test result: ") {
            self.passed += number_before(sums, " passed").unwrap_or(0);
            self.failed += number_before(sums, " failed").unwrap_or(0);
        } else if let Some(test) = line.strip_prefix("test ") {
            self.names.extend(failed_name(test));
        // node --test-reporter=tap
        } else if let Some(sum) = line.strip_prefix("# pass ") {
            self.passed += sum.parse::<u32>().unwrap_or(0);
        } else if let Some(sum) = line.strip_prefix("# fail ").or(line.strip_prefix("# cancelled "))
        {
            self.failed += sum.parse::<u32>().unwrap_or(0);
        } else if let Some((_, name)) =
            line.strip_prefix("not ok ").and_then(|it| it.split_once(" - "))
        {
            self.names.push(name.to_owned());
        }
    }
}

fn failed_name(test: &str) -> Option<String> {
    let name = test.strip_suffix("... FAILED").or(test.strip_suffix("... FAIL"))?;
    Some(name.trim().to_owned())
}

fn number_before(text: &str, word: &str) -> Option<u32> {
    let before = &text[..text.find(word)?];
    before.rsplit(|it: char| !it.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(output: &str) -> Counts {
        let mut counts = Counts::default();
        output.lines().for_each(|line| counts.read(line));
        counts
    }

    #[test]
    fn cargo_and_node_are_added_up() {
        let cargo = "test a::b ... ok\ntest a::c ... FAILED\ntest result: FAILED. 1 passed; 1 failed; 0 ignored";
        assert_eq!(read(cargo), Counts { passed: 1, failed: 1, names: vec!["a::c".into()] });
        let node = "ok 1 - reads\nnot ok 2 - picks\n# pass 1\n# fail 1\n# cancelled 0";
        assert_eq!(read(node), Counts { passed: 1, failed: 1, names: vec!["picks".into()] });
    }

    #[test]
    fn a_runner_that_dies_without_a_word_counts_as_one_failure() {
        let mut tally = Tally::default();
        tally.add("browser", Counts::default(), false);
        assert_eq!(tally.failed, ["browser"]);
    }
}
