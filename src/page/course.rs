//! The course map: the path of lessons, with what each costs and needs.

use crate::locale::{Locale, Message};
use crate::route::Route;
use crate::state::{Command, Keeping};
use crate::ui::{Cx, each, el, frame, kilobytes, list, notice, of};
use course::catalogue::{Course, Entry, Unit};
use course::digits::decimal;
use learning::placement::placement;
use yew::Html;

pub fn view(course: &Course, cx: Cx<'_>) -> Html {
    let main = vec![
        el("h1").text(course.title.clone()).html(),
        begin(course, cx).unwrap_or_default(),
        each(course.units.iter().map(|it| unit(course, it, cx))),
        keep(course, cx),
    ];
    frame("course", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, list(main))
}

/// For who has done nothing here yet: the way to the lesson to begin with.
fn begin(course: &Course, cx: Cx<'_>) -> Option<Html> {
    let progress = cx.session.progress();
    if course.lessons().iter().any(|it| progress.lesson(&it.id).is_some()) {
        return None;
    }
    placement(progress, course).ask?;
    let link = of("a", "card")
        .attr("href", cx.href(Route::Placement(course.id.clone())))
        .with(of("span", "name").say(cx.say(Message::WhereToBegin)))
        .with(of("span", "facts").say(cx.say(Message::WhereToBeginDo)));
    Some(el("section").with(link).html())
}

fn unit(course: &Course, unit: &Unit, cx: Cx<'_>) -> Html {
    let path = of("ol", "path").put(each(unit.lessons.iter().map(|it| lesson(course, it, cx))));
    el("section").with(el("h2").text(unit.title.clone())).with(path).html()
}

fn lesson(course: &Course, entry: &Entry, cx: Cx<'_>) -> Html {
    let progress = cx.session.progress().lesson(&entry.id);
    let state = match progress {
        Some(it) if it.finished > 0 => Some(("done", Message::Done)),
        Some(it) if !it.done.is_empty() => Some(("open", Message::Opened)),
        Some(_) | None => None,
    };
    let minutes = cx.fill(Message::Minutes, &[&decimal(entry.minutes as u64)]);
    let cost = cx.fill(Message::Kilobytes, &[&kilobytes(entry.bytes)]);
    let once = (entry.once > 0).then(|| cx.fill(Message::KilobytesOnce, &[&kilobytes(entry.once)]));
    let facts =
        of("span", "facts").text([&*minutes, " · ", &cost, &once.unwrap_or_default()].concat());
    let facts = facts
        .put_some(state.map(|(_, words)| el("b").text([" · ", cx.say(words)].concat()).html()));
    let link = of("a", "card")
        .attr(
            "href",
            cx.href(Route::Lesson { course: course.id.clone(), lesson: entry.id.clone() }),
        )
        .with(of("span", "name").text(entry.title.clone()))
        .with(facts)
        .put_some(needs(course, entry, cx));
    el("li").may("data-state", state.map(|(name, _)| name)).with(link).html()
}

/// Lessons of this course whose skills are needed and not yet learned, nor known before it.
fn needs(course: &Course, entry: &Entry, cx: Cx<'_>) -> Option<Html> {
    let progress = cx.session.progress();
    let lacking = |it: &&Entry| {
        it.skills.iter().any(|skill| {
            entry.needs.contains(skill) && !progress.skill(skill).is_some_and(|it| it.learned)
        }) && progress.lesson(&it.id).is_none_or(|it| it.finished == 0)
    };
    let mut titles: Vec<&str> = Vec::new();
    let known = placement(progress, course).known;
    for it in course.lessons().into_iter().skip(known) {
        if lacking(&it) {
            titles.push(&it.title);
        }
    }
    let separator = if cx.locale() == Locale::ZhHans { "、" } else { ", " };
    let words = cx.fill(Message::NeedsFirst, &[&titles.join(separator)]);
    (!titles.is_empty()).then(|| of("span", "needs").text(words).html())
}

fn keep(course: &Course, cx: Cx<'_>) -> Html {
    let state = cx.session.keeping.iter().find(|(id, _)| *id == course.id).map(|(_, state)| *state);
    match state {
        Some(Keeping::Kept) => of("p", "facts").say(cx.say(Message::KeptOffline)).html(),
        Some(Keeping::Working(done, all)) => {
            let words = cx.fill(Message::Keeping, &[&decimal(done as u64), &decimal(all as u64)]);
            of("p", "facts").is("role", "status").text(words).html()
        }
        None | Some(Keeping::Failed) => {
            let button = of("button", "quiet").is("type", "button").does(Command::Keep, cx);
            let failed =
                state.map(|_| notice(cx.say(Message::KeepFailed).to_owned())).unwrap_or_default();
            list(vec![
                failed,
                button.text(cx.fill(Message::KeepOffline, &[&kilobytes(course.bytes)])).html(),
            ])
        }
    }
}
