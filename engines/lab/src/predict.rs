//! `predict`: the learner foretells, sees, explains.

use crate::Ask;
use crate::bench::{Bench, Time};
use crate::controls::radio;
use crate::said::{joined, pot, reading, setting};
use crate::words::{Message, control};
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::lab::model::Unit;
use course::stage::lab::predict::Made;
use course::stage::lab::{Model, Predict};
use stage::Told;
use stage::node::{Element, of};
use stage::words::Locale;

/// What is open.
pub struct Foretelling {
    predict: Predict,
    seed: u64,
    from: Vec<u16>,
    to: Vec<u16>,
    bench: Bench,
    guess: u8,
    why: u8,
    /// Whether it was seen to the end.
    seen: bool,
    locale: Locale,
}

/// Nothing was chosen yet.
const NONE: u8 = u8::MAX;

impl Foretelling {
    pub fn open(told: &Told) -> Option<Self> {
        let predict: Predict = from_bytes(&told.piece).ok().filter(|it: &Predict| it.is_sound())?;
        let seed = told.seed;
        let (from, to) = predict.trial(seed);
        let left = from_bytes(&told.made).ok().filter(|it: &Made| it.seed == seed);
        let left = left.unwrap_or(Made { seed, guess: NONE, seen: Vec::new(), why: NONE });
        let seen = left.seen == predict.seen(seed);
        let model = predict.setup.model;
        let both = vec![(from.clone(), from.clone()), (to.clone(), to.clone())];
        let runs = match model {
            // Two pots side by side, and a lamp that is carried; all else is let go once.
            Model::Plant if from != to => both,
            Model::Shadow => vec![(from.clone(), to.clone())],
            Model::Plant | Model::Float | Model::Magnet => vec![(to.clone(), to.clone())],
        };
        let lit = from != to && model == Model::Shadow;
        let mut bench = Bench::new(model, runs, lit, told.still);
        if seen {
            bench.go(u16::MAX);
        }
        Some(Self {
            predict,
            seed,
            from,
            to,
            bench,
            guess: left.guess,
            why: left.why,
            seen,
            locale: told.locale,
        })
    }

    pub fn guess(&mut self, guess: u8) {
        if !self.seen && !self.bench.plays() {
            self.guess = guess;
        }
    }

    pub const fn explain(&mut self, why: u8) {
        self.why = why;
    }

    pub fn time(&mut self, time: Time, typed: &str, now: f64) {
        if self.guess != NONE {
            self.bench.ask(time, typed, now);
            self.look();
        }
    }

    pub fn tick(&mut self, now: f64) {
        self.bench.tick(now);
        self.look();
    }

    fn look(&mut self) {
        self.seen |= self.bench.is_over();
    }

    pub const fn plays(&self) -> bool {
        self.bench.plays()
    }

    pub fn view(&self) -> Element<Ask> {
        let locale = self.locale;
        let mut view = of("div", "predict").with(self.facts()).with(self.bench.picture(locale));
        view = view.with(self.guesses());
        // What moves it comes when it was foretold, below: what was picked stays where it is.
        if self.guess != NONE && !self.bench.stands() {
            view = view.with(self.bench.times(locale));
        }
        if self.seen { view.with(self.came()).with(self.whys()) } else { view }
    }

    /// What is set, and what changes.
    fn facts(&self) -> Element<Ask> {
        let (locale, model) = (self.locale, self.bench.model);
        let mut facts = Vec::new();
        let mut change = of("p", "target");
        for (at, (from, to)) in self.from.iter().zip(&self.to).enumerate() {
            let name = control(model, at).say(locale);
            let (was, is) = (setting(model, at, *from, locale), setting(model, at, *to, locale));
            if from == to {
                facts.push(Message::Named.fill(locale, &[name, &is]));
            } else if self.bench.runs.len() > 1 {
                let pots = [pot(0, locale), pot(1, locale)];
                change = change
                    .text(&[name, ": ", &pots[0], " ", &was, " · ", &pots[1], " ", &is].concat());
            } else {
                change = change.text(&Message::Change.fill(locale, &[name, &was, &is]));
            }
        }
        of("div", "goal").with(change).with(of("p", "facts").text(&joined(&facts)))
    }

    fn guesses(&self) -> Element<Ask> {
        let legend = of("legend", "ask").text(Message::Guess.say(self.locale));
        let locked =
            self.seen || self.bench.plays() || self.bench.runs.iter().any(|it| it.step > 0);
        let mut choice = of("fieldset", "choice").flag("disabled", locked).with(legend);
        for (at, (_, words)) in self.predict.guesses.iter().enumerate() {
            let at = at as u8;
            choice =
                choice.with(radio("guess", at.into(), words, self.guess == at, Ask::Guess(at)));
        }
        choice
    }

    /// What came, beside what was foretold.
    fn came(&self) -> Element<Ask> {
        let locale = self.locale;
        let outcome = self.predict.outcome(self.seed);
        let came = self.predict.guesses.iter().find(|(it, _)| *it == outcome);
        let came = came.map_or("", |(_, words)| words);
        let mut all = of("div", "came").is("role", "status");
        let meter = self.predict.setup.meters[0];
        let seen = self.predict.seen(self.seed);
        if self.bench.model.unit(meter) != Unit::Words {
            let say = |shown: i64| reading(self.bench.model, meter, shown, locale);
            let said = if self.bench.runs.len() > 1 {
                joined(&[
                    Message::Named.fill(locale, &[&pot(0, locale), &say(seen[0])]),
                    Message::Named.fill(locale, &[&pot(1, locale), &say(seen[1])]),
                ])
            } else {
                Message::BeforeAfter.fill(locale, &[&say(seen[0]), &say(seen[1])])
            };
            all = all.with(of("p", "facts").text(&said));
        }
        all.with(of("p", "now").text(&Message::Came.fill(locale, &[came])))
    }

    fn whys(&self) -> Element<Ask> {
        let mut choice = of("fieldset", "choice").with(of("legend", "ask").text(&self.predict.ask));
        for at in order(self.predict.whys.len() as u8, self.seed) {
            let words = &self.predict.whys[usize::from(at)].1;
            choice = choice.with(radio("why", at.into(), words, self.why == at, Ask::Why(at)));
        }
        choice
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        if self.guess == NONE {
            return (Vec::new(), None);
        }
        let seen = if self.seen { self.predict.seen(self.seed) } else { Vec::new() };
        let made = Made { seed: self.seed, guess: self.guess, seen, why: self.why };
        let mark = (self.seen && self.why != NONE).then(|| self.predict.mark(&made));
        (to_bytes(&made), mark)
    }
}

/// The places of explanations in the order in which this seed shows them.
fn order(count: u8, seed: u64) -> Vec<u8> {
    let first =
        if count == 0 { 0 } else { (course::rng::derive(seed, b"order") % u64::from(count)) as u8 };
    let mut order = Vec::new();
    for at in 0..count {
        order.push((at + first) % count);
    }
    order
}
