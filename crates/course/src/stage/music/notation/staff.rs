//! The staff, with the G clef.

use super::{Pen, Sheet, lines};
use crate::digits::{decimal, digits};
use crate::stage::music::note::{Note, Tune};
use crate::stage::music::text::Length;

/// Half of the space between two lines.
const STEP: i64 = 5;
/// Where the bottom line is, in a line of this height.
const BOTTOM: i64 = 70;
const LINE: i64 = 110;
const BAR: i64 = 14;
const MARGIN: i64 = 4;
/// The clef and the metre; each sign of the key takes more.
const HEAD: i64 = 62;
const SIGN: i64 = 10;
/// Steps of the bottom line above middle C.
const BOTTOM_LINE: i64 = 2;

/// For each key of the octave: the steps of its name above C, and its signs, sharps or flats.
const KEYS: [(i64, i64); 12] = [
    (0, 0),
    (0, 7),
    (1, 2),
    (2, -3),
    (2, 4),
    (3, -1),
    (3, 6),
    (4, 1),
    (5, -4),
    (5, 3),
    (6, -2),
    (6, 5),
];
/// Where signs stand, in steps above the bottom line.
const SHARPS: [i64; 7] = [8, 5, 9, 6, 3, 7, 4];
const FLATS: [i64; 7] = [4, 7, 3, 6, 2, 5, 1];

fn wide(note: &Note) -> i64 {
    let Length { lines, dotted, dashes } = Length::of(note.ticks);
    let head = if lines > 0 { 24 } else { 32 };
    head + if dotted { 8 } else { 0 } + i64::from(dashes) * 12
}

pub(super) fn draw(tune: &Tune, width: i64) -> Sheet {
    let mut pen = Pen::default();
    let (_, signs) = KEYS[usize::from(tune.tonic % 12)];
    let head = HEAD + signs.abs() * SIGN;
    let mut reach = head;
    let lines = lines(tune, width - 2 * MARGIN, head, wide, BAR);
    for (at, line) in lines.iter().enumerate() {
        let top = at as i64 * LINE;
        let mut x = MARGIN + head;
        let mut ticks = 0;
        for bar in line {
            let mut beamed: Vec<(i64, Note)> = Vec::new();
            for note in bar {
                let is_short = Length::of(note.ticks).lines > 0 && note.pitch.sounds();
                if is_short {
                    beamed.push((x, *note));
                } else {
                    beam(&mut pen, tune, top, &mut beamed);
                    alone(&mut pen, tune, *note, x, top);
                }
                pen.sheet.places.push((x + 8, top));
                ticks += u32::from(note.ticks);
                if ticks % tune.metre.beat() == 0 {
                    beam(&mut pen, tune, top, &mut beamed);
                }
                x += wide(note);
            }
            beam(&mut pen, tune, top, &mut beamed);
            let line = x + BAR / 2 - 4;
            pen.line((line, top + BOTTOM - 8 * STEP), (line, top + BOTTOM), 1);
            x += BAR;
        }
        five(&mut pen, top, x - BAR / 2 - 4);
        start(&mut pen, tune, signs, top, at == 0);
        reach = reach.max(x);
    }
    if lines.is_empty() {
        five(&mut pen, 0, reach);
        start(&mut pen, tune, signs, 0, true);
    }
    pen.sheet.width = reach + MARGIN;
    pen.sheet.height = LINE * (lines.len() as i64).max(1);
    pen.sheet
}

fn five(pen: &mut Pen, top: i64, end: i64) {
    for line in 0..5 {
        let y = top + BOTTOM - line * 2 * STEP;
        pen.line((MARGIN, y), (end, y), 1);
    }
}

