use super::*;
use crate::item::OTHER;
use crate::rng::Rng;
use crate::stage::music::motif::tests::{recipes, rhythm};
use crate::stage::music::text::read_notes;
use proptest::prelude::{prop_assert, proptest};

fn beats() -> Tap {
    Tap {
        metre: Metre::TWO,
        tempo: (70, 110),
        beats: (8, 16),
        rhythm: None,
        words: None,
        syllables: Vec::new(),
        click: true,
        heard: true,
        shown: true,
        window: 120,
    }
}

fn written(text: &str) -> Tap {
    Tap {
        rhythm: Some(Motif::Written(read_notes(text).expect("readable"))),
        tempo: (90, 90),
        ..beats()
    }
}

/// Beats, beats under words, and rhythms of many kinds.
fn taps() -> Vec<Tap> {
    let drawn = |it| Some(Motif::Drawn(it));
    let words = drawn(rhythm(2, 4, "x | x_ x_ | x_. x="));
    let mut taps = vec![beats(), Tap { words, click: false, ..beats() }];
    for recipe in recipes().into_iter().filter(|it| it.tones.is_empty()) {
        let metre = recipe.metre;
        taps.push(Tap { metre, rhythm: drawn(recipe), ..beats() });
    }
    taps
}

fn marked(tap: &Tap, seed: u64, delay: Option<i64>, times: &[i64]) -> Mark {
    Piece::judge(tap, &to_bytes(&Tapped::new(seed, delay, times)))
}

fn score(tap: &Tap, seed: u64, delay: Option<i64>, times: &[i64]) -> u16 {
    marked(tap, seed, delay, times).score.expect("readable").thousandths()
}

/// As asked, each tap off by up to so many milliseconds, all of them late by `delay`.
fn jittered(tap: &Tap, seed: u64, off: i64, delay: i64) -> Vec<i64> {
    let mut rng = Rng::new(derive(seed, b"jitter"));
    let mut off = || rng.below(off.unsigned_abs() * 2 + 1).cast_signed() - off;
    tap.ask(seed).onsets().iter().map(|it| it + delay + off()).collect()
}

fn name(fault: u8) -> &'static str {
    if fault == OTHER { "*" } else { Fault::NAMES[usize::from(fault)] }
}

#[test]
fn any_constant_delay_scores_the_same() {
    for tap in taps() {
        for seed in 0..60 {
            let sloppy = jittered(&tap, seed, 70, 0);
            let few: Vec<i64> = sloppy.iter().skip(1).step_by(2).copied().collect();
            for taps in [sloppy, few] {
                let late = |delay: i64| taps.iter().map(|it| it + delay).collect::<Vec<_>>();
                let first = score(&tap, seed, None, &taps);
                for delay in (0..=300).step_by(20) {
                    assert_eq!(score(&tap, seed, None, &late(delay)), first, "{delay} {tap:?}");
                }
            }
        }
    }
}

#[test]
fn thirty_milliseconds_off_is_full_at_any_delay() {
    for tap in taps() {
        for seed in 0..60 {
            for delay in [0, 37, 150, 300] {
                let taps = jittered(&tap, seed, 30, delay);
                assert_eq!(score(&tap, seed, None, &taps), 1000);
                assert_eq!(score(&tap, seed, Some(delay), &taps), 1000);
                // What was measured of the delay is off a little too.
                assert_eq!(score(&tap, seed, Some(delay + 40), &taps), 1000);
            }
        }
    }
}

/// Within the narrow window of the oldest pupils too.
#[test]
fn half_a_beat_off_is_little_where_the_delay_is_known() {
    for window in [80, 120] {
        for tap in taps().into_iter().map(|it| Tap { window, ..it }) {
            for seed in 0..60 {
                for delay in [0, 90, 300] {
                    let beat = i64::from(millis(tap.metre.beat(), tap.ask(seed).tempo));
                    for (off, fault) in [(-beat / 2, "early"), (beat / 2, "late")] {
                        let taps = jittered(&tap, seed, 30, delay + off);
                        let mark = marked(&tap, seed, Some(delay), &taps);
                        let score = mark.score.expect("readable").thousandths();
                        assert!(score <= 300, "{score} {tap:?} {seed} {off}");
                        assert_eq!(name(mark.fault), fault);
                    }
                }
            }
        }
    }
}

