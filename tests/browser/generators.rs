use course::pack;
use course::sample::released::{DIGEST, PACK, digest};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_released_pack_draws_the_items_that_it_draws_natively() {
    assert_eq!(digest(&pack::read(PACK).expect("a pack")), DIGEST);
}
