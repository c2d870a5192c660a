//! Mixing paint: parts of pots, what comes of them, and what was wished or foretold.

use crate::names;
use crate::parts::{Node, button, row, shape, status, swatch, tile};
use crate::words::Message as M;
use course::codec::{from_bytes, to_bytes};
use course::digits::decimal;
use course::item::Mark;
use course::stage::Piece as _;
use course::stage::drawing::blend::{Hue, PARTS_MAX, Pot, apart, blended, hue, lightness};
use course::stage::drawing::mix::{Goal, Mix};
use course::stage::drawing::svg::rgb;
use stage::Told;
use stage::node::of;
use stage::words::Locale;

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    Less(u8),
    More(u8),
    Empty,
    /// Foretells a colour.
    Pick(Hue),
    /// Mixes what was foretold.
    Stir,
}

/// A palette.
pub struct Palette {
    piece: Mix,
    locale: Locale,
    parts: Vec<u8>,
    picked: Option<Hue>,
    stirred: bool,
}

impl Palette {
    pub fn open(told: &Told) -> Option<Self> {
        let piece: Mix = from_bytes(&told.piece).ok()?;
        let before: Vec<u8> = from_bytes(&told.made).unwrap_or_default();
        let mut palette = Self {
            locale: told.locale,
            parts: vec![0; piece.pots.len()],
            picked: None,
            stirred: false,
            piece,
        };
        match (&palette.piece.goal, &before[..]) {
            (Goal::Foretell(_, options), [picked]) => {
                palette.picked = options.iter().copied().find(|it| *it as u8 == *picked);
                palette.stirred = palette.picked.is_some();
            }
            (Goal::Called(_) | Goal::Like(..), _) if before.len() == palette.parts.len() => {
                palette.parts = before;
            }
            (Goal::Called(_) | Goal::Like(..) | Goal::Foretell(..), _) => {}
        }
        Some(palette)
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        if let Goal::Foretell(..) = self.piece.goal {
            let made = self.picked.map(|it| to_bytes(&vec![it as u8])).unwrap_or_default();
            let mark = self.stirred.then(|| self.piece.judge(&made));
            return (made, mark);
        }
        let made = to_bytes(&self.parts);
        let mark = self.parts.iter().any(|it| *it > 0).then(|| self.piece.judge(&made));
        (made, mark)
    }

    pub fn ask(&mut self, ask: Do) {
        let part = |palette: &mut Self, number: u8, more: bool| {
            if let Some(part) = palette.parts.get_mut(usize::from(number)) {
                *part = if more { (*part + 1).min(PARTS_MAX) } else { part.saturating_sub(1) };
            }
        };
        match ask {
            Do::Less(number) => part(self, number, false),
            Do::More(number) => part(self, number, true),
            Do::Empty => self.parts.fill(0),
            Do::Pick(hue) if !self.stirred => self.picked = Some(hue),
            Do::Pick(_) => {}
            Do::Stir => self.stirred = self.picked.is_some(),
        }
    }

    /// What was foretold wrongly is foretold anew.
    pub fn retried(&mut self) {
        self.picked = None;
        self.stirred = false;
    }

