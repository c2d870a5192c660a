//! The lesson's end: what you can now do, and what comes next.

use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Player};
use crate::ui::{Cx, text};
use yew::prelude::*;

pub fn view(player: &Player, right: usize, all: usize, cx: Cx<'_>) -> Html {
    let course = player.lesson.course.clone();
    let onward = match cx.session.next_lesson() {
        Some(next) => {
            let href = cx.href(Route::Lesson { course: course.clone(), lesson: next.id.clone() });
            html! { <a class="action" {href}>{ cx.say(Message::NextLesson) }{ ": " }{ &next.title }</a> }
        }
        None => html! { <a class="action" href={cx.href(Route::Today)}>{ cx.say(Message::ToToday) }</a> },
    };
    html! {
        <>
            <section class="stage end">
                <p class="lantern" aria-hidden="true">{ "🏮" }</p>
                <h2>{ cx.say(Message::LessonEnd) }</h2>
                <p class="facts">{ cx.say(Message::YouCanNow) }</p>
                <p class="can">{ text(&player.lesson.can, cx) }</p>
                { (all > 0).then(|| html! { <p>{ cx.fill(Message::ExitScore, &[&right.to_string(), &all.to_string()]) }</p> }) }
                <p class="facts">{ cx.say(cx.session.saved.message()) }</p>
            </section>
            <footer class="actions">
                <div class="aside">
                    <button type="button" class="quiet" onclick={cx.send(Command::Restart)}>{ cx.say(Message::Again) }</button>
                    <a class="quiet" href={cx.href(Route::Course(course))}>{ cx.say(Message::BackToCourse) }</a>
                </div>
                { onward }
            </footer>
        </>
    }
}
