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

/// A lesson that cannot be had or read; the others go on.
pub fn lesson(why: Missing, course: &str, cx: Cx<'_>) -> Html {
    let (what, then) = match why {
        Missing::Unreachable => (Message::PackMissing, Message::PackMissingDo),
        Missing::Broken => (Message::PackBroken, Message::PackBrokenDo),
        Missing::TooNew => (Message::PackTooNew, Message::PackTooNewDo),
        Missing::Unknown => return page(cx),
    };
    let back = cx
        .session
        .course()
        .map_or_else(|| cx.say(Message::Courses).to_owned(), |it| it.title.clone());
    let onward = action(cx.say(Message::LoadAgain), Command::Reload, false, cx);
    frame(
        "lesson",
        Some((Route::Course(course.to_owned()), back)),
        cx,
        told(what, then, onward, cx),
    )
}

fn told(what: Message, then: Message, onward: El, cx: Cx<'_>) -> Html {
    list(vec![el("h1").say(cx.say(what)).html(), el("p").say(cx.say(then)).html(), onward.html()])
}
