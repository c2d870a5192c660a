//! About: what this is, what it keeps, under which licences.

use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, frame};
use yew::prelude::*;

pub fn view(cx: Cx<'_>) -> Html {
    frame("about", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, html! {
        <>
            <h1>{ cx.say(Message::About) }</h1>
            <p>{ cx.say(Message::AboutWhat) }</p>
            <p>{ cx.say(Message::AboutPrivacy) }</p>
            <p>{ cx.say(Message::AboutLicence) }</p>
            <p>{ cx.say(Message::DraftMeans) }</p>
        </>
    })
}
