//! What playing and writing share: what is asked can be heard and seen, and so can what was made.

use crate::Ask;
use crate::player::Player;
use crate::sheet::{row, sheet};
use crate::words::Message;
use course::stage::music::notation::Notation;
use course::stage::music::note::{Metre, Note, Pitch, Tune};
use course::stage::music::sound::{Hearing, LOUDNESS, Sound, Voice, duration, sounds};
use stage::Effect;
use stage::node::{Element, button, of};
use stage::words::Locale;

/// What is asked, and how it sounds.
pub struct Page {
    /// What is asked; its notes are none where nothing is.
    pub asked: Tune,
    pub voice: Voice,
    pub locale: Locale,
    pub player: Player,
    /// Whether what is heard is shown.
    pub see: bool,
}

impl Page {
    pub fn new(asked: Tune, voice: Voice, locale: Locale) -> Self {
        Self { asked, voice, locale, player: Player::default(), see: false }
    }

    /// Plays notes.
    pub fn play(&mut self, ask: Ask, notes: &[Note]) -> Vec<Effect> {
        let lasts = duration(notes, self.asked.tempo).into();
        let sounds = self.sounds(notes);
        self.player.play(ask, sounds, lasts)
    }

    pub fn sounds(&self, notes: &[Note]) -> Vec<Sound> {
        let Tune { tonic, tempo, .. } = self.asked;
        sounds(notes, Hearing { tonic, tempo, loudness: LOUDNESS, voice: self.voice }, 0)
    }

    /// Notes as the tune that is asked, in everything else.
    pub fn tune(&self, notes: Vec<Note>) -> Tune {
        Tune { notes, ..self.asked }
    }

    /// The place of the note that sounds now while this is being played.
    pub fn now(&self, what: Ask, notes: &[Note]) -> Option<usize> {
        let at = self.player.at(what)?;
        let mut end = 0;
        for (place, note) in notes.iter().enumerate() {
            end += i64::from(note.ticks) * 2500 / i64::from(self.asked.tempo.max(1));
            if at < end {
                return Some(place);
            }
        }
        None
    }

    /// The pitch that sounds now, for who wants to see it.
    pub fn sounding(&self, own: &[Note]) -> Option<Pitch> {
        let asked = &self.asked.notes;
        let heard = self.now(Ask::Hear, asked).filter(|_| self.see).and_then(|at| asked.get(at));
        heard.or_else(|| own.get(self.now(Ask::Own, own)?)).map(|it| it.pitch)
    }

    /// What is asked, in bars of this metre: to be read, to be heard.
    pub fn asked(&self, heard: bool, shown: Option<Notation>, metre: Metre) -> Element<Ask> {
        let mut view = of("div", "asked");
        if let Some(notation) = shown {
            let tune = Tune { metre, ..self.tune(self.asked.notes.clone()) };
            let sheet = sheet(notation, &tune, self.now(Ask::Hear, &self.asked.notes));
            view = view.with(self.label(Message::Goal)).with(sheet);
        }
        if heard {
            let hear = self.player.button(Ask::Hear, Message::Hear, self.locale);
            view = view.with(row(vec![hear, see(self.see, self.locale)]));
        }
        view
    }

    /// What was made, in bars of this metre, behind so many notes that were given.
    pub fn own_in(&self, metre: Metre, notes: &[Note], given: usize) -> Element<Ask> {
        let now = self.now(Ask::Own, notes);
        let (before, own) = notes.split_at_checked(given).unwrap_or((&[], notes));
        let part = |notes: &[Note], from: usize| {
            let tune = Tune { metre, ..self.tune(notes.to_vec()) };
            sheet(Notation::Jianpu, &tune, now.and_then(|at| at.checked_sub(from)))
        };
        let mut view = of("div", "made");
        if given > 0 {
            view = view.with(self.label(Message::Given)).with(part(before, 0));
        }
        let played = of("div", "played").is("aria-live", "polite").with(part(own, given));
        view.with(self.label(Message::Yours)).with(played)
    }

    /// What the notes below are.
    fn label(&self, message: Message) -> Element<Ask> {
        of("p", "label").text(message.say(self.locale))
    }

    /// To hear it and to change it.
    pub fn changes(&self, is_begun: bool) -> Element<Ask> {
        let mut controls = Vec::new();
        if is_begun {
            controls.push(self.player.button(Ask::Own, Message::Own, self.locale));
            controls.push(button("quiet", Message::Undo.say(self.locale), Ask::Undo));
            controls.push(button("quiet", Message::Clear.say(self.locale), Ask::Clear));
        }
        row(controls)
    }

    /// A button for a pitch.
    pub fn key(&self, class: &'static str, pitch: Pitch, now: Option<Pitch>) -> Element<Ask> {
        let key =
            of("button", class).is("type", "button").is("aria-label", &name(pitch, self.locale));
        key.flag("data-now", now == Some(pitch))
    }
}

/// Shows what is heard, or not any more.
pub fn see(on: bool, locale: Locale) -> Element<Ask> {
    let see = button("quiet", Message::See.say(locale), Ask::See);
    see.is("aria-pressed", pressed(on))
}

pub const fn pressed(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

/// A number with its dots.
pub fn figure(pitch: Pitch) -> Element<Ask> {
    let octave = ["low", "", "high"][(pitch.octave().unwrap_or(0).signum() + 1) as usize];
    of("span", "figure-of")
        .is("data-octave", octave)
        .is("aria-hidden", "true")
        .text(&pitch.figure())
}

/// What a key is called.
fn name(pitch: Pitch, locale: Locale) -> String {
    let figure = pitch.figure();
    match pitch.octave() {
        Some(1..) => Message::High.fill(locale, &[&figure]),
        Some(..=-1) => Message::Low.fill(locale, &[&figure]),
        Some(0) => figure,
        None => if pitch.sounds() { Message::Beat } else { Message::Rest }.say(locale).to_owned(),
    }
}
