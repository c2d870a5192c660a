//! Today: go on where you stopped, or start; then the courses.

use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, each, el, frame, list, of};
use course::catalogue::{Course, Entry};
use course::digits::decimal;
use yew::Html;

pub fn view(cx: Cx<'_>) -> Html {
    let courses = &cx.session.scene.catalogue.courses;
    let main = vec![
        of("h1", "motto").say(cx.say(Message::Motto)).html(),
        next(courses, cx).unwrap_or_default(),
        el("h2").say(cx.say(Message::Courses)).html(),
        of("ul", "cards").put(each(courses.iter().map(|it| course(it, cx)))).html(),
        about(cx),
    ];
    frame("today", None, cx, list(main))
}

/// The link to what this is.
pub fn about(cx: Cx<'_>) -> Html {
    of("p", "foot")
        .with(el("a").attr("href", cx.href(Route::About)).say(cx.say(Message::About)))
        .html()
}

/// The lesson to go on with: the open one, else the first that is not finished of the course learned last.
fn next(courses: &[Course], cx: Cx<'_>) -> Option<Html> {
    let progress = cx.session.progress();
    let open = |entry: &Entry| !progress.lesson(&entry.id).is_some_and(|it| it.ended);
    let first_open = |course: &Course| course.lessons().into_iter().position(open);
    let last = courses.iter().find(|it| it.lesson(&progress.last).is_some());
    let going_on = last.and_then(|it| it.lesson(&progress.last)).filter(|it| open(it));
    let course = last
        .filter(|it| first_open(it).is_some())
        .or_else(|| courses.iter().find(|it| first_open(it).is_some()))?;
    let lessons = course.lessons();
    let entry = match going_on {
        Some(entry) => entry,
        None => lessons.get(first_open(course)?)?,
    };
    let heading = if last.is_some() { Message::GoOnWith } else { Message::StartWith };
    let action = if going_on.is_some() { Message::GoOn } else { Message::Start };
    let facts =
        [&course.title, " · ", &cx.fill(Message::Minutes, &[&decimal(entry.minutes as u64)])]
            .concat();
    let route = Route::Lesson { course: course.id.clone(), lesson: entry.id.clone() };
    let card = of("section", "next")
        .attr("data-subject", course.id.clone())
        .with(el("h2").say(cx.say(heading)))
        .with(of("p", "name").text(entry.title.clone()))
        .with(of("p", "facts").text(facts))
        .with(of("a", "action").attr("href", cx.href(route)).say(cx.say(action)));
    Some(card.html())
}

fn course(course: &Course, cx: Cx<'_>) -> Html {
    let lessons = course.lessons();
    let all = lessons.len();
    let finished =
        |it: &&&Entry| cx.session.progress().lesson(&it.id).is_some_and(|it| it.finished > 0);
    let done = lessons.iter().filter(finished).count();
    let link =
        of("a", "card")
            .attr("data-subject", course.id.clone())
            .attr("href", cx.href(Route::Course(course.id.clone())))
            .with(of("span", "name").text(course.title.clone()))
            .with(of("span", "facts").text(
                cx.fill(Message::LessonsDone, &[&decimal(done as u64), &decimal(all as u64)]),
            ));
    el("li").with(link).html()
}
