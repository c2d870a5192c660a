//! Any bytes as work that another site's page gives back: refused, or told in statements, given out again and carried.

#![no_main]

use course::rng::derive;
use exchange::{statement, work};
use fuzz::planted;
use learning::event::{Event, Kind};
use libfuzzer_sys::fuzz_target;

const URL: &str = "https://lessons.example/en/m/";

fuzz_target!(|bytes: &[u8]| {
    for bytes in [bytes, &sealed(bytes)] {
        if let Ok(records) = work::records(bytes) {
            taken(&records);
        }
    }
});

fn taken(records: &[Vec<u8>]) {
    let events: Vec<Event> = records.iter().filter_map(|it| Event::from_bytes(it).ok()).collect();
    planted(&events);
    // The lesson that the bytes are of, if any.
    let lesson = events.iter().find_map(lesson).unwrap_or_default();
    let url = [URL, &lesson, "/"].concat();
    let all = statement::statements(records, 0, &url, "en");
    for statement in &all {
        assert!(statement.len() <= statement::BYTES_MAX && statement.starts_with("{\"id\":\""));
        assert!(!statement.contains(|it: char| it < ' '), "a statement is a line");
    }
    let some = statement::statements(records, records.len() / 2, &url, "en");
    assert!(all.ends_with(&some), "the same statements, whenever they are asked for");
    let file = work::file(records.to_vec(), None);
    assert!(file.len() <= work::BYTES_MAX);
    let again = work::records(&file).expect("what was given out");
    assert!(records.ends_with(&again), "the newest, in their order");
    let one = work::file(records.to_vec(), Some(&lesson));
    assert!(work::records(&one).is_ok_and(|it| it.iter().all(|it| records.contains(it))));
}

fn lesson(event: &Event) -> Option<String> {
    match &event.kind {
        Kind::LessonOpened(it) => Some(it.lesson.clone()),
        Kind::ItemAttempted(it) => Some(it.lesson.clone()),
        Kind::LessonFinished(it) => Some(it.lesson.clone()),
        Kind::HistoryImported(_) | Kind::ProfileChanged(_) | Kind::Unknown(..) => None,
    }
}

/// No fuzzer guesses a checksum: a file of one frame around these bytes, the first of which counts its records.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let (count, payload) = bytes.split_first().map_or((0, bytes), |(count, rest)| (*count, rest));
    let mut file = b"SNOL\x01".to_vec();
    file.extend([0; 28]);
    file.extend(u32::from(count).to_le_bytes());
    let check = derive(0, &file) as u32;
    file.extend(check.to_le_bytes());
    let mut frame = payload.len().to_le_bytes()[..3].to_vec();
    frame.push(count);
    frame.extend_from_slice(payload);
    file.extend((derive(check.into(), &frame) as u32).to_le_bytes());
    file.extend(frame);
    file
}
