//! Me: language, skills, and what is saved.

use super::today::about;
use crate::locale::{Locale, Message};
use crate::route::{Address, Route};
use crate::ui::{Cx, El, each, el, frame, list, notice, of};
use course::catalogue::Entry;
use course::digits::decimal;
use yew::Html;

pub fn view(cx: Cx<'_>) -> Html {
    let session = cx.session;
    let section = |title| el("section").with(el("h2").say(cx.say(title)));
    let languages = of("ul", "cards").put(each(Locale::ALL.into_iter().map(|it| language(it, cx))));
    let odd = (session.journal.odd > 0)
        .then(|| notice(cx.fill(Message::OddRecords, &[&decimal(session.journal.odd as u64)])));
    let saved = section(Message::SavedState)
        .with(el("p").say(cx.say(session.saved.message())))
        .with(of("p", "facts").text(copied(cx)))
        .put_some(odd)
        .with(way("copies", Message::Copies, cx));
    let main = vec![
        el("h1").say(cx.say(Message::Me)).html(),
        section(Message::Language).with(languages).html(),
        saved.html(),
        section(Message::Skills).with(skills(cx)).html(),
        el("p").with(way("card", Message::Card, cx)).html(),
        about(cx),
    ];
    frame("me", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, list(main))
}

/// How long ago a copy was made that this browser cannot lose.
fn copied(cx: Cx<'_>) -> String {
    match cx.session.turn.copied {
        Some((day, _)) => {
            let days = (cx.session.scene.day - day).max(0);
            cx.fill(Message::CopyDays, &[&decimal(days as u64)])
        }
        None => cx.say(Message::CopyNever).to_owned(),
    }
}

/// The way to a page of the engine `learners`.
pub fn way(page: &str, words: Message, cx: Cx<'_>) -> El {
    let href = cx.href(Route::Learners(page.to_owned()));
    of("a", "quiet").attr("href", href).say(cx.say(words))
}

fn language(locale: Locale, cx: Cx<'_>) -> Html {
    let address = Address { locale, ..cx.session.scene.address.clone() };
    let link = of("a", "card")
        .is("lang", locale.tag())
        .attr("href", [&cx.session.root, &*address.path()].concat());
    el("li")
        .with(
            link.may("aria-current", (locale == cx.locale()).then_some("true")).say(locale.name()),
        )
        .html()
}

/// Lessons that were begun, each with how its skills stand.
fn skills(cx: Cx<'_>) -> El {
    let mut met = Vec::new();
    for course in &cx.session.scene.catalogue.courses {
        for entry in course.lessons() {
            met.extend(skill(entry, cx));
        }
    }
    if met.is_empty() {
        of("p", "facts").say(cx.say(Message::NothingYet))
    } else {
        of("ul", "skills").put(list(met))
    }
}

fn skill(entry: &Entry, cx: Cx<'_>) -> Option<Html> {
    let met = entry.skills.iter().filter_map(|it| cx.session.progress().skill(it)).peekable();
    let mut met = met;
    met.peek()?;
    let (mut learned, mut mastered, mut due) = (true, true, false);
    for skill in met {
        learned &= skill.learned;
        mastered &= skill.mastered;
        due |= cx.session.is_due(skill);
    }
    let (state, words) = match (mastered, learned) {
        (true, _) => ("done", Message::Mastered),
        (false, true) => ("done", Message::Learned),
        (false, false) => ("open", Message::Practising),
    };
    let due = due.then(|| el("b").text([" · ", cx.say(Message::Due)].concat()).html());
    let words = cx.fill(words, &[&entry.title]);
    Some(el("li").is("data-state", state).with(el("span").text(words)).put_some(due).html())
}
