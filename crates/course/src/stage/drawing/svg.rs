//! A sheet as SVG: paths in flat paints, nothing that runs, nothing from elsewhere. Whole numbers, twice as fine as the sheet's.

use super::paint::Paint;
use super::point::{Point, SIDE, at, turn};
use super::shape::{Form, Place};
use super::sheet::{Part, Sheet, Width};
use crate::digits::{digits, hex};

/// A turn of so much is drawn as a corner, a lesser one round: of a turn of 1024.
const CORNER: i32 = 200;

/// A path: its commands, and how it is turned, if it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// What `d` says.
    pub way: String,
    /// What `transform` says.
    pub turned: Option<String>,
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Along it, so wide.
    pub stroke: Option<(Paint, Width)>,
    /// Inside.
    pub fill: Option<Paint>,
}

/// The whole sheet, as a file.
pub fn svg(sheet: &Sheet) -> String {
    let side = digits(2 * i64::from(SIDE));
    let mut out = String::new();
    for piece in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &side,
        "\" height=\"",
        &side,
        "\" viewBox=\"0 0 ",
        &side,
        " ",
        &side,
        "\"><path fill=\"",
        &colour(sheet.ground.unwrap_or(Paint::White)),
        "\" d=\"M0 0h960v960h-960z\"/><g stroke-linecap=\"round\" stroke-linejoin=\"round\">",
    ] {
        out.push_str(piece);
    }
    for part in sheet.layers.iter().flatten() {
        path(&mut out, &drawn(part, false), look(part));
        if part.mirrored() {
            path(&mut out, &drawn(part, true), look(part));
        }
    }
    out.push_str("</g></svg>");
    out
}

fn path(out: &mut String, drawn: &Drawn, look: Look) {
    out.push_str("<path fill=\"");
    out.push_str(&look.fill.map_or("none".to_owned(), colour));
    if let Some((paint, width)) = look.stroke {
        out.push_str("\" stroke=\"");
        out.push_str(&colour(paint));
        out.push_str("\" stroke-width=\"");
        out.push_str(&digits(2 * i64::from(width.units())));
    }
    if let Some(turned) = &drawn.turned {
        out.push_str("\" transform=\"");
        out.push_str(turned);
    }
    out.push_str("\" d=\"");
    out.push_str(&drawn.way);
    out.push_str("\"/>");
}

/// A paint as SVG writes it.
pub fn colour(paint: Paint) -> String {
    rgb(paint.rgb())
}

/// 0xRRGGBB as SVG writes it.
pub fn rgb(rgb: u32) -> String {
    let digits = hex(u64::from(rgb));
    ["#", "000000".get(digits.len()..).unwrap_or_default(), &digits].concat()
}

/// How a part is painted.
pub const fn look(part: &Part) -> Look {
    match part {
        Part::Line(it) => Look { stroke: Some((it.paint, it.width)), fill: it.fill },
        Part::Shape(it) if it.filled => Look { stroke: None, fill: Some(it.paint) },
        Part::Shape(it) => Look { stroke: Some((it.paint, Width::Middle)), fill: None },
    }
}

/// The path of a part, or of what a mirror shows of it.
pub fn drawn(part: &Part, mirrored: bool) -> Drawn {
    match part {
        Part::Line(it) if mirrored => {
            let mut points = it.points.clone();
            points.iter_mut().for_each(|it| *it = it.mirrored());
            Drawn { way: way(&points), turned: None }
        }
        Part::Line(it) => Drawn { way: way(&it.points), turned: None },
        Part::Shape(it) if mirrored => outline(it.form, it.place.mirrored(it.form)),
        Part::Shape(it) => outline(it.form, it.place),
    }
}

