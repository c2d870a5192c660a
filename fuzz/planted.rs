//! The fault that `cargo xtask fuzz --planted` has to find.

use std::fmt::Debug;

/// Panics over one byte in any text of what was read, if the fault was planted. No seed has that byte, and it is none of
/// those below a space, which are marks in a pack.
pub fn planted(read: &impl Debug) {
    if cfg!(feature = "planted") {
        assert!(!format!("{read:?}").contains(r"\u{7f}"), "the planted fault");
    }
}
