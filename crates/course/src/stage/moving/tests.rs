//! What must be so of every movement, routine, story and entry.

use super::figure::{Anchor, HEAD, Joints, LIMB, Point, View};
use super::moves::{MOVES, NAMES, Prop};
use super::{
    Cue, Diary, Entry, Exercise, Field, Form, Gate, Measure, Moved, Routine, Scenario, Scene,
    Section, SectionKind, Way, moves, piece,
};
use crate::codec::{from_bytes, to_bytes};
use crate::item::StagedKind;
use crate::item::{Mark, Score};
use crate::rng::Rng;
use crate::stage::Piece;
use crate::stage::moving::routine::{BLOCKS_MAX, FORMS};
use crate::stage::moving::scenario::GOOD;
use proptest::prelude::*;

/// The joints of a movement every so many milliseconds, twice through.
fn frames(at: usize, every: usize) -> Vec<Joints> {
    let it = &MOVES[at];
    (0..2 * it.round_ms().max(50)).step_by(every).map(|ms| it.joints_at(ms)).collect()
}

fn distance(a: Point, b: Point) -> f64 {
    (f64::from(a.x - b.x).powi(2) + f64::from(a.y - b.y).powi(2)).sqrt()
}

fn points(joints: &Joints) -> Vec<Point> {
    let mut all = Vec::new();
    let mut joints = *joints;
    joints.each(&mut |point| all.push(*point));
    all
}

#[test]
fn limbs_keep_their_length() {
    for (at, name) in NAMES.iter().enumerate() {
        for joints in frames(at, 40) {
            for arm in joints.arms {
                for pair in arm.windows(2) {
                    assert!((distance(pair[0], pair[1]) - 150.0).abs() < 2.0, "{name}: {arm:?}");
                }
            }
            for leg in joints.legs {
                let [hip, knee, heel, _] = leg;
                assert!((distance(hip, knee) - 215.0).abs() < 2.0, "{name}: {leg:?}");
                assert!((distance(knee, heel) - 205.0).abs() < 2.0, "{name}: {leg:?}");
            }
            assert!((distance(joints.hips, joints.neck) - 285.0).abs() < 2.0, "{name}");
        }
    }
}

#[test]
fn nothing_sinks_into_the_ground_and_nobody_floats() {
    for (at, name) in NAMES.iter().enumerate() {
        let it = &MOVES[at];
        let leaps = it.keys.iter().any(|(_, pose)| pose.lift > 0);
        for joints in frames(at, 40) {
            let lowest = joints.lowest();
            assert!(lowest >= 0, "{name}: {lowest}");
            let most = match it.anchor {
                Anchor::Chair => 200,
                Anchor::Hips | Anchor::Feet if leaps => 160,
                Anchor::Hips | Anchor::Feet => 0,
            };
            assert!(lowest <= most, "{name}: {lowest}");
        }
    }
}

#[test]
fn every_figure_stays_in_its_picture() {
    for (at, name) in NAMES.iter().enumerate() {
        for joints in frames(at, 40) {
            for point in points(&joints) {
                let inside = point.x.abs() <= 500 - LIMB && (0..=1220).contains(&point.y);
                assert!(inside, "{name}: {point:?}");
            }
            assert!(joints.head.x.abs() <= 500 - HEAD && joints.head.y <= 1220 - HEAD, "{name}");
        }
    }
}

/// At the seam of a round too: no joint jumps from one frame to the next.
#[test]
fn no_joint_jumps() {
    for (at, name) in NAMES.iter().enumerate() {
        for (nth, pair) in frames(at, 10).windows(2).enumerate() {
            let moved = points(&pair[0]).into_iter().zip(points(&pair[1]));
            let most = moved.map(|(a, b)| distance(a, b)).fold(0.0, f64::max);
            assert!(most < 80.0, "{name} after {} ms: {most}", nth * 10);
        }
    }
}

#[test]
fn knees_and_elbows_bend_as_they_can() {
    for (name, it) in NAMES.iter().zip(&MOVES).filter(|(_, it)| it.view == View::Side) {
        for (_, pose) in it.keys {
            for [_, knee, _] in pose.legs {
                assert!((0..=31).contains(&knee), "{name}: knee {}", i32::from(knee) * 5);
            }
            for [_, elbow] in pose.arms {
                assert!((-2..=29).contains(&elbow), "{name}: elbow {}", i32::from(elbow) * 5);
            }
        }
    }
}

