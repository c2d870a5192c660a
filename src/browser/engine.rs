//! Engines: programs of their own for what few visits need.

use super::visit::Teller;
use crate::locale::{Locale, Message};
use crate::state::{Action, Command, Draft, Edit, Exercise};
use course::digits::decimal;
use course::item::{Interaction, Staged};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

#[wasm_bindgen(module = "/src/browser/engine.js")]
extern "C" {
    #[wasm_bindgen(js_name = learners)]
    async fn open(page: &str, locale: &str, root: &str) -> JsValue;
    fn prepare(engines: u8, locale: &str);
    fn staged(locale: &str, locked: bool) -> bool;
    fn stage(
        engine: u8,
        locale: &str,
        again: &str,
        kind: u8,
        piece: Uint8Array,
        seed: &str,
        made: &str,
        moves: JsValue,
    );
}

/// Instead of an engine's number: the one of the page, by its name.
const PAGE: u8 = 4;

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
pub fn prepare_engines(engines: u8, locale: Locale) {
    if engines != 0 {
        prepare(engines, locale.tag());
    }
}

/// Sees to it that what is on the screen has its stage: an item that an engine brings is handed to it.
pub fn set_stage(
    exercise: Option<&Exercise>,
    locked: bool,
    locale: Locale,
    on: Callback<Rc<Command>>,
) {
    if staged(locale.tag(), locked) {
        return;
    }
    // Where there is no item it is a page whose engine sees for itself what there is.
    let mut told = (PAGE, 0, Uint8Array::new_with_length(0), String::new(), "");
    if let Some(Exercise { item, seed, draft: Draft::Typed(made), .. }) = exercise
        && let Interaction::Staged(Staged { kind, piece, .. }) = &item.interaction
    {
        let piece = Uint8Array::from(&piece.0[..]);
        told = (kind.engine() as u8, *kind as u8, piece, decimal(*seed), made);
    }
    let moves = move |told: String| {
        on.emit(Rc::new(Command::Edit(Edit::Type(told))));
        true
    };
    let moves = Closure::<dyn Fn(String) -> bool>::new(moves).into_js_value();
    let again = [locale.say(Message::StageMissing), "\n", locale.say(Message::LoadAgain)].concat();
    let (engine, kind, piece, seed, made) = told;
    stage(engine, locale.tag(), &again, kind, piece, &seed, made, moves);
}
