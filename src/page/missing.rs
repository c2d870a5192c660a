//! What is shown where a page or a lesson is not there: what happened, what is safe, what to do.

use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Missing};
use crate::ui::{Cx, button, frame};
use yew::prelude::*;

/// No page of ours.
pub fn page(cx: Cx<'_>) -> Html {
    frame("today", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, html! {
        <>
            <h1>{ cx.say(Message::NoSuchPage) }</h1>
            <p>{ cx.say(Message::NoSuchPageDo) }</p>
            <a class="action" href={cx.href(Route::Today)}>{ cx.say(Message::ToToday) }</a>
        </>
    })
}

/// A lesson that cannot be had or read; the others go on.
pub fn lesson(why: Missing, course: &str, cx: Cx<'_>) -> Html {
    let (what, then) = match why {
        Missing::Unreachable => (Message::PackMissing, Message::PackMissingDo),
        Missing::Broken => (Message::PackBroken, Message::PackBrokenDo),
        Missing::TooNew => (Message::PackTooNew, Message::PackTooNewDo),
        Missing::Unknown => return page(cx),
    };
    let back = cx.session.course().map_or_else(|| cx.say(Message::Courses).to_owned(), |it| it.title.clone());
    frame("lesson", Some((Route::Course(course.to_owned()), back)), cx, html! {
        <>
            <h1>{ cx.say(what) }</h1>
            <p>{ cx.say(then) }</p>
            { button(cx.say(Message::LoadAgain), Command::Reload, false, cx) }
        </>
    })
}
