//! Kinds of line, told by whole-number geometry: how far a line bends, how often it turns back, and how sharp.

use super::point::{Point, TURN, along, at, bounds, length, simplified, sine, turn};
use crate::codec_enum;

/// How a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The shortest way.
    Straight,
    /// Bends, without a corner.
    Curved,
    /// Bends to and fro.
    Wavy,
    /// Corners to and fro.
    Zigzag,
    /// Round and round.
    Spiral,
    /// Hardly goes at all.
    Dot,
}

codec_enum!(Kind { 0 => Straight, 1 => Curved, 2 => Wavy, 3 => Zigzag, 4 => Spiral, 5 => Dot });

impl Kind {
    /// Every kind, with its name in the source.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Straight, "straight"),
        (Self::Curved, "curved"),
        (Self::Wavy, "wavy"),
        (Self::Zigzag, "zigzag"),
        (Self::Spiral, "spiral"),
        (Self::Dot, "dot"),
    ];

    /// Its name in the source.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|it| it.0)
    }
}

/// A line that goes less far is a dot.
const DOT: i32 = 12;
/// A hand shakes by so much, squared.
const SHAKE: i64 = 4 * 4;
/// Of [`TURN`]: less is no bend.
const BEND: i32 = 70;
/// Of [`TURN`]: less is no corner.
const CORNER: i32 = 120;

/// How the line goes; `None` if no kind fits, as with the outline of a box.
pub fn kind(points: &[Point]) -> Option<Kind> {
    let (first, last) = (points.first()?, points.last()?);
    let all = length(points);
    if extent(points) <= DOT {
        return Some(Kind::Dot);
    }
    let chord = first.distance(*last);
    let mut off = 0;
    for point in points {
        off = off.max(point.square_from(*first, *last));
    }
    let slack = i64::from((chord / 16).max(5));
    if off <= slack * slack && all * 10 <= chord * 12 {
        return Some(Kind::Straight);
    }
    let corners = corners(points);
    let (mut whole, mut by, mut sharp) = (0, 0, 0);
    for corner in &corners {
        whole += corner.by;
        by += corner.by.abs();
        sharp += corner.sharp;
    }
    if whole.abs() >= TURN * 3 / 2 {
        return Some(Kind::Spiral);
    }
    let bends = bends(&corners);
    if bends.len() >= 3 {
        return Some(if is_round(points, &bends) { Kind::Wavy } else { Kind::Zigzag });
    }
    (!bends.is_empty() && sharp * 2 < by).then_some(Kind::Curved)
}

/// The longer side of the box around it.
pub fn extent(points: &[Point]) -> i32 {
    let [least, most] = bounds(points);
    (most.x - least.x).max(most.y - least.y)
}

/// Where a line turns, once the shaking of the hand is left out.
#[derive(Clone, Copy)]
struct Corner {
    /// Where.
    place: Point,
    /// Of [`TURN`], to the left below nought.
    by: i32,
    /// How much of it happens at once.
    sharp: i32,
}

fn corners(points: &[Point]) -> Vec<Corner> {
    let coarse = simplified(points, SHAKE);
    let mut corners = Vec::new();
    for at in 1..coarse.len().saturating_sub(1) {
        let three = [coarse[at - 1], coarse[at], coarse[at + 1]];
        let [before, place, after] = three;
        let by = turned(three);
        let near = (before.distance(place).min(place.distance(after)) / 8).max(4);
        let sharp = (within(points, place, near) * by.signum()).min(by.abs());
        corners.push(Corner { place, by, sharp: if sharp < CORNER { 0 } else { sharp } });
    }
    corners
}

fn turned([before, corner, after]: [Point; 3]) -> i32 {
    turn(corner.from(before).direction(), after.from(corner).direction())
}

/// How much a line turns within so many units of a point.
fn within(points: &[Point], middle: Point, near: i32) -> i32 {
    let near = i64::from(near) * i64::from(near);
    let mut sum = 0;
    for at in 1..points.len() - 1 {
        if points[at].square_to(middle) <= near {
            sum += turned([points[at - 1], points[at], points[at + 1]]);
        }
    }
    sum
}

