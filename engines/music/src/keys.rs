//! `keys`: a row of keys, what was played on them, and the free pad.

use crate::Ask;
use crate::own::{Page, figure};
use crate::sheet::{picture, rect};
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::Piece;
use course::stage::music::keys::{Keys, Played, Strike};
use course::stage::music::motif::NOTES_MAX;
use course::stage::music::notation::Notation;
use course::stage::music::note::{BEAT, Metre, Note, Tune};
use stage::node::{Element, of};
use stage::{Effect, Told};

/// An item that is played.
pub struct Open {
    keys: Keys,
    pub page: Page,
    played: Played,
    /// When the last key was struck.
    struck: i64,
    pub made: (Vec<u8>, Option<Mark>),
}

/// The longest that is waited for a next key, in milliseconds.
const PAUSE: i64 = 4000;
/// So many crotchets are shown without a bar line.
const WHOLE: Metre = Metre { beats: 12, unit: 2 };

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let keys: Keys = from_bytes(&told.piece).ok()?;
        let made = from_bytes::<Played>(&told.made).ok().filter(|it| it.seed == told.seed);
        let played = made.unwrap_or(Played { seed: told.seed, strikes: Vec::new() });
        let (metre, tempo, notes) = (keys.metre, keys.tempo, keys.ask(told.seed));
        let asked = Tune { metre, tonic: keys.tonic(told.seed), tempo, notes };
        let page = Page::new(asked, keys.voice, told.locale);
        let mut open = Self { keys, page, played, struck: 0, made: (Vec::new(), None) };
        open.hand_over();
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear => {
                let notes = self.page.asked.notes.clone();
                self.page.play(ask, &notes)
            }
            Ask::Own => self.page.play(ask, &self.own()),
            Ask::Key(key) => self.strike(key, at),
            Ask::Undo => {
                self.played.strikes.pop();
                self.hand_over();
                Vec::new()
            }
            Ask::Clear => {
                self.played.strikes.clear();
                self.hand_over();
                Vec::new()
            }
            Ask::Clip(_)
            | Ask::Stop
            | Ask::See
            | Ask::Hit
            | Ask::Measure
            | Ask::Later
            | Ask::Length(_)
            | Ask::Pick(_)
            | Ask::Next => Vec::new(),
        }
    }

    fn strike(&mut self, key: u8, at: i64) -> Vec<Effect> {
        let Some(pitch) = self.keys.pad.get(usize::from(key)).copied() else { return Vec::new() };
        let mut effects = self.page.player.stop();
        if self.played.strikes.len() < NOTES_MAX {
            let mut after = 0;
            if let Some(last) = self.played.strikes.last_mut() {
                after = (at - self.struck).clamp(1, PAUSE) as u16;
                last.millis = after;
            }
            self.played.strikes.push(Strike { pitch, after, millis: 500 });
        }
        self.struck = at;
        self.hand_over();
        for note in self.page.sounds(&[Note::new(pitch, BEAT)]) {
            effects.push(Effect::Strike(note));
        }
        effects
    }

    fn hand_over(&mut self) {
        self.made = (Vec::new(), None);
        if !self.played.strikes.is_empty() {
            let made = to_bytes(&self.played);
            let mark = Piece::judge(&self.keys, &made);
            self.made = (made, Some(mark));
        }
    }

    /// What was played: as it was played on a free pad, else the tones alone.
    fn own(&self) -> Vec<Note> {
        if self.keys.motif.is_none() {
            return self.keys.tune(&self.played).notes;
        }
        let mut notes = Vec::new();
        for strike in &self.played.strikes {
            notes.push(Note::new(strike.pitch, BEAT));
        }
        notes
    }

    pub fn view(&self) -> Element<Ask> {
        let mut view = of("div", "music");
        let own = self.own();
        if self.keys.motif.is_some() {
            let shown = if self.keys.shown { Some(Notation::Jianpu) } else { None };
            view = view
                .with(self.page.asked(self.keys.heard, shown, WHOLE))
                .with(self.page.own_in(WHOLE, &own, 0));
        } else {
            view = view.with(self.page.own_in(self.keys.metre, &own, 0));
        }
        view.with(self.pad(&own)).with(self.page.changes(!own.is_empty()))
    }

    /// Keys as bars: the lower, the longer.
    fn pad(&self, own: &[Note]) -> Element<Ask> {
        let now = self.page.sounding(own);
        let count = self.keys.pad.len().max(1) as i64;
        let mut pad = of("div", "keys");
        for (at, pitch) in (0..).zip(&self.keys.pad) {
            let bar = rect("", 0, 0, 40, 64 - 32 * at / count);
            let bar = picture("bar", 40, 64).is("aria-hidden", "true").with(bar);
            let key = self.page.key("key", *pitch, now).with(bar).with(figure(*pitch));
            pad = pad.with(key.pressed(Ask::Key(at as u8)));
        }
        pad
    }
}
