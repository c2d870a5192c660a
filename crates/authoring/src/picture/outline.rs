//! Outlines on the canvas: wound so that one fill rule does for all, told from discs, and rounded to whole steps.

use course::picture::Segment;
use usvg::tiny_skia_path::{Path, PathSegment, Point};

/// Closed rings of curves.
pub(super) struct Outline {
    rings: Vec<Ring>,
}

/// A start, and the curves that lead back to it.
struct Ring {
    start: Point,
    curves: Vec<Curve>,
}

/// A curve to its last point over none, one or two control points.
#[derive(Clone)]
struct Curve(Vec<Point>);

impl Outline {
    pub(super) fn new(path: &Path) -> Self {
        let mut rings: Vec<Ring> = Vec::new();
        for segment in path.segments() {
            let curve = match segment {
                PathSegment::MoveTo(start) => {
                    rings.push(Ring { start, curves: Vec::new() });
                    continue;
                }
                PathSegment::LineTo(end) => vec![end],
                PathSegment::QuadTo(control, end) => vec![control, end],
                PathSegment::CubicTo(first, second, end) => vec![first, second, end],
                PathSegment::Close => continue,
            };
            if let Some(ring) = rings.last_mut() {
                ring.curves.push(Curve(curve));
            }
        }
        rings.retain(|ring| !ring.curves.is_empty());
        Self { rings }
    }

    /// Turns rings round so that the non-zero rule fills what the even-odd rule filled: rings within an odd number of
    /// others run against the clock.
    pub(super) fn wind(&mut self) -> Result<(), String> {
        let polygons: Vec<Vec<Point>> = self.rings.iter().map(Ring::polygon).collect();
        for (at, ring) in self.rings.iter_mut().enumerate() {
            let within = (0..polygons.len())
                .filter(|other| *other != at && winding(&polygons[*other], polygons[at][0]) != 0)
                .count();
            if (area(&polygons[at]) > 0.0) != (within % 2 == 0) {
                ring.reverse();
            }
        }
        let wound: Vec<Vec<Point>> = self.rings.iter().map(Ring::polygon).collect();
        let differs = grid().any(|point| {
            let sum: i32 = wound.iter().map(|ring| winding(ring, point)).sum();
            let crossings: i32 = polygons.iter().map(|ring| winding(ring, point).abs()).sum();
            (sum != 0) != (crossings % 2 != 0)
        });
        if differs {
            Err("an outline that crosses itself under the even-odd rule; use fill-rule=\"nonzero\""
                .to_owned())
        } else {
            Ok(())
        }
    }

    /// Centre and radius in whole units, if this is one ring that is a circle to within half a unit.
    pub(super) fn disc(&self) -> Option<(i64, i64, i64)> {
        let [ring] = &self.rings[..] else { return None };
        let points = ring.polygon();
        let across = |of: fn(&Point) -> f32| {
            let (low, high) = points
                .iter()
                .map(of)
                .fold((f32::MAX, f32::MIN), |(low, high), it| (low.min(it), high.max(it)));
            ((low + high) / 2.0, (high - low) / 2.0)
        };
        let ((x, r), (y, _)) = (across(|it| it.x), across(|it| it.y));
        let round = points.iter().all(|it| ((it.x - x).hypot(it.y - y) - r).abs() < 0.5);
        // Rounding a centre that lies between units would move small discs visibly.
        let whole = |value: f32| (value - value.round()).abs() < 0.26 || r > 16.0;
        let curved = ring.curves.iter().all(|curve| curve.0.len() > 1);
        (round && curved && whole(x) && whole(y) && r >= 0.5)
            .then(|| (x.round() as i64, y.round() as i64, r.round().max(1.0) as i64))
    }

    /// Relative steps on whole units. Points are rounded first, so that errors do not add up.
    pub(super) fn segments(&self) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut pen = (0, 0);
        for ring in &self.rings {
            let start = rounded(ring.start);
            let mut at = start;
            let before = segments.len();
            segments.push(Segment::Move(start.0 - pen.0, start.1 - pen.1));
            for (nth, curve) in ring.curves.iter().enumerate() {
                let points: Vec<(i64, i64)> = curve
                    .0
                    .iter()
                    .map(|it| rounded(*it))
                    .map(|(x, y)| (x - at.0, y - at.1))
                    .collect();
                let end = points.last().copied().unwrap_or_default();
                let back = nth + 1 == ring.curves.len() && (at.0 + end.0, at.1 + end.1) == start;
                let step = step(&points);
                // Closing draws the last line by itself.
                if let Some(step) = step.filter(|step| !(back && matches!(step, Segment::Line(..))))
                {
                    segments.push(step);
                }
                at = (at.0 + end.0, at.1 + end.1);
            }
            if segments.len() - before < 2 {
                segments.truncate(before);
            } else {
                segments.push(Segment::Close);
                pen = start;
            }
        }
        segments
    }
}

