//! A page of the app in the test's own page, and what a learner can do there; what each does is said in page.js.

use course::catalogue::Catalogue;
use course::forever::Forever;
use course::item::Interaction;
use course::lesson::Lesson;
use course::sample;
use snowlight::app::{App, AppProps};
use snowlight::route::Address;
use snowlight::state::{Journal, Saved, Scene, Start};
use wasm_bindgen::prelude::*;
use web_sys::{Element, window};
use yew::AppHandle;

mod js {
    use super::*;

    #[wasm_bindgen(module = "/tests/browser/page.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub fn press(host: &Element, name: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub fn fill(host: &Element, name: &str, value: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub fn strike(
            host: &Element,
            name: &str,
            key: &str,
            composing: bool,
        ) -> Result<(), JsValue>;
        pub fn leave();
        pub fn names(host: &Element) -> String;
        pub fn missed(host: &Element) -> String;
        pub fn misplaced(host: &Element) -> String;
        #[wasm_bindgen(js_name = unsafe)]
        pub fn unsafe_in(host: &Element, root: &str) -> String;
        pub async fn pause(millis: i32);
    }
}

#[wasm_bindgen(module = "/tests/browser/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchSinks)]
    pub fn watch_sinks();
    pub fn sunk() -> String;
}

/// A page of the app.
pub struct Page {
    pub host: Element,
    app: Option<AppHandle<App>>,
}

impl Page {
    /// A lesson with just this item.
    pub async fn of(interaction: Interaction) -> Self {
        Self::lesson(sample::lesson_of(interaction)).await
    }

    /// A lesson, opened for the first time.
    pub async fn lesson(lesson: Lesson) -> Self {
        let address = Address::parse("en/ma/ma-01/", "").expect("a page");
        let catalogue = Forever::new(Catalogue::default());
        let lesson = Some(Ok(Forever::new(lesson)));
        let scene = Scene { address, catalogue, lesson, begun: None, day: 0 };
        Self::start(Start {
            scene,
            journal: Journal::empty(1),
            saved: Saved::Saved,
            seed: 7,
            root: "/".to_owned(),
        })
        .await
    }

    /// The app as it starts with this.
    pub async fn start(start: Start) -> Self {
        let mut page = Self::empty();
        let props = AppProps::new(start);
        let app = yew::Renderer::<App>::with_root_and_props(page.host.clone(), props).render();
        page.app = Some(app);
        settled().await;
        page
    }

    /// Where the app's own start would put it.
    pub fn empty() -> Self {
        let document = window().and_then(|it| it.document()).expect("a page");
        let host = document.create_element("div").expect("an element");
        host.set_id("app");
        document.body().expect("a body").append_child(&host).expect("room");
        Self { host, app: None }
    }

    /// Enter or Space on the control of this name.
    pub async fn press(&self, name: &str) {
        expect(js::press(&self.host, name));
        settled().await;
    }

    /// Two taps, the second before anything could be rendered.
    pub async fn press_twice(&self, name: &str) {
        expect(js::press(&self.host, name));
        expect(js::press(&self.host, name));
        settled().await;
    }

    /// Something is typed into the field of this name, or its slider moved.
    pub async fn fill(&self, name: &str, value: &str) {
        expect(js::fill(&self.host, name, value));
        settled().await;
    }

    /// A key, perhaps one that belongs to a word being composed.
    pub async fn strike(&self, name: &str, key: &str, composing: bool) {
        expect(js::strike(&self.host, name, key, composing));
        settled().await;
    }

    /// The first element that a selector finds.
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).expect("a selector")
    }

    /// Waits until a selector finds something.
    pub async fn until(&self, selector: &str) -> Element {
        for _ in 0..1000 {
            if let Some(found) = self.find(selector) {
                return found;
            }
            js::pause(5).await;
        }
        panic!("no {selector} in: {}", self.text());
    }

    /// Waits until the answer has been told about as this.
    pub async fn told(&self, outcome: &str) {
        self.until(&format!("[data-item][data-outcome={outcome}]")).await;
    }

    /// All words on the page.
    pub fn text(&self) -> String {
        self.host.text_content().unwrap_or_default()
    }

    /// Names of the controls that can be used.
    pub fn names(&self) -> String {
        js::names(&self.host)
    }

    /// Nothing on the page is out of reach, and nothing runs or paints by itself.
    pub fn assert_sound(&self) {
        assert_eq!(js::missed(&self.host), "");
        assert_eq!(js::misplaced(&self.host), "");
        assert_eq!(js::unsafe_in(&self.host, "/"), "");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.host.remove();
        js::leave();
    }
}

/// Until all is rendered.
pub async fn settled() {
    yew::scheduler::flush().await;
}

/// After so many milliseconds.
pub async fn pause(millis: i32) {
    js::pause(millis).await;
}

fn expect(done: Result<(), JsValue>) {
    if let Err(error) = done {
        panic!("{}", js_sys::Error::from(error).message());
    }
}
