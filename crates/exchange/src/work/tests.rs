use super::*;
use learning::event::{EventId, LessonFinished, LessonOpened, ProfileChanged};
use proptest::prelude::*;

fn event(lamport: u64, learner: u64, kind: Kind) -> Vec<u8> {
    let id = EventId { writer: 9, seq: lamport as u32 };
    Event { id, learner, lamport, at: 0, kind }.to_bytes()
}

/// How many records a file has not, as its header says.
fn lacking(file: &[u8]) -> u32 {
    let header = file::read(file).expect("a file").header;
    header.had - header.count
}

fn opened(lesson: &str) -> Kind {
    Kind::LessonOpened(LessonOpened { lesson: lesson.to_owned(), seed: 1, forced: false })
}

fn finished(lesson: &str) -> Kind {
    Kind::LessonFinished(LessonFinished { lesson: lesson.to_owned(), seed: 1 })
}

#[test]
fn what_is_given_out_comes_back_in_its_order() {
    let all = [
        event(1, 0, opened("ma-03")),
        event(2, 0, finished("ma-03")),
        event(3, 0, Kind::Unknown(200, vec![1])),
    ];
    let shuffled = vec![all[2].clone(), all[0].clone(), all[1].clone(), all[0].clone()];
    let file = file(shuffled, None);
    assert_eq!(records(&file), Ok(all.to_vec()), "each once");
    assert_eq!(lacking(&file), 0);
    assert_eq!(records(&super::file(Vec::new(), None)), Ok(Vec::new()), "nothing is a file too");
}

#[test]
fn of_one_lesson_only_what_was_done_in_it() {
    let all = vec![
        event(1, 5, opened("ma-03")),
        event(2, 5, opened("ma-04")),
        event(3, 5, Kind::ProfileChanged(ProfileChanged { face: 1, colour: 1 })),
        vec![1, 2, 3],
    ];
    assert_eq!(records(&file(all.clone(), Some("ma-03"))), Ok(vec![all[0].clone()]));
    assert_eq!(
        records(&file(all.clone(), None)),
        Ok(all[..3].to_vec()),
        "what has no name is no event"
    );
}

#[test]
fn whose_it_is() {
    let of = |learners: &[u64]| {
        let events = (0..).zip(learners).map(|(at, learner)| event(at, *learner, opened("ma-03")));
        file::read(&file(events.collect(), None)).map(|it| it.header.learner)
    };
    assert_eq!(of(&[0, 0]), Ok(0));
    assert_eq!(of(&[0, 5]), Ok(5), "who has chosen a picture since then");
    assert_eq!(of(&[8, 5, 0]), Ok(5));
    assert_eq!(of(&[]), Ok(0));
}

#[test]
fn of_too_much_the_newest_stays_and_it_is_said() {
    let noise = |at: u64| {
        (0..125).flat_map(|part| course::rng::derive(at, &[part]).to_le_bytes()).collect()
    };
    let all: Vec<Vec<u8>> =
        (0..100).map(|at| event(at, 0, Kind::Unknown(200, noise(at)))).collect();
    let file = file(all.clone(), None);
    assert!(file.len() <= BYTES_MAX && file.len() > BYTES_MAX - 4096, "{}", file.len());
    let kept = records(&file).expect("a file");
    assert_eq!(kept, all[100 - kept.len()..]);
    assert_eq!(lacking(&file) as usize, 100 - kept.len());
    assert!(lacking(&file) > 0);
}

#[test]
fn what_is_no_work_is_refused() {
    let all: Vec<Vec<u8>> = (0..300).map(|at| event(at, 0, opened("ma-03"))).collect();
    let whole = file(all, None);
    let mut newer = whole.clone();
    newer[4] = 9;
    let cases = [
        (Vec::new(), FileError::Foreign),
        (b"%PDF-1.7".to_vec(), FileError::Foreign),
        (newer, FileError::TooNew { found: 9 }),
        (vec![0; BYTES_MAX + 1], FileError::TooLarge),
        (whole[..60].to_vec(), FileError::Cut),
    ];
    for (bytes, error) in cases {
        assert_eq!(records(&bytes), Err(error));
    }
}

proptest! {
    #[test]
    fn any_bytes_are_work_or_refused(bytes: Vec<u8>) {
        let _ = records(&bytes);
        if let Ok(records) = records(&file(vec![bytes], None)) {
            prop_assert!(records.len() < 2);
        }
    }
}
