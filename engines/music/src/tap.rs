//! `tap`: the pad, the strip, and measuring the device's delay.

use crate::Ask;
use crate::delay::{self, Delay};
use crate::own::{Page, see};
use crate::sheet::{row, sheet};
use crate::strip::Strip;
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::digits::decimal;
use course::item::Mark;
use course::stage::Piece;
use course::stage::music::notation::Notation;
use course::stage::music::note::{BEAT, Metre, Note, Pitch, Tune, millis};
use course::stage::music::sound::{Voice, clicks};
use course::stage::music::tap::{Asked, TAPS_MAX, Tap, Tapped};
use course::stage::music::text::write;
use stage::node::{Element, button, of};
use stage::{Effect, Told};

/// An item that is tapped.
pub struct Open {
    tap: Tap,
    asked: Asked,
    seed: u64,
    still: bool,
    pub page: Page,
    delay: Delay,
    /// Taps while it runs, and those that were handed over: milliseconds from the first beat.
    taps: Vec<i64>,
    /// The pad was hit just now.
    hit: i64,
    /// What measuring came to.
    told: Option<Option<i64>>,
    pub made: (Vec<u8>, Option<Mark>),
}

/// How long the pad shows that it was hit.
const SHOWN: i64 = 120;
/// What may come after the last beat: taps that are late.
const LATE: i64 = 450;
/// In which the delay is measured.
const FOUR: Metre = Metre { beats: 4, unit: 4 };

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let tap: Tap = from_bytes(&told.piece).ok()?;
        let asked = tap.ask(told.seed);
        // What is heard is the rhythm, or what the beat is tapped under.
        let notes = if tap.rhythm.is_some() { &asked.notes } else { &asked.words };
        let tune = Tune { metre: tap.metre, tonic: 60, tempo: asked.tempo, notes: notes.clone() };
        let mut open = Self {
            tap,
            asked,
            seed: told.seed,
            still: told.still,
            page: Page::new(tune, Voice::Plucked, told.locale),
            delay: Delay::remembered(&told.remembered),
            taps: Vec::new(),
            hit: -SHOWN,
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
            Ask::Hit if self.runs() => {
                self.tapped(at);
                Vec::new()
            }
            Ask::Hit => self.start(),
            Ask::Measure => self.measure(),
            Ask::Later => self.remember(Delay::Later),
            Ask::Clip(_)
            | Ask::Own
            | Ask::Stop
            | Ask::See
            | Ask::Key(_)
            | Ask::Length(_)
            | Ask::Undo
            | Ask::Clear
            | Ask::Pick(_)
            | Ask::Next => Vec::new(),
        }
    }

    /// What was played is over.
    pub fn over(&mut self, what: Ask) -> Vec<Effect> {
        if what == Ask::Hit {
            let tapped = Tapped::new(self.seed, self.delay.known(), &self.taps);
            self.hand_over(&tapped);
        } else if what == Ask::Measure {
            let measured = delay::measured(&self.taps);
            self.taps.clear();
            self.told = Some(measured);
            if let Some(delay) = measured {
                return self.remember(Delay::Known(delay));
            }
        }
        Vec::new()
    }

    fn remember(&mut self, delay: Delay) -> Vec<Effect> {
        self.delay = delay;
        vec![Effect::Remember(delay.to_remember())]
    }

    fn hand_over(&mut self, tapped: &Tapped) {
        let made = to_bytes(tapped);
        let mark = if self.taps.is_empty() { None } else { Some(Piece::judge(&self.tap, &made)) };
        self.made = (made, mark);
    }

    /// The rhythm, with the beat under it.
    fn hear(&mut self) -> Vec<Effect> {
        let mut notes = clicks(self.tap.metre, self.asked.tempo, self.beats(), 0);
        notes.extend(self.page.sounds(&self.page.asked.notes));
        self.page.player.play(Ask::Hear, notes, self.asked.end())
    }

    /// Counts in, then goes on with the beat, if it clicks, and with the words.
    fn start(&mut self) -> Vec<Effect> {
        self.taps.clear();
        self.told = None;
        self.made = (Vec::new(), None);
        let (metre, tempo) = (self.tap.metre, self.asked.tempo);
        let lead = millis(self.counted() * metre.beat(), tempo);
        let beats = self.counted() + if self.tap.click { self.beats() } else { 0 };
        let mut notes = clicks(metre, tempo, beats, 0);
        for mut word in self.page.sounds(&self.asked.words) {
            word.at += lead;
            notes.push(word);
        }
        let late = self.delay.known().unwrap_or(0).max(0) + LATE;
        self.page.player.play(Ask::Hit, notes, i64::from(lead) + self.asked.end() + late)
    }

    fn measure(&mut self) -> Vec<Effect> {
        self.taps.clear();
        self.told = None;
        let beats = u32::from(delay::COUNTED + delay::BEATS);
        let lasts = millis(beats * u32::from(BEAT), delay::TEMPO).into();
        self.page.player.play(Ask::Measure, clicks(FOUR, delay::TEMPO, beats, 0), lasts)
    }

    fn tapped(&mut self, at: i64) {
        self.hit = at;
        if let Some((now, beat)) = self.since_first_beat(at)
            && now > -beat / 2
            && self.taps.len() < TAPS_MAX
        {
            self.taps.push(now);
        }
    }

    /// Whether taps are awaited.
    fn runs(&self) -> bool {
        self.page.player.plays(Ask::Hit) || self.page.player.plays(Ask::Measure)
    }

    /// Milliseconds since the first beat that is to be tapped, and those of a beat.
    fn since_first_beat(&self, at: i64) -> Option<(i64, i64)> {
        let (since, beat, counted) = match self.page.player.since(Ask::Measure) {
            Some(since) => (since, millis(BEAT.into(), delay::TEMPO), delay::COUNTED.into()),
            None => (self.page.player.since(Ask::Hit)?, self.beat(), self.counted()),
        };
        Some((at - since - i64::from(beat * counted), beat.into()))
    }

    fn now(&self) -> Option<(i64, i64)> {
        if self.runs() { self.since_first_beat(self.page.player.now()) } else { None }
    }

    /// Milliseconds of a beat.
    fn beat(&self) -> u32 {
        millis(self.tap.metre.beat(), self.asked.tempo).max(1)
    }

    /// Beats that are counted in: whole bars, three at least.
    fn counted(&self) -> u32 {
        let beats = u32::from(self.tap.metre.beats);
        3_u32.div_ceil(beats) * beats
    }

    fn beats(&self) -> u32 {
        self.asked.end().unsigned_abs() as u32 / self.beat()
    }

    fn say(&self, message: Message) -> &'static str {
        message.say(self.page.locale)
    }
}

