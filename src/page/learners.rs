//! Pages of the engine `learners` (engines/learners), which fills them: whose turn it is, copies, erasing.

use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, el, frame};
use yew::Html;

pub fn view(cx: Cx<'_>) -> Html {
    frame(
        "me",
        Some((Route::Me, cx.say(Message::Me).to_owned())),
        cx,
        el("div").is("id", "engine").html(),
    )
}
