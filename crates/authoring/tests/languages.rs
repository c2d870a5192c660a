//! A lesson asks the same in all its languages: what is right in one is right in the others.

use authoring::{Library, Locale, compile};
use course::item::{Interaction, Item, Score, TextEntry, Tiles};
use course::lesson::{Lesson, Slot};
use std::fs;
use std::path::Path;

/// The files below a folder of this crate.
fn files(folder: &str) -> Vec<(String, String)> {
    fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("a file");
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{path}/"), files);
            } else if let Ok(text) = fs::read_to_string(entry.path()) {
                files.push((path, text));
            }
        }
    }
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "", &mut files);
    files.sort();
    files
}

/// Every item of a lesson, and the first ones of each generator.
fn items(lesson: &Lesson) -> Vec<Item> {
    let slots = lesson.parts.iter().flat_map(|part| &part.slots);
    let written = slots.flat_map(|slot| match slot {
        Slot::Pool(pool) => pool.items.clone(),
        Slot::Card(_) | Slot::Draw(_) => Vec::new(),
    });
    let drawn = lesson.generators.iter().flat_map(|generator| {
        (1..=3).flat_map(move |level| (0..20).filter_map(move |seed| generator.item(seed, level)))
    });
    written.chain(drawn).collect()
}

/// Texts that are typed or built in the language of instruction itself have other keys in another. A new interaction of
/// that sort fails below until it stands here.
fn is_worded(item: &Item, locale: &str) -> bool {
    let (Interaction::Text(TextEntry { lang, .. }) | Interaction::Tiles(Tiles { lang, .. })) =
        &item.interaction
    else {
        return false;
    };
    lang == locale
}

fn same_keys(base: &Locale, other: &Locale) {
    let (base_items, items) = (items(&base.lesson), items(&other.lesson));
    assert_eq!(base_items.len(), items.len(), "{}", base.lesson.id);
    for (base_item, item) in base_items.iter().zip(&items) {
        assert_eq!(base_item.id, item.id);
        assert_eq!(base_item.hash, item.hash, "{}: nothing is asked again", item.id);
        assert_eq!(base_item.skills, item.skills, "{}", item.id);
        assert_eq!(base_item.hints.len(), item.hints.len(), "{}", item.id);
        let calc =
            |item: &Item| -> Vec<_> { item.steps.iter().map(|step| step.calc.clone()).collect() };
        assert_eq!(calc(base_item), calc(item), "{}", item.id);
        if is_worded(item, &other.lesson.locale) {
            continue;
        }
        if let Some(solution) = base_item.interaction.solution() {
            let score = item.interaction.judge(&solution).score;
            assert_eq!(score, Some(Score::FULL), "{} in {}", item.id, other.lesson.locale);
        }
    }
}

fn check(library: &Library) {
    for lesson in library.courses.iter().flat_map(|course| &course.lessons) {
        let (base, others) = lesson.locales.split_first().expect("the base language");
        assert!(!others.is_empty(), "{}", lesson.id);
        others.iter().for_each(|other| same_keys(base, other));
    }
}

#[test]
fn a_lesson_with_every_construct_asks_the_same_in_both_languages() {
    let (library, diagnostics) = compile(&files("tests/every"));
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    check(&library);
    let names: Vec<&str> = items(&library.courses[0].lessons[0].locales[0].lesson)
        .iter()
        .map(|it| it.interaction.name())
        .collect();
    for name in course::sample::every().iter().map(Interaction::name) {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn the_librarys_lessons_ask_the_same_in_all_languages() {
    check(&compile(&files("../../courses")).0);
}
