//! Speech by the device's own voices.

use super::visit::Teller;
use crate::state::Action;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/voice.js")]
extern "C" {
    #[wasm_bindgen(js_name = listen)]
    fn listen_to(tell: JsValue);
    /// Speaks words, instead of what is being spoken.
    pub fn say(words: &str, lang: &str);
}

/// Tells the session which languages the device speaks, now and when it learns of more.
pub fn listen(session: Teller) {
    let tell = Closure::<dyn Fn(String)>::new(move |languages: String| {
        session.emit(Action::Voices(languages.split(' ').map(str::to_owned).collect()));
    });
    listen_to(tell.into_js_value());
}
