//! What is in a file, and what arrived.

use super::{back, picture};
use crate::node::{Element, button, el, of};
use crate::state::{Ask, Found, State, Target};
use crate::words::Message;
use course::digits::decimal;
use learning::receipt::Receipt;

pub fn found(state: &State, found: &Found) -> Vec<Element> {
    let locale = state.place.locale;
    let count = [found.summary.answers, found.summary.lessons].map(|it| decimal(it.into()));
    let count = count.each_ref().map(String::as_str);
    let mut page = vec![el("h1").text(locale.say(Message::InFile))];
    if let Some((face, colour)) = found.face {
        page.push(of("p", "who").with(picture(&state.place.root, face, colour)));
    }
    page.push(el("p").text(&locale.fill(Message::FileCount, &count)));
    page.push(counts(state, &found.brings.receipt, false));
    let mine = found.owner.as_deref() == Some(&state.place.key);
    let (whose, buttons) = match &found.owner {
        Some(_) if mine => (
            locale.say(Message::FileYours).to_owned(),
            vec![button("action", locale.say(Message::TakeItIn), Ask::TakeIn(Target::Owner))],
        ),
        Some(key) => {
            let name = state.person(key).map(|it| state.name(it)).unwrap_or_default();
            let words = locale.fill(Message::FileOf, &[&name]);
            (
                words,
                vec![button("action", locale.say(Message::TakeItIn), Ask::TakeIn(Target::Owner))],
            )
        }
        None => {
            let mut ways = [(Message::AddLearner, Target::New), (Message::ItIsMine, Target::Me)];
            let nobodys = found.file.header.learner == 0;
            if nobodys {
                ways.swap(0, 1);
            }
            let [(first, to), (other, elsewhere)] = ways;
            let whose = if nobodys { Message::FileNobodys } else { Message::FileStranger };
            let buttons = vec![
                button("action", locale.say(first), Ask::TakeIn(to)),
                button("quiet", locale.say(other), Ask::TakeIn(elsewhere)),
            ];
            (locale.say(whose).to_owned(), buttons)
        }
    };
    page.push(el("p").text(&whose));
    if brings_nothing(&found.brings.receipt) {
        page.push(button("action", locale.say(Message::Back), Ask::Back));
        return page;
    }
    if found.owner.is_none() {
        page.push(el("p").text(locale.say(Message::MineMeans)));
    }
    let leave = button("quiet", locale.say(Message::Leave), Ask::Back);
    page.push(of("p", "ways").with_all(buttons).with(leave));
    page
}

fn brings_nothing(receipt: &Receipt) -> bool {
    receipt.new + receipt.aside + receipt.unreadable == 0
}

pub fn arrived(state: &State, receipt: &Receipt, key: &str) -> Vec<Element> {
    let locale = state.place.locale;
    let new = decimal((receipt.new + receipt.aside + receipt.unreadable).into());
    let mut page = vec![
        el("h1").text(locale.say(Message::Arrived)),
        super::card::who(state, key),
        el("p").text(&locale.fill(Message::ArrivedNew, &[&new])),
        counts(state, receipt, true),
    ];
    if key == state.place.key
        && let Some(code) = state.code()
    {
        page.push(
            of("p", "code")
                .with(el("span").text(locale.say(Message::MyCode)))
                .with(el("b").text(&code)),
        );
    }
    page.push(
        of("p", "ways")
            .with(button("action", locale.say(Message::GoOn), Ask::GoOn))
            .with(back(locale)),
    );
    page
}

/// What a file brings, a line each; what there is none of is not told.
fn counts(state: &State, receipt: &Receipt, after: bool) -> Element {
    let locale = state.place.locale;
    let lines = [
        (Message::FileNew, if after { 0 } else { receipt.new }),
        (Message::FileKnown, receipt.known),
        (Message::FileAside, receipt.aside),
        (Message::FileUnreadable, receipt.unreadable),
        (Message::FileLost, receipt.lost),
    ];
    let mut list = of("ul", "counts");
    for (message, count) in lines {
        if count > 0 {
            let words = locale.fill(message, &[&decimal(count.into())]);
            list = list.with(el("li").text(&words));
        }
    }
    if brings_nothing(receipt) && !after {
        list = list.with(el("li").text(locale.say(Message::FileNothing)));
    }
    if receipt.gap {
        list = list.with(el("li").text(locale.say(Message::FileGap)));
    }
    list
}
