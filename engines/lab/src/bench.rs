//! What stands on the bench: one trial or several side by side, going on or waiting.

use crate::Ask;
use crate::picture;
use crate::said::{named, pot};
use crate::words::Message;
use course::digits::{decimal, read};
use course::stage::lab::{Model, Run};
use stage::node::{Element, button, el, of};
use stage::words::Locale;

/// The trials, and their time.
pub struct Bench {
    pub model: Model,
    pub runs: Vec<Run>,
    /// Whether what comes of it may be seen before it has begun.
    pub lit: bool,
    /// Since when it goes on, and from which step.
    playing: Option<(f64, u16)>,
    /// Nothing may move by itself.
    still: bool,
}

/// What the controls of time ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Go on, or wait.
    Run,
    Step,
    End,
    /// To the step that is typed.
    Go,
}

impl Bench {
    pub fn new(model: Model, settings: Vec<(Vec<u16>, Vec<u16>)>, lit: bool, still: bool) -> Self {
        let mut runs = Vec::new();
        for (from, to) in settings {
            runs.push(Run::new(model, from, to));
        }
        Self { model, runs, lit, playing: None, still }
    }

    /// Sets one of them anew; all begin again.
    pub fn set(&mut self, at: usize, settings: Vec<u16>) {
        self.playing = None;
        for run in &mut self.runs {
            run.go(0);
        }
        if let Some(run) = self.runs.get_mut(at) {
            *run = Run::new(self.model, settings.clone(), settings);
        }
    }

    /// Whether nothing is left to happen.
    pub fn is_over(&self) -> bool {
        self.lit && self.runs.iter().all(Run::is_over)
    }

    /// Whether it goes on by itself.
    pub const fn plays(&self) -> bool {
        self.playing.is_some()
    }

    fn step(&self) -> u16 {
        self.runs.first().map_or(0, |it| it.step)
    }

    fn steps(&self) -> u16 {
        self.runs.first().map_or(0, Run::steps)
    }

    pub fn go(&mut self, step: u16) {
        self.lit = true;
        for run in &mut self.runs {
            run.go(step);
        }
    }

    /// Something was asked for by the controls of time.
    pub fn ask(&mut self, time: Time, typed: &str, now: f64) {
        let running = self.playing.take().is_some();
        match time {
            Time::Run if running => {}
            Time::Run => {
                let from = if self.is_over() { 0 } else { self.step() };
                self.go(from);
                self.playing = (!self.is_over()).then_some((now, from));
            }
            Time::Step => self.go(self.step() + stride(self.model)),
            Time::End => self.go(self.steps()),
            Time::Go => self.go(read(typed, 10).map_or(0, |it| it.min(u64::from(u16::MAX)) as u16)),
        }
    }

    /// Time goes on.
    pub fn tick(&mut self, now: f64) {
        let Some((began, from)) = self.playing else { return };
        // A page that was hidden goes on where it was left, not where it would be.
        let elapsed = (now - began).max(0.0) as u64;
        let step = u64::from(from) + elapsed * pace(self.model) / 10_000;
        if step > u64::from(self.step()) + u64::from(self.steps() / 8) {
            self.playing = Some((now, self.step()));
            return;
        }
        self.go(step as u16);
        if self.is_over() {
            self.playing = None;
        }
    }

    /// The picture, what it shows in words, and the controls of time.
    pub fn view(&self, locale: Locale) -> Element<Ask> {
        let bench = self.picture(locale);
        if self.stands() { bench } else { bench.with(self.times(locale)) }
    }

    /// Nothing in it takes time.
    pub fn stands(&self) -> bool {
        self.steps() == 0 && self.lit
    }

    /// The picture, and what it shows in words.
    pub fn picture(&self, locale: Locale) -> Element<Ask> {
        let mut words = of("p", "state").is("role", "status");
        words = words.text(picture::told(self).say(locale));
        if self.model == Model::Plant {
            words = of("p", "state")
                .text(&Message::Day.fill(locale, &[&decimal(u64::from(self.step() / 24))]));
        }
        let picture = picture::view(self).is("aria-hidden", "true").is("focusable", "false");
        of("div", "bench").with(picture).with(words)
    }

    /// What moves it: by itself, step by step, to the end, to any moment.
    pub fn times(&self, locale: Locale) -> Element<Ask> {
        let quiet =
            |message: Message, time: Time| button("listen", message.say(locale), Ask::Time(time));
        let mut times = of("div", "times");
        if !self.still {
            let message = if self.plays() { Message::Pause } else { Message::Run };
            times = times.with(quiet(message, Time::Run));
        }
        let slider = of("input", "moment")
            .is("type", "range")
            .is("min", "0")
            .is("max", &decimal(self.steps().into()))
            .is("step", &decimal(stride(self.model).into()))
            .is("aria-label", Message::Moment.say(locale))
            .is("value", &decimal(self.step().into()))
            .typed(Ask::Time(Time::Go));
        times
            .with(quiet(Message::Step, Time::Step))
            .with(quiet(Message::End, Time::End))
            .with(slider)
    }

    /// What is the same in all of them and is not set: in words.
    pub fn facts(&self, controls: &[usize], locale: Locale) -> Vec<String> {
        let mut facts = Vec::new();
        for control in controls {
            if let Some(value) = self.runs.first().and_then(|it| it.to.get(*control)) {
                facts.push(named(self.model, *control, *value, locale));
            }
        }
        facts
    }

    /// A group for one of them; with a name where there are several.
    pub fn group(&self, at: usize, locale: Locale) -> Element<Ask> {
        let group = of("fieldset", "set");
        if self.runs.len() > 1 { group.with(el("legend").text(&pot(at, locale))) } else { group }
    }
}

/// Steps that one step of the learner takes.
const fn stride(model: Model) -> u16 {
    match model {
        Model::Shadow => 6,
        Model::Float => 12,
        Model::Plant => 24,
        Model::Magnet => 16,
    }
}

/// Steps in ten seconds: fourteen days of a plant take a minute.
const fn pace(model: Model) -> u64 {
    match model {
        Model::Shadow => 300,
        Model::Float | Model::Magnet => 600,
        Model::Plant => 56,
    }
}
