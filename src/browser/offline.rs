//! Keeping courses for offline use, with the service worker.

use super::engine::engine_files;
use super::visit::Teller;
use crate::locale::Locale;
use crate::state::{Action, Course, Keeping};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen(module = "/src/browser/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep)]
    async fn keep_files(names: &str, told: JsValue) -> JsValue;
}

/// Keeps a course's packs.
pub fn keep(course: &Course, locale: Locale, session: Teller) {
    let mut names: Vec<String> =
        course.lessons().iter().map(|it| ["packs/", &it.pack, ".pack"].concat()).collect();
    let engines = course.lessons().iter().fold(0, |all, it| all | it.engines);
    let (id, all) = (course.id.clone(), names.len() as u32);
    session.emit(Action::Keeping(id.clone(), Keeping::Working(0, all)));
    spawn_local(async move {
        let told = Closure::<dyn Fn(u32)>::new({
            let (id, session) = (id.clone(), session.clone());
            move |done| session.emit(Action::Keeping(id.clone(), Keeping::Working(done, all)))
        });
        let files = engine_files(engines, locale).await;
        let lacking = files.is_none();
        names.extend(files.filter(|it| !it.is_empty()));
        let kept = keep_files(&names.join(" "), told.into_js_value()).await;
        let outcome = if kept.is_truthy() && !lacking { Keeping::Kept } else { Keeping::Failed };
        session.emit(Action::Keeping(id, outcome));
    });
}
