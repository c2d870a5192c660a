//! What holds across files: ids, languages, pictures, digests, packs.

use authoring::{Library, compile, pack};
use course::item::Item;
use course::lesson::{PartKind, Slot};
use course::plan::{Met, meet, plan};
use course::text::Block;

const COURSE: &str = "\
---
id: ma
title: Mathematics
language: en
subject: maths
---

# Numbers

- ma-01
- ma-02
";

/// A lesson in which every part but guided practice is a card.
fn lesson(id: &str, guided: &str, generators: &str) -> String {
    let mut text = format!(
        "---\nid: {id}\ntitle: Title\nband: A\nminutes: 10\nskill: ma.s{} = Given two, the pupil writes one.\n\
         can: You can.\n---\n",
        &id[3..]
    );
    for (part, name) in PartKind::ALL {
        let inside = if part == PartKind::Guided { guided } else { "A text." };
        text.push_str(&format!("\n# {name}\n\n{inside}\n"));
    }
    text + generators
}

fn files(first: &str, second: &str) -> Vec<(String, String)> {
    let svg = r##"<svg viewBox="0 0 32 32"><circle cx="16" cy="16" r="12" fill="#d33"/></svg>"##;
    [
        ("lists.md", ""),
        ("ma/course.md", COURSE),
        ("ma/ma-01.md", first),
        ("ma/ma-02.md", second),
        ("pictures/apple.svg", svg),
        ("pictures/egg.svg", svg),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn sound(files: &[(String, String)]) -> Library {
    let (library, diagnostics) = compile(files);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    library
}

fn mistakes(files: &[(String, String)]) -> Vec<String> {
    compile(files).1.iter().map(|it| format!("{} {}", files[it.place.file].0, it.what)).collect()
}

/// The items of the first lesson.
fn items(library: &Library) -> Vec<&Item> {
    let lesson = &library.courses[0].lessons[0].locales[0].lesson;
    let slots = lesson.parts.iter().flat_map(|part| &part.slots);
    slots
        .flat_map(|slot| match slot {
            Slot::Pool(pool) => &pool.items[..],
            Slot::Card(_) | Slot::Draw(_) => &[],
        })
        .collect()
}

fn item(id: &str, picture: &str, key: &str) -> String {
    format!(
        "## {id} choice ma.s01\n\n![a thing](icon:{picture})\n\nWhich?\n\n- [x] {key}\n- [ ] no :: Look again.\n\n"
    )
}

#[test]
fn an_items_digest_changes_with_the_item_and_with_nothing_else() {
    let of = |guided: &str| -> Vec<u32> {
        let library = sound(&files(&lesson("ma-01", guided, ""), &lesson("ma-02", "A text.", "")));
        items(&library).iter().map(|item| item.hash).collect()
    };
    let egg = item("ma-01.e2", "egg", "yes");
    let alone = of(&egg);
    let behind = of(&(item("ma-01.e1", "apple", "yes") + &egg));
    assert_eq!(behind[1], alone[0], "another item's picture does not change it");
    assert_ne!(behind[0], behind[1]);
    assert_ne!(of(&item("ma-01.e2", "egg", "oh yes")), alone, "another key does");
    assert_ne!(of(&item("ma-01.e2", "apple", "yes")), alone, "another picture does");
}

#[test]
fn sums_are_bound_where_they_are_read_and_not_where_they_are_typed() {
    let guided = "## ma-01.e1 text ma.s01\n\n8 + 5 = ___\n\n- [x] 8 + 5\n- [ ] 5 - 8 :: Not 5 - 8.\n\n\
                  ## ma-01.e2 tiles ma.s01\n\n8 + 5\n\n- [x] 8 + 5\n- spare: 6\n- [ ] 8 + 6 :: Not 8 + 6.\n\n";
    let library = sound(&files(&lesson("ma-01", guided, ""), &lesson("ma-02", "A text.", "")));
    let said: Vec<String> = items(&library).iter().map(|item| format!("{item:?}")).collect();
    for (words, bound) in [("8 + 5 = ", false), ("8\u{a0}+\u{a0}5\u{a0}=\u{a0}", true)] {
        assert_eq!(said[0].contains(&format!("Plain({words:?})")), bound, "the prompt");
    }
    assert!(said[0].contains("\"8 + 5\"") && said[0].contains("(\"5 - 8\""), "{}", said[0]);
    assert!(said[0].contains(&format!("{:?}", "Not 5\u{a0}−\u{a0}8.")), "{}", said[0]);
    assert!(said[1].contains("[\"8\", \"+\", \"5\", \"6\"]"), "{}", said[1]);
    assert!(said[1].contains("(\"8 + 6\""), "{}", said[1]);
}

#[test]
fn a_pack_holds_the_pictures_that_are_shown_each_once() {
    let guided = item("ma-01.e1", "egg", "yes") + &item("ma-01.e2", "egg", "yes");
    let library = sound(&files(&lesson("ma-01", &guided, ""), &lesson("ma-02", "A text.", "")));
    let pictures: Vec<&str> = library.courses[0].lessons[0].locales[0]
        .lesson
        .pictures
        .iter()
        .map(|picture| picture.id.as_str())
        .collect();
    assert_eq!(pictures, ["egg"]);
}

#[test]
fn packs_are_named_by_their_content_and_listed_in_the_catalogue() {
    let library = sound(&files(&lesson("ma-01", "One.", ""), &lesson("ma-02", "Two.", "")));
    let packed = pack(&library, &[]);
    assert_eq!(packed, pack(&library, &[]));
    let catalogue = packed.iter().find(|file| file.name == "catalogue.en").expect("a catalogue");
    let catalogue =
        course::catalogue::Catalogue::read(&catalogue.bytes).expect("which can be read");
    let entries = &catalogue.courses[0].units[0].lessons;
    assert_eq!(entries.len(), 2);
    for entry in entries {
        let file = packed
            .iter()
            .find(|file| file.name == format!("{}.pack", entry.pack))
            .expect("its pack");
        assert_eq!(course::pack::read(&file.bytes).expect("which can be read").id, entry.id);
        assert!(entry.bytes > 0 && (entry.bytes as usize) < file.bytes.len());
    }
}

/// Recall with a drawn sum and a picture, and guided practice with other ones.
fn with_recall() -> String {
    let recall = item("ma-01.r1", "egg", "yes") + "## ma-01.r2 = g.two level=1 draw=1\n";
    let guided = item("ma-01.e1", "apple", "yes") + "## ma-01.e2 = g.one level=1 draw=1\n";
    let generators = "\n# Generators\n\n## g.one number ma.s01\n\n- [x] 1\n- [ ] * :: One.\n\n### Level 1\n\nOne?\n\n\
                      ## g.two number ma.s01\n\n- [x] 2\n- [ ] * :: Two.\n\n### Level 1\n\nTwo?\n";
    let lesson = lesson("ma-01", &guided, generators);
    lesson.replacen("# Recall\n\nA text.", &format!("# Recall\n\n{recall}"), 1)
}

#[test]
fn a_lesson_begins_with_a_pack_of_its_first_items_alone() {
    let library = sound(&files(&with_recall(), &lesson("ma-02", "A text.", "")));
    let whole = &library.courses[0].lessons[0].locales[0].lesson;
    let packed = pack(&library, &[]);
    let packs = packed.iter().filter(|file| file.name.ends_with(".pack"));
    let lessons: Vec<_> = packs.map(|it| course::pack::read(&it.bytes).expect("a pack")).collect();
    assert_eq!(lessons.len(), 3, "a lesson without items has no beginning");
    let beginning = lessons.iter().find(|it| it.is_beginning()).expect("a beginning");
    assert!(!whole.is_beginning());
    let pictures: Vec<&str> = beginning.pictures.iter().map(|it| it.id.as_str()).collect();
    let generators: Vec<&str> = beginning.generators.iter().map(|it| it.id.as_str()).collect();
    assert_eq!((&pictures[..], &generators[..]), (&["egg"][..], &["g.two"][..]));
    for seed in 0..50 {
        let of = |lesson| plan(lesson, seed).into_iter().map(|stop| meet(lesson, stop)).collect();
        let (first, all): (Vec<_>, Vec<_>) = (of(beginning), of(whole));
        assert_eq!((first.len(), all.len()), (2, 11));
        for (of_beginning, of_whole) in first.iter().zip(&all) {
            assert_eq!(asked(of_beginning), asked(of_whole), "the same items in the same order");
        }
    }
}

/// What is met, without the numbers that its pictures have in its pack.
fn asked(met: &Option<Met>) -> String {
    let Some(Met::Item(item, origin)) = met else { panic!("an item") };
    let prompt: Vec<String> = item
        .prompt
        .iter()
        .map(|it| match it {
            Block::Picture(_, words) => words.clone(),
            Block::Paragraph(_) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => {
                format!("{it:?}")
            }
        })
        .collect();
    format!("{} {prompt:?} {:?} {origin:?} {}", item.id, item.interaction, item.hash)
}

#[test]
fn an_id_belongs_to_one_lesson_and_never_comes_back() {
    let generator = "\n# Generators\n\n## g.one number ma.s01\n\n- [x] 1\n- [ ] * :: One.\n\n### Level 1\n\nOne?\n";
    let mut both = files(&lesson("ma-01", "One.", generator), &lesson("ma-02", "Two.", generator));
    assert_eq!(mistakes(&both), ["ma/ma-02.md `g.one` is a generator of ma-01 already"]);
    both[1].1 = COURSE.replace("subject: maths", "subject: maths\nretired: g.one ma-99");
    assert!(
        mistakes(&both).contains(&"ma/ma-01.md `g.one` was used once and is retired".to_owned())
    );
}

#[test]
fn what_was_released_stays_or_is_retired() {
    let mut all = files(&lesson("ma-01", "One.", ""), &lesson("ma-02", "Two.", ""));
    let course = sound(&all).courses.remove(0);
    let record = authoring::release::record(&course, "ma-00\n");
    assert_eq!(record, "ma-00\nma-01\nma-02\nma.s01\nma.s02\n");
    assert_eq!(authoring::release::record(&course, &record), record);
    all.push(("ma/released.txt".to_owned(), record));
    assert_eq!(mistakes(&all), ["ma/released.txt `ma-00` was released and is gone"]);
    all[1].1 = COURSE.replace("subject: maths", "subject: maths\nretired: ma-00");
    assert_eq!(mistakes(&all), [""; 0]);
}

#[test]
fn files_and_lists_name_the_same_lessons() {
    let mut files = files(&lesson("ma-01", "One.", ""), &lesson("ma-02", "Two.", ""));
    files[1].1 = COURSE.replace("- ma-02\n", "- ma-03\n");
    files.push(("ma/notes.md".to_owned(), "Notes.".to_owned()));
    files.push(("mu/mu-01.md".to_owned(), "Tunes.".to_owned()));
    files.push((
        "ma/course.zh-Hans.md".to_owned(),
        "---\nid: ma\ntitle: 数学\n---\n\n# 数\n".to_owned(),
    ));
    assert_eq!(
        mistakes(&files),
        [
            "ma/course.md there is no file ma-03.md",
            "ma/ma-01.md this lesson is not translated to zh-Hans",
            "ma/ma-02.md this lesson stands in no chapter of its course",
            "ma/notes.md this file belongs to no lesson",
            "mu/mu-01.md this folder has no course.md",
        ]
    );
}
