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
    let mut ticks = 0;
    let lines = lines(tune, width - 2 * MARGIN, room, wide, BAR);
    for (at, line) in lines.iter().enumerate() {
        let top = at as i64 * LINE;
        let mut x = MARGIN + room;
        for bar in line {
            // Notes that are joined by a line under them: of one beat.
            let mut joined: [Option<i64>; 2] = [None, None];
            for (note, next) in bar.iter().zip(bar.iter().skip(1).map(Some).chain([None])) {
                number(&mut pen, *note, x, top);
                ticks += u32::from(note.ticks);
                let lines = Length::of(note.ticks).lines;
                let goes_on = ticks % tune.metre.beat() != 0;
                let next = next.map_or(0, |it| Length::of(it.ticks).lines);
                for (level, from) in joined.iter_mut().enumerate() {
                    if usize::from(lines) <= level {
                        continue;
                    }
                    let start = from.unwrap_or(x + 4);
                    let joins = goes_on && usize::from(next) > level;
                    *from = joins.then_some(start);
                    if !joins {
                        let y = top + BASE + 7 + level as i64 * 5;
                        pen.line((start, y), (x + 22, y), 2);
                    }
                }
                x += wide(note);
            }
            pen.line((x + BAR / 2 - 2, top + 20), (x + BAR / 2 - 2, top + BASE + 6), 2);
            x += BAR;
        }
        reach = reach.max(x);
    }
    pen.sheet.width = reach + MARGIN;
    pen.sheet.height = LINE * (lines.len() as i64).max(1);
    pen.sheet
}

/// 1=C and the metre, one number over the other.
fn head(pen: &mut Pen, tune: &Tune) {
    const KEYS: [&str; 12] = ["C", "♯C", "D", "♭E", "E", "F", "♯F", "G", "♭A", "A", "♭B", "B"];
    let has_tones = tune.notes.iter().any(|it| it.pitch.degree().is_some());
    if has_tones {
        let key = ["1=", KEYS[usize::from(tune.tonic % 12)]].concat();
        pen.text((MARGIN + 16, BASE - 6), 16, &key);
    }
    pen.text((MARGIN + 42, BASE - 12), 16, &decimal(tune.metre.beats.into()));
    pen.line((MARGIN + 36, BASE - 8), (MARGIN + 48, BASE - 8), 1);
    pen.text((MARGIN + 42, BASE + 7), 16, &decimal(tune.metre.unit.into()));
}

/// A number with its dots and dashes.
fn number(pen: &mut Pen, note: Note, x: i64, top: i64) {
    let Length { lines, dotted, dashes } = Length::of(note.ticks);
    let middle = x + 13;
    let word = match note.pitch.degree() {
        Some(degree) => decimal(degree.into()),
        None if note.pitch.sounds() => "x".to_owned(),
        None => "0".to_owned(),
    };
    pen.text((middle, top + BASE), SIZE, &word);
    pen.sheet.places.push((middle, top));
    let octave = note.pitch.octave().unwrap_or(0);
    for dot in 0..i64::from(octave.unsigned_abs()) {
        let below = top + BASE + 9 + i64::from(lines) * 5 + dot * 7;
        let y = if octave > 0 { top + BASE - SIZE + 2 - dot * 7 } else { below };
        pen.dot((middle, y), 2);
    }
    let mut x = x + 26;
    if dotted {
        pen.dot((x, top + BASE - 8), 2);
        x += 10;
    }
    for _ in 0..dashes {
        pen.line((x + 6, top + BASE - 9), (x + 22, top + BASE - 9), 2);
        x += 28;
    }
}
