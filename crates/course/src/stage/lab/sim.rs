//! `sim`: a model is tried out. What is asked for is a state that is reached, or a fair table and what follows from it.

use super::claim::points;
use super::{Claim, Row, Setup};
use crate::codec::{from_bytes, to_bytes};
use crate::item::{Mark, Score};
use crate::rng::{Rng, derive};
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

/// A model to try out, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sim {
    /// What was set up.
    pub setup: Setup,
    /// What for.
    pub task: Task,
    /// What is asked when the table stands; nothing where nothing is offered.
    pub ask: String,
    /// What can be concluded, and how it is said.
    pub claims: Vec<(Claim, String)>,
}

codec_struct!(Sim { setup, task, ask, claims });

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// The first meter has to show one of these, give or take so much: thousandths of its unit.
    Reach(Vec<i64>, i64),
    /// So many rows in which one thing alone is changed: this control or, if none is named, one that the learner chooses.
    Fair(u8, Option<u8>),
    /// Whatever one likes.
    Free,
}

codec_enum!(Task { 0 => Reach(targets, within), 1 => Fair(rows, change), 2 => Free });

/// What a learner did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Of the item.
    pub seed: u64,
    /// What is set, at each bench.
    pub benches: Vec<Vec<u16>>,
    /// What was read.
    pub rows: Vec<Row>,
    /// The place of what was concluded.
    pub claim: Option<u8>,
}

codec_struct!(Made { seed, benches, rows, claim });

const FEW: u8 = 0;
const STILL: u8 = 1;
const TWO: u8 = 2;
const OTHER_ONE: u8 = 3;
const NARROW: u8 = 4;
const UNDER: u8 = 5;
const OVER: u8 = 6;
/// The claims follow, by their numbers.
const CLAIM: u8 = 7;

impl Piece for Sim {
    const FAULTS: &'static [&'static str] = &[
        "few",
        "still",
        "two",
        "other",
        "narrow",
        "under",
        "over",
        "rises",
        "falls",
        "same",
        "peak",
        "mass",
        "volume",
        "density",
        "metals",
        "iron",
        "everything",
        "unlike",
        "like",
        "always",
    ];

    fn judge(&self, response: &[u8]) -> Mark {
        from_bytes(response).map_or(Mark::UNREADABLE, |it| self.mark(&it))
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        match &self.task {
            Task::Free => None,
            Task::Reach(..) => {
                self.reaching(seed, |shown, target, within| (shown - target).abs() <= within)
            }
            Task::Fair(rows, change) => {
                let change = change.map(usize::from).or_else(|| self.setup.free().next())?;
                self.fair(seed, change, usize::from(*rows))
            }
        }
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        let made = match (&self.task, fault) {
            (Task::Free, _) => None,
            (Task::Reach(..), UNDER) => {
                self.reaching(seed, |shown, target, within| shown < target - within)
            }
            (Task::Reach(..), OVER) => {
                self.reaching(seed, |shown, target, within| shown > target + within)
            }
            (Task::Reach(..), _) => None,
            (Task::Fair(..), _) => self.unfair(fault, seed),
        }?;
        (Piece::judge(self, &made).fault == fault).then_some(made)
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let start = self.setup.start(seed);
        let mut any = || -> Vec<u16> {
            let ways = self.setup.ways.iter().zip(&start);
            ways.map(|(way, kept)| {
                let values = way.values();
                if way.is_set() { values[rng.below(values.len() as u64) as usize] } else { *kept }
            })
            .collect()
        };
        let benches = (0..self.setup.model.benches()).map(|_| any()).collect();
        let wanted = if let Task::Fair(rows, _) = &self.task { *rows } else { 0 };
        let rows = (0..wanted).map(|number| self.setup.row(seed, number, any())).collect();
        let claims = self.claims.len() as u64;
        let claim = (claims > 0).then(|| rng.below(claims) as u8);
        to_bytes(&Made { seed, benches, rows, claim })
    }

    fn seconds(&self) -> u32 {
        match self.task {
            Task::Reach(..) | Task::Free => 45,
            Task::Fair(rows, _) => 30 + 10 * u32::from(rows),
        }
    }

    fn words(&mut self) -> Vec<&mut String> {
        let claims = self.claims.iter_mut().map(|(_, words)| words);
        std::iter::once(&mut self.ask).filter(|it| !it.is_empty()).chain(claims).collect()
    }

    fn asked(&self, seed: u64) -> String {
        let start = self.setup.start(seed);
        let told = self.setup.model.told(&start);
        match self.target(seed, &start) {
            Some((target, _)) => format!("{told}; {target}"),
            None => told,
        }
    }
}

