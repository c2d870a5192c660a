//! What a learner did, and what it means.
//!
//! What happened is stored as events and never changed; progress is a fold over them and can always be computed anew.
//! Pure: time, randomness and bytes come in as arguments.

pub mod date;
pub mod event;
pub mod file;
pub mod float;
pub mod json;
pub mod log;
pub mod mastery;
pub mod merge;
pub mod placement;
pub mod plan;
#[cfg(planted)]
pub mod planted;
pub mod progress;
pub mod receipt;
pub mod review;
#[cfg(any(test, feature = "suite"))]
pub mod sample;
pub mod vector;
