//! Events in IndexedDB: strict, and acknowledged when the transaction is complete.

use super::{clock, get, window};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use learning::event::Event;
use learning::log::{EventLog, Kept, StoreError};
use learning::progress::Progress;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

const EVENTS: &str = "events";
const META: &str = "meta";
/// How long opening may be blocked by another tab, in milliseconds.
const PATIENCE: i32 = 5_000;

type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// Step `n` takes schema `n` to `n + 1`. Append only: a released step never changes.
const STEPS: &[Step] = &[create_events];

fn create_events(db: &IdbDatabase) -> Result<(), JsValue> {
    let arrival = IdbObjectStoreParameters::new();
    arrival.set_auto_increment(true);
    let events = db.create_object_store_with_optional_parameters(EVENTS, &arrival)?;
    let unique = web_sys::IdbIndexParameters::new();
    unique.set_unique(true);
    events.create_index_with_str_and_optional_parameters("id", "id", &unique)?;
    db.create_object_store(META)?;
    Ok(())
}

/// A log in a database of this origin.
pub struct IdbLog {
    name: String,
    db: RefCell<IdbDatabase>,
    /// Who writes in this life of the database.
    pub writer: u64,
    /// The arrival number up to which a snapshot holds all.
    last: Cell<f64>,
}

impl IdbLog {
    /// Opens the database, making it if need be.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let db = connect(name).await?;
        let writer = writer(&db).await?;
        Ok(Self { name: name.to_owned(), db: RefCell::new(db), writer, last: Cell::new(0.0) })
    }

    async fn write(&self, events: &[Event], snapshot: Option<&Progress>) -> Result<(), StoreError> {
        let transaction = begin(&self.db.borrow(), "readwrite")?;
        let store = transaction.object_store(EVENTS).map_err(lost)?;
        let mut newest = None;
        for event in events {
            let record = js_sys::Object::new();
            set(&record, "id", &format!("{:x}-{}", event.id.writer, event.id.seq).into())?;
            set(&record, "bytes", &Uint8Array::from(&event.to_bytes()[..]))?;
            let request = store.add(&record).map_err(lost)?;
            // The same id again: keep what is there, and do not abort for it.
            request.set_onerror(Some(&keep_going()));
            newest = Some(request);
        }
        if let Some(progress) = snapshot {
            let record = js_sys::Object::new();
            set(&record, "upto", &self.last.get().into())?;
            set(&record, "bytes", &Uint8Array::from(&progress.to_bytes()[..]))?;
            let meta = transaction.object_store(META).map_err(lost)?;
            meta.put_with_key(&record, &"snapshot".into()).map_err(lost)?;
        }
        complete(&transaction).await?;
        if let Some(arrival) = newest.and_then(|it| it.result().ok()).and_then(|it| it.as_f64()) {
            self.last.set(arrival);
        }
        Ok(())
    }
}

impl EventLog for IdbLog {
    async fn append(&self, events: &[Event], snapshot: Option<&Progress>) -> Result<(), StoreError> {
        match self.write(events, snapshot).await {
            Err(StoreError::Lost) => {
                // The old handle never works again: a new one, once.
                let fresh = connect(&self.name).await?;
                self.db.replace(fresh);
                self.write(events, snapshot).await
            }
            done => done,
        }
    }

    async fn load(&self) -> Result<Kept, StoreError> {
        let transaction = begin(&self.db.borrow(), "readonly")?;
        let meta = transaction.object_store(META).map_err(lost)?;
        let snapshot = settled(&meta.get(&"snapshot".into()).map_err(lost)?).await?;
        let bytes = get(&snapshot, "bytes");
        let progress = bytes.dyn_into::<Uint8Array>().ok().and_then(|it| Progress::from_bytes(&it.to_vec()).ok());
        let upto = if progress.is_some() { get(&snapshot, "upto").as_f64().unwrap_or(0.0) } else { 0.0 };
        let range = IdbKeyRange::lower_bound_with_open(&upto.into(), true).map_err(lost)?;
        let transaction = begin(&self.db.borrow(), "readonly")?;
        let store = transaction.object_store(EVENTS).map_err(lost)?;
        let records = settled(&store.get_all_with_key(&range).map_err(lost)?).await?;
        let mut kept = Kept { snapshot: progress.unwrap_or_default(), since: Vec::new(), odd: 0 };
        for record in Array::from(&records).iter() {
            let bytes = get(&record, "bytes").dyn_into::<Uint8Array>().map(|it| it.to_vec()).unwrap_or_default();
            match Event::from_bytes(&bytes) {
                Ok(event) => kept.since.push(event),
                Err(_) => kept.odd += 1,
            }
        }
        self.last.set(last_arrival(&store).await.unwrap_or(upto));
        Ok(kept)
    }
}

