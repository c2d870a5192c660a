//! Erasing.

use super::card::who;
use super::path;
use crate::node::{Element, button, el, list, of};
use crate::person::{Person, hours_left};
use crate::state::{Ask, State, Summary};
use crate::words::Message;
use course::digits::decimal;

pub fn everyone(state: &State) -> Vec<Element> {
    let say = |message| state.place.locale.say(message);
    let everyone = state.everyone();
    let mut next = everyone.iter().map(|it| row(state, it));
    let rows = list(&mut || next.next());
    vec![
        el("h1").text(say(Message::Erase)),
        el("p").text(say(Message::EraseMeans)),
        of("ul", "rows").with_all(rows),
        button("quiet", say(Message::EraseAll), Ask::Erase(None)),
        of("p", "foot").with(el("a").is("href", &path(state, "copies")).text(say(Message::Copies))),
    ]
}

fn row(state: &State, person: &Person) -> Element {
    let locale = state.place.locale;
    let mut row = el("li").with(who(state, &person.key));
    if person.erasing != 0 {
        let hours = hours_left(person.erasing, state.place.now);
        let words = if hours > 0 {
            locale.fill(Message::EraseWait, &[&decimal(hours)])
        } else {
            locale.say(Message::EraseDue).to_owned()
        };
        row = row.with(el("p").text(&words)).with(button(
            "quiet",
            locale.say(Message::EraseBack),
            Ask::EraseBack(person.key.clone()),
        ));
    }
    let words = locale.fill(Message::EraseOne, &[&state.name(person)]);
    row.with(button("quiet", &words, Ask::Erase(Some(person.key.clone()))))
}

pub fn confirm(state: &State, key: Option<&str>, sum: &Summary, allowed: bool) -> Vec<Element> {
    let locale = state.place.locale;
    let say = |message| locale.say(message);
    let mut page =
        vec![el("h1").text(say(if key.is_some() { Message::Erase } else { Message::EraseAll }))];
    match key {
        Some(key) => {
            let count = [sum.answers, sum.lessons].map(|it| decimal(it.into()));
            let count = count.each_ref().map(String::as_str);
            page.push(who(state, key));
            page.push(el("p").text(&locale.fill(Message::EraseCount, &count)));
        }
        None => {
            let count = decimal(state.everyone().len() as u64);
            page.push(el("p").text(&locale.fill(Message::EraseEveryone, &[&count])));
        }
    }
    page.push(el("p").text(say(Message::EraseMeans)));
    let keep = button("action", say(Message::EraseNo), Ask::Back);
    let choices = if allowed {
        of("p", "ways").with(keep).with(button("quiet", say(Message::EraseYes), Ask::EraseYes))
    } else {
        page.push(el("p").text(say(Message::EraseAskMeans)));
        of("p", "ways").with(keep).with(button("quiet", say(Message::EraseAsk), Ask::EraseAsk))
    };
    page.push(choices);
    page
}
