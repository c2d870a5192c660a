//! Any bytes as a learner file, as the payload of a frame, or as a code that was typed: refused, or read, merged and
//! written again.

#![no_main]

use course::rng::derive;
use fuzz::planted;
use learning::event::Event;
use learning::file::{self, File};
use learning::json;
use learning::merge::{HERE, Record, Union};
use learning::receipt::take;
use learning::vector::{Code, Vector};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for bytes in [bytes, &sealed(bytes)] {
        if let Ok(file) = file::read(bytes) {
            read(&file);
        }
    }
    if let Ok(code) =
        std::str::from_utf8(bytes).map_err(drop).and_then(|it| Code::read(it).map_err(drop))
    {
        assert_eq!(Code::read(&code.text()), Ok(code));
    }
    let _ = course::codec::from_bytes::<Vector>(bytes);
});

fn read(file: &File) {
    let events: Vec<Event> =
        file.records.iter().filter_map(|it| Event::from_bytes(it).ok()).collect();
    planted(&events);
    // A device that has every other record already.
    let half = file.records.iter().step_by(2).map(|it| Record::new(it.clone(), HERE));
    let here = Union::of(half.collect());
    let taken = take(&here, file, &[0], &[]);
    let after = here.clone().with(Union::of([taken.log, taken.aside].concat()));
    for record in &file.records {
        assert!(after.has(&Record::new(record.clone(), HERE)), "a record is lost");
    }
    let again = take(&after, file, &[], &[]);
    assert!(again.log.is_empty() && again.aside.is_empty(), "taken again it brings something");
    written(file.header.learner, &after, None);
    written(file.header.learner, &after, Some(&here.vector()));
    json::export(file.header.learner, &after);
}

/// What is written is read again, byte for byte.
fn written(learner: u64, have: &Union, base: Option<&Vector>) {
    let written = file::write(learner, have, base);
    assert_eq!(written.left, 0);
    let files = written.files.iter().map(|it| file::read(it).expect("whole"));
    let read: Vec<Vec<u8>> = files.flat_map(|it| it.records).collect();
    let sent = base.map_or_else(|| have.clone(), |base| have.since(base));
    assert!(sent.records().iter().map(|it| &it.bytes).eq(&read));
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
