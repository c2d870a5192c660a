//! Drawings as data: the one shape list that pictures and figures share. No markup, nothing that runs.

use crate::{codec_enum, codec_struct};

/// A picture with its name and the words for who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The picture's name in the shared list, as `apple`.
    pub id: String,
    /// What is drawn.
    pub drawing: Drawing,
}

codec_struct!(Picture { id, drawing });

/// Shapes on a canvas, back to front. All lengths in the canvas's own units.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// Units from left to right.
    pub width: u16,
    /// Units from top to bottom.
    pub height: u16,
    /// Back to front.
    pub shapes: Vec<Shape>,
}

codec_struct!(Drawing { width, height, shapes });

/// One shape of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An outline filled with a paint.
    Path(Paint, Vec<Segment>),
    /// A disc: fill, centre x and y, radius.
    Disc(Paint, i64, i64, i64),
    /// A rectangle: fill, edge, left, top, width, height (as `[x, y, w, h]`).
    Box(Paint, Paint, Vec<i64>),
    /// A line of a width: paint, `[x1, y1, x2, y2, width]`.
    Line(Paint, Vec<i64>),
    /// Words centred on a point: paint, `[x, y, size]`, text.
    Label(Paint, Vec<i64>, String),
    /// A picture of the same pack at `[x, y, size]`.
    Use(u16, Vec<i64>),
}

codec_enum!(Shape {
    0 => Path(paint, segments), 1 => Disc(paint, x, y, r), 2 => Box(fill, edge, place), 3 => Line(paint, ends),
    4 => Label(paint, place, text), 5 => Use(picture, place),
});

/// What a shape is filled or drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Nothing.
    None,
    /// A fixed colour, 0xRRGGBB.
    Rgb(u32),
    /// The colour of text.
    Ink,
    /// The colour of quiet lines.
    Line,
    /// The first of two groups.
    First,
    /// The second of two groups, also told apart by its outline.
    Second,
    /// The page behind.
    Surface,
}

codec_enum!(Paint { 0 => None, 1 => Rgb(rgb), 2 => Ink, 3 => Line, 4 => First, 5 => Second, 6 => Surface });

/// A step of an outline. All its points are relative to where the pen is when it starts, as with SVG's small letters;
/// the non-zero rule fills it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Lifts the pen and moves it.
    Move(i64, i64),
    /// A straight line.
    Line(i64, i64),
    /// A quadratic curve: control point, end.
    Quad(i64, i64, i64, i64),
    /// A cubic curve: two control points, end.
    Cubic(i64, i64, i64, i64, i64, i64),
    /// Back to where the pen was last put down.
    Close,
}

codec_enum!(Segment {
    0 => Move(x, y), 1 => Line(x, y), 2 => Quad(x1, y1, x, y), 3 => Cubic(x1, y1, x2, y2, x, y), 4 => Close,
});