#[test]
fn names_are_found_and_used_once() {
    for (at, name) in NAMES.iter().enumerate() {
        assert_eq!(moves::named(name), u8::try_from(at).ok(), "{name}");
        assert_eq!(moves::of(at as u8), &MOVES[at]);
    }
    assert_eq!(moves::of(250), &MOVES[0]);
    assert_eq!(Prop::of(1), Prop::Chair);
    assert_eq!(Prop::of(250), Prop::None);
}

fn section() -> impl Strategy<Value = Section> {
    let forms = |count: usize| vec![Form { name: "Walk".to_owned(), figure: 1 }; count];
    (0..3_usize, 1..60_u8, 0..60_u8, 0..4_u8, 1..6_usize).prop_map(
        move |(kind, work, rest, rounds, count)| Section {
            kind: SectionKind::ALL[kind].0,
            work,
            rest,
            rounds,
            exercises: vec![Exercise { cue: "Look ahead.".to_owned(), forms: forms(4) }; count],
        },
    )
}

fn routine() -> impl Strategy<Value = Routine> {
    prop::collection::vec(section(), 0..5).prop_map(|sections| Routine {
        minutes: 8,
        gate: Gate::ALL.map(|(it, _)| it).to_vec(),
        also: Vec::new(),
        sections,
        cues: Vec::new(),
    })
}

/// Scenes that lead only further on, as the compiler sees to it.
fn scenario() -> impl Strategy<Value = Scenario> {
    let way = (any::<u8>(), prop_oneof![Just(GOOD), 0..12_u8]);
    let ways = prop::collection::vec(prop::collection::vec(way, 0..4), 1..12);
    ways.prop_map(|scenes| {
        let last = scenes.len() - 1;
        let scene = |(at, ways): (usize, Vec<(u8, u8)>)| {
            let way = |(to, fault): (u8, u8)| {
                let to = at + 1 + usize::from(to) % (last - at);
                Way { words: "Go".to_owned(), to: to as u8, fault }
            };
            let ways = if at == last { Vec::new() } else { ways.into_iter().map(way).collect() };
            Scene { figure: 0, prop: 0, words: "A scene".to_owned(), ways }
        };
        Scenario { scenes: scenes.into_iter().enumerate().map(scene).collect() }
    })
}

proptest! {
    #[test]
    fn the_total_is_the_sum_of_the_blocks(routine in routine()) {
        let blocks = routine.blocks();
        prop_assert_eq!(routine.total(), blocks.iter().map(|it| it.seconds()).sum::<u32>());
        let mut before = 0;
        for block in &blocks {
            prop_assert_eq!(block.from, before);
            before += block.seconds();
        }
        let all: usize = routine.sections.iter().map(|it| it.exercises.len() * usize::from(it.rounds)).sum();
        prop_assert_eq!(blocks.len(), all.min(BLOCKS_MAX));
    }

    #[test]
    fn whatever_was_done_of_a_routine_is_done(routine in routine(), seed: u64) {
        let made = routine.random(seed, &mut Rng::new(seed));
        prop_assert_eq!(routine.judge(&made), Mark::RIGHT);
        prop_assert_eq!(routine.solution(seed), None);
        let mut part = from_bytes::<Moved>(&made).expect("a response");
        if part.blocks.pop().is_some() {
            prop_assert_eq!(routine.judge(&to_bytes(&part)), Mark::UNREADABLE);
        }
    }

    #[test]
    fn any_bytes_are_judged_or_unreadable(
        routine in routine(), story in scenario(), made in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let diary = Diary { fields: vec![Field { measure: Measure::Moves, most: 99, label: String::new() }] };
        for mark in [routine.judge(&made), diary.judge(&made), story.judge(&made)] {
            prop_assert!(mark.score.is_none_or(|it| it <= Score::FULL));
        }
        for kind in [StagedKind::Routine, StagedKind::Scenario, StagedKind::Diary, StagedKind::Tap] {
            if let Some(mut piece) = piece(kind, &made) {
                piece.judge(&made);
                piece.solution(3);
                piece.showing(0, 3);
                piece.random(3, &mut Rng::new(3));
                piece.seconds();
                piece.words();
                piece.asked(3);
            }
        }
    }

    #[test]
    fn a_story_always_comes_to_an_end(story in scenario(), seed: u64) {
        let made = story.random(seed, &mut Rng::new(seed));
        prop_assert!(story.ends(&made));
        prop_assert!(made.len() < story.scenes.len());
        prop_assert!(story.judge(&made).score.is_some());
        // One choice further there is nothing.
        let mut further = made.clone();
        further.push(0);
        prop_assert_eq!(story.judge(&further), Mark::UNREADABLE);
    }

    #[test]
    fn what_shows_a_fault_shows_it(story in scenario(), fault in 0..12_u8) {
        if let Some(made) = story.showing(fault, 0) {
            let mark = story.judge(&made);
            prop_assert_eq!(mark.fault, fault);
            prop_assert!(mark.score < Some(Score::FULL));
        }
        if let Some(made) = story.solution(0) {
            prop_assert_eq!(story.judge(&made), Mark::RIGHT);
        }
    }

    #[test]
    fn whatever_was_written_down_is_kept(most in 1..2000_u16, seed: u64) {
        let field = |measure| Field { measure, most, label: "Hops".to_owned() };
        let diary = Diary { fields: Measure::ALL.map(|(it, _)| field(it)).to_vec() };
        let made = diary.random(seed, &mut Rng::new(seed));
        prop_assert_eq!(diary.judge(&made), Mark::RIGHT);
        let mut entry = from_bytes::<Entry>(&made).expect("an entry");
        entry.values[0] = most + 2;
        prop_assert_eq!(diary.judge(&to_bytes(&entry)), Mark::UNREADABLE);
    }
}

