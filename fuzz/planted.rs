//! The fault that `cargo xtask fuzz --planted` has to find.

/// Panics over one byte in a text that was read, if the fault was planted. No seed has that byte.
pub fn planted(text: &str) {
    if cfg!(feature = "planted") {
        assert!(!text.contains('\u{7}'), "the planted fault");
    }
}
