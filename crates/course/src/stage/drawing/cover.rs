//! What blocks cover on a grid, exactly: each cell in four by its diagonals, and round forms by their quarters.

use super::point::at;
use super::shape::{Form, Place};

/// How a block lies: the cell of the left upper corner of its box as it is turned, and by how many eighths of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Cells from the left.
    pub x: u8,
    /// Cells from the top.
    pub y: u8,
    /// Of a turn, as clocks go.
    pub eighths: u8,
}

crate::codec_struct!(Spot { x, y, eighths });

/// A form and its size before it is turned, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Its form.
    pub form: Form,
    /// From left to right.
    pub wide: u8,
    /// From top to bottom.
    pub high: u8,
}

/// Units of a cell where its quarters are told apart.
const UNITS: i32 = 12;
/// The middles of the quarters of a cell: above, on the right, below, on the left.
const QUARTERS: [(i32, i32); 4] = [(6, 2), (10, 6), (6, 10), (2, 6)];

impl Size {
    /// Whether its edges run along the grid and its diagonals.
    pub fn fits_grid(self) -> bool {
        let (wide, high) = (self.wide, self.high);
        wide > 0
            && high > 0
            && match self.form {
                Form::Rectangle => wide != high,
                Form::Triangle | Form::Half => wide == 2 * high,
                Form::Circle | Form::Square | Form::Corner | Form::Quarter => wide == high,
            }
    }

    /// Its sides as it lies; turned by odd eighths it has the box of the even one before.
    pub const fn turned(self, eighths: u8) -> (u8, u8) {
        if eighths / 2 % 2 == 1 { (self.high, self.wide) } else { (self.wide, self.high) }
    }

    /// Where it is drawn, with so many units a cell.
    pub fn place(self, spot: Spot, units: i32) -> Place {
        let (wide, high) = self.turned(spot.eighths);
        let half = |start: u8, length: u8| (2 * i32::from(start) + i32::from(length)) * units / 2;
        Place {
            middle: at(half(spot.x, wide), half(spot.y, high)),
            wide: i32::from(self.wide) * units,
            high: i32::from(self.high) * units,
            eighths: spot.eighths,
        }
    }
}

/// A quarter of a disc: its middle in half cells, its diameter in cells, and which quarter: from the upper right one as clocks go.
type Quarter = (u8, u8, u8, u8);

/// What lies where, how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    wide: u8,
    high: u8,
    /// Of each cell its four quarters.
    cells: Vec<u8>,
    rounds: Vec<(Quarter, u8)>,
}

/// How two covers differ, in quarters of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Difference {
    /// What is to be covered in all.
    pub all: u32,
    /// What of it is.
    pub met: u32,
    /// What lies where nothing should.
    pub over: u32,
    /// What lies more often than it should.
    pub twice: u32,
}

impl Cover {
    /// Of an empty grid.
    pub fn new(wide: u8, high: u8) -> Self {
        let cells = vec![0; usize::from(wide) * usize::from(high) * 4];
        Self { wide, high, cells, rounds: Vec::new() }
    }

    /// Lays a form; `false` if it leaves the grid, or does not lie along it.
    pub fn lay(&mut self, size: Size, spot: Spot) -> bool {
        let (wide, high) = size.turned(spot.eighths);
        let inside = u16::from(spot.x) + u16::from(wide) <= u16::from(self.wide)
            && u16::from(spot.y) + u16::from(high) <= u16::from(self.high);
        if !inside || spot.eighths % 2 == 1 {
            return false;
        }
        match size.form {
            Form::Square | Form::Rectangle | Form::Triangle | Form::Corner => {
                self.lay_straight(size, spot)
            }
            Form::Circle | Form::Half | Form::Quarter => self.lay_round(size, spot),
        }
        true
    }

    fn lay_straight(&mut self, size: Size, spot: Spot) {
        let place = size.place(spot, UNITS);
        let (wide, high) = size.turned(spot.eighths);
        for y in spot.y..spot.y + high {
            for x in spot.x..spot.x + wide {
                for (quarter, (right, down)) in QUARTERS.into_iter().enumerate() {
                    let middle = at(i32::from(x) * UNITS + right, i32::from(y) * UNITS + down);
                    if place.covers(size.form, middle) {
                        let cell = usize::from(y) * usize::from(self.wide) + usize::from(x);
                        self.cells[cell * 4 + quarter] += 1;
                    }
                }
            }
        }
    }