#[test]
fn taps_at_random_are_worth_little() {
    const COUNT: u64 = 400;
    for tap in taps() {
        for delay in [None, Some(100)] {
            let scores = (0..COUNT).map(|seed| {
                let made = tap.random(seed, &mut Rng::new(seed));
                let times = from_bytes::<Tapped>(&made).expect("readable").times();
                u64::from(score(&tap, seed, delay, &times))
            });
            let scores: Vec<u64> = scores.collect();
            let mean = scores.iter().sum::<u64>() / COUNT;
            let lucky = scores.iter().filter(|it| **it > 200).count();
            let least = (0..COUNT).map(|seed| tap.ask(seed).onsets().len()).min();
            // Four taps are now and then right by chance, eight never.
            assert!(mean <= 50, "{mean}: {}", tap.asked(0));
            assert!(lucky <= if least < Some(8) { 16 } else { 0 }, "{lucky}: {}", tap.asked(0));
        }
    }
}

#[test]
fn faults_of_the_beat() {
    let tap = Tap {
        words: Some(Motif::Written(
            read_notes("x_ x_ x x_ x_ x x_ x_ x_ x_ x x").expect("readable"),
        )),
        tempo: (90, 90),
        ..beats()
    };
    for fault in
        ["early", "late", "rush", "drag", "few", "many", "half", "double", "words", "uneven"]
    {
        let number = Fault::NAMES.iter().position(|it| *it == fault).expect("a fault") as u8;
        let made = tap.showing(number, 3).expect(fault);
        let mark = Piece::judge(&tap, &made);
        assert_eq!(name(mark.fault), fault);
        assert!(mark.score.expect("readable").thousandths() < 700, "{fault}");
    }
    for fault in ["beat", "even", "rest", "skip"] {
        let number = Fault::NAMES.iter().position(|it| *it == fault).expect("a fault") as u8;
        assert_eq!(tap.showing(number, 3), None, "{fault}");
    }
}

#[test]
fn faults_of_a_rhythm() {
    let tap = written("x x_ x_ x 0 x_ x_ x_ x_ x 0");
    let faults = ["early", "late", "rush", "drag", "few", "many", "beat", "even", "rest", "uneven"];
    for fault in faults.into_iter().chain(["skip"]) {
        let number = Fault::NAMES.iter().position(|it| *it == fault).expect("a fault") as u8;
        let made = tap.showing(number, 3).expect(fault);
        assert_eq!(name(Piece::judge(&tap, &made).fault), fault);
    }
}

#[test]
fn who_leaves_a_rest_out_is_told_so() {
    // Two rests together, and left out one by one; after long and short notes; where what is left is even.
    let cases = [
        ("x 0 | x_ x_ x", "x x_ x_ x"),
        ("x_ x_ 0 | x x", "x_ x_ x x"),
        ("x 0 | x x", "x x x"),
        ("x 0 | 0 x", "x 0 x"),
        ("x 0 | 0 x", "x x"),
        ("x 0 | x 0 | x_ x_ x", "x 0 x x_ x_ x"),
        ("x 0 | x 0 | x_ x_ x", "x x 0 x_ x_ x"),
        ("x 0 | x 0 | x_ x_ x", "x x x_ x_ x"),
        ("x x | x x_ x_ | x 0 | x x", "x x x x_ x_ x x x"),
    ];
    for (asked, tapped) in cases {
        let tap = written(asked);
        for late in [0, 40, 250] {
            let off = |(at, it): (usize, i64)| it + late + [0, 35, -30][at % 3];
            let taps: Vec<i64> =
                written(tapped).ask(1).onsets().into_iter().enumerate().map(off).collect();
            let mark = marked(&tap, 1, None, &taps);
            assert_eq!(name(mark.fault), "skip", "{asked}: {tapped}");
            assert!(mark.score < Some(crate::item::Score::FULL));
        }
    }
    // A rest at the end is not missed by anybody.
    for delay in [None, Some(0)] {
        let tap = written("x x_ x_ | x_ x_ x_ x_ | x_ x_ 0");
        let mut taps = tap.ask(1).onsets();
        taps.remove(5);
        assert_eq!(name(marked(&tap, 1, delay, &taps).fault), "few");
        let taps: Vec<i64> = tap.ask(1).onsets().iter().map(|it| it + 520).collect();
        assert_ne!(name(marked(&tap, 1, delay, &taps).fault), "skip");
    }
}

/// Words that nearly are the beat would let the one who taps them be right.
#[test]
fn words_that_are_tapped_are_never_right() {
    for cells in ["x | x_ x_", "x | x_ x_ | 0"] {
        let words = Some(Motif::Drawn(rhythm(2, 4, cells)));
        let tap = Tap { words, ..beats() };
        for seed in 0..3000 {
            let asked = tap.ask(seed);
            let mark = marked(&tap, seed, None, &asked.word_onsets());
            assert_eq!(name(mark.fault), "words", "{:?}", asked.words);
            assert_eq!(asked.notes.len(), 8);
        }
    }
}

