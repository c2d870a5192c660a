//! Answers in the order in which they were given, from comma-separated values.

use std::collections::HashMap;

use course::rng::derive;
use thiserror::Error;

/// Fixes which learners are tested.
const SPLIT: u64 = 1;

/// An answer. Learners, skills and items count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub learner: usize,
    pub skill: usize,
    /// None where the table has no such column.
    pub item: Option<usize>,
    pub right: bool,
}

/// All answers, and who gave them.
#[derive(Debug)]
pub struct Table {
    pub answers: Vec<Answer>,
    /// Per learner: one of the fifth that is kept for the test.
    pub tested: Vec<bool>,
    pub skills: usize,
    pub items: usize,
}

/// Why a table could not be read. Lines count from 1.
#[derive(Debug, Error, PartialEq)]
pub enum TableError {
    #[error(
        "line 1 names no column `{0}`: write `learner,skill,correct` or `learner,skill,correct,item`"
    )]
    NoColumn(&'static str),
    #[error("line {line} has {found} values: write {wanted}, one for each column of line 1")]
    Values { line: usize, found: usize, wanted: usize },
    #[error("line {line} has no {column}: write its name or number, or leave the line out")]
    Empty { line: usize, column: &'static str },
    #[error("line {line} has `{found}` as correct: write 0 or 1")]
    Correct { line: usize, found: String },
    #[error(
        "line {line} has a quotation mark that is not closed: write it on one line, and `\"\"` for one within"
    )]
    Quote { line: usize },
    #[error("of {0} learners none is left to learn from or none to test: give at least twenty")]
    FewLearners(usize),
}

impl Table {
    /// Reads columns by name, in any order; others are passed over.
    pub fn read(text: &str) -> Result<Self, TableError> {
        let text = text.trim_start_matches('\u{feff}');
        let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let header = lines.next().map_or(Ok(Vec::new()), |(line, header)| values(line, header))?;
        let place = |name| header.iter().position(|it| it.trim().eq_ignore_ascii_case(name));
        let column = |name| place(name).ok_or(TableError::NoColumn(name));
        let (learner, skill, correct) = (column("learner")?, column("skill")?, column("correct")?);
        let item = place("item");
        let (mut learners, mut skills, mut items) =
            (Names::default(), Names::default(), Names::default());
        let mut answers = Vec::new();
        for (line, row) in lines {
            let row = values(line, row)?;
            if row.len() != header.len() {
                return Err(TableError::Values { line, found: row.len(), wanted: header.len() });
            }
            let named = |at: usize, column| match row[at].trim() {
                "" => Err(TableError::Empty { line, column }),
                name => Ok(name),
            };
            let right = match row[correct].trim() {
                "0" => false,
                "1" => true,
                found => return Err(TableError::Correct { line, found: found.to_owned() }),
            };
            answers.push(Answer {
                learner: learners.number(named(learner, "learner")?),
                skill: skills.number(named(skill, "skill")?),
                item: item
                    .map(|at| named(at, "item").map(|name| items.number(name)))
                    .transpose()?,
                right,
            });
        }
        let tested: Vec<bool> = learners.order.iter().map(|it| is_tested(it)).collect();
        if !tested.contains(&true) || !tested.contains(&false) {
            return Err(TableError::FewLearners(tested.len()));
        }
        Ok(Self { answers, tested, skills: skills.order.len(), items: items.order.len() })
    }

    pub fn is_tested(&self, answer: &Answer) -> bool {
        self.tested[answer.learner]
    }
}

/// By the name alone, so that a learner is always on the same side.
fn is_tested(learner: &str) -> bool {
    derive(SPLIT, learner.as_bytes()).is_multiple_of(5)
}

/// Names by the number of their first appearance.
#[derive(Default)]
struct Names {
    order: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.order.len();
        self.order.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// The values of a line, out of their quotation marks.
fn values(line: usize, text: &str) -> Result<Vec<String>, TableError> {
    let mut values = vec![String::new()];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let value = values.last_mut().expect("there is one from the start");
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => value.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => values.push(String::new()),
            other => value.push(other),
        }
    }
    if quoted { Err(TableError::Quote { line }) } else { Ok(values) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first letter that falls to the test.
    const TESTED: &str = "g";

    fn read(rows: &str) -> Result<Table, TableError> {
        Table::read(&format!("learner,skill,correct\na,add,1\n{TESTED},add,0\n{rows}"))
    }

    #[test]
    fn columns_are_found_by_name() {
        let text = "\u{feff}Correct,note,item,learner,skill\r\n1,\"so, so\",x,a,\"tens, ones\"\r\n\r\n0,,y,g,add\r\n";
        let table = Table::read(text).expect("a table");
        let answers = [
            Answer { learner: 0, skill: 0, item: Some(0), right: true },
            Answer { learner: 1, skill: 1, item: Some(1), right: false },
        ];
        assert_eq!(table.answers, answers);
        assert_eq!((table.tested, table.skills, table.items), (vec![false, true], 2, 2));
        assert_eq!(read("").expect("a table").answers[0].item, None);
    }

    #[test]
    fn a_bad_row_is_named() {
        let cases = [
            (
                Table::read("").map(drop),
                "line 1 names no column `learner`: write `learner,skill,correct` or `learner,skill,correct,item`",
            ),
            (
                read("a,add").map(drop),
                "line 4 has 2 values: write 3, one for each column of line 1",
            ),
            (
                read("a,,1").map(drop),
                "line 4 has no skill: write its name or number, or leave the line out",
            ),
            (read("a,add,0.5").map(drop), "line 4 has `0.5` as correct: write 0 or 1"),
            (
                read("a,\"add,1").map(drop),
                "line 4 has a quotation mark that is not closed: write it on one line, and `\"\"` for one within",
            ),
            (
                Table::read("learner,skill,correct\na,add,1").map(drop),
                "of 1 learners none is left to learn from or none to test: give at least twenty",
            ),
        ];
        for (read, expected) in cases {
            assert_eq!(read.expect_err(expected).to_string(), expected);
        }
    }

    #[test]
    fn about_a_fifth_is_tested() {
        let tested = (0..10_000).filter(|it| is_tested(&it.to_string())).count();
        assert!((1900..2100).contains(&tested), "{tested}");
    }
}
