//! Today: go on where you stopped, review what is due, learn what comes next; then the courses.

use super::me::way;
use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, El, each, el, frame, list, of};

use course::catalogue::{Course, Entry};
use course::digits::decimal;
use learning::plan::Place;
use yew::Html;

pub fn view(cx: Cx<'_>) -> Html {
    let courses = &cx.session.scene.catalogue.courses;
    let main = vec![
        of("h1", "motto").say(cx.say(Message::Motto)).html(),
        plan(cx),
        copy(cx),
        el("h2").say(cx.say(Message::Courses)).html(),
        of("ul", "cards").put(each(courses.iter().map(|it| course(it, cx)))).html(),
        about(cx),
    ];
    frame("today", None, cx, list(main))
}

/// Asks for a copy that this browser cannot lose, when there is much to lose.
fn copy(cx: Cx<'_>) -> Html {
    let session = cx.session;
    if !session.turn.asks_for_copy(session.progress(), session.scene.day) {
        return Html::default();
    }
    let words = el("p").say(cx.say(Message::CopyAsk));
    of("section", "notice").with(words).with(way("me/copies", Message::Copies, cx)).html()
}

/// The link to what this is.
pub fn about(cx: Cx<'_>) -> Html {
    of("p", "foot")
        .with(el("a").attr("href", cx.href(Route::About)).say(cx.say(Message::About)))
        .html()
}

/// The day's plan: what was left in its middle, what is due, what comes next. The first of them is the large action.
fn plan(cx: Cx<'_>) -> Html {
    let today = cx.session.today();
    let mut steps = Vec::new();
    if let Some(place) = today.go_on {
        steps.push(step(Message::GoOnWith, Message::GoOn, place, true, cx));
    }
    if !today.reviews.is_empty() {
        let count = decimal(today.reviews.len() as u64);
        let card = of("section", "next")
            .with(el("h2").say(cx.say(Message::Review)))
            .with(of("p", "name").text(cx.fill(Message::ReviewToday, &[&count])))
            .with(onward(Route::Review, Message::Review, steps.is_empty(), cx));
        steps.push(card.html());
    }
    if let Some(place) = today.next {
        let first = cx.session.progress().last.is_empty();
        let heading = if first { Message::StartWith } else { Message::NextUp };
        steps.push(step(heading, Message::Start, place, steps.is_empty(), cx));
    }
    list(steps)
}

/// A lesson to go to; the first step has the large action.
pub fn step(heading: Message, words: Message, place: Place<'_>, first: bool, cx: Cx<'_>) -> Html {
    let (course, entry) = place;
    let minutes = cx.fill(Message::Minutes, &[&decimal(entry.minutes as u64)]);
    let route = Route::Lesson { course: course.id.clone(), lesson: entry.id.clone() };
    of("section", "next")
        .attr("data-subject", course.id.clone())
        .with(el("h2").say(cx.say(heading)))
        .with(of("p", "name").text(entry.title.clone()))
        .with(of("p", "facts").text([&course.title, " · ", &minutes].concat()))
        .with(onward(route, words, first, cx))
        .html()
}

fn onward(route: Route, words: Message, first: bool, cx: Cx<'_>) -> El {
    let class = if first { "action" } else { "quiet" };
    of("a", class).attr("href", cx.href(route)).say(cx.say(words))
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
