//! `keys`: a row of keys, what was played on them, and the free pad.

use crate::Ask;
use crate::player::Player;
use crate::sheet::{row, sheet};
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::digits::digits;
use course::item::Mark;
use course::stage::Piece;
use course::stage::music::keys::{Keys, Played, Strike};
use course::stage::music::midi;
use course::stage::music::motif::NOTES_MAX;
use course::stage::music::notation::{self, Notation};
use course::stage::music::note::{Note, Pitch, Tune};
use course::stage::music::sound::{Hearing, LOUDNESS, Sound, duration, sounds};
use stage::node::{Element, button, of};
use stage::words::Locale;
use stage::{Effect, Told};

/// An item that is played.
pub struct Open {
    keys: Keys,
    asked: Vec<Note>,
    locale: Locale,
    pub player: Player,
    played: Played,
    /// When the last key was struck.
    struck: Option<i64>,
    see: bool,
    pub made: (Vec<u8>, Option<Mark>),
}

/// How long a key sounds at least, and how long it may be until the next one counts as a pause of its own.
const SOUNDS: u16 = 500;
const PAUSE: i64 = 4000;

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let keys: Keys = from_bytes(&told.piece).ok()?;
        let asked = keys.ask(told.seed);
        let made = from_bytes::<Played>(&told.made).ok().filter(|it| it.seed == told.seed);
        let played = made.unwrap_or(Played { seed: told.seed, strikes: Vec::new() });
        let (player, made) = (Player::default(), (Vec::new(), None));
        let mut open = Self {
            keys,
            asked,
            locale: told.locale,
            player,
            played,
            struck: None,
            see: false,
            made,
        };
        open.hand_over();
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear => {
                let lasts = i64::from(duration(&self.asked, self.keys.tempo));
                self.player.play(ask, sounds(&self.asked, self.hearing(), 0), lasts)
            }
            Ask::Own => {
                let notes = self.own();
                let lasts = notes.last().map_or(0, |it| it.at + it.millis).into();
                self.player.play(ask, notes, lasts)
            }
            Ask::Stop => self.player.stop(),
            Ask::See => {
                self.see = !self.see;
                Vec::new()
            }
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
            Ask::Midi => {
                let bytes = midi::file(&self.keys.tune(&self.played), self.keys.voice);
                vec![Effect::File { name: NAME_MIDI.to_owned(), mime: "audio/midi", bytes }]
            }
            Ask::Picture => {
                let drawn = notation::draw(Notation::Jianpu, &self.keys.tune(&self.played), 480);
                let bytes = notation::svg(&drawn, Message::Tune.say(self.locale)).into_bytes();
                vec![Effect::File { name: NAME_PICTURE.to_owned(), mime: "image/svg+xml", bytes }]
            }
            Ask::Clip(_)
            | Ask::Hit
            | Ask::Measure
            | Ask::Later
            | Ask::Length(_)
            | Ask::Pick(_)
            | Ask::Next => Vec::new(),
        }
    }

    pub fn tick(&mut self, now: i64) -> Vec<Effect> {
        self.player.tick(now);
        Vec::new()
    }

    fn strike(&mut self, key: u8, at: i64) -> Vec<Effect> {
        let Some(pitch) = self.keys.pad.get(usize::from(key)).copied() else { return Vec::new() };
        let mut effects = self.player.stop();
        if self.played.strikes.len() < NOTES_MAX {
            let since = self.struck.map_or(0, |it| (at - it).clamp(0, PAUSE)) as u16;
            let after = if self.played.strikes.is_empty() { 0 } else { since };
            if let Some(last) = self.played.strikes.last_mut() {
                last.millis = after.max(1);
            }
            self.played.strikes.push(Strike { pitch, after, millis: SOUNDS });
        }
        self.struck = Some(at);
        self.hand_over();
        effects.extend(self.sound(pitch, 0, SOUNDS).map(Effect::Strike));
        effects
    }

    fn hand_over(&mut self) {
        let made = to_bytes(&self.played);
        let is_begun = !self.played.strikes.is_empty();
        let mark = is_begun.then(|| Piece::judge(&self.keys, &made));
        self.made = (if is_begun { made } else { Vec::new() }, mark);
    }

    fn sound(&self, pitch: Pitch, at: u32, millis: u16) -> Option<Sound> {
        let cents = u16::from(pitch.key(self.tonic())?) * 100;
        Some(Sound { at, millis: millis.into(), cents, loudness: LOUDNESS, voice: self.keys.voice })
    }

    /// What was played, as it was played.
    fn own(&self) -> Vec<Sound> {
        let mut at = 0;
        let mut notes = Vec::new();
        for strike in &self.played.strikes {
            at += u32::from(strike.after);
            notes.extend(self.sound(strike.pitch, at, strike.millis.max(SOUNDS)));
        }
        notes
    }

    fn tonic(&self) -> u8 {
        self.keys.tonic(self.played.seed)
    }

    fn hearing(&self) -> Hearing {
        let Keys { tempo, voice, .. } = self.keys;
        Hearing { tonic: self.tonic(), tempo, loudness: LOUDNESS, voice }
    }

    /// The key that sounds now.
    fn sounding(&self) -> Option<usize> {
        let (notes, at) = match (self.player.at(Ask::Hear), self.player.at(Ask::Own)) {
            (Some(at), _) => (sounds(&self.asked, self.hearing(), 0), at),
            (None, Some(at)) => (self.own(), at),
            (None, None) => return None,
        };
        let now = notes.iter().rposition(|it| i64::from(it.at) <= at)?;
        let cents = notes[now].cents;
        let is_over = i64::from(notes[now].at + notes[now].millis) < at;
        let of = |it: &Pitch| it.key(self.tonic()).is_some_and(|key| u16::from(key) * 100 == cents);
        self.keys.pad.iter().position(of).filter(|_| !is_over)
    }
}

