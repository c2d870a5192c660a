//! The library as files for any static host: packs and catalogues.

use crate::beginning;
use crate::library::{Course, Lesson, Library};
use course::catalogue::{self, Catalogue, Entry};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A file and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// `<first 16 hex digits of its SHA-256>.pack` or `catalogue.<language>`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of `library`: a pack for each lesson and language, one for its beginning, which no catalogue lists, and a
/// catalogue for each language, which also has what each engine costs, by its number. Same library, same bytes.
pub fn pack(library: &Library, engines: &[u32]) -> Vec<PackFile> {
    let mut locales: Vec<&String> =
        library.courses.iter().flat_map(|course| course.titles.keys()).collect();
    locales.sort_unstable();
    locales.dedup();
    let mut files = Vec::new();
    for locale in locales {
        let courses = library
            .courses
            .iter()
            .filter_map(|course| pack_course(course, locale, engines, &mut files))
            .collect();
        let bytes = Catalogue { courses }.write();
        files.push(PackFile { name: format!("catalogue.{locale}"), bytes });
    }
    files
}

fn pack_course(
    course: &Course,
    locale: &str,
    engines: &[u32],
    files: &mut Vec<PackFile>,
) -> Option<catalogue::Course> {
    let title = course.titles.get(locale)?.clone();
    let mut units = Vec::new();
    for unit in &course.units {
        let lessons = unit
            .lessons
            .iter()
            .filter_map(|id| course.lessons.iter().find(|lesson| lesson.id == *id));
        let lessons = lessons.filter_map(|it| pack_lesson(it, locale, engines, files)).collect();
        let title = unit.titles.get(locale).cloned().unwrap_or_default();
        units.push(catalogue::Unit { title, lessons });
    }
    let mut packed =
        catalogue::Course { id: course.id.clone(), title, units, bytes: 0, engines: 0 };
    packed.engines = packed.lessons().iter().fold(0, |all, it| all | it.engines);
    packed.bytes = packed.lessons().iter().map(|it| it.bytes).sum();
    packed.bytes += cost(packed.engines, engines);
    Some(packed)
}

/// What engines cost: a bit each, and the cost of each by its number.
fn cost(engines: u8, costs: &[u32]) -> u32 {
    let needed = costs.iter().enumerate().filter(|(at, _)| engines >> at & 1 == 1);
    needed.map(|(_, bytes)| *bytes).sum()
}

fn pack_lesson(
    lesson: &Lesson,
    locale: &str,
    engines: &[u32],
    files: &mut Vec<PackFile>,
) -> Option<Entry> {
    let lesson = &lesson.locales.iter().find(|it| it.lesson.locale == locale)?.lesson;
    if let Some(beginning) = beginning::of_lesson(lesson) {
        let bytes = course::pack::write(&beginning);
        files.push(PackFile { name: format!("{}.pack", digest(&bytes)), bytes });
    }
    let bytes = course::pack::write(lesson);
    let pack = digest(&bytes);
    let weight = u32::try_from(compressed(&bytes)).unwrap_or(u32::MAX);
    files.push(PackFile { name: format!("{pack}.pack"), bytes });
    let entry = entry(lesson);
    Some(Entry { pack, bytes: weight, once: cost(entry.engines, engines), ..entry })
}

/// What a catalogue says of a lesson that is not packed yet.
pub(crate) fn entry(lesson: &course::lesson::Lesson) -> Entry {
    Entry {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        band: lesson.band,
        minutes: lesson.minutes,
        skills: lesson.skills.iter().map(|skill| skill.id.clone()).collect(),
        needs: lesson.needs.clone(),
        pack: String::new(),
        bytes: 0,
        engines: crate::item::staged::engines(lesson),
        once: 0,
    }
}

/// What `bytes` cost on their way: their length under the strongest Brotli.
pub fn compressed(bytes: &[u8]) -> usize {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut out, &params) {
        Ok(length) => length,
        Err(_) => unreachable!("reading from and writing to memory does not fail"),
    }
}

/// The first 16 hex digits of the SHA-256.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
