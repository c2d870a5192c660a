use learning::sample::{DIGESTS, digests};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_thousand_logs_mean_what_they_mean_natively() {
    assert_eq!(digests(), DIGESTS);
}
