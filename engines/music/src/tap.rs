//! `tap`: the pad, the strip, and measuring the device's delay.

use crate::Ask;
use crate::delay::{self, Delay};
use crate::player::Player;
use crate::sheet::{row, sheet};
use crate::strip::Strip;
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::digits::decimal;
use course::item::Mark;
use course::stage::Piece;
use course::stage::music::notation::Notation;
use course::stage::music::note::{BEAT, Metre, Note, Pitch, Tune, millis};
use course::stage::music::sound::{Hearing, LOUDNESS, Voice, clicks, sounds};
use course::stage::music::tap::{Asked, TAPS_MAX, Tap, Tapped};
use course::stage::music::text::write;
use stage::node::{Element, button, of};
use stage::words::Locale;
use stage::{Effect, Told};

/// An item that is tapped.
pub struct Open {
    tap: Tap,
    asked: Asked,
    seed: u64,
    locale: Locale,
    still: bool,
    pub player: Player,
    delay: Delay,
    /// Taps while it runs, and those that were handed over: milliseconds from the first beat.
    taps: Vec<i64>,
    /// The pad was hit just now.
    hit: i64,
    see: bool,
    told: Option<Outcome>,
    pub made: (Vec<u8>, Option<Mark>),
}

/// What came of measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Measured(i64),
    Unsteady,
}

/// How long the pad shows that it was hit.
const SHOWN: i64 = 120;
/// What may come after the last beat: taps that are late.
const LATE: i64 = 450;

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let tap: Tap = from_bytes(&told.piece).ok()?;
        let asked = tap.ask(told.seed);
        let delay = Delay::remembered(&told.remembered);
        let mut open = Self {
            tap,
            asked,
            seed: told.seed,
            locale: told.locale,
            still: told.still,
            player: Player::default(),
            delay,
            taps: Vec::new(),
            hit: -SHOWN,
            see: false,
            told: None,
            made: (Vec::new(), None),
        };
        if let Ok(made) = from_bytes::<Tapped>(&told.made)
            && made.seed == told.seed
        {
            open.taps = made.times();
            open.hand_over(&made);
        }
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear => self.hear(),
            Ask::Stop => self.player.stop(),
            Ask::See => {
                self.see = !self.see;
                Vec::new()
            }
            Ask::Hit if self.player.plays(Ask::Hit) || self.player.plays(Ask::Measure) => {
                self.tapped(at);
                Vec::new()
            }
            Ask::Hit => self.start(),
            Ask::Measure => self.measure(),
            Ask::Later => {
                self.delay = Delay::Later;
                vec![Effect::Remember(self.delay.to_remember())]
            }
            Ask::Clip(_) | Ask::Own | Ask::Key(_) | Ask::Length(_) | Ask::Undo | Ask::Clear => {
                Vec::new()
            }
            Ask::Pick(_) | Ask::Next | Ask::Midi | Ask::Picture => Vec::new(),
        }
    }

    pub fn tick(&mut self, now: i64) -> Vec<Effect> {
        match self.player.tick(now) {
            Some(Ask::Hit) => {
                let tapped = Tapped::new(self.seed, self.delay.known(), &self.taps);
                self.hand_over(&tapped);
                Vec::new()
            }
            Some(Ask::Measure) => {
                let measured = delay::measured(&self.taps);
                self.taps.clear();
                self.told = Some(measured.map_or(Outcome::Unsteady, Outcome::Measured));
                match measured {
                    Some(delay) => {
                        self.delay = Delay::Known(delay);
                        vec![Effect::Remember(self.delay.to_remember())]
                    }
                    None => Vec::new(),
                }
            }
            Some(_) | None => Vec::new(),
        }
    }

    fn hand_over(&mut self, tapped: &Tapped) {
        let made = to_bytes(tapped);
        let mark = (!self.taps.is_empty()).then(|| Piece::judge(&self.tap, &made));
        self.made = (made, mark);
    }

    /// The rhythm, with the beat under it.
    fn hear(&mut self) -> Vec<Effect> {
        let beats = self.beats();
        let mut notes = clicks(self.tap.metre, self.asked.tempo, beats, 0);
        let rhythm = if self.tap.rhythm.is_some() { &self.asked.notes } else { &self.asked.words };
        notes.extend(sounds(rhythm, self.hearing(), 0));
        self.player.play(Ask::Hear, notes, self.asked.end())
    }

    /// Counts in, then goes on with the beat, if it clicks, and with the words.
    fn start(&mut self) -> Vec<Effect> {
        self.taps.clear();
        self.told = None;
        self.made = (Vec::new(), None);
        let (metre, tempo) = (self.tap.metre, self.asked.tempo);
        let counted = self.counted();
        let lead = millis(counted * metre.beat(), tempo);
        let beats = counted + if self.tap.click { self.beats() } else { 0 };
        let mut notes = clicks(metre, tempo, beats, 0);
        notes.extend(sounds(&self.asked.words, self.hearing(), lead));
        let late = self.delay.known().unwrap_or(0).max(0) + LATE;
        self.player.play(Ask::Hit, notes, i64::from(lead) + self.asked.end() + late)
    }

    fn measure(&mut self) -> Vec<Effect> {
        self.taps.clear();
        self.told = None;
        let beats = u32::from(delay::COUNTED + delay::BEATS);
        let notes = clicks(FOUR, delay::TEMPO, beats, 0);
        self.player.play(Ask::Measure, notes, millis(beats * u32::from(BEAT), delay::TEMPO).into())
    }

    fn tapped(&mut self, at: i64) {
        self.hit = at;
        let Some((now, _)) = self.since_first_beat(at) else { return };
        if now > -i64::from(millis(self.tap.metre.beat(), self.asked.tempo)) / 2
            && self.taps.len() < TAPS_MAX
        {
            self.taps.push(now);
        }
    }

    /// Milliseconds since the first beat that is to be tapped, and those of a beat.
    fn since_first_beat(&self, at: i64) -> Option<(i64, i64)> {
        let (since, beat, counted) = match self.player.since(Ask::Measure) {
            Some(since) => (since, millis(BEAT.into(), delay::TEMPO), delay::COUNTED.into()),
            None => {
                let beat = millis(self.tap.metre.beat(), self.asked.tempo);
                (self.player.since(Ask::Hit)?, beat, self.counted())
            }
        };
        Some((at - since - i64::from(beat * counted), beat.into()))
    }

    /// Beats that are counted in: whole bars, three at least.
    fn counted(&self) -> u32 {
        let beats = u32::from(self.tap.metre.beats);
        3_u32.div_ceil(beats) * beats
    }

    fn beats(&self) -> u32 {
        (self.asked.end() / i64::from(millis(self.tap.metre.beat(), self.asked.tempo)).max(1))
            as u32
    }

    fn hearing(&self) -> Hearing {
        Hearing { tonic: 60, tempo: self.asked.tempo, loudness: LOUDNESS, voice: Voice::Plucked }
    }

    fn say(&self, message: Message) -> &'static str {
        message.say(self.locale)
    }
}

