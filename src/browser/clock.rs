//! Time and chance.

use super::page;
use std::cell::Cell;

thread_local! {
    static SHOWN: Cell<f64> = const { Cell::new(0.0) };
}

/// Another stop is on the screen: its time begins.
pub fn stop_shown() {
    SHOWN.set(page::ticks());
}

/// Milliseconds since the stop was shown, at most a day.
pub fn millis_shown() -> u32 {
    (page::ticks() - SHOWN.get()).clamp(0.0, 86_400_000.0) as u32
}

/// Milliseconds since 1970 by the device's clock.
pub fn wall() -> i64 {
    js_sys::Date::now() as i64
}

/// Days since 1970 in local time.
pub fn day() -> i64 {
    page::day() as i64
}

/// A number that nobody could have foreseen.
pub fn seed() -> u64 {
    u64::from_str_radix(&page::chance(), 16).unwrap_or_default()
}
