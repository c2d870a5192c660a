//! The staff, with the G clef.

use super::{Pen, Sheet, lines};
use crate::digits::decimal;
use crate::stage::music::note::{Note, Tune, length};
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
    let mut top = 0;
    for line in lines(tune, width - 2 * MARGIN, (head, head), wide, BAR) {
        let mut x = MARGIN + head;
        for bar in line {
            x = self::bar(&mut pen, tune, &bar, x, top);
        }
        five(&mut pen, tune, signs, top, x - BAR / 2 - 4);
        reach = reach.max(x);
        top += LINE;
    }
    if top == 0 {
        five(&mut pen, tune, signs, 0, reach);
    }
    pen.sheet.width = reach + MARGIN;
    pen.sheet.height = top.max(LINE);
    pen.sheet
}

/// The notes of a bar, the short ones of a beat joined; where the next bar begins.
fn bar(pen: &mut Pen, tune: &Tune, bar: &[Note], mut x: i64, top: i64) -> i64 {
    let mut ticks = 0;
    let mut beamed: Vec<(i64, Note)> = Vec::new();
    for note in bar {
        if Length::of(note.ticks).lines > 0 && note.pitch.sounds() {
            beamed.push((x, *note));
        } else {
            beam(pen, tune, top, &mut beamed);
            alone(pen, tune, *note, x, top);
        }
        pen.sheet.places.push((x + 8, top));
        ticks += u32::from(note.ticks);
        if ticks % tune.metre.beat() == 0 {
            beam(pen, tune, top, &mut beamed);
        }
        x += wide(note);
    }
    beam(pen, tune, top, &mut beamed);
    if length(bar) == tune.metre.bar() {
        pen.bar(x + BAR / 2 - 4, top + BOTTOM - 8 * STEP, 1, 8 * STEP);
    }
    x + BAR
}

/// Five lines, the clef, the signs of the key and, in the first line, the metre.
fn five(pen: &mut Pen, tune: &Tune, signs: i64, top: i64, end: i64) {
    for line in 0..5 {
        pen.bar(MARGIN, top + BOTTOM - line * 2 * STEP, end - MARGIN, 1);
    }
    clef(pen, MARGIN + 16, top + BOTTOM - 2 * STEP);
    let (places, sign) = if signs > 0 { (SHARPS, "♯") } else { (FLATS, "♭") };
    for (at, step) in (0..signs.abs()).zip(places) {
        pen.text(MARGIN + 36 + at * SIGN, top + BOTTOM - step * STEP + 7, 20, sign);
    }
    if top == 0 {
        let x = MARGIN + 46 + signs.abs() * SIGN;
        pen.text(x, BOTTOM - 4 * STEP - 1, 24, &decimal(tune.metre.beats.into()));
        pen.text(x, BOTTOM - 1, 24, &decimal(tune.metre.unit.into()));
    }
}

/// A G clef of one stroke, around the second line.
fn clef(pen: &mut Pen, x: i64, y: i64) {
    let stroke: [(&str, &[i64]); 9] = [
        ("M", &[1, 5]),
        ("C", &[-6, 4, -7, -6, 0, -8]),
        ("C", &[8, -10, 12, 0, 8, 6]),
        ("C", &[3, 13, -11, 12, -13, 1]),
        ("C", &[-14, -12, 0, -18, 5, -27]),
        ("C", &[9, -35, 6, -45, 3, -45]),
        ("C", &[-2, -44, -3, -34, -2, -28]),
        ("L", &[4, 20]),
        ("C", &[5, 29, -6, 30, -7, 24]),
    ];
    pen.path((x, y), 2, &stroke);
    pen.dot(x - 5, y + 23, 3);
}

/// Steps above the bottom line; a beat without pitch is in the middle.
fn height(tune: &Tune, note: Note) -> i64 {
    let (name, _) = KEYS[usize::from(tune.tonic % 12)];
    let tonic = name + 7 * (i64::from(tune.tonic) / 12 - 5);
    note.pitch.steps().map_or(4, |steps| tonic + i64::from(steps) - BOTTOM_LINE)
}

/// A note that is not joined to others, or a rest.
fn alone(pen: &mut Pen, tune: &Tune, note: Note, x: i64, top: i64) {
    let dashes = Length::of(note.ticks).dashes;
    if !note.pitch.sounds() {
        rest(pen, note, x + 8, top + BOTTOM - 4 * STEP);
        return;
    }
    let step = head(pen, tune, note, x, top);
    let y = top + BOTTOM - step * STEP;
    // Four beats have no stem. Low notes have it up on the right, high ones down on the left.
    if dashes < 3 {
        if step < 4 { pen.bar(x + 13, y - 32, 2, 32) } else { pen.bar(x + 1, y, 2, 32) }
    }
}

