//! From page to page: the address bar, links, and the start.

use super::{clock, document, fetch, ledger, voice, window};
use crate::app::{App, AppProps};
use crate::locale::{Locale, Message};
use crate::route::{Address, Route};
use crate::state::{Action, Edit, Loaded, Missing, Scene, Session, Start};
use course::catalogue::Catalogue;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Element, HtmlAnchorElement, HtmlInputElement};
use yew::UseReducerDispatcher;

/// Whether a page gets an entry of its own in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A new one.
    New,
    /// The one that is there: another language of the same page.
    Same,
    /// It has one already: the learner went back or forth.
    Kept,
}

/// What stays while pages change.
#[derive(Default)]
struct Visit {
    /// Where the app is put, as an absolute path with a slash at the end.
    root: String,
    catalogues: Vec<(Locale, Rc<Catalogue>)>,
}

thread_local! {
    static VISIT: RefCell<Visit> = RefCell::default();
}

/// Starts the app in the page that is open.
pub fn start() {
    spawn_local(async {
        let relative = meta("root").unwrap_or_default();
        let root = absolute(&relative);
        VISIT.with_borrow_mut(|visit| visit.root.clone_from(&root));
        let Some(address) = current() else { return };
        // Beside each other: what is kept, and what is learned.
        let opening = future_to_promise(async {
            ledger::open().await;
            Ok(JsValue::UNDEFINED)
        });
        let scene = load(&address, meta("pack")).await;
        // A promise that never rejects.
        let _ = JsFuture::from(opening).await;
        let (progress, saved) = ledger::state();
        let scene = scene.unwrap_or_else(|_| lost(&address));
        while document().document_element().is_some_and(|it| it.has_attribute("data-busy")) {
            pause(50).await;
        }
        let shown = Shown::read();
        let start = Start { scene, progress, saved, picks: shown.picks.clone(), seed: shown.seed, root };
        let Some(host) = document().get_element_by_id("app") else { return };
        yew::Renderer::<App>::with_root_and_props(host, AppProps { start: Rc::new(start) }).render();
        pause(0).await;
        shown.restore();
    });
}

/// Goes to a page once it can be shown; stays if it cannot.
pub fn go(address: Address, entry: Entry, session: UseReducerDispatcher<Session>) {
    session.dispatch(Action::Busy);
    spawn_local(async move {
        match load(&address, None).await {
            Ok(scene) => {
                let url = VISIT.with_borrow(|visit| format!("{}{}", visit.root, address.path()));
                let history = window().history();
                // Refused only where a page changes its address hundreds of times a minute.
                let _ = match (entry, history) {
                    (Entry::New, Ok(history)) => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
                    (Entry::Same, Ok(history)) => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
                    (Entry::Kept, _) | (_, Err(_)) => Ok(()),
                };
                session.dispatch(Action::Show(Box::new(scene), clock::seed()));
            }
            Err(_) => session.dispatch(Action::Notice(Message::LanguageMissing)),
        }
    });
}

/// Listens to links, to back and forth, and to the device's voices; fetches what the first screen could do without.
pub fn listen(session: UseReducerDispatcher<Session>) {
    voice::listen(session.clone());
    session.dispatch(Action::Pinyin(pinyin()));
    if let Some(address) = current() {
        let session = session.clone();
        spawn_local(async move {
            // Without it a lesson goes on; only what comes after it is not known.
            if let Ok(catalogue) = catalogue(address.locale).await {
                session.dispatch(Action::Catalogue(address.locale, catalogue));
            }
        });
    }
    let follow = Closure::<dyn Fn(web_sys::MouseEvent)>::new({
        let session = session.clone();
        move |event: web_sys::MouseEvent| {
            if let Some(address) = own_link(&event) {
                event.prevent_default();
                go(address, Entry::New, session.clone());
            }
        }
    });
    let back = Closure::<dyn Fn()>::new(move || {
        if let Some(address) = current() {
            go(address, Entry::Kept, session.clone());
        }
    });
    // Listeners of a page's whole life.
    let _ = document().add_event_listener_with_callback("click", follow.into_js_value().unchecked_ref());
    let _ = window().add_event_listener_with_callback("popstate", back.into_js_value().unchecked_ref());
}

/// Another page is shown: the document says its language and name, and the view is at its top.
pub fn page_shown(address: &Address) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", address.locale.tag());
    }
    if let Some(title) = document().query_selector("h1").ok().flatten().and_then(|it| it.text_content()) {
        document().set_title(&format!("{title} · {}", address.locale.say(Message::AppName)));
    }
}

/// Remembers whether pinyin is wanted.
pub fn set_pinyin(pinyin: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("pinyin", if pinyin { "1" } else { "" });
    }
}

fn pinyin() -> bool {
    let stored = window().local_storage().ok().flatten().and_then(|it| it.get_item("pinyin").ok().flatten());
    stored.is_some_and(|it| it == "1")
}

/// A page with what it needs. An error only if not even the catalogue can be had.
async fn load(address: &Address, pack: Option<String>) -> Result<Scene, Missing> {
    let Address { locale, route, .. } = address;
    let root = VISIT.with_borrow(|visit| visit.root.clone());
    if let (Route::Lesson { .. }, Some(pack)) = (route, pack) {
        // The page names its pack, so that it comes beside the program and not after the catalogue.
        let lesson = fetch::lesson(&absolute(&pack)).await;
        return Ok(Scene { address: address.clone(), catalogue: Rc::default(), lesson: Some(lesson) });
    }
    let catalogue = catalogue(*locale).await?;
    let lesson = match route {
        Route::Lesson { course, lesson } => Some(lesson_of(&root, &catalogue, course, lesson).await),
        Route::Today | Route::Course(_) | Route::Me | Route::About | Route::Unknown => None,
    };
    Ok(Scene { address: address.clone(), catalogue, lesson })
}

