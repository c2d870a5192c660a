//! An engine: rhythms are tapped, tunes played and written, sounds heard.
//!
//! [`Music`] is what is open: plain values, as `stage::Stage` says.

pub mod delay;
pub mod glyph;
pub mod keys;
pub mod listen;
pub mod notate;
pub mod own;
pub mod player;
pub mod sheet;
pub mod strip;
pub mod tap;
pub mod words;

#[cfg(test)]
mod tests;

use course::item::{Mark, StagedKind};
use stage::node::Element;
use stage::{Effect, Heard, Input, Stage, Told};

stage::engine!(Music);

/// What is open.
pub enum Music {
    Tap(tap::Open),
    Keys(keys::Open),
    Notate(notate::Open),
    Listen(listen::Open),
}

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Hear what is asked, or so many of it.
    Hear,
    /// Hear one of the clips.
    Clip(u8),
    /// Hear what was made.
    Own,
    /// End what is being played.
    Stop,
    /// See what is heard.
    See,
    /// The large pad: begin, then tap.
    Hit,
    /// Measure the device's delay.
    Measure,
    /// Not now.
    Later,
    /// A key of the pad, or a sign, by its place.
    Key(u8),
    /// A length, by its place.
    Length(u8),
    /// Take the last one back.
    Undo,
    /// Begin anew.
    Clear,
    /// Pick an option.
    Pick(u8),
    /// Go on to the next round.
    Next,
}

/// The same for whichever is open.
macro_rules! each {
    ($music:expr, $open:ident => $do:expr) => {
        match $music {
            Music::Tap($open) => $do,
            Music::Keys($open) => $do,
            Music::Notate($open) => $do,
            Music::Listen($open) => $do,
        }
    };
}

impl Music {
    fn page(&mut self) -> &mut own::Page {
        each!(self, open => &mut open.page)
    }
}

impl Stage for Music {
    type Ask = Ask;

    fn open(told: Told) -> Option<Self> {
        match told.kind {
            StagedKind::Tap => tap::Open::new(told).map(Self::Tap),
            StagedKind::Keys => keys::Open::new(told).map(Self::Keys),
            StagedKind::Notate => notate::Open::new(told).map(Self::Notate),
            StagedKind::Listen => listen::Open::new(told).map(Self::Listen),
            StagedKind::Draw
            | StagedKind::Trace
            | StagedKind::Geo
            | StagedKind::Mix
            | StagedKind::Routine
            | StagedKind::Scenario
            | StagedKind::Diary
            | StagedKind::Sim
            | StagedKind::Predict
            | StagedKind::Chart => None,
        }
    }

    fn view(&self) -> Element<Ask> {
        each!(self, open => open.view())
    }

    fn ask(&mut self, ask: Ask, input: Input) -> Vec<Effect> {
        let page = self.page();
        match ask {
            Ask::Stop => page.player.stop(),
            Ask::See => {
                page.see = !page.see;
                Vec::new()
            }
            Ask::Hear
            | Ask::Clip(_)
            | Ask::Own
            | Ask::Hit
            | Ask::Measure
            | Ask::Later
            | Ask::Key(_)
            | Ask::Length(_)
            | Ask::Undo
            | Ask::Clear
            | Ask::Pick(_)
            | Ask::Next => each!(self, open => open.ask(ask, input.at as i64)),
        }
    }

    fn hear(&mut self, heard: Heard) -> Vec<Effect> {
        if let Heard::Playing(at) = heard {
            self.page().player.begins(at as i64);
        }
        Vec::new()
    }

    fn tick(&mut self, now: f64) -> Vec<Effect> {
        let over = self.page().player.tick(now as i64);
        if let (Self::Tap(open), Some(what)) = (self, over) { open.over(what) } else { Vec::new() }
    }

    fn runs(&self) -> bool {
        each!(self, open => open.page.player.runs())
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        each!(self, open => open.made.clone())
    }
}
