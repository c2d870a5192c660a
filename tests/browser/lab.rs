use course::stage::lab::released::{DIGESTS, digests};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn models_take_the_steps_that_they_take_natively() {
    assert_eq!(digests(), DIGESTS);
}