/// Between the beats there is as much as on them: what is shown is what lies nearest.
#[test]
fn two_taps_a_beat_lie_on_the_beats() {
    for words in [None, Some(Motif::Drawn(rhythm(2, 4, "x | x_ x_ | 0")))] {
        let tap = Tap { words, beats: (8, 12), ..beats() };
        for seed in 0..100 {
            let asked = tap.ask(seed);
            for (late, off) in [(0, 0), (0, 40), (60, 25), (120, 0)] {
                let mut rng = Rng::new(derive(seed, b"double"));
                let mut off = || rng.below(off * 2 + 1).cast_signed() - off.cast_signed();
                let taps: Vec<i64> = asked.every(HALF).iter().map(|it| it + late + off()).collect();
                let mark = marked(&tap, seed, None, &taps);
                assert_eq!(name(mark.fault), "double");
                let lag = tap.lag(&Tapped::new(seed, None, &taps));
                assert!((lag - late).abs() <= 60, "{lag} for {late}: {}", tap.asked(seed));
            }
        }
    }
}

/// What is nearer is looked for among other beats alone.
#[test]
fn what_is_right_lies_in_the_middle_of_its_beats() {
    for tap in taps() {
        for seed in 0..60 {
            for delay in [-100, 0, 130, 250, 400] {
                let taps = jittered(&tap, seed, 50, delay);
                let lag = tap.lag(&Tapped::new(seed, None, &taps));
                assert!((lag - delay).abs() <= 50, "{lag} for {delay}");
            }
        }
    }
}

#[test]
fn one_of_eight_beats_may_be_missed_and_one_of_a_rhythm_not() {
    let tap = Tap { beats: (8, 8), ..beats() };
    let mut taps = tap.ask(1).onsets();
    taps.remove(3);
    assert_eq!(score(&tap, 1, None, &taps), 1000);
    taps.remove(5);
    let mark = marked(&tap, 1, None, &taps);
    assert_eq!(name(mark.fault), "few");
    let tap = written("x x x_ x_ x");
    let mut taps = tap.ask(1).onsets();
    taps.pop();
    assert!(score(&tap, 1, None, &taps) < 1000);
}

#[test]
fn tapping_along_before_and_after_is_not_wrong() {
    let tap = Tap { beats: (8, 8), tempo: (100, 100), ..beats() };
    let times: Vec<i64> = (-2..11).map(|beat| beat * 600).collect();
    assert_eq!(score(&tap, 0, None, &times), 1000);
    assert_eq!(score(&tap, 0, Some(0), &times), 1000);
}

#[test]
fn a_hundred_different_ones_are_drawn() {
    for tap in taps() {
        let asked: std::collections::BTreeSet<String> =
            (0..1000).map(|seed| tap.asked(seed)).collect();
        // Four beats are four beats: there the tempo alone differs.
        let wanted = if asked.iter().all(|it| it.ends_with("/min x x x x ")) { 41 } else { 100 };
        assert!(asked.len() >= wanted, "{}: {}", asked.len(), tap.asked(0));
    }
}

#[test]
fn what_is_empty_or_odd() {
    let tap = beats();
    assert_eq!(Piece::judge(&tap, &[]), Mark::UNREADABLE);
    assert_eq!(name(marked(&tap, 1, None, &[]).fault), "few");
    assert_eq!(score(&tap, 1, None, &[]), 0);
    assert!(score(&tap, 1, Some(i64::MAX), &[0, 1]) < 1000);
    assert!(score(&tap, 1, Some(i64::MIN), &[i64::MIN / 4, 1]) < 1000);
}

proptest! {
    #[test]
    fn any_bytes_are_judged(bytes: Vec<u8>, seed: u64, taps: Vec<u16>, first: i64, delay: Option<i64>) {
        for tap in taps_once() {
            let _ = Piece::judge(tap, &bytes);
            let tapped = Tapped { seed, delay, taps: Some((first, taps.clone())) };
            prop_assert!(Piece::judge(tap, &to_bytes(&tapped)).score.is_some());
        }
    }
}

fn taps_once() -> &'static [Tap] {
    static TAPS: std::sync::OnceLock<Vec<Tap>> = std::sync::OnceLock::new();
    TAPS.get_or_init(taps)
}
