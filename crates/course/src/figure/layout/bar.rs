//! The part–whole bar.

use super::{Canvas, TEXT, WIDTH, digits, text_width};
use crate::picture::{Drawing, Paint, Shape};

const TOP: i64 = 30;
const HEIGHT: i64 = 44;

/// Two parts as long as what they hold under a bracket for the whole; what is below nought is asked for.
pub(super) fn bar(mut canvas: Canvas, a: i64, b: i64, whole: i64) -> Option<Drawing> {
    const MARGIN: i64 = 2;
    let room = WIDTH - 2 * MARGIN;
    let (first, second) = (size(a)?, size(b)?);
    if first + second == 0 || size(whole)? != first + second {
        return None;
    }
    let least = |value: i64| text_width(&name(value)) + 10;
    let split = (room * first / (first + second)).max(least(a)).min(room - least(b));
    let top = [MARGIN, TOP - 9, MARGIN + room, TOP - 9];
    canvas.line(Paint::Line, top, 2);
    for x in [top[0], top[2]] {
        canvas.line(Paint::Line, [x, TOP - 9, x, TOP - 3], 2);
    }
    canvas.label(Paint::Ink, WIDTH / 2, TEXT * 2 / 3, name(whole));
    part(&mut canvas, Paint::First, a, MARGIN, split);
    part(&mut canvas, Paint::Second, b, MARGIN + split, room - split);
    canvas.finish(WIDTH, TOP + HEIGHT + MARGIN)
}

/// The first part is full, the second has an outline, one that is asked for only a quiet edge.
fn part(canvas: &mut Canvas, paint: Paint, value: i64, x: i64, width: i64) {
    let (fill, edge, text) = if value < 0 {
        (Paint::None, Paint::Line, Paint::Ink)
    } else if paint == Paint::First {
        (paint, paint, Paint::Surface)
    } else {
        (Paint::None, paint, Paint::Ink)
    };
    canvas.shapes.push(Shape::Box(fill, edge, vec![x, TOP, width, HEIGHT]));
    canvas.label(text, x + width / 2, TOP + HEIGHT / 2, name(value));
}

fn size(value: i64) -> Option<i64> {
    let size = value.checked_abs()?;
    (size <= 9_999).then_some(size)
}

fn name(value: i64) -> String {
    if value < 0 { "?".to_owned() } else { digits(value) }
}
