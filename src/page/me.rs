//! Me: language, skills, and what is saved.

use crate::locale::{Locale, Message};
use crate::route::Route;
use crate::ui::{Cx, frame, notice, each};
use yew::prelude::*;

pub fn view(cx: Cx<'_>) -> Html {
    let session = cx.session;
    frame("me", Some((Route::Today, cx.say(Message::Today).to_owned())), cx, html! {
        <>
            <h1>{ cx.say(Message::Me) }</h1>
            <section>
                <h2>{ cx.say(Message::Language) }</h2>
                <ul class="cards">{ each(Locale::ALL.into_iter().map(|it| language(it, cx))) }</ul>
            </section>
            <section>
                <h2>{ cx.say(Message::SavedState) }</h2>
                <p>{ cx.say(session.saved.message()) }</p>
                { (session.odd > 0).then(|| notice(&cx.fill(Message::OddRecords, &[&session.odd.to_string()]))) }
            </section>
            <section><h2>{ cx.say(Message::Skills) }</h2>{ skills(cx) }</section>
            <p class="foot"><a href={cx.href(Route::About)}>{ cx.say(Message::About) }</a></p>
        </>
    })
}

fn language(locale: Locale, cx: Cx<'_>) -> Html {
    let address = crate::route::Address { locale, ..cx.session.scene.address.clone() };
    let href = format!("{}{}", cx.session.root, address.path());
    let current = (locale == cx.locale()).then_some("true");
    html! { <li><a class="card" lang={locale.tag()} {href} aria-current={current}>{ locale.name() }</a></li> }
}

/// Lessons that were begun, each with how its skills stand.
fn skills(cx: Cx<'_>) -> Html {
    let progress = &cx.session.progress;
    let entries = cx.session.scene.catalogue.courses.iter().flat_map(|it| &it.units).flat_map(|it| &it.lessons);
    let met = entries.filter_map(|entry| {
        let skills: Vec<_> = entry.skills.iter().filter_map(|it| progress.skill(it)).collect();
        let learned = skills.iter().all(|it| it.learned);
        (!skills.is_empty()).then(|| {
            let words = if learned { Message::Learned } else { Message::Practising };
            html! { <li data-state={if learned { "done" } else { "open" }}>{ &entry.title }{ ": " }<b>{ cx.say(words) }</b></li> }
        })
    });
    let met: Vec<Html> = met.collect();
    if met.is_empty() { html! { <p class="facts">{ cx.say(Message::NothingYet) }</p> } } else { html! { <ul class="skills">{ each(met.into_iter()) }</ul> } }
}
