//! Engines: programs of their own for what few visits need.

use super::visit::Teller;
use crate::locale::{Locale, Message};
use crate::state::{Action, Command, Draft, Edit, Exercise};
use course::codec::Bytes;
use course::digits::decimal;
use course::item::{Engine, Interaction, Mark, Score, Staged};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

#[wasm_bindgen(module = "/src/browser/engine.js")]
extern "C" {
    #[wasm_bindgen(js_name = learners)]
    async fn open(page: &str, locale: &str, root: &str) -> JsValue;
    #[wasm_bindgen(js_name = prepare)]
    fn prepare_engines(names: &str, locale: &str);
    #[wasm_bindgen(catch)]
    async fn files(names: &str, locale: &str) -> Result<JsValue, JsValue>;
    fn staged(locale: &str, locked: bool) -> bool;
    fn stage(
        engine: &str,
        locale: &str,
        root: &str,
        again: &str,
        kind: u8,
        piece: Uint8Array,
        seed: &str,
        made: Uint8Array,
        locked: bool,
        changed: JsValue,
    );
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

/// Has a lesson's engines ready before the first of their stages is met.
pub fn prepare(engines: u8, locale: Locale) {
    if engines != 0 {
        prepare_engines(&names(engines), locale.tag());
    }
}

/// The files of engines, with a blank between them.
pub async fn engine_files(engines: u8, locale: Locale) -> Option<String> {
    files(&names(engines), locale.tag()).await.ok()?.as_string()
}

fn names(engines: u8) -> String {
    let mut names = String::new();
    for (engine, name) in Engine::ALL {
        if engines >> engine as u8 & 1 == 1 {
            names.push_str(name);
            names.push(' ');
        }
    }
    names.truncate(names.len().saturating_sub(1));
    names
}

/// Sees to it that what is on the screen has its stage: an item that an engine brings is handed to it.
pub fn set_stage(
    exercise: Option<&Exercise>,
    locked: bool,
    locale: Locale,
    root: &str,
    on: Callback<Command>,
) {
    if staged(locale.tag(), locked) {
        return;
    }
    let Some(Exercise { item, seed, draft: Draft::Made(made, _), .. }) = exercise else { return };
    let Interaction::Staged(Staged { kind, piece, .. }) = &item.interaction else { return };
    let changed = move |made: Uint8Array, score: i32, fault: u8| {
        let score = u16::try_from(score).ok();
        let mark = score.map(|score| Mark { score: Some(Score::share(score.into(), 1000)), fault });
        on.emit(Command::Edit(Edit::Make(Bytes(made.to_vec()), mark)));
    };
    let changed = Closure::<dyn Fn(Uint8Array, i32, u8)>::new(changed).into_js_value();
    let again = [locale.say(Message::StageMissing), "\n", locale.say(Message::LoadAgain)].concat();
    stage(
        kind.engine().name(),
        locale.tag(),
        root,
        &again,
        *kind as u8,
        Uint8Array::from(&piece.0[..]),
        &decimal(*seed),
        Uint8Array::from(&made.0[..]),
        locked,
        changed,
    );
}
