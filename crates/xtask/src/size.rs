//! `cargo xtask size`: what a learner downloads, in bytes as brotli 11 sends them, against the budgets.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::root;
use crate::dist::EARLIER;
use crate::site::files;
use crate::tally::Tally;

/// Something that costs bytes, and what it may cost.
struct Line {
    what: &'static str,
    bytes: u64,
    aim: u64,
    hard: u64,
}

/// Measures the build in `dist`; `--keep` writes the figures to docs/SIZE.md.
pub fn size(arguments: &[&str], tally: &mut Tally) -> Result<()> {
    let dist = root().join("dist");
    let lines = measure(&dist)
        .context("`cargo xtask size` measures the release build in dist/: cargo xtask dist")?;
    let table = table(&lines, &kept());
    println!("\n# size\n\n{table}");
    for line in lines.iter() {
        let over = || anyhow::anyhow!("{} bytes are over the limit of {}", line.bytes, line.hard);
        let result = if line.bytes > line.hard { Err(over()) } else { Ok(()) };
        tally.check(&format!("size of {}", line.what), result);
    }
    match arguments {
        [] => Ok(()),
        ["--keep"] => keep(&lines),
        _ => bail!("`size` has only --keep"),
    }
}

fn measure(dist: &Path) -> Result<Vec<Line>> {
    let earlier = fs::read_to_string(dist.join(EARLIER)).unwrap_or_default();
    let files: Vec<String> = files(dist)?
        .into_iter()
        .filter(|it| !it.ends_with(".br") && !it.ends_with(".gz"))
        .filter(|it| !earlier.lines().any(|earlier| earlier == it))
        .collect();
    let cost = |ending: &str| -> Result<u64> {
        let file =
            files.iter().find(|it| !it.contains('/') && it.ends_with(ending) && !is_aside(it));
        wire(&dist.join(file.with_context(|| format!("no *{ending}"))?))
    };
    let (wasm, script, style) = (cost(".wasm")?, cost(".js")?, cost(".css")?);
    let mut lessons = Vec::new();
    let (mut first, mut whole) = (0, 0);
    for page in files.iter().filter(|it| it.ends_with("index.html")) {
        if let Some(pack) = named(&dist.join(page), "pack")? {
            let (page_bytes, pack) = (wire(&dist.join(page))?, wire(&pack)?);
            // What the program begins with; it asks for the rest when the first item can be answered.
            let beginning =
                named(&dist.join(page), "beginning")?.map(|it| wire(&it)).transpose()?;
            let locale = page.split('/').next().unwrap_or_default();
            let words = wire(&dist.join(format!("packs/words.{locale}")))?;
            first = first.max(page_bytes + words + beginning.unwrap_or(pack));
            whole = whole.max(pack + beginning.unwrap_or(0));
            lessons.push((page_bytes, pack));
        }
    }
    let mut packs: Vec<u64> = lessons.iter().map(|(_, pack)| *pack).collect();
    packs.sort_unstable();
    let stored: u64 = files
        .iter()
        .filter(|it| it.ends_with(".pack") || it.starts_with("packs/catalogue."))
        .map(|it| fs::metadata(dist.join(it)).map_or(0, |it| it.len()))
        .sum();
    let engine: u64 = files
        .iter()
        .filter(|it| it.starts_with("learners-") || *it == "packs/words.learners.zh-Hans")
        .map(|it| wire(&dist.join(it)))
        .sum::<Result<u64>>()?;
    let player = files.iter().filter(|it| it.starts_with("player-"));
    let player = player.map(|it| wire(&dist.join(it))).sum::<Result<u64>>()?;
    let stage = |name: &str| -> Result<u64> {
        let own = [format!("packs/{name}-"), format!("packs/{name}.zh-Hans-")];
        let all = files.iter().filter(|it| own.iter().any(|own| it.starts_with(own)));
        all.map(|it| wire(&dist.join(it))).sum()
    };
    let line = |what, bytes, aim, hard| Line { what, bytes, aim, hard };
    Ok(vec![
        line(
            "the heaviest lesson, visited first, until answerable",
            wasm + script + style + first,
            75_000,
            110_000,
        ),
        line("core wasm", wasm, 60_000, 85_000),
        line("script", script, 6_000, 10_000),
        line("style", style, 5_000, 8_000),
        line(
            "the largest lesson page",
            lessons.iter().map(|it| it.0).max().unwrap_or(0),
            4_000,
            8_000,
        ),
        line(
            "the largest lesson of a first visit: its beginning and all of it",
            whole,
            10_000,
            25_000,
        ),
        line("the largest pack: a next lesson", packs.last().copied().unwrap_or(0), 8_000, 25_000),
        line("the median pack", packs.get(packs.len() / 2).copied().unwrap_or(0), 8_000, 12_000),
        line("the engine learners, when its first page is opened", engine, 30_000, 48_500),
        line("the engine music, with its first lesson", stage("music")?, 30_000, 42_000),
        line("the engine drawing, with its first lesson", stage("drawing")?, 30_000, 50_000),
        line("the engine moving, with its first lesson", stage("moving")?, 30_000, 33_000),
        line("the engine lab, with its first lesson", stage("lab")?, 30_000, 40_000),
        line("the engine works, when its page is opened", stage("works")?, 30_000, 33_000),
        line("the engine teach, when its page is opened", stage("teach")?, 30_000, 36_000),
        line("the engine exchange, for another site's page", stage("exchange")?, 12_000, 20_000),
        line("embed.js, for another site's page", wire(&dist.join("embed.js"))?, 2_000, 3_000),
        line("what a lesson in another site's page has more", player, 4_000, 6_000),
        line("whole library on disk", stored, 2_000_000, 3_000_000),
    ])
}

