//! IndexedDB underneath the app; what each does is said in storage.js.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/tests/browser/storage.js")]
extern "C" {
    pub fn watch();
    pub fn written() -> String;
    pub fn close();
    #[wasm_bindgen(js_name = closeAndSay)]
    pub fn close_and_say();
    #[wasm_bindgen(js_name = askedAgain)]
    pub fn asked_again() -> u32;
    #[wasm_bindgen(js_name = abortNext)]
    pub fn abort_next(reason: Option<&str>, times: u32);
    pub fn refuse();
    pub fn restore();
    #[wasm_bindgen(js_name = damageSnapshot)]
    pub async fn damage_snapshot(name: &str);
    #[wasm_bindgen(js_name = addOdd)]
    pub async fn add_odd(name: &str);
    #[wasm_bindgen(js_name = refuseLocks)]
    pub fn refuse_locks();
    #[wasm_bindgen(js_name = letGo)]
    pub async fn let_go(name: &str, writer: &str);
    pub async fn writers(name: &str) -> JsValue;
    #[wasm_bindgen(js_name = clone)]
    pub async fn clone_writes(name: &str);
    pub fn guard();
    #[wasm_bindgen(js_name = refuseCaches)]
    pub fn refuse_caches();
    pub fn forget(name: &str);
    pub async fn cut(name: &str, after: u32);
    pub async fn copied(name: &str) -> JsValue;
    pub async fn copies(name: &str) -> JsValue;
    #[wasm_bindgen(js_name = damageCopy)]
    pub async fn damage_copy(name: &str, segment: u32);
    #[wasm_bindgen(js_name = watchCopies)]
    pub fn watch_copies();
    #[wasm_bindgen(js_name = copiedSegments)]
    pub fn copied_segments() -> String;
    pub async fn count(name: &str) -> JsValue;
    pub async fn upgrade(name: &str);
    pub async fn remove(name: &str);
}
