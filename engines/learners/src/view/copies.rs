//! Storage and copies.

use super::path;
use crate::node::{Element, button, el, of};
use crate::state::{Ask, State};
use crate::words::Message;
use course::digits::decimal;

pub fn copies(state: &State) -> Vec<Element> {
    let locale = state.place.locale;
    let section = |title| el("section").with(el("h2").text(locale.say(title)));
    let mut page = vec![
        el("h1").text(locale.say(Message::Copies)),
        super::card::who(state, &state.place.key),
        here(state, section(Message::Here)),
        outside(state, section(Message::Outside)),
        take_in(state, section(Message::TakeIn)),
    ];
    page.push(two_devices(state, section(Message::TwoDevices)));
    page.push(
        of("p", "foot")
            .with(el("a").is("href", &path(state, "erase")).text(locale.say(Message::Erase))),
    );
    page
}

fn here(state: &State, section: Element) -> Element {
    let locale = state.place.locale;
    let sum = state.mine.as_ref().map(|it| it.summary()).unwrap_or_default();
    let count = [sum.answers.into(), sum.lessons.into(), sum.bytes.div_ceil(1000)].map(decimal);
    let count = count.each_ref().map(String::as_str);
    let lasting = if state.place.lasting { Message::Lasting } else { Message::NotLasting };
    section
        .with(el("p").text(&locale.fill(Message::HereCount, &count)))
        .with(el("p").text(locale.say(lasting)))
}

fn outside(state: &State, section: Element) -> Element {
    let locale = state.place.locale;
    let (days, answers) = state.copied();
    let since = locale.fill(Message::OutsideSince, &[&decimal(answers.into())]);
    let age = match days {
        None => locale.say(Message::OutsideNever).to_owned(),
        Some(0) => [locale.say(Message::OutsideToday), " ", &since].concat(),
        Some(days) => {
            [&*locale.fill(Message::OutsideDays, &[&decimal(days)]), " ", &since].concat()
        }
    };
    let mut buttons =
        of("p", "ways").with(button("action", locale.say(Message::SaveCopy), Ask::SaveCopy));
    if state.place.shares {
        buttons = buttons.with(button("quiet", locale.say(Message::ShareCopy), Ask::ShareCopy));
    }
    section
        .with(el("p").text(&age))
        .with(el("p").text(locale.say(Message::OutsideDo)))
        .with(buttons.with(button("quiet", locale.say(Message::SaveText), Ask::SaveText)))
}

fn take_in(state: &State, section: Element) -> Element {
    let say = |message| state.place.locale.say(message);
    // Of any name and type: what chat programs make of a file's name is theirs.
    let input = el("input").is("type", "file").does(Ask::File(Vec::new()));
    section
        .with(el("p").text(say(Message::TakeInDo)))
        .with(of("label", "listen choose").text(say(Message::ChooseFile)).with(input))
}

fn two_devices(state: &State, section: Element) -> Element {
    let say = |message| state.place.locale.say(message);
    let label = el("label").with(el("span").text(say(Message::OtherCode))).with(
        el("input")
            .is("type", "text")
            .is("name", "code")
            .is("autocomplete", "off")
            .is("autocapitalize", "characters"),
    );
    section
        .with(el("p").text(say(Message::TwoDevicesDo)))
        .with(
            of("p", "code")
                .with(el("span").text(say(Message::MyCode)))
                .with(el("b").text(&state.code().unwrap_or_default())),
        )
        .with(of("p", "code").with(label))
        .with(button("quiet", say(Message::MakeFile), Ask::MakeFile(String::new())))
}
