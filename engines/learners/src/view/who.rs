//! Whose turn it is; choosing a picture.

use super::{back, face, picture};
use crate::node::{Element, button, el, list, of};
use crate::person::{Person, hours_left};
use crate::state::{Ask, Choosing, State};
use crate::words::{COLOURS, FACES, Message};
use course::digits::decimal;

pub fn everyone(state: &State) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    let everyone = state.everyone();
    let mut next = everyone.iter().map(|it| el("li").with(tile(state, it)));
    let tiles = list(&mut || next.next());
    let mut page = vec![
        el("h1").text(say(Message::Who)),
        of("p", "facts").text(say(Message::WhoDo)),
        of("ul", "faces").with_all(tiles),
    ];
    if state.me().is_guest() && state.place.used {
        page.push(el("p").text(say(Message::GuestMeans)));
    }
    if state.me().is_guest() && (state.place.used || state.people.is_empty()) {
        page.push(button("action", say(Message::TakePicture), Ask::ChangePicture));
    }
    page.push(button("quiet", say(Message::SomeoneNew), Ask::SomeoneNew));
    page
}

fn tile(state: &State, person: &Person) -> Element {
    let now = person.key == state.place.key;
    let name = of("span", "name").text(&state.name(person));
    let mut tile = of("button", "tile")
        .is("type", "button")
        .flag("aria-current", "true", now)
        .does(Ask::Pick(person.key.clone()))
        .with(face(state, person))
        .with(name);
    for (is, message) in [(now, Message::Now), (person.has_code(), Message::Locked)] {
        if is {
            tile = tile.text(" ").with(of("span", "facts").text(state.place.locale.say(message)));
        }
    }
    if person.erasing != 0 {
        let hours = decimal(hours_left(person.erasing, state.place.now));
        let words = state.place.locale.fill(Message::EraseWait, &[&hours]);
        tile = tile.text(" ").with(of("span", "facts").text(&words));
    }
    tile
}

pub fn faces(state: &State) -> Vec<Element> {
    let locale = state.place.locale;
    let tile = |face: u8| {
        let tile = of("button", "tile").is("type", "button").does(Ask::Face(face));
        el("li").with(
            tile.with(picture(&state.place.root, face, state.me().colour % 6))
                .with(of("span", "name").text(locale.face(face))),
        )
    };
    let mut next = (0..FACES.len() as u8).map(tile);
    vec![
        el("h1").text(locale.say(Message::ChoosePicture)),
        of("ul", "faces").with_all(list(&mut || next.next())),
        back(locale),
    ]
}

pub fn colours(state: &State, choosing: Choosing, face: u8) -> Vec<Element> {
    let locale = state.place.locale;
    let tile = |colour: u8| {
        let name = locale.say(COLOURS[usize::from(colour)]);
        let tile = of("button", "tile").is("type", "button").flag(
            "disabled",
            "",
            state.is_taken(choosing, face, colour),
        );
        el("li").with(
            tile.does(Ask::Colour(colour))
                .with(picture(&state.place.root, face, colour))
                .with(of("span", "name").text(name)),
        )
    };
    let mut next = (0..COLOURS.len() as u8).map(tile);
    vec![
        el("h1").text(locale.say(Message::ChooseColour)),
        of("ul", "faces").with_all(list(&mut || next.next())),
        back(locale),
    ]
}
