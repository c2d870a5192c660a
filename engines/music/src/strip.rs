//! What is heard, to be seen: beats in a row, sounds on them, and where it is now.

use crate::Ask;
use course::digits::digits;
use course::stage::music::note::{Metre, Note, length, millis};
use stage::node::{Element, el, of};

/// Beats, and what lies on them.
pub struct Strip<'a> {
    pub metre: Metre,
    pub tempo: u8,
    pub notes: &'a [Note],
    /// Whether notes are shown, or the beats alone.
    pub shown: bool,
    /// A syllable a note.
    pub syllables: &'a [String],
    /// Where taps came, in milliseconds from the first beat.
    pub hits: &'a [i64],
    /// Where it is now.
    pub now: Option<i64>,
    /// Nothing may move.
    pub still: bool,
    pub label: String,
}

const WIDE: i64 = 320;
const HIGH: i64 = 64;
/// Beats in a row at most.
const BEATS: u32 = 8;

impl Strip<'_> {
    /// Beats in a row: whole bars.
    fn columns(&self) -> u32 {
        let beats = u32::from(self.metre.beats);
        (BEATS / beats).max(1) * beats
    }

    fn beats(&self) -> u32 {
        length(self.notes).div_ceil(self.metre.beat())
    }

    /// How wide a beat is.
    fn cell(&self) -> i64 {
        WIDE / i64::from(self.columns().min(self.beats().max(1)))
    }

    fn beat_millis(&self) -> i64 {
        i64::from(millis(self.metre.beat(), self.tempo)).max(1)
    }

    /// Where a time stands: from the left, and its row's top.
    fn place(&self, at: i64) -> (i64, i64) {
        let row_millis = self.beat_millis() * i64::from(self.columns());
        let last = (i64::from(self.beats()) - 1).max(0) / i64::from(self.columns());
        let row = at.div_euclid(row_millis).clamp(0, last);
        let x = (at - row * row_millis) * self.cell() / self.beat_millis();
        (x + self.cell() / 4, row * HIGH)
    }

    pub fn view(&self) -> Element<Ask> {
        let rows = i64::from(self.beats().div_ceil(self.columns())).max(1);
        let viewed = ["0 0 ", &digits(WIDE), " ", &digits(rows * HIGH)].concat();
        let mut svg = of("svg", "strip")
            .is("viewBox", &viewed)
            .is("role", "img")
            .is("aria-label", &self.label);
        let now_beat = self.now.filter(|it| *it >= 0).map(|it| it / self.beat_millis());
        for beat in 0..i64::from(self.beats()) {
            let (x, y) = self.place(beat * self.beat_millis());
            let first = beat % i64::from(self.metre.beats) == 0;
            let class = match (now_beat == Some(beat), first) {
                (true, _) => "beat now",
                (false, true) => "beat first",
                (false, false) => "beat",
            };
            svg = svg.with(rect(class, x - self.cell() / 4 + 1, y + 2, self.cell() - 2, 42));
        }
        let mut at = 0;
        let mut sounding = 0;
        for note in self.notes.iter().filter(|_| self.shown) {
            let (x, y) = self.place(millis(at, self.tempo).into());
            let wide = i64::from(note.ticks) * self.cell() / i64::from(self.metre.beat());
            at += u32::from(note.ticks);
            if !note.pitch.sounds() {
                continue;
            }
            svg = svg
                .with(rect("note", x, y + 14, (wide - self.cell() / 3).max(8), 18).is("rx", "6"));
            if let Some(words) = self.syllables.get(sounding) {
                let text =
                    of("text", "said").is("x", &digits(x)).is("y", &digits(y + 60)).text(words);
                svg = svg.with(text);
            }
            sounding += 1;
        }
        for hit in self.hits {
            let (x, y) = self.place(*hit);
            svg = svg.with(rect("hit", x - 2, y + 36, 4, 14));
        }
        if let Some(now) = self.now.filter(|_| !self.still) {
            let (x, y) = self.place(now);
            let ball =
                of("circle", "ball").is("cx", &digits(x)).is("cy", &digits(y + self.hop(now)));
            svg = svg.with(ball.is("r", "6"));
        }
        svg
    }

    /// How high the ball is: it lands on each beat.
    fn hop(&self, now: i64) -> i64 {
        let beat = self.beat_millis();
        let at = now.rem_euclid(beat) * 100 / beat;
        12 - at * (100 - at) * 24 / 2500 / 2
    }
}

fn rect(class: &'static str, x: i64, y: i64, wide: i64, high: i64) -> Element<Ask> {
    let place = el("rect").is("class", class).is("x", &digits(x)).is("y", &digits(y));
    place.is("width", &digits(wide)).is("height", &digits(high))
}
