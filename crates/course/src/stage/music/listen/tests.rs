use super::*;
use crate::stage::music::likeness::{codes, differences};
use crate::stage::music::motif::tests::{melody, rhythm};
use crate::stage::music::text::read_notes;
use proptest::prelude::{prop_assert, proptest};
use std::collections::BTreeSet;

fn listen(ask: Ask) -> Listen {
    let labels = match &ask {
        Ask::Compare(_) => vec!["higher", "lower", "the same"],
        Ask::Same => vec!["the same", "different"],
        Ask::Which(..) => Vec::new(),
        Ask::Named(all, _) => vec!["a", "b", "c", "d", "e"][..all.len()].to_vec(),
    };
    Listen {
        ask,
        rounds: 3,
        step: (12, 2),
        decoy: None,
        gradual: false,
        motif: None,
        metre: Metre::TWO,
        tonic: 60,
        tempo: 90,
        voice: Voice::Plucked,
        labels: labels.into_iter().map(str::to_owned).collect(),
    }
}

fn compare(aspect: Aspect, step: (u8, u8), decoy: Option<Aspect>) -> Listen {
    Listen { step, decoy, ..listen(Ask::Compare(aspect)) }
}

fn drawn(ask: Ask, tones: bool) -> Listen {
    let recipe =
        if tones { melody(4, 1, "x", "1 2 3 5 6", 2, "") } else { rhythm(2, 2, "x | x_ x_ | 0") };
    Listen { metre: recipe.metre, motif: Some(Motif::Drawn(recipe)), rounds: 1, ..listen(ask) }
}

fn words() -> Listen {
    let all = ["x", "x x", "x_ x_ x", "x_ x_ x_ x_"];
    let all = all.map(|it| read_notes(it).expect("readable")).to_vec();
    Listen { rounds: 1, ..listen(Ask::Named(all, 3)) }
}

fn every() -> Vec<Listen> {
    let which = || Ask::Which(3, Notation::Jianpu);
    vec![
        compare(Aspect::High, (12, 2), None),
        compare(Aspect::High, (7, 3), Some(Aspect::Loud)),
        compare(Aspect::Loud, (60, 25), Some(Aspect::Fast)),
        compare(Aspect::Fast, (60, 20), Some(Aspect::Loud)),
        Listen { gradual: true, ..compare(Aspect::Fast, (60, 30), None) },
        Listen { gradual: true, ..compare(Aspect::Loud, (60, 40), None) },
        compare(Aspect::Long, (100, 40), None),
        drawn(Ask::Same, true),
        drawn(Ask::Same, false),
        drawn(which(), true),
        drawn(which(), false),
        words(),
    ]
}

fn name(fault: u8) -> &'static str {
    if fault == OTHER { "*" } else { Listen::FAULTS[usize::from(fault)] }
}

/// The faults that this item can have.
fn shown(listen: &Listen) -> Vec<&'static str> {
    let shows = |fault: &u8| listen.showing(*fault, 0).is_some();
    (0..Listen::FAULTS.len() as u8).filter(shows).map(name).collect()
}

#[test]
fn the_solution_is_right_and_what_is_shown_is_judged_so() {
    for listen in every() {
        for seed in 0..100 {
            let solution = listen.solution(seed).expect("marked");
            assert_eq!(Piece::judge(&listen, &solution), Mark::RIGHT);
        }
        for fault in 0..Listen::FAULTS.len() as u8 {
            if let Some(made) = listen.showing(fault, 0) {
                let mark = Piece::judge(&listen, &made);
                assert_eq!(mark.fault, fault);
                assert!(mark.score < Some(Score::FULL));
            }
        }
    }
}

#[test]
fn faults_that_can_be_shown() {
    let both = ["opposite", "same", "different"];
    assert_eq!(shown(&compare(Aspect::High, (12, 2), None)), both);
    let with_decoy = shown(&compare(Aspect::High, (7, 3), Some(Aspect::Loud)));
    assert_eq!(with_decoy, ["opposite", "same", "different", "decoy"]);
    assert_eq!(shown(&drawn(Ask::Same, true)), ["same", "different"]);
    let which = |tones| shown(&drawn(Ask::Which(3, Notation::Jianpu), tones));
    assert!(which(true).contains(&"pitch") && which(true).contains(&"order"));
    assert!(["more", "fewer", "order"].iter().all(|it| which(false).contains(it)));
    assert!(["more", "fewer"].iter().all(|it| shown(&words()).contains(it)));
}

