//! Drawings as data: the one shape list that pictures and figures share. No markup, nothing that runs.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader, put_varint};
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
    /// Back to where the pen was last put down.
    Close,
}

/// A control point, as it is written.
const OFF: u8 = 0;
/// A point on the outline.
const ON: u8 = 1;
/// The first point of a ring, on it.
const START: u8 = 2;

/// An outline is written as its points; between two control points their curves meet halfway. First what each point is,
/// then how far it is from the one before, in steps of two units.
impl Encode for Segment {
    fn encode(&self, out: &mut impl Out) {
        Self::encode_list(&[*self], out);
    }

    fn encode_list(outline: &[Self], out: &mut impl Out) {
        let points = points(outline);
        put_varint(points.len() as u64, out);
        points.iter().for_each(|(kind, ..)| out.byte(*kind));
        let mut before = (0, 0);
        for (_, x, y) in points {
            (x / 2 - before.0).encode(out);
            (y / 2 - before.1).encode(out);
            before = (x / 2, y / 2);
        }
    }
}

/// The points of an outline, each after what it is.
fn points(outline: &[Segment]) -> Vec<(u8, i64, i64)> {
    let mut points = Vec::new();
    let (mut pen, mut start) = ((0, 0), (0, 0));
    for (at, segment) in outline.iter().enumerate() {
        let after = |x, y| (pen.0 + x, pen.1 + y);
        let (kind, end) = match *segment {
            Segment::Move(x, y) => {
                start = after(x, y);
                (Some(START), start)
            }
            Segment::Line(x, y) => (Some(ON), after(x, y)),
            Segment::Quad(x1, y1, x, y) => {
                let (control_x, control_y) = after(x1, y1);
                points.push((OFF, control_x, control_y));
                let end = after(x, y);
                let implied = match outline.get(at + 1) {
                    Some(Segment::Quad(next_x, next_y, ..)) => {
                        (x - x1, y - y1) == (*next_x, *next_y)
                    }
                    Some(Segment::Close) => end == start,
                    Some(Segment::Move(..) | Segment::Line(..)) | None => false,
                };
                ((!implied).then_some(ON), end)
            }
            Segment::Close => (None, start),
        };
        points.extend(kind.map(|kind| (kind, end.0, end.1)));
        pen = end;
    }
    points
}

impl Decode for Segment {
    fn decode(input: &mut Reader<'_>) -> Self {
        Self::decode_list(input).pop().unwrap_or(Self::Close)
    }

    fn decode_list(input: &mut Reader<'_>) -> Vec<Self> {
        let length = input.length();
        let mut pen = Pen::default();
        let (mut x, mut y) = (0, 0);
        for kind in input.take(length) {
            // No canvas is wider than so many bits say.
            x += 2 * i64::from(i64::decode(input) as i16);
            y += 2 * i64::from(i64::decode(input) as i16);
            match *kind {
                OFF => {
                    if let Some((before_x, before_y)) = pen.control {
                        pen.draw(i64::midpoint(before_x, x), i64::midpoint(before_y, y));
                    }
                    pen.control = Some((x, y));
                }
                ON => pen.draw(x, y),
                START => {
                    pen.close();
                    pen.outline.push(Self::Move(x - pen.at.0, y - pen.at.1));
                    pen.at = (x, y);
                    pen.start = (x, y);
                }
                _ => input.fail(DecodeError::Malformed),
            }
        }
        pen.close();
        pen.outline
    }
}

/// Where an outline has come to while its points are read.
#[derive(Default)]
struct Pen {
    outline: Vec<Segment>,
    at: (i64, i64),
    start: (i64, i64),
    control: Option<(i64, i64)>,
}

impl Pen {
    /// A line to here, or a curve if there is a control point.
    fn draw(&mut self, x: i64, y: i64) {
        let (from_x, from_y) = self.at;
        self.outline.push(match self.control.take() {
            Some((control_x, control_y)) => {
                Segment::Quad(control_x - from_x, control_y - from_y, x - from_x, y - from_y)
            }
            None => Segment::Line(x - from_x, y - from_y),
        });
        self.at = (x, y);
    }

    fn close(&mut self) {
        if self.control.is_some() {
            self.draw(self.start.0, self.start.1);
        }
        if !self.outline.is_empty() {
            self.outline.push(Segment::Close);
        }
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests;
