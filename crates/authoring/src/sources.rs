//! From the files under `courses/` to the library.

use crate::course_file::{self, CourseFile, CourseHead, UnitSource};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::digest;
use crate::heading;
use crate::item::staged;
use crate::lesson::{self, Job};
use crate::library::{Course, Lesson, Library, Locale, Unit};
use crate::outline::{self, Outline};
use crate::pictures::Pictures;
use crate::release;
use crate::shared::{PictureFile, Shared};
use crate::translation::{self, Merger};
use std::collections::BTreeMap;

/// The library in `files`: paths from the courses' folder on, as `ma/ma-03.md`, and their text.
///
/// Always gives all diagnostics at once. If none of them is an error the library is whole; else it holds what could
/// be made.
pub fn compile(files: &[(String, String)]) -> (Library, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let shared = shared(files, &mut diagnostics);
    let mut library = Library { courses: Vec::new(), shared };
    for (folder, sources) in folders(files, &mut diagnostics) {
        library.courses.extend(course(&folder, &sources, &library.shared, &mut diagnostics));
    }
    check_ids(&library, &mut diagnostics);
    // What a mistake keeps from being compiled is not gone.
    if !diagnostics.has_errors() {
        release::check(files, &library, &mut diagnostics);
    }
    (library, diagnostics.snapped(files).into_sorted())
}

/// A file of a course's folder.
struct SourceFile<'a> {
    /// `course` or a lesson's id.
    stem: &'a str,
    /// The language of a translation.
    locale: Option<&'a str>,
    text: &'a str,
    file: usize,
}

impl SourceFile<'_> {
    const fn place(&self) -> Place {
        Place { file: self.file, start: 0, end: 0 }
    }
}

fn shared(files: &[(String, String)], diagnostics: &mut Diagnostics) -> Shared {
    let mut shared = Shared::default();
    for (file, (path, text)) in files.iter().enumerate() {
        match path.as_str() {
            "misconceptions.md" => shared.read_misconceptions(text, file, diagnostics),
            "lists.md" => shared.read_lists(text, file, diagnostics),
            "tunes.md" => shared.tunes = crate::tunes::read_tunes(text, file, diagnostics),
            path => {
                let picture =
                    path.strip_prefix("pictures/").and_then(|name| name.strip_suffix(".svg"));
                if let Some(name) = picture {
                    let place = Place { file, start: 0, end: text.len().min(1) };
                    shared.pictures.insert(name.to_owned(), PictureFile::new(text.clone(), place));
                }
            }
        }
    }
    shared
}

/// The Markdown files of each course's folder.
fn folders<'a>(
    files: &'a [(String, String)],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Vec<SourceFile<'a>>> {
    let mut folders: BTreeMap<String, Vec<SourceFile<'_>>> = BTreeMap::new();
    for (file, (path, text)) in files.iter().enumerate() {
        let Some((folder, name)) = path.split_once('/').filter(|(folder, _)| *folder != "pictures")
        else {
            continue;
        };
        let Some(name) = name.strip_suffix(".md") else { continue };
        let (stem, locale) = match name.split_once('.') {
            Some((stem, locale)) => (stem, Some(locale)),
            None => (name, None),
        };
        let source = SourceFile { stem, locale, text, file };
        if stem != "course" && !heading::is_lesson(stem)
            || !locale.is_none_or(crate::compiler::is_language)
        {
            let instead = "name it `course.md` or as a lesson, `ma-03.md`; a translation as `ma-03.zh-Hans.md`";
            diagnostics.error("C02", source.place(), "this file belongs to no lesson", instead);
            continue;
        }
        folders.entry(folder.to_owned()).or_default().push(source);
    }
    folders
}

