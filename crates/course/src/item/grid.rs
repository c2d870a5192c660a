//! Fills cells.

use super::{Feedback, Score, Verdict};
use crate::generator::Number;
use crate::{codec_enum, codec_struct};

/// Cells in rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Rows, at most 20.
    pub rows: u8,
    /// Columns, at most 20.
    pub columns: u8,
    /// How many cells, from the top left on, are filled from the start and stay so.
    pub given: Number,
    /// What is to be filled.
    pub goal: Goal,
    /// Foreseen wrong numbers of filled cells, given ones included.
    pub wrong: Vec<(Number, Feedback)>,
    /// What is said to anything else that is wrong.
    pub other: Option<Feedback>,
}

codec_struct!(Grid { rows, columns, given, goal, wrong, other });

/// What a grid wants filled.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// Any cells, so many with the given ones.
    Count(Number),
    /// Just these cells, row by row from the top left.
    Cells(Vec<u16>),
}

codec_enum!(Goal { 0 => Count(count), 1 => Cells(cells) });

impl Grid {
    /// How many cells there are.
    pub fn size(&self) -> u16 {
        u16::from(self.rows) * u16::from(self.columns)
    }

    /// How many cells are filled from the start.
    pub fn given(&self) -> u16 {
        self.given.as_whole().map_or(0, |given| given.clamp(0, self.size().into()) as u16)
    }

    pub(super) fn judge(&self, cells: &[u16]) -> Verdict<'_> {
        let rising = cells.windows(2).all(|pair| pair[0] < pair[1]);
        if !rising || cells.last().is_some_and(|last| *last >= self.size()) {
            return Verdict::UNREADABLE;
        }
        let filled = cells.len();
        let score = match &self.goal {
            Goal::Count(count) if count.as_whole() == i64::try_from(filled).ok() => Score::FULL,
            Goal::Count(_) => Score::ZERO,
            Goal::Cells(key) => {
                // Each cell too many takes away one that is right.
                let hits = cells.iter().filter(|cell| key.contains(cell)).count();
                Score::share(hits.saturating_sub(filled - hits), key.len())
            }
        };
        let foreseen =
            self.wrong.iter().find(|(wrong, _)| wrong.as_whole() == i64::try_from(filled).ok());
        Verdict::scored(score, foreseen.map(|(_, feedback)| feedback).or(self.other.as_ref()))
    }

    pub(super) fn solution(&self) -> Vec<u16> {
        match &self.goal {
            Goal::Count(count) => {
                (0..count.as_whole().map_or(0, |count| count.clamp(0, self.size().into()) as u16))
                    .collect()
            }
            Goal::Cells(cells) => cells.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::item::Response::{Check, Grid};
    use crate::item::tests::judges;
    use crate::sample::{fill, grid};

    #[test]
    fn counting() {
        judges(
            &grid(),
            &[
                ("eight of ten", Grid((0..8).collect()), Some(1000), ""),
                ("any eight", Grid((2..10).collect()), Some(1000), ""),
                (
                    "foreseen: only what was to be added",
                    Grid((0..5).collect()),
                    Some(0),
                    "x.onlyadded",
                ),
                ("all", Grid((0..10).collect()), Some(0), "x.other"),
                ("none", Grid(Vec::new()), Some(0), "x.other"),
                ("a cell twice", Grid(vec![0, 1, 1]), None, ""),
                ("out of order", Grid(vec![1, 0]), None, ""),
                ("a cell that is not there", Grid(vec![0, 10]), None, ""),
                ("ticks", Check(vec![true]), None, ""),
            ],
        );
    }

    #[test]
    fn just_these_cells() {
        judges(
            &fill(),
            &[
                ("the first and the last", Grid(vec![0, 3]), Some(1000), ""),
                ("one of them", Grid(vec![3]), Some(500), "x.other"),
                ("both and another", Grid(vec![0, 1, 3]), Some(500), "x.other"),
                ("all of them", Grid(vec![0, 1, 2, 3]), Some(0), "x.other"),
                ("others", Grid(vec![1, 2]), Some(0), "x.other"),
                ("none", Grid(Vec::new()), Some(0), "x.other"),
            ],
        );
    }
}
