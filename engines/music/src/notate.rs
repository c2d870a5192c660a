//! `notate`: signs and lengths to write with, and what was written.

use crate::Ask;
use crate::own::{Page, figure, pressed};
use crate::sheet::sheet;
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::Piece;
use course::stage::music::motif::NOTES_MAX;
use course::stage::music::notate::{Notate, Written};
use course::stage::music::notation::Notation;
use course::stage::music::note::{Note, Pitch, Tune};
use stage::node::{Element, of};
use stage::{Effect, Told};

/// An item that is written.
pub struct Open {
    notate: Notate,
    pub page: Page,
    written: Written,
    /// The length to write with, by its place.
    length: u8,
    pub made: (Vec<u8>, Option<Mark>),
}

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let notate: Notate = from_bytes(&told.piece).ok()?;
        let made = from_bytes::<Written>(&told.made).ok().filter(|it| it.seed == told.seed);
        let written = made.unwrap_or(Written { seed: told.seed, notes: Vec::new() });
        let Notate { metre, tonic, tempo, voice, .. } = notate;
        let asked = Tune { metre, tonic, tempo, notes: notate.ask(told.seed) };
        let page = Page::new(asked, voice, told.locale);
        let mut open = Self { notate, page, written, length: 0, made: (Vec::new(), None) };
        open.hand_over();
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, _at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear => {
                let notes = self.page.asked.notes.clone();
                return self.page.play(ask, &notes);
            }
            Ask::Own => return self.page.play(ask, &self.all()),
            Ask::Key(sign) => return self.write(sign),
            Ask::Length(length) => self.length = length,
            Ask::Undo => {
                self.written.notes.pop();
                self.hand_over();
            }
            Ask::Clear => {
                self.written.notes.clear();
                self.hand_over();
            }
            Ask::Clip(_)
            | Ask::Stop
            | Ask::See
            | Ask::Hit
            | Ask::Measure
            | Ask::Later
            | Ask::Pick(_)
            | Ask::Next => {}
        }
        Vec::new()
    }

    fn write(&mut self, sign: u8) -> Vec<Effect> {
        let Some(pitch) = self.notate.signs.get(usize::from(sign)) else { return Vec::new() };
        let Some(ticks) = self.notate.lengths.get(usize::from(self.length)) else {
            return Vec::new();
        };
        let note = Note::new(*pitch, *ticks);
        let mut effects = self.page.player.stop();
        if self.written.notes.len() < NOTES_MAX {
            self.written.notes.push(note);
        }
        self.hand_over();
        for sound in self.page.sounds(&[note]) {
            effects.push(Effect::Strike(sound));
        }
        effects
    }

    fn hand_over(&mut self) {
        self.made = (Vec::new(), None);
        if !self.written.notes.is_empty() {
            let made = to_bytes(&self.written);
            let mark = Piece::judge(&self.notate, &made);
            self.made = (made, Some(mark));
        }
    }

    /// What is given, and what was written behind it.
    fn all(&self) -> Vec<Note> {
        let asked = &self.page.asked.notes;
        let mut all = asked[..self.notate.given(asked)].to_vec();
        all.extend_from_slice(&self.written.notes);
        all
    }

    pub fn view(&self) -> Element<Ask> {
        let own = self.all();
        let (metre, given) = (self.notate.metre, own.len() - self.written.notes.len());
        let asked = self.page.asked(self.notate.heard, self.notate.shown, metre);
        let view = of("div", "music").with(asked).with(self.page.own_in(metre, &own, given));
        let view = view.with(self.lengths());
        view.with(self.signs(&own)).with(self.page.changes(!self.written.notes.is_empty()))
    }

    fn lengths(&self) -> Element<Ask> {
        let mut row = of("div", "lengths").is("role", "group");
        if self.notate.lengths.len() < 2 {
            return row;
        }
        for (at, ticks) in (0..).zip(&self.notate.lengths) {
            let words = match ticks {
                24 => Message::Crotchet,
                12 => Message::Quaver,
                48 => Message::Minim,
                36 => Message::Dotted,
                _ => Message::Other,
            };
            let glyph = self.page.tune(vec![Note::new(Pitch::BEAT, *ticks)]);
            let length = of("button", "length").is("type", "button");
            let length = length.is("aria-pressed", pressed(self.length == at));
            let length = length.is("aria-label", words.say(self.page.locale));
            row =
                row.with(length.with(sheet(Notation::Jianpu, &glyph, None)).does(Ask::Length(at)));
        }
        row
    }

    fn signs(&self, own: &[Note]) -> Element<Ask> {
        let now = self.page.sounding(own);
        let mut signs = of("div", "signs");
        for (at, pitch) in (0..).zip(&self.notate.signs) {
            let sign = self.page.key("sign", *pitch, now).with(figure(*pitch));
            signs = signs.with(sign.does(Ask::Key(at)));
        }
        signs
    }
}
