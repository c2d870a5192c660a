//! `tap`: taps a beat or a rhythm.

use super::motif::{Motif, NOTES_MAX};
use super::note::{BEAT, Metre, Note, Pitch, length, millis, onsets, rests};
use super::text;
use crate::codec::{from_bytes, to_bytes};
use crate::codec_struct;
use crate::digits::decimal;
use crate::item::{Mark, Score};
use crate::rng::{Rng, derive};
use crate::stage::Piece;

mod fit;
mod judge;

pub use fit::middle;
pub use judge::Fault;

/// What is to be tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    /// Of the beat.
    pub metre: Metre,
    /// Crotchets in a minute, from and to.
    pub tempo: (u8, u8),
    /// Beats to be tapped, from and to; without a rhythm of its own that is all.
    pub beats: (u8, u8),
    /// The rhythm to be tapped; the beats if there is none.
    pub rhythm: Option<Motif>,
    /// A rhythm that is heard while the beats are tapped: that of words.
    pub words: Option<Motif>,
    /// The syllables of the rhythm, or of what is heard.
    pub syllables: Vec<String>,
    /// Whether the beat clicks while it is tapped.
    pub click: bool,
    /// Whether the rhythm can be heard before it is tapped.
    pub heard: bool,
    /// Whether the rhythm is written there to be read.
    pub shown: bool,
    /// How far from its place a tap may be, in milliseconds.
    pub window: u8,
}

codec_struct!(Tap { metre, tempo, beats, rhythm, words, syllables, click, heard, shown, window });

/// What was tapped. The seed says to what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tapped {
    /// Of the item.
    pub seed: u64,
    /// The device's delay in milliseconds, if it is known.
    pub delay: Option<i64>,
    /// When the first tap was heard, in milliseconds from the first beat as it was played; then how much later each next one.
    pub taps: Option<(i64, Vec<u16>)>,
}

codec_struct!(Tapped { seed, delay, taps });

/// Taps that are looked at.
pub const TAPS_MAX: usize = 200;
/// Times past this are no times of taps.
const TIME_MAX: i64 = 3_600_000;

impl Tapped {
    /// Taps at these times, which rise.
    pub fn new(seed: u64, delay: Option<i64>, times: &[i64]) -> Self {
        let mut gaps = Vec::new();
        for pair in times.windows(2) {
            gaps.push((pair[1] - pair[0]).clamp(0, i64::from(u16::MAX)) as u16);
        }
        let taps = times.first().map(|first| (*first, gaps));
        Self { seed, delay, taps }
    }

    /// When taps were heard, in milliseconds from the first beat.
    pub fn times(&self) -> Vec<i64> {
        let Some((first, gaps)) = &self.taps else { return Vec::new() };
        let mut at = (*first).clamp(-TIME_MAX, TIME_MAX);
        let mut times = vec![at];
        for gap in gaps.iter().take(TAPS_MAX - 1) {
            at += i64::from(*gap);
            times.push(at);
        }
        times
    }
}

/// What one item asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Crotchets in a minute.
    pub tempo: u8,
    /// The notes to be tapped: the beats as notes of a beat each where no rhythm is asked for.
    pub notes: Vec<Note>,
    /// What is heard along.
    pub words: Vec<Note>,
}

impl Tap {
    /// What the item of this seed asks for.
    pub fn ask(&self, seed: u64) -> Asked {
        let mut rng = Rng::new(derive(seed, b"tap"));
        let tempo = within(self.tempo, &mut rng).clamp(30, 240);
        let beats = usize::from(within(self.beats, &mut rng).clamp(1, 64));
        let beat = Note::new(Pitch::BEAT, self.metre.beat() as u8);
        let mut asked = Asked { tempo, notes: vec![beat; beats], words: Vec::new() };
        if let Some(words) = &self.words {
            // Drawn again where who taps the words would be right.
            for seed in super::seeds(seed) {
                asked.words = words.notes(seed);
                let beats = length(&asked.words).div_ceil(self.metre.beat()) as usize;
                if beats > 0 {
                    asked.notes = vec![beat; beats.min(NOTES_MAX)];
                }
                if !words.is_drawn() || !judge::words_are_right(self, &asked) {
                    break;
                }
            }
        }
        if let Some(rhythm) = &self.rhythm {
            asked.notes = rhythm.notes(seed);
        }
        asked
    }

