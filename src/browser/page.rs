//! The page around the app; what each does is said in page.js.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/page.js")]
extern "C" {
    pub fn meta(name: &str) -> Option<String>;
    pub fn absolute(relative: &str) -> String;
    pub fn here() -> String;
    #[wasm_bindgen(js_name = setAddress)]
    pub fn set_address(url: &str, same: bool);
    pub fn listen(root: &str, follow: JsValue, back: JsValue);
    pub fn shown(lang: &str, name: &str, first: bool);
    pub fn helped();
    pub fn told();
    pub fn saved(state: &str);
    pub fn focus(selector: &str);
    pub fn busy() -> bool;
    pub fn picks() -> String;
    pub fn restore();
    pub fn failed();
    #[wasm_bindgen(catch)]
    pub async fn bytes(url: &str) -> Result<JsValue, JsValue>;
    pub async fn pause(millis: i32);
    pub fn ticks() -> f64;
    pub fn day() -> f64;
    pub fn chance() -> String;
    #[wasm_bindgen(js_name = saveFile)]
    pub fn save_file(name: &str, bytes: Uint8Array);
    pub fn persist();
    pub fn setting(name: &str, value: Option<&str>) -> String;
}
