//! Pages that engines fill: whose turn it is, copies, erasing (engines/learners), what was made (engines/works), what a teacher gives
//! to a class (engines/teach).

use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, el, frame};
use yew::Html;

pub fn view(page: &str, cx: Cx<'_>) -> Html {
    // As `route::STAGES` has them; looked up there it is 55 bytes more.
    let (id, screen, words) = match page {
        "works" => ("stage", "works", Some(Message::Works)),
        "teach" => ("stage", "teach", Some(Message::Teach)),
        _ => ("engine", "me", None),
    };
    let title = words.map(|it| el("h1").say(cx.say(it)).html());
    let place = el("div").is("id", id);
    let back = Some((Route::Me, cx.say(Message::Me).to_owned()));
    frame(screen, back, cx, el("div").put_some(title).with(place).html())
}