impl Sim {
    /// What the first meter has to show in the item of this seed, and give or take how much. What is set at the beginning is not it,
    /// as long as there is another one.
    pub fn target(&self, seed: u64, start: &[u16]) -> Option<(i64, i64)> {
        let Task::Reach(targets, within) = &self.task else { return None };
        let shown = self.setup.model.outcome(start, self.setup.meters.first().copied()?);
        let first = Rng::new(derive(seed, b"target")).below(targets.len() as u64) as usize;
        let mut turned = targets[first..].iter().chain(&targets[..first]);
        let away = turned.clone().find(|it| (shown - **it).abs() > *within);
        away.or_else(|| turned.next()).map(|target| (*target, *within))
    }

    /// What the response is worth so far; `None` while something of it is missing.
    pub fn finished(&self, made: &Made) -> Option<Mark> {
        let done = match self.task {
            Task::Reach(..) | Task::Free => true,
            Task::Fair(..) => !made.rows.is_empty(),
        };
        (done && (self.claims.is_empty() || made.claim.is_some())).then(|| self.mark(made))
    }

    /// Whether it can be done: any bytes may be such a piece.
    pub fn is_sound(&self) -> bool {
        const FAR: i64 = 1_000_000_000;
        let task = match &self.task {
            Task::Free => true,
            Task::Fair(rows, change) => {
                (2..=24).contains(rows)
                    && change.is_none_or(|it| self.setup.free().any(|at| at == usize::from(it)))
            }
            Task::Reach(targets, within) => {
                (1..=64).contains(&targets.len())
                    && (0..FAR).contains(within)
                    && targets.iter().all(|it| (-FAR..FAR).contains(it))
            }
        };
        task && self.setup.is_sound()
            && self.setup.free().next().is_some()
            && self.claims.len() <= 8
    }

    /// Whether this can have been left here, finished or not: its settings are possible, its rows can be replayed.
    pub fn is_left(&self, made: &Made) -> bool {
        let Made { seed, benches, rows, .. } = made;
        if !self.is_sound() {
            return false;
        }
        let start = self.setup.start(*seed);
        benches.len() == self.setup.model.benches()
            && benches.iter().all(|it| self.setup.allows(&start, it))
            && self.setup.is_table(*seed, rows)
    }

    /// What a response is worth.
    pub fn mark(&self, made: &Made) -> Mark {
        if !self.is_left(made) {
            return Mark::UNREADABLE;
        }
        let Made { seed, benches, rows, claim } = made;
        let start = self.setup.start(*seed);
        match &self.task {
            Task::Free => Mark::RIGHT,
            Task::Reach(..) => self.reached(*seed, &start, &benches[0]),
            Task::Fair(wanted, change) => {
                let chosen = claim.map(|at| self.claims.get(usize::from(at)).map(|(it, _)| *it));
                match chosen {
                    Some(Some(claim)) => self.concluded(*wanted, *change, rows, Some(claim)),
                    None if self.claims.is_empty() => self.concluded(*wanted, *change, rows, None),
                    Some(None) | None => Mark::UNREADABLE,
                }
            }
        }
    }

    fn reached(&self, seed: u64, start: &[u16], settings: &[u16]) -> Mark {
        let Some((target, within)) = self.target(seed, start) else { return Mark::UNREADABLE };
        let shown = self.setup.model.outcome(settings, self.setup.meters[0]);
        if (shown - target).abs() <= within {
            Mark::RIGHT
        } else {
            Mark::wrong(if shown < target { UNDER } else { OVER })
        }
    }

    /// First whether the table is fair, then whether it is enough, then what follows from it.
    fn concluded(
        &self,
        wanted: u8,
        change: Option<u8>,
        rows: &[Row],
        chosen: Option<Claim>,
    ) -> Mark {
        let wanted = usize::from(wanted);
        if rows.len() < wanted {
            return Mark::scored(Score::share(rows.len(), 2 * wanted), FEW);
        }
        let first = &rows[0].settings;
        let mut changed =
            self.setup.free().filter(|at| rows.iter().any(|row| row.settings[*at] != first[*at]));
        let Some(only) = changed.next() else { return Mark::wrong(STILL) };
        if changed.next().is_some() {
            return Mark::scored(Score::share(1, 4), TWO);
        }
        if change.is_some_and(|it| usize::from(it) != only) {
            return Mark::scored(Score::share(1, 4), OTHER_ONE);
        }
        let Some(chosen) = chosen else { return Mark::RIGHT };
        let holding = self.holding(only, rows);
        let half = Score::share(1, 2);
        if holding.is_empty()
            || (holding.contains(&chosen) && (holding.len() > 1 || self.is_narrow(only, rows)))
        {
            Mark::scored(half, NARROW)
        } else if holding.contains(&chosen) {
            Mark::RIGHT
        } else {
            Mark::scored(half, CLAIM + to_bytes(&chosen)[0])
        }
    }

    /// Those of the claims that these rows bear out.
    pub fn holding(&self, changed: usize, rows: &[Row]) -> Vec<Claim> {
        let offered = self.claims.iter().map(|(it, _)| *it);
        offered.filter(|it| it.holds(&self.setup, changed, rows)).collect()
    }

