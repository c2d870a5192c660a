//! From page to page: the address bar, links, and the start.

use super::{clock, ledger, page, voice};
use crate::app::{App, AppProps};
use crate::locale::{Locale, Message, words};
use crate::route::{Address, Route};
use crate::state::{Action, Begun, Journal, Loaded, Missing, Scene, Start};
use course::catalogue::Catalogue;
use course::digits;
use course::forever::Forever;
use course::pack::{self, PackError};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Tells the session what happened.
pub type Teller = Callback<Action>;

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
    catalogues: Vec<(Locale, Forever<Catalogue>)>,
    /// A page was shown already.
    begun: bool,
}

thread_local! {
    static VISIT: RefCell<Visit> = RefCell::default();
}

/// Starts the app in the page that is open.
pub fn start() {
    #[cfg(planted)]
    learning::planted::choose(planted());
    spawn_local(async {
        let root = page::absolute(&page::meta("root").unwrap_or_default());
        VISIT.with_borrow_mut(|visit| visit.root.clone_from(&root));
        let Some(address) = address(&page::here()) else { return };
        // The page has asked for the pack already, so that it comes while the log opens.
        let (journal, saved) = ledger::open().await;
        if learn_words(address.locale).await.is_err() {
            // Nothing can be said; the page itself stays readable and says that it cannot be answered.
            return page::failed();
        }
        // Who begins a lesson needs no more than its beginning.
        let mut beginning = page::meta("beginning").filter(|_| is_new(&address.route, &journal));
        let scene = loop {
            let last = beginning.is_none();
            let pack = beginning.take().or_else(|| page::meta("pack"));
            let scene = load(&address, pack).await;
            if last || !matches!(&scene, Ok(Scene { lesson: Some(Err(_)), .. })) {
                break scene;
            }
        };
        let mut scene = scene.unwrap_or_else(|why| lost(&address, why));
        while page::busy() {
            page::pause(50).await;
        }
        let picked = Begun::read(&page::picks()).filter(|it| !it.edits.is_empty());
        scene.begun = picked.or_else(begun);
        let seed =
            page::meta("seed").and_then(|it| digits::read(&it, 10)).unwrap_or_else(clock::seed);
        let start = Start { scene, journal, saved, seed, root };
        mount(start);
        page::pause(0).await;
        page::restore();
    });
}

/// Nothing of the lesson was done.
fn is_new(route: &Route, journal: &Journal) -> bool {
    match route {
        Route::Lesson { lesson, .. } => {
            journal.progress.lesson(lesson).is_none() && begun().is_none()
        }
        Route::Today
        | Route::Course(_)
        | Route::Placement(_)
        | Route::Review
        | Route::Me
        | Route::Engine(_)
        | Route::About
        | Route::Unknown => false,
    }
}

/// The mistake that a test wants to see made.
#[cfg(planted)]
fn planted() -> String {
    let said = js_sys::Reflect::get(&js_sys::global(), &"PLANTED".into());
    said.ok().and_then(|it| it.as_string()).unwrap_or_default()
}

