//! Engines: programs of their own for pages that few visits need.

use super::visit::Teller;
use crate::locale::{Locale, Message};
use crate::state::Action;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen(module = "/src/browser/engine.js")]
extern "C" {
    #[wasm_bindgen(js_name = learners)]
    async fn open(page: &str, locale: &str, root: &str) -> JsValue;
}

/// Has the engine `learners` fill its page.
pub fn learners(page: &str, locale: Locale, root: &str, session: Teller) {
    let (page, root) = (page.to_owned(), root.to_owned());
    spawn_local(async move {
        if !open(&page, locale.tag(), &root).await.is_truthy() {
            session.emit(Action::Notice(Message::PackMissingDo));
        }
    });
}
