//! What outlives a crash. Each call is whole or nothing; between two of them a device may die.

use super::model::{Model, fold};
use learning::event::{Event, EventId};
use learning::merge::{HERE, Record, Union};
use learning::progress::Progress;
use learning::vector::Vector;
use std::collections::BTreeSet;

/// Why nothing was written.
pub struct Full;

#[derive(Clone, Default)]
pub struct Disk {
    log: Vec<Vec<u8>>,
    names: BTreeSet<EventId>,
    aside: Vec<Record>,
    snapshot: Option<Snapshot>,
    /// Vectors of files that were made and taken.
    pub remembered: Vec<Vector>,
    pub full: bool,
    /// What should be on it.
    pub model: Model,
}

/// Progress after the first events there were, in the canonical order.
#[derive(Clone)]
struct Snapshot {
    events: usize,
    names: BTreeSet<EventId>,
    progress: Progress,
}

impl Disk {
    /// Appends to the log. A name that is there stays as it is.
    pub fn append(&mut self, records: &[Vec<u8>]) -> Result<(), Full> {
        if self.full {
            return Err(Full);
        }
        for bytes in records {
            let id = Record::new(bytes.clone(), HERE)
                .id()
                .expect("only what has a name goes to the log");
            if self.names.insert(id) {
                self.log.push(bytes.clone());
                self.model.log(bytes);
            }
        }
        Ok(())
    }

    /// Keeps records beside the log.
    pub fn put_aside(&mut self, records: &[Record]) -> Result<(), Full> {
        if self.full {
            return Err(Full);
        }
        for record in records {
            self.aside.push(record.clone());
            self.model.aside(&record.bytes);
        }
        Ok(())
    }

    /// Keeps what the events mean by now.
    pub fn take_snapshot(&mut self) -> Result<(), Full> {
        if self.full {
            return Err(Full);
        }
        let events = self.events();
        let snapshot =
            Snapshot { events: events.len(), names: names(&events), progress: self.progress() };
        self.snapshot = Some(snapshot);
        Ok(())
    }

    /// All there is.
    pub fn union(&self) -> Union {
        let log = self.log.iter().map(|bytes| Record::new(bytes.clone(), HERE));
        Union::of(log.chain(self.aside.iter().cloned()).collect())
    }

    /// As a page finds it that is opened: gone on from the snapshot if all that came since stands behind it.
    pub fn progress(&self) -> Progress {
        let events = self.events();
        match &self.snapshot {
            Some(it) if events.get(..it.events).is_some_and(|first| names(first) == it.names) => {
                fold(it.progress.clone(), &events[it.events..])
            }
            Some(_) | None => fold(Progress::default(), &events),
        }
    }

    pub fn is_as_the_model_says(&self) {
        let union = self.union();
        let all: BTreeSet<Vec<u8>> = union.records().iter().map(|it| it.bytes.clone()).collect();
        assert_eq!(all, self.model.all, "records");
        let events = union.events();
        let counting: BTreeSet<&[u8]> = events.iter().map(|it| it.bytes.as_slice()).collect();
        assert!(
            counting.iter().copied().eq(self
                .model
                .counting
                .values()
                .map(Vec::as_slice)
                .collect::<BTreeSet<_>>()),
            "what counts"
        );
        assert_eq!(union.aside().count(), all.len() - counting.len(), "what stands aside");
        assert_eq!(self.progress(), self.model.progress(), "progress");
    }

    fn events(&self) -> Vec<Event> {
        self.union().events().iter().filter_map(Record::event).collect()
    }
}

fn names(events: &[Event]) -> BTreeSet<EventId> {
    events.iter().map(|it| it.id).collect()
}
