//! A word or sentence built: a tap lays a tile at the end, a tap on a laid tile takes it back.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, of};
use course::item::Tiles;
use course::plan::shuffled;
use yew::Html;

pub fn view(it: &Tiles, answer: Answer<'_>) -> El {
    let Draft::Row(row) = answer.draft else { return of("div", "tiles") };
    let tile = |at: u8, laid: bool| -> Html {
        let words = it.tiles.get(usize::from(at)).cloned().unwrap_or_default();
        answer
            .button("tile", Edit::Lay(at), !laid && row.contains(&at))
            .key(at.into())
            .attr("lang", it.lang.clone())
            .may("aria-label", laid.then(|| answer.cx.fill(Message::Remove, &[&words])))
            .text(words)
            .html()
    };
    let built = of("div", "built")
        .is("role", "group")
        .is("aria-label", answer.cx.say(Message::YourAnswer))
        .may("data-outcome", answer.outcome())
        .put(each(row.iter().map(|at| tile(*at, true))));
    let stock = each(shuffled(it.tiles.len(), answer.seed).into_iter().map(|at| tile(at, false)));
    of("div", "tiles")
        .flag("data-spaced", it.spaced)
        .with(built)
        .with(of("div", "stock").put(stock))
}
