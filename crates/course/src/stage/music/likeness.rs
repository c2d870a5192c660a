//! How alike two lists of notes are.

use super::note::{Note, Pitch};
use crate::item::Score;

/// The longest lists that are compared.
const LONGEST: usize = 96;

/// Notes as numbers: one list of numbers is compared with another, whatever they are.
pub(super) fn codes(notes: &[Note]) -> Vec<u16> {
    let mut codes = Vec::new();
    for note in notes {
        codes.push(u16::from(note.pitch.number()) << 8 | u16::from(note.ticks));
    }
    codes
}

/// Pitches as numbers.
pub(super) fn heights(pitches: &[Pitch]) -> Vec<u16> {
    let mut codes = Vec::new();
    for pitch in pitches {
        codes.push(u16::from(pitch.number()));
    }
    codes
}

/// The pitches of the notes that sound.
pub(super) fn sounding(notes: &[Note]) -> Vec<Pitch> {
    let mut pitches = Vec::new();
    for note in notes {
        if note.pitch.sounds() {
            pitches.push(note.pitch);
        }
    }
    pitches
}

/// The share of both lists that stands in the same order in both.
pub(super) fn share(wanted: &[u16], found: &[u16]) -> Score {
    let (wanted, found) =
        (&wanted[..wanted.len().min(LONGEST)], &found[..found.len().min(LONGEST)]);
    Score::share(common(wanted, found), wanted.len().max(found.len()))
}

/// How many stand in the same order in both.
fn common(a: &[u16], b: &[u16]) -> usize {
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

/// In how many places two lists of one length differ; none where their lengths do.
pub(super) fn differences(a: &[u16], b: &[u16]) -> Option<usize> {
    let mut count = 0;
    for (a, b) in a.iter().zip(b) {
        count += usize::from(a != b);
    }
    (a.len() == b.len()).then_some(count)
}

/// The same tones, but for octaves.
pub(super) fn same_but_octaves(a: &[Pitch], b: &[Pitch]) -> bool {
    let mut same = a.len() == b.len();
    for (a, b) in a.iter().zip(b) {
        same &= a == b || a.degree().is_some() && a.degree() == b.degree();
    }
    same
}

/// Up, down or level from each tone to the next.
pub(super) fn shape(pitches: &[Pitch]) -> Vec<i8> {
    let mut shape = Vec::new();
    for pair in pitches.windows(2) {
        shape.push(pair[1].number().cmp(&pair[0].number()) as i8);
    }
    shape
}

/// Each tone that moves, moves the other way.
pub(super) fn is_turned(a: &[Pitch], b: &[Pitch]) -> bool {
    let (a, b) = (shape(a), shape(b));
    let (mut turned, mut moves) = (a.len() == b.len(), false);
    for (a, b) in a.iter().zip(&b) {
        turned &= *a == -*b;
        moves |= *a != 0;
    }
    turned && moves
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
            let share = share(&heights(&tones(wanted)), &heights(&tones(found)));
            assert_eq!(share.thousandths(), expected, "{case}");
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
