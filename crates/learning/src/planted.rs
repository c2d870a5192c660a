//! Mistakes that the fault tests have to notice, built in for them alone (`cargo xtask e2e --planted`). At most one of them is
//! made, and which one is said when the app starts.

use std::cell::RefCell;

thread_local! {
    static MISTAKE: RefCell<String> = RefCell::default();
}

/// From now on this mistake is made.
pub fn choose(mistake: String) {
    MISTAKE.set(mistake);
}

/// Whether this mistake is made.
pub fn is(mistake: &str) -> bool {
    MISTAKE.with_borrow(|it| it == mistake)
}