async fn lesson_of(root: &str, catalogue: &Catalogue, course: &str, lesson: &str) -> Loaded {
    let course = catalogue.courses.iter().find(|it| it.id == course).ok_or(Missing::Unknown)?;
    let mut entries = course.units.iter().flat_map(|unit| &unit.lessons);
    let entry = entries.find(|it| it.id == lesson).ok_or(Missing::Unknown)?;
    fetch::lesson(&format!("{root}packs/{}.pack", entry.pack)).await
}

async fn catalogue(locale: Locale) -> Result<Rc<Catalogue>, Missing> {
    if let Some(known) = known(locale) {
        return Ok(known);
    }
    let root = VISIT.with_borrow(|visit| visit.root.clone());
    let catalogue = Rc::new(fetch::catalogue(&root, locale.tag()).await?);
    VISIT.with_borrow_mut(|visit| visit.catalogues.push((locale, catalogue.clone())));
    Ok(catalogue)
}

fn known(locale: Locale) -> Option<Rc<Catalogue>> {
    VISIT.with_borrow(|visit| visit.catalogues.iter().find(|(it, _)| *it == locale).map(|(_, it)| it.clone()))
}

/// A page whose catalogue cannot be had.
fn lost(address: &Address) -> Scene {
    let lesson = matches!(address.route, Route::Lesson { .. }).then_some(Err(Missing::Unreachable));
    Scene { address: address.clone(), catalogue: Rc::default(), lesson }
}

/// The page in the address bar.
fn current() -> Option<Address> {
    let location = window().location();
    let path = location.pathname().ok()?;
    let root = VISIT.with_borrow(|visit| visit.root.clone());
    Address::parse(path.strip_prefix(&root)?, &location.search().ok()?)
}

/// The page that a plain click on a link of ours leads to.
fn own_link(event: &web_sys::MouseEvent) -> Option<Address> {
    if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.default_prevented() {
        return None;
    }
    let element: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    if link.origin() != window().location().origin().ok()? || link.has_attribute("download") {
        return None;
    }
    let root = VISIT.with_borrow(|visit| visit.root.clone());
    Address::parse(link.pathname().strip_prefix(&root)?, &link.search())
}

fn meta(name: &str) -> Option<String> {
    let meta = document().query_selector(&format!("meta[name={name}]")).ok()??;
    meta.get_attribute("content")
}

/// The path that a relative one means on this page.
fn absolute(relative: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    web_sys::Url::new_with_base(relative, &here).map(|url| url.pathname()).unwrap_or_else(|_| "/".to_owned())
}

async fn pause(millis: i32) {
    let later = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    let _ = JsFuture::from(later).await;
}

/// What the learner has done in the page before the program was there.
struct Shown {
    seed: u64,
    picks: Vec<Edit>,
    /// The focused control's name and value, and its caret.
    focus: Option<(String, String, Option<u32>)>,
    scroll: f64,
}

impl Shown {
    fn read() -> Self {
        let item = document().query_selector("[data-item]").ok().flatten();
        let seed = meta("seed").and_then(|it| it.parse().ok()).unwrap_or_else(clock::seed);
        let picks = item.as_ref().map(picks).unwrap_or_default();
        let focus = document().active_element().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()).map(|it| {
            let caret = it.selection_start().ok().flatten();
            (it.name(), it.value(), caret)
        });
        Self { seed, picks, focus, scroll: window().scroll_y().unwrap_or(0.0) }
    }

    fn restore(&self) {
        if let Some((name, value, caret)) = &self.focus {
            let controls = document().query_selector_all("[data-item] input").ok();
            let controls = (0..controls.as_ref().map_or(0, |it| it.length())).filter_map(|at| {
                controls.as_ref()?.item(at)?.dyn_into::<HtmlInputElement>().ok()
            });
            for control in controls.filter(|it| it.name() == *name && (it.value() == *value)) {
                let _ = control.focus();
                if let Some(caret) = caret {
                    let _ = control.set_selection_range(*caret, *caret);
                }
            }
        }
        window().scroll_to_with_x_and_y(0.0, self.scroll);
    }
}

/// The controls that were used, as moves.
fn picks(item: &Element) -> Vec<Edit> {
    let Ok(controls) = item.query_selector_all("input") else { return Vec::new() };
    let controls = (0..controls.length()).filter_map(|at| controls.item(at)?.dyn_into::<HtmlInputElement>().ok());
    controls
        .filter_map(|control| match control.type_().as_str() {
            "radio" if control.checked() => control.value().parse().ok().map(Edit::Pick),
            "checkbox" if control.checked() && !control.default_checked() => {
                let at: u16 = control.value().parse().ok()?;
                Some(if control.name() == "cell" { Edit::Cell(at) } else { Edit::Tick(at as u8) })
            }
            "text" if !control.value().is_empty() => Some(Edit::Type(control.value())),
            "range" if control.value() != control.default_value() => control.value().parse().ok().map(Edit::Mark),
            _ => None,
        })
        .collect()
}
