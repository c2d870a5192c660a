//! Snowlight's app: what a learner sees.
//!
//! Views read state and emit [`state::Command`]s. Storage, network, clock and speech are touched in [`browser`] alone,
//! so that everything else also compiles natively, for the prerendered pages and for tests.

pub mod app;
pub mod browser;
pub mod item;
pub mod locale;
pub mod page;
pub mod route;
pub mod state;
pub mod ui;
