//! `listen`: clips to be heard, options to be picked, round by round.

use crate::Ask;
use crate::glyph::glyph;
use crate::own::{Page, pressed, see};
use crate::sheet::{picture, rect, row, sheet};
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::digits::decimal;
use course::item::Mark;
use course::plan::shuffled;
use course::stage::Piece;
use course::stage::music::listen::{Ask as Asked, Listen, Picked, Round};
use course::stage::music::note::Tune;
use course::stage::music::sound::Sound;
use stage::node::{Element, button, of};
use stage::{Effect, Told};

/// An item that is listened to.
pub struct Open {
    listen: Listen,
    seed: u64,
    pub page: Page,
    /// What was picked in the rounds before.
    picks: Vec<u8>,
    round: Round,
    /// What is picked in this one.
    pick: Option<u8>,
    pub made: (Vec<u8>, Option<Mark>),
}

/// Between two clips.
const BETWEEN: u32 = 700;

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let listen: Listen = from_bytes(&told.piece).ok()?;
        let mut picks = Vec::new();
        if let Ok(made) = from_bytes::<Picked>(&told.made)
            && made.seed == told.seed
        {
            picks = made.picks;
            picks.truncate(listen.rounds());
        }
        let pick = if picks.len() == listen.rounds() { picks.pop() } else { None };
        let round = listen.round(told.seed, &picks);
        let Listen { metre, tonic, tempo, voice, .. } = listen;
        let tune = Tune { metre, tonic, tempo, notes: Vec::new() };
        let page = Page::new(tune, voice, told.locale);
        let made = (Vec::new(), None);
        let mut open = Self { listen, seed: told.seed, page, picks, round, pick, made };
        open.hand_over();
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, _at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear | Ask::Clip(_) => {
                let notes = self.clips(ask);
                let lasts = notes.last().map_or(0, |it| it.at + it.millis).into();
                self.page.player.play(ask, notes, lasts)
            }
            Ask::Pick(option) => {
                self.pick = Some(option);
                self.hand_over();
                Vec::new()
            }
            Ask::Next => {
                self.picks.extend(self.pick.take());
                self.go_on()
            }
            Ask::Clear => {
                self.picks.clear();
                self.pick = None;
                self.go_on()
            }
            Ask::Own
            | Ask::Stop
            | Ask::See
            | Ask::Hit
            | Ask::Measure
            | Ask::Later
            | Ask::Key(_)
            | Ask::Length(_)
            | Ask::Undo => Vec::new(),
        }
    }

    fn go_on(&mut self) -> Vec<Effect> {
        self.round = self.listen.round(self.seed, &self.picks);
        self.hand_over();
        self.page.player.stop()
    }

    fn is_last(&self) -> bool {
        self.picks.len() + 1 >= self.listen.rounds()
    }

    fn hand_over(&mut self) {
        let mut picks = self.picks.clone();
        if self.is_last() {
            picks.extend(self.pick);
        }
        let is_whole = picks.len() == self.listen.rounds();
        let made = to_bytes(&Picked { seed: self.seed, picks });
        let mark = if is_whole { Some(Piece::judge(&self.listen, &made)) } else { None };
        self.made = (made, mark);
    }

    /// One clip, or all one after the other.
    fn clips(&self, ask: Ask) -> Vec<Sound> {
        let mut sounds = Vec::new();
        let mut at = 0;
        for (number, clip) in (0..).zip(&self.round.clips) {
            if ask == Ask::Hear || ask == Ask::Clip(number) {
                sounds.extend(clip.sounds(self.listen.tonic, self.listen.voice, at));
                at += clip.millis() + BETWEEN;
            }
        }
        sounds
    }

    /// How long this clip is heard already, if it is heard now.
    fn at(&self, number: u8) -> Option<i64> {
        if let Some(at) = self.page.player.at(Ask::Clip(number)) {
            return Some(at);
        }
        let mut at = self.page.player.at(Ask::Hear)?;
        for clip in &self.round.clips[..usize::from(number)] {
            at -= i64::from(clip.millis() + BETWEEN);
        }
        Some(at)
    }
}

