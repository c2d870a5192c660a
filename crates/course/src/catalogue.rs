//! What there is to learn: the list of courses, and each course's list of lessons with what they cost.

use crate::codec::{DecodeError, Encode, from_bytes};
use crate::codec_struct;
use crate::lesson::Band;

/// Courses in one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    /// In the order in which they are shown.
    pub courses: Vec<Course>,
}

codec_struct!(Catalogue { courses });

/// A course and its lessons, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// As `ma`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its chapters.
    pub units: Vec<Unit>,
    /// What all of it costs, in bytes as compressed: its packs, and the engines that it needs.
    pub bytes: u32,
    /// Those engines: a bit each.
    pub engines: u8,
}

codec_struct!(Course { id, title, units, bytes, engines });

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its name.
    pub title: String,
    /// Its lessons in order.
    pub lessons: Vec<Entry>,
}

codec_struct!(Unit { title, lessons });

/// What the course map says of a lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// As `ma-03`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The youngest learners it is written for.
    pub band: Band,
    /// How long it takes.
    pub minutes: u8,
    /// Skills it teaches.
    pub skills: Vec<String>,
    /// Skills that should come first.
    pub needs: Vec<String>,
    /// The pack's file name: the first 16 hex digits of its SHA-256.
    pub pack: String,
    /// What the download costs, in bytes as compressed.
    pub bytes: u32,
    /// The engines that it needs: a bit each.
    pub engines: u8,
    /// What those cost, once for all lessons that need them.
    pub once: u32,
}

codec_struct!(Entry { id, title, band, minutes, skills, needs, pack, bytes, engines, once });

impl Course {
    /// All lessons in order.
    pub fn lessons(&self) -> Vec<&Entry> {
        let mut lessons = Vec::new();
        for unit in &self.units {
            lessons.extend(&unit.lessons);
        }
        lessons
    }

    /// The lesson with this id.
    pub fn lesson(&self, id: &str) -> Option<&Entry> {
        self.lessons().into_iter().find(|it| it.id == id)
    }
}

impl Catalogue {
    /// The course with this id.
    pub fn course(&self, id: &str) -> Option<&Course> {
        self.courses.iter().find(|it| it.id == id)
    }

    /// The catalogue as a file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = b"SNOC\x02".to_vec();
        self.encode(&mut out);
        out
    }

    /// The catalogue in `bytes`.
    pub fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        from_bytes(bytes.strip_prefix(b"SNOC\x02").ok_or(DecodeError::Malformed)?)
    }
}
