//! The log in IndexedDB.

use crate::page::pause;
use crate::storage;
use js_sys::{Date, Math};
use learning::event::{Event, Kind, LessonFinished};
use learning::log::suite::{self, append, event, fold, load};
use learning::log::{EventLog, Kept, StoreError};
use learning::progress::Progress;
use snowlight::browser::IdbLog;
use snowlight::state::Journal;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

/// A database that no other test has.
fn name() -> String {
    format!("log-{}", Math::random())
}

async fn open(name: &str) -> IdbLog {
    IdbLog::open(name).await.expect("storage")
}

fn events(count: u32) -> Vec<Event> {
    (0..count).map(|seq| event(1, seq)).collect()
}

#[wasm_bindgen_test]
async fn a_database_is_a_log() {
    suite::all(async || open(&name()).await).await;
}

#[wasm_bindgen_test]
async fn what_is_kept_is_there_when_the_database_is_opened_again() {
    let name = name();
    append(&open(&name).await, &events(3)).await;
    assert_eq!(load(&open(&name).await).await.since, events(3));
}

#[wasm_bindgen_test]
async fn a_write_is_strict_and_acknowledged_when_it_is_complete() {
    let log = open(&name()).await;
    storage::watch();
    append(&log, &events(2)).await;
    assert_eq!(storage::written(), "strict strict complete", "one transaction for both");
    storage::restore();
}

#[wasm_bindgen_test]
async fn a_damaged_snapshot_is_computed_anew() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(3)).await;
    let snapshot = fold(&events(5)).to_bytes();
    log.append(&events(5)[3..], Some(&snapshot)).await.expect("storage");
    append(&log, &events(6)[5..]).await;
    assert!(load(&log).await.since.len() < 6, "the snapshot is used");
    storage::damage_snapshot(&name).await;
    let kept = load(&open(&name).await).await;
    assert_eq!((kept.snapshot.clone(), kept.since.len()), (Progress::default(), 6));
    assert_eq!(kept.progress(0), fold(&events(6)));
}

#[wasm_bindgen_test]
async fn odd_records_are_counted_and_left_as_they_are() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(1)).await;
    storage::add_odd(&name).await;
    append(&log, &events(2)).await;
    let kept = load(&open(&name).await).await;
    assert_eq!((kept.since, kept.odd), (events(2), 3));
    assert_eq!(storage::count(&name).await, 5);
}

#[wasm_bindgen_test]
async fn a_connection_that_broke_is_healed_by_a_new_one() {
    let name = name();
    let log = open(&name).await;
    let mut kept = 0;
    let breaks: [(&str, fn()); 5] = [
        ("closed between two answers", storage::close),
        ("closed, and said so", storage::close_and_say),
        ("aborted", || storage::abort_next(None, 1)),
        ("aborted twice", || storage::abort_next(None, 2)),
        ("aborted by a fault of the disk", || storage::abort_next(Some("UnknownError"), 1)),
    ];
    for (case, broken) in breaks {
        storage::watch();
        append(&log, &events(kept + 1)).await;
        let before = Date::now();
        broken();
        append(&log, &events(kept + 2)).await;
        assert!(Date::now() - before < 1000.0, "{case}: within a second");
        kept += 2;
        assert_eq!(storage::asked_again(), 0, "{case}: a connection that broke is asked no more");
        storage::close();
        assert_eq!(load(&log).await.since, events(kept), "{case}: it can be read");
        storage::restore();
    }
    assert_eq!(load(&open(&name).await).await.since, events(kept));
}

#[wasm_bindgen_test]
async fn a_connection_that_breaks_under_two_answers_loses_neither() {
    let name = name();
    let log = Rc::new(open(&name).await);
    storage::watch();
    append(&*log, &events(1)).await;
    storage::close();
    let all = events(3);
    let second = Rc::new(Cell::new(None));
    spawn_local({
        let (log, all, second) = (log.clone(), all.clone(), second.clone());
        async move { second.set(Some(log.append(&all[2..], None).await)) }
    });
    assert_eq!(log.append(&all[1..2], None).await, Ok(()));
    while second.get().is_none() {
        pause(5).await;
    }
    assert_eq!(second.get(), Some(Ok(())));
    storage::restore();
    assert_eq!(load(&*log).await.since, all);
}

#[wasm_bindgen_test]
async fn a_full_device_is_told_and_keeps_nothing_by_halves() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(1)).await;
    storage::abort_next(Some("QuotaExceededError"), 1);
    assert_eq!(log.append(&events(3)[1..], None).await, Err(StoreError::Full));
    assert_eq!(load(&log).await.since, events(1));
    append(&log, &events(3)[1..]).await;
    assert_eq!(load(&log).await.since, events(3), "there is room again");
}

