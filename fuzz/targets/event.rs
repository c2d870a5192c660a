//! Any bytes as an event, a log or a snapshot: refused, or harmless to fold.

#![no_main]

use course::codec::{from_bytes, to_bytes};
use fuzz::planted;
use learning::event::Event;
use learning::progress::Progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(event) = Event::from_bytes(bytes) {
        assert_eq!(Event::from_bytes(&event.to_bytes()), Ok(event), "written again");
    }
    let events = log(bytes);
    let folded = fold(Progress::default(), &events);
    planted(&folded);
    assert_eq!(fold(folded.clone(), &events), folded, "the same log again");
    assert_eq!(Progress::from_bytes(&folded.to_bytes()), Ok(folded), "as a snapshot");
    let _ = Progress::from_bytes(bytes);
    // No fuzzer guesses a checksum: what stands behind it is read by itself.
    if let Ok(progress) = from_bytes::<Progress>(bytes) {
        assert_eq!(from_bytes(&to_bytes(&progress)).as_ref(), Ok(&progress), "written again");
        fold(progress, &events);
    }
});

/// The events in `bytes`, each behind its length as one byte.
fn log(mut bytes: &[u8]) -> Vec<Event> {
    let mut events = Vec::new();
    while let [length, rest @ ..] = bytes {
        let (event, rest) = rest.split_at(rest.len().min(usize::from(*length)));
        events.extend(Event::from_bytes(event));
        bytes = rest;
    }
    events
}

fn fold(progress: Progress, events: &[Event]) -> Progress {
    events.iter().fold(progress, Progress::after)
}
