//! What stands around every page.

use super::{Cx, El, each, el, of};
use crate::locale::{Locale, Message};
use crate::route::{Address, Route};
use crate::state::{Command, Saved};
use course::digits::decimal;
use yew::Html;

/// A page with its bar; `back` is where the arrow leads, `screen` the page's stable name.
pub fn frame(screen: &'static str, back: Option<(Route, String)>, cx: Cx<'_>, main: Html) -> Html {
    let session = cx.session;
    let me = el("a")
        .attr("href", cx.href(Route::Me))
        .may("aria-current", (screen == "me").then_some("page"))
        .say(cx.say(Message::Me));
    let way = back.map_or_else(|| brand(cx), |(route, name)| back_to(route, name, cx));
    let bar =
        of("header", "bar").with(way).with(el("nav").with(languages(cx)).with(me).with(turn(cx)));
    let skip = of("a", "skip").is("href", "#main").say(cx.say(Message::SkipToContent));
    of("div", "page")
        .is("data-screen", screen)
        .is("data-saved", session.saved.name())
        .may("data-subject", session.course().map(|it| it.id.clone()))
        .may("aria-busy", session.busy.then_some("true"))
        .with(skip)
        .with(bar)
        .with(of("div", "notices").is("role", "status").put(notices(cx)))
        .with(el("main").is("id", "main").is("tabindex", "-1").put(main))
        .html()
}

/// The page's one large action.
pub fn action(words: &'static str, command: Command, disabled: bool, cx: Cx<'_>) -> El {
    of("button", "action")
        .is("type", "button")
        .flag("disabled", disabled)
        .does(command, cx)
        .say(words)
}

/// Something that went wrong, or may: what happened, what is safe, what to do.
pub fn notice(words: String) -> Html {
    of("p", "notice").text(words).html()
}

/// Bytes as kilobytes of 1,000 bytes, rounded up.
pub fn kilobytes(bytes: u32) -> String {
    decimal(bytes.div_ceil(1000).into())
}

fn brand(cx: Cx<'_>) -> El {
    let sign = el("span").is("aria-hidden", "true").say("❄");
    of("a", "brand").attr("href", cx.href(Route::Today)).with(sign).say(cx.say(Message::AppName))
}

fn back_to(route: Route, name: String, cx: Cx<'_>) -> El {
    let sign = el("span").is("aria-hidden", "true").say("‹");
    let link = of("a", "back").attr("href", cx.href(route)).with(sign);
    link.attr("aria-label", [cx.say(Message::Back), ": ", &name].concat())
        .with(of("span", "name").text(name))
}

/// Whose turn it is, and the way to give it to another one.
fn turn(cx: Cx<'_>) -> El {
    let turn = &cx.session.turn;
    let mut face = of("span", "face").attr("data-colour", turn.colour.clone());
    face = if turn.face.is_empty() {
        face.is("aria-hidden", "true").say("☺")
    } else {
        let source = [&cx.session.root, "learners/", &turn.face, ".svg"].concat();
        face.with(el("img").is("alt", "").attr("src", source))
    };
    el("a")
        .attr("href", cx.href(Route::Engine("me/who".to_owned())))
        .is("aria-label", cx.say(Message::WhoLearns))
        .with(face)
}

fn languages(cx: Cx<'_>) -> El {
    let other = if cx.locale() == Locale::En { Locale::ZhHans } else { Locale::En };
    let address = Address { locale: other, ..cx.session.scene.address.clone() };
    let href = [&cx.session.root, &*address.path()].concat();
    let link = el("a").is("lang", other.tag()).is("hreflang", other.tag()).attr("href", href);
    link.does_instead(Command::Speak(other), cx).say(other.name())
}

fn notices(cx: Cx<'_>) -> Html {
    let saved = match cx.session.saved {
        Saved::Unkept | Saved::Unsaved | Saved::Old => Some(cx.session.saved.message()),
        Saved::Saved | Saved::Saving => None,
    };
    let told = saved.into_iter().chain(cx.session.notice);
    let back = cx.session.back.map(|count| cx.fill(Message::CameBack, &[&decimal(count.into())]));
    let said = told.map(|message| cx.say(message).to_owned()).chain(back).map(notice);
    each(said.chain((!cx.session.journal.unsaved().is_empty()).then(|| save_file(cx))))
}

fn save_file(cx: Cx<'_>) -> Html {
    let button = of("button", "quiet").is("type", "button").does(Command::SaveFile, cx);
    button.say(cx.say(Message::SaveFile)).html()
}
