//! Follows a path: along it, from its beginning, line after line.

use super::kind::samples;
use super::point::{Point, SIDE, along, at, length};
use crate::codec::{from_bytes, to_bytes};
use crate::codec_struct;
use crate::digits::decimal;
use crate::item::{Mark, Score};
use crate::rng::Rng;
use crate::stage::Piece;

/// A path of one line or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What it is a path of, in the language of instruction.
    pub name: String,
    /// Its lines, in the order in which they are followed.
    pub lines: Vec<Vec<Point>>,
    /// How far one may be beside it.
    pub beside: u8,
}

codec_struct!(Trace { name, lines, beside });

/// Units between the stations that are to be passed.
const APART: i32 = 24;
/// The most stations of one line.
const STATIONS_MAX: i32 = 64;
/// The most lines of a path, and of a response.
pub const LINES_MAX: usize = 12;
/// So many hundredths of the stations are enough.
const ENOUGH: usize = 90;
/// So many hundredths of the way may go astray.
const ASTRAY: usize = 12;

const OFF: u8 = 0;
const START: u8 = 1;
const BACK: u8 = 2;
const ORDER: u8 = 3;
const SHORT: u8 = 4;

impl Trace {
    /// The stations of each line, in order.
    pub fn stations(&self) -> Vec<Vec<Point>> {
        self.lines.iter().map(|it| samples(it, APART, STATIONS_MAX)).collect()
    }

    /// The lines of a response, if it is one.
    pub fn read(response: &[u8]) -> Option<Vec<Vec<Point>>> {
        let lines: Vec<Vec<Point>> = from_bytes(response).ok()?;
        (lines.len() <= LINES_MAX && lines.iter().any(|it| !it.is_empty())).then_some(lines)
    }

    /// What the followed lines are worth.
    pub fn mark(&self, made: &[Vec<Point>]) -> Mark {
        let stations = self.stations();
        let way: Vec<Point> = made.iter().flat_map(|it| samples(it, 8, 240)).collect();
        let all = stations.concat();
        let passed = self.passed(&all, &way);
        let astray = way.iter().filter(|it| !self.is_near(**it)).count() * 100 / way.len().max(1);
        let share = passed * 100 / all.len().max(1);
        if share >= ENOUGH && astray <= ASTRAY {
            return Mark::RIGHT;
        }
        let backwards = |line: &Vec<Point>| line.iter().rev().copied().collect::<Vec<Point>>();
        let each = |of: &dyn Fn(&Vec<Point>) -> Vec<Point>| -> usize {
            stations.iter().map(|it| self.passed(&of(it), &way)).sum::<usize>() * 100
                / all.len().max(1)
        };
        let fault = if share < ENOUGH && each(&backwards) >= ENOUGH {
            BACK
        } else if share < ENOUGH && each(&Vec::clone) >= ENOUGH {
            ORDER
        } else if self.starts_elsewhere(&all, &way) {
            START
        } else if astray > ASTRAY {
            OFF
        } else {
            SHORT
        };
        let right = passed * (100 - astray) / 100;
        Mark::scored(Score::share(right.min(all.len() - 1), all.len()), fault)
    }

    /// The most stations that are passed in order.
    fn passed(&self, stations: &[Point], way: &[Point]) -> usize {
        // How many of the stations up to each one, so far.
        let mut passed = vec![0; stations.len() + 1];
        for point in way {
            for (at, station) in stations.iter().enumerate() {
                let here = passed[at] + usize::from(self.is_close(*station, *point));
                passed[at + 1] = passed[at + 1].max(here);
            }
        }
        passed.last().copied().unwrap_or(0)
    }

    fn is_close(&self, one: Point, other: Point) -> bool {
        one.square_to(other) <= i64::from(self.beside) * i64::from(self.beside)
    }

    /// Whether a point is on the path, or close to it.
    pub fn is_near(&self, point: Point) -> bool {
        let square = i64::from(self.beside) * i64::from(self.beside);
        self.lines
            .iter()
            .flat_map(|it| it.windows(2))
            .any(|two| point.square_from(two[0], two[1]) <= square)
    }

    fn starts_elsewhere(&self, stations: &[Point], way: &[Point]) -> bool {
        let far = 4 * i64::from(self.beside) * i64::from(self.beside);
        matches!((stations.first(), way.first()), (Some(one), Some(other)) if one.square_to(*other) > far)
    }
}

