//! Points on the sheet, and what whole numbers tell about them.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader, put_varint};

/// Units along each side of the sheet.
pub const SIDE: i32 = 480;
/// The most points of one line.
pub const POINTS_MAX: usize = 160;

/// A point on the sheet: from its left and upper edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// Units in a whole turn.
pub const TURN: i32 = 1024;

/// The sine of every 32nd part of a turn, in thousandths and a bit: of 1024.
const SINES: [i32; 32] = [
    0, 200, 392, 569, 724, 851, 946, 1004, 1024, 1004, 946, 851, 724, 569, 392, 200, 0, -200, -392,
    -569, -724, -851, -946, -1004, -1024, -1004, -946, -851, -724, -569, -392, -200,
];

/// `length` times the sine of so many 32nds of a turn.
pub const fn sine(length: i32, step: i32) -> i32 {
    length * SINES[step.rem_euclid(32) as usize] / 1024
}

/// The point at these units.
pub const fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

impl Point {
    /// The nearest point that is on the sheet.
    pub fn on_sheet(self) -> Self {
        at(self.x.clamp(0, SIDE), self.y.clamp(0, SIDE))
    }

    /// On the other side of the upright line through the middle.
    pub const fn mirrored(self) -> Self {
        at(SIDE - self.x, self.y)
    }

    /// From the other one to this.
    pub const fn from(self, other: Self) -> Self {
        at(self.x - other.x, self.y - other.y)
    }

    /// Its distance from the origin, squared.
    pub const fn square(self) -> i64 {
        let (x, y) = (self.x as i64, self.y as i64);
        x * x + y * y
    }

    /// The distance to another one, squared.
    pub const fn square_to(self, other: Self) -> i64 {
        self.from(other).square()
    }

    /// The distance to another one, cut to whole units.
    pub const fn distance(self, other: Self) -> i32 {
        self.square_to(other).isqrt() as i32
    }

    /// `part` of `all` of the way to another one.
    pub const fn towards(self, other: Self, part: i32, all: i32) -> Self {
        at(self.x + (other.x - self.x) * part / all, self.y + (other.y - self.y) * part / all)
    }

    /// In which direction it lies from the origin: of [`TURN`], from the right over below. Within half a hundredth of a turn.
    pub const fn direction(self) -> i32 {
        let (wide, high) = (self.x.abs(), self.y.abs());
        let steep = high > wide;
        let (less, more) = if steep { (wide, high) } else { (high, wide) };
        if more == 0 {
            return 0;
        }
        // The arc tangent of a slope up to one, by a parabola over it.
        let slope = less * 1024 / more;
        let eighth = slope * 128 / 1024 + 44 * slope / 1024 * (1024 - slope) / 1024;
        let quarter = if steep { 256 - eighth } else { eighth };
        let half = if self.x < 0 { 512 - quarter } else { quarter };
        if self.y < 0 { (TURN - half) % TURN } else { half }
    }

    /// How far it is from the stretch between two points, squared.
    pub const fn square_from(self, a: Self, b: Self) -> i64 {
        let (along, own) = (b.from(a), self.from(a));
        let length = along.square();
        let dot = along.x as i64 * own.x as i64 + along.y as i64 * own.y as i64;
        if dot <= 0 || length == 0 {
            return self.square_to(a);
        }
        if dot >= length {
            return self.square_to(b);
        }
        let cross = along.x as i64 * own.y as i64 - along.y as i64 * own.x as i64;
        cross * cross / length
    }
}

/// By how much one turns from one direction to another: of [`TURN`], to the left below nought.
pub const fn turn(from: i32, to: i32) -> i32 {
    (to - from + TURN / 2).rem_euclid(TURN) - TURN / 2
}

/// How long a line through points is.
pub fn length(points: &[Point]) -> i32 {
    let mut sum = 0;
    for two in points.windows(2) {
        sum += two[0].distance(two[1]);
    }
    sum
}

/// The left upper and the right lower corner of the box around points.
pub fn bounds(points: &[Point]) -> [Point; 2] {
    let mut least = points.first().copied().unwrap_or(at(0, 0));
    let mut most = least;
    for point in points {
        least = at(least.x.min(point.x), least.y.min(point.y));
        most = at(most.x.max(point.x), most.y.max(point.y));
    }
    [least, most]
}

/// So many points along a line, evenly, from its first to its last.
pub fn along(points: &[Point], count: i32) -> Vec<Point> {
    let all = length(points);
    let mut found = Vec::new();
    let (mut passed, mut segment) = (0, 0);
    for step in 0..count {
        let wanted = all * step / (count - 1).max(1);
        while let [a, b, ..] = points[segment..]
            && segment + 2 < points.len()
            && passed + a.distance(b) < wanted
        {
            passed += a.distance(b);
            segment += 1;
        }
        found.push(match points[segment..] {
            [a, b, ..] => a.towards(b, wanted - passed, a.distance(b).max(1)),
            [a] => a,
            [] => at(0, 0),
        });
    }
    found
}