/// The clef, the signs of the key and, in the first line, the metre.
fn start(pen: &mut Pen, tune: &Tune, signs: i64, top: i64, first: bool) {
    clef(pen, MARGIN + 16, top + BOTTOM - 2 * STEP);
    let places = if signs > 0 { SHARPS } else { FLATS };
    for (at, step) in places.into_iter().enumerate().take(signs.unsigned_abs() as usize) {
        let (x, y) = (MARGIN + 36 + at as i64 * SIGN, top + BOTTOM - step * STEP);
        pen.text((x, y + 7), 20, if signs > 0 { "♯" } else { "♭" });
    }
    if first {
        let x = MARGIN + 46 + signs.abs() * SIGN;
        pen.text((x, top + BOTTOM - 4 * STEP - 1), 24, &decimal(tune.metre.beats.into()));
        pen.text((x, top + BOTTOM - 1), 24, &decimal(tune.metre.unit.into()));
    }
}

/// A G clef of one stroke, around the second line.
fn clef(pen: &mut Pen, x: i64, y: i64) {
    const STROKE: [(char, [i64; 6]); 9] = [
        ('M', [1, 5, 0, 0, 0, 0]),
        ('C', [-6, 4, -7, -6, 0, -8]),
        ('C', [8, -10, 12, 0, 8, 6]),
        ('C', [3, 13, -11, 12, -13, 1]),
        ('C', [-14, -12, 0, -18, 5, -27]),
        ('C', [9, -35, 6, -45, 3, -45]),
        ('C', [-2, -44, -3, -34, -2, -28]),
        ('L', [4, 20, 0, 0, 0, 0]),
        ('C', [5, 29, -6, 30, -7, 24]),
    ];
    let mut path = String::new();
    for (letter, numbers) in STROKE {
        path.push(letter);
        let count = if letter == 'C' { 6 } else { 2 };
        for (at, number) in numbers.into_iter().take(count).enumerate() {
            path.extend([&digits(number + if at % 2 == 0 { x } else { y }), " "]);
        }
    }
    pen.path(&path, 2);
    pen.dot((x - 5, y + 23), 3);
}

/// Steps above the bottom line; a beat without pitch is in the middle.
fn height(tune: &Tune, note: Note) -> i64 {
    let (name, _) = KEYS[usize::from(tune.tonic % 12)];
    let tonic = name + 7 * (i64::from(tune.tonic) / 12 - 5);
    note.pitch.steps().map_or(4, |steps| tonic + i64::from(steps) - BOTTOM_LINE)
}

/// A note that is not joined to others, or a rest.
fn alone(pen: &mut Pen, tune: &Tune, note: Note, x: i64, top: i64) {
    let Length { lines, dotted, dashes } = Length::of(note.ticks);
    if !note.pitch.sounds() {
        rest(pen, lines, dashes, x + 8, top + BOTTOM - 4 * STEP);
        return;
    }
    let step = height(tune, note);
    let y = top + BOTTOM - step * STEP;
    head(pen, note, x, y, dashes > 0);
    ledgers(pen, step, x, top);
    if dotted || dashes == 2 {
        pen.dot((x + 22, y - if step % 2 == 0 { 4 } else { 0 }), 2);
    }
    // Four beats have no stem.
    if dashes < 3 {
        let (from, to) = stem(step, x, y);
        pen.line(from, to, 2);
    }
}

/// Notes of one beat, joined; one alone has flags.
fn beam(pen: &mut Pen, tune: &Tune, top: i64, beamed: &mut Vec<(i64, Note)>) {
    let lowest = beamed.iter().map(|(_, it)| height(tune, *it)).min().unwrap_or(0);
    let highest = beamed.iter().map(|(_, it)| height(tune, *it)).max().unwrap_or(0);
    let up = lowest + highest <= 8;
    let end = top + BOTTOM - if up { highest * STEP + 30 } else { lowest * STEP - 30 };
    let side = if up { 14 } else { 2 };
    for (at, (x, note)) in beamed.iter().enumerate() {
        let step = height(tune, *note);
        let y = top + BOTTOM - step * STEP;
        head(pen, *note, *x, y, false);
        ledgers(pen, step, *x, top);
        pen.line((x + side, y), (x + side, end), 2);
        let Length { lines, dotted, .. } = Length::of(note.ticks);
        if dotted {
            pen.dot((x + 22, y - if step % 2 == 0 { 4 } else { 0 }), 2);
        }
        if beamed.len() == 1 {
            flags(pen, lines, (*x + side, end), if up { 1 } else { -1 });
            break;
        }
        let next = beamed.get(at + 1).map_or(*x, |(x, _)| *x);
        let before = if at > 0 { x - 8 } else { *x };
        for level in 0..i64::from(lines) {
            let y = end + if up { level * 6 + 2 } else { -level * 6 - 2 };
            // The second beam joins only notes that have both.
            let far = beamed
                .get(at + 1)
                .is_none_or(|(_, it)| i64::from(Length::of(it.ticks).lines) > level);
            let to = if far { next } else { *x };
            let from = if level > 0 && to == *x { before } else { *x };
            if from < to {
                pen.line((from + side, y), (to + side, y), 4);
            }
        }
    }
    beamed.clear();
}