impl Piece for Trace {
    const FAULTS: &'static [&'static str] = &["off", "start", "back", "order", "short"];

    fn judge(&self, response: &[u8]) -> Mark {
        match Self::read(response) {
            Some(made)
                if self.lines.iter().any(|it| !it.is_empty()) && self.lines.len() <= LINES_MAX =>
            {
                self.mark(&made)
            }
            Some(_) | None => Mark::UNREADABLE,
        }
    }

    fn solution(&self, _: u64) -> Option<Vec<u8>> {
        Some(to_bytes(&self.lines))
    }

    fn showing(&self, fault: u8, _: u64) -> Option<Vec<u8>> {
        let first = self.lines.first()?;
        let backwards = |line: &Vec<Point>| line.iter().rev().copied().collect::<Vec<Point>>();
        let far = 3 * i32::from(self.beside);
        let made: Vec<Vec<Point>> = match fault {
            OFF => vec![[first.as_slice(), &[at(0, 0), at(SIDE, 0), at(SIDE, SIDE)]].concat()],
            START => vec![along(first, 9)[4..].to_vec()],
            BACK => self.lines.iter().map(backwards).collect(),
            ORDER => self.lines.iter().rev().cloned().collect(),
            _ => {
                let count = (length(first) / far.max(1)).clamp(4, 40);
                vec![along(first, count)[..count as usize / 2].to_vec()]
            }
        };
        (self.mark(&made).fault == fault).then(|| to_bytes(&made))
    }

    fn random(&self, _: u64, rng: &mut Rng) -> Vec<u8> {
        let mut place = || rng.below(SIDE as u64 + 1) as i32;
        to_bytes(&vec![(0..4).map(|_| at(place(), place())).collect::<Vec<Point>>()])
    }

    fn seconds(&self) -> u32 {
        20 + 10 * self.lines.len() as u32
    }

    fn words(&mut self) -> Vec<&mut String> {
        vec![&mut self.name]
    }

    fn asked(&self, _: u64) -> String {
        let stations =
            self.stations().iter().map(|it| decimal(it.len() as u64)).collect::<Vec<_>>();
        [&self.name, ": ", &stations.join(" + "), " stations"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::super::kind::{Kind, made, spiral, wave, zigzag};
    use super::*;
    use crate::rng::Rng;
    use proptest::prelude::*;

    fn trace(lines: Vec<Vec<Point>>) -> Trace {
        Trace { name: "a path".to_owned(), lines, beside: 28 }
    }

    fn paths() -> Vec<(&'static str, Trace)> {
        let wave = wave(at(40, 240), at(440, 240), 5, 70);
        let teeth = zigzag(at(40, 240), at(440, 240), 6, 90);
        let house = vec![
            vec![at(120, 400), at(120, 220), at(360, 220), at(360, 400), at(120, 400)],
            vec![at(120, 220), at(240, 80), at(360, 220)],
        ];
        vec![
            ("a wave", trace(vec![wave])),
            ("teeth", trace(vec![teeth])),
            ("a spiral", trace(vec![spiral(at(240, 240), 200, 3)])),
            ("a house", trace(house)),
            ("a short line", trace(vec![vec![at(200, 200), at(260, 200)]])),
        ]
    }

    #[test]
    fn what_follows_the_path_is_right_even_if_it_shakes() {
        let mut rng = Rng::new(4);
        for (name, trace) in paths() {
            assert_eq!(
                trace.judge(&trace.solution(0).expect("it is marked")),
                Mark::RIGHT,
                "{name}"
            );
            for _ in 0..100 {
                let mut off = || rng.below(21) as i32 - 10;
                let made: Vec<Vec<Point>> = trace
                    .lines
                    .iter()
                    .map(|it| {
                        samples(it, 20, 200)
                            .iter()
                            .map(|it| at(it.x + off(), it.y + off()).on_sheet())
                            .collect()
                    })
                    .collect();
                assert_eq!(trace.mark(&made), Mark::RIGHT, "{name}");
            }
        }
    }

    #[test]
    fn a_line_may_be_drawn_in_two_goes() {
        let whole = wave(at(40, 240), at(440, 240), 5, 70);
        let (one, two) = whole.split_at(20);
        assert_eq!(trace(vec![whole.clone()]).mark(&[one.to_vec(), two.to_vec()]), Mark::RIGHT);
    }

    #[test]
    fn faults_are_shown() {
        for (name, trace) in paths() {
            for (fault, fault_name) in (0..).zip(Trace::FAULTS) {
                let Some(made) = trace.showing(fault, 0) else {
                    assert!(
                        *fault_name == "order" || name == "a short line",
                        "{name}: {fault_name}"
                    );
                    continue;
                };
                let mark = trace.judge(&made);
                assert_eq!(mark.fault, fault, "{name}");
                assert!(mark.score.is_some_and(|it| it < Score::FULL), "{name}: {fault_name}");
            }
        }
    }

    #[test]
    fn faults_are_told_apart() {
        let path = made(Kind::Straight, at(60, 240), at(420, 240));
        let trace = trace(vec![path]);
        let cases = [
            ("from the other end", vec![at(420, 240), at(60, 240)], BACK),
            ("only half of it", vec![at(60, 240), at(240, 240)], SHORT),
            ("a hand's breadth below", vec![at(60, 300), at(420, 300)], START),
            ("away from the middle on", vec![at(60, 240), at(240, 240), at(420, 400)], OFF),
            ("from the middle on", vec![at(240, 240), at(420, 240)], START),
        ];
        for (case, made, fault) in cases {
            assert_eq!(trace.mark(&[made]).fault, fault, "{case}");
        }
    }

    #[test]
    fn scribbling_all_over_is_worth_little() {
        let mut rng = Rng::new(9);
        for (name, trace) in paths() {
            for _ in 0..50 {
                let score = trace.judge(&trace.random(0, &mut rng)).score.expect("it can be read");
                assert!(score.thousandths() <= 500, "{name}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_path_or_an_error_and_any_response_is_judged(bytes: Vec<u8>, made: Vec<u8>) {
            for (_, trace) in paths() {
                trace.judge(&made);
            }
            if let Ok(trace) = from_bytes::<Trace>(&bytes) {
                trace.judge(&made);
                trace.judge(&to_bytes(&vec![vec![at(1, 1)]]));
            }
        }
    }
}
