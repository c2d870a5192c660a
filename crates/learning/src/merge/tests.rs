use super::*;
use crate::event::{Kind, LessonFinished};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Few names and few kinds, so that the same and almost the same meet often.
fn any_record() -> impl Strategy<Value = Record> {
    let kind = prop_oneof![
        4 => (0_u64..2).prop_map(|seed| Kind::LessonFinished(LessonFinished { lesson: String::new(), seed })),
        1 => Just(Kind::Unknown(9, vec![7])),
        // A kind that is known and a body that is not: as a later version may write it.
        1 => Just(Kind::Unknown(1, vec![7])),
    ];
    let event = (0_u64..3, 0_u32..4, 0_u64..3, any::<i64>(), kind).prop_map(
        |(writer, seq, ahead, at, kind)| {
            let id = EventId { writer, seq };
            Event { id, learner: 0, lamport: u64::from(seq) + ahead, at: at % 2, kind }.to_bytes()
        },
    );
    let bytes = prop_oneof![8 => event, 1 => prop::collection::vec(0_u8..3, 0..3)];
    (bytes, 0_u64..3).prop_map(|(bytes, origin)| Record::new(bytes, origin))
}

/// Records as logs, files and mischief have them.
pub(crate) fn records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(any_record(), 0..24)
}

fn of(records: &[Record]) -> Union {
    Union::of(records.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn commutes(one in records(), other in records()) {
        prop_assert_eq!(of(&one).with(of(&other)), of(&other).with(of(&one)));
    }

    #[test]
    fn associates(a in records(), b in records(), c in records()) {
        let left = of(&a).with(of(&b)).with(of(&c));
        prop_assert_eq!(&left, &of(&a).with(of(&b).with(of(&c))));
        let all = [a, b, c].concat();
        prop_assert_eq!(left, of(&all), "at once");
    }

    #[test]
    fn the_same_again_changes_nothing(one in records(), other in records()) {
        let once = of(&one).with(of(&other));
        prop_assert_eq!(&once.clone().with(once.clone()), &once);
        prop_assert_eq!(&once.clone().with(of(&other)), &once);
    }

    #[test]
    fn nothing_is_lost_and_nothing_made_up(one in records(), other in records()) {
        let bytes = |records: &[Record]| records.iter().map(|it| it.bytes.clone()).collect::<BTreeSet<_>>();
        let union = of(&one).with(of(&other));
        prop_assert_eq!(union.records().len(), bytes(union.records()).len(), "each once");
        prop_assert_eq!(bytes(union.records()), bytes(&[one, other].concat()));
        let mut shown: Vec<Vec<u8>> = union.events().iter().map(|it| it.bytes.clone()).collect();
        shown.extend(union.aside().map(|it| it.bytes.clone()));
        prop_assert_eq!(shown.len(), union.records().len(), "counting or aside");
        prop_assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), bytes(union.records()));
    }

    #[test]
    fn the_order_is_that_of_what_was_seen_however_it_arrived(records in records(), seed: u64) {
        let mut shuffled = records.clone();
        course::rng::Rng::new(seed).shuffle(&mut shuffled);
        let (union, again) = (of(&records), of(&shuffled));
        prop_assert_eq!(&union, &again);
        prop_assert_eq!(union.events(), again.events());
        let order: Vec<_> = union
            .events()
            .iter()
            .map(|it| Envelope::from_bytes(&it.bytes).map(|it| (it.lamport, it.id.writer, it.id.seq)).expect("named"))
            .collect();
        prop_assert!(order.is_sorted(), "{order:?}");
        let names: BTreeSet<_> = order.iter().map(|(_, writer, seq)| (writer, seq)).collect();
        prop_assert_eq!(names.len(), order.len(), "each name once");
    }

    #[test]
    fn what_is_here_counts_whatever_is_brought(here in records(), brought in records()) {
        let here: Vec<Record> = here.into_iter().map(|it| Record::new(it.bytes, HERE)).collect();
        let brought: Vec<Record> = brought.into_iter().map(|it| Record::new(it.bytes, 5)).collect();
        let before = of(&here);
        let after = of(&here).with(of(&brought));
        let by_name = |union: &Union| -> BTreeMap<_, _> {
            union.events().into_iter().map(|it| (it.id(), it)).collect()
        };
        let after = by_name(&after);
        for (name, record) in by_name(&before) {
            prop_assert_eq!(after.get(&name), Some(&record));
        }
    }

    #[test]
    fn who_lacks_something_gets_just_that(have in records(), has in records()) {
        let (have, has) = (of(&have), of(&has));
        let sent = have.since(&has.vector());
        let names = |union: &Union| union.records().iter().filter_map(Record::id).collect::<BTreeSet<_>>();
        let after = names(&has.clone().with(sent.clone()));
        prop_assert!(names(&have).is_subset(&after));
        let twins = |id: EventId| have.records().iter().filter(|it| it.id() == Some(id)).count() > 1;
        for id in names(&sent) {
            prop_assert!(!has.vector().holds(id) || twins(id), "{id:?} is there");
        }
        let nameless = |union: &Union| union.records().iter().filter(|it| it.id().is_none()).count();
        prop_assert_eq!(nameless(&sent), nameless(&have));
    }
}
