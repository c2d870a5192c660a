//! What a drawing is asked to have. Each is a rule that whole numbers decide; none is about beauty.

use super::kind::Kind;
use super::paint::{Family, Paint};
use super::point::{Point, SIDE, along, at, bounds};
use super::shape::{Form, Place};
use super::sheet::{Part, Sheet, Width};
use crate::codec_enum;
use crate::digits::decimal;

/// One thing that a drawing is asked to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// So many kinds of line: those of [`Kind`], thin ones and thick ones.
    Kinds(u8),
    /// So many lines of a kind.
    Line(Kind, u8),
    /// So many lines of a width.
    Wide(Width, u8),
    /// So many things.
    Marks(u8),
    /// So many paints.
    Paints(u8),
    /// So many paints of a family.
    Of(Family, u8),
    /// No paint of the other family.
    Only(Family),
    /// So many forms of shape.
    Forms(u8),
    /// So many shapes.
    Shapes(u8),
    /// So many shapes of a form.
    Form(Form, u8),
    /// The same on both sides of the middle.
    Mirror,
    /// A line or an edge from side to side, where sky and land may meet.
    Horizon,
    /// So many hundredths of the paper painted.
    Cover(u8),
    /// Nothing of what was given keeps its paint.
    Painted,
}

codec_enum!(Want {
    0 => Kinds(count), 1 => Line(kind, count), 2 => Wide(width, count), 3 => Marks(count), 4 => Paints(count),
    5 => Of(family, count), 6 => Only(family), 7 => Forms(count), 8 => Shapes(count), 9 => Form(form, count),
    10 => Mirror, 11 => Horizon, 12 => Cover(hundredths), 13 => Painted,
});

/// The faults of a drawing: one for each thing that may be wanted, by its name in the source, and two that are always wanted.
pub const FAULTS: [&str; 30] = [
    "blank",
    "kept",
    "lines",
    "straight",
    "curved",
    "wavy",
    "zigzag",
    "spiral",
    "dot",
    "thin",
    "middle",
    "thick",
    "marks",
    "paints",
    "warm",
    "cool",
    "only",
    "forms",
    "shapes",
    "circle",
    "square",
    "rectangle",
    "triangle",
    "half",
    "corner",
    "quarter",
    "mirror",
    "horizon",
    "cover",
    "painted",
];
/// Nothing was drawn.
pub const BLANK: u8 = 0;
/// Something that was given is gone.
pub const KEPT: u8 = 1;

impl Want {
    /// The fault of a drawing that does not have it.
    pub const fn fault(self) -> u8 {
        match self {
            Self::Kinds(_) => 2,
            Self::Line(kind, _) => 3 + kind as u8,
            Self::Wide(width, _) => 9 + width as u8,
            Self::Marks(_) => 12,
            Self::Paints(_) => 13,
            Self::Of(family, _) => 13 + family as u8,
            Self::Only(_) => 16,
            Self::Forms(_) => 17,
            Self::Shapes(_) => 18,
            Self::Form(form, _) => 19 + form as u8,
            Self::Mirror => 26,
            Self::Horizon => 27,
            Self::Cover(_) => 28,
            Self::Painted => 29,
        }
    }

    /// How much of it a sheet has, and how much it needs; `given` stood there before.
    pub fn had(self, sheet: &Sheet, given: &[Part]) -> (u32, u32) {
        match self {
            Self::Paints(count) => (sheet.paints().len() as u32, count.into()),
            Self::Of(family, count) => (of_family(sheet, family), count.into()),
            Self::Only(family) => (u32::from(of_family(sheet, family.other()) == 0), 1),
            Self::Cover(hundredths) => (cover(sheet), hundredths.into()),
            Self::Kinds(count) | Self::Forms(count) => (self.kinds(sheet, given), count.into()),
            Self::Line(_, count)
            | Self::Wide(_, count)
            | Self::Marks(count)
            | Self::Shapes(count)
            | Self::Form(_, count) => (self.parts(sheet, given), count.into()),
            Self::Horizon => (self.parts(sheet, &[]).min(1), 1),
            // So many parts are not as they should be.
            Self::Mirror | Self::Painted => {
                (u32::from(self.parts(sheet, given) == 0 && sheet.parts().next().is_some()), 1)
            }
        }
    }

