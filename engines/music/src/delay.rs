//! The device's delay: how much later than its beat a tap is heard that is meant to be on it.

use course::digits::{decimal, read};
use course::stage::music::tap::middle;

/// What is remembered of it on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// Nothing: it is to be offered.
    Unknown,
    /// It was put off.
    Later,
    /// So many milliseconds.
    Known(i64),
}

/// So that what is remembered is never below nought.
const BASE: i64 = 1000;

impl Delay {
    pub fn remembered(text: &str) -> Self {
        match read(text, 10) {
            Some(0) => Self::Later,
            Some(known) => Self::Known((known.min(4000) as i64) - BASE),
            None => Self::Unknown,
        }
    }

    pub fn to_remember(self) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::Later => decimal(0),
            Self::Known(millis) => decimal((millis + BASE).max(1).unsigned_abs()),
        }
    }

    pub const fn known(self) -> Option<i64> {
        match self {
            Self::Known(millis) => Some(millis),
            Self::Unknown | Self::Later => None,
        }
    }
}

/// Beats of measuring, so many a minute: four are counted in, all take twenty seconds.
pub const TEMPO: u8 = 75;
pub const COUNTED: u8 = 4;
pub const BEATS: u8 = 21;
/// Milliseconds of a beat, and how much earlier than it a tap may be meant for it.
const BEAT: i64 = 800;
const EARLY: i64 = 200;
/// So many taps have to be there, and so near to each other must the middle half of them be.
const TAPS: usize = 12;
const SPREAD: i64 = 60;

/// The delay that taps show, in milliseconds from the first beat; `None` if there are too few or they are too uneven to tell.
pub fn measured(taps: &[i64]) -> Option<i64> {
    let mut offs = Vec::new();
    for tap in taps.iter().skip(2) {
        offs.push((tap + EARLY).rem_euclid(BEAT) - EARLY);
    }
    let delay = middle(&offs);
    let count = offs.len();
    for off in &mut offs {
        *off = (*off - delay).abs();
    }
    (count >= TAPS && middle(&offs) <= SPREAD).then_some(delay)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taps(delay: i64, off: impl Fn(i64) -> i64) -> Vec<i64> {
        (0..i64::from(BEATS)).map(|at| at * BEAT + delay + off(at)).collect()
    }

    #[test]
    fn steady_taps_show_the_delay() {
        for delay in [-80, 0, 50, 150, 300, 450] {
            let found = measured(&taps(delay, |at| at * 37 % 61 - 30)).expect("steady");
            assert!((found - delay).abs() <= 30, "{found} for {delay}");
        }
    }

    #[test]
    fn uneven_or_few_taps_show_nothing() {
        assert_eq!(measured(&taps(100, |at| at * 311 % 700)), None);
        assert_eq!(measured(&taps(100, |_| 0)[..8]), None);
        assert_eq!(measured(&[]), None);
    }

    #[test]
    fn a_few_slips_do_no_harm() {
        let mut slipped = taps(120, |_| 0);
        slipped[5] += 300;
        slipped.remove(9);
        assert_eq!(measured(&slipped), Some(120));
    }

    #[test]
    fn it_is_remembered() {
        for delay in
            [Delay::Unknown, Delay::Later, Delay::Known(-150), Delay::Known(0), Delay::Known(450)]
        {
            assert_eq!(Delay::remembered(&delay.to_remember()), delay);
        }
        assert_eq!(Delay::remembered("?"), Delay::Unknown);
    }
}
