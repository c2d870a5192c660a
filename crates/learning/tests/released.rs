//! Samples of every released format: they are added, never edited, and always load.
//!
//! `released/N-name.learner` was written by format N of the learner file, `released/N-name.events` holds events of format N,
//! a line each in sixteens; the JSON beside each says what is in it. To add one, put the file there and run
//! `BLESS=1 cargo test -p learning --test released`, which writes the JSON that is not there yet.

use learning::event::Event;
use learning::file::{self, FORMAT};
use learning::json;
use learning::merge::{HERE, Record, Union};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_released_file_still_loads_and_means_the_same() {
    let mut seen = 0;
    for path in samples() {
        let (learner, records) = match path.extension().and_then(|it| it.to_str()) {
            Some("learner") => learner_file(&path),
            Some("events") => (0, events(&path)),
            Some(_) | None => continue,
        };
        seen += 1;
        let found = json::export(learner, &union(records));
        let beside = PathBuf::from(format!("{}.json", path.display()));
        if std::env::var_os("BLESS").is_some() && !beside.exists() {
            fs::write(&beside, &found).expect("the JSON can be written");
        }
        let expected = fs::read_to_string(&beside).expect("what was in it");
        assert_eq!(found, expected, "{}", path.display());
    }
    assert!(seen >= 3, "the samples are where they are looked for");
}

#[test]
fn an_event_that_is_written_anew_is_what_it_was() {
    for path in samples().iter().filter(|path| ends(path, "events")) {
        for bytes in events(path) {
            let event = Event::from_bytes(&bytes).expect("an event that loads");
            assert_eq!(event.to_bytes(), bytes, "{event:?}");
        }
    }
}

#[test]
fn a_file_that_is_written_anew_is_what_it_was() {
    let now = format!("{FORMAT}-");
    let of_now = |path: &PathBuf| {
        ends(path, "learner")
            && path.file_name().is_some_and(|it| it.to_string_lossy().starts_with(&now))
    };
    for path in samples().into_iter().filter(of_now) {
        let (learner, records) = learner_file(&path);
        let written = file::write(learner, &union(records), None);
        assert_eq!(written.files, [fs::read(&path).expect("a sample")], "{}", path.display());
    }
}

#[test]
fn a_damaged_file_is_refused_or_read_without_a_panic() {
    for path in samples().iter().filter(|path| ends(path, "learner")) {
        let bytes = fs::read(path).expect("a sample");
        for at in (0..bytes.len()).step_by(7) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            for damaged in [&bytes[..at], &flipped] {
                if let Ok(read) = file::read(damaged) {
                    assert!(read.records.len() as u32 + read.lost() == read.header.count);
                }
            }
        }
    }
}

fn learner_file(path: &Path) -> (u64, Vec<Vec<u8>>) {
    let read = file::read(&fs::read(path).expect("a sample")).expect("a file that loads");
    assert_eq!((read.fault, read.lost()), (None, 0), "{}", path.display());
    (read.header.learner, read.records)
}

fn events(path: &Path) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(path).expect("a sample");
    let byte = |line: &str, at| u8::from_str_radix(&line[at..at + 2], 16).expect("sixteens");
    text.lines().map(|line| (0..line.len()).step_by(2).map(|at| byte(line, at)).collect()).collect()
}

fn union(records: Vec<Vec<u8>>) -> Union {
    Union::of(records.into_iter().map(|it| Record::new(it, HERE)).collect())
}

fn ends(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|it| it == extension)
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the samples").map(|it| it.expect("a sample").path()).collect();
    paths.sort();
    paths
}