#[cfg(target_arch = "wasm32")]
fn mount(start: Start) {
    let host =
        web_sys::window().and_then(|it| it.document()).and_then(|it| it.get_element_by_id("app"));
    if let Some(host) = host {
        yew::Renderer::<App>::with_root_and_props(host, AppProps::new(start)).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn mount(start: Start) {
    // There is no page to mount in; the types are used so that both targets compile the same code.
    let _: Option<(App, AppProps)> = None;
    drop(start);
}

/// Goes to a page once it can be shown; stays if it cannot.
pub fn go(address: Address, entry: Entry, session: Teller) {
    session.emit(Action::Busy);
    spawn_local(async move {
        match load(&address, None).await {
            // The lesson that is open stays, if it cannot be had in another language.
            Ok(Scene { lesson: Some(Err(Missing::Unreachable)), .. }) if entry == Entry::Same => {
                session.emit(Action::Notice(Message::LanguageMissing));
            }
            Ok(mut scene) => {
                scene.begun = begun();
                if entry != Entry::Kept {
                    let url = VISIT.with_borrow(|visit| [&*visit.root, &address.path()].concat());
                    page::set_address(&url, entry == Entry::Same);
                }
                session.emit(Action::Show(Box::new(scene), clock::seed()));
            }
            Err(_) => session.emit(Action::Notice(Message::LanguageMissing)),
        }
    });
}

/// Listens to links, to back and forth, and to the device's voices; fetches what the first screen could do without.
pub fn listen(session: Teller) {
    voice::listen(session.clone());
    ledger::listen(session.clone());
    session.emit(Action::Pinyin(page::setting("pinyin", None) == "1"));
    if let Some(address) = address(&page::here()) {
        let session = session.clone();
        spawn_local(async move {
            // Without it a lesson goes on; only what comes after it is not known.
            if let Ok(catalogue) = catalogue(address.locale).await {
                session.emit(Action::Catalogue(address.locale, catalogue));
            }
        });
    }
    let follow = Closure::<dyn Fn(String) -> bool>::new({
        let session = session.clone();
        move |path: String| {
            let address = address(&path);
            let ours = address.is_some();
            if let Some(address) = address {
                go(address, Entry::New, session.clone());
            }
            ours
        }
    });
    let back = Closure::<dyn Fn()>::new(move || {
        if let Some(address) = address(&page::here()) {
            go(address, Entry::Kept, session.clone());
        }
    });
    let root = VISIT.with_borrow(|visit| visit.root.clone());
    page::listen(&root, follow.into_js_value(), back.into_js_value());
}

/// Another page or stop is shown.
pub fn page_shown(locale: Locale) {
    let first = VISIT.with_borrow_mut(|visit| !std::mem::replace(&mut visit.begun, true));
    page::shown(locale.tag(), locale.say(Message::AppName), first);
}

/// Remembers an answer in the making, for the next time that this page or another opens its item.
pub fn set_begun(begun: &str) {
    page::setting("begun", Some(begun));
}

fn begun() -> Option<Begun> {
    Begun::read(&page::setting("begun", None))
}

/// Remembers whether pinyin is wanted.
pub fn set_pinyin(pinyin: bool) {
    page::setting("pinyin", Some(if pinyin { "1" } else { "0" }));
}

/// A page with what it needs. An error only if not even the catalogue can be had.
async fn load(address: &Address, pack: Option<String>) -> Result<Scene, Missing> {
    let Address { locale, route, .. } = address;
    learn_words(*locale).await?;
    if let (Route::Lesson { .. }, Some(pack)) = (route, pack) {
        // The page names its pack, so that it comes beside the program and not after the catalogue.
        let lesson = Some(lesson(&page::absolute(&pack)).await);
        return Ok(Scene {
            address: address.clone(),
            catalogue: Forever::new(Catalogue::default()),
            lesson,
            begun: None,
            day: clock::day(),
        });
    }
    let catalogue = catalogue(*locale).await?;
    let lesson = match route {
        Route::Lesson { course, lesson } => Some(lesson_of(&catalogue, course, lesson).await),
        Route::Today
        | Route::Course(_)
        | Route::Placement(_)
        | Route::Review
        | Route::Me
        | Route::Engine(_)
        | Route::About
        | Route::Unknown => None,
    };
    Ok(Scene { address: address.clone(), catalogue, lesson, begun: None, day: clock::day() })
}

/// Fetches the interface's words of a language.
async fn learn_words(locale: Locale) -> Result<(), Missing> {
    if !words::known(locale) {
        let bytes = bytes(&within_root(&["packs/words.", locale.tag()].concat())).await?;
        words::learn(locale, String::from_utf8(bytes).map_err(|_| Missing::Broken)?);
    }
    Ok(())
}

/// Fetches the lesson of a skill to be met apart from it.
pub fn apart(pack: String, session: Teller) {
    let url = within_root(&["packs/", &pack, ".pack"].concat());
    spawn_local(async move {
        let lesson = lesson(&url).await;
        session.emit(Action::Apart(pack, lesson));
    });
}

/// Fetches the whole of the lesson that the page names; its beginning can be learned meanwhile.
pub fn whole(session: Teller) {
    spawn_local(async move {
        if let Some(pack) = page::meta("pack") {
            session.emit(Action::Whole(lesson(&page::absolute(&pack)).await));
        }
    });
}

async fn lesson_of(catalogue: &Catalogue, course: &str, id: &str) -> Loaded {
    let entry = catalogue.course(course).and_then(|it| it.lesson(id)).ok_or(Missing::Unknown)?;
    lesson(&within_root(&["packs/", &entry.pack, ".pack"].concat())).await
}

async fn lesson(url: &str) -> Loaded {
    let lesson = pack::read(&bytes(url).await?).map_err(|error| match error {
        PackError::TooNew { .. } => Missing::TooNew,
        PackError::NotAPack | PackError::TooLarge | PackError::Broken(_) => Missing::Broken,
    })?;
    Ok(Forever::new(lesson))
}

async fn catalogue(locale: Locale) -> Result<Forever<Catalogue>, Missing> {
    let known = VISIT.with_borrow(|visit| {
        visit.catalogues.iter().find(|(it, _)| *it == locale).map(|(_, it)| *it)
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let bytes = bytes(&within_root(&["packs/catalogue.", locale.tag()].concat())).await?;
    let catalogue = Forever::new(Catalogue::read(&bytes).map_err(|_| unread(&bytes))?);
    VISIT.with_borrow_mut(|visit| visit.catalogues.push((locale, catalogue)));
    Ok(catalogue)
}

/// Why a catalogue could not be read.
fn unread(bytes: &[u8]) -> Missing {
    match bytes.strip_prefix(b"SNOC") {
        Some([version, ..]) if *version > 2 => Missing::TooNew,
        Some(_) | None => Missing::Broken,
    }
}

async fn bytes(url: &str) -> Result<Vec<u8>, Missing> {
    match page::bytes(url).await {
        Ok(bytes) => Ok(js_sys::Uint8Array::from(bytes).to_vec()),
        Err(status) if status == 404 => Err(Missing::Unknown),
        Err(_) => Err(Missing::Unreachable),
    }
}

fn within_root(path: &str) -> String {
    VISIT.with_borrow(|visit| [&*visit.root, path].concat())
}

/// A page whose catalogue cannot be had; some do without.
fn lost(address: &Address, why: Missing) -> Scene {
    let lesson = match address.route {
        Route::Today
        | Route::Course(_)
        | Route::Lesson { .. }
        | Route::Placement(_)
        | Route::Review => Some(Err(why)),
        Route::Me | Route::Engine(_) | Route::About | Route::Unknown => None,
    };
    let catalogue = Forever::new(Catalogue::default());
    Scene { address: address.clone(), catalogue, lesson, begun: None, day: clock::day() }
}

/// The page of a path with its query.
fn address(path: &str) -> Option<Address> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    VISIT.with_borrow(|visit| Address::parse(path.strip_prefix(&*visit.root)?, query))
}