impl Ring {
    /// Points along the ring, close enough together to measure by.
    fn polygon(&self) -> Vec<Point> {
        let mut from = self.start;
        let mut points = vec![from];
        for Curve(curve) in &self.curves {
            let steps = if curve.len() == 1 { 1 } else { 12 };
            points.extend((1..=steps).map(|step| along(from, curve, step as f32 / steps as f32)));
            from = curve[curve.len() - 1];
        }
        points
    }

    fn reverse(&mut self) {
        let mut starts = vec![self.start];
        starts.extend(self.curves.iter().map(|Curve(points)| points[points.len() - 1]));
        let end = starts[starts.len() - 1];
        let turned = self.curves.iter().zip(&starts).rev().map(|(Curve(points), start)| {
            let controls = points[..points.len() - 1].iter().rev();
            Curve(controls.chain([start]).copied().collect())
        });
        self.curves = turned.collect();
        self.start = end;
    }
}

/// The point at `t` of the way from `from` (de Casteljau).
fn along(from: Point, curve: &[Point], t: f32) -> Point {
    let mut points: Vec<Point> = std::iter::once(from).chain(curve.iter().copied()).collect();
    while points.len() > 1 {
        points = points
            .windows(2)
            .map(|pair| {
                Point::from_xy(
                    pair[0].x + (pair[1].x - pair[0].x) * t,
                    pair[0].y + (pair[1].y - pair[0].y) * t,
                )
            })
            .collect();
    }
    points[0]
}

fn rounded(point: Point) -> (i64, i64) {
    (point.x.round() as i64, point.y.round() as i64)
}

/// The simplest step over these points: nothing if it goes nowhere, a line if its control points lie on it.
fn step(points: &[(i64, i64)]) -> Option<Segment> {
    let end = *points.last()?;
    let straight = points.iter().all(|it| {
        let off = (it.0 * end.1 - it.1 * end.0).abs();
        let between = it.0 * end.0 + it.1 * end.1;
        off * 2 <= end.0.abs().max(end.1.abs())
            && between >= 0
            && between <= end.0 * end.0 + end.1 * end.1
    });
    match points {
        [] => None,
        _ if points.iter().all(|it| *it == (0, 0)) => None,
        _ if straight => Some(Segment::Line(end.0, end.1)),
        [control, _] => Some(Segment::Quad(control.0, control.1, end.0, end.1)),
        [first, .., second, _] => Some(match lowered(*first, *second, end) {
            Some(control) => Segment::Quad(control.0, control.1, end.0, end.1),
            None => Segment::Cubic(first.0, first.1, second.0, second.1, end.0, end.1),
        }),
        [_] => Some(Segment::Line(end.0, end.1)),
    }
}

/// The control point of a quadratic curve that stays within half a unit of the cubic one, if there is one: it takes
/// two thirds of the bytes.
fn lowered(first: (i64, i64), second: (i64, i64), end: (i64, i64)) -> Option<(i64, i64)> {
    let third = |of: fn((i64, i64)) -> i64| (of(end) - 3 * of(second) + 3 * of(first)) as f64;
    // The distance is at most √3⁄36 of the third difference.
    let off = third(|it| it.0).hypot(third(|it| it.1)) * 3.0_f64.sqrt() / 36.0;
    let control = |of: fn((i64, i64)) -> i64| {
        ((3 * of(first) + 3 * of(second) - of(end)) as f64 / 4.0).round() as i64
    };
    (off < 0.5).then(|| (control(|it| it.0), control(|it| it.1)))
}

/// How often the polygon runs round the point.
fn winding(polygon: &[Point], point: Point) -> i32 {
    let edges = polygon.iter().zip(polygon.iter().cycle().skip(1));
    edges
        .map(|(a, b)| {
            let side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y);
            match (a.y <= point.y, b.y <= point.y) {
                (true, false) if side > 0.0 => 1,
                (false, true) if side < 0.0 => -1,
                _ => 0,
            }
        })
        .sum()
}

/// Twice the signed area.
fn area(polygon: &[Point]) -> f32 {
    polygon.iter().zip(polygon.iter().cycle().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// Points all over the canvas, off the lines that drawings keep to.
fn grid() -> impl Iterator<Item = Point> {
    (0..128).flat_map(|y| {
        (0..128).map(move |x| Point::from_xy(x as f32 * 2.0 + 0.37, y as f32 * 2.0 + 0.61))
    })
}
