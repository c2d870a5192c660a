//! A learner's days, counted from clocks that may be wrong.

use course::codec_struct;

/// One gap counts at most so many days.
const GAP_MAX: i64 = 60;
/// A clock may lag behind another one by so many days: two devices that were long apart.
const LAG_MAX: i64 = 30;
/// So many clocks are told apart: devices, and one that was set.
const CLOCKS_MAX: usize = 4;

/// Counts days from the labels that events carry. A clock that stands elsewhere (another device's, or one that was set)
/// is known again by its distance, so that two wrong clocks do not make two days of one, and a jump counts as one gap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days so far, from 0; never falls.
    pub day: i64,
    /// Per clock what is added to its label to get a day, the latest last.
    clocks: Vec<i64>,
}

codec_struct!(Calendar { day, clocks });

impl Calendar {
    /// The day of an event that is labelled so: days since 1970 by some clock.
    pub fn enter(&mut self, label: i64) -> i64 {
        let (day, clock) = self.read(label);
        self.day = day;
        let shift = match clock {
            Some(at) => self.clocks.remove(at),
            None => day.saturating_sub(label),
        };
        if self.clocks.len() == CLOCKS_MAX {
            self.clocks.remove(0);
        }
        self.clocks.push(shift);
        day
    }

    /// What day it is where the clock says `label`.
    pub fn today(&self, label: i64) -> i64 {
        self.read(label).0
    }

    /// The day, and which clock says so.
    fn read(&self, label: i64) -> (i64, Option<usize>) {
        #[cfg(planted)]
        if crate::planted::is("calendar") {
            return (label.max(self.day), None);
        }
        let days = |shift: &i64| label.saturating_add(*shift).saturating_sub(self.day);
        let near = self.clocks.iter().rposition(|it| (-LAG_MAX..=GAP_MAX).contains(&days(it)));
        if let Some(at) = near {
            return (self.day.saturating_add(days(&self.clocks[at]).max(0)), near);
        }
        // An unknown clock: if it is ahead of the latest, that is a gap.
        let ahead = self.clocks.last().is_some_and(|it| days(it) > 0);
        (self.day.saturating_add(if ahead { GAP_MAX } else { 0 }), None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(labels: &[i64]) -> Vec<i64> {
        let mut calendar = Calendar::default();
        labels.iter().map(|label| calendar.enter(*label)).collect()
    }

    #[test]
    fn labels_and_days() {
        let cases: [(&str, &[i64], &[i64]); 8] = [
            ("the first day is 0", &[20_000], &[0]),
            ("days go on", &[20_000, 20_001, 20_001, 20_004], &[0, 1, 1, 4]),
            ("a late one changes nothing", &[20_000, 20_003, 20_001, 20_004], &[0, 3, 3, 4]),
            ("a long gap is cut", &[20_000, 20_400, 20_401], &[0, 60, 61]),
            ("a clock that was set back", &[20_000, 0, 1, 20_002], &[0, 0, 1, 2]),
            ("a clock that was ahead", &[20_000, 47_000, 20_001, 20_002], &[0, 60, 60, 61]),
            ("two devices, one in 1970", &[20_000, 3, 20_001, 4, 20_002, 5], &[0, 0, 1, 1, 2, 2]),
            ("from the end of time", &[i64::MIN, i64::MAX, i64::MIN], &[0, 60, 60]),
        ];
        for (case, labels, expected) in cases {
            assert_eq!(days(labels), expected, "{case}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn days_never_fall_and_a_step_is_at_most_a_gap(labels in prop::collection::vec(any::<i64>(), 0..20), near in prop::collection::vec(0_i64..200, 0..20)) {
            for labels in [labels, near] {
                let days = days(&labels);
                prop_assert!(days.windows(2).all(|it| it[0] <= it[1] && it[1] - it[0] <= GAP_MAX), "{:?}", days);
            }
        }
    }
}
