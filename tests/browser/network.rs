//! A site that the app is put on, without a server; what each does is said in network.js.

use crate::page::Page;
use crate::storage;
use course::catalogue::{Catalogue, Course, Entry, Unit};
use course::lesson::Band;
use js_sys::Math;
use wasm_bindgen::prelude::*;
use web_sys::Element;

mod js {
    use super::*;

    #[wasm_bindgen(module = "/tests/browser/network.js")]
    extern "C" {
        pub fn arrive(root: &str, path: &str, pack: Option<&str>);
        pub fn serve(path: &str, bytes: Option<&[u8]>);
        pub fn leave();
    }
}

#[wasm_bindgen(module = "/tests/browser/network.js")]
extern "C" {
    #[wasm_bindgen(js_name = setClock)]
    pub fn set_clock(millis: f64);
    #[wasm_bindgen(js_name = setBusy)]
    pub fn set_busy(busy: bool);
    pub fn prerender(host: &Element, seed: &str, pick: u8);
}

/// Where the pack of lesson ma-01 is.
pub const PACK: &str = "packs/0123456789abcdef.pack";

/// A site of its own: under its own folder, with an empty database.
pub struct Site {
    root: String,
}

impl Site {
    /// A site with the interface's words and a catalogue of one lesson, whose pack is not there yet.
    pub async fn new() -> Self {
        storage::remove("snowlight").await;
        let root = format!("/site-{}/", Math::random());
        let site = Self { root };
        for locale in ["en", "zh-Hans"] {
            // Debug builds hold the words themselves.
            site.serve(&format!("packs/words.{locale}"), b"words\n");
        }
        site.serve("packs/catalogue.en", &catalogue().write());
        site
    }

    /// Puts a file there.
    pub fn serve(&self, path: &str, bytes: &[u8]) {
        js::serve(&[&self.root, path].concat(), Some(bytes));
    }

    /// From now on the network is down for a file.
    pub fn cut(&self, path: &str) {
        js::serve(&[&self.root, path].concat(), None);
    }

    /// Opens a page whose address is this, as the browser does with its program. A lesson's page names its pack.
    pub async fn open(&self, path: &str) -> Page {
        let page = Page::empty();
        self.start(path);
        page.until("[data-screen]").await;
        page
    }

    /// Starts the program in the page that is there.
    pub fn start(&self, path: &str) {
        let is_lesson = path.split('/').count() > 3;
        js::arrive(&self.root, path, is_lesson.then_some(PACK));
        snowlight::browser::start();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        js::leave();
        storage::restore();
    }
}

fn catalogue() -> Catalogue {
    let entry = Entry {
        id: "ma-01".to_owned(),
        title: "A lesson".to_owned(),
        band: Band::C,
        minutes: 10,
        skills: Vec::new(),
        needs: Vec::new(),
        pack: "0123456789abcdef".to_owned(),
        bytes: 1000,
        engines: 0,
        once: 0,
    };
    let unit = Unit { title: "A unit".to_owned(), lessons: vec![entry] };
    Catalogue {
        courses: vec![Course {
            id: "ma".to_owned(),
            title: "Mathematics".to_owned(),
            units: vec![unit],
            bytes: 0,
            engines: 0,
        }],
    }
}
