//! Notes as sound: how high it is, when it begins and ends, and that it is neither silent nor too loud.

use js_sys::{Float32Array, Float64Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/engines/stage/src/sound.js")]
extern "C" {
    fn sounding(context: &JsValue, out: &JsValue, notes: Float64Array, at: f64);
}

#[wasm_bindgen(module = "/tests/browser/sound.js")]
extern "C" {
    fn silent(rate: f64, seconds: f64) -> JsValue;
    fn destination(context: &JsValue) -> JsValue;
    async fn rendered(context: &JsValue) -> JsValue;
}

const RATE: f64 = 44_100.0;
const NAMES: [&str; 4] = ["plucked", "blown", "struck", "drum"];
/// Keys from A3 to C6, all that is sung and clicked.
const KEYS: [u16; 7] = [57, 60, 64, 69, 72, 79, 84];

/// What notes of five numbers each sound like for two seconds.
async fn heard(notes: &[f64]) -> Vec<f32> {
    let context = silent(RATE, 2.0);
    sounding(&context, &destination(&context), Float64Array::from(notes), 0.0);
    Float32Array::from(rendered(&context).await).to_vec()
}

fn loudest(wave: &[f32]) -> f32 {
    wave.iter().fold(0.0, |most, it| most.max(it.abs()))
}

/// How often a second a wave repeats itself, looked for around what is expected: where it is most like itself a little later.
fn pitch(wave: &[f32], expected: f64) -> f64 {
    let like = |lag: usize| -> f64 {
        let pairs = wave.iter().zip(&wave[lag..]);
        pairs.map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    // Several periods, so that a sample more or less is little; not so many that one more is looked at.
    let periods = (expected / 40.0).ceil().min(8.0);
    let middle = RATE / expected * periods;
    let (from, to) = ((middle * 0.94) as usize, (middle * 1.06) as usize);
    let best = (from..=to).max_by(|a, b| like(*a).total_cmp(&like(*b))).expect("a range");
    RATE / best as f64 * periods
}

/// When it is first louder than a twentieth of the loudest, and than what rings on, in milliseconds.
fn onset(wave: &[f32], ringing: f32) -> f64 {
    let enough = (loudest(wave) / 20.0).max(ringing * 1.5);
    let first = wave.iter().position(|it| it.abs() > enough).expect("a sound");
    first as f64 * 1000.0 / RATE
}

#[wasm_bindgen_test]
async fn every_voice_has_the_pitch_that_is_asked_for() {
    for (voice, name) in NAMES.iter().enumerate().take(3) {
        for key in KEYS {
            let wave = heard(&[0.0, 900.0, f64::from(key) * 100.0, 90.0, voice as f64]).await;
            let expected = 440.0 * js_sys::Math::pow(2.0, (f64::from(key) - 69.0) / 12.0);
            // What dies away soon is looked at soon.
            let from = if *name == "struck" { 0.004 } else { 0.15 };
            let found = pitch(&wave[(from * RATE) as usize..][..(RATE * 0.1) as usize], expected);
            let off = (found / expected - 1.0).abs();
            assert!(off < 0.02, "{name} {key}: {found:.1} Hz for {expected:.1}");
        }
    }
}

#[wasm_bindgen_test]
async fn every_voice_begins_when_it_is_asked_to() {
    for (voice, name) in NAMES.iter().enumerate() {
        for at in [0.0, 250.0, 733.0] {
            let wave = heard(&[at, 400.0, 6000.0, 90.0, voice as f64]).await;
            let found = onset(&wave, 0.0);
            assert!((found - at).abs() < 10.0, "{name}: {found:.1} ms for {at}");
        }
    }
}

#[wasm_bindgen_test]
async fn louder_is_louder_and_nothing_is_cut_off() {
    for (voice, name) in NAMES.iter().enumerate() {
        let mut before = 0.0;
        for loudness in [30.0, 60.0, 90.0, 127.0] {
            let most = loudest(&heard(&[0.0, 500.0, 6400.0, loudness, voice as f64]).await);
            assert!(
                most > before * 1.3 && most > 0.02 && most < 0.9,
                "{name} at {loudness}: {most}"
            );
            before = most;
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_blown_ends_and_what_is_plucked_dies_away() {
    for (voice, name) in NAMES.iter().enumerate() {
        let wave = heard(&[0.0, 400.0, 6000.0, 90.0, voice as f64]).await;
        let late = loudest(&wave[(RATE * 1.6) as usize..]);
        assert!(late < loudest(&wave) / 20.0, "{name}: {late}");
    }
    let held = heard(&[0.0, 1_500.0, 6000.0, 90.0, 1.0]).await;
    assert!(loudest(&held[(RATE * 1.3) as usize..][..4_000]) > loudest(&held) / 3.0);
}

/// A rhythm of notes comes out as it was put in, each within ten milliseconds.
#[wasm_bindgen_test]
async fn a_rhythm_keeps_its_time() {
    let times = [0.0, 300.0, 450.0, 600.0, 1_200.0];
    let notes: Vec<f64> = times.iter().flat_map(|at| [*at, 80.0, 8_100.0, 90.0, 2.0]).collect();
    let wave = heard(&notes).await;
    for at in times {
        let sample = |at: f64| (at.max(0.0) * RATE / 1000.0) as usize;
        let ringing = loudest(&wave[sample(at - 20.0)..sample(at - 2.0)]);
        let found =
            onset(&wave[sample(at - 20.0)..sample(at + 60.0)], ringing) + (at - 20.0).max(0.0);
        assert!((found - at).abs() < 10.0, "{found} for {at}");
    }
}
