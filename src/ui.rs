//! Small views that many pages use. Plain functions: a component of its own costs kilobytes.

mod drawing;
mod el;
mod frame;
mod text;

pub use drawing::{drawing, picture};
pub use el::{El, each, el, list, of, words};
pub use frame::{action, frame, kilobytes, notice};
pub use text::{block, blocks, label, text};

use crate::locale::{Locale, Message};
use crate::state::{Command, Session};
use course::lesson::{Band, Lesson};
use std::rc::Rc;
use yew::Callback;

/// What every view may read, and where it sends what the learner asks for.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub session: &'a Session,
    pub on: &'a Callback<Rc<Command>>,
    /// The lesson on the screen, for its pictures and readings.
    pub lesson: Option<&'a Lesson>,
}

impl<'a> Cx<'a> {
    pub fn locale(&self) -> Locale {
        self.session.scene.address.locale
    }

    pub fn say(&self, message: Message) -> &'static str {
        self.locale().say(message)
    }

    pub fn fill(&self, message: Message, with: &[&str]) -> String {
        self.locale().fill(message, with)
    }

    /// The device speaks this language by itself.
    pub fn speaks(&self, lang: &str) -> bool {
        self.session.voices.iter().any(|voice| lang.starts_with(voice.as_str()))
    }

    /// Pinyin can be shown over this lesson's Chinese.
    pub fn has_pinyin(&self) -> bool {
        self.lesson.is_some_and(|lesson| !lesson.pinyin.is_empty())
    }

    /// Pinyin is to be shown, by this table.
    pub fn pinyin(&self) -> Option<&'a [(String, String)]> {
        self.lesson.filter(|_| self.session.pinyin).map(|lesson| &lesson.pinyin[..])
    }

    /// For pupils who do not read yet every instruction has a picture cue.
    pub fn needs_cue(&self) -> bool {
        self.lesson.is_some_and(|lesson| lesson.band == Band::A)
    }

    /// The address of a page, as the page's links need it.
    pub fn href(&self, route: crate::route::Route) -> String {
        [&*self.session.root, &self.session.scene.address.to(route).path()].concat()
    }
}