    fn lay_round(&mut self, size: Size, spot: Spot) {
        let (wide, high) = size.turned(spot.eighths);
        let turns = spot.eighths / 2 % 4;
        let (left, top) = (2 * spot.x, 2 * spot.y);
        let (right, bottom) = (left + 2 * wide, top + 2 * high);
        let (quarters, across, x, y) = match size.form {
            Form::Half => {
                let middle = match turns {
                    0 => (left + wide, bottom),
                    1 => (left, top + high),
                    2 => (left + wide, top),
                    _ => (right, top + high),
                };
                (&[3, 0][..], size.wide, middle.0, middle.1)
            }
            Form::Quarter => {
                let middle = match turns {
                    0 => (left, bottom),
                    1 => (left, top),
                    2 => (right, top),
                    _ => (right, bottom),
                };
                (&[0][..], 2 * size.wide, middle.0, middle.1)
            }
            Form::Circle | Form::Square | Form::Rectangle | Form::Triangle | Form::Corner => {
                (&[0, 1, 2, 3][..], size.wide, left + wide, top + high)
            }
        };
        for quarter in quarters {
            let quarter = (x, y, across, (quarter + turns) % 4);
            match self.rounds.iter_mut().find(|it| it.0 == quarter) {
                Some((_, count)) => *count += 1,
                None => self.rounds.push((quarter, 1)),
            }
        }
    }

    /// How what lies here differs from what should.
    pub fn difference(&self, wanted: &Self) -> Difference {
        let mut difference = Difference::default();
        for (laid, wanted) in self.cells.iter().zip(&wanted.cells) {
            difference.add(*laid, *wanted, 1);
        }
        let count = |rounds: &[(Quarter, u8)], quarter: Quarter| {
            rounds.iter().find(|it| it.0 == quarter).map_or(0, |it| it.1)
        };
        for (quarter, wanted) in &wanted.rounds {
            difference.add(count(&self.rounds, *quarter), *wanted, weight(*quarter));
        }
        for (quarter, laid) in &self.rounds {
            if count(&wanted.rounds, *quarter) == 0 {
                difference.add(*laid, 0, weight(*quarter));
            }
        }
        difference
    }
}

/// Three quarters of a cell for each of the square over its radius: about what it covers.
fn weight((.., across, _): Quarter) -> u32 {
    (u32::from(across) * u32::from(across) * 3 / 4).max(1)
}

impl Difference {
    fn add(&mut self, laid: u8, wanted: u8, weight: u32) {
        self.all += u32::from(wanted) * weight;
        self.met += u32::from(laid.min(wanted)) * weight;
        let more = u32::from(laid.saturating_sub(wanted)) * weight;
        if wanted == 0 {
            self.over += more;
        } else {
            self.twice += more;
        }
    }

