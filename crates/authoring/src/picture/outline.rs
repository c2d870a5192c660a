//! Outlines on the canvas: wound so that one fill rule does for all, told from discs, and rounded to the grid.

use super::GRID;
use super::fit::Drawn;
use super::ring::{Kind, Node, Spot};
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

    /// Each ring as points of the grid.
    pub(super) fn rings(&self) -> Vec<Vec<Node>> {
        self.rings.iter().map(Ring::nodes).filter(|ring| ring.len() > 1).collect()
    }

    /// Each ring as it is drawn, and as points of the grid.
    pub(super) fn drawn(&self) -> Vec<(Drawn, Vec<Node>)> {
        self.rings.iter().map(|ring| (ring.drawn(), ring.nodes())).collect()
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

    /// The curves with at most one control point each.
    fn quadratic(&self) -> Vec<Vec<Spot>> {
        let mut curves = Vec::new();
        let mut from = spot(self.start);
        for Curve(points) in &self.curves {
            let points: Vec<Spot> = points.iter().map(|it| spot(*it)).collect();
            match points[..] {
                [first, second, end]
                    if is_between(first, from, end) && is_between(second, from, end) =>
                {
                    curves.push(vec![end]);
                }
                [first, second, end] => lower([from, first, second, end], &mut curves),
                _ => curves.push(points.clone()),
            }
            from = points[points.len() - 1];
        }
        curves
    }

    /// Rounded to the grid. A point halfway between two control points is left out: it is where their curves meet.
    fn nodes(&self) -> Vec<Node> {
        let on_grid = |kind, at: Spot| Node { kind, at: at.map(f64::round) };
        // Beside each point where it is drawn.
        let start = spot(self.start);
        let mut nodes = vec![(on_grid(Kind::Start, start), start)];
        let mut from = nodes[0].0.at;
        for curve in self.quadratic() {
            let end = curve[curve.len() - 1];
            let to = on_grid(Kind::On, end);
            let control = (curve.len() == 2).then(|| on_grid(Kind::Off, curve[0]));
            let control = control.filter(|it| !is_between(it.at, from, to.at));
            if control.is_some() || to.at != from {
                nodes.extend(control.map(|it| (it, curve[0])));
                nodes.push((to, end));
            }
            from = to.at;
        }
        let is_implied = |at: usize| {
            let (node, drawn) = nodes[at];
            let beside = [at.wrapping_sub(1), at + 1].map(|it| nodes.get(it).map(|(it, _)| *it));
            let [Some(a), Some(b)] = beside else { return false };
            node.kind == Kind::On
                && a.kind == Kind::Off
                && b.kind == Kind::Off
                && (0..2).all(|axis| (a.at[axis] + b.at[axis] - 2.0 * drawn[axis]).abs() < 1.01)
        };
        let written = (0..nodes.len()).filter(|at| !is_implied(*at));
        let mut written: Vec<Node> = written.map(|at| nodes[at].0).collect();
        if written.len() > 1 && from == written[0].at {
            written.pop();
        }
        written
    }

    fn drawn(&self) -> Drawn {
        let mut from = self.start;
        let (mut points, mut ends) = (vec![spot(from)], vec![0]);
        let straight = Curve(vec![self.start]);
        for Curve(curve) in self.curves.iter().chain([&straight]) {
            let mut length = 0.0;
            for (a, b) in std::iter::once(&from).chain(curve).zip(curve) {
                length += (b.x - a.x).hypot(b.y - a.y);
            }
            let steps = (length / GRID as f32 / 0.4).ceil() as usize;
            points.extend((1..=steps).map(|it| spot(along(from, curve, it as f32 / steps as f32))));
            if steps > 0 {
                ends.push(points.len() - 1);
            }
            from = curve[curve.len() - 1];
        }
        let across = |axis: usize| {
            let along = points.iter().map(|it| it[axis]);
            along.clone().fold(f64::MIN, f64::max) - along.fold(f64::MAX, f64::min)
        };
        let extent = across(0) * across(1);
        Drawn { points, ends, extent }
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

/// In steps of the grid.
fn spot(point: Point) -> Spot {
    [point.x, point.y].map(|it| f64::from(it) / GRID as f64)
}

/// Whether a control point adds nothing to the line between two others.
fn is_between(control: Spot, from: Spot, to: Spot) -> bool {
    let (c, e) = ([control[0] - from[0], control[1] - from[1]], [to[0] - from[0], to[1] - from[1]]);
    let along = c[0] * e[0] + c[1] * e[1];
    (c[0] * e[1] - c[1] * e[0]).abs() * 4.0 <= e[0].abs().max(e[1].abs())
        && (0.0..=e[0] * e[0] + e[1] * e[1]).contains(&along)
}

/// A cubic curve as quadratic ones that stay within a quarter of a step.
fn lower([from, first, second, end]: [Spot; 4], out: &mut Vec<Vec<Spot>>) {
    // The distance is at most √3⁄36 of the third difference.
    let third = [0, 1].map(|axis| end[axis] - 3.0 * second[axis] + 3.0 * first[axis] - from[axis]);
    if third[0].hypot(third[1]) * 3.0_f64.sqrt() / 36.0 < 0.25 {
        let control =
            [0, 1].map(|axis| (3.0 * (first[axis] + second[axis]) - from[axis] - end[axis]) / 4.0);
        out.push(vec![control, end]);
        return;
    }
    let middle = |a: Spot, b: Spot| [0, 1].map(|axis| (a[axis] + b[axis]) / 2.0);
    let (a, b, c) = (middle(from, first), middle(first, second), middle(second, end));
    let (before, after) = (middle(a, b), middle(b, c));
    let halfway = middle(before, after);
    lower([from, a, before, halfway], out);
    lower([halfway, after, c, end], out);
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
