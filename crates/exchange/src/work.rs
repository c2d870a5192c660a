//! A lesson's work as a learner file: what the page around keeps, and what a pupil carries to the app of their own.

use learning::event::{Event, Kind};
use learning::file::{self, FileError};
use learning::merge::{HERE, Record, Union};

/// The largest file of work, in bytes: pages keep it as text in `localStorage`, of which all that is theirs has about five
/// million letters, and messages are short.
pub const BYTES_MAX: usize = 1 << 16;

/// `records` as a learner file of at most [`BYTES_MAX`]: of more the newest that fit. Its header tells how many there were and how
/// many it holds. With a lesson it holds what was done in that one, as far as this version can read it; without one all there is.
pub fn file(records: Vec<Vec<u8>>, lesson: Option<&str>) -> Vec<u8> {
    let mut records: Vec<Record> = records.into_iter().map(|it| Record::new(it, HERE)).collect();
    if let Some(lesson) = lesson {
        records.retain(|it| it.event().is_some_and(|event| event_lesson(&event) == Some(lesson)));
    }
    let have = Union::of(records);
    file::write_newest(learner(&have), &have, BYTES_MAX)
}

/// The records in a file that another page kept, in the order of the events: of two with one name that which counts, and none
/// without a name, since no writer of ours made it. Of a damaged file those that are whole.
pub fn records(file: &[u8]) -> Result<Vec<Vec<u8>>, FileError> {
    if file.len() > BYTES_MAX {
        return Err(FileError::TooLarge);
    }
    let records = file::read(file)?.records.into_iter().map(|it| Record::new(it, HERE));
    let union = Union::of(records.collect());
    Ok(union.events().into_iter().map(|it| it.bytes.clone()).collect())
}

/// How many records a file has not, though whoever wrote it had them: older ones, or damaged ones.
pub fn lacking(file: &[u8]) -> u32 {
    file::read(file).map_or(0, |it| it.header.had.saturating_sub(it.records.len() as u32))
}

/// Whose work it is: who did the newest of it and has a number. Who has none wrote it as 0, which counts as whoever's it lies with.
fn learner(have: &Union) -> u64 {
    let events = have.events();
    let learners = events.iter().rev().filter_map(|it| it.event()).map(|it| it.learner);
    learners.into_iter().find(|it| *it != 0).unwrap_or_default()
}

/// The lesson that an event is of.
pub(crate) fn event_lesson(event: &Event) -> Option<&str> {
    match &event.kind {
        Kind::LessonOpened(it) => Some(&it.lesson),
        Kind::ItemAttempted(it) => Some(&it.lesson),
        Kind::LessonFinished(it) => Some(&it.lesson),
        Kind::HistoryImported(_) | Kind::ProfileChanged(_) | Kind::Unknown(..) => None,
    }
}

#[cfg(test)]
mod tests;
