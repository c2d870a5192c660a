use super::*;
use crate::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};
use crate::merge::{HERE, Record};
use course::codec::Bytes;
use course::item::{Response, Score, StagedKind};
use course::lesson::PartKind;
use course::rng::{Rng, derive};
use proptest::prelude::*;

fn response() -> impl Strategy<Value = Response> {
    let small = || prop::collection::vec(any::<u8>(), 0..5);
    prop_oneof![
        any::<u8>().prop_map(Response::Choice),
        ".{0,6}".prop_map(Response::Typed),
        small().prop_map(Response::Order),
        small().prop_map(Response::Match),
        small().prop_map(Response::Sort),
        small().prop_map(Response::Tiles),
        any::<u16>().prop_map(Response::Numline),
        prop::collection::vec(any::<u16>(), 0..5).prop_map(Response::Grid),
        Just(Response::Read),
        prop::collection::vec(any::<bool>(), 0..5).prop_map(Response::Check),
        small().prop_map(Response::Multi),
        small().prop_map(|it| Response::Staged(StagedKind::Draw, Bytes(it))),
    ]
}

/// A text that is met again, or any.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec!["", "ma-03", "ma-03.e1", "ma-03.e12", "十以内"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn edgy() -> impl Strategy<Value = u64> {
    prop_oneof![0_u64..4, any::<u64>(), Just(u64::MAX)]
}

prop_compose! {
    fn attempt()(
        names in (name(), name(), name(), prop::collection::vec(name(), 0..3)),
        numbers in (edgy(), edgy(), any::<u8>(), any::<u8>(), any::<[bool; 2]>()),
        (part, response, right) in (0_usize..9, response(), 0_usize..8),
        (millis, day) in (any::<u32>(), any::<i64>()),
    ) -> Attempt {
        let (lesson, item, misconception, skills) = names;
        let (hash, seed, level, hints, [forced, solution]) = numbers;
        let (part, _) = PartKind::ALL[part];
        let score = Score::share(right, 7);
        let hash = hash as u32;
        Attempt {
            lesson, item, hash, level, seed, forced, part, response, score, skills, misconception, hints, solution, millis, day,
        }
    }
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        1 => (name(), edgy(), any::<bool>())
            .prop_map(|(lesson, seed, forced)| Kind::LessonOpened(LessonOpened { lesson, seed, forced })),
        1 => (name(), edgy()).prop_map(|(lesson, seed)| Kind::LessonFinished(LessonFinished { lesson, seed })),
        4 => attempt().prop_map(Kind::ItemAttempted),
        1 => (3_u8.., prop::collection::vec(any::<u8>(), 0..20)).prop_map(|(number, body)| Kind::Unknown(number, body)),
    ]
}

/// Events as they come one after the other, and as they never do.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let event = (edgy(), 0_u32..6, edgy(), edgy(), any::<i64>(), kind()).prop_map(
        |(writer, seq, learner, lamport, at, kind)| {
            Event { id: EventId { writer, seq }, learner, lamport, at, kind }.to_bytes()
        },
    );
    prop_oneof![
        6 => event,
        1 => prop::collection::vec(any::<u8>(), 0..40),
        // A known kind whose body a later version wrote.
        1 => any::<u8>().prop_map(|body| vec![1, 5, 0, 1, 0, 0, 1, 1, body]),
        // As long as a number can be, where it could be shorter: no event that is written again is the same.
        1 => Just(vec![1, 0x85, 0x00, 1, 0, 0, 0, 9, 0]),
    ]
}

fn union(records: &[Vec<u8>]) -> Union {
    Union::of(records.iter().map(|it| Record::new(it.clone(), HERE)).collect())
}

fn contents(union: &Union) -> Vec<Vec<u8>> {
    union.records().iter().map(|it| it.bytes.clone()).collect()
}

fn one(learner: u64, union: &Union) -> Vec<u8> {
    let written = write(learner, union, None);
    assert_eq!((written.files.len(), written.left), (1, 0));
    written.files[0].clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn comes_back_byte_for_byte(records in prop::collection::vec(bytes(), 0..10), learner in edgy()) {
        let have = union(&records);
        let file = read(&one(learner, &have)).expect("whole");
        prop_assert_eq!(file.records, contents(&have));
        prop_assert_eq!(file.fault, None);
        prop_assert_eq!((file.header.learner, file.header.base), (learner, 0));
        prop_assert_eq!(file.header.state, have.vector().digest);
    }

    #[test]
    fn a_delta_holds_what_is_lacking(records in prop::collection::vec(bytes(), 0..8), cut in 0_usize..8) {
        let (before, after) = (union(&records[..cut.min(records.len())]), union(&records));
        let written = write(1, &after, Some(&before.vector()));
        let file = read(&written.files[0]).expect("whole");
        prop_assert_eq!(&file.records, &contents(&after.since(&before.vector())));
        let there = before.vector();
        prop_assert_eq!((file.header.base, file.header.state), (there.digest, after.vector().digest));
        prop_assert_eq!(before.with(union(&file.records)).vector(), after.vector());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = read(&bytes);
        let mut file = MAGIC.to_vec();
        file.extend(bytes);
        let _ = read(&file);
    }

    #[test]
    fn any_payload_is_read_or_refused(payload: Vec<u8>, count in 0_usize..256, small in 0_usize..2_000) {
        for mut budget in [small, READ_MAX] {
            if let Ok(records) = frame::read(&payload, count, 0, &mut budget) {
                prop_assert_eq!(records.len(), count);
                let have = union(&records);
                prop_assert_eq!(read(&one(0, &have)).map(|it| it.records), Ok(contents(&have)), "written again");
            }
        }
    }
}

