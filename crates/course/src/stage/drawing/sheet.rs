//! A sheet: what a pupil has drawn, as it is kept. What was undone is not in it.

use super::kind::{Kind, kind};
use super::paint::Paint;
use super::point::{POINTS_MAX, Point, SIDE, kept};
use super::shape::{Form, Place};
use crate::codec::{Decode, DecodeError, Encode, Out, Reader, from_bytes, put_varint};
use crate::{codec_enum, codec_struct};

/// The most things on a sheet.
pub const PARTS_MAX: usize = 250;
/// The most bytes of a sheet: a child's drawing has a quarter of it.
pub const BYTES_MAX: usize = 12_000;
/// Layers, the furthest first.
pub const LAYERS: usize = 3;

/// A sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What the paper is painted with all over.
    pub ground: Option<Paint>,
    /// Back to front; never more than [`LAYERS`].
    pub layers: Vec<Vec<Part>>,
}

codec_struct!(Sheet { ground, layers });

/// Something on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Drawn with a brush.
    Line(Line),
    /// Put there.
    Shape(Shape),
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is drawn with.
    pub paint: Paint,
    /// How wide the brush is.
    pub width: Width,
    /// What is inside, if that is painted.
    pub fill: Option<Paint>,
    /// Whether it is there a second time, on the other side of the mirror.
    pub mirrored: bool,
    /// Its way.
    pub points: Vec<Point>,
}

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Its form.
    pub form: Form,
    /// What it is painted with.
    pub paint: Paint,
    /// Whether it is painted inside, or has an outline alone.
    pub filled: bool,
    /// As with a line.
    pub mirrored: bool,
    /// Where it is.
    pub place: Place,
}

/// How wide a brush is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A pencil.
    Thin,
    /// A brush.
    Middle,
    /// A broad brush.
    Thick,
}

codec_enum!(Width { 0 => Thin, 1 => Middle, 2 => Thick });

impl Width {
    /// Every width, with its name in the source and its units.
    pub const ALL: [(Self, &'static str, i32); 3] =
        [(Self::Thin, "thin", 4), (Self::Middle, "middle", 10), (Self::Thick, "thick", 24)];

    /// Units.
    pub const fn units(self) -> i32 {
        Self::ALL[self as usize].2
    }
}

impl Sheet {
    /// The sheet in `bytes`, if it is one and no larger than a sheet may be.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let sheet: Self =
            Some(bytes).filter(|it| it.len() <= BYTES_MAX).and_then(|it| from_bytes(it).ok())?;
        (sheet.layers.len() <= LAYERS && sheet.parts().count() <= PARTS_MAX).then_some(sheet)
    }

    /// All that is on it, back to front.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.layers.iter().flatten()
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.parts().filter_map(|it| match it {
            Part::Line(it) => Some(it),
            Part::Shape(_) => None,
        })
    }

    /// The shapes.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.parts().filter_map(|it| match it {
            Part::Line(_) => None,
            Part::Shape(it) => Some(it),
        })
    }

    /// Puts something on top of a layer.
    pub fn put(&mut self, layer: usize, part: Part) {
        while self.layers.len() <= layer.min(LAYERS - 1) {
            self.layers.push(Vec::new());
        }
        self.layers[layer.min(LAYERS - 1)].push(part);
    }

    /// All paints that are seen.
    pub fn paints(&self) -> Vec<Paint> {
        let mut paints: Vec<Paint> = self.ground.into_iter().collect();
        for part in self.layers.iter().flatten() {
            for paint in part.paints() {
                if !paints.contains(&paint) {
                    paints.push(paint);
                }
            }
        }
        paints
    }
}

impl Part {
    /// What it is painted with, along it and inside.
    pub fn paints(&self) -> [Paint; 2] {
        match self {
            Self::Line(it) => [it.paint, it.fill.unwrap_or(it.paint)],
            Self::Shape(it) => [it.paint, it.paint],
        }
    }

    /// Paints it anew: a shape, or a line that has an inside, all of it.
    pub fn paint(&mut self, paint: Paint) {
        match self {
            Self::Line(it) => {
                it.paint = paint;
                it.fill = it.fill.map(|_| paint);
            }
            Self::Shape(it) => it.paint = paint,
        }
    }

    /// Whether it is there a second time, on the other side of the mirror.
    pub const fn mirrored(&self) -> bool {
        match self {
            Self::Line(it) => it.mirrored,
            Self::Shape(it) => it.mirrored,
        }
    }

    /// The same without its paint: two that are alike were drawn alike.
    pub fn unpainted(&self) -> Self {
        let mut part = self.clone();
        part.paint(Paint::Black);
        part
    }
}

impl Line {
    /// A line as a hand drew it.
    pub fn drawn(paint: Paint, width: Width, drawn: &[Point]) -> Self {
        Self { paint, width, fill: None, mirrored: false, points: kept(drawn) }
    }

    /// How it goes.
    pub fn kind(&self) -> Option<Kind> {
        kind(&self.points)
    }
}

/// The bits of the byte that a part begins with.
const SHAPE: u8 = 1;
const MIRRORED: u8 = 2;
const FILLED: u8 = 4;
/// From here on the width of a line, or the form of a shape.
const REST: u8 = 3;

impl Encode for Part {
    fn encode(&self, out: &mut impl Out) {
        let bit = |set: bool, bit: u8| if set { bit } else { 0 };
        match self {
            Self::Line(it) => {
                let head = bit(it.mirrored, MIRRORED) | bit(it.fill.is_some(), FILLED);
                out.byte(head | (it.width as u8) << REST);
                it.paint.encode(out);
                if let Some(fill) = it.fill {
                    fill.encode(out);
                }
                it.points.encode(out);
            }
            Self::Shape(it) => {
                let head = SHAPE | bit(it.mirrored, MIRRORED) | bit(it.filled, FILLED);
                out.byte(head | (it.form as u8) << REST);
                it.paint.encode(out);
                it.place.middle.encode(out);
                put_varint(it.place.wide as u64, out);
                put_varint(it.place.high as u64, out);
                out.byte(it.place.eighths);
            }
        }
    }
}

impl Decode for Part {
    fn decode(input: &mut Reader<'_>) -> Self {
        let head = input.byte();
        let paint = Paint::decode(input);
        let mirrored = head & MIRRORED != 0;
        let filled = head & FILLED != 0;
        if head & SHAPE == 0 {
            let fill = if filled { Some(Paint::decode(input)) } else { None };
            let width = Width::ALL.get(usize::from(head >> REST)).map(|it| it.0);
            let width = sound(width, Width::Thin, input);
            let points: Vec<Point> = Vec::decode(input);
            sound((1..=POINTS_MAX).contains(&points.len()).then_some(()), (), input);
            return Self::Line(Line { paint, width, fill, mirrored, points });
        }
        let form = sound(Form::numbered(head >> REST), Form::Circle, input);
        let middle = Point::decode(input);
        let mut side = || {
            let units = input.varint();
            sound((1..=SIDE as u64).contains(&units).then_some(units as i32), 1, input)
        };
        let (wide, high) = (side(), side());
        let eighths = input.byte();
        let eighths = sound((eighths < 8).then_some(eighths), 0, input);
        Self::Shape(Shape {
            form,
            paint,
            filled,
            mirrored,
            place: Place { middle, wide, high, eighths },
        })
    }
}

/// The value, or a mistake of the reader and another one.
fn sound<T>(value: Option<T>, other: T, input: &mut Reader<'_>) -> T {
    value.unwrap_or_else(|| {
        input.fail(DecodeError::Malformed);
        other
    })
}

#[cfg(test)]
pub(super) mod tests;
