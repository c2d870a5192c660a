//! Samples of every released format: they are added, never edited, and always load.
//!
//! `released/N-name.pack` and `released/N-catalogue.en` were written by format N; the text beside each says what was in
//! it: each item with its digest and a right response, and the items that the first seeds draw. To add one, put the
//! file there and run `BLESS=1 cargo test -p course --test released`, which writes the texts that are not there yet;
//! `coursec pack crates/authoring/tests/every --out DIR` makes a lesson with every construct.

use course::catalogue::Catalogue;
use course::item::{Item, Score};
use course::lesson::{Lesson, Slot};
use course::text::{Block, plain};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_released_file_still_loads_and_means_the_same() {
    let mut seen = 0;
    for path in samples() {
        let bytes = fs::read(&path).expect("a sample");
        let found = match path.extension().and_then(|it| it.to_str()) {
            Some("pack") => facts(&course::pack::read(&bytes).expect("a pack that loads")),
            Some("txt") | None => continue,
            Some(_) => listed(&Catalogue::read(&bytes).expect("a catalogue that loads")),
        };
        seen += 1;
        let text = PathBuf::from(format!("{}.txt", path.display()));
        if std::env::var_os("BLESS").is_some() && !text.exists() {
            fs::write(&text, &found).expect("the text can be written");
        }
        let expected = fs::read_to_string(&text).expect("what was in it");
        assert_eq!(found, expected, "{}", path.display());
    }
    assert!(seen >= 3, "the samples are where they are looked for");
}

#[test]
fn what_is_written_anew_is_what_was_written_then() {
    let packs =
        samples().into_iter().filter(|path| path.extension().is_some_and(|it| it == "pack"));
    for path in packs.filter(|path| version(path) == Some(course::pack::FORMAT)) {
        let bytes = fs::read(&path).expect("a sample");
        let lesson = course::pack::read(&bytes).expect("a pack that loads");
        assert_eq!(course::pack::write(&lesson), bytes, "{}", path.display());
    }
}

#[test]
fn a_damaged_pack_is_refused_or_read_without_a_panic() {
    for path in samples().into_iter().filter(|path| path.extension().is_some_and(|it| it == "pack"))
    {
        let bytes = fs::read(&path).expect("a sample");
        for at in 0..bytes.len() {
            assert!(course::pack::read(&bytes[..at]).is_err(), "cut at {at}");
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            let _ = course::pack::read(&flipped);
        }
    }
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the samples")
        .map(|entry| entry.expect("a sample").path())
        .collect();
    paths.sort();
    paths
}

/// The number before the name's first hyphen.
fn version(path: &Path) -> Option<u8> {
    path.file_name()?.to_str()?.split_once('-')?.0.parse().ok()
}

/// What a lesson holds, as far as answers and learners' records depend on it.
fn facts(lesson: &Lesson) -> String {
    let mut out = format!("{} {} {}\n", lesson.id, lesson.locale, lesson.title);
    for part in &lesson.parts {
        let _ = writeln!(out, "{:?} {:?}", part.kind, part.draw);
        for slot in &part.slots {
            match slot {
                Slot::Card(card) => {
                    let _ = writeln!(out, "  card {:?}, {} blocks", card.title, card.blocks.len());
                }
                Slot::Pool(pool) => {
                    let _ = writeln!(out, "  pool {}, {}", pool.id, pool.draw);
                    pool.items.iter().for_each(|item| out.push_str(&line(item)));
                }
                Slot::Draw(draw) => {
                    let _ = writeln!(out, "  {draw:?}");
                }
            }
        }
    }
    for generator in &lesson.generators {
        for level in 1..=3 {
            for seed in 0..20 {
                if let Some(item) = generator.item(seed, level) {
                    let asked: Vec<String> = item.prompt.iter().map(asked).collect();
                    let _ = write!(
                        out,
                        "level {level} seed {seed} {}\n{}",
                        asked.join(" / "),
                        line(&item)
                    );
                }
            }
        }
    }
    let pictures: Vec<&str> = lesson.pictures.iter().map(|picture| picture.id.as_str()).collect();
    let _ = writeln!(out, "pictures {pictures:?}, readings {}", lesson.pinyin.len());
    out
}

/// An item, its digest, and a response that gets full marks.
fn line(item: &Item) -> String {
    let solution = item.interaction.solution();
    if let Some(solution) = &solution {
        assert_eq!(item.interaction.judge(solution).score, Some(Score::FULL), "{}", item.id);
    }
    format!("    {} {:08x} {} {solution:?}\n", item.id, item.hash, item.interaction.name())
}

fn asked(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => plain(text),
        Block::Picture(at, alt) => format!("picture {at} {alt}"),
        Block::Figure(figure) => {
            let numbers: Vec<String> =
                figure.numbers.iter().map(|number| number.value().to_string()).collect();
            format!("{:?} {}: {}", figure.kind, numbers.join(" "), plain(&figure.alt))
        }
        Block::List(points) => points.iter().map(|point| plain(point)).collect(),
        Block::Listen(speech) => speech.words.clone(),
    }
}

fn listed(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for course in &catalogue.courses {
        let _ = writeln!(out, "{} {}", course.id, course.title);
        for unit in &course.units {
            let _ = writeln!(out, "  {}", unit.title);
            for it in &unit.lessons {
                let _ = writeln!(
                    out,
                    "    {} {} {:?} {} min {} {} bytes",
                    it.id, it.title, it.band, it.minutes, it.pack, it.bytes
                );
                let _ = writeln!(out, "      teaches {:?}, needs {:?}", it.skills, it.needs);
            }
        }
    }
    out
}