#[test]
fn an_entry_need_not_be_filled_in() {
    let field = Field { measure: Measure::Mood, most: 5, label: String::new() };
    let diary = Diary { fields: vec![field] };
    let entry = Entry { values: vec![0], felt: vec![false] };
    assert_eq!(diary.judge(&to_bytes(&entry)), Mark::RIGHT);
    assert_eq!(entry.value(0), None);
}

#[test]
fn every_form_of_a_block_can_be_told() {
    let forms = vec![Form { name: String::new(), figure: 0 }; 4];
    let exercise = Exercise { cue: String::new(), forms };
    let section = Section {
        kind: SectionKind::Work,
        work: 20,
        rest: 20,
        rounds: 1,
        exercises: vec![exercise],
    };
    let routine = Routine {
        minutes: 1,
        gate: Vec::new(),
        also: Vec::new(),
        sections: vec![section],
        cues: Vec::new(),
    };
    for form in 0..=FORMS.len() as u8 + 1 {
        let moved = Moved { blocks: vec![form], effort: 0 };
        assert_eq!(routine.judge(&to_bytes(&moved)), Mark::RIGHT, "{form}");
    }
    let moved = Moved { blocks: vec![FORMS.len() as u8 + 2], effort: 0 };
    assert_eq!(routine.judge(&to_bytes(&moved)), Mark::UNREADABLE);
}

/// One exercise in four forms, as it was written before forms could have words of their own.
const BEFORE_CUES: &[u8] =
    b"\x01\x05\x00\x01\x02\x03\x04\x00\x01\x01\x14\x0a\x02\x01\x02Up\x04\x01A\x01\x01B\x02\x01C\x03\x01D\x2b";

#[test]
fn a_routine_of_before_is_read_and_written_as_then() {
    let mut routine = from_bytes::<Routine>(BEFORE_CUES).expect("a routine");
    assert_eq!(to_bytes(&routine), BEFORE_CUES);
    assert_eq!(routine.sections[0].exercises[0].forms[3].figure, 43);
    assert!(routine.cues.is_empty());
    routine.cues = vec![Cue { exercise: 0, form: 3, words: "Sit tall.".to_owned() }];
    assert_eq!(from_bytes(&to_bytes(&routine)), Ok(routine));
}

#[test]
fn what_to_mind_belongs_to_those_who_stand_unless_a_form_has_its_own() {
    let mut routine = from_bytes::<Routine>(BEFORE_CUES).expect("a routine");
    let exercise = Exercise { cue: "Down".to_owned(), ..routine.sections[0].exercises[0].clone() };
    routine.sections[0].exercises.push(exercise);
    let second = routine.sections.clone();
    routine.sections.extend(second);
    let cue = |exercise, form, words: &str| Cue { exercise, form, words: words.to_owned() };
    routine.cues = vec![cue(1, 1, "Slowly"), cue(1, 2, ""), cue(3, 3, "Sit tall")];
    let told = |block: usize| {
        let blocks = routine.blocks();
        (0..4).map(|form| routine.cue(&blocks[block], form)).collect::<Vec<&str>>().join(",")
    };
    let all: Vec<String> = (0..8).map(told).collect();
    let (first, second, third, last) =
        ("Up,Up,Up,", "Down,Slowly,,", "Up,Up,Up,", "Down,Down,Down,Sit tall");
    assert_eq!(all, [first, second, first, second, third, last, third, last]);
}
