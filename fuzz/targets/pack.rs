//! Any bytes as a pack or a catalogue: refused, or harmless to learn from.

#![no_main]

use course::catalogue::Catalogue;
use course::pack::{read, write};
use course::sample;
use fuzz::planted;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(lesson) = read(bytes) {
        planted(&lesson);
        sample::walk(&lesson);
        assert_eq!(read(&write(&lesson)), Ok(lesson), "written again");
    }
    if let Ok(catalogue) = Catalogue::read(bytes) {
        assert_eq!(Catalogue::read(&catalogue.write()), Ok(catalogue), "written again");
    }
});