    /// Whether a scale was tried out in a part of it alone: fewer than three places, or less than two thirds of it.
    fn is_narrow(&self, changed: usize, rows: &[Row]) -> bool {
        if !self.claims.iter().any(|(it, _)| it.is_trend()) {
            return false;
        }
        let values = self.setup.ways[changed].values();
        let points = points(changed, rows);
        let place = |value: Option<&(u16, i64)>| {
            value.and_then(|(value, _)| values.iter().position(|it| it == value)).unwrap_or(0)
        };
        points.len() < values.len().min(3)
            || 3 * (place(points.last()) - place(points.first())) < 2 * (values.len() - 1)
    }

    /// A response whose first meter shows what is looked for, at the first settings that do.
    fn reaching(&self, seed: u64, fits: impl Fn(i64, i64, i64) -> bool) -> Option<Vec<u8>> {
        let start = self.setup.start(seed);
        let (target, within) = self.target(seed, &start)?;
        let meter = self.setup.meters[0];
        let shown = |settings: &Vec<u16>| self.setup.model.outcome(settings, meter);
        let all = self.setup.all(&start);
        let found = all.into_iter().find(|it| fits(shown(it), target, within))?;
        let benches = vec![found; self.setup.model.benches()];
        Some(to_bytes(&Made { seed, benches, rows: Vec::new(), claim: None }))
    }

    /// A response in which one control goes evenly over its values, with the conclusion that the rows bear out.
    fn fair(&self, seed: u64, change: usize, rows: usize) -> Option<Vec<u8>> {
        let table = self.table(seed, change, rows);
        let holding = self.holding(change, &table);
        let claim = self.claims.iter().position(|(it, _)| holding.contains(it));
        let claim = claim.map(|it| it as u8);
        (claim.is_some() || self.claims.is_empty()).then(|| self.made(seed, table, claim))
    }

    /// Rows in which one control goes evenly over its values; of things, all of them.
    pub fn table(&self, seed: u64, change: usize, rows: usize) -> Vec<Row> {
        let start = self.setup.start(seed);
        let values = self.setup.ways[change].values();
        let trend = self.claims.iter().any(|(it, _)| it.is_trend()) || self.claims.is_empty();
        let count = if trend { rows } else { rows.max(values.len()) };
        let row = |number: usize| {
            let mut settings = start.clone();
            settings[change] = values[number * (values.len() - 1) / (count - 1).max(1)];
            self.setup.row(seed, number as u8, settings)
        };
        (0..count).map(row).collect()
    }

    fn made(&self, seed: u64, rows: Vec<Row>, claim: Option<u8>) -> Vec<u8> {
        let benches = vec![self.setup.start(seed); self.setup.model.benches()];
        to_bytes(&Made { seed, benches, rows, claim })
    }

    /// The table that shows a fault, made of a fair one.
    fn unfair(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        let Made { rows: mut table, claim, .. } = from_bytes(&self.solution(seed)?).ok()?;
        let change = self
            .setup
            .free()
            .find(|at| table.iter().any(|it| it.settings[*at] != table[0].settings[*at]))?;
        let another = self.setup.free().find(|at| *at != change);
        let mut claim = claim;
        let again =
            |number: usize, settings: Vec<u16>| self.setup.row(seed, number as u8, settings);
        match fault {
            FEW => table.truncate(1),
            STILL => {
                let first = table[0].settings.clone();
                table = (0..table.len()).map(|number| again(number, first.clone())).collect();
            }
            TWO | OTHER_ONE => {
                let another = another?;
                let values = self.setup.ways[another].values();
                for (number, row) in table.iter_mut().enumerate() {
                    let mut settings = row.settings.clone();
                    settings[another] = values[number % values.len()];
                    if fault == OTHER_ONE {
                        settings[change] = self.setup.start(seed)[change];
                    }
                    *row = again(number, settings);
                }
            }
            NARROW => {
                // A few neighbours alone: the first that leave it open.
                let values = self.setup.ways[change].values();
                for from in 0..values.len().saturating_sub(1) {
                    for claim in 0..self.claims.len() {
                        let rows = (0..table.len()).map(|number| {
                            let mut settings = table[0].settings.clone();
                            settings[change] = values[from + number % 2];
                            again(number, settings)
                        });
                        let made = self.made(seed, rows.collect(), Some(claim as u8));
                        if Piece::judge(self, &made).fault == NARROW {
                            return Some(made);
                        }
                    }
                }
                return None;
            }
            _ => {
                let wrong = |(it, _): &(Claim, String)| CLAIM + to_bytes(it)[0] == fault;
                claim = Some(self.claims.iter().position(wrong)? as u8);
            }
        }
        Some(self.made(seed, table, claim))
    }
}