fn course(
    folder: &str,
    sources: &[SourceFile<'_>],
    shared: &Shared,
    diagnostics: &mut Diagnostics,
) -> Option<Course> {
    let find = |stem: &str, locale: Option<&str>| {
        sources.iter().find(|source| source.stem == stem && source.locale == locale)
    };
    let Some(source) = find("course", None) else {
        let place = sources.first()?.place();
        let instead = format!(
            "write courses/{folder}/course.md with `id`, `title`, `language` and `subject`"
        );
        diagnostics.error("C01", place, "this folder has no course.md", instead);
        return None;
    };
    let base = course_file::parse(source.text, source.file, diagnostics);
    let head = base.head(folder, diagnostics);
    let mut titles = BTreeMap::from([(head.language.clone(), head.title.clone())]);
    let mut units = units(&base, &head.language);
    for source in sources.iter().filter(|source| source.stem == "course") {
        let Some(locale) = source.locale else { continue };
        let file = course_file::parse(source.text, source.file, diagnostics);
        file.check_translation(&base, diagnostics);
        titles.insert(
            locale.to_owned(),
            file.front.get("title").map(|it| it.value.clone()).unwrap_or_default(),
        );
        for (unit, (title, ..)) in units.iter_mut().zip(&file.units) {
            unit.titles.insert(locale.to_owned(), title.clone());
        }
    }
    for source in sources.iter().filter(|source| source.stem != "course") {
        if source.locale.is_none()
            && !units.iter().any(|unit| unit.lessons.iter().any(|id| id == source.stem))
        {
            let instead = format!("add `- {}` to course.md", source.stem);
            diagnostics.error(
                "C01",
                source.place(),
                "this lesson stands in no chapter of its course",
                instead,
            );
        }
    }
    let mut lessons = Vec::new();
    for (id, place) in base.units.iter().flat_map(|(.., lessons)| lessons) {
        match find(id, None) {
            Some(source) => {
                let translations =
                    sources.iter().filter(|source| source.stem == id && source.locale.is_some());
                let translations: Vec<&SourceFile<'_>> = translations.collect();
                lessons.push(lesson(source, &translations, &head, &titles, shared, diagnostics));
            }
            None => {
                let what = format!("there is no file {id}.md");
                diagnostics.error(
                    "C01",
                    *place,
                    what,
                    "write the lesson, or take it from the list",
                );
            }
        }
    }
    let CourseHead { id, place, language, target, subject, retired, .. } = head;
    Some(Course { id, subject, language, target, titles, units, retired, lessons, place })
}

fn units(base: &CourseFile, language: &str) -> Vec<Unit> {
    let unit = |(title, _, lessons): &UnitSource| Unit {
        titles: BTreeMap::from([(language.to_owned(), title.clone())]),
        lessons: lessons.iter().map(|(id, _)| id.clone()).collect(),
    };
    base.units.iter().map(unit).collect()
}

fn lesson(
    source: &SourceFile<'_>,
    translations: &[&SourceFile<'_>],
    head: &CourseHead,
    titles: &BTreeMap<String, String>,
    shared: &Shared,
    diagnostics: &mut Diagnostics,
) -> Lesson {
    let base = outline::parse(source.text, source.file, diagnostics);
    base.front.only(
        &["id", "title", "band", "minutes", "skill", "needs", "mixes", "shows", "can"],
        diagnostics,
    );
    if let Some(field) = base.front.get("id").filter(|field| field.value != source.stem) {
        let what = format!("the lesson `{}` is in the file {}.md", field.value, source.stem);
        diagnostics.error("C02", field.place, what, "name both alike");
    }
    if source.stem.split_once('-').is_none_or(|(course, _)| course != head.id) {
        let what = format!("`{}` is no lesson of the course `{}`", source.stem, head.id);
        diagnostics.error("C02", base.place, what, format!("write it as `{}-01`", head.id));
    }
    let compile = |outline: &Outline, locale: &str, diagnostics: &mut Diagnostics| {
        let mut job = Job {
            course: &head.id,
            locale,
            target: head.target.as_deref(),
            shared,
            base: locale == head.language,
            diagnostics,
            pictures: Pictures::default(),
            places: BTreeMap::new(),
        };
        let lesson = lesson::compile(&mut job, outline);
        let mixes = job.skill_ids(&outline.front, "mixes");
        (Locale { lesson, places: job.places, place: outline.place }, mixes)
    };
    let (locale, mixes) = compile(&base, &head.language, diagnostics);
    let shows = base
        .front
        .get("shows")
        .map(|field| field.value.split_whitespace().map(str::to_owned).collect());
    let mut locales = vec![locale];
    for source in translations {
        let Some(locale) = source.locale else { continue };
        if !titles.contains_key(locale) {
            let instead = format!("write course.{locale}.md first");
            diagnostics.error(
                "C40",
                source.place(),
                format!("the course has no {locale} yet"),
                instead,
            );
        }
        let mut own = Diagnostics::default();
        let translation = outline::parse(source.text, source.file, &mut own);
        let mut merger =
            Merger { base: &head.language, target: head.target.as_deref(), diagnostics: &mut own };
        let merged = translation::merge(&mut merger, &base, &translation);
        let mut translated = compile(&merged, locale, &mut own).0;
        digest::carry(&locales[0].lesson, &mut translated.lesson);
        if let Some(item) = staged::unlike(&locales[0].lesson, &translated.lesson) {
            let what =
                format!("what is done in {item} differs from the base file in more than words");
            let instead = "copy the block from there and translate its words, or leave it out";
            own.error("C40", translated.place_of(&item), what, instead);
        }
        locales.push(translated);
        diagnostics.adopt(own);
    }
    for locale in titles.keys().filter(|locale| **locale != head.language) {
        if !translations.iter().any(|source| source.locale == Some(locale)) {
            let what = format!("this lesson is not translated to {locale}");
            diagnostics.error(
                "C40",
                base.place,
                what,
                format!("write {}.{locale}.md", source.stem),
            );
        }
    }
    Lesson { id: source.stem.to_owned(), mixes, shows: shows.unwrap_or_default(), locales }
}

/// Ids that two lessons claim, and retired ones that came back.
fn check_ids(library: &Library, diagnostics: &mut Diagnostics) {
    let mut generators: BTreeMap<&str, &str> = BTreeMap::new();
    for (course, lesson) in
        library.courses.iter().flat_map(|it| it.lessons.iter().map(move |lesson| (it, lesson)))
    {
        let Some(locale) = lesson.locales.first() else { continue };
        for generator in &locale.lesson.generators {
            if let Some(other) =
                generators.insert(&generator.id, &lesson.id).filter(|other| *other != lesson.id)
            {
                let what = format!("`{}` is a generator of {other} already", generator.id);
                diagnostics.error(
                    "C02",
                    locale.place_of(&generator.id),
                    what,
                    "give it another id",
                );
            }
        }
        for id in locale.places.keys().chain([&lesson.id]).filter(|id| course.retired.contains(id))
        {
            let what = format!("`{id}` was used once and is retired");
            diagnostics.error("C02", locale.place_of(id), what, "give it another id");
        }
    }
}
