//! Fills cells.

use super::facts::{Key, Rule, rules, said};
use super::{Facts, Marked, Source, number};
use crate::compiler::Compiler;
use crate::inline::{place, plain};
use crate::markdown::Fence;
use course::generator::Number;
use course::item::{Feedback, Goal, Grid, Response};
use course::rational::Rational;
use course::rng::Rng;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Grid> {
    let answers = source.body.answers.as_deref().unwrap_or_default();
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    let wrong = marked.foreseen(compiler, number::wrong);
    let rows = side(compiler, source, "rows")?;
    let columns = side(compiler, source, "columns")?;
    let given = match source.attributes.get("given") {
        Some(given) => compiler.number(&given.value, given.value_place())?,
        None => Number::Fixed(Rational::ZERO),
    };
    let goal = match &source.body.cells {
        Some(cells) => {
            if let Some(right) = marked.right.first() {
                compiler.error(
                    "C11",
                    right.place,
                    "the cells are the key already",
                    "leave the `[x]` out",
                );
            }
            Goal::Cells(cells_of(compiler, cells, rows, columns))
        }
        None => {
            let key = marked.only_right(compiler, source)?;
            let place = place(&key.head).unwrap_or(key.place);
            let count = compiler.number(&plain(&key.head), place)?;
            let most = i64::from(rows) * i64::from(columns);
            let fits = count.as_whole().is_none_or(|count| (0..=most).contains(&count));
            if matches!(count, Number::Fixed(_)) && (count.as_whole().is_none() || !fits) {
                let what =
                    format!("a grid of {rows} by {columns} cannot have {} cells", count.value());
                compiler.error(
                    "C10",
                    place,
                    what,
                    format!("write a whole number from 0 to {most}"),
                );
            }
            Goal::Count(count)
        }
    };
    Some(Grid { rows, columns, given, goal, wrong, other: marked.other })
}

fn side(compiler: &mut Compiler<'_>, source: &Source<'_>, key: &str) -> Option<u8> {
    let value = source.attributes.whole(key, compiler.diagnostics);
    if value.is_none_or(|value| value > 20) {
        let what = format!("`{key}` is missing, or past 20");
        compiler.error(
            "C01",
            source.body.heading(),
            what,
            format!("write `{key}=2` in the heading"),
        );
    }
    value
}

/// The places of every `#`.
fn cells_of(compiler: &mut Compiler<'_>, fence: &Fence, rows: u8, columns: u8) -> Vec<u16> {
    let lines: Vec<&str> =
        fence.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let fits = lines.len() == usize::from(rows)
        && lines.iter().all(|line| {
            line.len() == usize::from(columns)
                && line.bytes().all(|byte| byte == b'#' || byte == b'.')
        });
    if !fits {
        let what = format!("the cells are not {rows} lines of {columns} signs");
        compiler.error(
            "C01",
            fence.place,
            what,
            "write `#` for a filled and `.` for an empty cell",
        );
    }
    let signs = lines.iter().flat_map(|line| line.bytes());
    (0_u16..).zip(signs).filter(|(_, sign)| *sign == b'#').map(|(at, _)| at).collect()
}

impl Facts for Grid {
    fn key(&self) -> Key<'_> {
        match &self.goal {
            Goal::Count(count) => Key::Cells(Some(count)),
            Goal::Cells(_) => Key::Cells(None),
        }
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let filled =
            |count: i64| u16::try_from(count).map_or(vec![u16::MAX], |count| (0..count).collect());
        let wrong = self.wrong.iter().map(|(number, _)| number.as_whole().unwrap_or(-1));
        // Any cells of that number stand for it; a key of cells may by chance be among them.
        let wrong =
            wrong.filter(|count| !matches!(&self.goal, Goal::Cells(key) if filled(*count) == *key));
        wrong.map(|count| (count.to_string(), Response::Grid(filled(count)))).collect()
    }

    fn rules(&self) -> Vec<Rule<'_>> {
        rules(&self.wrong)
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Grid((0..self.size()).filter(|_| rng.below(2) == 0).collect())
    }

    fn seconds(&self) -> u32 {
        25
    }
}
