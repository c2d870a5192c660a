//! The log that is open, and the writing of events into it.

use super::page;
use super::store::IdbLog;
use super::visit::Teller;
use crate::state::{Action, Journal, Saved, Turn};
use js_sys::Uint8Array;
use learning::event::Event;
use learning::log::{EventLog, StoreError};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// Whose log it is.
    static LEARNER: Cell<u64> = const { Cell::new(0) };
    static LOG: RefCell<Option<Rc<IdbLog>>> = const { RefCell::new(None) };
    /// The browser was asked not to clear this site.
    static PERSISTENT: Cell<bool> = const { Cell::new(false) };
}

/// Opens the log: what was kept, and whether anything can be.
pub async fn open() -> (Journal, Saved) {
    let turn = turn();
    let opened = match IdbLog::open(&turn.database()).await {
        Ok(log) => log.load().await.map(|kept| (log, kept)),
        Err(error) => Err(error),
    };
    match opened {
        Ok((log, kept)) => {
            let journal = Journal::new(turn.learner, log.writer(), kept);
            LEARNER.set(turn.learner);
            LOG.set(Some(Rc::new(log)));
            (journal, Saved::Saved)
        }
        Err(StoreError::Old) => (Journal::empty(super::seed()), Saved::Old),
        #[cfg(planted)]
        Err(_) if learning::planted::is("unsaid") => (Journal::empty(super::seed()), Saved::Saved),
        Err(_) => (Journal::empty(super::seed()), Saved::Unkept),
    }
}

/// Whose turn it is.
fn turn() -> Turn {
    Turn::read(&page::setting("learner", None), &page::setting("copied", None))
}

/// Tells the session whose log it is, and what befalls it.
pub fn listen(session: Teller) {
    session.emit(Action::Turn(turn()));
    let Some(log) = LOG.with_borrow(Clone::clone) else { return };
    let own = log.clone();
    log.listen(move |what| {
        session.emit(match what {
            Some((back, kept)) => {
                let journal = Journal::new(LEARNER.get(), own.writer(), kept);
                Action::Reread(Box::new(journal), Some(back))
            }
            None => Action::Old,
        });
    });
}

/// Keeps what happened, tells the session, then does what is to be done after that.
pub fn record(
    mut events: Vec<Event>,
    snapshot: Option<Vec<u8>>,
    session: Teller,
    then: impl FnOnce() + 'static,
) {
    let log = LOG.with_borrow(Clone::clone);
    spawn_local(async move {
        let saved = match log {
            None => Saved::Unkept,
            Some(log) => {
                let mut kept = log.append(&events, snapshot.as_deref()).await;
                if kept == Err(StoreError::Taken)
                    && let Ok(all) = log.renew().await
                {
                    let mut journal = Journal::new(LEARNER.get(), log.writer(), all);
                    events = journal.renumber(events);
                    kept = log.append(&events, None).await;
                    session.emit(Action::Reread(Box::new(journal), None));
                }
                match kept {
                    Ok(()) => Saved::Saved,
                    Err(StoreError::Full) => Saved::Unsaved,
                    #[cfg(planted)]
                    Err(StoreError::Old) if learning::planted::is("old") => Saved::Saved,
                    Err(StoreError::Old) => Saved::Old,
                    Err(StoreError::Lost | StoreError::Refused | StoreError::Taken) => {
                        Saved::Unkept
                    }
                }
            }
        };
        if saved == Saved::Saved {
            events.clear();
        }
        #[cfg(planted)]
        if learning::planted::is("dropped") {
            events.clear();
        }
        session.emit(Action::Recorded(saved, events));
        then();
        if saved == Saved::Saved && !PERSISTENT.replace(true) {
            page::persist();
        }
    });
}

/// Tells the session something in a moment.
pub fn soon(action: Action, session: Teller) {
    spawn_local(async move {
        page::pause(300).await;
        session.emit(action);
    });
}

/// Offers events as a file, for where they cannot be kept: each as its bytes, after their number in four bytes.
pub fn save_file(events: &[Event]) {
    let mut file = Vec::new();
    for event in events {
        let bytes = event.to_bytes();
        file.extend((bytes.len() as u32).to_le_bytes());
        file.extend(bytes);
    }
    page::save_file("snowlight-unsaved.bin", Uint8Array::from(&file[..]));
}
