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
    let mut all = Vec::new();
    for record in records {
        let record = Record::new(record, HERE);
        let event = record.event();
        if lesson.is_none() || event.as_ref().and_then(event_lesson) == lesson {
            all.push(record);
        }
    }
    let have = Union::of(all);
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
    Ok(union.events().into_iter().map(|it| it.bytes).collect())
}

/// Whose work it is: who did the newest of it and has a number. Who has none wrote it as 0, which counts as whoever's it lies with.
fn learner(have: &Union) -> u64 {
    let mut newest = (0, 0);
    for event in have.records().iter().filter_map(Record::event) {
        if event.learner != 0 && event.lamport >= newest.0 {
            newest = (event.lamport, event.learner);
        }
    }
    newest.1
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