const FOUR: Metre = Metre { beats: 4, unit: 4 };

// What it looks like.
impl Open {
    pub fn view(&self) -> Element<Ask> {
        let view = of("div", "music");
        if self.player.plays(Ask::Measure) {
            let notes = vec![Note::new(Pitch::BEAT, BEAT); delay::BEATS.into()];
            let strip = self.strip(
                FOUR,
                delay::TEMPO,
                &notes,
                &[],
                true,
                self.say(Message::Measuring).to_owned(),
            );
            return view.with(strip).with(self.pad());
        }
        if self.delay == Delay::Unknown
            && self.told.is_none()
            && self.made.1.is_none()
            && !self.player.runs()
        {
            return view.with(self.offer());
        }
        let mut view = view;
        let rhythm = self.tap.rhythm.is_some();
        let (notes, shown) = match (rhythm, self.asked.words.is_empty()) {
            (false, false) => (&self.asked.words, true),
            (false, true) => (&self.asked.notes, true),
            (true, _) => (&self.asked.notes, self.tap.shown || self.see),
        };
        if rhythm && shown {
            let (metre, tempo) = (self.tap.metre, self.asked.tempo);
            let tune = Tune { metre, tonic: 60, tempo, notes: notes.clone() };
            view = view.with(sheet(Notation::Jianpu, &tune, None));
        }
        let label =
            if shown { write(self.tap.metre, notes) } else { self.say(Message::Beats).to_owned() };
        let strip =
            self.strip(self.tap.metre, self.asked.tempo, notes, &self.tap.syllables, shown, label);
        view = view.with(strip).with(self.pad());
        if let Some(told) = self.told {
            let words = match told {
                Outcome::Measured(delay) => {
                    Message::Measured.fill(self.locale, &[&decimal(delay.unsigned_abs())])
                }
                Outcome::Unsteady => self.say(Message::Unsteady).to_owned(),
            };
            view = view.with(of("p", "notice").is("role", "status").text(&words));
        }
        view.with(self.controls(rhythm))
    }

