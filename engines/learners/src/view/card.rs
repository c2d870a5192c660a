//! A learner's picture and code.

use super::{back, face, picture};
use crate::node::{Element, button, el, list, of};
use crate::person::{CODE, hours_left};
use crate::state::{Ask, State};
use crate::words::{FACES, Message};
use course::digits::decimal;

pub fn card(state: &State) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    let me = state.me();
    let mut page = vec![el("h1").text(say(Message::Card)), who(state, &me.key)];
    if me.is_guest() {
        page.push(el("p").text(say(Message::GuestMeans)));
        page.push(button("action", say(Message::TakePicture), Ask::ChangePicture));
        return page;
    }
    page.push(button("quiet", say(Message::ChangePicture), Ask::ChangePicture));
    page.push(el("p").text(say(Message::CodeNewDo)));
    page.push(button("quiet", say(Message::CodeNew), Ask::MakeCode));
    if me.has_code() {
        page.push(button("quiet", say(Message::DropCode), Ask::DropCode));
    }
    page
}

/// Someone's picture with what they are called.
pub fn who(state: &State, key: &str) -> Element {
    let person = state.person(key).cloned().unwrap_or_else(|| state.me());
    of("p", "who").with(face(state, &person)).with(el("span").text(&state.name(&person)))
}

pub fn code(state: &State, key: &str, typed: &[u8]) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    let ways = of("p", "ways").with(back(state.place.locale)).with(button(
        "quiet",
        say(Message::Forgot),
        Ask::Forgot,
    ));
    let mut page = vec![
        el("h1").text(say(Message::Code)),
        who(state, key),
        of("p", "facts").text(say(Message::CodeDo)),
        dots(state, typed),
        pad(state),
        ways,
    ];
    let asked = state.person(key).map_or(0, |it| it.opening);
    if asked != 0 {
        let hours = decimal(hours_left(asked, state.place.now));
        let words = state.place.locale.fill(Message::ForgotWait, &[&hours]);
        page.push(of("p", "facts").text(&words));
    }
    page
}

pub fn new_code(state: &State, typed: &[u8], again: bool) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    let heading = if again { Message::CodeAgain } else { Message::CodeNew };
    vec![
        el("h1").text(say(heading)),
        el("p").text(say(Message::CodeNewDo)),
        dots(state, typed),
        pad(state),
        back(state.place.locale),
    ]
}

/// How many pictures were tapped.
fn dots(state: &State, typed: &[u8]) -> Element {
    let count = decimal(typed.len() as u64);
    let words = state.place.locale.fill(Message::CodeSoFar, &[&count]);
    let signs = ["●".repeat(typed.len()), "○".repeat(CODE - typed.len().min(CODE))].concat();
    of("p", "dots")
        .is("role", "status")
        .with(el("span").is("aria-hidden", "true").text(&signs))
        .with(of("span", "facts").text(&words))
}

fn pad(state: &State) -> Element {
    let locale = state.place.locale;
    let key = |digit: u8| {
        let key = of("button", "tile").is("type", "button").is("aria-label", locale.face(digit));
        el("li").with(key.does(Ask::Digit(digit)).with(picture(&state.place.root, digit, 5)))
    };
    let mut next = (0..FACES.len() as u8).map(key);
    of("ul", "faces pad").with_all(list(&mut || next.next()))
}

pub fn forgot(state: &State, key: &str) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    let asked = state.person(key).map_or(0, |it| it.opening);
    let what = if asked == 0 {
        button("action", say(Message::ForgotAsk), Ask::ForgotAsk)
    } else {
        let hours = decimal(hours_left(asked, state.place.now));
        el("p").is("role", "status").text(&state.place.locale.fill(Message::ForgotWait, &[&hours]))
    };
    vec![
        el("h1").text(say(Message::Forgot)),
        who(state, key),
        el("p").text(say(Message::ForgotMeans)),
        what,
        back(state.place.locale),
    ]
}

/// The right code took back what someone had asked for.
pub fn asked(state: &State, key: &str) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    vec![
        el("h1").text(say(Message::Who)),
        who(state, key),
        of("p", "notice").text(say(Message::SomeoneAsked)),
        button("action", say(Message::GoOn), Ask::Pick(key.to_owned())),
    ]
}
