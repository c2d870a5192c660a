//! Where events are kept: IndexedDB in the app, a list in memory where there is nothing else.

use crate::event::{Event, EventId};
use crate::progress::Progress;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use thiserror::Error;

#[cfg(any(test, feature = "suite"))]
pub mod suite;

/// Why an event could not be kept or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StoreError {
    /// There is no storage here, or it is refused.
    #[error("this browser keeps nothing for this page")]
    Refused,
    /// There is no room.
    #[error("this device is full")]
    Full,
    /// The connection broke; a new one may work.
    #[error("the storage does not answer")]
    Lost,
    /// A newer build has changed the storage: this one may not write into it any more.
    #[error("a newer version is open in another tab")]
    Old,
    /// An id is there already, with other bytes: somebody else writes under this writer's name.
    #[error("another device writes under the same name")]
    Taken,
}

/// What was kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// Progress as of the last snapshot, or none.
    pub snapshot: Progress,
    /// What happened since, in the order in which it was kept: another page's events may come before those of the snapshot.
    pub since: Vec<Event>,
    /// Records that could not be read: left where they are.
    pub odd: u32,
}

/// An append-only list of events.
#[expect(async_fn_in_trait, reason = "one thread in a browser: callers need no Send")]
pub trait EventLog {
    /// Keeps `events` for good, all or none: when this returns, they survive a power cut. An id again with the same bytes
    /// changes nothing; with other bytes all are refused as [`StoreError::Taken`].
    /// `snapshot`, if given, is [`Progress::to_bytes`] with these events in it; it is a cache and may be lost.
    async fn append(&self, events: &[Event], snapshot: Option<&[u8]>) -> Result<(), StoreError>;

    /// What was kept.
    async fn load(&self) -> Result<Kept, StoreError>;
}

/// A log that lasts as long as the page.
#[derive(Debug, Default)]
pub struct MemoryLog {
    events: RefCell<BTreeMap<EventId, Vec<u8>>>,
    order: RefCell<Vec<EventId>>,
}

impl EventLog for MemoryLog {
    async fn append(&self, events: &[Event], _snapshot: Option<&[u8]>) -> Result<(), StoreError> {
        let mut kept = self.events.borrow_mut();
        let other = |event: &Event| kept.get(&event.id).is_some_and(|it| *it != event.to_bytes());
        if events.iter().any(other) {
            return Err(StoreError::Taken);
        }
        for event in events {
            if let Entry::Vacant(free) = kept.entry(event.id) {
                free.insert(event.to_bytes());
                self.order.borrow_mut().push(event.id);
            }
        }
        Ok(())
    }

    async fn load(&self) -> Result<Kept, StoreError> {
        let events = self.events.borrow();
        let since = self
            .order
            .borrow()
            .iter()
            .filter_map(|id| Event::from_bytes(events.get(id)?).ok())
            .collect();
        Ok(Kept { snapshot: Progress::default(), since, odd: 0 })
    }
}

impl Kept {
    /// Whether the snapshot comes before all that happened since. If not, all is to be folded anew.
    pub fn is_in_order(&self) -> bool {
        self.since.iter().all(|event| self.snapshot.is_before(event))
    }

    /// The learner's progress now: the snapshot and what happened since, in the order of events.
    pub fn progress(self, learner: u64) -> Progress {
        let snapshot = self.snapshot.of(learner, &self.since);
        in_order(self.since).iter().fold(snapshot, Progress::after)
    }
}

/// Events in their order. They are nearly so already, since each page writes its own in order.
fn in_order(events: Vec<Event>) -> Vec<Event> {
    let mut sorted: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        let before = sorted.iter().rposition(|it| it.order() <= event.order());
        #[cfg(planted)]
        let before = if crate::planted::is("order") {
            sorted.iter().rposition(|it| it.at <= event.at)
        } else {
            before
        };
        sorted.insert(before.map_or(0, |at| at + 1), event);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{HistoryImported, Kind, LessonOpened};
    use proptest::prelude::*;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn what_came_back_behind_younger_events_counts_all_the_same() {
        let events: Vec<Event> = (0..8).map(|seq| suite::event(1, seq)).collect();
        let since = [&events[6..], &events[..6]].concat();
        let kept = Kept { snapshot: Progress::default(), since, odd: 0 };
        assert_eq!(kept.progress(0), suite::fold(&events));
    }

    #[test]
    fn what_another_learner_did_means_nothing_until_it_is_said_to_be_ones_own() {
        let of =
            |learner, writer| (0..4).map(move |seq| Event { learner, ..suite::event(writer, seq) });
        let claim = |by, learner, own, lamport| {
            let it = HistoryImported { learner, own, origin: 1, records: 4 };
            let id = EventId { writer: 100 + learner, seq: 0 };
            Event { id, learner: by, lamport, at: 0, kind: Kind::HistoryImported(it) }
        };
        let lessons = |since: Vec<Event>| {
            let kept = Kept { snapshot: Progress::default(), since, odd: 0 };
            let progress = kept.progress(5);
            // All of it is known all the same: nothing is numbered twice.
            assert!(progress.lamport >= 5);
            progress.lessons.iter().filter(|it| it.seed == 8).count()
        };
        let all: Vec<Event> = of(5, 1).chain(of(8, 8)).collect();
        assert_eq!(lessons(all.clone()), 0);
        let with = |more: &[Event]| [&all, more].concat();
        assert_eq!(lessons(with(&[claim(5, 8, false, 9)])), 0, "it was not said");
        assert_eq!(lessons(with(&[claim(8, 8, true, 9)])), 0, "another one said it");
        assert_eq!(lessons(with(&[claim(5, 8, true, 9)])), 2);
        assert_eq!(
            lessons(with(&[claim(7, 8, true, 9), claim(5, 7, true, 3)])),
            2,
            "by way of a third"
        );
        // Who has no number yet is the learner of the log they are in.
        assert_eq!(lessons(of(0, 8).collect()), 2);
    }

    #[test]
    fn memory_is_a_log() {
        let done = pin!(suite::all(async || MemoryLog::default()));
        // Memory never waits.
        assert_eq!(done.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
    }

    /// A writer's events: each lamport is larger than the one before.
    fn any_writer(writer: u64) -> impl Strategy<Value = Vec<Event>> {
        prop::collection::vec(1_u64..5, 0..12).prop_map(move |steps| {
            let mut lamport = 0;
            let event = |(seq, step)| {
                lamport += step;
                let lesson = format!("ma-{:02}", lamport % 3);
                let kind = Kind::LessonOpened(LessonOpened { lesson, seed: writer, forced: false });
                Event { id: EventId { writer, seq }, learner: 0, lamport, at: 0, kind }
            };
            (0..).zip(steps).map(event).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn it_does_not_matter_in_which_order_pages_wrote(a in any_writer(1), b in any_writer(2)) {
            let kept = |events: Vec<Event>| Kept { snapshot: Progress::default(), since: events, odd: 0 };
            let one = kept([a.clone(), b.clone()].concat()).progress(0);
            let other = kept([b.clone(), a.clone()].concat()).progress(0);
            prop_assert_eq!(&one, &other);
            // A snapshot of one page is gone on from only if nothing of the other page belongs before its end.
            let snapshot = kept(a).progress(0);
            let since = Kept { snapshot, since: b, odd: 0 };
            if since.is_in_order() {
                prop_assert_eq!(since.progress(0), one);
            }
        }
    }
}