#[wasm_bindgen_test]
async fn without_storage_opening_is_refused() {
    storage::refuse();
    let refused = IdbLog::open(&name()).await.err();
    storage::restore();
    assert_eq!(refused, Some(StoreError::Refused));
}

#[wasm_bindgen_test]
async fn a_later_build_is_let_by_and_nothing_is_called_saved_after_that() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(1)).await;
    let told = Rc::new(Cell::new(false));
    log.listen({
        let told = told.clone();
        move |what| told.set(what.is_none())
    });
    storage::upgrade(&name).await;
    assert!(told.get(), "before the next answer");
    assert_eq!(log.append(&events(2), None).await, Err(StoreError::Old));
    assert_eq!(storage::count(&name).await, 1);
    assert_eq!(IdbLog::open(&name).await.err(), Some(StoreError::Old), "opened anew");
}

#[wasm_bindgen_test]
async fn a_database_that_is_erased_is_let_go_and_begun_anew() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(2)).await;
    storage::remove(&name).await;
    append(&log, &events(3)[2..]).await;
    assert_eq!(load(&open(&name).await).await.since, events(3)[2..]);
}

/// A page of the app: its log, and its journal as of when it was opened.
async fn page(name: &str) -> (IdbLog, Journal) {
    let log = open(name).await;
    let journal = Journal::new(0, log.writer(), load(&log).await);
    (log, journal)
}

async fn finish(page: &mut (IdbLog, Journal), lesson: &str) {
    let finished = LessonFinished { lesson: lesson.to_owned(), seed: 0 };
    let (events, snapshot) = page.1.enter(vec![Kind::LessonFinished(finished)], 0);
    page.0.append(&events, snapshot.as_deref()).await.expect("storage");
}

#[wasm_bindgen_test]
async fn two_pages_at_once_lose_nothing() {
    let name = name();
    let (mut one, mut other) = (page(&name).await, page(&name).await);
    finish(&mut one, "ma-01").await;
    finish(&mut other, "en-01").await;
    // So many that snapshots are written in between.
    for _ in 0..40 {
        finish(&mut one, "ma-01").await;
    }
    finish(&mut other, "en-01").await;
    let kept: Kept = load(&open(&name).await).await;
    let progress = kept.progress(0);
    let finished = |lesson| progress.lesson(lesson).map(|it| it.finished);
    assert_eq!((finished("ma-01"), finished("en-01")), (Some(41), Some(2)));
}

#[wasm_bindgen_test]
async fn pages_that_are_open_at_once_are_two_writers_and_a_later_one_is_one_of_them() {
    let name = name();
    let (one, other) = (open(&name).await, open(&name).await);
    assert_ne!(one.writer(), other.writer());
    append(&one, &[event(one.writer(), 0)]).await;
    append(&other, &[event(other.writer(), 0)]).await;
    let writers = storage::writers(&name).await;
    assert_eq!(writers, 2, "both are known");
    storage::let_go(&name, &format!("{:x}", one.writer())).await;
    let third = open(&name).await;
    assert_eq!(third.writer(), one.writer(), "that page is gone");
    append(&third, &[event(third.writer(), 1)]).await;
    assert_eq!(storage::writers(&name).await, 2);
}

#[wasm_bindgen_test]
async fn a_page_that_wrote_nothing_leaves_no_writer() {
    let name = name();
    drop((open(&name).await, open(&name).await));
    assert_eq!(storage::writers(&name).await, 0);
}

#[wasm_bindgen_test]
async fn without_locks_every_page_is_a_writer_that_nobody_takes_up() {
    let name = name();
    storage::refuse_locks();
    let (one, other) = (open(&name).await, open(&name).await);
    append(&one, &[event(one.writer(), 0)]).await;
    append(&other, &[event(other.writer(), 0)]).await;
    let third = open(&name).await;
    storage::restore();
    let mut writers = [one.writer(), other.writer(), third.writer()];
    writers.sort_unstable();
    assert!(writers[0] < writers[1] && writers[1] < writers[2], "{writers:?}");
    assert_eq!(storage::writers(&name).await, 0);
}

#[wasm_bindgen_test]
async fn a_writer_that_was_met_with_other_bytes_is_taken_up_by_nobody() {
    let name = name();
    let log = open(&name).await;
    let writer = log.writer();
    append(&log, &[event(writer, 0)]).await;
    let other = Event { at: 5, ..event(writer, 0) };
    assert_eq!(log.append(&[other], None).await, Err(StoreError::Taken));
    let kept = log.renew().await.expect("storage");
    assert_eq!(kept.since, [event(writer, 0)]);
    assert_ne!(log.writer(), writer);
    append(&log, &[event(log.writer(), 0)]).await;
    assert_eq!(storage::writers(&name).await, 1);
    assert_ne!(open(&name).await.writer(), writer);
    assert_eq!(load(&log).await.since.len(), 2, "nothing is overwritten");
}
