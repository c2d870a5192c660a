//! Whose turn it is on this device, as the engine `learners` left it beside the log.

use course::digits::read;
use learning::progress::Progress;

/// About a week's work.
const MUCH: u32 = 200;
/// Days.
const LONG: i64 = 7;

/// Whose turn it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turn {
    /// Their number, which their events carry; 0 for one who has no picture yet.
    pub learner: u64,
    /// Which database is theirs; empty for the first.
    pub key: String,
    /// Their picture and the colour behind it, as digits. Without a picture both are empty.
    pub face: String,
    pub colour: String,
    /// When the last copy that is outside of this browser was made (days since 1970 in local time), and how many records it
    /// has.
    pub copied: Option<(i64, u32)>,
}

impl Turn {
    /// `told` is number, picture, colour, code and key; `copied` the day, the answers and the records of the last copy.
    pub fn read(told: &str, copied: &str) -> Self {
        let mut parts = told.split(' ');
        let mut next = || parts.next().unwrap_or_default();
        let learner = read(next(), 16).unwrap_or_default();
        let [face, colour, _, key] = [next(), next(), next(), next()].map(str::to_owned);
        let mut numbers = copied.split(' ').filter_map(|it| read(it, 10));
        let copied =
            numbers.next().zip(numbers.nth(1)).map(|(day, records)| (day as i64, records as u32));
        let face = if learner == 0 { String::new() } else { face };
        Self { learner, key, face, colour, copied }
    }

    /// Whether there is much to lose: so many records that no copy has, and the last one long ago.
    pub fn asks_for_copy(&self, progress: &Progress, day: i64) -> bool {
        let (then, has) = self.copied.unwrap_or_default();
        let records: u32 = progress.writers.iter().map(|(_, next)| next).sum();
        records.saturating_sub(has) >= MUCH && day - then >= LONG
    }

    /// The name of their database.
    pub fn database(&self) -> String {
        #[cfg(planted)]
        if learning::planted::is("shared") {
            return "snowlight".to_owned();
        }
        if self.key.is_empty() {
            "snowlight".to_owned()
        } else {
            ["snowlight ", &self.key].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_left_is_read() {
        let turn = Turn::read("1f 3 2 1 ab", "20514 165 180");
        assert_eq!((turn.learner, &*turn.face, &*turn.colour), (31, "3", "2"));
        assert_eq!((turn.database(), turn.copied), ("snowlight ab".to_owned(), Some((20514, 180))));
    }

    #[test]
    fn a_copy_is_asked_for_when_there_is_much_to_lose() {
        let cases = [
            ("", 199, 20_500, false),
            ("", 200, 20_500, true),
            ("20499 150 180", 380, 20_500, false),
            ("20490 150 180", 379, 20_500, false),
            ("20490 150 180", 380, 20_500, true),
            // A clock that was put back asks no more often.
            ("20490 150 180", 380, 100, false),
        ];
        for (copied, records, day, asks) in cases {
            let mut progress = Progress::default();
            progress.writers = vec![(1, 5), (2, records - 5)];
            assert_eq!(
                Turn::read("", copied).asks_for_copy(&progress, day),
                asks,
                "{copied} {records} {day}"
            );
        }
    }

    #[test]
    fn who_was_never_asked_is_the_first() {
        for told in ["", "0 255 0 0 "] {
            let turn = Turn::read(told, "");
            assert_eq!(
                (turn.learner, turn.database(), turn.copied),
                (0, "snowlight".to_owned(), None)
            );
            assert_eq!(turn.face, "");
        }
    }
}
