//! Me: language, skills, and what is saved.

use super::today::about;
use crate::locale::{Locale, Message};
use crate::route::{Address, Route};
use crate::ui::{Cx, El, each, el, frame, list, notice, of};
use course::catalogue::{Course, Entry};
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
        .with(way("me/copies", Message::Copies, cx));
    let main = vec![
        el("h1").say(cx.say(Message::Me)).html(),
        section(Message::Language).with(languages).html(),
        saved.html(),
        section(Message::Skills).with(skills(cx)).html(),
        el("p")
            .with(way("works", Message::Works, cx))
            .with(way("me/card", Message::Card, cx))
            .html(),
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

/// The way to a page that an engine fills.
pub fn way(page: &str, words: Message, cx: Cx<'_>) -> El {
    let href = cx.href(Route::Engine(page.to_owned()));
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

/// For each course the path of the lessons of which something was met, each with how its skills stand.
fn skills(cx: Cx<'_>) -> El {
    let mut paths = Vec::new();
    for course in &cx.session.scene.catalogue.courses {
        let mut met = Vec::new();
        for entry in course.lessons() {
            met.extend(skill(course, entry, cx));
        }
        if !met.is_empty() {
            paths.push(el("h3").text(course.title.clone()).html());
            paths.push(of("ol", "path").put(list(met)).html());
        }
    }
    if paths.is_empty() {
        of("p", "facts").say(cx.say(Message::NothingYet))
    } else {
        el("div").put(list(paths))
    }
}

fn skill(course: &Course, entry: &Entry, cx: Cx<'_>) -> Option<Html> {
    let (mut met, mut learned, mut mastered, mut due) = (false, true, true, false);
    for id in &entry.skills {
        let skill = cx.session.progress().skill(id);
        met |= skill.is_some();
        learned &= skill.is_some_and(|it| it.learned);
        mastered &= skill.is_some_and(|it| it.mastered);
        due |= skill.is_some_and(|it| cx.session.is_due(it));
    }
    let (state, words) = match (mastered, learned) {
        (true, _) => ("mastered", Message::Mastered),
        (false, true) => ("done", Message::Learned),
        (false, false) => ("open", Message::Practising),
    };
    let (state, route) = if due {
        ("due", Route::Review)
    } else {
        (state, Route::Lesson { course: course.id.clone(), lesson: entry.id.clone() })
    };
    let due = due.then(|| el("b").text([" · ", cx.say(Message::Due)].concat()).html());
    let link = of("a", "card")
        .attr("href", cx.href(route))
        .with(el("span").text(cx.fill(words, &[&entry.title])))
        .put_some(due);
    met.then(|| el("li").is("data-state", state).with(link).html())
}
