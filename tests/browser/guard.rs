//! The second copy of what was kept: what is lost comes back, and nothing that is there goes.

use crate::page::pause;
use crate::storage;
use js_sys::Math;
use learning::event::Event;
use learning::log::suite::{append, event, load};
use snowlight::browser::IdbLog;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/public/guard.js")]
extern "C" {
    /// Only so that the script is there to be loaded.
    #[wasm_bindgen(js_name = compare)]
    fn script();
}

/// A database that has a second copy from now on.
fn name() -> String {
    // Never called: it wants a database.
    let _: fn() = script;
    storage::guard();
    format!("guarded-{}", Math::random())
}

async fn open(name: &str) -> IdbLog {
    IdbLog::open(name).await.expect("storage")
}

fn events(count: u32) -> Vec<Event> {
    (0..count).map(|seq| event(1, seq)).collect()
}

/// Listens, which has both compared soon; how many came back is in the cell.
fn listen(log: &IdbLog) -> Rc<Cell<Option<u32>>> {
    let told = Rc::new(Cell::new(None));
    log.listen({
        let told = told.clone();
        move |what| told.set(what.map(|(back, _)| back))
    });
    told
}

async fn told(cell: &Cell<Option<u32>>) -> u32 {
    for _ in 0..1000 {
        if let Some(back) = cell.get() {
            return back;
        }
        pause(5).await;
    }
    panic!("nothing was told");
}

/// Waits until the copy has so many records.
async fn copied(name: &str, count: u32) {
    for _ in 0..1000 {
        if storage::copied(name).await == count {
            return;
        }
        pause(5).await;
    }
    panic!("{:?} of {count} copied", storage::copied(name).await);
}

#[wasm_bindgen_test]
async fn what_was_lost_comes_back_before_the_log_is_read() {
    let name = name();
    append(&open(&name).await, &events(40)).await;
    copied(&name, 40).await;
    storage::remove(&name).await;
    let log = open(&name).await;
    assert_eq!(load(&log).await.since, events(40));
    assert_eq!(told(&listen(&log)).await, 40);
    append(&log, &events(41)[40..]).await;
    let again = open(&name).await;
    let cell = listen(&again);
    copied(&name, 41).await;
    assert_eq!((load(&again).await.since, cell.get()), (events(41), None), "told once");
    storage::restore();
}

#[wasm_bindgen_test]
async fn a_copy_that_lacks_the_last_answers_brings_back_what_it_has() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(32)).await;
    copied(&name, 32).await;
    append(&log, &events(40)[32..]).await;
    storage::remove(&name).await;
    let log = open(&name).await;
    assert_eq!((load(&log).await.since, told(&listen(&log)).await), (events(32), 32));
    storage::restore();
}

#[wasm_bindgen_test]
async fn without_a_copy_the_loss_is_told_all_the_same() {
    for caches in [true, false] {
        let name = name();
        append(&open(&name).await, &events(3)).await;
        storage::remove(&name).await;
        if !caches {
            storage::refuse_caches();
        }
        let log = open(&name).await;
        assert_eq!((load(&log).await.since, told(&listen(&log)).await), (Vec::new(), 0));
        storage::restore();
    }
}

#[wasm_bindgen_test]
async fn an_emptier_database_never_takes_the_place_of_a_fuller_copy() {
    let name = name();
    append(&open(&name).await, &events(40)).await;
    copied(&name, 40).await;
    storage::remove(&name).await;
    storage::forget(&name);
    let log = open(&name).await;
    append(&log, &[event(2, 0)]).await;
    assert_eq!(told(&listen(&log)).await, 40, "found by the copy alone");
    let kept = load(&log).await.since;
    assert_eq!((kept.len(), &kept[1..]), (41, &events(40)[..]));
    copied(&name, 41).await;
    assert_eq!(storage::copies(&name).await, 1, "the old one is let go");
    storage::restore();
}

#[wasm_bindgen_test]
async fn a_database_of_yesterday_gets_back_what_it_lacks() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(300)).await;
    copied(&name, 300).await;
    storage::cut(&name, 290).await;
    let log = open(&name).await;
    assert_eq!(load(&log).await.since, events(300));
    assert_eq!(told(&listen(&log)).await, 10);
    append(&log, &events(340)[300..]).await;
    copied(&name, 340).await;
    storage::restore();
}

#[wasm_bindgen_test]
async fn the_same_number_with_other_bytes_keeps_both() {
    let name = name();
    append(&open(&name).await, &events(32)).await;
    copied(&name, 32).await;
    storage::remove(&name).await;
    storage::forget(&name);
    let log = open(&name).await;
    append(&log, &[Event { at: 5, ..event(1, 0) }]).await;
    assert_eq!(told(&listen(&log)).await, 32);
    let cell = listen(&log);
    append(&log, &events(72)[40..]).await;
    copied(&name, 65).await;
    assert_eq!(load(&log).await.since.len(), 65, "and once each");
    assert_eq!(cell.get(), Some(32));
    storage::restore();
}

#[wasm_bindgen_test]
async fn a_damaged_copy_gives_back_what_is_whole_and_is_not_thrown_away() {
    let name = name();
    append(&open(&name).await, &events(300)).await;
    copied(&name, 300).await;
    storage::damage_copy(&name, 0).await;
    storage::remove(&name).await;
    let log = open(&name).await;
    assert_eq!(load(&log).await.since, events(300)[256..]);
    assert_eq!(told(&listen(&log)).await, 44);
    assert_eq!(storage::copies(&name).await, 2);
    storage::restore();
}

#[wasm_bindgen_test]
async fn a_copy_costs_what_is_new() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(1000)).await;
    copied(&name, 1000).await;
    storage::watch_copies();
    append(&log, &events(1040)[1000..]).await;
    copied(&name, 1040).await;
    assert_eq!(storage::copied_segments(), "3,4");
    storage::restore();
}

#[wasm_bindgen_test]
async fn odd_records_stay_where_they_are_and_the_others_are_copied() {
    let name = name();
    let log = open(&name).await;
    append(&log, &events(1)).await;
    storage::add_odd(&name).await;
    append(&log, &events(40)[1..]).await;
    // One of the three has bytes.
    copied(&name, 41).await;
    storage::restore();
}
