//! `chart`: bars or a line, read or built, from given values or from the learner's own table.

use super::{Row, Setup};
use crate::codec::{from_bytes, to_bytes};
use crate::item::{Mark, Score};
use crate::rng::{Rng, derive};
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

mod mistakes;

/// A chart, and what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// How the values are shown.
    pub form: Form,
    /// What is shown.
    pub source: Source,
    /// From one line of the axis to the next, and the highest line.
    pub axis: (u16, u16),
    /// What is counted.
    pub unit: String,
    /// What is asked.
    pub task: Task,
}

codec_struct!(Chart { form, source, axis, unit, task });

/// How values are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A bar for each.
    Bars,
    /// A point for each, joined in order.
    Line,
}

codec_enum!(Form { 0 => Bars, 1 => Line });

/// Where the values come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// What each is called, and those values of which the seed draws one.
    Given(Vec<(String, Vec<u16>)>),
    /// So many rows that the learner takes, changing one thing alone.
    Own(Setup, u8),
}

codec_enum!(Source { 0 => Given(values), 1 => Own(setup, rows) });

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// To build it.
    Build,
    /// How much one of them is.
    Value,
    /// Which is the most.
    Most,
    /// Which is the least.
    Least,
    /// By how much one is more than another.
    Difference,
}

codec_enum!(Task { 0 => Build, 1 => Value, 2 => Most, 3 => Least, 4 => Difference });

impl Task {
    /// Every task, with its name in the source.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Build, "build"),
        (Self::Value, "value"),
        (Self::Most, "most"),
        (Self::Least, "least"),
        (Self::Difference, "difference"),
    ];
}

/// What a learner did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Of the item.
    pub seed: u64,
    /// What was read, where the table is the learner's own.
    pub rows: Vec<Row>,
    /// How high each is, how much it is, or the place of which one it is.
    pub answers: Vec<u16>,
}

codec_struct!(Made { seed, rows, answers });

const AXIS: u8 = 0;
const STEP: u8 = 1;
const UNORDERED: u8 = 2;
const EMPTY: u8 = 3;
const OTHER_ONE: u8 = 4;
const OPPOSITE: u8 = 5;
const SUM: u8 = 6;
const FEW: u8 = 7;
const STILL: u8 = 8;
const TWO: u8 = 9;

impl Piece for Chart {
    const FAULTS: &'static [&'static str] =
        &["axis", "step", "unordered", "empty", "other", "opposite", "sum", "few", "still", "two"];

    fn judge(&self, response: &[u8]) -> Mark {
        from_bytes(response).map_or(Mark::UNREADABLE, |it| self.mark(&it))
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        let rows = self.own_table(seed);
        let answers = self.right(seed, &rows);
        Some(to_bytes(&Made { seed, rows, answers }))
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        // Another seed's values may allow what these do not.
        let mut seeds = std::iter::once(seed).chain(0..100);
        seeds.find_map(|seed| {
            let mut tries = self.mistakes(seed).into_iter().map(|it| to_bytes(&it));
            tries.find(|it| Piece::judge(self, it).fault == fault)
        })
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let rows = self.own_table(seed);
        let (step, top) = self.axis;
        let count = self.right(seed, &rows).len();
        let places = match self.task {
            Task::Most | Task::Least => self.count() as u64,
            Task::Build | Task::Value | Task::Difference => u64::from(top / step.max(1)) + 1,
        };
        let scale = if matches!(self.task, Task::Most | Task::Least) { 1 } else { step };
        let answers = (0..count).map(|_| rng.below(places) as u16 * scale).collect();
        to_bytes(&Made { seed, rows, answers })
    }

    fn seconds(&self) -> u32 {
        match (&self.source, self.task) {
            (Source::Own(_, rows), _) => 45 + 10 * u32::from(*rows),
            (_, Task::Build) => 60,
            (_, Task::Value | Task::Most | Task::Least | Task::Difference) => 25,
        }
    }

    fn words(&mut self) -> Vec<&mut String> {
        let names = match &mut self.source {
            Source::Given(values) => values.iter_mut().map(|(name, _)| name).collect(),
            Source::Own(..) => Vec::new(),
        };
        names.into_iter().chain(std::iter::once(&mut self.unit)).collect()
    }

    fn asked(&self, seed: u64) -> String {
        match &self.source {
            Source::Given(_) => format!("{:?} {:?}", self.given(seed), self.chosen(seed)),
            Source::Own(setup, _) => setup.model.told(&setup.start(seed)),
        }
    }
}

