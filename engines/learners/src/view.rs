//! What a page shows.

mod card;
mod copies;
mod erase;
mod file;
mod privacy;
mod who;

use crate::node::{Element, button, el, of};
use crate::person::Person;
use crate::state::{Ask, Screen, State, Step};
use crate::words::{FACES, Locale, Message};
use course::digits::decimal;

pub use privacy::privacy;

/// The page.
pub fn view(state: &State) -> Element {
    let place = &state.place;
    let say = |message| place.locale.say(message);
    let page = el("div");
    if place.screen == Screen::Privacy {
        return page.with(privacy(place.locale, &place.root));
    }
    if place.framed {
        let way =
            of("a", "action").is("href", &path(state, place.screen.name())).is("target", "_blank");
        return page
            .with(el("h1").text(say(title(place.screen))))
            .with(el("p").text(say(Message::Framed)))
            .with(way.is("rel", "noopener").text(say(Message::OpenAlone)));
    }
    if !place.keeps {
        return page
            .with(el("h1").text(say(title(place.screen))))
            .with(el("p").text(say(Message::NothingKept)));
    }
    page.with_all(match &state.step {
        Step::Busy => vec![el("h1").text(say(title(place.screen))).is("aria-busy", "true")],
        Step::Start => match place.screen {
            Screen::Who => who::everyone(state),
            Screen::Card => card::card(state),
            Screen::Copies => copies::copies(state),
            Screen::Erase => erase::everyone(state),
            Screen::Privacy => Vec::new(),
        },
        Step::Face(_) => who::faces(state),
        Step::Colour(choosing, face) => who::colours(state, *choosing, *face),
        Step::Code { key, typed, .. } => card::code(state, key, typed),
        Step::Forgot(key) => card::forgot(state, key),
        Step::NewCode { typed, first } => card::new_code(state, typed, first.is_some()),
        Step::Asked(key) => card::asked(state, key),
        Step::Found(found) => file::found(state, found),
        Step::Arrived(receipt, key) => file::arrived(state, receipt, key),
        Step::Erase { key, summary, allowed } => {
            erase::confirm(state, key.as_deref(), summary, *allowed)
        }
    })
}

/// What a page is called.
pub const fn title(screen: Screen) -> Message {
    match screen {
        Screen::Who => Message::Who,
        Screen::Card => Message::Card,
        Screen::Copies => Message::Copies,
        Screen::Erase => Message::Erase,
        Screen::Privacy => Message::Privacy,
    }
}

/// The path of a page of this engine.
fn path(state: &State, name: &str) -> String {
    let place = &state.place;
    [&*place.root, place.locale.tag(), "/me/", name, "/"].concat()
}

/// A learner's picture on its colour.
fn face(state: &State, person: &Person) -> Element {
    picture(&state.place.root, person.face, person.colour)
}

fn picture(root: &str, face: u8, colour: u8) -> Element {
    let disc = of("span", "face");
    if usize::from(face) < FACES.len() {
        let source = [root, "learners/", &*decimal(face.into()), ".svg"].concat();
        disc.is("data-colour", &decimal(colour.into()))
            .with(el("img").is("src", &source).is("alt", ""))
    } else {
        disc.is("aria-hidden", "true").text("☺")
    }
}

fn back(locale: Locale) -> Element {
    button("quiet", locale.say(Message::Back), Ask::Back)
}
