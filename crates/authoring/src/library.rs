//! All courses, compiled.

use crate::diagnostic::Place;
use crate::shared::Shared;
use std::collections::BTreeMap;

/// Everything under `courses/`.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// In the order of their ids.
    pub courses: Vec<Course>,
    /// What they share.
    pub shared: Shared,
}

/// A course with its lessons.
#[derive(Debug, Clone)]
pub struct Course {
    /// As `ma`.
    pub id: String,
    /// What it is about.
    pub subject: Subject,
    /// The base language.
    pub language: String,
    /// The language that it teaches, if it is a language course.
    pub target: Option<String>,
    /// Its name, by language; the languages are those that the course is translated to.
    pub titles: BTreeMap<String, String>,
    /// Its chapters.
    pub units: Vec<Unit>,
    /// Ids that were used once and stay taken.
    pub retired: Vec<String>,
    /// In the order of the course.
    pub lessons: Vec<Lesson>,
    /// Where the course's id stands.
    pub place: Place,
}

/// What a course is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Mathematics
    Maths,
    /// English
    English,
    /// Music
    Music,
    /// Arts
    Arts,
    /// Physical education
    Pe,
    /// Virtual experiments
    Experiments,
    /// Starters in AI, data, IoT and network security
    Starters,
    /// Teacher training
    Teachers,
}

impl Subject {
    /// Every subject and its name in the source.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Maths, "maths"),
        (Self::English, "english"),
        (Self::Music, "music"),
        (Self::Arts, "arts"),
        (Self::Pe, "pe"),
        (Self::Experiments, "experiments"),
        (Self::Starters, "starters"),
        (Self::Teachers, "teachers"),
    ];
}

/// A chapter.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its name, by language.
    pub titles: BTreeMap<String, String>,
    /// Its lessons' ids in order.
    pub lessons: Vec<String>,
}

/// A lesson in all its languages.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// As `ma-03`.
    pub id: String,
    /// The skills that its mixed practice interleaves.
    pub mixes: Vec<String>,
    /// The representations that it declares.
    pub shows: Vec<String>,
    /// The base language first.
    pub locales: Vec<Locale>,
}

/// A lesson in one language.
#[derive(Debug, Clone)]
pub struct Locale {
    /// The lesson, ready to be packed.
    pub lesson: course::lesson::Lesson,
    /// Where each id stands: items, families, draws, generators, skills.
    pub places: BTreeMap<String, Place>,
    /// Where the file begins, for what belongs to no id.
    pub place: Place,
}

impl Locale {
    /// Where `id` stands, or where the file begins.
    pub fn place_of(&self, id: &str) -> Place {
        self.places.get(id).copied().unwrap_or(self.place)
    }
}
