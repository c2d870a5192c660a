//! Progress in memory and the numbering of what happens: an event has its number before it is written, so that two
//! never get the same.

use learning::event::{Event, Kind};
use learning::log::Kept;
use learning::progress::Progress;

/// Snapshots are written with every so manyth event.
const SNAPSHOT_EVERY: usize = 16;

/// What happened so far, and who writes on.
pub struct Journal {
    /// What the events mean.
    pub progress: Progress,
    /// Records that could not be read.
    pub odd: u32,
    writer: u64,
    /// Events since the last snapshot.
    since: usize,
    /// Events that found no room: written before the next ones.
    waiting: Vec<Event>,
}

impl Journal {
    /// Goes on from what was kept.
    pub fn new(writer: u64, kept: Kept) -> Self {
        let (odd, since) = (kept.odd, kept.since.len());
        Self { progress: kept.progress(), odd, writer, since, waiting: Vec::new() }
    }

    /// Nothing happened yet.
    pub fn empty(writer: u64) -> Self {
        Self { progress: Progress::default(), odd: 0, writer, since: 0, waiting: Vec::new() }
    }

    /// Numbers what happened at `at` (milliseconds since 1970) and folds it in: the events to be written, and a snapshot
    /// if one is due.
    pub fn enter(&mut self, kinds: Vec<Kind>, at: i64) -> (Vec<Event>, Option<Vec<u8>>) {
        let mut events = std::mem::take(&mut self.waiting);
        for kind in kinds {
            let id = self.progress.next_id(self.writer);
            let event = Event { id, learner: 0, lamport: self.progress.lamport, at, kind };
            self.progress = std::mem::take(&mut self.progress).after(&event);
            events.push(event);
        }
        self.since += events.len();
        let due = self.since >= SNAPSHOT_EVERY;
        if due {
            self.since = 0;
        }
        (events, due.then(|| self.progress.to_bytes()))
    }

    /// These could not be written: they wait for the next ones.
    pub fn wait(&mut self, mut events: Vec<Event>) {
        events.append(&mut self.waiting);
        self.waiting = events;
    }
}
