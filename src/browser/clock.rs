//! Time and chance.

use super::window;
use std::cell::Cell;

thread_local! {
    static SHOWN: Cell<f64> = const { Cell::new(0.0) };
}

/// Another stop is on the screen: its time begins.
pub fn stop_shown() {
    SHOWN.set(now());
}

/// Milliseconds since the stop was shown.
pub fn millis_shown() -> u32 {
    (now() - SHOWN.get()).clamp(0.0, 86_400_000.0) as u32
}

/// Milliseconds since 1970 by the device's clock.
pub fn wall() -> i64 {
    js_sys::Date::now() as i64
}

/// Days since 1970 in local time.
pub fn day() -> i64 {
    let date = js_sys::Date::new_0();
    let local = js_sys::Date::now() - date.get_timezone_offset() * 60_000.0;
    (local / 86_400_000.0).floor() as i64
}

/// A number that nobody could have foreseen.
pub fn seed() -> u64 {
    let mut bytes = [0; 8];
    // `getRandomValues` is there on plain http too; without it two draws of `random` must do.
    let drawn = window().crypto().and_then(|it| it.get_random_values_with_u8_array(&mut bytes));
    if drawn.is_err() {
        let half = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
        return half() << 32 | half();
    }
    u64::from_le_bytes(bytes)
}

fn now() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}