impl Chart {
    /// How many values there are.
    pub fn count(&self) -> usize {
        match &self.source {
            Source::Given(values) => values.len(),
            Source::Own(_, rows) => usize::from(*rows),
        }
    }

    /// The given values in the item of this seed, no two of them alike where that can be.
    pub fn given(&self, seed: u64) -> Vec<u16> {
        let mut rng = Rng::new(derive(seed, b"values"));
        let mut drawn = Vec::new();
        if let Source::Given(values) = &self.source {
            for (_, of) in values {
                let first = rng.below(of.len() as u64) as usize;
                let turned = of[first..].iter().chain(&of[..first]);
                let new = turned.clone().find(|it| !drawn.contains(*it));
                drawn.extend(new.or_else(|| of.first()));
            }
        }
        drawn
    }

    /// The one that is asked for, and the one that it is compared with.
    pub fn chosen(&self, seed: u64) -> (usize, usize) {
        let count = self.count().max(1);
        let first = Rng::new(derive(seed, b"chosen")).below(count as u64) as usize;
        let values = self.given(seed);
        let second = (first + 1) % count;
        let more = |it: usize| values.get(it).copied().unwrap_or(0);
        if more(first) >= more(second) { (first, second) } else { (second, first) }
    }

    /// What stands in the table: given, or read and brought to the nearest line.
    pub fn table(&self, seed: u64, rows: &[Row]) -> Vec<u16> {
        match &self.source {
            Source::Given(_) => self.given(seed),
            Source::Own(..) => {
                let (step, top) = (i64::from(self.axis.0.max(1)), i64::from(self.axis.1));
                let nearest = |row: &Row| {
                    let it = row.readings.first().copied().unwrap_or(0);
                    ((it + 500 * step) / (1000 * step) * step).clamp(0, top) as u16
                };
                rows.iter().map(nearest).collect()
            }
        }
    }

    /// What is right.
    pub fn right(&self, seed: u64, rows: &[Row]) -> Vec<u16> {
        let values = self.table(seed, rows);
        let at = |it: usize| values.get(it).copied().unwrap_or(0);
        let place = |wanted: Option<&u16>| {
            vec![values.iter().position(|it| Some(it) == wanted).unwrap_or(0) as u16]
        };
        let (chosen, other) = self.chosen(seed);
        match self.task {
            Task::Build => values,
            Task::Value => vec![at(chosen)],
            Task::Most => place(values.iter().max()),
            Task::Least => place(values.iter().min()),
            Task::Difference => vec![at(chosen).abs_diff(at(other))],
        }
    }

    /// What the response is worth so far; `None` while something of it is missing.
    pub fn finished(&self, made: &Made) -> Option<Mark> {
        let rows = match &self.source {
            Source::Given(_) => 0,
            Source::Own(..) => made.rows.len().max(1),
        };
        let asked = if self.task == Task::Build {
            self.count().min(rows.max(self.given(made.seed).len()))
        } else {
            1
        };
        let done = made.answers.len() == asked && made.rows.len() == rows && self.touched(made);
        done.then(|| self.mark(made))
    }

    /// Whether something was built at all.
    fn touched(&self, made: &Made) -> bool {
        self.task != Task::Build || made.answers.iter().any(|it| *it > 0)
    }

    /// Whether this can have been left here, finished or not: its rows can be replayed.
    pub fn is_left(&self, made: &Made) -> bool {
        match &self.source {
            Source::Given(_) => made.rows.is_empty(),
            Source::Own(setup, _) => self.is_sound() && setup.is_table(made.seed, &made.rows),
        }
    }

