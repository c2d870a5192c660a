//! Speech by the device's own voices. A voice that needs the network is none.

use super::window;
use crate::state::{Action, Session};
use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use yew::UseReducerDispatcher;

/// Tells the session which languages the device speaks, now and when it learns of more.
pub fn listen(session: UseReducerDispatcher<Session>) {
    let Some(speech) = synthesis() else { return };
    let tell = {
        let speech = speech.clone();
        move || session.dispatch(Action::Voices(languages(&speech)))
    };
    tell();
    let changed = Closure::<dyn Fn()>::new(tell).into_js_value();
    speech.set_onvoiceschanged(Some(changed.unchecked_ref()));
}

/// Speaks `words`, instead of what is being spoken.
pub fn say(words: &str, lang: &str) {
    let Some(speech) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(words) else { return };
    let voice = voices(&speech).find(|voice| voice.lang().starts_with(&lang[..2]));
    utterance.set_voice(voice.as_ref());
    utterance.set_lang(lang);
    utterance.set_rate(0.85);
    speech.cancel();
    speech.speak(&utterance);
}

fn synthesis() -> Option<SpeechSynthesis> {
    // A browser built without speech has no such property; web-sys would hand out `undefined` as if it were one.
    window().speech_synthesis().ok().filter(|it| !it.is_undefined())
}

fn voices(speech: &SpeechSynthesis) -> impl Iterator<Item = SpeechSynthesisVoice> {
    let voices = speech.get_voices().into_iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    voices.filter(SpeechSynthesisVoice::local_service)
}

/// The first letters of the languages that are spoken, each once.
fn languages(speech: &SpeechSynthesis) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    for language in voices(speech).map(|it| it.lang().chars().take(2).collect()) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}