#[test]
fn a_hundred_different_ones_are_drawn() {
    for listen in every() {
        let asked: BTreeSet<String> = (0..1000).map(|seed| listen.asked(seed)).collect();
        let wanted = if matches!(listen.ask, Ask::Named(..)) { 4 } else { 100 };
        assert!(asked.len() >= wanted, "{} {listen:?}", asked.len());
    }
}

#[test]
fn options_are_distinct_and_differ_in_one_place() {
    for listen in every().into_iter().filter(|it| matches!(it.ask, Ask::Which(..))) {
        for seed in 0..300 {
            let round = listen.round(seed, &[]);
            assert_eq!(round.options, 3, "seed {seed}");
            let set: BTreeSet<String> =
                round.written.iter().map(|it| text::write(listen.metre, it)).collect();
            assert_eq!(set.len(), 3);
            for other in &round.written[1..] {
                assert_eq!(length(other), length(&round.written[0]));
                // Two beats that changed places differ in two notes.
                assert!(
                    differences(&codes(other), &codes(&round.written[0])).is_none_or(|it| it <= 4)
                );
            }
        }
    }
}

#[test]
fn only_what_is_asked_differs_and_by_as_much() {
    let listen = compare(Aspect::High, (12, 2), None);
    for seed in 0..200 {
        let round = listen.round(seed, &[]);
        let [first, second] = &round.clips[..] else { panic!("two clips") };
        let expected = [12, -12, 0][usize::from(round.key)];
        assert_eq!(second.shift - first.shift, expected);
        assert_eq!((first.tempo, first.loudness), (second.tempo, second.loudness));
    }
}

#[test]
fn a_finer_step_follows_what_was_heard_right() {
    let listen = compare(Aspect::High, (12, 2), None);
    let size = |picks: &[u8]| listen.size(picks.len() as u8);
    assert_eq!([size(&[]), size(&[0]), size(&[0, 0])], [12, 7, 2]);
    let first = listen.round(5, &[]);
    let after = |pick: u8| {
        let clips = listen.round(5, &[pick]).clips;
        (clips[1].shift - clips[0].shift).abs()
    };
    let wrong = (first.key + 1) % 3;
    let (finer, coarser) = (after(first.key), after(wrong));
    assert!(finer == 7 || finer == 0);
    assert!(coarser == 12 || coarser == 0);
}

#[test]
fn what_changes_comes_to_its_end() {
    let listen = Listen { gradual: true, ..compare(Aspect::Loud, (60, 40), None) };
    let seed = (0..50).find(|seed| listen.round(*seed, &[]).key == 0).expect("one gets louder");
    let round = listen.round(seed, &[]);
    let sounds = round.clips[0].sounds(60, Voice::Plucked, 0);
    assert_eq!((round.clips.len(), sounds.len()), (1, 8));
    assert!(sounds.windows(2).all(|pair| pair[0].loudness <= pair[1].loudness));
    assert_eq!(
        i64::from(sounds[7].loudness) - i64::from(sounds[0].loudness),
        127.min(sounds[0].loudness as i64 + 60) - i64::from(sounds[0].loudness)
    );
}

#[test]
fn unfinished_is_unreadable() {
    let listen = compare(Aspect::High, (12, 2), None);
    let judge =
        |picks: &[u8]| Piece::judge(&listen, &to_bytes(&Picked { seed: 1, picks: picks.to_vec() }));
    assert_eq!(judge(&[0, 1]), Mark::UNREADABLE);
    assert_eq!(judge(&[0, 1, 3]), Mark::UNREADABLE);
    assert!(judge(&[0, 1, 2]).score.is_some());
}

proptest! {
    #[test]
    fn any_bytes_are_judged(bytes: Vec<u8>, seed: u64, picks: Vec<u8>, step: (u8, u8), rounds: u8, tempo: u8, labels in 0_usize..5) {
        for listen in every() {
            let listen = Listen { step, rounds, tempo, labels: vec![String::new(); labels], ..listen };
            let _ = Piece::judge(&listen, &bytes);
            let _ = Piece::judge(&listen, &to_bytes(&Picked { seed, picks: picks.clone() }));
            let solution = listen.solution(seed).expect("marked");
            prop_assert!(Piece::judge(&listen, &solution) == Mark::RIGHT);
            for round in listen.right(seed).1 {
                for clip in round.clips {
                    prop_assert!(clip.sounds(60, Voice::Blown, 0).len() < 300);
                }
            }
        }
    }
}
