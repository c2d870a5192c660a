//! Figures of things to count: ten-frames, rows, scatters, comparisons.

use super::{Canvas, WIDTH};
use crate::picture::{Drawing, Paint, Shape};
use crate::rng::Rng;

/// Up to two frames of ten boxes. Past ten in all each kind has a frame of its own, and `moved` of the second kind
/// have gone over to fill the first.
pub(super) fn ten_frame(mut canvas: Canvas, a: i64, b: i64, moved: i64) -> Option<Drawing> {
    const GAP: i64 = 16;
    let all = a.checked_add(b)?;
    let apart = all > 10 && a < 10 && b <= 10;
    let movable = if apart { 10 - a } else { 0 };
    if a < 0 || b < 0 || all > 20 || !(0..=movable.min(b)).contains(&moved) {
        return None;
    }
    let (frames, cell) = if all > 10 { (2, 27) } else { (1, 44) };
    let frame_width = 5 * cell;
    let corner =
        |at: i64| (1 + at / 10 * (frame_width + GAP) + at % 5 * cell, 1 + at % 10 / 5 * cell);
    for at in 0..10 * frames {
        let (x, y) = corner(at);
        canvas.shapes.push(Shape::Box(Paint::None, Paint::Line, vec![x, y, cell, cell]));
    }
    let size = cell * 3 / 8 * 2;
    let inset = (cell - size) / 2;
    for nth in 0..all {
        let of_first = nth < a;
        let at = if apart && nth >= a + moved { 10 + nth - a - moved } else { nth };
        let (x, y) = corner(at);
        canvas.thing(
            if of_first { Paint::First } else { Paint::Second },
            x + inset,
            y + inset,
            size,
        );
    }
    canvas.finish(2 + frames * frame_width + (frames - 1) * GAP, 2 + 2 * cell)
}

/// `count` things in rows of `columns`.
pub(super) fn rows(mut canvas: Canvas, count: i64, columns: i64) -> Option<Drawing> {
    if !(1..=100).contains(&count) || !(1..=12).contains(&columns) || count > columns * 12 {
        return None;
    }
    let pitch = (WIDTH / columns).min(40);
    let size = pitch * 3 / 8 * 2;
    let inset = (pitch - size) / 2;
    for at in 0..count {
        canvas.thing(
            Paint::First,
            at % columns * pitch + inset,
            at / columns * pitch + inset,
            size,
        );
    }
    canvas.finish(count.min(columns) * pitch, (count + columns - 1) / columns * pitch)
}

/// `count` things thrown on a field, each at least its own size away from the next. `spread` is how much of the field
/// they may use, in percent; as much as they need they always get.
pub(super) fn scatter(mut canvas: Canvas, count: i64, seed: i64, spread: i64) -> Option<Drawing> {
    const HEIGHT: i64 = WIDTH * 3 / 4;
    if !(1..=20).contains(&count) || !(0..=100).contains(&spread) {
        return None;
    }
    // Past 45 % of what squares can cover, throwing at random fails too often.
    let crowded = |width: i64, size: i64| {
        (width + size) * (width * 3 / 4 + size) * 45 < count * (2 * size) * (2 * size) * 100
    };
    // As large as can be, so that they are seen on the smallest phone.
    let mut size = 40;
    while crowded(WIDTH, size) {
        size -= 2;
    }
    let mut width = (WIDTH * spread / 100).max(size * 4 / 3);
    while width < WIDTH && crowded(width, size) {
        width += 6;
    }
    let width = width.min(WIDTH);
    let height = width * 3 / 4;
    let mut rng = Rng::new(seed.cast_unsigned());
    let places =
        (0..100).find_map(|_| throw(count, width - size, height - size, 2 * size, &mut rng))?;
    for (x, y) in places {
        canvas.thing(Paint::First, x + (WIDTH - width) / 2, y + (HEIGHT - height) / 2, size);
    }
    canvas.finish(WIDTH, HEIGHT)
}

/// `count` places from 0 to `right` and `bottom`, at least `apart` from each other across or down.
fn throw(
    count: i64,
    right: i64,
    bottom: i64,
    apart: i64,
    rng: &mut Rng,
) -> Option<Vec<(i64, i64)>> {
    let mut places: Vec<(i64, i64)> = Vec::new();
    for _ in 0..count {
        let free = (0..200).find_map(|_| {
            let x = rng.below(right.unsigned_abs() + 1).cast_signed();
            let y = rng.below(bottom.unsigned_abs() + 1).cast_signed();
            let clear = places
                .iter()
                .all(|place| (place.0 - x).abs() >= apart || (place.1 - y).abs() >= apart);
            clear.then_some((x, y))
        });
        places.push(free?);
    }
    Some(places)
}

/// `a` things above and `b` below, ten in a line. Without spread the two stand one under the other, pair by pair; at
/// 100 a line takes the whole width.
pub(super) fn compare(mut canvas: Canvas, a: i64, b: i64, spread: &[i64]) -> Option<Drawing> {
    const SIZE: i64 = 24;
    const TIGHT: i64 = 26;
    const LINE: i64 = 30;
    let mut top = 0;
    for (nth, count) in [a, b].into_iter().enumerate() {
        let spread = spread.get(nth).copied().unwrap_or(0);
        if !(1..=20).contains(&count) || !(0..=100).contains(&spread) {
            return None;
        }
        let steps = count.min(10) - 1;
        let wide = if steps == 0 { TIGHT } else { ((WIDTH - SIZE) / steps).min(4 * TIGHT) };
        let pitch = TIGHT + (wide - TIGHT) * spread / 100;
        for at in 0..count {
            let paint = if nth == 0 { Paint::First } else { Paint::Second };
            canvas.thing(paint, at % 10 * pitch, top + at / 10 * LINE, SIZE);
        }
        top += (count + 9) / 10 * LINE - LINE + SIZE;
        if nth == 0 {
            canvas.line(Paint::Line, [0, top + 12, WIDTH, top + 12], 1);
            top += 24;
        }
    }
    canvas.finish(WIDTH, top)
}
