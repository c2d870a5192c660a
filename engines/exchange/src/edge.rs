//! The edge: lists of bytes in and out. boot.js says what each call is for.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub fn statements(records: &Array, url: &str, locale: &str, from: usize) -> Array {
    let all = exchange::statement::statements(&bytes(records), from, url, locale);
    all.iter().map(|it| JsValue::from_str(it)).collect()
}

#[wasm_bindgen]
pub fn file(records: &Array, lesson: Option<String>) -> Uint8Array {
    Uint8Array::from(&*exchange::work::file(bytes(records), lesson.as_deref()))
}

#[wasm_bindgen]
pub fn records(file: &[u8]) -> Result<Array, JsValue> {
    let records = exchange::work::records(file).map_err(|_| JsValue::from_str("unreadable"))?;
    Ok(records.iter().map(|it| JsValue::from(Uint8Array::from(&**it))).collect())
}

#[wasm_bindgen]
pub fn lacking(file: &[u8]) -> u32 {
    exchange::work::lacking(file)
}

fn bytes(records: &Array) -> Vec<Vec<u8>> {
    records.iter().map(|it| Uint8Array::new(&it).to_vec()).collect()
}
