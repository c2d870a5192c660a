//! Events in IndexedDB: strict, and acknowledged when the transaction is complete.

use super::clock;
use course::digits::{self, decimal, hex};
use js_sys::{Array, Uint8Array};
use learning::event::Event;
use learning::log::{EventLog, Kept, StoreError};
use learning::progress::Progress;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/store.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn open(name: &str, fresh: &str) -> Result<JsValue, JsValue>;
    fn writer(log: &JsValue) -> String;
    fn listen(log: &JsValue, tell: JsValue);
    #[wasm_bindgen(catch)]
    async fn renew(log: &JsValue, fresh: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn load(log: &JsValue, without: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn append(
        log: &JsValue,
        events: Array,
        snapshot: Option<Uint8Array>,
    ) -> Result<JsValue, JsValue>;
}

/// A log in a database of this origin.
pub struct IdbLog {
    log: JsValue,
}

impl IdbLog {
    /// Opens the database, making it if need be.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let log = open(name, &hex(clock::seed())).await.map_err(reason)?;
        Ok(Self { log })
    }

    /// Who writes here as long as the page lives: two pages that are open at once are two writers.
    pub fn writer(&self) -> u64 {
        digits::read(&writer(&self.log), 16).unwrap_or_default()
    }

    /// Calls `tell` with how many records came back from the second copy, and what is kept now; or with nothing once a newer
    /// build has taken the database over.
    pub fn listen(&self, tell: impl Fn(Option<(u32, Kept)>) + 'static) {
        let tell = Closure::<dyn Fn(i32, Array)>::new(move |back: i32, records| {
            tell((back >= 0).then(|| (back as u32, read(records).unwrap_or_default())));
        });
        listen(&self.log, tell.into_js_value());
    }

    /// From now on another one writes here: what this one would write was met with other bytes. What was kept so far.
    pub async fn renew(&self) -> Result<Kept, StoreError> {
        let records = renew(&self.log, &hex(clock::seed())).await.map_err(reason)?;
        Ok(read(records.unchecked_into()).unwrap_or_default())
    }
}

impl EventLog for IdbLog {
    async fn append(&self, events: &[Event], snapshot: Option<&[u8]>) -> Result<(), StoreError> {
        let records = Array::new();
        for event in events {
            records
                .push(&[&hex(event.id.writer), "-", &decimal(event.id.seq.into())].concat().into());
            records.push(&Uint8Array::from(&event.to_bytes()[..]));
        }
        let snapshot = snapshot.map(Uint8Array::from);
        append(&self.log, records, snapshot).await.map(|_| ()).map_err(reason)
    }

    async fn load(&self) -> Result<Kept, StoreError> {
        let records = load(&self.log, false).await.map_err(reason)?;
        if let Some(kept) = read(records.unchecked_into()).filter(Kept::is_in_order) {
            return Ok(kept);
        }
        // A snapshot of another version, a damaged one, or one that another page's events belong into: all is folded anew.
        let records = load(&self.log, true).await.map_err(reason)?;
        Ok(read(records.unchecked_into()).unwrap_or_default())
    }
}

/// What was kept, of a snapshot and the records after it; nothing if the snapshot cannot be read.
fn read(records: Array) -> Option<Kept> {
    let snapshot = records.shift();
    let mut kept = Kept::default();
    if !snapshot.is_undefined() {
        kept.snapshot = Progress::from_bytes(&bytes(&snapshot)).ok()?;
    }
    for record in records.iter() {
        match Event::from_bytes(&bytes(&record)) {
            Ok(event) => kept.since.push(event),
            #[cfg(planted)]
            Err(_) if learning::planted::is("odd") => return None,
            Err(_) => kept.odd += 1,
        }
    }
    Some(kept)
}

/// A record's bytes; none if it is something else.
fn bytes(record: &JsValue) -> Vec<u8> {
    record.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

fn reason(thrown: JsValue) -> StoreError {
    match thrown.as_string().as_deref() {
        Some("full") => StoreError::Full,
        Some("refused") => StoreError::Refused,
        Some("old") => StoreError::Old,
        Some("taken") => StoreError::Taken,
        Some(_) | None => StoreError::Lost,
    }
}
