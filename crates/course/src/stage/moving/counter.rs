//! Counts movements from how a device is shaken: jumps, steps, hops. The counter knows only how hard the device is pulled, not
//! where it is or how it is held, and it keeps nothing of that.

/// How hard the device was pulled, in hundredths of a metre per second squared along its three axes, with gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// When, in milliseconds of any clock that runs on.
    pub ms: u32,
    /// Along its axes.
    pub pull: [i32; 3],
}

/// How far above the usual a movement begins, and how near to it another one can begin again: what trembles between them
/// counts once.
const BEGINS: i32 = 280;
const ENDS: i32 = 90;
/// Nobody jumps or steps more often than four times a second.
const BETWEEN_MS: u32 = 250;
/// How slowly the usual pull is learned.
const USUAL_MS: i32 = 1500;
/// A gap in which nothing was felt: what is usual is learned anew.
const GAP_MS: u32 = 1000;
/// No device feels more along an axis: a hundred times gravity.
const PULL_MAX: i32 = 100_000;

/// Movements so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counter {
    count: u16,
    /// The usual pull in sixteenths: gravity, whichever way the device is held.
    usual: Option<i32>,
    last_ms: u32,
    counted_ms: Option<u32>,
    moving: bool,
}

impl Counter {
    /// How many movements there were.
    pub const fn count(&self) -> u16 {
        self.count
    }

    /// Takes in a sample; says whether a movement began with it.
    pub fn feel(&mut self, sample: Sample) -> bool {
        let pull = length(sample.pull) * 16;
        let gap = sample.ms.saturating_sub(self.last_ms);
        let usual = self.usual.filter(|_| gap <= GAP_MS && sample.ms >= self.last_ms);
        self.last_ms = sample.ms;
        let Some(usual) = usual else {
            self.usual = Some(pull);
            self.moving = false;
            return false;
        };
        let share = i32::try_from(gap).unwrap_or(USUAL_MS).min(USUAL_MS);
        self.usual = Some(usual + (pull - usual) / 16 * share / (USUAL_MS / 16));
        let over = (pull - usual) / 16;
        if self.moving {
            self.moving = over > ENDS;
            return false;
        }
        let since = self.counted_ms.map(|it| sample.ms.saturating_sub(it));
        if over < BEGINS || since.is_some_and(|it| it < BETWEEN_MS) {
            return false;
        }
        self.moving = true;
        self.counted_ms = Some(sample.ms);
        self.count = self.count.saturating_add(1).min(999);
        true
    }
}

/// How long the pull is, whichever way it points, rounded down. The standard library's root is ten times the code.
fn length(pull: [i32; 3]) -> i32 {
    let square = |it: i32| {
        let it = i64::from(it.clamp(-PULL_MAX, PULL_MAX));
        it * it
    };
    let all: i64 = pull.into_iter().map(square).sum();
    let mut length = 0;
    for bit in (0..18).rev() {
        let longer: i64 = length | 1 << bit;
        if longer * longer <= all {
            length = longer;
        }
    }
    length as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;
    use proptest::prelude::*;

    const GRAVITY: f64 = 981.0;

    /// Counts over a trace of so many seconds, felt so many times a second; `pull` is the change against gravity.
    fn counted(seconds: u32, rate: u32, noise: u64, pull: impl Fn(f64) -> f64) -> u16 {
        let mut rng = Rng::new(7);
        let mut counter = Counter::default();
        for nth in 0..seconds * rate {
            let at = f64::from(nth) / f64::from(rate);
            let noise = |rng: &mut Rng| rng.below(2 * noise + 1) as i32 - noise as i32;
            let all = GRAVITY + pull(at);
            // Held askew, as in a pocket.
            let pull = [all * 0.6, all * 0.48, all * 0.64].map(|it| it as i32 + noise(&mut rng));
            counter.feel(Sample { ms: (at * 1000.0) as u32, pull });
        }
        counter.count()
    }

    /// One jump of so many seconds: pushed off, in the air, landed.
    fn jump(at: f64, every: f64) -> f64 {
        let phase = at % every / every;
        match phase {
            _ if at < 1.0 => 0.0,
            _ if phase < 0.25 => 900.0 * (phase / 0.25 * std::f64::consts::PI).sin(),
            _ if phase < 0.5 => -900.0,
            _ if phase < 0.6 => 1800.0 * ((phase - 0.5) / 0.1 * std::f64::consts::PI).sin(),
            _ => 0.0,
        }
    }

    #[test]
    fn who_stands_still_is_not_counted() {
        for rate in [15, 60, 100] {
            assert_eq!(counted(60, rate, 40, |_| 0.0), 0, "{rate} Hz");
        }
    }

    #[test]
    fn a_device_that_is_turned_slowly_counts_nothing() {
        let mut counter = Counter::default();
        for nth in 0..600 {
            let angle = f64::from(nth) / 100.0;
            let pull = [angle.sin() * GRAVITY, angle.cos() * GRAVITY, 0.0].map(|it| it as i32);
            counter.feel(Sample { ms: nth as u32 * 16, pull });
        }
        assert_eq!(counter.count(), 0);
    }

    #[test]
    fn steps_are_counted_at_every_rate_that_devices_have() {
        for rate in [20, 50, 60, 100] {
            let step = |at: f64| if at < 1.0 { 0.0 } else { 450.0 * (at * 11.3).sin() };
            // 1.8 steps a second for 20 seconds.
            let count = counted(21, rate, 40, step);
            assert!((34..=37).contains(&count), "{rate} Hz: {count}");
        }
    }

    #[test]
    fn jumps_with_push_and_landing_count_once_or_twice_each_but_alike() {
        let counts = [30, 60, 100].map(|rate| counted(21, rate, 40, |at| jump(at, 1.0)));
        for count in counts {
            assert!((19..=40).contains(&count), "{counts:?}");
        }
    }

    #[test]
    fn a_tremble_on_top_counts_once() {
        let shaky = |at: f64| {
            if at < 1.0 { 0.0 } else { 500.0 * (at * 6.3).sin() + 120.0 * (at * 75.0).sin() }
        };
        let count = counted(21, 100, 0, shaky);
        assert!((19..=21).contains(&count), "{count}");
    }

    proptest! {
        #[test]
        fn lengths_are_those_of_the_standard_library(pull: [i32; 3]) {
            let squares = pull.map(|it| u64::from(it.clamp(-PULL_MAX, PULL_MAX).unsigned_abs()).pow(2));
            prop_assert_eq!(length(pull) as u64, squares.iter().sum::<u64>().isqrt());
        }

        #[test]
        fn nothing_felt_is_ever_too_much(samples in prop::collection::vec(any::<(u32, [i32; 3])>(), 0..50)) {
            let mut counter = Counter::default();
            for (ms, pull) in samples {
                counter.feel(Sample { ms, pull });
            }
            prop_assert!(counter.count() <= 50);
        }
    }
}