    /// What a response is worth.
    pub fn mark(&self, made: &Made) -> Mark {
        let Made { seed, rows, answers } = made;
        if !self.is_sound() {
            return Mark::UNREADABLE;
        }
        if let Source::Own(setup, wanted) = &self.source {
            if !setup.is_table(*seed, rows) {
                return Mark::UNREADABLE;
            }
            if rows.len() < usize::from(*wanted) {
                return Mark::wrong(FEW);
            }
            let changed = setup
                .free()
                .filter(|at| rows.iter().any(|it| it.settings[*at] != rows[0].settings[*at]));
            match changed.count() {
                0 => return Mark::wrong(STILL),
                1 => {}
                _ => return Mark::wrong(TWO),
            }
        } else if !rows.is_empty() {
            return Mark::UNREADABLE;
        }
        let right = self.right(*seed, rows);
        if answers.len() != right.len() {
            return Mark::UNREADABLE;
        }
        let well = answers.iter().zip(&right).filter(|(it, right)| it == right).count();
        if well == right.len() {
            return Mark::RIGHT;
        }
        let fault = match self.task {
            Task::Build => self.misbuilt(answers, &right),
            Task::Most | Task::Least => self.mistaken(*seed, answers[0]),
            Task::Value | Task::Difference => self.misread(*seed, answers[0], right[0]),
        };
        let score =
            if self.task == Task::Build { Score::share(well, right.len()) } else { Score::ZERO };
        Mark::scored(score, fault)
    }

    fn misbuilt(&self, answers: &[u16], right: &[u16]) -> u8 {
        let (step, top) = self.axis;
        let all = |fits: &dyn Fn(u16, u16) -> bool| {
            answers.iter().zip(right).all(|(it, right)| fits(*it, *right))
        };
        // Numbers were taken for so many lines, as far as there are lines.
        let counts_lines = || {
            let lines = |right: u16| u32::from(right) * u32::from(step);
            step > 1
                && right.iter().any(|it| lines(*it) <= top.into())
                && all(&|it, right| u32::from(it) == lines(right).min(top.into()))
        };
        let sorted = |values: &[u16]| {
            let mut values = values.to_vec();
            values.sort_unstable();
            values
        };
        if answers.iter().zip(right).any(|(it, right)| *it == 0 && *right > 0) {
            EMPTY
        } else if counts_lines() {
            AXIS
        } else if sorted(answers) == sorted(right) {
            UNORDERED
        } else if all(&|it, right| it.abs_diff(right) <= step) {
            STEP
        } else {
            crate::item::OTHER
        }
    }

    fn mistaken(&self, seed: u64, answer: u16) -> u8 {
        let values = self.given(seed);
        let Some(picked) = values.get(usize::from(answer)) else { return crate::item::OTHER };
        let opposite =
            if self.task == Task::Most { values.iter().min() } else { values.iter().max() };
        if Some(picked) == opposite { OPPOSITE } else { OTHER_ONE }
    }

    fn misread(&self, seed: u64, answer: u16, right: u16) -> u8 {
        let (step, _) = self.axis;
        let values = self.given(seed);
        let (chosen, other) = self.chosen(seed);
        let sum = || values[chosen].checked_add(values[other]);
        if step > 1 && answer.checked_mul(step) == Some(right) {
            AXIS
        } else if self.task == Task::Difference && sum() == Some(answer) {
            SUM
        } else if answer.abs_diff(right) == step {
            STEP
        } else if values.contains(&answer) {
            OTHER_ONE
        } else {
            crate::item::OTHER
        }
    }

    /// Whether there is a chart at all: any bytes may be such a piece.
    pub fn is_sound(&self) -> bool {
        let (step, top) = self.axis;
        let fits = |(_, of): &(String, Vec<u16>)| {
            (1..=64).contains(&of.len()) && of.iter().all(|it| *it <= top)
        };
        let source = match &self.source {
            Source::Given(values) => (2..=12).contains(&values.len()) && values.iter().all(fits),
            Source::Own(setup, rows) => {
                setup.is_sound()
                    && setup.free().next().is_some()
                    && (1..=12).contains(rows)
                    && self.task == Task::Build
            }
        };
        step > 0 && (step..=10_000).contains(&top) && source
    }
}
