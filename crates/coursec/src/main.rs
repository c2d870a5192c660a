//! The authors' command line.

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;

mod draw;
mod pack;
mod report;
mod source;

const HELP: &str = "\
coursec: from Markdown to lessons. docs/SOURCE.md is the language.

  coursec check [courses]              lists every mistake with its place
  coursec pack [courses] --out DIR     writes packs and catalogues; nothing if there is a mistake
  coursec report [courses]             what each lesson holds and what it costs
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("coursec: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let mut words: Vec<String> = Vec::new();
    let mut out = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Short('h') | Long("help") => words.insert(0, "help".to_owned()),
            Value(word) => words.push(word.string()?),
            Short(_) | Long(_) => return Err(argument.unexpected().into()),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (command, rest) = words.split_first().unwrap_or((&"help", &[]));
    let courses = PathBuf::from(rest.first().unwrap_or(&"courses"));
    match *command {
        "check" => source::check(&courses),
        "pack" => match out {
            Some(out) => pack::pack(&courses, &out),
            None => bail!("say where to, as `coursec pack courses --out packs`"),
        },
        "report" => report::report(&courses),
        "help" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("there is no command `{other}`; `coursec help` lists them"),
    }
}