    /// How much later than their places all taps are taken to be, in milliseconds.
    pub fn lag(&self, tapped: &Tapped) -> i64 {
        judge::lag(self, &self.ask(tapped.seed), tapped)
    }

    fn sample(&self, seed: u64, times: &[i64], delay: Option<i64>) -> Option<Vec<u8>> {
        (!times.is_empty()).then(|| to_bytes(&Tapped::new(seed, delay, times)))
    }
}

impl Asked {
    /// When each note begins, in milliseconds.
    pub fn onsets(&self) -> Vec<i64> {
        self.times(onsets(&self.notes))
    }

    /// When each rest begins.
    fn rests(&self) -> Vec<i64> {
        self.times(rests(&self.notes))
    }

    /// When each note would begin if this rest were left out, or every one if there is no such rest.
    fn without(&self, rest: usize) -> Vec<i64> {
        let count = self.rests().len();
        let (mut notes, mut at) = (Vec::new(), 0);
        for note in &self.notes {
            if note.pitch.sounds() {
                notes.push(*note);
                continue;
            }
            if rest < count && at != rest {
                notes.push(*note);
            }
            at += 1;
        }
        self.times(onsets(&notes))
    }

    /// When each note of the words begins.
    fn word_onsets(&self) -> Vec<i64> {
        self.times(onsets(&self.words))
    }

    /// When it is over.
    pub fn end(&self) -> i64 {
        millis(length(&self.notes), self.tempo).into()
    }

    /// Places at even distances until it is over.
    fn every(&self, ticks: u32) -> Vec<i64> {
        let mut places = Vec::new();
        let mut at = 0;
        while at < length(&self.notes) && places.len() < NOTES_MAX {
            places.push(at);
            at += ticks.max(1);
        }
        self.times(places)
    }

    fn times(&self, ticks: Vec<u32>) -> Vec<i64> {
        let mut times = Vec::new();
        for at in ticks {
            times.push(millis(at, self.tempo).into());
        }
        times
    }
}

/// A number of a range.
fn within((from, to): (u8, u8), rng: &mut Rng) -> u8 {
    from.saturating_add(rng.below(u64::from(to.saturating_sub(from)) + 1) as u8)
}

impl Piece for Tap {
    const FAULTS: &'static [&'static str] = Fault::NAMES;

    fn judge(&self, response: &[u8]) -> Mark {
        let Ok(tapped) = from_bytes::<Tapped>(response) else { return Mark::UNREADABLE };
        let asked = self.ask(tapped.seed);
        match judge::judge(self, &asked, &tapped) {
            None => Mark::RIGHT,
            Some((score, fault)) => Mark::scored(Score::share(score, 1000), fault as u8),
        }
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        self.sample(seed, &self.ask(seed).onsets(), None)
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        let fault = *Fault::ALL.get(usize::from(fault))?;
        // Not every rhythm that is drawn can be tapped wrong in every way.
        super::seeds(seed).find_map(|seed| {
            let (times, delay) = judge::showing(self, &self.ask(seed), fault)?;
            let made = self.sample(seed, &times, delay)?;
            (Piece::judge(self, &made).fault == fault as u8).then_some(made)
        })
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let asked = self.ask(seed);
        let end = asked.end().unsigned_abs().max(1);
        let mut times: Vec<i64> =
            asked.onsets().iter().map(|_| rng.below(end).cast_signed()).collect();
        times.sort_unstable();
        to_bytes(&Tapped::new(seed, None, &times))
    }

    fn seconds(&self) -> u32 {
        let asked = self.ask(0);
        let once = asked.end().unsigned_abs() as u32 / 1000;
        // It is heard, counted in, tapped, and most of it tapped again.
        12 + once * 3
    }

    fn words(&mut self) -> Vec<&mut String> {
        self.syllables.iter_mut().collect()
    }

    fn asked(&self, seed: u64) -> String {
        let asked = self.ask(seed);
        let notes = text::write(self.metre, &asked.notes);
        let words = text::write(self.metre, &asked.words);
        [&decimal(asked.tempo.into()), "/min ", &notes, " ", &words].concat()
    }
}

/// Ticks of half a beat.
const HALF: u32 = BEAT as u32 / 2;

#[cfg(test)]
mod tests;
