//! How many warnings of each kind are borne: the numbers may only go down.

use crate::diagnostic::{Diagnostic, Severity};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Warnings by check, as `warnings.txt` keeps them: lines such as `C15 3`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Warnings(BTreeMap<String, usize>);

impl Warnings {
    /// The warnings among `diagnostics`.
    pub fn count(diagnostics: &[Diagnostic]) -> Self {
        let mut counts = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|it| it.severity == Severity::Warning) {
            *counts.entry(diagnostic.code.to_owned()).or_insert(0) += 1;
        }
        Self(counts)
    }

    /// The numbers in a file; lines that say nothing are passed over.
    pub fn read(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        Self(
            lines
                .filter_map(|(code, count)| Some((code.to_owned(), count.trim().parse().ok()?)))
                .collect(),
        )
    }

    /// The file for these numbers.
    pub fn write(&self) -> String {
        self.0.iter().fold(String::new(), |mut out, (code, count)| {
            let _ = writeln!(out, "{code} {count}");
            out
        })
    }

    /// Where there are more than `kept` bears: check, found, borne.
    pub fn above(&self, kept: &Self) -> Vec<(&str, usize, usize)> {
        let borne = |code: &String| kept.0.get(code).copied().unwrap_or(0);
        let counts = self.0.iter().map(|(code, count)| (code.as_str(), *count, borne(code)));
        counts.filter(|(_, count, borne)| count > borne).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_down() {
        let kept = Warnings::read("C15 3\nC80 1\n");
        assert_eq!(Warnings::read("C15 3\n").above(&kept), []);
        assert_eq!(Warnings::read("C15 4\nC27 1\n").above(&kept), [("C15", 4, 3), ("C27", 1, 0)]);
        assert_eq!(kept.write(), "C15 3\nC80 1\n");
    }
}
