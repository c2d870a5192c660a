//! What is shown where a page or a lesson is not there: what happened, what is safe, what to do.

use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Missing};
use crate::ui::{Cx, El, action, el, frame, list, of};
use yew::Html;

/// No page of ours.
pub fn page(cx: Cx<'_>) -> Html {
    let onward =
        of("a", "action").attr("href", cx.href(Route::Today)).say(cx.say(Message::ToToday));
    let back = (Route::Today, cx.say(Message::Today).to_owned());
    frame("today", Some(back), cx, told(Message::NoSuchPage, Message::NoSuchPageDo, onward, cx))
}

/// A lesson, or the list of courses, that cannot be had or read; the others go on.
pub fn file(why: Missing, cx: Cx<'_>) -> Html {
    let course = match &cx.session.scene.address.route {
        Route::Lesson { course, .. } | Route::Placement(course) => Some(course),
        Route::Today
        | Route::Course(_)
        | Route::Review
        | Route::Me
        | Route::Engine(_)
        | Route::About
        | Route::Unknown => None,
    };
    let (what, then) = match (why, course) {
        (Missing::Unknown, Some(_)) => return page(cx),
        (Missing::Unreachable, Some(_)) => (Message::PackMissing, Message::PackMissingDo),
        (Missing::Broken, Some(_)) => (Message::PackBroken, Message::PackBrokenDo),
        (Missing::TooNew, Some(_)) => (Message::PackTooNew, Message::PackTooNewDo),
        (Missing::Unreachable | Missing::Unknown, None) => {
            (Message::ListMissing, Message::PackMissingDo)
        }
        (Missing::Broken, None) => (Message::ListBroken, Message::PackBrokenDo),
        (Missing::TooNew, None) => (Message::ListTooNew, Message::PackTooNewDo),
    };
    let (screen, back) = match course {
        Some(course) => {
            let title = cx.session.course().map(|it| it.title.clone());
            let title = title.unwrap_or_else(|| cx.say(Message::Courses).to_owned());
            ("lesson", (Route::Course(course.clone()), title))
        }
        None => ("today", (Route::Today, cx.say(Message::Today).to_owned())),
    };
    let onward = action(cx.say(Message::LoadAgain), Command::Reload, false, cx);
    frame(screen, Some(back), cx, told(what, then, onward, cx))
}

fn told(what: Message, then: Message, onward: El, cx: Cx<'_>) -> Html {
    list(vec![el("h1").say(cx.say(what)).html(), el("p").say(cx.say(then)).html(), onward.html()])
}
