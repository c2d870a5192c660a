//! A page of the app as HTML, by Yew's own renderer.

use learners::state::Screen;
use learners::view::privacy;
use snowlight::app::{App, AppProps};
use snowlight::route::{Address, Route};
use snowlight::state::{Journal, Saved, Scene, Start};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;

use crate::library::{Lesson, Library};

/// What stands in the page at `address` for a learner who was never here.
pub fn body(address: &Address, library: &Library, lesson: Option<&Lesson>, root: &str) -> String {
    let scene = Scene {
        address: address.clone(),
        catalogue: library.catalogue,
        lesson: lesson.map(|it| Ok(it.lesson)),
        begun: None,
        day: 0,
    };
    let start = Start {
        scene,
        journal: Journal::empty(0),
        saved: Saved::Saved,
        seed: lesson.map_or(0, |it| it.seed),
        root: root.to_owned(),
    };
    let props = AppProps::new(start);
    let page = finished(LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
    with_privacy(page, address, root)
}

/// What an engine would fill is empty, but for the page that a reader needs no program for.
fn with_privacy(page: String, address: &Address, root: &str) -> String {
    let empty = "<div id=\"engine\"></div>";
    if address.route != Route::Engine(format!("me/{}", Screen::Privacy.name())) {
        return page;
    }
    let (before, after) = page.split_once(empty).expect("the engine's place is in its page");
    let locale = learners::words::Locale::from_tag(address.locale.tag());
    [before, "<div id=\"engine\">", &privacy(locale, root).html(), "</div>", after].concat()
}

/// What a future gives that waits for nothing outside.
fn finished<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
