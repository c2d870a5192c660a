//! What only a browser can show. One binary, so that the browser starts once.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod generators;
mod guard;
mod interaction;
mod lab;
mod log;
mod network;
mod page;
mod progress;
mod safety;
mod sound;
mod start;
mod storage;
mod typing;

wasm_bindgen_test_configure!(run_in_browser);