    /// How many parts it counts.
    fn parts(self, sheet: &Sheet, given: &[Part]) -> u32 {
        let mut count = 0;
        for part in sheet.layers.iter().flatten() {
            let counts = if self == Self::Painted {
                given.contains(part)
            } else {
                !is_given(part, given) && self.counts(part, sheet)
            };
            count += u32::from(counts);
        }
        count
    }

    fn counts(self, part: &Part, sheet: &Sheet) -> bool {
        match (self, part) {
            (Self::Line(kind, _), Part::Line(it)) => it.kind() == Some(kind),
            (Self::Wide(width, _), Part::Line(it)) => it.width == width,
            (Self::Form(form, _), Part::Shape(it)) => it.form == form,
            (Self::Shapes(_), Part::Shape(_)) | (Self::Marks(_), _) => true,
            (Self::Mirror, _) => !is_even(part, sheet),
            (Self::Horizon, _) => is_horizon(part),
            (
                Self::Line(..)
                | Self::Wide(..)
                | Self::Form(..)
                | Self::Shapes(_)
                | Self::Kinds(_)
                | Self::Forms(_)
                | Self::Paints(_)
                | Self::Of(..)
                | Self::Only(_)
                | Self::Cover(_)
                | Self::Painted,
                _,
            ) => false,
        }
    }

    /// How many kinds of line there are, counting thin and thick ones; or of shape.
    fn kinds(self, sheet: &Sheet, given: &[Part]) -> u32 {
        let forms = matches!(self, Self::Forms(_));
        let mut seen = 0_u32;
        for part in sheet.layers.iter().flatten() {
            if is_given(part, given) {
                continue;
            }
            match part {
                Part::Shape(it) if forms => seen |= 1 << it.form as u32,
                Part::Line(it) if !forms => {
                    seen |= it.kind().map_or(0, |kind| 1 << kind as u32);
                    seen |= [1 << 8, 0, 1 << 9][it.width as usize];
                }
                Part::Shape(_) | Part::Line(_) => {}
            }
        }
        seen.count_ones()
    }

    /// As it stands in the source.
    pub fn source(self) -> String {
        let name = FAULTS[usize::from(self.fault())].to_owned();
        match self {
            Self::Only(family) => {
                let family = if family == Family::Cool { "cool" } else { "warm" };
                [&name, " ", family].concat()
            }
            Self::Mirror | Self::Horizon | Self::Painted => name,
            Self::Kinds(count)
            | Self::Line(_, count)
            | Self::Wide(_, count)
            | Self::Marks(count)
            | Self::Paints(count)
            | Self::Of(_, count)
            | Self::Forms(count)
            | Self::Shapes(count)
            | Self::Form(_, count)
            | Self::Cover(count) => [&name, " ", &decimal(count.into())].concat(),
        }
    }

    /// Whether a sheet has it.
    pub fn is_met(self, sheet: &Sheet, given: &[Part]) -> bool {
        let (had, needed) = self.had(sheet, given);
        had >= needed
    }
}

/// Whether a part is one that was given, whatever it is painted with.
pub fn is_given(part: &Part, given: &[Part]) -> bool {
    given.iter().any(|it| it.unpainted() == part.unpainted())
}

fn of_family(sheet: &Sheet, family: Family) -> u32 {
    sheet.paints().iter().map(|it| u32::from(it.family() == family)).sum()
}

/// A mirrored part, or one that has its counterpart on the sheet, which may be itself.
fn is_even(part: &Part, sheet: &Sheet) -> bool {
    part.mirrored()
        || match part {
            Part::Shape(it) => {
                let wanted = it.place.mirrored(it.form);
                sheet
                    .shapes()
                    .any(|other| other.form == it.form && alike(it.form, other.place, wanted))
            }
            Part::Line(it) => sheet.lines().any(|other| faces(&it.points, &other.points)),
        }
}

/// Whether a line is what a mirror shows of another one, drawn this way or back.
fn faces(one: &[Point], other: &[Point]) -> bool {
    let (one, other) = (along(one, 8), along(other, 8));
    let near = |one: Point, other: Point| one.mirrored().square_to(other) <= NEAR * NEAR;
    let forth = (0..8).all(|at| near(one[at], other[at]));
    forth || (0..8).all(|at| near(one[at], other[7 - at]))
}