const NAME_MIDI: &str = "tune.mid";
const NAME_PICTURE: &str = "tune.svg";

// What it looks like.
impl Open {
    pub fn view(&self) -> Element<Ask> {
        let say = |message: Message| message.say(self.locale);
        let free = self.keys.motif.is_none();
        let mut view = of("div", "music");
        if !free {
            let Keys { metre, tempo, .. } = self.keys;
            if self.keys.shown {
                let tune = Tune { metre, tonic: self.tonic(), tempo, notes: self.asked.clone() };
                view = view.with(sheet(Notation::Jianpu, &tune, self.note_now()));
            }
            let mut controls = Vec::new();
            if self.keys.heard {
                controls.push(self.player.button(Ask::Hear, Message::Hear, self.locale));
                let see = button("quiet", say(Message::See), Ask::See);
                controls.push(see.is("aria-pressed", if self.see { "true" } else { "false" }));
            }
            view = view.with(row(controls));
        }
        let tune = self.keys.tune(&self.played);
        view = view.with(of("div", "played").is("aria-live", "polite").with(sheet(
            Notation::Jianpu,
            &tune,
            None,
        )));
        view = view.with(self.pad());
        let mut controls = Vec::new();
        if !self.played.strikes.is_empty() {
            controls.push(self.player.button(Ask::Own, Message::Own, self.locale));
            controls.push(button("quiet", say(Message::Undo), Ask::Undo));
            controls.push(button("quiet", say(Message::Clear), Ask::Clear));
            if free {
                controls.push(button("quiet", say(Message::Midi), Ask::Midi));
                controls.push(button("quiet", say(Message::Picture), Ask::Picture));
            }
        }
        view.with(row(controls))
    }

    /// The note of the sheet that sounds now.
    fn note_now(&self) -> Option<usize> {
        let at = self.player.at(Ask::Hear)?;
        let mut end = 0;
        self.asked.iter().position(|it| {
            end += i64::from(duration(&[*it], self.keys.tempo));
            at < end
        })
    }

    /// Keys as bars: the lower, the longer.
    fn pad(&self) -> Element<Ask> {
        // While it is heard the keys show it only to who asks to see it.
        let seen = self.see || self.player.plays(Ask::Own);
        let now = self.sounding().filter(|_| seen);
        let count = self.keys.pad.len();
        let mut pad = of("div", "keys").is("data-many", if count > 6 { "true" } else { "false" });
        for (at, pitch) in self.keys.pad.iter().enumerate() {
            let high = digits(64 - 32 * at as i64 / count.max(1) as i64);
            let key = of("button", "key")
                .is("type", "button")
                .is("aria-label", &name(*pitch, self.locale));
            let bar = of("svg", "bar").is("viewBox", "0 0 40 64").is("aria-hidden", "true");
            let bar = bar.with(of("rect", "").is("width", "40").is("height", &high).is("rx", "6"));
            let key = key.flag("data-now", now == Some(at)).with(bar).with(figure(*pitch));
            pad = pad.with(key.pressed(Ask::Key(at as u8)));
        }
        pad
    }
}

/// A number with its dots.
pub fn figure(pitch: Pitch) -> Element<Ask> {
    let of_tone = pitch.degree().map(|it| digits(it.into()));
    let words = of_tone.unwrap_or_else(|| if pitch.sounds() { "x" } else { "0" }.to_owned());
    let octave = digits(pitch.octave().unwrap_or(0).into());
    of("span", "figure-of").is("data-octave", &octave).is("aria-hidden", "true").text(&words)
}

/// What a key is called.
pub fn name(pitch: Pitch, locale: Locale) -> String {
    let words = match pitch.degree() {
        Some(degree) => digits(degree.into()),
        None => {
            return (if pitch.sounds() { Message::Beat } else { Message::Rest })
                .say(locale)
                .to_owned();
        }
    };
    match pitch.octave() {
        Some(1..) => Message::High.fill(locale, &[&words]),
        Some(..=-1) => Message::Low.fill(locale, &[&words]),
        Some(0) | None => words,
    }
}
