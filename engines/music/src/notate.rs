//! `notate`: signs and lengths to write with, and what was written.

use crate::Ask;
use crate::keys::{figure, name};
use crate::player::Player;
use crate::sheet::{row, sheet};
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::Piece;
use course::stage::music::motif::NOTES_MAX;
use course::stage::music::notate::{Notate, Written};
use course::stage::music::notation::Notation;
use course::stage::music::note::{Note, Pitch, Tune};
use course::stage::music::sound::{Hearing, LOUDNESS, duration, sounds};
use course::stage::music::text::Length;
use stage::node::{Element, button, of};
use stage::words::Locale;
use stage::{Effect, Told};

/// An item that is written.
pub struct Open {
    notate: Notate,
    asked: Vec<Note>,
    locale: Locale,
    pub player: Player,
    written: Written,
    /// The length to write with, by its place.
    length: u8,
    see: bool,
    pub made: (Vec<u8>, Option<Mark>),
}

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let notate: Notate = from_bytes(&told.piece).ok()?;
        let asked = notate.ask(told.seed);
        let made = from_bytes::<Written>(&told.made).ok().filter(|it| it.seed == told.seed);
        let written = made.unwrap_or(Written { seed: told.seed, notes: Vec::new() });
        let (player, made) = (Player::default(), (Vec::new(), None));
        let locale = told.locale;
        let mut open = Self { notate, asked, locale, player, written, length: 0, see: false, made };
        open.hand_over();
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, _at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear => self.play(ask, &self.asked.clone()),
            Ask::Own => self.play(ask, &self.all()),
            Ask::Stop => self.player.stop(),
            Ask::See => {
                self.see = !self.see;
                Vec::new()
            }
            Ask::Key(sign) => self.write(sign),
            Ask::Length(length) => {
                self.length = length;
                Vec::new()
            }
            Ask::Undo => {
                self.written.notes.pop();
                self.hand_over();
                Vec::new()
            }
            Ask::Clear => {
                self.written.notes.clear();
                self.hand_over();
                Vec::new()
            }
            Ask::Clip(_) | Ask::Hit | Ask::Measure | Ask::Later | Ask::Pick(_) | Ask::Next => {
                Vec::new()
            }
            Ask::Midi | Ask::Picture => Vec::new(),
        }
    }

    pub fn tick(&mut self, now: i64) -> Vec<Effect> {
        self.player.tick(now);
        Vec::new()
    }

    fn play(&mut self, ask: Ask, notes: &[Note]) -> Vec<Effect> {
        let lasts = duration(notes, self.notate.tempo).into();
        self.player.play(ask, sounds(notes, self.hearing(), 0), lasts)
    }

    fn write(&mut self, sign: u8) -> Vec<Effect> {
        let sign = self.notate.signs.get(usize::from(sign)).copied();
        let length = self.notate.lengths.get(usize::from(self.length)).copied();
        let Some((pitch, ticks)) = sign.zip(length) else { return Vec::new() };
        let mut effects = self.player.stop();
        let note = Note::new(pitch, ticks);
        if self.written.notes.len() < NOTES_MAX {
            self.written.notes.push(note);
        }
        self.hand_over();
        effects.extend(sounds(&[note], self.hearing(), 0).into_iter().map(Effect::Strike));
        effects
    }

    fn hand_over(&mut self) {
        let made = to_bytes(&self.written);
        let is_begun = !self.written.notes.is_empty();
        let mark = is_begun.then(|| Piece::judge(&self.notate, &made));
        self.made = (if is_begun { made } else { Vec::new() }, mark);
    }

    /// What is given, and what was written behind it.
    fn all(&self) -> Vec<Note> {
        let given = self.notate.given(&self.asked);
        [&self.asked[..given], &self.written.notes].concat()
    }

    const fn hearing(&self) -> Hearing {
        let Notate { tonic, tempo, voice, .. } = self.notate;
        Hearing { tonic, tempo, loudness: LOUDNESS, voice }
    }
}

// What it looks like.
impl Open {
    pub fn view(&self) -> Element<Ask> {
        let say = |message: Message| message.say(self.locale);
        let mut view = of("div", "music");
        if let Some(notation) = self.notate.shown {
            view = view.with(sheet(notation, &self.tune(self.asked.clone()), self.now(Ask::Hear)));
        }
        if self.notate.heard {
            let mut controls = vec![self.player.button(Ask::Hear, Message::Hear, self.locale)];
            if self.notate.shown.is_none() {
                let see = button("quiet", say(Message::See), Ask::See);
                controls.push(see.is("aria-pressed", if self.see { "true" } else { "false" }));
            }
            view = view.with(row(controls));
        }
        let own = sheet(Notation::Jianpu, &self.tune(self.all()), self.now(Ask::Own));
        view = view.with(of("div", "played").is("aria-live", "polite").with(own));
        view = view.with(self.lengths()).with(self.signs());
        let mut controls = Vec::new();
        if !self.written.notes.is_empty() {
            controls.push(self.player.button(Ask::Own, Message::Own, self.locale));
            controls.push(button("quiet", say(Message::Undo), Ask::Undo));
            controls.push(button("quiet", say(Message::Clear), Ask::Clear));
        }
        view.with(row(controls))
    }

    fn tune(&self, notes: Vec<Note>) -> Tune {
        let Notate { metre, tonic, tempo, .. } = self.notate;
        Tune { metre, tonic, tempo, notes }
    }

    fn now(&self, what: Ask) -> Option<usize> {
        let at = self.player.at(what)?;
        let mut end = 0;
        let notes = if what == Ask::Own { self.all() } else { self.asked.clone() };
        notes.iter().position(|it| {
            end += i64::from(duration(&[*it], self.notate.tempo));
            at < end
        })
    }

    fn lengths(&self) -> Element<Ask> {
        let mut row = of("div", "lengths")
            .is("role", "group")
            .is("aria-label", Message::Lengths.say(self.locale));
        for (at, ticks) in
            self.notate.lengths.iter().enumerate().filter(|_| self.notate.lengths.len() > 1)
        {
            let Length { lines, dotted, dashes } = Length::of(*ticks);
            let words = match (lines, dotted, dashes) {
                (0, false, 0) => Message::Crotchet,
                (1, false, 0) => Message::Quaver,
                (0, false, 1) => Message::Minim,
                (0, true, 0) => Message::Dotted,
                _ => Message::Other,
            };
            let glyph =
                sheet(Notation::Jianpu, &self.tune(vec![Note::new(Pitch::BEAT, *ticks)]), None);
            let pressed = if usize::from(self.length) == at { "true" } else { "false" };
            let length = of("button", "length").is("type", "button").is("aria-pressed", pressed);
            row = row.with(
                length
                    .is("aria-label", words.say(self.locale))
                    .with(glyph)
                    .does(Ask::Length(at as u8)),
            );
        }
        row
    }

    fn signs(&self) -> Element<Ask> {
        // What sounds now is seen by who asks for it.
        let sounding = self.now(Ask::Hear).filter(|_| self.see).and_then(|at| self.asked.get(at));
        let mut signs = of("div", "signs");
        for (at, pitch) in self.notate.signs.iter().enumerate() {
            let now = sounding.is_some_and(|it| it.pitch == *pitch);
            let sign = of("button", "sign")
                .is("type", "button")
                .is("aria-label", &name(*pitch, self.locale));
            signs = signs
                .with(sign.flag("data-now", now).with(figure(*pitch)).does(Ask::Key(at as u8)));
        }
        signs
    }
}