/// What a hand may be off where both sides are compared.
const NEAR: i64 = 20;

fn alike(form: Form, one: Place, other: Place) -> bool {
    let near = |one: i32, other: i32| i64::from((one - other).abs()) <= NEAR;
    let period = form.period(one.wide == one.high);
    one.middle.square_to(other.middle) <= NEAR * NEAR
        && near(one.wide, other.wide)
        && near(one.high, other.high)
        && one.eighths % period == other.eighths % period
}

/// From side to side, hardly steep, neither at the top nor at the bottom.
fn is_horizon(part: &Part) -> bool {
    const REACH: i32 = SIDE / 20;
    const UPPER: i32 = SIDE / 6;
    let middle = UPPER..=SIDE - UPPER;
    match part {
        Part::Line(it) => {
            let [least, most] = bounds(&it.points);
            let (left, right, top, bottom) = (least.x, most.x, least.y, most.y);
            let reaches = if it.mirrored {
                (left <= REACH && right >= SIDE / 2 - REACH)
                    || (right >= SIDE - REACH && left <= SIDE / 2 + REACH)
            } else {
                left <= REACH && right >= SIDE - REACH
            };
            reaches && bottom - top <= SIDE / 3 && middle.contains(&i32::midpoint(top, bottom))
        }
        Part::Shape(it) => {
            let [first, .., last] = it.place.corners();
            let wide =
                matches!(it.form, Form::Rectangle | Form::Square) && it.place.eighths % 4 == 0;
            let (top, bottom) = (first.y.min(last.y), first.y.max(last.y));
            wide && it.place.wide >= SIDE - 2 * REACH
                && (middle.contains(&top) || middle.contains(&bottom))
        }
    }
}

/// Whether a point of the paper is painted.
pub fn is_painted(sheet: &Sheet, point: Point) -> bool {
    let here = |part: &Part, point| covers(part, point, 0);
    sheet.parts().any(|it| here(it, point) || it.mirrored() && here(it, point.mirrored()))
}

/// Cells along each side of the sheet, to see how much of it is painted.
const CELLS: i32 = 24;

/// How many hundredths of the paper are painted.
pub fn cover(sheet: &Sheet) -> u32 {
    if sheet.ground.is_some_and(|it| it != Paint::White) {
        return 100;
    }
    let mut painted = vec![false; (CELLS * CELLS) as usize];
    let size = SIDE / CELLS;
    for part in sheet.parts() {
        for (cell, painted) in (0..).zip(&mut painted) {
            let middle = at(cell % CELLS * size + size / 2, cell / CELLS * size + size / 2);
            let here = |point: Point| covers(part, point, size / 2);
            *painted |= here(middle) || part.mirrored() && here(middle.mirrored());
        }
    }
    (painted.iter().filter(|it| **it).count() * 100 / painted.len()) as u32
}

/// Whether a part is at a point, or as near as this.
pub fn covers(part: &Part, point: Point, reach: i32) -> bool {
    match part {
        Part::Shape(it) => it.place.covers(it.form, point),
        Part::Line(it) => {
            let near = i64::from(reach + it.width.units() / 2);
            let on = |two: &[Point]| point.square_from(two[0], two[1]) <= near * near;
            it.points.windows(2).any(on)
                || it.points.first().is_some_and(|it| it.square_to(point) <= near * near)
                || it.fill.is_some() && is_inside(&it.points, point)
        }
    }
}

/// Whether a line that is closed goes around a point an odd number of times.
pub fn is_inside(points: &[Point], point: Point) -> bool {
    let mut inside = false;
    let mut before = points.last().copied().unwrap_or(point);
    for here in points {
        if (here.y > point.y) != (before.y > point.y) {
            let rise = i64::from(before.y - here.y);
            let cross = i64::from(before.x - here.x) * i64::from(point.y - here.y);
            let left = i64::from(point.x - here.x) * rise;
            inside ^= if rise > 0 { left < cross } else { left > cross };
        }
        before = *here;
    }
    inside
}

#[cfg(test)]
mod tests;
