//! What is heard, to be seen: beats in a row, sounds on them, and where it is now.

use crate::Ask;
use crate::sheet::{circle, numbered, picture, rect};
use course::stage::music::note::{Metre, Note, length, millis};
use stage::node::{Element, of};

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
    /// Nothing may move: the ball stands on each beat.
    pub still: bool,
    pub label: &'a str,
}

const WIDE: i64 = 320;
const HIGH: i64 = 64;
/// Beats in a row at most.
const BEATS: i64 = 8;
/// How far from the start of a beat its sound lies.
const IN: i64 = 7;

/// How the strip is divided.
struct Grid {
    /// Beats, those of a row, and how wide one is.
    beats: i64,
    columns: i64,
    cell: i64,
    /// Milliseconds of a beat.
    beat: i64,
}

impl Grid {
    /// Where a time stands: from the left, and its row's top.
    fn place(&self, at: i64) -> (i64, i64) {
        let row_millis = self.beat * self.columns;
        let last = (self.beats - 1).max(0) / self.columns;
        let row = at.div_euclid(row_millis).clamp(0, last);
        (IN + (at - row * row_millis) * self.cell / self.beat, row * HIGH)
    }

    /// How high a ball is that lands on each beat.
    fn hop(&self, now: i64) -> i64 {
        let at = now.rem_euclid(self.beat) * 100 / self.beat;
        14 - at * (100 - at) / 200
    }
}

impl Strip<'_> {
    fn grid(&self) -> Grid {
        let of_bar = i64::from(self.metre.beats);
        let columns = (BEATS / of_bar).max(1) * of_bar;
        let beats = i64::from(length(self.notes).div_ceil(self.metre.beat()));
        let beat = i64::from(millis(self.metre.beat(), self.tempo)).max(1);
        Grid { beats, columns, cell: WIDE / columns.min(beats.max(1)), beat }
    }

    pub fn view(&self) -> Element<Ask> {
        let grid = self.grid();
        let rows = (grid.beats - 1).max(0) / grid.columns + 1;
        let mut svg =
            picture("strip", WIDE, rows * HIGH).is("role", "img").is("aria-label", self.label);
        let now_beat = self.now.map(|it| it.div_euclid(grid.beat));
        let now_beat = now_beat.filter(|it| (0..grid.beats).contains(it));
        for beat in 0..grid.beats {
            let (x, y) = grid.place(beat * grid.beat);
            let mut class = "beat";
            if now_beat == Some(beat) {
                class = "beat now";
            } else if beat % i64::from(self.metre.beats) == 0 {
                class = "beat first";
            }
            svg = svg.with(numbered(
                of("rect", class),
                &["x", "y", "width", "height"],
                &[x - IN + 1, y + 2, grid.cell - 2, 42],
            ));
        }
        if self.shown {
            svg = self.sounds(&grid, svg);
        }
        for hit in self.hits {
            let (x, y) = grid.place(*hit);
            svg = svg.with(rect("hit", x - 2, y + 32, 4, 12));
        }
        let stand = now_beat.map(|it| it * grid.beat);
        if let Some(now) = if self.still { stand } else { self.now } {
            let (x, y) = grid.place(now);
            svg = svg.with(circle("ball", x + 6, y + grid.hop(now), 6));
        }
        svg
    }

    fn sounds(&self, grid: &Grid, mut svg: Element<Ask>) -> Element<Ask> {
        let mut at = 0;
        let mut syllables = self.syllables.iter();
        for note in self.notes {
            let (x, y) = grid.place(millis(at, self.tempo).into());
            let wide = i64::from(note.ticks) * grid.cell / i64::from(self.metre.beat());
            at += u32::from(note.ticks);
            if note.pitch.sounds() {
                svg = svg.with(rect("note", x, y + 16, (wide - IN - 4).max(7), 14));
                if let Some(words) = syllables.next() {
                    svg = svg
                        .with(numbered(of("text", "said"), &["x", "y"], &[x, y + 60]).text(words));
                }
            }
        }
        svg
    }
}
