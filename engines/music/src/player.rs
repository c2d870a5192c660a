//! What is being played: since when, and where it is.

use crate::Ask;
use crate::sheet::icon;
use crate::words::Message;
use course::stage::sound::Note;
use stage::Effect;
use stage::node::{Element, of};
use stage::words::Locale;

/// What is being played, if anything is.
#[derive(Debug, Default)]
pub struct Player {
    playing: Option<Playing>,
    now: i64,
}

#[derive(Debug)]
struct Playing {
    what: Ask,
    /// When it began, by the page's clock; not yet if nothing.
    since: Option<i64>,
    lasts: i64,
}

/// What follows the last sound, in milliseconds.
const TAIL: i64 = 300;

impl Player {
    /// Plays notes for `what`, which is over after so many milliseconds.
    pub fn play(&mut self, what: Ask, notes: Vec<Note>, lasts: i64) -> Vec<Effect> {
        self.playing = Some(Playing { what, since: None, lasts: lasts + TAIL });
        vec![Effect::Play(notes)]
    }

    /// Ends it.
    pub fn stop(&mut self) -> Vec<Effect> {
        if self.playing.take().is_some() { vec![Effect::Silence] } else { Vec::new() }
    }

    /// It can be heard from now on.
    pub fn begins(&mut self, at: i64) {
        if let Some(playing) = &mut self.playing {
            playing.since = Some(at);
            self.now = self.now.max(at);
        }
    }

    /// Time goes on; whether it is over by that.
    pub fn tick(&mut self, now: i64) -> Option<Ask> {
        self.now = now;
        let playing = self.playing.as_ref()?;
        let is_over = playing.since.is_some_and(|since| now - since >= playing.lasts);
        if is_over { self.playing.take().map(|it| it.what) } else { None }
    }

    /// The page's clock at the last frame.
    pub const fn now(&self) -> i64 {
        self.now
    }

    pub const fn runs(&self) -> bool {
        self.playing.is_some()
    }

    /// Whether this is being played.
    pub fn plays(&self, what: Ask) -> bool {
        self.playing.as_ref().is_some_and(|it| it.what == what)
    }

    /// How long this has been played, in milliseconds; below nought before it is heard.
    pub fn at(&self, what: Ask) -> Option<i64> {
        let playing = self.playing.as_ref().filter(|it| it.what == what)?;
        Some(playing.since.map_or(-1, |since| self.now - since))
    }

    /// When this began.
    pub fn since(&self, what: Ask) -> Option<i64> {
        self.playing.as_ref().filter(|it| it.what == what)?.since
    }

    /// A button that plays something, or ends it while it is being played.
    pub fn button(&self, what: Ask, words: Message, locale: Locale) -> Element<Ask> {
        let (ask, picture, words) =
            if self.plays(what) { (Ask::Stop, STOP, Message::Stop) } else { (what, PLAY, words) };
        of("button", "listen")
            .is("type", "button")
            .with(icon(picture))
            .text(words.say(locale))
            .does(ask)
    }
}

pub const PLAY: &str = "M6 4l14 8-14 8z";
pub const STOP: &str = "M6 6h12v12H6z";