// What it looks like.
impl Open {
    pub fn view(&self) -> Element<Ask> {
        let view = of("div", "music");
        if self.page.player.plays(Ask::Measure) {
            let notes = vec![Note::new(Pitch::BEAT, BEAT); delay::BEATS.into()];
            let label = self.say(Message::Measuring);
            return view.with(self.strip(FOUR, delay::TEMPO, &notes, true, label)).with(self.pad());
        }
        let is_new = self.made.1.is_none() && self.told.is_none() && !self.page.player.runs();
        if self.delay == Delay::Unknown && is_new {
            return view.with(self.offer());
        }
        let mut view = view;
        let (metre, tempo) = (self.tap.metre, self.asked.tempo);
        let rhythm = self.tap.rhythm.is_some();
        let shown = !rhythm || self.tap.shown || self.page.see;
        if rhythm && shown {
            view = view.with(sheet(Notation::Jianpu, &self.page.asked, None));
        }
        let words = &self.page.asked.notes;
        let notes = if words.is_empty() { &self.asked.notes } else { words };
        let label = if shown { write(metre, notes) } else { self.say(Message::Beats).to_owned() };
        view = view.with(self.strip(metre, tempo, notes, shown, &label)).with(self.pad());
        if let Some(told) = self.told {
            let words = match told {
                Some(delay) => {
                    let millis = decimal(delay.max(0).unsigned_abs());
                    Message::Measured.fill(self.page.locale, &[&millis])
                }
                None => self.say(Message::Unsteady).to_owned(),
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
        if self.page.player.plays(Ask::Hit) {
            return row(vec![button("quiet", self.say(Message::Stop), Ask::Stop)]);
        }
        let mut controls = Vec::new();
        let heard = if rhythm { self.tap.heard } else { !self.asked.words.is_empty() };
        if heard {
            controls.push(self.page.player.button(Ask::Hear, Message::Hear, self.page.locale));
        }
        if rhythm && !self.tap.shown {
            controls.push(see(self.page.see, self.page.locale));
        }
        controls.push(button("quiet", self.say(Message::Adjust), Ask::Measure));
        row(controls)
    }

    /// The large pad: what it does now stands on it.
    fn pad(&self) -> Element<Ask> {
        let runs = self.runs();
        let words = match self.now() {
            // The count stands there before the first beat.
            Some((now, beat)) if now < -beat / 4 => {
                let left = (beat - 1 - now) / beat;
                Message::Ready.fill(self.page.locale, &[&decimal(left.unsigned_abs())])
            }
            Some(_) => self.say(Message::Hit).to_owned(),
            None if runs => self.say(Message::Wait).to_owned(),
            None if self.made.1.is_some() => self.say(Message::Again).to_owned(),
            None => self.say(Message::Start).to_owned(),
        };
        let is_hit = runs && self.page.player.now() - self.hit < SHOWN;
        let pad = of("button", "pad").is("type", "button").flag("data-focus", true);
        let pad = pad.flag("data-runs", runs).flag("data-hit", is_hit).text(&words);
        // Sound may begin with a whole tap alone; a beat is met when the finger comes down.
        if runs { pad.pressed(Ask::Hit) } else { pad.does(Ask::Hit) }
    }

    fn strip(
        &self,
        metre: Metre,
        tempo: u8,
        notes: &[Note],
        shown: bool,
        label: &str,
    ) -> Element<Ask> {
        let mut lag = self.delay.known();
        if lag.is_none()
            && self.made.1.is_some()
            && let Ok(tapped) = from_bytes::<Tapped>(&self.made.0)
        {
            lag = Some(self.tap.lag(&tapped));
        }
        let mut hits = Vec::new();
        for tap in &self.taps {
            hits.extend(lag.map(|lag| tap - lag));
        }
        let now = self.page.player.at(Ask::Hear).or(self.now().map(|(now, _)| now));
        let (syllables, still) = (&self.tap.syllables, self.still);
        Strip { metre, tempo, notes, shown, syllables, hits: &hits, now, still, label }.view()
    }
}
