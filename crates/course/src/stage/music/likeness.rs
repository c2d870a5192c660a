//! How alike two lists of notes are.

use super::note::Pitch;
use crate::item::Score;

/// The longest lists that are compared.
const LONGEST: usize = 96;

/// The share of both lists that stands in the same order in both.
pub(super) fn share<T: PartialEq>(wanted: &[T], found: &[T]) -> Score {
    let (wanted, found) =
        (&wanted[..wanted.len().min(LONGEST)], &found[..found.len().min(LONGEST)]);
    let longest = wanted.len().max(found.len());
    Score::share(common(wanted, found), longest)
}

/// How many stand in the same order in both.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for left in a {
        let mut corner = 0;
        for (at, right) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if left == right { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    row[b.len()]
}

/// In how many places two lists of one length differ; `None` if their lengths do.
pub(super) fn differences<T: PartialEq>(a: &[T], b: &[T]) -> Option<usize> {
    (a.len() == b.len()).then(|| a.iter().zip(b).filter(|(a, b)| a != b).count())
}

/// The same tones, but for octaves.
pub(super) fn same_but_octaves(a: &[Pitch], b: &[Pitch]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| a == b || a.degree().is_some() && a.degree() == b.degree())
}

/// Up, down or level from each tone to the next.
pub(super) fn shape(pitches: &[Pitch]) -> Vec<i8> {
    pitches.windows(2).map(|pair| pair[1].number().cmp(&pair[0].number()) as i8).collect()
}

/// Each tone that moves, moves the other way.
pub(super) fn is_turned(a: &[Pitch], b: &[Pitch]) -> bool {
    let (a, b) = (shape(a), shape(b));
    a.len() == b.len() && a.iter().any(|it| *it != 0) && a.iter().zip(&b).all(|(a, b)| *a == -*b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::motif::tests::tones;

    #[test]
    fn shares() {
        let cases = [
            ("the same", "5 3 6", "5 3 6", 1000),
            ("one is missing", "5 3 6 5", "5 6 5", 750),
            ("one is too much", "5 3 6", "5 3 3 6", 750),
            ("two changed places", "5 3 6 5", "3 5 6 5", 750),
            ("nothing in common", "5 3", "6 6", 0),
            ("nothing", "5 3", "", 0),
        ];
        for (case, wanted, found, expected) in cases {
            assert_eq!(share(&tones(wanted), &tones(found)).thousandths(), expected, "{case}");
        }
    }

    #[test]
    fn shapes() {
        assert!(is_turned(&tones("5 3 3 6"), &tones("1 2 2 1")));
        assert!(!is_turned(&tones("5 5"), &tones("5 5")));
        assert!(same_but_octaves(&tones("5 3' 1"), &tones("5, 3 1")));
        assert!(!same_but_octaves(&tones("5 3"), &tones("5 4")));
        assert_eq!(shape(&tones("1 1' 6 6")), [1, -1, 0]);
    }
}