/// The line with fewer points, none of the old ones further from it than the root of `square` (Douglas and Peucker).
pub fn simplified(points: &[Point], square: i64) -> Vec<Point> {
    let mut kept = Vec::new();
    kept.extend(points.first().copied());
    split(points, square, &mut kept);
    kept
}

fn split(points: &[Point], square: i64, kept: &mut Vec<Point>) {
    let [first, .., last] = points[..] else { return };
    let (mut worst, mut at) = (square, 0);
    for (index, point) in points.iter().enumerate() {
        let off = point.square_from(first, last);
        if off > worst {
            (worst, at) = (off, index);
        }
    }
    if at == 0 {
        kept.push(last);
    } else {
        split(&points[..=at], square, kept);
        split(&points[at..], square, kept);
    }
}

/// What a finger drew, as it is kept: on the sheet, without what the eye does not need, never more than [`POINTS_MAX`].
pub fn kept(drawn: &[Point]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for point in drawn {
        let point = point.on_sheet();
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    let mut square = 1;
    loop {
        let fewer = simplified(&points, square);
        if fewer.len() <= POINTS_MAX {
            return fewer;
        }
        square *= 2;
    }
}

/// A line: how many points, the first, then each from the one before.
impl Encode for Point {
    fn encode(&self, out: &mut impl Out) {
        i64::from(self.x).encode(out);
        i64::from(self.y).encode(out);
    }

    fn encode_list(list: &[Self], out: &mut impl Out) {
        put_varint(list.len() as u64, out);
        let mut before = at(0, 0);
        for point in list {
            point.from(before).encode(out);
            before = *point;
        }
    }
}

impl Decode for Point {
    fn decode(input: &mut Reader<'_>) -> Self {
        after(at(0, 0), input)
    }

    fn decode_list(input: &mut Reader<'_>) -> Vec<Self> {
        let count = input.length();
        if count > POINTS_MAX {
            input.fail(DecodeError::Malformed);
        }
        let mut before = at(0, 0);
        let mut points = Vec::new();
        while input.is_sound() && points.len() < count {
            before = after(before, input);
            points.push(before);
        }
        points
    }
}

/// The point that is written as its distance from the one before; off the sheet there is none.
fn after(before: Point, input: &mut Reader<'_>) -> Point {
    let mut place = |before: i32| {
        let sum = i64::from(before).saturating_add(i64::decode(input));
        if !(0..=i64::from(SIDE)).contains(&sum) {
            input.fail(DecodeError::Malformed);
            return 0;
        }
        sum as i32
    };
    at(place(before.x), place(before.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{from_bytes, to_bytes};
    use proptest::prelude::*;

    fn line() -> impl Strategy<Value = Vec<Point>> {
        proptest::collection::vec((0..=SIDE, 0..=SIDE), 0..POINTS_MAX)
            .prop_map(|points| points.into_iter().map(|(x, y)| at(x, y)).collect())
    }

    proptest! {
        #[test]
        fn a_line_is_read_as_it_was_written(line in line()) {
            prop_assert_eq!(from_bytes::<Vec<Point>>(&to_bytes(&line)), Ok(line));
        }

        #[test]
        fn any_bytes_are_a_line_or_an_error(bytes: Vec<u8>) {
            if let Ok(line) = from_bytes::<Vec<Point>>(&bytes) {
                prop_assert!(line.len() <= POINTS_MAX);
                prop_assert!(line.iter().all(|it| *it == it.on_sheet()));
            }
        }

        #[test]
        fn simplifying_keeps_the_ends_and_stays_near(line in line()) {
            let fewer = simplified(&line, 25);
            prop_assert_eq!(fewer.first(), line.first());
            prop_assert_eq!(fewer.last(), line.last());
            for point in &line {
                let near = fewer.windows(2).any(|two| point.square_from(two[0], two[1]) <= 26);
                prop_assert!(near || fewer.len() < 2);
            }
        }

        #[test]
        fn a_direction_is_that_of_the_arc_tangent(x in -480..=480_i32, y in -480..=480_i32) {
            let exact = f64::from(y).atan2(f64::from(x)) / std::f64::consts::TAU * f64::from(TURN);
            let off = turn(at(x, y).direction(), exact.round() as i32);
            prop_assert!(off.abs() <= 5, "{off}");
        }
    }

    #[test]
    fn points_lie_evenly_along_a_line() {
        let corner = [at(0, 0), at(100, 0), at(100, 100)];
        assert_eq!(along(&corner, 5), [at(0, 0), at(50, 0), at(100, 0), at(100, 50), at(100, 100)]);
        assert_eq!(along(&[at(7, 7)], 2), [at(7, 7), at(7, 7)]);
    }
}