// What it looks like.
impl Open {
    pub fn view(&self) -> Element<Ask> {
        let locale = self.page.locale;
        let mut view = of("div", "music");
        let rounds = self.listen.rounds();
        if rounds > 1 {
            let (number, all) = (decimal(self.picks.len() as u64 + 1), decimal(rounds as u64));
            let words = Message::Round.fill(locale, &[&number, &all]);
            view = view.with(of("p", "round").is("role", "status").text(&words));
        }
        view = view.with(self.hear());
        if self.page.see {
            for number in 0..self.round.clips.len() as u8 {
                view = view.with(self.seen(number));
            }
        }
        view = view.with(self.options());
        let mut controls = Vec::new();
        if !self.is_last() && self.pick.is_some() {
            controls.push(button("listen go", Message::Next.say(locale), Ask::Next));
        }
        if !self.picks.is_empty() {
            controls.push(button("quiet", Message::Clear.say(locale), Ask::Clear));
        }
        view.with(row(controls))
    }

    fn hear(&self) -> Element<Ask> {
        let locale = self.page.locale;
        let mut controls = vec![self.page.player.button(Ask::Hear, Message::Hear, locale)];
        if self.round.clips.len() > 1 {
            for number in 0..2 {
                let clip = button("listen clip", name(number).say(locale), Ask::Clip(number));
                let lasts = i64::from(self.round.clips[usize::from(number)].millis());
                let is_heard = self.at(number).is_some_and(|at| (0..lasts).contains(&at));
                controls.push(clip.flag("data-now", is_heard));
            }
        }
        controls.push(see(self.page.see, locale));
        row(controls)
    }

    /// A clip to be seen: a bar a sound, as high, as large and as far from the next as it is heard.
    fn seen(&self, number: u8) -> Element<Ask> {
        let mut longest = 1;
        for clip in &self.round.clips {
            longest = longest.max(i64::from(clip.millis()));
        }
        let clip = &self.round.clips[usize::from(number)];
        let at = self.at(number).unwrap_or(-1);
        let mut label = name(number).say(self.page.locale).to_owned();
        let mut svg = picture("seen", 320, 56).is("role", "img");
        for sound in clip.sounds(self.listen.tonic, self.listen.voice, 0) {
            let (from, millis) = (i64::from(sound.at), i64::from(sound.millis));
            let (key, loudness) = (sound.cents / 100, i64::from(sound.loudness));
            let y = 48 - (i64::from(key) - 48).clamp(0, 40);
            let (wide, high) = ((millis * 240 / longest).max(8), 2 + loudness / 8);
            let is_heard = from <= at && at < from + millis;
            let class = if is_heard { "sound now" } else { "sound" };
            svg = svg.with(rect(class, 12 + from * 280 / longest, y - high / 2, wide, high));
            // For who does not see: its key, and how loud it is.
            label.extend([" ", &*decimal(key.into()), "/", &decimal(loudness.unsigned_abs())]);
        }
        svg.is("aria-label", &label)
    }

    fn options(&self) -> Element<Ask> {
        let notation =
            if let Asked::Which(_, notation) = self.listen.ask { Some(notation) } else { None };
        let mut options = of("div", "options").is("role", "group");
        options = options.flag("data-notes", notation.is_some());
        // What is compared stands in one order, what is read in any.
        let shuffled = shuffled(self.round.options, self.seed ^ self.picks.len() as u64);
        for (place, shown) in (0..).zip(shuffled) {
            let option = if notation.is_some() { shown } else { place };
            let mut card = of("button", "card").is("type", "button");
            card = card.is("aria-pressed", pressed(self.pick == Some(option)));
            if let Some(notation) = notation {
                let notes = self.round.written[usize::from(option)].clone();
                card = card.with(sheet(notation, &self.page.tune(notes), None));
            } else {
                if let Some(glyph) = glyph(&self.listen.ask, option) {
                    card = card.with(glyph);
                }
                let label = usize::from(self.round.labels[usize::from(option)]);
                card = card.text(self.listen.labels.get(label).map_or("", |it| it));
            }
            options = options.with(card.does(Ask::Pick(option)));
        }
        options
    }
}

const fn name(number: u8) -> Message {
    if number == 0 { Message::First } else { Message::Second }
}
