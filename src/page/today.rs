//! Today: go on where you stopped, or start; then the courses.

use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, frame, each};
use course::catalogue::{Course, Entry};
use yew::prelude::*;

pub fn view(cx: Cx<'_>) -> Html {
    let courses = &cx.session.scene.catalogue.courses;
    frame("today", None, cx, html! {
        <>
            <h1 class="motto">{ cx.say(Message::Motto) }</h1>
            { next(courses, cx) }
            <h2>{ cx.say(Message::Courses) }</h2>
            <ul class="cards">{ each(courses.iter().map(|it| course(it, cx))) }</ul>
            <p class="foot"><a href={cx.href(Route::About)}>{ cx.say(Message::About) }</a></p>
        </>
    })
}

/// The lesson to go on with: the open one, else the first that is not finished of the course learned last.
fn next(courses: &[Course], cx: Cx<'_>) -> Html {
    let progress = &cx.session.progress;
    let all = || courses.iter().flat_map(|course| lessons(course).map(move |entry| (course, entry)));
    let finished = |entry: &Entry| progress.lesson(&entry.id).is_some_and(|it| it.ended);
    let open = all().find(|(_, entry)| entry.id == progress.last && !finished(entry));
    let course_of_last = all().find(|(_, entry)| entry.id == progress.last).map(|(course, _)| course);
    let following = course_of_last.and_then(|course| lessons(course).find(|it| !finished(it)).map(|it| (course, it)));
    let first = all().find(|(_, entry)| !finished(entry));
    let Some((course, entry)) = open.or(following).or(first) else { return Html::default() };
    let (heading, action) = if open.is_some() {
        (Message::GoOnWith, Message::GoOn)
    } else if progress.last.is_empty() {
        (Message::StartWith, Message::Start)
    } else {
        (Message::GoOnWith, Message::Start)
    };
    html! {
        <section class="next" data-subject={course.id.clone()}>
            <h2>{ cx.say(heading) }</h2>
            <p class="name">{ &entry.title }</p>
            <p class="facts">{ &course.title }{ " · " }{ cx.fill(Message::Minutes, &[&entry.minutes.to_string()]) }</p>
            <a class="action" href={cx.href(Route::Lesson { course: course.id.clone(), lesson: entry.id.clone() })}>
                { cx.say(action) }
            </a>
        </section>
    }
}

fn course(course: &Course, cx: Cx<'_>) -> Html {
    let all = lessons(course).count();
    let done = lessons(course).filter(|it| cx.session.progress.lesson(&it.id).is_some_and(|it| it.finished > 0)).count();
    html! {
        <li><a class="card" data-subject={course.id.clone()} href={cx.href(Route::Course(course.id.clone()))}>
            <span class="name">{ &course.title }</span>
            <span class="facts">{ cx.fill(Message::LessonsDone, &[&done.to_string(), &all.to_string()]) }</span>
        </a></li>
    }
}

fn lessons(course: &Course) -> impl Iterator<Item = &Entry> {
    course.units.iter().flat_map(|unit| &unit.lessons)
}
