//! What is kept of a learner, and what is added to it.

use crate::words::{COLOURS, FACES};
use course::digits::{decimal, hex};
use course::rng::derive;
use learning::event::{Event, EventId, Kind};
use learning::merge::{HERE, Record, Union};
use learning::vector::Vector;

/// All that is kept of a learner.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    pub union: Union,
    /// What is known of other devices: their vectors, as files told them.
    pub vectors: Vec<Vector>,
}

/// A record to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecord {
    /// Its name in the store.
    pub id: String,
    pub bytes: Vec<u8>,
    /// Where it came from, [`HERE`] or the name of a file.
    pub origin: u64,
}

/// How much there is, as a pupil would count it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub answers: u32,
    pub lessons: u32,
    pub bytes: u64,
}

impl Kept {
    pub fn summary(&self) -> Summary {
        summary(self.union.records())
    }

    /// The learner's number, and the picture and colour that they chose last.
    pub fn profile(&self) -> Option<(u64, u8, u8)> {
        profile(self.union.records())
    }

    /// The next event of a writer who never wrote before.
    pub fn event(&self, writer: u64, learner: u64, at: i64, kind: Kind) -> Event {
        let lamports = self.union.records().iter().filter_map(Record::event).map(|it| it.lamport);
        let lamport = lamports.max().map_or(0, |it| it.saturating_add(1));
        Event { id: EventId { writer, seq: 0 }, learner, lamport, at, kind }
    }

    /// The numbers of learners whose answers are this one's own.
    pub fn own(&self, learner: u64) -> Vec<u64> {
        let mut own = vec![learner];
        loop {
            let events = self.union.records().iter().filter_map(Record::event);
            let mut claimed = events.filter_map(|event| {
                let Kind::HistoryImported(it) = event.kind else { return None };
                let counts = it.own && (event.learner == 0 || own.contains(&event.learner));
                counts.then_some(it.learner)
            });
            match claimed.find(|it| !own.contains(it)) {
                Some(next) => own.push(next),
                None => return own,
            }
        }
    }
}

/// Who chose a picture last, which, and in what colour. One that this version does not have is none.
pub fn profile(records: &[Record]) -> Option<(u64, u8, u8)> {
    let chosen = records.iter().filter_map(Record::event).filter_map(|event| {
        let Kind::ProfileChanged(it) = event.kind else { return None };
        Some((event.lamport, (event.learner, it.face, it.colour)))
    });
    let last = chosen.max_by_key(|(lamport, _)| *lamport).map(|(_, profile)| profile);
    last.filter(|(_, face, colour)| {
        usize::from(*face) < FACES.len() && usize::from(*colour) < COLOURS.len()
    })
}

/// How much these records are.
pub fn summary(records: &[Record]) -> Summary {
    let mut lessons: Vec<String> = Vec::new();
    let mut sum = Summary::default();
    for record in records {
        sum.bytes += record.bytes.len() as u64;
        if let Some(Event { kind: Kind::ItemAttempted(it), .. }) = record.event() {
            sum.answers += 1;
            if !lessons.contains(&it.lesson) {
                lessons.push(it.lesson);
            }
        }
    }
    sum.lessons = lessons.len() as u32;
    sum
}

impl NewRecord {
    /// An event of this device.
    pub fn of(event: &Event) -> Self {
        Self { id: name(event.id), bytes: event.to_bytes(), origin: HERE }
    }

    /// One that a file brought. What has no name that can be read is kept under one that its bytes give.
    pub fn brought(record: &Record) -> Self {
        let id =
            record.id().map_or_else(|| ["odd ", &hex(derive(0, &record.bytes))].concat(), name);
        Self { id, bytes: record.bytes.clone(), origin: record.origin }
    }
}

/// As the app names events in the store.
fn name(id: EventId) -> String {
    [&hex(id.writer), "-", &*decimal(id.seq.into())].concat()
}