/// The stretches that bend to one side and to the other in turn, each where half of its bend is done; without those that
/// are too slight to be meant.
fn bends(corners: &[Corner]) -> Vec<Corner> {
    let mut bends: Vec<Corner> = Vec::new();
    let mut start = 0;
    for end in 1..=corners.len() {
        let turns = corners.get(end).is_none_or(|it| (it.by < 0) != (corners[start].by < 0));
        if !turns {
            continue;
        }
        let stretch = apex(&corners[start..end]);
        start = end;
        match bends.last_mut() {
            _ if stretch.by.abs() < BEND => {}
            Some(last) if (last.by < 0) == (stretch.by < 0) => {
                if stretch.by.abs() > last.by.abs() {
                    last.place = stretch.place;
                }
                last.by += stretch.by;
            }
            _ => bends.push(stretch),
        }
    }
    bends
}

/// All of a bend, where half of it is done.
fn apex(bend: &[Corner]) -> Corner {
    let mut by = 0;
    for corner in bend {
        by += corner.by;
    }
    let (mut done, mut apex) = (0, bend[0]);
    for corner in bend {
        if done * 2 < by.abs() {
            apex = *corner;
        }
        done += corner.by.abs();
    }
    Corner { by, ..apex }
}

/// Whether a line that goes to and fro is round where it turns: then it lies outside of the straight ways from one apex to
/// the next, before each one and behind it.
fn is_round(points: &[Point], bends: &[Corner]) -> bool {
    let apexes = apexes(points, bends);
    let (mut out, mut long) = (0, 0);
    for (at, two) in apexes.windows(2).enumerate() {
        let [from, to] = [points[two[0]], points[two[1]]];
        let way = to.from(from);
        for (step, point) in along(&points[two[0]..=two[1]], 17).into_iter().enumerate() {
            let own = point.from(from);
            let side = bends[at + usize::from(step >= 8)].by.signum();
            out -= side * 8 * (way.x * own.y - way.y * own.x) / from.distance(to).max(1);
        }
        long += from.distance(to);
    }
    // On the whole by more than a hundredth of the way: a sine by a fortieth or more, teeth not at all.
    out * 12 > long * 17
}

/// Which point of each bend is the furthest from the way between those of its neighbours, or the line's ends.
fn apexes(points: &[Point], bends: &[Corner]) -> Vec<usize> {
    let mut apexes: Vec<usize> = Vec::new();
    for bend in bends {
        let from = apexes.last().copied().unwrap_or(0);
        let found = points[from..].iter().position(|it| *it == bend.place).unwrap_or(0);
        apexes.push(from + found);
    }
    for at in 0..apexes.len() {
        let from = if at == 0 { 0 } else { apexes[at - 1] };
        let to = apexes.get(at + 1).copied().unwrap_or(points.len() - 1);
        let off = |it: usize| points[it].square_from(points[from], points[to]);
        for it in from..to {
            if off(it) > off(apexes[at]) {
                apexes[at] = it;
            }
        }
    }
    apexes
}

/// A line of this kind from one point to another: for who picks where it begins and ends.
pub fn made(kind: Kind, from: Point, to: Point) -> Vec<Point> {
    let long = from.distance(to);
    let mut points = match kind {
        Kind::Straight => vec![from, to],
        Kind::Dot => vec![from],
        Kind::Curved => wave(from, to, 1, long / 3),
        Kind::Wavy => wave(from, to, halves(long), long * 9 / 16 / halves(long)),
        Kind::Zigzag => zigzag(from, to, halves(long), long * 9 / 16 / halves(long)),
        Kind::Spiral => spiral(from.towards(to, 1, 2), long / 2, 3),
    };
    points.iter_mut().for_each(|it| *it = it.on_sheet());
    points
}

/// How often a line of this length turns back.
fn halves(long: i32) -> i32 {
    (long / 56).max(3)
}

/// So many half waves, as high as this.
pub fn wave(from: Point, to: Point, halves: i32, high: i32) -> Vec<Point> {
    let steps = halves * 8;
    let mut points = Vec::new();
    for step in 0..=steps {
        points.push(beside(from, to, step, steps, sine(high, step * 2)));
    }
    points
}