/// So many events of one writer.
fn history(count: u32) -> Union {
    let event = |seq: u32| {
        let seed = course::rng::derive(seq.into(), b"seed");
        let kind = Kind::LessonFinished(LessonFinished { lesson: "ma-03".to_owned(), seed });
        let at = i64::from(seq) * 60_000;
        Event { id: EventId { writer: 7, seq }, learner: 5, lamport: seq.into(), at, kind }
    };
    union(&(0..count).map(|seq| event(seq).to_bytes()).collect::<Vec<_>>())
}

#[test]
fn of_a_cut_file_the_whole_frames_are_read() {
    let have = history(400);
    let file = one(5, &have);
    let slots = (file.len() - HEADER).div_ceil(SLOT);
    assert!(slots > 3, "{slots} slots");
    let mut before = 0;
    for length in (0..HEADER + HEAD).chain((HEADER + HEAD..file.len()).step_by(11)) {
        match read(&file[..length]) {
            Ok(cut) => {
                assert_eq!(cut.fault, Some(FileError::Cut), "{length} bytes");
                assert_eq!(cut.records, contents(&have)[..cut.records.len()]);
                assert_eq!(cut.lost() as usize, 400 - cut.records.len());
                assert!(cut.records.len() >= before, "{length} bytes");
                before = cut.records.len();
            }
            Err(error) => {
                let expected =
                    if length < MAGIC.len() { FileError::Foreign } else { FileError::Cut };
                assert_eq!((error, before), (expected, 0), "{length} bytes");
                assert!(length < HEADER + SLOT, "{length} bytes");
            }
        }
    }
    assert!(before > 250, "{before}");
}

#[test]
fn of_a_damaged_file_all_other_frames_are_read() {
    let have = history(400);
    let file = one(5, &have);
    let whole = read(&file).expect("whole");
    for at in (0..HEADER + HEAD).chain((HEADER + HEAD..file.len()).step_by(13)) {
        let mut damaged = file.clone();
        damaged[at] ^= 1 << (at % 8);
        match read(&damaged) {
            // Behind the magic and the version it is the header.
            Err(error) if at < MAGIC.len() => assert_eq!(error, FileError::Foreign),
            Err(error) if at == MAGIC.len() => {
                assert!(matches!(error, FileError::TooNew { .. } | FileError::Foreign))
            }
            Err(error) => assert_eq!((error, at < HEADER), (FileError::Damaged, true), "byte {at}"),
            // Between two frames nothing stands.
            Ok(read) if read.fault.is_none() => assert_eq!(read.records, whole.records),
            Ok(read) => {
                assert!(read.lost() > 0 && read.lost() < 150, "byte {at}: {} lost", read.lost());
                assert!(read.records.iter().all(|it| whole.records.contains(it)), "byte {at}");
            }
        }
    }
}

#[test]
fn who_has_to_act_is_told_what_is_wrong() {
    let file = one(5, &history(1));
    let with = |at: usize, byte: u8| {
        let mut file = file.clone();
        file[at] = byte;
        read(&file)
    };
    assert_eq!(read(b""), Err(FileError::Foreign));
    assert_eq!(read(b"PK\x03\x04 something else"), Err(FileError::Foreign));
    assert_eq!(with(4, FORMAT + 1), Err(FileError::TooNew { found: FORMAT + 1 }));
    assert_eq!(with(4, 0), Err(FileError::Foreign));
    assert_eq!(read(&file[..20]), Err(FileError::Cut));
    assert_eq!(read(&file[..file.len() - 1]), Err(FileError::Cut), "nothing whole is left");
    assert_eq!(with(9, 0xee), Err(FileError::Damaged));
    assert_eq!(with(file.len() - 2, 0xee), Err(FileError::Damaged));
    assert_eq!(read(&vec![0; BYTES_MAX + 1]), Err(FileError::TooLarge));
}

