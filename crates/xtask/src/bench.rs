//! `cargo xtask bench`: times on a slow phone with a slow network, against the budgets.

use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Stdio;

use crate::command::{cargo, program, root, run};
use crate::e2e;
use crate::tally::Tally;
use crate::{app, npm, setup};

/// What may be measured, and how much it may be. Times fail at twice the hard figure, since machines are noisy; counts,
/// bytes and ratios at the hard figure itself.
const BUDGETS: [Budget; 7] = [
    Budget::exact("requests until the first item can be answered", 5.0, 8.0),
    Budget::time("first paint of a first lesson, ms", 1000.0, 1500.0),
    Budget::exact("a first lesson over the static page", 1.15, 1.4),
    Budget::time("second visit, offline, cold: can be answered, ms", 600.0, 1500.0),
    Budget::time("tap to feedback, 95th percentile, ms", 50.0, 100.0),
    Budget::exact("start with 50,000 events over start with none", 1.05, 1.3),
    Budget::exact("memory after ten lessons, MB", 12.0, 24.0),
];

struct Budget {
    what: &'static str,
    aim: f64,
    hard: f64,
    fails_at: f64,
}

impl Budget {
    const fn exact(what: &'static str, aim: f64, hard: f64) -> Self {
        Self { what, aim, hard, fails_at: hard }
    }

    const fn time(what: &'static str, aim: f64, hard: f64) -> Self {
        Self { what, aim, hard, fails_at: 2.0 * hard }
    }
}

/// Builds what learners get and measures it; `--keep` writes the figures to docs/BENCH.md.
pub fn bench(arguments: &[&str], tally: &mut Tally) -> Result<()> {
    let keep = match arguments {
        [] => false,
        ["--keep"] => true,
        _ => bail!("`bench` has only --keep and `replay FILE`"),
    };
    setup::build()?;
    setup::browsers()?;
    npm::install(&root().join("tests/e2e"))?;
    app::build(app::smallest_possible(), &root().join("dist"), &[])?;
    let figures = measure()?;
    let table = table(&figures);
    println!("\n# bench\n\n{table}");
    for (what, figure) in &figures {
        if let Some(budget) = budget(what) {
            let over = || anyhow::anyhow!("{figure} is over the limit of {}", budget.hard);
            tally.check(what, if *figure > budget.fails_at { Err(over()) } else { Ok(()) });
        }
    }
    if keep {
        fs::write(root().join("docs/BENCH.md"), format!("{INTRODUCTION}{table}"))?;
    }
    Ok(())
}

/// What tests/e2e/bench.mjs prints: a name, a tab, a figure.
fn measure() -> Result<Vec<(String, f64)>> {
    run(&mut cargo(
        "build --quiet --package course --example walk --package learning --example history",
    ))?;
    let mut bench = program("node");
    e2e::surroundings(bench.arg("tests/e2e/bench.mjs"))?;
    let output = bench.stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("the measurement ended with {}\n{text}", output.status);
    }
    text.lines()
        .map(|line| {
            let (what, figure) = line.split_once('\t').context("a figure")?;
            Ok((what.to_owned(), figure.parse().with_context(|| line.to_owned())?))
        })
        .collect()
}

/// Foretells the answers in FILE, ours beside simpler ways; `--fit` also finds the weights. docs/MODELS.md has more.
pub fn replay(arguments: &[&str]) -> Result<()> {
    let (file, fit) = match arguments {
        [file] => (file, None),
        [file, "--fit"] | ["--fit", file] => (file, Some("--fit")),
        _ => bail!("`bench replay` needs a file of answers, and has only --fit"),
    };
    let file = std::path::absolute(file)?;
    let example = "run --quiet --profile tool --package learning --example replay --";
    run(cargo(example).arg(file).args(fit))
}

fn budget(what: &str) -> Option<&'static Budget> {
    BUDGETS.iter().find(|it| it.what == what)
}

const INTRODUCTION: &str = "\
# Bench

Chromium with its processor slowed six times; a first visit also has 400 kbit/s and 400 ms. Written by
`cargo xtask bench --keep` from the build that learners get. Medians; the static page is measured in the same run.
Absolute times depend on the machine and fail only at twice the hard figure.

";

fn table(figures: &[(String, f64)]) -> String {
    let mut table = "| what | measured | aim | hard |\n|---|--:|--:|--:|\n".to_owned();
    for (what, figure) in figures {
        let digits = if *figure < 10.0 { 2 } else { 0 };
        let (aim, hard) = budget(what)
            .map_or((String::new(), String::new()), |it| (it.aim.to_string(), it.hard.to_string()));
        table.push_str(&format!("| {what} | {figure:.digits$} | {aim} | {hard} |\n"));
    }
    table
}
