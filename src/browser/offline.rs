//! Keeping courses for offline use, with the service worker.

use super::visit::Teller;
use crate::locale::Locale;
use crate::state::{Action, Course, Keeping};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen(module = "/src/browser/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep)]
    async fn keep_files(names: &str, engines: u8, locale: &str, told: JsValue) -> JsValue;
}

/// Keeps a course's packs.
pub fn keep(course: &Course, locale: Locale, session: Teller) {
    let names: Vec<String> =
        course.lessons().iter().map(|it| ["packs/", &it.pack, ".pack"].concat()).collect();
    let engines = course.engines;
    let (id, all) = (course.id.clone(), names.len() as u32);
    session.emit(Action::Keeping(id.clone(), Keeping::Working(0, all)));
    spawn_local(async move {
        let told = Closure::<dyn Fn(u32)>::new({
            let (id, session) = (id.clone(), session.clone());
            move |done| session.emit(Action::Keeping(id.clone(), Keeping::Working(done, all)))
        });
        let kept = keep_files(&names.join(" "), engines, locale.tag(), told.into_js_value()).await;
        let outcome = if kept.is_truthy() { Keeping::Kept } else { Keeping::Failed };
        session.emit(Action::Keeping(id, outcome));
    });
}
