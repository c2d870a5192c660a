//! The edge: the only place that touches storage, network, clock, speech and the address bar.
//!
//! Everything is called from effects and event handlers, never while rendering, so that the app also renders natively.

mod clock;
mod fetch;
mod ledger;
mod store;
mod visit;
mod voice;
mod worker;

pub use clock::{day, millis_shown, seed, stop_shown};
pub use ledger::record;
pub use store::IdbLog;
pub use visit::{Entry, go, listen, page_shown, set_pinyin, start};
pub use voice::say;
pub use worker::keep;

use wasm_bindgen::JsValue;
use web_sys::{Document, Window};

fn window() -> Window {
    web_sys::window().expect("called from effects and handlers alone, which only run in a page")
}

fn document() -> Document {
    window().document().expect("a window of a page has its document")
}

/// A property of a JavaScript object, `undefined` if there is none.
fn get(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