/// So many teeth to one side and the other, as high as this.
pub fn zigzag(from: Point, to: Point, teeth: i32, high: i32) -> Vec<Point> {
    let all = teeth * 2;
    let mut points = vec![from];
    for tooth in 0..teeth {
        let off = if tooth % 2 == 0 { high } else { -high };
        points.push(beside(from, to, tooth * 2 + 1, all, off));
    }
    points.push(to);
    points
}

/// So many turns around a middle, from it outwards.
pub fn spiral(middle: Point, radius: i32, turns: i32) -> Vec<Point> {
    let steps = turns * 16;
    let mut points = Vec::new();
    for step in 0..=steps {
        let long = radius * step / steps;
        points.push(at(middle.x + sine(long, step * 2 + 8), middle.y + sine(long, step * 2)));
    }
    points
}

/// A point that is so far beside the straight way, at `part` of `all` of it; above a way to the right.
fn beside(from: Point, to: Point, part: i32, all: i32, off: i32) -> Point {
    let way = to.from(from);
    let long = from.distance(to).max(1);
    let on = from.towards(to, part, all);
    at(on.x + way.y * off / long, on.y - way.x * off / long)
}

/// So many points of a line, to be looked at by what it passes.
pub(super) fn samples(points: &[Point], apart: i32, most: i32) -> Vec<Point> {
    along(points, (length(points) / apart + 2).min(most))
}

#[cfg(test)]
mod tests {
    use super::super::point::kept;
    use super::*;
    use crate::rng::Rng;

    /// As a hand draws it: it sways slowly and shakes a little.
    fn drawn(points: &[Point], rng: &mut Rng) -> Vec<Point> {
        let mut part = |most: u64| rng.below(most) as i32;
        let (x, y, slow) = (part(32), part(32), 8 + part(8));
        let mut dense = samples(points, 5, 400);
        for (step, point) in (0..).zip(&mut dense) {
            let sway = |phase: i32| sine(3, step * 16 / slow + phase);
            *point = at(point.x + sway(x) + part(3) - 1, point.y + sway(y) + part(3) - 1);
        }
        kept(&dense)
    }

    #[test]
    fn what_is_made_is_of_its_kind_in_every_direction_and_size() {
        let middle = at(240, 240);
        for (wanted, name) in Kind::ALL {
            for step in 0..32 {
                for long in [140, 180, 230] {
                    let end = at(middle.x + sine(long, step + 8), middle.y + sine(long, step));
                    let line = kept(&made(wanted, middle, end));
                    assert_eq!(kind(&line), Some(wanted), "{name} of {long} to {step}");
                }
            }
        }
    }

    #[test]
    fn a_shaking_hand_is_understood() {
        let mut rng = Rng::new(7);
        for (wanted, name) in Kind::ALL.into_iter().filter(|it| it.0 != Kind::Dot) {
            let (mut right, mut all) = (0, 0);
            for _ in 0..400 {
                let place = |rng: &mut Rng| at(rng.below(481) as i32, rng.below(481) as i32);
                let (from, to) = (place(&mut rng), place(&mut rng));
                if from.distance(to) < 140 {
                    continue;
                }
                let inside = made(wanted, from, to);
                all += 1;
                right += u32::from(kind(&drawn(&inside, &mut rng)) == Some(wanted));
            }
            assert!(right * 100 >= all * 95, "{name}: {right} of {all}");
        }
    }

    #[test]
    fn outlines_and_nothing_are_of_no_kind() {
        let square = [at(100, 100), at(200, 100), at(200, 200), at(100, 200), at(100, 100)];
        assert_eq!(kind(&square), None);
        let corner = [at(100, 100), at(200, 100), at(200, 200)];
        assert_eq!(kind(&corner), None);
        assert_eq!(kind(&[]), None);
    }

    #[test]
    fn a_circle_is_curved_and_a_snake_is_wavy() {
        let circle: Vec<Point> =
            (0..=32).map(|step| at(240 + sine(90, step + 8), 240 + sine(90, step))).collect();
        assert_eq!(kind(&kept(&circle)), Some(Kind::Curved));
        assert_eq!(kind(&kept(&wave(at(20, 240), at(460, 240), 5, 60))), Some(Kind::Wavy));
        assert_eq!(kind(&kept(&zigzag(at(20, 240), at(460, 240), 4, 90))), Some(Kind::Zigzag));
    }
}
