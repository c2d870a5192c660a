//! The authors' command line.

use anyhow::{Result, bail};
use authoring::check::Effort;
use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod draw;
mod new;
mod pack;
mod preview;
mod release;
mod report;
mod simplify;
mod source;

const HELP: &str = "\
coursec: from Markdown to lessons. docs/SOURCE.md is the language.

  coursec new COURSE LESSON [courses]  begins a lesson and its translations, as `coursec new ma ma-05`
  coursec check [courses]              lists every mistake with its place; generators are tried over 300
                                       seeds, 10,000 with --full, N with --seeds N
  coursec preview FILE [--watch]       writes a lesson as a sheet to read; again at every change
  coursec report [courses]             what each lesson holds and what it costs
  coursec release [courses]            records the ids of all that is there, which from then on stay
  coursec simplify FILE.svg ...        draws pictures anew with as few points as the eye needs; look at them after
  coursec pack [courses] --out DIR     writes packs and catalogues; nothing if there is a mistake.
                                       --engine BYTES, once for each, says what engines cost
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
    let (mut out, mut watch, mut effort) = (None, false, Effort::QUICK);
    let mut engines: Vec<u32> = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Long("engine") => engines.push(arguments.value()?.parse()?),
            Long("watch") => watch = true,
            Long("full") => effort = Effort::FULL,
            Long("seeds") => effort.seeds = arguments.value()?.parse()?,
            Short('h') | Long("help") => words.insert(0, "help".to_owned()),
            Value(word) => words.push(word.string()?),
            Short(_) | Long(_) => return Err(argument.unexpected().into()),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let courses = |word: Option<&&str>| PathBuf::from(word.unwrap_or(&"courses"));
    match words[..] {
        ["new", course, lesson, ref rest @ ..] => new::new(&courses(rest.first()), course, lesson),
        ["check", ref rest @ ..] => source::check(&courses(rest.first()), effort),
        ["preview", file] => preview::preview(Path::new(file), watch),
        ["report", ref rest @ ..] => report::report(&courses(rest.first())),
        ["release", ref rest @ ..] => release::release(&courses(rest.first())),
        ["simplify", ref files @ ..] if !files.is_empty() => simplify::simplify(files),
        ["pack", ref rest @ ..] => match out {
            Some(out) => pack::pack(&courses(rest.first()), &out, &engines),
            None => bail!("say where to, as `coursec pack courses --out packs`"),
        },
        [] | ["help", ..] => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        ["new" | "preview" | "simplify", ..] => {
            bail!("something is missing; `coursec help` shows how it is written")
        }
        [other, ..] => bail!("there is no command `{other}`; `coursec help` lists them"),
    }
}
