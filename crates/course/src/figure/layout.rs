//! Where the shapes of each figure go: whole numbers in, whole numbers out, at most [`WIDTH`] units wide.

use super::FigureKind;
use crate::digits::decimal;
use crate::picture::{Drawing, Paint, Shape};

mod bar;
mod number_line;
mod sticks;
mod things;

#[cfg(test)]
mod tests;

/// The widest figure: a phone of 320 px less the page's margins, one unit a pixel.
const WIDTH: i64 = 288;
/// Size of numbers in figures.
const TEXT: i64 = 15;

/// The drawing of a figure, or `None` if its numbers are out of range.
pub(super) fn draw(kind: FigureKind, numbers: &[i64], picture: Option<u16>) -> Option<Drawing> {
    let canvas = Canvas { shapes: Vec::new(), picture };
    match (kind, numbers) {
        (FigureKind::TenFrame, [a]) => things::ten_frame(canvas, *a, 0, 0),
        (FigureKind::TenFrame, [a, b]) => things::ten_frame(canvas, *a, *b, 0),
        (FigureKind::TenFrame, [a, b, moved]) => things::ten_frame(canvas, *a, *b, *moved),
        (FigureKind::Rows, [count, columns]) => things::rows(canvas, *count, *columns),
        (FigureKind::Scatter, [count, seed]) => things::scatter(canvas, *count, *seed, 100),
        (FigureKind::Scatter, [count, seed, spread]) => {
            things::scatter(canvas, *count, *seed, *spread)
        }
        (FigureKind::Bar, [a, b]) => {
            bar::bar(canvas, *a, *b, a.checked_abs()?.checked_add(b.checked_abs()?)?)
        }
        (FigureKind::Bar, [a, b, whole]) => bar::bar(canvas, *a, *b, *whole),
        (FigureKind::NumberLine, [from, to, step, jumps @ ..]) => {
            number_line::number_line(canvas, *from, *to, *step, jumps)
        }
        (FigureKind::Sticks, [tens, ones]) => sticks::sticks(canvas, *tens, *ones),
        (FigureKind::Compare, [a, b, spread @ ..]) => things::compare(canvas, *a, *b, spread),
        (
            FigureKind::TenFrame
            | FigureKind::Rows
            | FigureKind::Scatter
            | FigureKind::Bar
            | FigureKind::NumberLine
            | FigureKind::Sticks
            | FigureKind::Compare,
            _,
        ) => None,
    }
}

/// A drawing that grows.
struct Canvas {
    shapes: Vec<Shape>,
    picture: Option<u16>,
}

impl Canvas {
    /// Something that is counted, in a square of an even `size`: the picture, or a counter. Second ones have a hole.
    fn thing(&mut self, paint: Paint, x: i64, y: i64, size: i64) {
        if let Some(picture) = self.picture {
            self.shapes.push(Shape::Use(picture, vec![x, y, size]));
            return;
        }
        let r = size / 2;
        self.shapes.push(Shape::Disc(paint, x + r, y + r, r));
        if paint == Paint::Second {
            self.shapes.push(Shape::Disc(Paint::Surface, x + r, y + r, r * 2 / 5));
        }
    }

    fn line(&mut self, paint: Paint, [x1, y1, x2, y2]: [i64; 4], width: i64) {
        self.shapes.push(Shape::Line(paint, vec![x1, y1, x2, y2, width]));
    }

    fn label(&mut self, paint: Paint, x: i64, y: i64, text: String) {
        self.shapes.push(Shape::Label(paint, vec![x, y, TEXT], text));
    }

    /// The finished drawing; a figure without shapes is none.
    fn finish(self, width: i64, height: i64) -> Option<Drawing> {
        let (width, height) = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
        (!self.shapes.is_empty()).then_some(Drawing { width, height, shapes: self.shapes })
    }
}

/// A number as it is written in a figure.
fn digits(value: i64) -> String {
    let amount = decimal(value.unsigned_abs());
    if value < 0 { ["−", &amount].concat() } else { amount }
}

/// Room that `text` takes, no less than any system font needs.
fn text_width(text: &str) -> i64 {
    text.chars().count() as i64 * 9
}
