//! Pages that engines fill: whose turn it is, copies, erasing (engines/learners), and what was made (engines/works).

use crate::locale::Message;
use crate::route::{Route, WORKS};
use crate::ui::{Cx, el, frame};
use yew::Html;

pub fn view(page: &str, cx: Cx<'_>) -> Html {
    let works = page == WORKS;
    let title = works.then(|| el("h1").say(cx.say(Message::Works)).html());
    let place = el("div").is("id", if works { "stage" } else { "engine" });
    let screen = if works { WORKS } else { "me" };
    let back = Some((Route::Me, cx.say(Message::Me).to_owned()));
    frame(screen, back, cx, el("div").put_some(title).with(place).html())
}