    /// Before the first item on a device: its delay.
    fn offer(&self) -> Element<Ask> {
        let measure = button("listen", self.say(Message::Measure), Ask::Measure);
        let later = button("quiet", self.say(Message::Later), Ask::Later);
        let words = of("p", "offer").text(self.say(Message::MeasureDo));
        of("div", "notice").with(words).with(row(vec![measure, later]))
    }

    fn controls(&self, rhythm: bool) -> Element<Ask> {
        let mut controls = Vec::new();
        if !self.player.plays(Ask::Hit) {
            if (rhythm && self.tap.heard) || !self.asked.words.is_empty() {
                controls.push(self.player.button(Ask::Hear, Message::Hear, self.locale));
            }
            if rhythm && !self.tap.shown {
                let see = button("quiet", self.say(Message::See), Ask::See);
                controls.push(see.is("aria-pressed", if self.see { "true" } else { "false" }));
            }
            if !self.player.runs() {
                controls.push(button("quiet", self.say(Message::Adjust), Ask::Measure));
            }
        } else {
            controls.push(button("quiet", self.say(Message::Stop), Ask::Stop));
        }
        row(controls)
    }

    /// The large pad: what it does now stands on it.
    fn pad(&self) -> Element<Ask> {
        let runs = self.player.plays(Ask::Hit) || self.player.plays(Ask::Measure);
        let words = match self.now().filter(|_| runs) {
            // The count stands there before the first beat.
            Some((now, beat)) if now < -beat / 4 => {
                let left = (-now + beat - 1) / beat;
                Message::Ready.fill(self.locale, &[&decimal(left.clamp(1, 9).unsigned_abs())])
            }
            Some(_) => self.say(Message::Hit).to_owned(),
            None if runs => self.say(Message::Wait).to_owned(),
            None if self.made.1.is_some() => self.say(Message::Again).to_owned(),
            None => self.say(Message::Start).to_owned(),
        };
        let pad = of("button", "pad").is("type", "button").flag("data-focus", true);
        let pad = pad.flag("data-runs", runs).flag("data-hit", self.is_hit()).text(&words);
        // Sound may begin with a whole tap alone; a beat is met when the finger comes down.
        if runs { pad.pressed(Ask::Hit) } else { pad.does(Ask::Hit) }
    }

    fn is_hit(&self) -> bool {
        let began = self.player.since(Ask::Hit).or(self.player.since(Ask::Measure));
        let at = self.player.at(Ask::Hit).or(self.player.at(Ask::Measure));
        began.zip(at).is_some_and(|(began, at)| (0..SHOWN).contains(&(began + at - self.hit)))
    }

    fn now(&self) -> Option<(i64, i64)> {
        let of = |what: Ask| Some(self.player.since(what)? + self.player.at(what)?);
        self.since_first_beat(of(Ask::Hit).or(of(Ask::Measure))?)
    }

    fn strip(
        &self,
        metre: Metre,
        tempo: u8,
        notes: &[Note],
        syllables: &[String],
        shown: bool,
        label: String,
    ) -> Element<Ask> {
        let lag = self.delay.known().or_else(|| {
            let tapped = from_bytes::<Tapped>(&self.made.0).ok()?;
            self.made.1.map(|_| self.tap.lag(&tapped))
        });
        let hits: Vec<i64> =
            lag.map(|lag| self.taps.iter().map(|it| it - lag).collect()).unwrap_or_default();
        let now = self.player.at(Ask::Hear).or_else(|| self.now().map(|(now, _)| now));
        Strip { metre, tempo, notes, shown, syllables, hits: &hits, now, still: self.still, label }
            .view()
    }
}