    /// Whether there is none.
    pub const fn is_none(self) -> bool {
        self.met == self.all && self.over == 0 && self.twice == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(form: Form, wide: u8, high: u8) -> Size {
        Size { form, wide, high }
    }

    fn spot(x: u8, y: u8, eighths: u8) -> Spot {
        Spot { x, y, eighths }
    }

    fn cover(laid: &[(Size, Spot)]) -> Cover {
        let mut cover = Cover::new(8, 8);
        for (size, spot) in laid {
            assert!(cover.lay(*size, *spot), "{size:?} {spot:?}");
        }
        cover
    }

    #[test]
    fn what_is_put_together_covers_what_the_whole_does() {
        let square = cover(&[(size(Form::Square, 4, 4), spot(1, 1, 0))]);
        let cases: Vec<(&str, Vec<(Size, Spot)>)> = vec![
            (
                "two corners",
                vec![
                    (size(Form::Corner, 4, 4), spot(1, 1, 0)),
                    (size(Form::Corner, 4, 4), spot(1, 1, 4)),
                ],
            ),
            (
                "four triangles",
                vec![
                    (size(Form::Triangle, 4, 2), spot(1, 3, 0)),
                    (size(Form::Triangle, 4, 2), spot(1, 1, 2)),
                    (size(Form::Triangle, 4, 2), spot(1, 1, 4)),
                    (size(Form::Triangle, 4, 2), spot(3, 1, 6)),
                ],
            ),
            (
                "two rectangles",
                vec![
                    (size(Form::Rectangle, 4, 2), spot(1, 1, 0)),
                    (size(Form::Rectangle, 2, 4), spot(1, 3, 2)),
                ],
            ),
        ];
        for (case, laid) in cases {
            assert!(cover(&laid).difference(&square).is_none(), "{case}");
        }
        let disc = cover(&[(size(Form::Circle, 4, 4), spot(2, 2, 0))]);
        let cases: Vec<(&str, Vec<(Size, Spot)>)> = vec![
            (
                "two halves",
                vec![
                    (size(Form::Half, 4, 2), spot(2, 2, 0)),
                    (size(Form::Half, 4, 2), spot(2, 4, 4)),
                ],
            ),
            (
                "halves on their sides",
                vec![
                    (size(Form::Half, 4, 2), spot(4, 2, 2)),
                    (size(Form::Half, 4, 2), spot(2, 2, 6)),
                ],
            ),
            (
                "four quarters",
                vec![
                    (size(Form::Quarter, 2, 2), spot(4, 2, 0)),
                    (size(Form::Quarter, 2, 2), spot(4, 4, 2)),
                    (size(Form::Quarter, 2, 2), spot(2, 4, 4)),
                    (size(Form::Quarter, 2, 2), spot(2, 2, 6)),
                ],
            ),
        ];
        for (case, laid) in cases {
            assert!(cover(&laid).difference(&disc).is_none(), "{case}");
        }
    }

    #[test]
    fn what_differs_is_counted() {
        let wanted = cover(&[
            (size(Form::Square, 2, 2), spot(0, 0, 0)),
            (size(Form::Square, 2, 2), spot(2, 0, 0)),
        ]);
        let laid = cover(&[
            (size(Form::Square, 2, 2), spot(0, 0, 0)),
            (size(Form::Square, 2, 2), spot(1, 0, 0)),
        ]);
        assert_eq!(laid.difference(&wanted), Difference { all: 32, met: 24, over: 0, twice: 8 });
        let laid = cover(&[(size(Form::Square, 2, 2), spot(0, 1, 0))]);
        assert_eq!(laid.difference(&wanted), Difference { all: 32, met: 8, over: 8, twice: 0 });
    }

    #[test]
    fn nothing_leaves_the_grid_or_lies_across_it() {
        let mut cover = Cover::new(8, 8);
        assert!(!cover.lay(size(Form::Square, 2, 2), spot(7, 0, 0)));
        assert!(!cover.lay(size(Form::Square, 2, 2), spot(255, 255, 0)));
        assert!(!cover.lay(size(Form::Square, 2, 2), spot(1, 1, 1)));
        assert!(!cover.lay(size(Form::Rectangle, 6, 2), spot(4, 3, 0)));
        assert!(cover.lay(size(Form::Rectangle, 6, 2), spot(4, 2, 2)));
    }

    /// The cover by quarters is what geometry says: each form's middle points, sampled finely.
    #[test]
    fn the_cover_is_that_of_the_outline() {
        for (form, wide, high) in [
            (Form::Square, 3, 3),
            (Form::Rectangle, 3, 1),
            (Form::Triangle, 4, 2),
            (Form::Corner, 3, 3),
        ] {
            for eighths in [0, 2, 4, 6] {
                let (size, spot) = (size(form, wide, high), spot(2, 1, eighths));
                let cover = cover(&[(size, spot)]);
                let quarters = cover.cells.iter().filter(|it| **it == 1).count() as i64;
                let place = size.place(spot, 40);
                let points = (0..320).flat_map(|x| (0..320).map(move |y| at(x, y)));
                let covered = points.filter(|it| place.covers(form, *it)).count() as i64;
                assert!(
                    (covered - quarters * 400).abs() < 400,
                    "{form:?} {eighths}: {covered} {quarters}"
                );
            }
        }
    }
}
