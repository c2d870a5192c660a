//! Any bytes as an event, a snapshot or a log: refused, or harmless to fold.

#![no_main]

use course::codec::{from_bytes, to_bytes};
use fuzz::planted;
use learning::event::Event;
use learning::progress::Progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    event(bytes);
    snapshot(bytes);
    log(bytes);
});

fn event(bytes: &[u8]) {
    if let Ok(event) = Event::from_bytes(bytes) {
        assert_eq!(Event::from_bytes(&event.to_bytes()), Ok(event), "written again");
    }
}

fn snapshot(bytes: &[u8]) {
    let _ = Progress::from_bytes(bytes);
    // No fuzzer guesses a checksum: what stands behind it is read by itself.
    if let Ok(progress) = from_bytes::<Progress>(bytes) {
        assert_eq!(from_bytes(&to_bytes(&progress)), Ok(progress), "written again");
    }
}

/// Events on top of a snapshot, if there is one among them.
fn log(bytes: &[u8]) {
    let pieces = pieces(bytes);
    let start = pieces.iter().find_map(|it| from_bytes::<Progress>(it).ok()).unwrap_or_default();
    let events: Vec<Event> = pieces.iter().filter_map(|it| Event::from_bytes(it).ok()).collect();
    let fold = |progress: Progress| events.iter().fold(progress, Progress::after);
    let folded = fold(start);
    planted(&folded);
    assert_eq!(fold(folded.clone()), folded, "the same log again");
    assert_eq!(Progress::from_bytes(&folded.to_bytes()), Ok(folded), "as a snapshot");
}

/// What stands in `bytes` one behind the other, each behind its length as one byte.
fn pieces(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    while let [length, rest @ ..] = bytes {
        let (piece, rest) = rest.split_at(rest.len().min(usize::from(*length)));
        pieces.push(piece);
        bytes = rest;
    }
    pieces
}
