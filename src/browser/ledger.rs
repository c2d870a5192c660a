//! The ledger: progress in memory and the log behind it. An event has its number before it is written, so that two
//! never get the same.

use super::store::IdbLog;
use super::visit::Teller;
use super::{clock, page};
use crate::state::{Action, Saved};
use learning::event::{Event, Kind};
use learning::log::{EventLog, StoreError};
use learning::progress::Progress;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Snapshots are written with every so manyth event.
const SNAPSHOT_EVERY: u32 = 16;

struct Ledger {
    saved: Saved,
    log: Option<Rc<IdbLog>>,
    writer: u64,
    progress: Progress,
    /// Events that found no room: written before the next one.
    waiting: Vec<Event>,
}

thread_local! {
    static LEDGER: RefCell<Option<Ledger>> = const { RefCell::new(None) };
    static SINCE_SNAPSHOT: Cell<u32> = const { Cell::new(0) };
    /// The browser was asked not to clear this site.
    static PERSISTENT: Cell<bool> = const { Cell::new(false) };
}

/// Opens the log and folds what was kept.
pub async fn open() {
    let opened = match IdbLog::open("snowlight").await {
        Ok(log) => log.load().await.map(|kept| (log, kept)),
        Err(error) => Err(error),
    };
    let (log, progress, saved) = match opened {
        Ok((log, kept)) => {
            SINCE_SNAPSHOT.set(kept.since.len() as u32);
            (Some(Rc::new(log)), kept.progress(), Saved::Saved)
        }
        Err(_) => (None, Progress::default(), Saved::Unkept),
    };
    let writer = log.as_ref().map_or_else(clock::seed, |log| log.writer);
    LEDGER.set(Some(Ledger { saved, log, writer, progress, waiting: Vec::new() }));
}

/// Progress, and whether it is kept.
pub fn state() -> (Progress, Saved) {
    let state =
        LEDGER.with_borrow(|ledger| ledger.as_ref().map(|it| (it.progress.clone(), it.saved)));
    state.unwrap_or((Progress::default(), Saved::Unkept))
}

/// Keeps what happened, tells the session, then does what is to be done after that.
pub fn record(kinds: Vec<Kind>, session: Teller, then: impl FnOnce() + 'static) {
    let Some((log, events, snapshot)) =
        LEDGER.with_borrow_mut(|ledger| ledger.as_mut().map(|it| it.take(kinds)))
    else {
        return;
    };
    spawn_local(async move {
        let saved = match log {
            None => Saved::Unkept,
            Some(log) => match log.append(&events, snapshot.as_ref()).await {
                Ok(()) => Saved::Saved,
                Err(StoreError::Full) => wait(events, Saved::Unsaved),
                Err(StoreError::Lost | StoreError::Refused) => wait(events, Saved::Unkept),
            },
        };
        session.emit(Action::Recorded(state().0, saved));
        then();
        if saved == Saved::Saved && !PERSISTENT.replace(true) {
            page::persist();
        }
    });
}

impl Ledger {
    /// Numbers the events, folds them in, and gives what is to be written.
    fn take(&mut self, kinds: Vec<Kind>) -> (Option<Rc<IdbLog>>, Vec<Event>, Option<Progress>) {
        let mut events = std::mem::take(&mut self.waiting);
        for kind in kinds {
            let id = self.progress.next_id(self.writer);
            let event =
                Event { id, learner: 0, lamport: self.progress.lamport, at: clock::wall(), kind };
            self.progress = std::mem::take(&mut self.progress).after(&event);
            events.push(event);
        }
        let count = SINCE_SNAPSHOT.get() + events.len() as u32;
        let due = count >= SNAPSHOT_EVERY;
        SINCE_SNAPSHOT.set(if due { 0 } else { count });
        (self.log.clone(), events, due.then(|| self.progress.clone()))
    }
}

/// Puts events back to be written with the next ones.
fn wait(events: Vec<Event>, saved: Saved) -> Saved {
    LEDGER.with_borrow_mut(|ledger| {
        if let Some(ledger) = ledger {
            ledger.waiting.splice(0..0, events);
        }
    });
    saved
}