fn flags(pen: &mut Pen, lines: u8, (x, y): (i64, i64), down: i64) {
    for level in 0..i64::from(lines) {
        let y = y + level * 7 * down;
        pen.line((x, y), (x + 8, y + 11 * down), 3);
    }
}

fn head(pen: &mut Pen, note: Note, x: i64, y: i64, hollow: bool) {
    let (x, y) = (x + 8, y);
    if note.pitch.degree().is_none() {
        pen.line((x - 5, y - 5), (x + 5, y + 5), 2);
        pen.line((x - 5, y + 5), (x + 5, y - 5), 2);
        return;
    }
    let place = ["rotate(-20 ", &digits(x), " ", &digits(y), ")"].concat();
    let (cx, cy) = (digits(x), digits(y));
    let fill = if hollow { "none" } else { "currentColor" };
    let shape = [("cx", &*cx), ("cy", &*cy), ("rx", "6"), ("ry", "4"), ("fill", fill)];
    let look = [("stroke", "currentColor"), ("stroke-width", "2"), ("transform", &*place)];
    pen.put("ellipse", &[&shape[..], &look].concat(), "");
}

/// Up on the right of low notes, down on the left of high ones.
const fn stem(step: i64, x: i64, y: i64) -> ((i64, i64), (i64, i64)) {
    if step < 4 { ((x + 14, y), (x + 14, y - 32)) } else { ((x + 2, y), (x + 2, y + 32)) }
}

fn ledgers(pen: &mut Pen, step: i64, x: i64, top: i64) {
    let mut line = -2;
    while line >= step {
        pen.line((x - 2, top + BOTTOM - line * STEP), (x + 18, top + BOTTOM - line * STEP), 1);
        line -= 2;
    }
    let mut line = 10;
    while line <= step {
        pen.line((x - 2, top + BOTTOM - line * STEP), (x + 18, top + BOTTOM - line * STEP), 1);
        line += 2;
    }
}

fn rest(pen: &mut Pen, lines: u8, dashes: u8, x: i64, y: i64) {
    let path = |pieces: &[(&str, i64, i64)]| -> String {
        let step = |(letter, dx, dy): &(&str, i64, i64)| {
            [letter, &*digits(x + dx), " ", &digits(y + dy)].concat()
        };
        pieces.iter().map(step).collect()
    };
    if dashes > 0 {
        let hangs = if dashes > 2 { -8 } else { -3 };
        pen.line((x - 7, y + hangs), (x + 7, y + hangs), 5);
    } else if lines == 0 {
        pen.path(&path(&[("M", -3, -14), ("L", 4, -6), ("L", -2, 1), ("L", 5, 8)]), 3);
        pen.path(&path(&[("M", 5, 8), ("Q", -5, 4), (" ", 1, 15)]), 2);
    } else {
        for level in 0..i64::from(lines) {
            pen.dot((x - 4 - level * 2, y - 5 + level * 8), 3);
            pen.path(
                &path(&[
                    ("M", -4 - level * 2, -3 + level * 8),
                    ("L", 5 - level * 2, -7 + level * 8),
                ]),
                2,
            );
        }
        pen.path(&path(&[("M", 5, -7), ("L", -1, 12)]), 2);
    }
}
