//! Numbered notation.

use super::{Pen, Sheet, lines};
use crate::digits::decimal;
use crate::stage::music::note::{Note, Tune, length};
use crate::stage::music::text::Length;

/// Size of the numbers, and where they stand in a line of this height.
const SIZE: i64 = 28;
const BASE: i64 = 46;
const LINE: i64 = 74;
/// Room for the key and the metre, and for a bar line.
const HEAD: i64 = 52;
const BAR: i64 = 16;
const MARGIN: i64 = 4;

/// How wide a note stands.
fn wide(note: &Note) -> i64 {
    let Length { lines, dotted, dashes } = Length::of(note.ticks);
    let number = if lines > 0 { 26 } else { 32 };
    number + if dotted { 10 } else { 0 } + i64::from(dashes) * 28
}

pub(super) fn draw(tune: &Tune, width: i64) -> Sheet {
    let mut pen = Pen::default();
    // One bar needs no metre to be read.
    let room = if length(&tune.notes) > tune.metre.bar() { HEAD } else { 0 };
    if room > 0 {
        head(&mut pen, tune);
    }
    let mut reach = room;
    let mut top = 0;
    // The other lines begin under the first one's notes.
    for line in lines(tune, width - 2 * MARGIN, (room, room), wide, BAR) {
        let mut x = MARGIN + room;
        for bar in line {
            x = self::bar(&mut pen, tune, &bar, x, top);
        }
        reach = reach.max(x);
        top += LINE;
    }
    pen.sheet.width = reach + MARGIN;
    pen.sheet.height = top.max(LINE);
    pen.sheet
}

/// The notes of a bar, joined by lines under those of one beat; where the next bar begins.
fn bar(pen: &mut Pen, tune: &Tune, bar: &[Note], mut x: i64, top: i64) -> i64 {
    let mut ticks = 0;
    let mut joined: [Option<i64>; 2] = [None, None];
    for (at, note) in bar.iter().enumerate() {
        number(pen, *note, x, top);
        ticks += u32::from(note.ticks);
        let lines = Length::of(note.ticks).lines;
        let next = bar.get(at + 1).map_or(0, |it| Length::of(it.ticks).lines);
        for level in 0..2_u8 {
            let from = &mut joined[usize::from(level)];
            if lines <= level {
                continue;
            }
            let start = from.unwrap_or(x + 4);
            let joins = next > level && ticks % tune.metre.beat() != 0;
            *from = joins.then_some(start);
            if !joins {
                pen.bar(start, top + BASE + 6 + i64::from(level) * 5, x + 22 - start, 2);
            }
        }
        x += wide(note);
    }
    if ticks == tune.metre.bar() {
        pen.bar(x + BAR / 2 - 3, top + 20, 2, BASE - 14);
    }
    x + BAR
}

/// 1=C and the metre, one number over the other.
fn head(pen: &mut Pen, tune: &Tune) {
    const KEYS: [&str; 12] = ["C", "♯C", "D", "♭E", "E", "F", "♯F", "G", "♭A", "A", "♭B", "B"];
    let has_tones = tune.notes.iter().any(|it| it.pitch.degree().is_some());
    if has_tones {
        let key = ["1=", KEYS[usize::from(tune.tonic % 12)]].concat();
        pen.text(MARGIN + 16, BASE - 6, 16, &key);
    }
    pen.text(MARGIN + 42, BASE - 12, 16, &decimal(tune.metre.beats.into()));
    pen.bar(MARGIN + 36, BASE - 9, 12, 1);
    pen.text(MARGIN + 42, BASE + 7, 16, &decimal(tune.metre.unit.into()));
}

/// A number with its dots and dashes.
fn number(pen: &mut Pen, note: Note, x: i64, top: i64) {
    let Length { lines, dotted, dashes } = Length::of(note.ticks);
    let middle = x + 13;
    pen.text(middle, top + BASE, SIZE, &note.pitch.figure());
    pen.sheet.places.push((middle, top));
    let octave = note.pitch.octave().unwrap_or(0);
    for dot in 0..i64::from(octave.unsigned_abs()) {
        let below = top + BASE + 9 + i64::from(lines) * 5 + dot * 7;
        pen.dot(middle, if octave > 0 { top + BASE - SIZE + 2 - dot * 7 } else { below }, 2);
    }
    let mut x = x + 26;
    if dotted {
        pen.dot(x, top + BASE - 8, 2);
        x += 10;
    }
    for _ in 0..dashes {
        pen.bar(x + 6, top + BASE - 10, 16, 2);
        x += 28;
    }
}
