use course::pack;
use course::sample::released::{DIGEST, PACK, digest};
use js_sys::Date;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_released_pack_draws_the_items_that_it_draws_natively() {
    assert_eq!(digest(&pack::read(PACK).expect("a pack")), DIGEST);
}

/// Check C21, in the slowest build that there is.
#[wasm_bindgen_test]
fn drawing_an_item_takes_less_than_two_milliseconds() {
    let lesson = pack::read(PACK).expect("a pack");
    let start = Date::now();
    digest(&lesson);
    let mean = (Date::now() - start) / 1000.0;
    assert!(mean < 2.0, "{mean} ms an item");
}
