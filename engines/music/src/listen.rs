//! `listen`: clips to be heard, options to be picked, round by round.

use crate::Ask;
use crate::glyph::glyph;
use crate::player::Player;
use crate::sheet::{row, sheet};
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::digits::{decimal, digits};
use course::item::Mark;
use course::plan::shuffled;
use course::stage::Piece;
use course::stage::music::listen::{Ask as Asked, Heard, Listen, Picked, Round};
use course::stage::music::notation::Notation;
use course::stage::music::note::{Note, Tune};
use course::stage::music::sound::Sound;
use stage::node::{Element, button, of};
use stage::words::Locale;
use stage::{Effect, Told};

/// An item that is listened to.
pub struct Open {
    listen: Listen,
    seed: u64,
    locale: Locale,
    pub player: Player,
    /// What was picked in the rounds before.
    picks: Vec<u8>,
    round: Round,
    /// What is picked in this one.
    pick: Option<u8>,
    see: bool,
    pub made: (Vec<u8>, Option<Mark>),
}

/// Between two clips.
const BETWEEN: u32 = 700;

impl Open {
    pub fn new(told: Told) -> Option<Self> {
        let listen: Listen = from_bytes(&told.piece).ok()?;
        let made = from_bytes::<Picked>(&told.made).ok().filter(|it| it.seed == told.seed);
        let mut picks = made.map(|it| it.picks).unwrap_or_default();
        picks.truncate(listen.rounds());
        let pick = if picks.len() == listen.rounds() { picks.pop() } else { None };
        let round = listen.round(told.seed, &picks);
        let (player, made) = (Player::default(), (Vec::new(), None));
        let (seed, locale) = (told.seed, told.locale);
        let mut open = Self { listen, seed, locale, player, picks, round, pick, see: false, made };
        open.hand_over();
        Some(open)
    }

    pub fn ask(&mut self, ask: Ask, _at: i64) -> Vec<Effect> {
        match ask {
            Ask::Hear | Ask::Clip(_) => {
                let notes = self.clips(ask);
                let lasts = notes.last().map_or(0, |it| it.at + it.millis).into();
                self.player.play(ask, notes, lasts)
            }
            Ask::Stop => self.player.stop(),
            Ask::See => {
                self.see = !self.see;
                Vec::new()
            }
            Ask::Pick(option) if usize::from(option) < self.round.options => {
                self.pick = Some(option);
                self.hand_over();
                Vec::new()
            }
            Ask::Next if !self.is_last() => {
                self.picks.extend(self.pick.take());
                self.go_on()
            }
            Ask::Clear => {
                self.picks.clear();
                self.pick = None;
                self.go_on()
            }
            Ask::Pick(_) | Ask::Next | Ask::Own | Ask::Hit | Ask::Measure | Ask::Later => {
                Vec::new()
            }
            Ask::Key(_) | Ask::Length(_) | Ask::Undo | Ask::Midi | Ask::Picture => Vec::new(),
        }
    }

    pub fn tick(&mut self, now: i64) -> Vec<Effect> {
        self.player.tick(now);
        Vec::new()
    }

    fn go_on(&mut self) -> Vec<Effect> {
        self.round = self.listen.round(self.seed, &self.picks);
        self.hand_over();
        self.player.stop()
    }

    fn is_last(&self) -> bool {
        self.picks.len() + 1 >= self.listen.rounds()
    }

    fn hand_over(&mut self) {
        let mut picks = self.picks.clone();
        picks.extend(self.pick.filter(|_| self.is_last()));
        let is_whole = picks.len() == self.listen.rounds();
        let made = to_bytes(&Picked { seed: self.seed, picks });
        let mark = is_whole.then(|| Piece::judge(&self.listen, &made));
        self.made = (made, mark);
    }

    /// One clip, or all one after the other.
    fn clips(&self, ask: Ask) -> Vec<Sound> {
        let mut sounds = Vec::new();
        let mut at = 0;
        for (number, clip) in self.round.clips.iter().enumerate() {
            if let Ask::Clip(wanted) = ask
                && usize::from(wanted) != number
            {
                continue;
            }
            sounds.extend(clip.sounds(self.listen.tonic, self.listen.voice, at));
            at += clip.millis() + BETWEEN;
        }
        sounds
    }

    /// Which clip is heard now.
    fn hearing(&self) -> Option<usize> {
        let clips = self.round.clips.iter().enumerate();
        for (number, _) in clips.clone() {
            if self.player.plays(Ask::Clip(number as u8)) {
                return Some(number);
            }
        }
        let at = self.player.at(Ask::Hear)?;
        let mut end = 0;
        for (number, clip) in clips {
            end += i64::from(clip.millis() + BETWEEN);
            if at < end {
                return Some(number);
            }
        }
        None
    }
}

