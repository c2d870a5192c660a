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
    learner: u64,
    /// Events since the last snapshot.
    since: usize,
    /// Events that found no room: written before the next ones.
    waiting: Vec<Event>,
    /// The log was read again while events may have been on their way: what is folded here may lack them, and is no
    /// snapshot.
    reread: bool,
}

impl Journal {
    /// Goes on from what was kept of a learner, who may have no number yet: then it is 0.
    pub fn new(learner: u64, writer: u64, kept: Kept) -> Self {
        Self {
            odd: kept.odd,
            learner,
            writer,
            since: kept.since.len(),
            progress: kept.progress(learner),
            waiting: Vec::new(),
            reread: false,
        }
    }

    /// Nothing happened yet.
    pub fn empty(writer: u64) -> Self {
        Self::new(0, writer, Kept::default())
    }

    /// Numbers what happened at `at` (milliseconds since 1970) and folds it in: the events to be written, and a snapshot
    /// if one is due.
    pub fn enter(&mut self, kinds: Vec<Kind>, at: i64) -> (Vec<Event>, Option<Vec<u8>>) {
        let mut events = std::mem::take(&mut self.waiting);
        for kind in kinds {
            let id = self.progress.next_id(self.writer);
            events.push(self.number(Event { id, learner: self.learner, lamport: 0, at, kind }));
        }
        self.since += events.len();
        let due = self.since >= SNAPSHOT_EVERY && !self.reread;
        if due {
            self.since = 0;
        }
        (events, due.then(|| self.progress.to_bytes()))
    }

    /// Events that could not be written under the numbers they had, under the next ones of this journal.
    pub fn renumber(&mut self, events: Vec<Event>) -> Vec<Event> {
        events.into_iter().map(|event| self.number(event)).collect()
    }

    /// Another journal takes over, read from the log while this one was in use.
    pub fn give_way(&mut self, to: Self) {
        let waiting = std::mem::take(&mut self.waiting);
        *self = Self { reread: true, ..to };
        self.waiting = self.renumber(waiting);
    }

    fn number(&mut self, event: Event) -> Event {
        let id = self.progress.next_id(self.writer);
        let event = Event { id, lamport: self.progress.lamport, ..event };
        self.progress = std::mem::take(&mut self.progress).after(&event);
        event
    }

    /// Events that are in memory alone.
    pub fn unsaved(&self) -> &[Event] {
        &self.waiting
    }

    /// These could not be written: they wait for the next ones.
    pub fn wait(&mut self, mut events: Vec<Event>) {
        events.append(&mut self.waiting);
        self.waiting = events;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learning::event::LessonFinished;

    fn finished(count: u64) -> Vec<Kind> {
        (0..count)
            .map(|seed| Kind::LessonFinished(LessonFinished { lesson: "ma-01".to_owned(), seed }))
            .collect()
    }

    #[test]
    fn no_two_events_have_the_same_number() {
        let mut journal = Journal::empty(7);
        let mut events = Vec::new();
        for count in [1, 3, 2] {
            events.extend(journal.enter(finished(count), -1).0);
        }
        let ids: Vec<(u64, u32, u64)> =
            events.iter().map(|it| (it.id.writer, it.id.seq, it.lamport)).collect();
        assert_eq!(ids, [(7, 0, 0), (7, 1, 1), (7, 2, 2), (7, 3, 3), (7, 4, 4), (7, 5, 5)]);
        let kept = Kept { snapshot: Progress::default(), since: events, odd: 2 };
        let mut again = Journal::new(0, 7, kept);
        assert_eq!((again.odd, again.enter(finished(1), 0).0[0].id.seq), (2, 6));
        assert_eq!(again.progress.lesson("ma-01").map(|it| it.finished), Some(7));
    }

    #[test]
    fn what_waits_goes_first_and_in_order() {
        let mut journal = Journal::empty(7);
        let (first, _) = journal.enter(finished(2), 0);
        journal.wait(first);
        let (second, _) = journal.enter(finished(1), 0);
        assert_eq!(second.iter().map(|it| it.id.seq).collect::<Vec<_>>(), [0, 1, 2]);
        // The next one came while these were being refused.
        let (third, _) = journal.enter(finished(1), 0);
        journal.wait(third);
        journal.wait(second);
        let (all, _) = journal.enter(Vec::new(), 0);
        assert_eq!(all.iter().map(|it| it.id.seq).collect::<Vec<_>>(), [0, 1, 2, 3]);
    }

    #[test]
    fn what_was_numbered_as_another_did_is_numbered_anew() {
        let mut journal = Journal::empty(7);
        let (ours, _) = journal.enter(finished(2), 5);
        let (waiting, _) = journal.enter(finished(1), 6);
        journal.wait(waiting);
        // Another device with the same name had written there before.
        let theirs: Vec<Event> = Journal::empty(7).enter(finished(3), 0).0.into_iter().collect();
        let kept = Kept { snapshot: Progress::default(), since: theirs, odd: 0 };
        let mut again = Journal::new(0, 8, kept);
        let ours = again.renumber(ours);
        let ids = |events: &[Event]| -> Vec<(u64, u32, u64, i64)> {
            events.iter().map(|it| (it.id.writer, it.id.seq, it.lamport, it.at)).collect()
        };
        assert_eq!(ids(&ours), [(8, 0, 3, 5), (8, 1, 4, 5)]);
        journal.give_way(again);
        let finished_so_far =
            |journal: &Journal| journal.progress.lesson("ma-01").map(|it| it.finished);
        assert_eq!(finished_so_far(&journal), Some(6), "theirs, ours and what waits");
        assert_eq!(ids(&journal.enter(Vec::new(), 0).0), [(8, 2, 5, 6)]);
        let snapshots = (0..40).filter_map(|_| journal.enter(finished(1), 0).1);
        assert_eq!(snapshots.count(), 0, "what was on its way may be in no snapshot");
    }

    #[test]
    fn a_snapshot_holds_all_that_is_written_with_it() {
        let mut journal = Journal::empty(7);
        let due: Vec<bool> = (0..40).map(|_| journal.enter(finished(1), 0).1.is_some()).collect();
        let at: Vec<usize> = (0..40).filter(|at| due[*at]).collect();
        assert_eq!(at, [15, 31]);
        let (_, snapshot) = journal.enter(finished(8), 0);
        let snapshot = snapshot.map(|it| Progress::from_bytes(&it).expect("whole"));
        assert_eq!(snapshot.as_ref(), Some(&journal.progress));
    }
}
