//! What taps are worth, and which fault they show.

use super::fit::{Fit, Places};
use super::{Asked, HALF, Tap, Tapped};

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A way in which taps can be wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Fault { $($(#[$doc])* $name),* }

        impl Fault {
            /// Every one, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            /// Their names in the source.
            pub const NAMES: &'static [&'static str] = &[$($word),*];
        }
    };
}

faults! {
    /// All of it before its place, on a device whose delay is known.
    Early = "early",
    /// All of it after its place.
    Late = "late",
    /// Faster and faster, or faster throughout.
    Rush = "rush",
    /// Slower.
    Drag = "drag",
    /// Too few taps.
    Few = "few",
    /// Too many.
    Many = "many",
    /// Every other beat.
    Half = "half",
    /// Two taps a beat.
    Double = "double",
    /// The rhythm of the words in place of the beat.
    Words = "words",
    /// The beat in place of the rhythm.
    Beat = "beat",
    /// As many taps as notes, long and short alike.
    Even = "even",
    /// Into the rests.
    Rest = "rest",
    /// Here and there.
    Uneven = "uneven",
    /// A rest left out.
    Skip = "skip",
}

/// Delays that a device may have beside what a pupil is early or late, where it is not known.
const UNKNOWN: (i64, i64) = (-150, 450);
/// How far from its place all of it is looked for where the delay is known.
const FAR: i64 = 600;
/// The most that is given for what is right in itself and in the wrong place.
const MISPLACED: usize = 250;

/// `None` if it is all right, else thousandths and the fault.
pub(super) fn judge(tap: &Tap, asked: &Asked, tapped: &Tapped) -> Option<(usize, Fault)> {
    let taps = tapped.times();
    let (onsets, window) = (asked.onsets(), window(tap));
    let places = Places::new(&onsets, window, asked.end());
    let spare = spare(tap, onsets.len());
    let delay = tapped.delay.map(|it| it.clamp(-FAR, 2 * FAR));
    let (least, most) = delay.map_or(UNKNOWN, |delay| (delay - window, delay + window));
    let fit = places.fit(&taps, least, most);
    if fit.is_full(spare) {
        return None;
    }
    let mut score = fit.thousandths();
    if let Some(delay) = delay {
        let far = places.fit(&taps, delay - FAR, delay + FAR);
        if far.is_better(&fit) {
            score = score.min(MISPLACED);
            if far.is_full(spare) {
                let fault = if far.delay < delay { Fault::Early } else { Fault::Late };
                return Some((score, fault));
            }
        }
    }
    let range = (least - window, most + window);
    let seen = Seen { tap, asked, taps: &taps, places, fit, spare, range };
    Some((score, seen.fault()))
}

/// By how much all taps come later than their places.
pub(super) fn lag(tap: &Tap, asked: &Asked, tapped: &Tapped) -> i64 {
    if let Some(delay) = tapped.delay {
        return delay;
    }
    let (onsets, taps) = (asked.onsets(), tapped.times());
    let places = Places::new(&onsets, window(tap), asked.end());
    let best = places.fit(&taps, UNKNOWN.0, UNKNOWN.1);
    // Who taps between the beats too may have meant those or these: the ones that are less late.
    let other = places.fit(&taps, UNKNOWN.0, best.delay - places.window - 1);
    let is_nearer = other.met >= best.met && other.delay.abs() < best.delay.abs();
    if is_nearer { other.delay } else { best.delay }
}

/// Whether who taps the words is right: they are nearly the beat.
pub(super) fn words_are_right(tap: &Tap, asked: &Asked) -> bool {
    let onsets = asked.onsets();
    let places = Places::new(&onsets, window(tap), asked.end());
    places.fit(&asked.word_onsets(), UNKNOWN.0, UNKNOWN.1).is_full(spare(tap, onsets.len()))
}

fn window(tap: &Tap) -> i64 {
    tap.window.max(20).into()
}

/// How many beats may be missed or added; of a rhythm none.
const fn spare(tap: &Tap, count: usize) -> usize {
    if tap.rhythm.is_some() { 0 } else { count / 8 }
}

/// Taps that are not right.
struct Seen<'a> {
    tap: &'a Tap,
    asked: &'a Asked,
    taps: &'a [i64],
    places: Places<'a>,
    fit: Fit,
    spare: usize,
    range: (i64, i64),
}

