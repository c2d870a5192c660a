//! Where in a course to begin: one item after the other, then the lesson that was found.

use super::{lesson, today};
use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, el, frame, list};
use course::catalogue::Course;
use learning::placement::placement;
use learning::plan::next;
use yew::Html;

pub fn view(course: &Course, cx: Cx<'_>) -> Html {
    if let Some(player) = cx.session.player.as_ref().filter(|it| it.is_apart()) {
        return lesson::view(player, cx);
    }
    let progress = cx.session.progress();
    let said = if placement(progress, course).ask.is_some() {
        // The next item is on its way.
        el("p").say(cx.say(Message::WhereToBeginDo)).html()
    } else if let Some(place) = next(progress, course, None) {
        today::step(Message::StartWith, Message::Start, place, true, cx)
    } else {
        Html::default()
    };
    let main = vec![el("h1").say(cx.say(Message::WhereToBegin)).html(), said];
    let back = (Route::Course(course.id.clone()), course.title.clone());
    frame("placement", Some(back), cx, list(main))
}