#[test]
fn a_record_larger_than_a_slot_has_a_frame_of_its_own() {
    let mut rng = Rng::new(1);
    let drawing: Vec<u8> = (0..5_000).map(|_| rng.below(256) as u8).collect();
    let event = |seq: u32, body: Vec<u8>| {
        let kind = Kind::Unknown(200, body);
        Event { id: EventId { writer: 7, seq }, learner: 5, lamport: 0, at: 0, kind }.to_bytes()
    };
    let have = union(&[event(0, vec![1]), event(1, drawing.clone()), event(2, vec![2])]);
    let file = one(5, &have);
    assert_eq!(read(&file).map(|it| it.records), Ok(contents(&have)));
    let mut damaged = file.clone();
    damaged[HEADER + 2 * SLOT] ^= 1;
    let read = read(&damaged).expect("the others are whole");
    assert_eq!((read.records.len(), read.lost()), (2, 1));
    // What is too large for any file is said, and the rest is written.
    let huge = union(&[event(0, vec![1]), event(1, vec![0; READ_MAX]), event(2, drawing)]);
    let written = write(5, &huge, None);
    assert_eq!((written.files.len(), written.left), (2, 1));
    let alone = write(5, &union(&[event(1, vec![0; READ_MAX])]), None);
    assert_eq!((alone.files.len(), alone.left), (1, 1));
}

#[test]
fn no_file_is_larger_than_a_reader_takes() {
    let records = contents(&history(400));
    let records: Vec<&[u8]> = records.iter().map(Vec::as_slice).collect();
    let mut rest = records.as_slice();
    while !rest.is_empty() {
        let (frames, count) = frames(5, rest, HEADER + 2 * SLOT);
        let header =
            Header { learner: 5, base: 0, state: 0, had: 0, count: count as u32, check: 0 };
        let file = joined(header, &frames);
        assert!(file.len() <= HEADER + 2 * SLOT, "{} bytes", file.len());
        assert_eq!(
            read(&file).map(|it| it.records),
            Ok(rest[..count].iter().map(|it| it.to_vec()).collect())
        );
        rest = &rest[count..];
    }
}

#[test]
fn what_comes_out_of_a_file_is_bounded() {
    // Said again a long name costs a byte: a kibibyte tells of far more than it weighs.
    let lesson = "a".repeat(200_000);
    let event = |seq: u32| {
        let kind = Kind::LessonFinished(LessonFinished { lesson: lesson.clone(), seed: 0 });
        Event { id: EventId { writer: 7, seq }, learner: 5, lamport: seq.into(), at: 0, kind }
            .to_bytes()
    };
    let have = union(&(0..250).map(event).collect::<Vec<_>>());
    let written = write(5, &have, None);
    assert_eq!(written.files.len(), 2, "a reader takes {READ_MAX} bytes of each");
    let all: usize = written.files.iter().map(|it| read(it).expect("whole").records.len()).sum();
    assert_eq!(all, 250);
    // One that holds what a writer would have put into two.
    let records = contents(&have);
    let (frames, count) =
        frames(5, &records.iter().map(Vec::as_slice).collect::<Vec<_>>(), BYTES_MAX);
    let twice: Vec<Frame> = frames
        .iter()
        .chain(&frames)
        .map(|it| Frame { payload: it.payload.clone(), ..*it })
        .collect();
    let header =
        Header { learner: 5, base: 0, state: 0, had: 0, count: 2 * count as u32, check: 0 };
    let read = read(&joined(header, &twice)).expect("the first half");
    assert_eq!((read.fault, read.records.len()), (Some(FileError::TooLarge), count));
}

#[test]
fn a_header_is_what_the_page_says() {
    let have = history(3);
    let file = one(5, &have);
    assert_eq!(&file[..5], b"SNOL\x01");
    assert_eq!(file[5..13], 5_u64.to_le_bytes());
    assert_eq!(file[13..21], [0; 8]);
    assert_eq!(file[21..29], have.vector().digest.to_le_bytes());
    assert_eq!(file[29..33], 3_u32.to_le_bytes());
    assert_eq!(file[33..37], 3_u32.to_le_bytes());
    // The number of records of the first frame.
    assert_eq!(file[HEADER + 7], 3);
}

#[test]
fn of_too_much_the_newest_is_taken_and_the_header_says_so() {
    // Two writers in turns, so that the newest are not those with the largest names.
    let event = |count: u32| {
        let id = EventId { writer: u64::from(count % 2), seq: count / 2 };
        // Nothing makes these shorter.
        let body = (0..4).flat_map(|at| derive(u64::from(count), &[at]).to_le_bytes()).collect();
        let kind = Kind::Unknown(200, body);
        Event { id, learner: 5, lamport: u64::from(count), at: 0, kind }.to_bytes()
    };
    let all: Vec<Vec<u8>> = (0..400).map(event).collect();
    let records = all.iter().map(|it| Record::new(it.clone(), HERE));
    let have = Union::of(records.collect());
    let whole = write_newest(5, &have, 1 << 16);
    assert_eq!(whole, write(5, &have, None).files[0], "as ever where there is room");
    let part = write_newest(5, &have, 8 << 10);
    assert!(part.len() > 6 << 10 && part.len() <= 8 << 10, "{}", part.len());
    let File { header, records, fault } = read(&part).expect("a file");
    assert_eq!((header.had, header.count as usize, header.state), (400, records.len(), 0));
    assert!(fault.is_none() && records.len() < 400, "{}", records.len());
    let newest = &all[400 - records.len()..];
    assert!(newest.iter().all(|it| records.contains(it)), "the newest are in it");
    let none = read(&write_newest(5, &have, 100)).expect("a file of nothing");
    assert_eq!((none.header.had, none.records.len()), (400, 0));
}