impl Seen<'_> {
    fn fault(&self) -> Fault {
        if self.taps.is_empty() {
            return Fault::Few;
        }
        if self.is_into_rests() {
            return Fault::Rest;
        }
        if self.is_past_rests() {
            return Fault::Skip;
        }
        for fault in [Fault::Words, Fault::Double, Fault::Half, Fault::Beat] {
            let onsets = other(self.tap, self.asked, fault);
            if self.is_like(&onsets, onsets.len() / 8) {
                return fault;
            }
        }
        if self.is_even() {
            return Fault::Even;
        }
        if let Some(fault) = self.drift() {
            return fault;
        }
        match (self.fit.missed, self.fit.extra) {
            (missed, extra) if missed > extra + self.spare => Fault::Few,
            (missed, extra) if extra > missed + self.spare => Fault::Many,
            _ => Fault::Uneven,
        }
    }

    /// All is met, and what is too much lies on rests.
    fn is_into_rests(&self) -> bool {
        let rests = self.asked.rests();
        let strays = self.places.strays(self.taps, self.fit.delay);
        let mut are_on_rests = self.fit.missed == 0 && !strays.is_empty();
        for tap in strays {
            are_on_rests &= rests.iter().any(|it| (it - tap).abs() <= self.places.window);
        }
        are_on_rests
    }

    /// A rest was left out, or every one.
    fn is_past_rests(&self) -> bool {
        let mut is_past = false;
        for rest in 0..=self.asked.rests().len() {
            let onsets = self.asked.without(rest);
            // At the end a rest may be left out.
            is_past |= onsets != self.places.onsets && self.is_like(&onsets, 0);
        }
        is_past
    }

    /// Whether it is something else that was tapped, but for so many.
    fn is_like(&self, onsets: &[i64], spare: usize) -> bool {
        let places = Places::new(onsets, self.places.window, self.places.end);
        onsets.len() > 1 && places.fit(self.taps, self.range.0, self.range.1).is_full(spare)
    }

    /// As many taps as notes, all alike.
    fn is_even(&self) -> bool {
        let onsets = self.places.onsets;
        self.taps.len() == onsets.len() && onsets.len() > 2 && alike(self.taps) && !alike(onsets)
    }

    /// The same at another speed.
    fn drift(&self) -> Option<Fault> {
        let (onsets, taps) = (self.places.onsets, self.taps);
        if taps.len() < 3 || taps.len().abs_diff(onsets.len()) > self.spare {
            return None;
        }
        let last = taps.len().min(onsets.len()) - 1;
        let span = onsets[last] - onsets[0];
        let speed = ((taps[last] - taps[0]) * 1000).checked_div(span)?;
        let mut moved = Vec::new();
        for onset in onsets {
            moved.push((onset - onsets[0]) * speed / 1000);
        }
        let places = Places::new(&moved, self.places.window, self.places.end);
        let (least, most) = (taps[0] - places.window, taps[0] + places.window);
        let is_same = places.fit(taps, least, most).is_full(self.spare);
        match speed {
            ..=940 if is_same => Some(Fault::Rush),
            1060.. if is_same => Some(Fault::Drag),
            _ => None,
        }
    }
}

/// Whether the steps between places are alike, give or take a quarter.
fn alike(places: &[i64]) -> bool {
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return true };
    let mean = (last - first) / (places.len() as i64 - 1).max(1);
    let mut alike = true;
    for pair in places.windows(2) {
        alike &= (pair[1] - pair[0] - mean).abs() * 4 <= mean;
    }
    alike
}

/// What may be tapped in place of what is asked; nothing where that cannot be.
fn other(tap: &Tap, asked: &Asked, fault: Fault) -> Vec<i64> {
    let beat = tap.metre.beat();
    match (fault, tap.rhythm.is_some()) {
        (Fault::Beat, true) => asked.every(beat),
        (Fault::Skip, true) => asked.without(usize::MAX),
        (Fault::Words, false) => asked.word_onsets(),
        (Fault::Double, false) => asked.every(HALF.min(beat / 2)),
        (Fault::Half, false) => asked.every(beat * 2),
        _ => Vec::new(),
    }
}

/// Taps that may show a fault, and the delay that is known.
pub(super) fn showing(tap: &Tap, asked: &Asked, fault: Fault) -> Option<(Vec<i64>, Option<i64>)> {
    const DELAY: i64 = 60;
    let onsets = asked.onsets();
    let beat = i64::from(super::millis(tap.metre.beat(), asked.tempo));
    let moved = |by: i64| Some((onsets.iter().map(|it| it + DELAY + by).collect(), Some(DELAY)));
    let times: Vec<i64> = match fault {
        Fault::Early => return moved(-beat / 2),
        Fault::Late => return moved(beat / 2),
        Fault::Rush => onsets.iter().map(|it| it * 82 / 100).collect(),
        Fault::Drag => onsets.iter().map(|it| it * 122 / 100).collect(),
        Fault::Few => onsets[..onsets.len() / 2].to_vec(),
        Fault::Many => {
            let doubled = |(at, it): (usize, &i64)| {
                let next = onsets.get(at + 1).copied().unwrap_or(it + beat);
                let between = (at < onsets.len() * 3 / 8 || at == 0).then_some((it + next) / 2);
                [*it].into_iter().chain(between)
            };
            onsets.iter().enumerate().flat_map(doubled).collect()
        }
        Fault::Words | Fault::Beat | Fault::Double | Fault::Half | Fault::Skip => {
            other(tap, asked, fault)
        }
        Fault::Even => {
            let (last, steps) = (*onsets.last()?, onsets.len() as i64 - 1);
            (0..=steps).map(|at| last * at / steps.max(1)).collect()
        }
        Fault::Rest => {
            let mut times = [&onsets[..], &asked.rests()].concat();
            times.sort_unstable();
            times
        }
        Fault::Uneven => {
            let pushed = |(at, it): (usize, &i64)| {
                let next = onsets.get(at + 1).copied().unwrap_or(it + beat);
                it + if at % 3 == 1 { (next - it) * 45 / 100 } else { 0 }
            };
            onsets.iter().enumerate().map(pushed).collect()
        }
    };
    Some((times, None))
}
