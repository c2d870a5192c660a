//! Any text as a shared picture: drawn, or refused in words.

#![no_main]

use authoring::picture::compile;
use fuzz::planted;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    planted(&text);
    match compile(&text) {
        Ok(drawing) => assert!(!drawing.shapes.is_empty(), "a picture of nothing"),
        Err(what) => assert!(!what.is_empty(), "a reason without words"),
    }
});