/// Notes of one beat, joined; one alone has flags.
fn beam(pen: &mut Pen, tune: &Tune, top: i64, beamed: &mut Vec<(i64, Note)>) {
    let (mut lowest, mut highest) = (i64::MAX, i64::MIN);
    for (_, note) in beamed.iter() {
        let height = height(tune, *note);
        lowest = lowest.min(height);
        highest = highest.max(height);
    }
    let up = lowest.saturating_add(highest) <= 8;
    for (at, (x, note)) in beamed.iter().enumerate() {
        let step = head(pen, tune, *note, *x, top);
        let y = top + BOTTOM - step * STEP;
        let end = top + BOTTOM - if up { highest * STEP + 30 } else { lowest * STEP - 30 };
        let side = x + if up { 13 } else { 1 };
        pen.bar(side, y.min(end), 2, (y - end).abs());
        let lines = Length::of(note.ticks).lines;
        for level in 0..i64::from(lines) {
            let down = if up { 1 } else { -1 };
            if beamed.len() == 1 {
                let (y, turn) = (end + level * 7 * down, 11 * down);
                pen.path((side + 1, y), 3, &[("M", &[0, 0]), ("L", &[8, turn])]);
                continue;
            }
            // A second beam joins only notes that both have it; else it is short, and goes to the side where there is another note.
            let other = |at: Option<usize>| {
                let (x, note) = beamed.get(at?)?;
                Some((*x, i64::from(Length::of(note.ticks).lines) > level))
            };
            let (from, to) = match (other(at.checked_sub(1)), other(Some(at + 1))) {
                (_, Some((next, true))) => (*x, next),
                (Some((_, true)), _) => continue,
                (Some(_), _) => (x - 8, *x),
                (None, _) => (*x, x + 8),
            };
            let beam = end + if up { level * 6 } else { -level * 6 - 4 };
            pen.bar(side + from - x, beam, to - from + 2, 4);
        }
    }
    beamed.clear();
}

/// The head of a note with its dot and the lines that it needs beyond the five; how high it is.
fn head(pen: &mut Pen, tune: &Tune, note: Note, x: i64, top: i64) -> i64 {
    let Length { dotted, dashes, .. } = Length::of(note.ticks);
    let step = height(tune, note);
    let y = top + BOTTOM - step * STEP;
    let middle = (x + 8, y);
    if note.pitch.degree().is_none() {
        pen.path(middle, 2, &[("M", &[-5, -5]), ("L", &[5, 5]), ("M", &[5, -5]), ("L", &[-5, 5])]);
    } else {
        // A slanted oval: a ring, or a smaller one so thick that it is full.
        if dashes > 0 {
            let (up, down) = (&[-6, -3, 3, -7, 6, -2], &[6, 3, -3, 7, -6, 2]);
            pen.path(middle, 2, &[("M", &[-6, 2]), ("C", up), ("C", down)]);
        } else {
            let (up, down) = (&[-4, -1, 2, -4, 4, -1], &[4, 1, -2, 4, -4, 1]);
            pen.path(middle, 5, &[("M", &[-4, 1]), ("C", up), ("C", down), ("Z", &[])]);
        }
    }
    if dotted || dashes == 2 {
        pen.dot(x + 22, y - if step % 2 == 0 { 4 } else { 0 }, 2);
    }
    let mut line = if step < 0 { -2 } else { 10 };
    while line >= step && step < 0 || line <= step && step > 8 {
        pen.bar(x - 2, top + BOTTOM - line * STEP, 20, 1);
        line += if step < 0 { -2 } else { 2 };
    }
    step
}

fn rest(pen: &mut Pen, note: Note, x: i64, y: i64) {
    let Length { lines, dashes, .. } = Length::of(note.ticks);
    if dashes > 0 {
        pen.bar(x - 7, y - if dashes > 2 { 10 } else { 5 }, 14, 5);
    } else if lines == 0 {
        let zigzag: [(&str, &[i64]); 4] =
            [("M", &[-3, -14]), ("L", &[4, -6]), ("L", &[-2, 1]), ("L", &[5, 8])];
        pen.path((x, y), 3, &zigzag);
        pen.path((x, y), 2, &[("M", &[5, 8]), ("Q", &[-5, 4, 1, 15])]);
    } else {
        for level in 0..i64::from(lines) {
            let (x, y) = (x - level * 2, y + level * 8);
            pen.dot(x - 4, y - 5, 3);
            pen.path((x, y), 2, &[("M", &[-4, -3]), ("L", &[5, -7])]);
        }
        pen.path((x, y), 2, &[("M", &[5, -7]), ("L", &[-1, 12])]);
    }
}
