//! Bundles of ten sticks, and single ones.

use super::Canvas;
use crate::picture::{Drawing, Paint};

const HEIGHT: i64 = 52;
const ROW: i64 = HEIGHT + 14;

/// Bundles five in a row, under them single sticks ten in a row: each stick of a bundle is drawn like a single one.
pub(super) fn sticks(mut canvas: Canvas, tens: i64, ones: i64) -> Option<Drawing> {
    const BUNDLE: i64 = 56;
    const SINGLE: i64 = 26;
    if !(0..=10).contains(&tens) || !(0..=20).contains(&ones) {
        return None;
    }
    for bundle in 0..tens {
        let (left, top) = (bundle % 5 * BUNDLE, bundle / 5 * ROW);
        for nth in 0..10 {
            stick(&mut canvas, left + 6 + nth * 4, top);
        }
        for band in [top + 18, top + HEIGHT - 18] {
            canvas.line(Paint::Second, [left + 2, band, left + 46, band], 5);
        }
    }
    let below = (tens + 4) / 5 * ROW;
    for nth in 0..ones {
        // A wider gap after five, so that they can be seen at a glance.
        stick(&mut canvas, 6 + nth % 10 * SINGLE + nth % 10 / 5 * 12, below + nth / 10 * ROW);
    }
    let rows = (tens + 4) / 5 + (ones + 9) / 10;
    canvas.finish(super::WIDTH, rows * ROW - ROW + HEIGHT)
}

fn stick(canvas: &mut Canvas, x: i64, top: i64) {
    canvas.line(Paint::First, [x, top, x, top + HEIGHT], 3);
}