/// Who writes: drawn once in a database's life.
async fn writer(db: &IdbDatabase) -> Result<u64, StoreError> {
    let transaction = begin(db, "readwrite")?;
    let meta = transaction.object_store(META).map_err(lost)?;
    let known = settled(&meta.get(&"writer".into()).map_err(lost)?).await?;
    if let Some(writer) = known.as_string().and_then(|it| u64::from_str_radix(&it, 16).ok()) {
        return Ok(writer);
    }
    let writer = clock::seed();
    meta.put_with_key(&format!("{writer:x}").into(), &"writer".into()).map_err(lost)?;
    complete(&transaction).await?;
    Ok(writer)
}

async fn last_arrival(store: &IdbObjectStore) -> Option<f64> {
    let all = IdbKeyRange::lower_bound(&JsValue::from_f64(0.0)).ok()?;
    let request =
        store.open_key_cursor_with_range_and_direction(&all, web_sys::IdbCursorDirection::Prev).ok()?;
    let cursor = settled(&request).await.ok()?;
    get(&cursor, "key").as_f64()
}

async fn connect(name: &str) -> Result<IdbDatabase, StoreError> {
    // In a frame of another site even asking may throw.
    let factory: IdbFactory = window().indexed_db().ok().flatten().ok_or(StoreError::Refused)?;
    let request: IdbOpenDbRequest =
        factory.open_with_u32(name, STEPS.len() as u32).map_err(|_| StoreError::Refused)?;
    let upgrade = Closure::once_into_js({
        let request = request.clone();
        move |event: web_sys::IdbVersionChangeEvent| {
            if let Ok(db) = request.result().map(JsCast::unchecked_into::<IdbDatabase>) {
                // A step that fails aborts the upgrade, and opening reports it.
                let _ = STEPS[event.old_version() as usize..].iter().try_for_each(|step| step(&db));
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let timeout = Promise::new(&mut |_, reject| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE);
    });
    let opened = Promise::race(&Array::of2(&promise(&request), &timeout));
    JsFuture::from(opened).await.map_err(|_| StoreError::Refused)?;
    let db: IdbDatabase = request.result().map_err(|_| StoreError::Refused)?.unchecked_into();
    let close = Closure::once_into_js({
        let db = db.clone();
        move || db.close()
    });
    db.set_onversionchange(Some(close.unchecked_ref()));
    Ok(db)
}

/// A transaction over both stores, strict where the browser knows the word.
fn begin(db: &IdbDatabase, mode: &str) -> Result<IdbTransaction, StoreError> {
    let options = js_sys::Object::new();
    set(&options, "durability", &"strict".into())?;
    let transaction: js_sys::Function = get(db, "transaction").unchecked_into();
    let stores = Array::of2(&EVENTS.into(), &META.into());
    let begun = transaction.call3(db, &stores, &mode.into(), &options);
    begun.map(JsCast::unchecked_into).map_err(lost)
}

fn promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

async fn settled(request: &IdbRequest) -> Result<JsValue, StoreError> {
    JsFuture::from(promise(request)).await.map_err(lost)?;
    request.result().map_err(lost)
}

async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(done).await.map(|_| ()).map_err(|_| {
        let full = transaction.error().is_some_and(|error| error.name() == "QuotaExceededError");
        if full { StoreError::Full } else { StoreError::Lost }
    })
}

fn keep_going() -> js_sys::Function {
    Closure::once_into_js(|event: web_sys::Event| {
        let error = event.target().map(|target| get(&get(&target, "error"), "name"));
        if error.and_then(|it| it.as_string()).as_deref() == Some("ConstraintError") {
            event.prevent_default();
            event.stop_propagation();
        }
    })
    .unchecked_into()
}

fn set(object: &js_sys::Object, name: &str, value: &JsValue) -> Result<(), StoreError> {
    Reflect::set(object, &name.into(), value).map(|_| ()).map_err(lost)
}

fn lost(_: JsValue) -> StoreError {
    StoreError::Lost
}