// What it looks like.
impl Open {
    pub fn view(&self) -> Element<Ask> {
        let mut view = of("div", "music");
        let rounds = self.listen.rounds();
        if rounds > 1 {
            let numbers = [self.picks.len() as u64 + 1, rounds as u64].map(decimal);
            let words = Message::Round.fill(self.locale, &[&numbers[0], &numbers[1]]);
            view = view.with(of("p", "round").is("role", "status").text(&words));
        }
        view = view.with(self.hear());
        if self.see {
            for (number, clip) in self.round.clips.iter().enumerate() {
                view = view.with(self.seen(number, clip));
            }
        }
        view = view.with(self.options());
        let mut controls = Vec::new();
        if !self.is_last() && self.pick.is_some() {
            controls.push(button("listen next", Message::Next.say(self.locale), Ask::Next));
        }
        if !self.picks.is_empty() {
            controls.push(button("quiet", Message::Clear.say(self.locale), Ask::Clear));
        }
        view.with(row(controls))
    }

    fn hear(&self) -> Element<Ask> {
        let mut controls = vec![self.player.button(Ask::Hear, Message::Hear, self.locale)];
        let now = self.hearing();
        if self.round.clips.len() > 1 {
            for (number, name) in [Message::First, Message::Second].into_iter().enumerate() {
                let clip = button("listen clip", name.say(self.locale), Ask::Clip(number as u8));
                controls.push(clip.flag("data-now", now == Some(number)));
            }
        }
        let see = button("quiet", Message::See.say(self.locale), Ask::See);
        controls.push(see.is("aria-pressed", if self.see { "true" } else { "false" }));
        row(controls)
    }

    /// A clip to be seen: a dot a sound, as high, as large and as far from the next as it is heard.
    fn seen(&self, number: usize, clip: &Heard) -> Element<Ask> {
        let sounds = clip.sounds(self.listen.tonic, self.listen.voice, 0);
        let at = self.player.at(Ask::Clip(number as u8)).or_else(|| {
            let before: u32 =
                self.round.clips[..number].iter().map(|it| it.millis() + BETWEEN).sum();
            self.player.at(Ask::Hear).map(|it| it - i64::from(before))
        });
        let longest = self.round.clips.iter().map(Heard::millis).max().unwrap_or(1).max(1);
        let label = [
            if number == 0 { Message::First } else { Message::Second }.say(self.locale),
            ": ",
            &told(&sounds),
        ];
        let mut svg = of("svg", "seen")
            .is("viewBox", "0 0 320 56")
            .is("role", "img")
            .is("aria-label", &label.concat());
        for sound in sounds {
            let x = 12 + i64::from(sound.at) * 280 / i64::from(longest);
            let y = 48 - (i64::from(sound.cents) / 100 - 48).clamp(0, 40);
            let wide = (i64::from(sound.millis) * 240 / i64::from(longest)).max(8);
            let high = 2 + i64::from(sound.loudness) / 8;
            let now = at.is_some_and(|at| {
                (i64::from(sound.at)..i64::from(sound.at + sound.millis)).contains(&at)
            });
            let place = of("rect", if now { "sound now" } else { "sound" })
                .is("x", &digits(x))
                .is("y", &digits(y - high / 2));
            svg = svg
                .with(place.is("width", &digits(wide)).is("height", &digits(high)).is("rx", "4"));
        }
        svg
    }

    fn options(&self) -> Element<Ask> {
        let in_notes = matches!(self.listen.ask, Asked::Which(..));
        let mut options = of("div", "options")
            .is("role", "group")
            .is("data-notes", if in_notes { "true" } else { "false" });
        // What is compared stands in one order, what is read in any.
        let order = if in_notes {
            shuffled(self.round.options, self.seed ^ self.picks.len() as u64)
        } else {
            (0..self.round.options as u8).collect()
        };
        for (place, option) in (0..).zip(order) {
            let pressed = if self.pick == Some(option) { "true" } else { "false" };
            let card = of("button", "card").is("type", "button").is("aria-pressed", pressed);
            let card = match (&self.listen.ask, self.round.written.get(usize::from(option))) {
                (Asked::Which(_, notation), Some(notes)) => {
                    card.with(self.written(*notation, notes))
                }
                _ => {
                    let label =
                        self.round.labels.get(usize::from(option)).map(|it| usize::from(*it));
                    let words = label.and_then(|it| self.listen.labels.get(it));
                    let card = match glyph(&self.listen.ask, option) {
                        Some(glyph) => card.with(glyph),
                        None => card,
                    };
                    card.text(words.map_or("", |it| it))
                }
            };
            options = options.with(card.is("data-option", &decimal(place)).does(Ask::Pick(option)));
        }
        options
    }

    fn written(&self, notation: Notation, notes: &[Note]) -> Element<Ask> {
        let Listen { metre, tonic, tempo, .. } = self.listen;
        sheet(notation, &Tune { metre, tonic, tempo, notes: notes.to_vec() }, None)
    }
}

/// Sounds in numbers, for who does not see: keys, and how loud.
fn told(sounds: &[Sound]) -> String {
    let mut told = String::new();
    for sound in sounds {
        if !told.is_empty() {
            told.push_str(", ");
        }
        told.extend([
            &*decimal(u64::from(sound.cents) / 100),
            "/",
            &decimal(sound.loudness.into()),
        ]);
    }
    told
}
