//! Shapes: a few forms, each in a box, turned by eighths.

use super::point::{Point, at};
use crate::codec_enum;

/// The form of a shape. Its number is the format: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As long as wide, or an oval.
    Circle,
    /// As long as wide.
    Square,
    /// Longer than wide.
    Rectangle,
    /// Its base below, its tip above the middle.
    Triangle,
    /// Half a circle: flat below.
    Half,
    /// Half a square: its right angle below on the left.
    Corner,
    /// A quarter of a circle: its right angle below on the left.
    Quarter,
}

codec_enum!(Form {
    0 => Circle, 1 => Square, 2 => Rectangle, 3 => Triangle, 4 => Half, 5 => Corner, 6 => Quarter,
});

impl Form {
    /// Every form, with its name in the source.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Circle, "circle"),
        (Self::Square, "square"),
        (Self::Rectangle, "rectangle"),
        (Self::Triangle, "triangle"),
        (Self::Half, "half"),
        (Self::Corner, "corner"),
        (Self::Quarter, "quarter"),
    ];

    /// Its name in the source.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The form of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|it| it.0)
    }

    /// The form of this number.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).map(|it| it.0)
    }

    /// By how many eighths of a turn what is seen in a mirror is turned, if this is turned by so many.
    pub const fn mirrored(self, eighths: u8) -> u8 {
        let upright = match self {
            Self::Corner | Self::Quarter => 6,
            Self::Circle | Self::Square | Self::Rectangle | Self::Triangle | Self::Half => 0,
        };
        (16 - eighths + upright) % 8
    }

    /// After how many eighths of a turn it looks as before.
    pub const fn period(self, is_square: bool) -> u8 {
        match self {
            Self::Circle if is_square => 1,
            Self::Square => 2,
            Self::Circle | Self::Rectangle => 4,
            Self::Triangle | Self::Half | Self::Corner | Self::Quarter => 8,
        }
    }
}

/// Where a form is: the middle of its box, its sides before it is turned, and by how many eighths of a turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The middle of the box.
    pub middle: Point,
    /// From left to right.
    pub wide: i32,
    /// From top to bottom.
    pub high: i32,
    /// Of a turn, as clocks go.
    pub eighths: u8,
}

impl Place {
    /// What is seen of a form at this place in a mirror that stands upright in the middle.
    pub const fn mirrored(self, form: Form) -> Self {
        Self { middle: self.middle.mirrored(), eighths: form.mirrored(self.eighths), ..self }
    }

    /// Whether a form at this place covers a point.
    pub fn covers(self, form: Form, point: Point) -> bool {
        let own = unturned(point.from(self.middle), self.eighths);
        let (x, y) = (i64::from(own.x), i64::from(own.y));
        let (wide, high) = (i64::from(self.wide), i64::from(self.high));
        if x.abs() * 2 > wide || y.abs() * 2 > high || wide == 0 || high == 0 {
            return false;
        }
        // From the left and upper edge of the box.
        let (left, up) = (x + wide / 2, y + high / 2);
        match form {
            Form::Square | Form::Rectangle => true,
            Form::Circle => inside(2 * x, wide, 2 * y, high),
            Form::Triangle => x.abs() * 2 * high <= up * wide,
            Form::Half => inside(2 * x, wide, high - up, high),
            Form::Corner => left * high <= up * wide,
            Form::Quarter => inside(left, wide, high - up, high),
        }
    }

    /// The corners of the turned box, clockwise from where its left upper one has come to.
    pub fn corners(self) -> [Point; 4] {
        let (x, y) = (self.wide / 2, self.high / 2);
        [(-x, -y), (x, -y), (x, y), (-x, y)].map(|(x, y)| {
            let turned = turned(at(x, y), self.eighths);
            at(self.middle.x + turned.x, self.middle.y + turned.y)
        })
    }
}

/// Whether a point is inside of an ellipse with these half axes.
const fn inside(x: i64, wide: i64, y: i64, high: i64) -> bool {
    x * x * high * high + y * y * wide * wide <= wide * wide * high * high
}

/// A point turned around the origin by so many eighths, as clocks go.
pub fn turned(point: Point, eighths: u8) -> Point {
    let mut point = point;
    for _ in 0..eighths % 8 / 2 {
        point = at(-point.y, point.x);
    }
    if eighths % 2 == 1 {
        // By the root of a half, 408 of 577.
        point = at((point.x - point.y) * 408 / 577, (point.x + point.y) * 408 / 577);
    }
    point
}

fn unturned(point: Point, eighths: u8) -> Point {
    turned(point, (8 - eighths % 8) % 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_covers_the_share_of_its_box_that_geometry_says() {
        let place = Place { middle: at(100, 100), wide: 80, high: 80, eighths: 0 };
        let covered = |form, eighths| {
            let place = Place { eighths, ..place };
            let points = (0..200).flat_map(|x| (0..200).map(move |y| at(x, y)));
            points.filter(|it| place.covers(form, *it)).count() as i64
        };
        let cases = [
            (Form::Square, 6400),
            (Form::Rectangle, 6400),
            (Form::Circle, 5027),
            (Form::Triangle, 3200),
            (Form::Half, 5027),
            (Form::Corner, 3200),
            (Form::Quarter, 5027),
        ];
        for (form, expected) in cases {
            for eighths in 0..8 {
                let off = (covered(form, eighths) - expected).abs();
                assert!(off < 240, "{form:?} by {eighths}: {off}");
            }
        }
    }

    #[test]
    fn a_mirror_shows_each_point_on_the_other_side() {
        for (form, name) in Form::ALL {
            for eighths in 0..8 {
                let place = Place { middle: at(140, 200), wide: 60, high: 100, eighths };
                // What has a right angle at one side is turned in a mirror only if it is as long as wide.
                let high = if form.mirrored(0) == 0 { 100 } else { 60 };
                let place = Place { high, ..place };
                let other = place.mirrored(form);
                let mut differ = 0;
                for x in 60..220 {
                    for y in 120..280 {
                        let here = place.covers(form, at(x, y));
                        differ += u32::from(here != other.covers(form, at(x, y).mirrored()));
                    }
                }
                // Edges of turned forms are rounded to whole units.
                assert!(differ < 400, "{name} by {eighths}: {differ}");
            }
        }
    }

    #[test]
    fn what_is_turned_by_its_period_covers_the_same() {
        for (form, name) in Form::ALL {
            let place = Place { middle: at(100, 100), wide: 60, high: 60, eighths: 0 };
            let turned = Place { eighths: form.period(true) % 8, ..place };
            for x in 40..160 {
                for y in 40..160 {
                    let point = at(x, y);
                    let near = form == Form::Circle || form == Form::Square;
                    assert!(
                        place.covers(form, point) == turned.covers(form, point) || near,
                        "{name}"
                    );
                }
            }
        }
    }
}
