//! The packs of one language, as coursec wrote them.

use anyhow::{Context, Result};
use course::catalogue::{Catalogue, Entry};
use course::forever::Forever;
use course::pack;
use learners::state::Screen;
use snowlight::locale::Locale;
use snowlight::route::{Address, Route, STAGES};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The packs of one language.
pub struct Library {
    folder: PathBuf,
    locale: Locale,
    pub catalogue: Forever<Catalogue>,
    /// Beginnings of lessons: the id and language of each, and its file.
    beginnings: BTreeMap<(String, String), String>,
}

/// A lesson to be shown.
pub struct Lesson {
    pub lesson: Forever<course::lesson::Lesson>,
    /// The pack's path below the site's root.
    pub path: String,
    /// The path of the pack with its beginning.
    pub beginning: Option<String>,
    /// What the page's items are drawn with: the same pack gives the same page.
    pub seed: u64,
}

impl Library {
    /// The language's catalogue in `folder`.
    pub fn read(folder: &Path, locale: Locale) -> Result<Self> {
        let path = folder.join(format!("catalogue.{}", locale.tag()));
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        let catalogue = Catalogue::read(&bytes).with_context(|| path.display().to_string())?;
        let beginnings = beginnings(folder)?;
        let catalogue = Forever::new(catalogue);
        Ok(Self { folder: folder.to_owned(), locale, catalogue, beginnings })
    }

    /// Every page of the language.
    pub fn addresses(&self) -> Vec<Address> {
        let mut routes = vec![Route::Today, Route::Review, Route::Me, Route::About];
        routes.extend(STAGES.map(|(name, _)| Route::Engine(name.to_owned())));
        routes.extend(Screen::ALL.map(|it| Route::Engine(format!("me/{}", it.name()))));
        for course in &self.catalogue.courses {
            routes.push(Route::Course(course.id.clone()));
            routes.push(Route::Placement(course.id.clone()));
            let lessons = course.units.iter().flat_map(|unit| &unit.lessons);
            routes.extend(
                lessons
                    .map(|it| Route::Lesson { course: course.id.clone(), lesson: it.id.clone() }),
            );
        }
        let address = |route| Address { locale: self.locale, route, seed: None, alone: false };
        let mut pages: Vec<Address> = routes.into_iter().map(address).collect();
        let lessons = pages.iter().filter(|it| matches!(it.route, Route::Lesson { .. }));
        let alone: Vec<Address> = lessons.map(|it| Address { alone: true, ..it.clone() }).collect();
        pages.extend(alone);
        pages
    }

    /// A lesson of a course.
    pub fn lesson(&self, course: &str, lesson: &str) -> Result<Lesson> {
        let entry =
            self.entry(course, lesson).with_context(|| format!("{lesson} is not in {course}"))?;
        let name = format!("{}.pack", entry.pack);
        let bytes = fs::read(self.folder.join(&name)).with_context(|| name.clone())?;
        let lesson = pack::read(&bytes).with_context(|| name.clone())?;
        let seed = u64::from_str_radix(&entry.pack, 16).with_context(|| name.clone())?;
        let beginning = self.beginnings.get(&(lesson.id.clone(), lesson.locale.clone()));
        Ok(Lesson {
            beginning: beginning.map(|name| format!("packs/{name}")),
            lesson: Forever::new(lesson),
            path: format!("packs/{name}"),
            seed,
        })
    }

    /// The name of a course, or of a lesson in it.
    pub fn title(&self, course: &str, lesson: Option<&str>) -> &str {
        let title = match lesson {
            Some(lesson) => self.entry(course, lesson).map(|it| &it.title),
            None => self.catalogue.courses.iter().find(|it| it.id == course).map(|it| &it.title),
        };
        title.map_or("", String::as_str)
    }

    fn entry(&self, course: &str, lesson: &str) -> Option<&Entry> {
        let course = self.catalogue.courses.iter().find(|it| it.id == course)?;
        course.units.iter().flat_map(|unit| &unit.lessons).find(|it| it.id == lesson)
    }
}

/// The packs in `folder` that hold the beginning of a lesson: no catalogue lists them.
fn beginnings(folder: &Path) -> Result<BTreeMap<(String, String), String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".pack") {
            let lesson = pack::read(&fs::read(&path)?).with_context(|| name.clone())?;
            if lesson.is_beginning() {
                found.insert((lesson.id, lesson.locale), name);
            }
        }
    }
    Ok(found)
}
