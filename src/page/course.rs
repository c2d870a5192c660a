//! The course map: the path of lessons, with what each costs and needs.

use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Keeping};
use crate::ui::{Cx, frame, kilobytes, notice, each};
use course::catalogue::{Course, Entry, Unit};
use yew::prelude::*;

pub fn view(course: &Course, cx: Cx<'_>) -> Html {
    frame("course", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, html! {
        <>
            <h1>{ &course.title }</h1>
            { each(course.units.iter().map(|it| unit(course, it, cx))) }
            { keep(course, cx) }
        </>
    })
}

fn unit(course: &Course, unit: &Unit, cx: Cx<'_>) -> Html {
    html! {
        <section>
            <h2>{ &unit.title }</h2>
            <ol class="path">{ each(unit.lessons.iter().map(|it| lesson(course, it, cx))) }</ol>
        </section>
    }
}

fn lesson(course: &Course, entry: &Entry, cx: Cx<'_>) -> Html {
    let progress = cx.session.progress.lesson(&entry.id);
    let state = match progress {
        Some(it) if it.finished > 0 => Some(("done", Message::Done)),
        Some(it) if !it.done.is_empty() => Some(("open", Message::Opened)),
        Some(_) | None => None,
    };
    html! {
        <li data-state={state.map(|(name, _)| name)}>
            <a class="card" href={cx.href(Route::Lesson { course: course.id.clone(), lesson: entry.id.clone() })}>
                <span class="name">{ &entry.title }</span>
                <span class="facts">
                    { cx.fill(Message::Minutes, &[&entry.minutes.to_string()]) }{ " · " }
                    { cx.fill(Message::Kilobytes, &[&kilobytes(entry.bytes)]) }
                    { state.map(|(_, words)| html! { <>{ " · " }<b>{ cx.say(words) }</b></> }) }
                </span>
                { needs(course, entry, cx) }
            </a>
        </li>
    }
}

/// Lessons of this course whose skills are needed and not yet learned.
fn needs(course: &Course, entry: &Entry, cx: Cx<'_>) -> Html {
    let progress = &cx.session.progress;
    let lacking = |it: &&Entry| {
        it.skills.iter().any(|skill| entry.needs.contains(skill) && !progress.skill(skill).is_some_and(|it| it.learned))
            && !progress.lesson(&it.id).is_some_and(|it| it.finished > 0)
    };
    let titles: Vec<&str> =
        course.units.iter().flat_map(|unit| &unit.lessons).filter(lacking).map(|it| it.title.as_str()).collect();
    if titles.is_empty() {
        return Html::default();
    }
    let separator = if cx.locale() == crate::locale::Locale::ZhHans { "、" } else { ", " };
    html! { <span class="needs">{ cx.fill(Message::NeedsFirst, &[&titles.join(separator)]) }</span> }
}

fn keep(course: &Course, cx: Cx<'_>) -> Html {
    let bytes = course.units.iter().flat_map(|unit| &unit.lessons).map(|it| it.bytes).sum();
    let state = cx.session.keeping.iter().find(|(id, _)| *id == course.id).map(|(_, state)| *state);
    match state {
        Some(Keeping::Kept) => html! { <p class="facts kept">{ cx.say(Message::KeptOffline) }</p> },
        Some(Keeping::Working(done, all)) => {
            html! { <p class="facts" role="status">{ cx.fill(Message::Keeping, &[&done.to_string(), &all.to_string()]) }</p> }
        }
        None | Some(Keeping::Failed) => html! {
            <>
                { state.map(|_| notice(cx.say(Message::KeepFailed))) }
                <button type="button" class="quiet" onclick={cx.send(Command::Keep(course.id.clone()))}>
                    { cx.fill(Message::KeepOffline, &[&kilobytes(bytes)]) }
                </button>
            </>
        },
    }
}