    fn say(&self, message: M) -> &'static str {
        message.say(self.locale)
    }

    pub fn view(&self) -> Node {
        match &self.piece.goal {
            Goal::Foretell(parts, options) => self.foretelling(parts, options),
            Goal::Called(wanted) => {
                let shown = Hue::ALL[*wanted as usize].2;
                self.mixing((self.say(names::hue(*wanted)), Some(shown)), false)
            }
            Goal::Like(parts, _) => {
                let wanted = self.piece.blended(parts);
                let called = wanted.map_or("", |it| self.say(names::hue(hue(it))));
                self.mixing((called, wanted), true)
            }
        }
    }

    /// `wish` is what is wished, its name and its colour, which has to be met or is one of many that are called so.
    fn mixing(&self, wish: (&str, Option<u32>), met: bool) -> Node {
        let mixed = self.piece.blended(&self.parts);
        let named = mixed.map_or(M::Nothing, |it| names::hue(hue(it)));
        let right = mixed.zip(wish.1).filter(|_| met).map(|(mixed, wish)| compared(mixed, wish));
        let mut pots = row("pots", self.say(M::Pots));
        for (at, pot) in self.piece.pots.iter().enumerate() {
            let parts = self.parts.get(at).copied().unwrap_or(0);
            pots = pots.with(self.pot(at as u8, *pot, parts));
        }
        let empty = button("tile", self.say(M::Empty), Do::Empty).flag("disabled", mixed.is_none());
        let goal = (self.say(M::Wish), wish.0, wish.1);
        let mine = (self.say(M::Mixed), self.say(named), mixed);
        of("div", "palette")
            .with(of("div", "blobs").with(blob(goal)).with(blob(mine)))
            .with(status(right.map_or("", |it| self.say(it))))
            .with(pots)
            .with(row("row", self.say(M::Pots)).with(empty))
    }

    fn pot(&self, number: u8, pot: Pot, parts: u8) -> Node {
        let name = self.say(names::pot(pot));
        let less = M::Less.fill(self.locale, &[name]);
        let more = M::More.fill(self.locale, &[name]);
        of("div", "pot")
            .with(
                button("tile sign", "−", Do::Less(number))
                    .is("aria-label", &less)
                    .flag("disabled", parts == 0),
            )
            .with(self.what(pot, parts))
            .with(drops(alone(pot), parts))
            .with(
                button("tile sign", "+", Do::More(number))
                    .is("aria-label", &more)
                    .flag("disabled", parts >= PARTS_MAX),
            )
    }

    /// A pot, and how much of it there is.
    fn what(&self, pot: Pot, parts: u8) -> Node {
        let name = self.say(names::pot(pot));
        let told = M::PartsOf.fill(self.locale, &[name, &decimal(parts.into())]);
        of("p", "what").with(swatch(alone(pot))).with(of("span", "name").text(&told))
    }

    fn foretelling(&self, parts: &[u8], options: &[Hue]) -> Node {
        let mut pots = row("pots", self.say(M::Pots));
        for (pot, part) in self.piece.pots.iter().zip(parts) {
            if *part > 0 {
                pots = pots.with(
                    of("div", "pot").with(self.what(*pot, *part)).with(drops(alone(*pot), *part)),
                );
            }
        }
        let mixed = self.piece.blended(parts).filter(|_| self.stirred);
        let named = mixed.map_or(M::Nothing, |it| names::hue(hue(it)));
        let mut all = row("row options", self.say(M::Foretell));
        for option in options {
            let words = self.say(names::hue(*option));
            let tile = tile("tile paint", words, self.picked == Some(*option), Do::Pick(*option));
            let colour = Hue::ALL[*option as usize].2;
            all = all.with(tile.with(swatch(colour)).flag("disabled", self.stirred));
        }
        let stir = button("action", self.say(M::MixIt), Do::Stir)
            .flag("disabled", self.picked.is_none() || self.stirred);
        let mine = (self.say(M::Mixed), self.say(named), mixed);
        let told = mixed.map(|_| M::It.fill(self.locale, &[self.say(named)]));
        of("div", "palette")
            .with(pots)
            .with(all)
            .with(stir)
            .with(of("div", "blobs").with(blob(mine)))
            .with(status(&told.unwrap_or_default()))
    }
}

/// The colour of a pot.
fn alone(pot: Pot) -> u32 {
    let mut parts = [0; 5];
    parts[pot as usize] = 1;
    blended(parts).unwrap_or_default()
}

/// How a mixture differs from the one that is wished.
fn compared(mixed: u32, wish: u32) -> M {
    let lighter = lightness(mixed) - lightness(wish);
    match (apart(mixed, wish), lighter) {
        (..=14, _) => M::Alike,
        (_, 12..) => M::Lighter,
        (_, ..=-12) => M::Darker,
        (..) => M::Other,
    }
}

/// So many parts as drops.
fn drops(colour: u32, parts: u8) -> Node {
    let mut drops = of("svg", "drops")
        .is("viewBox", "0 0 216 24")
        .is("aria-hidden", "true")
        .is("preserveAspectRatio", "xMinYMid");
    for part in 0..parts {
        let x = decimal(u64::from(part) * 24 + 12);
        let way = ["m", &x, " 2c5 8 8 10 8 14a8 7 0 0 1-16 0c0-4 3-6 8-14z"].concat();
        drops = drops.with(shape(&way, &rgb(colour)));
    }
    drops
}

/// A blob of paint with its name, or an empty place for one.
fn blob((label, name, colour): (&str, &str, Option<u32>)) -> Node {
    let way = "m10 50c0-30 22-42 48-40s52 8 52 40-30 40-54 38-46-8-46-38z";
    let fill = colour.map_or("none".to_owned(), rgb);
    of("div", "blob")
        .with(of("p", "label").text(label))
        .with(
            of("svg", "paint")
                .is("viewBox", "0 0 120 98")
                .is("aria-hidden", "true")
                .with(shape(way, &fill)),
        )
        .with(of("p", "name").text(name))
}
