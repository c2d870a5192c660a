//! The lesson's end: what you can now do, and what comes next.

use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Player};
use crate::ui::{Cx, el, list, of, text};
use course::digits::decimal;
use yew::Html;

pub fn view(player: &Player, right: usize, all: usize, cx: Cx<'_>) -> Html {
    let course = player.lesson.course.clone();
    let onward = match cx.session.next_lesson() {
        Some(next) => {
            let href = cx.href(Route::Lesson { course: course.clone(), lesson: next.id.clone() });
            of("a", "action").attr("href", href).text(cx.fill(Message::NextLesson, &[&next.title]))
        }
        None => of("a", "action").attr("href", cx.href(Route::Today)).say(cx.say(Message::ToToday)),
    };
    let score = cx.fill(Message::ExitScore, &[&decimal(right as u64), &decimal(all as u64)]);
    let again = of("button", "quiet")
        .is("type", "button")
        .does(Command::Restart, cx)
        .say(cx.say(Message::Again));
    let back = of("a", "quiet")
        .attr("href", cx.href(Route::Course(course)))
        .say(cx.say(Message::BackToCourse));
    let stage = of("section", "stage end")
        .with(of("p", "lantern").is("aria-hidden", "true").say("🏮"))
        .with(el("h2").say(cx.say(Message::LessonEnd)))
        .with(of("p", "facts").say(cx.say(if right < all {
            Message::YouPractised
        } else {
            Message::YouCanNow
        })))
        .with(of("p", "can").put(text(&player.lesson.can, cx)))
        .put_some((all > 0).then(|| el("p").text(score).html()))
        .with(of("p", "facts").say(cx.say(cx.session.saved.message())))
        .with(of("p", "facts").with(again).with(back));
    list(vec![stage.html(), of("footer", "actions").with(onward).html()])
}
