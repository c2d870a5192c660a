//! Review: skills whose day has come, one item each.

use super::lesson;
use crate::locale::Message;
use crate::route::Route;
use crate::ui::{Cx, el, frame, list, notice, of};
use course::digits::decimal;
use yew::Html;

pub fn view(cx: Cx<'_>) -> Html {
    match &cx.session.player {
        Some(player) if player.is_apart() => lesson::view(player, cx),
        Some(_) | None => done(cx),
    }
}

/// Nothing is left, or nothing is there yet.
fn done(cx: Cx<'_>) -> Html {
    let session = cx.session;
    let waits = (session.unmet > 0)
        .then(|| notice(cx.fill(Message::ReviewWaits, &[&decimal(session.unmet as u64)])));
    let done = !session.is_meeting();
    let main = vec![
        el("h1").say(cx.say(if done { Message::ReviewDone } else { Message::Review })).html(),
        el("p").put_some(done.then(|| el("span").say(cx.say(Message::ReviewDoneDo)).html())).html(),
        waits.unwrap_or_default(),
        of("a", "action").attr("href", cx.href(Route::Today)).say(cx.say(Message::ToToday)).html(),
    ];
    frame("review", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, list(main))
}