/// Scripts that a lesson does not load.
fn is_aside(file: &str) -> bool {
    file == "sw.js"
        || ["choose-", "embed", "keep-", "guard-", "learners-", "player-"]
            .iter()
            .any(|it| file.starts_with(it))
}

/// The pack, or the beginning, that a page names.
fn named(page: &Path, what: &str) -> Result<Option<PathBuf>> {
    let html = fs::read_to_string(page)?;
    let Some((_, rest)) = html.split_once(&format!("<meta name=\"{what}\" content=\"")) else {
        return Ok(None);
    };
    let (pack, _) = rest.split_once('"').context("a quote after the name")?;
    Ok(Some(page.parent().expect("a page is in a folder").join(pack)))
}

/// The bytes that are sent for a file.
fn wire(file: &Path) -> Result<u64> {
    let compressed = PathBuf::from(format!("{}.br", file.display()));
    let chosen = if compressed.is_file() { &compressed } else { file };
    Ok(fs::metadata(chosen).with_context(|| file.display().to_string())?.len())
}

fn table(lines: &[Line], kept: &[(String, u64)]) -> String {
    let mut table = "| what | bytes | aim | hard | change |\n|---|--:|--:|--:|--:|\n".to_owned();
    for Line { what, bytes, aim, hard } in lines {
        let before = kept.iter().find(|(name, _)| name == what).map(|(_, bytes)| *bytes);
        let change =
            before.map_or("new".to_owned(), |it| format!("{:+}", *bytes as i64 - it as i64));
        table.push_str(&format!("| {what} | {bytes} | {aim} | {hard} | {change} |\n"));
    }
    table
}

const INTRODUCTION: &str = "\
# Size

What a learner downloads, in bytes as brotli 11 sends them (the library: as kept on the device). Written by
`cargo xtask size --keep` from what `cargo xtask dist` builds; `cargo xtask test` fails past the hard limits and prints the
change. Raising a limit is a decision to review.

";

fn page() -> PathBuf {
    root().join("docs/SIZE.md")
}

fn keep(lines: &[Line]) -> Result<()> {
    let mut text = format!("{INTRODUCTION}| what | bytes | aim | hard |\n|---|--:|--:|--:|\n");
    for Line { what, bytes, aim, hard } in lines {
        text.push_str(&format!("| {what} | {bytes} | {aim} | {hard} |\n"));
    }
    Ok(fs::write(page(), text)?)
}

/// The figures of docs/SIZE.md.
fn kept() -> Vec<(String, u64)> {
    let text = fs::read_to_string(page()).unwrap_or_default();
    let row = |line: &str| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        Some((cells.next()?.to_owned(), cells.next()?.parse().ok()?))
    };
    text.lines().filter_map(row).collect()
}