/// A line through points: round, but for its corners.
pub fn way(points: &[Point]) -> String {
    let mut pen = Pen::default();
    let [first, .., last] = points[..] else {
        // A dot is as long as it needs to be seen.
        pen.go("M", &points.first().map(|it| twice(*it)).into_iter().collect::<Vec<_>>());
        pen.out.push_str("h1");
        return pen.out;
    };
    pen.go("M", &[twice(first)]);
    for three in points.windows(3) {
        let [before, point, after] = three[..] else { continue };
        let by = turn(point.from(before).direction(), after.from(point).direction());
        if by.abs() >= CORNER {
            pen.line(twice(point));
        } else {
            pen.line(at(before.x + point.x, before.y + point.y));
            pen.go("q", &[twice(point), at(point.x + after.x, point.y + after.y)]);
        }
    }
    pen.line(twice(last));
    pen.out
}

/// A form at a place.
pub fn outline(form: Form, place: Place) -> Drawn {
    let (middle, wide, high) = (twice(place.middle), place.wide, place.high);
    let (left, right) = (middle.x - wide, middle.x + wide);
    let (top, bottom) = (middle.y - high, middle.y + high);
    let mut pen = Pen::default();
    match form {
        Form::Square | Form::Rectangle => {
            pen.go("M", &[at(left, top)]);
            for corner in [at(right, top), at(right, bottom), at(left, bottom)] {
                pen.line(corner);
            }
        }
        Form::Triangle => {
            pen.go("M", &[at(left, bottom)]);
            pen.line(at(middle.x, top));
            pen.line(at(right, bottom));
        }
        Form::Corner => {
            pen.go("M", &[at(left, top)]);
            pen.line(at(right, bottom));
            pen.line(at(left, bottom));
        }
        Form::Circle => {
            pen.go("M", &[at(left, middle.y)]);
            pen.arc(wide, high, at(right, middle.y));
            pen.arc(wide, high, at(left, middle.y));
        }
        Form::Half => {
            pen.go("M", &[at(left, bottom)]);
            pen.arc(wide, 2 * high, at(right, bottom));
        }
        Form::Quarter => {
            pen.go("M", &[at(left, top)]);
            pen.arc(2 * wide, 2 * high, at(right, bottom));
            pen.line(at(left, bottom));
        }
    }
    pen.out.push('z');
    let turned = (place.eighths > 0).then(|| {
        let angle = digits(45 * i64::from(place.eighths));
        let (x, y) = (digits(middle.x.into()), digits(middle.y.into()));
        ["rotate(", &angle, " ", &x, " ", &y, ")"].concat()
    });
    Drawn { way: pen.out, turned }
}

const fn twice(point: Point) -> Point {
    at(2 * point.x, 2 * point.y)
}

/// Writes a path, every point as its distance from where the pen is.
struct Pen {
    out: String,
    at: Point,
}

impl Default for Pen {
    fn default() -> Self {
        Self { out: String::new(), at: at(0, 0) }
    }
}

impl Pen {
    fn line(&mut self, to: Point) {
        if to != self.at {
            self.go("l", &[to]);
        }
    }

    fn arc(&mut self, wide: i32, high: i32, to: Point) {
        self.out.push('a');
        self.number(wide, true);
        self.number(high, false);
        self.out.push_str(" 0 0 1");
        self.to(to, false);
    }

    /// From where the pen is; a path begins where it is, from the corner of the sheet, so that one can stand behind another.
    fn go(&mut self, command: &str, points: &[Point]) {
        self.out.push_str(command);
        let from = self.at;
        for (index, point) in points.iter().enumerate() {
            self.at = from;
            self.to(*point, index == 0);
        }
    }

    fn to(&mut self, point: Point, first: bool) {
        let by = point.from(self.at);
        self.number(by.x, first);
        self.number(by.y, false);
        self.at = point;
    }

    /// A minus sign is enough between two numbers.
    fn number(&mut self, number: i32, first: bool) {
        if !first && number >= 0 {
            self.out.push(' ');
        }
        self.out.push_str(&digits(number.into()));
    }
}

#[cfg(test)]
mod tests;
