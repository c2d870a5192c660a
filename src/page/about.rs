//! About: what this is, what it keeps, under which licences.

use super::me::way;
use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, each, el, frame, list};
use yew::Html;

pub fn view(cx: Cx<'_>) -> Html {
    let paragraphs =
        [Message::AboutWhat, Message::AboutPrivacy, Message::AboutLicence, Message::DraftMeans]
            .into_iter();
    let main = vec![
        el("h1").say(cx.say(Message::About)).html(),
        each(paragraphs.map(|message| el("p").say(cx.say(message)).html())),
        el("p")
            .with(way("me/privacy", Message::Privacy, cx))
            .with(way("teach", Message::Teach, cx))
            .html(),
    ];
    frame("about", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, list(main))
}
