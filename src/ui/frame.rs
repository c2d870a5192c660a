//! What stands around every page.

use super::{Cx, each};
use crate::locale::{Locale, Message};
use crate::route::Route;
use crate::state::{Command, Saved};
use yew::prelude::*;

/// A page with its bar; `back` is where the arrow leads, `screen` the page's stable name.
pub fn frame(screen: &'static str, back: Option<(Route, String)>, cx: Cx<'_>, main: Html) -> Html {
    let session = cx.session;
    let subject = session.course().map(|it| it.id.clone());
    html! {
        <div class="page" data-screen={screen} data-saved={session.saved.name()} data-subject={subject}
            aria-busy={session.busy.then_some("true")}>
            <header class="bar">
                { back.map_or_else(|| brand(cx), |(route, name)| html! {
                    <a class="back" href={cx.href(route)} aria-label={format!("{}: {name}", cx.say(Message::Back))}>
                        <span aria-hidden="true">{ "‹" }</span><span class="name">{ name }</span>
                    </a>
                }) }
                <nav>
                    { languages(cx) }
                    <a href={cx.href(Route::Me)} aria-current={(screen == "me").then_some("page")}>{ cx.say(Message::Me) }</a>
                </nav>
            </header>
            <div role="status" class="notices">{ notices(cx) }</div>
            <main>{ main }</main>
        </div>
    }
}

/// The page's one large action.
pub fn button(words: &str, command: Command, disabled: bool, cx: Cx<'_>) -> Html {
    html! { <button type="button" class="action" {disabled} onclick={cx.send(command)}>{ words }</button> }
}

/// Something that went wrong, or may: what happened, what is safe, what to do.
pub fn notice(words: &str) -> Html {
    html! { <p class="notice">{ words }</p> }
}

/// Bytes as kilobytes of 1,000 bytes, rounded up.
pub fn kilobytes(bytes: u32) -> String {
    bytes.div_ceil(1000).to_string()
}

fn brand(cx: Cx<'_>) -> Html {
    html! { <a class="brand" href={cx.href(Route::Today)}><span aria-hidden="true">{ "❄" }</span>{ cx.say(Message::AppName) }</a> }
}

fn languages(cx: Cx<'_>) -> Html {
    let other = if cx.locale() == Locale::En { Locale::ZhHans } else { Locale::En };
    let address = crate::route::Address { locale: other, ..cx.session.scene.address.clone() };
    let href = format!("{}{}", cx.session.root, address.path());
    let switch = cx.on.reform(move |event: MouseEvent| {
        event.prevent_default();
        Command::Speak(other)
    });
    html! { <a lang={other.tag()} hreflang={other.tag()} {href} onclick={switch}>{ other.name() }</a> }
}

fn notices(cx: Cx<'_>) -> Html {
    let saved = match cx.session.saved {
        Saved::Unkept | Saved::Unsaved => Some(cx.session.saved.message()),
        Saved::Saved | Saved::Saving => None,
    };
    let told = saved.into_iter().chain(cx.session.notice);
    each(told.map(|message| notice(cx.say(message))))
}
