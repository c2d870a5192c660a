//! How taps lie over the places where they should be.

/// Where taps should be, how near, and when it is over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'a> {
    pub onsets: &'a [i64],
    pub window: i64,
    pub end: i64,
}

/// Taps laid over places: what was met, moved by the one delay that suits best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// By so many milliseconds all taps come later than their places.
    pub delay: i64,
    /// Places that have a tap.
    pub met: usize,
    /// Places that have none.
    pub missed: usize,
    /// Taps that have no place.
    pub extra: usize,
    /// How far taps are from their places, all together.
    off: i64,
}

/// Places and taps between which delays are looked for: more of them tell nothing new.
const LOOKED_AT: usize = 24;

impl<'a> Places<'a> {
    /// Places that a tap can tell apart: never nearer to another one than to its own.
    pub fn new(onsets: &'a [i64], window: i64, end: i64) -> Self {
        let mut nearest = window;
        for pair in onsets.windows(2) {
            nearest = nearest.min((pair[1] - pair[0]) * 45 / 100);
        }
        Self { onsets, window: nearest, end }
    }

    /// The best delay from `least` to `most`.
    pub fn fit(&self, taps: &[i64], least: i64, most: i64) -> Fit {
        let (missed, extra) = (self.onsets.len(), taps.len());
        let mut best = Fit { delay: least, met: 0, missed, extra, off: 0 };
        for tap in taps.iter().take(LOOKED_AT) {
            for onset in self.onsets.iter().take(LOOKED_AT) {
                best = self.better(taps, tap - onset, least, most, best);
            }
        }
        // In the middle of its taps rather than at one of them.
        let middle = best.delay + self.middle(taps, best.delay);
        self.better(taps, middle, least, most, best)
    }

    fn better(&self, taps: &[i64], delay: i64, least: i64, most: i64, best: Fit) -> Fit {
        if !(least..=most).contains(&delay) {
            return best;
        }
        let fit = self.at(taps, delay);
        if fit.is_better(&best) { fit } else { best }
    }

    fn at(&self, taps: &[i64], delay: i64) -> Fit {
        let mut fit = Fit { delay, met: 0, missed: 0, extra: 0, off: 0 };
        self.pair(taps, delay, &mut |place, tap| match (place, tap) {
            (Some(place), Some(tap)) => {
                fit.met += 1;
                fit.off += (tap - place).abs();
            }
            (Some(_), None) => fit.missed += 1,
            (None, _) => fit.extra += 1,
        });
        fit
    }

    /// The taps that have no place, with the delay taken out.
    pub fn strays(&self, taps: &[i64], delay: i64) -> Vec<i64> {
        let mut strays = Vec::new();
        self.pair(taps, delay, &mut |place, tap| {
            if place.is_none() {
                strays.extend(tap);
            }
        });
        strays
    }

    /// How far the taps of met places are off, in the middle.
    fn middle(&self, taps: &[i64], delay: i64) -> i64 {
        let mut offs = Vec::new();
        self.pair(taps, delay, &mut |place, tap| {
            offs.extend(place.and_then(|place| Some(tap? - place)));
        });
        middle(&offs)
    }

    /// Shows each place with its tap, the first free one that is near enough; and each tap that has no place. Who began before,
    /// or goes on after the end, is not wrong: those taps are left out.
    fn pair(&self, taps: &[i64], delay: i64, see: &mut dyn FnMut(Option<i64>, Option<i64>)) {
        let mut next = 0;
        let first = self.onsets.first().map_or(0, |it| it - self.window);
        for tap in taps {
            let tap = tap - delay;
            while next < self.onsets.len() && self.onsets[next] + self.window < tap {
                see(Some(self.onsets[next]), None);
                next += 1;
            }
            if next < self.onsets.len() && self.onsets[next] - self.window <= tap {
                see(Some(self.onsets[next]), Some(tap));
                next += 1;
            } else if first <= tap && tap < self.end - self.window {
                see(None, Some(tap));
            }
        }
        for place in &self.onsets[next..] {
            see(Some(*place), None);
        }
    }
}

impl Fit {
    /// Whether all is met and nothing else tapped, but for so many.
    pub const fn is_full(&self, spare: usize) -> bool {
        self.met > 0 && self.missed <= spare && self.extra <= spare
    }

    /// What was met, in thousandths of what should and what should not have been. Half of it is met by chance: that is nothing,
    /// and little above it is little.
    pub const fn thousandths(&self) -> usize {
        let all = 2 * self.met + self.missed + self.extra;
        if all == 0 {
            return 0;
        }
        let above = (4000 * self.met / all).saturating_sub(1000);
        let square = above * above / 1000;
        square * square / 1000 * 9 / 10
    }

    pub const fn is_better(&self, other: &Self) -> bool {
        let (own, its) = (2 * self.met + other.extra, 2 * other.met + self.extra);
        own > its || own == its && self.off < other.off
    }
}

/// The middle one, by counting: lists are short, and a sort is long.
pub fn middle(values: &[i64]) -> i64 {
    let half = values.len() / 2;
    for value in values {
        let (mut below, mut same) = (0, 0);
        for other in values {
            below += usize::from(other < value);
            same += usize::from(other == value);
        }
        if below <= half && half < below + same {
            return *value;
        }
    }
    0
}
