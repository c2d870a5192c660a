use super::*;
use crate::lesson::Pool;
use crate::sample::{card, choice, draw, exercise, item, lesson, part};
use std::collections::BTreeSet;

/// A lesson with three of these slots, and two of a pool of these items.
fn lesson_of(slots: &[&str], items: &[&str]) -> Lesson {
    let slots = slots.iter().map(|it| match it.as_bytes() {
        [b'g', ..] => draw(it, 1),
        [b'c', ..] => card(it),
        _ => item(it, choice()),
    });
    let recall = crate::lesson::Part { draw: Some(3), ..part(PartKind::Recall, slots.collect()) };
    let items = items.iter().map(|it| exercise(it, choice())).collect();
    let pool = Slot::Pool(Pool { id: "p".to_owned(), draw: 2, items });
    lesson(vec![recall, part(PartKind::Guided, vec![pool])])
}

fn seeds(lesson: &Lesson, seed: u64) -> BTreeSet<u64> {
    plan(lesson, seed).iter().map(|it| it.seed).collect()
}

#[test]
fn what_is_met_is_fixed_by_the_seed_and_every_item_is_met_by_some() {
    let lesson = lesson_of(&["a", "b", "g1", "g2", "d"], &["p.1", "p.2", "p.3", "p.4"]);
    let mut met = BTreeSet::new();
    for seed in 0..100 {
        let stops = plan(&lesson, seed);
        assert_eq!(stops, plan(&lesson, seed));
        assert_eq!(stops.len(), 5);
        assert!(
            stops
                .windows(2)
                .all(|it| (it[0].part, it[0].slot, it[0].item)
                    < (it[1].part, it[1].slot, it[1].item))
        );
        met.extend(stops.into_iter().map(|it| (it.part, it.slot, it.item)));
    }
    assert_eq!(met.len(), 9);
}

#[test]
fn each_is_met_about_equally_often() {
    let lesson = lesson_of(&["a", "b", "d"], &["p.1", "p.2", "p.3", "p.4", "p.5"]);
    let mut counts = [0; 5];
    for seed in 0..5000 {
        plan(&lesson, seed).iter().filter(|it| it.part == 1).for_each(|it| counts[it.item] += 1);
    }
    assert!(counts.iter().all(|it| (1850..2150).contains(it)), "{counts:?}");
}

#[test]
fn an_edited_lesson_has_the_stops_that_it_had() {
    let items = ["p.1", "p.2", "p.3", "p.4"];
    let slots = ["a", "b", "g1", "d"];
    let before = lesson_of(&slots, &items);
    let cases: [(&str, &[&str], &[&str], usize); 5] = [
        (
            "an item and a slot are added",
            &["a", "b", "e", "g1", "d"],
            &["p.1", "p.5", "p.2", "p.3", "p.4"],
            2,
        ),
        ("an item is taken out", &slots, &["p.1", "p.2", "p.4"], 1),
        ("a slot is taken out", &["a", "g1", "d"], &items, 1),
        ("items stand in another order", &slots, &["p.3", "p.4", "p.1", "p.2"], 0),
        ("slots stand in another order", &["d", "g1", "a", "b"], &items, 0),
    ];
    for (case, slots, items, others) in cases {
        let after = lesson_of(slots, items);
        let gone = |seed| seeds(&before, seed).difference(&seeds(&after, seed)).count();
        let most = (0..200).map(gone).max();
        assert_eq!(most, Some(others), "{case}");
    }
}

#[test]
fn names_that_a_damaged_pack_has_twice_are_met_and_nothing_breaks() {
    let lesson = lesson_of(&["a", "a", "a", "a"], &["p", "p", "p"]);
    assert!(plan(&lesson, 7).len() <= 7);
    assert_eq!(plan(&lesson_of(&[], &[]), 7), []);
}
