//! The number line, with jumps.

use super::{Canvas, WIDTH, digits, text_width};
use crate::picture::{Drawing, Paint, Segment, Shape};

const MARGIN: i64 = 20;
const LENGTH: i64 = WIDTH - 2 * MARGIN;

/// How much lower a number stands that has a neighbour too near.
const LOWER: i64 = 18;

/// A line with a mark every `step`, numbers where there is room for them, and arcs from each place in `jumps` to the
/// next. The places of jumps come first, and have a second row below.
pub(super) fn number_line(
    mut canvas: Canvas,
    from: i64,
    to: i64,
    step: i64,
    jumps: &[i64],
) -> Option<Drawing> {
    const FAR: i64 = 100_000;
    let within = |value: &i64| (from..=to).contains(value);
    let readable = from > -FAR
        && to < FAR
        && from < to
        && step > 0
        && (to - from) % step == 0
        && (to - from) / step <= 100;
    if !readable || !jumps.iter().all(within) || jumps.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    let axis = if jumps.len() > 1 { 66 } else { 14 };
    let x = |value: i64| MARGIN + (value - from) * LENGTH / (to - from);
    canvas.line(Paint::Line, [MARGIN - 10, axis, WIDTH - MARGIN + 10, axis], 2);
    let numbered = numbered(from, to, step, jumps);
    for value in (from..=to).step_by(usize::try_from(step).ok()?) {
        let row = numbered.iter().find(|it| it.0 == value).map_or(-4, |it| it.1);
        canvas.line(Paint::Line, [x(value), axis - 8 - row.min(0), x(value), axis + 8 + row], 2);
    }
    let mut lowest = 0;
    for (value, row) in numbered {
        lowest = lowest.max(row);
        canvas.label(Paint::Ink, x(value), axis + 21 + row, digits(value));
    }
    for pair in jumps.windows(2) {
        jump(&mut canvas, x(pair[0]), x(pair[1]), axis, pair[1] - pair[0]);
    }
    if let Some(start) = jumps.first() {
        canvas.shapes.push(Shape::Disc(Paint::First, x(*start), axis, 5));
    }
    canvas.finish(WIDTH, axis + 32 + lowest)
}

/// Which places get a number, and how much lower: the ends of jumps, then every so many marks as there is room for.
fn numbered(from: i64, to: i64, step: i64, jumps: &[i64]) -> Vec<(i64, i64)> {
    let widest = text_width(&digits(from)).max(text_width(&digits(to))) + 6;
    let room = |values: i64| values * LENGTH / (to - from);
    let every = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .map(|marks| marks * step)
        .find(|values| room(*values) >= widest);
    let every = every.unwrap_or(to - from);
    let mut numbered: Vec<(i64, i64)> = Vec::new();
    let mut number = |value: i64, rows: &[i64]| {
        let free = |row: &i64| {
            numbered.iter().all(|(other, lower)| {
                *other != value && (lower != row || room((value - other).abs()) >= widest)
            })
        };
        if let Some(row) = rows.iter().copied().find(free) {
            numbered.push((value, row));
        }
    };
    for place in jumps {
        number(*place, &[0, LOWER]);
    }
    for value in (from..=to).filter(|value| value.rem_euclid(every) == 0).chain([from, to]) {
        number(value, &[0]);
    }
    numbered
}

/// An arc two units thick with an arrowhead, and how far it goes where that fits.
fn jump(canvas: &mut Canvas, start: i64, end: i64, axis: i64, by: i64) {
    let (length, side) = (end - start, (end - start).signum());
    let rise = (8 + length.abs() / 4).min(32);
    let base = axis - 9;
    canvas.shapes.push(Shape::Path(
        Paint::First,
        vec![
            Segment::Move(start - side, base),
            Segment::Quad(length / 2 + side, -2 * rise, length + 2 * side, 0),
            Segment::Line(-2 * side, 0),
            Segment::Quad(-length / 2 + side, 4 - 2 * rise, 2 * side - length, 0),
            Segment::Close,
        ],
    ));
    canvas.shapes.push(Shape::Path(
        Paint::First,
        vec![
            Segment::Move(end, axis - 3),
            Segment::Line(-4, -8),
            Segment::Line(8, 0),
            Segment::Close,
        ],
    ));
    let name = if by > 0 { ["+", &digits(by)].concat() } else { digits(by) };
    if length.abs() >= text_width(&name) {
        canvas.label(Paint::Ink, start + length / 2, base - rise - 10, name);
    }
}
