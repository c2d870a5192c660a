use super::*;
use crate::event::{Event, Kind};
use crate::file;
use crate::merge::HERE;
use crate::merge::tests::records;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn event(writer: u64, seq: u32, body: u8) -> Vec<u8> {
    let kind = Kind::Unknown(9, vec![body]);
    Event { id: EventId { writer, seq }, learner: writer, lamport: seq.into(), at: 0, kind }
        .to_bytes()
}

fn union(records: &[Vec<u8>], origin: u64) -> Union {
    Union::of(records.iter().map(|it| Record::new(it.clone(), origin)).collect())
}

fn sent(have: &Union, base: Option<&Vector>) -> File {
    file::read(&file::write(5, have, base).files[0]).expect("whole")
}

#[test]
fn each_record_is_told_of_once() {
    // A known kind whose body is of a later version has a name; what is no event at all has none.
    let mut later = event(3, 0, 1);
    let number = later.len() - 3;
    later[number] = 1;
    let here = union(&[event(1, 0, 0), event(1, 1, 0)], HERE);
    let there = union(
        &[
            event(1, 0, 0),
            event(1, 1, 7),
            event(2, 0, 0),
            event(2, 0, 1),
            event(4, 0, 0),
            later.clone(),
            vec![0],
        ],
        HERE,
    );
    let file = sent(&there, None);
    let Taken { log, aside, receipt, sender } = take(&here, &file, &[1, 2], &[]);
    let origin = file.header.origin();
    let kept = |records: &[Vec<u8>]| {
        records.iter().map(|it| Record::new(it.clone(), origin)).collect::<Vec<_>>()
    };
    assert_eq!(log, kept(&[event(2, 0, 0), later, event(4, 0, 0)]));
    assert_eq!(aside, kept(&[vec![0], event(1, 1, 7), event(2, 0, 1)]));
    let counts = (receipt.new, receipt.known, receipt.aside, receipt.unreadable, receipt.own);
    assert_eq!(counts, (2, 1, 2, 2, 1));
    assert_eq!((receipt.lost, receipt.gap, sender), (0, false, Some(there.vector())));
}

#[test]
fn a_delta_that_goes_on_from_elsewhere_leaves_a_gap() {
    let base = union(&[event(1, 0, 0)], HERE);
    let there = union(&[event(1, 0, 0), event(1, 1, 0)], HERE);
    let file = sent(&there, Some(&base.vector()));
    assert_eq!(file.records.len(), 1);
    let taken = take(&Union::default(), &file, &[], &[]);
    assert_eq!((taken.receipt.gap, taken.receipt.new, taken.sender), (true, 1, None));
    let taken = take(&base, &file, &[], &[]);
    assert_eq!((taken.receipt.gap, taken.sender), (false, Some(there.vector())));
    // It was there once, and more came since.
    let more = union(&[event(1, 0, 0), event(2, 0, 0)], HERE);
    let taken = take(&more, &file, &[], &[base.vector()]);
    assert_eq!((taken.receipt.gap, taken.sender), (false, Some(there.vector())));
}

#[test]
fn of_a_file_that_came_in_part_the_sender_is_not_known() {
    let there = union(&(0..200).map(|writer| event(writer, 0, 1)).collect::<Vec<_>>(), HERE);
    let whole = file::write(5, &there, None).files.remove(0);
    let cut = file::read(&whole[..whole.len() - 1]).expect("the first frames");
    let taken = take(&Union::default(), &cut, &[], &[]);
    assert_eq!((taken.receipt.new + taken.receipt.lost, taken.sender), (200, None));
    assert!(taken.receipt.lost > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn what_is_kept_is_the_union(here in records(), there in records()) {
        let of = |records: Vec<Record>, origin| union(&records.into_iter().map(|it| it.bytes).collect::<Vec<_>>(), origin);
        let (here, there) = (of(here, HERE), of(there, HERE));
        let file = sent(&there, None);
        let taken = take(&here, &file, &[], &[]);
        let counts = taken.receipt;
        prop_assert_eq!((counts.new + counts.known + counts.aside + counts.unreadable) as usize, there.records().len());
        let after = here.clone().with(Union::of([taken.log.clone(), taken.aside.clone()].concat()));
        let bytes = |union: &Union| union.records().iter().map(|it| it.bytes.clone()).collect::<BTreeSet<_>>();
        prop_assert_eq!(bytes(&after), bytes(&here).union(&bytes(&there)).cloned().collect::<BTreeSet<_>>());
        for record in &taken.log {
            prop_assert!(record.id().is_some_and(|id| !here.vector().holds(id)));
        }
        // Taken again it brings nothing.
        let again = take(&after, &file, &[], &[]);
        prop_assert_eq!((again.receipt.known as usize, again.log, again.aside), (there.records().len(), vec![], vec![]));
    }
}
