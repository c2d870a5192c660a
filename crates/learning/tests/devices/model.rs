//! What must be so, in the plainest words: every record once, of each name the first that came, folded from scratch.

use learning::event::{Envelope, Event, EventId};
use learning::progress::Progress;
use std::collections::{BTreeMap, BTreeSet};

/// What a device should have.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Of each name the bytes that count.
    pub counting: BTreeMap<EventId, Vec<u8>>,
    /// All bytes there are.
    pub all: BTreeSet<Vec<u8>>,
}

impl Model {
    /// A record comes to the log.
    pub fn log(&mut self, bytes: &[u8]) {
        self.all.insert(bytes.to_vec());
        if let Ok(envelope) = Envelope::from_bytes(bytes) {
            self.counting.entry(envelope.id).or_insert_with(|| bytes.to_vec());
        }
    }

    /// A record is kept beside it.
    pub fn aside(&mut self, bytes: &[u8]) {
        self.all.insert(bytes.to_vec());
    }

    /// Progress by all that counts and can be read.
    pub fn progress(&self) -> Progress {
        let mut events: Vec<Event> =
            self.counting.values().filter_map(|it| Event::from_bytes(it).ok()).collect();
        events.sort_by_key(|it| (it.lamport, it.id.writer, it.id.seq));
        fold(Progress::default(), &events)
    }

    /// Names that two records bear.
    pub fn twins(&self) -> usize {
        let named = self.all.iter().filter(|it| Envelope::from_bytes(it).is_ok());
        named.count() - self.counting.len()
    }
}

/// Progress after `events`, which stand in the canonical order.
pub fn fold(progress: Progress, events: &[Event]) -> Progress {
    events.iter().fold(progress, Progress::after)
}
