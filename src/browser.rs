//! The edge: the only place that touches storage, network, clock, speech and the address bar.
//!
//! Everything is called from effects and event handlers, never while rendering, so that the app also renders natively.
//! The calls into the browser are small JavaScript files beside their Rust: from wasm each call costs its import, its
//! glue and its conversions, about three times the bytes (docs/decisions/0003).

mod clock;
mod engine;
mod ledger;
mod offline;
mod page;
mod store;
mod visit;
mod voice;

pub use clock::{day, millis_shown, seed, stop_shown, wall};
pub use engine::{learners, prepare_engines, set_stage};
pub use ledger::{record, save_file, soon};
pub use offline::keep;
pub use page::{focus, helped, saved, told};
pub use store::IdbLog;
pub use visit::{Entry, apart, go, listen, page_shown, set_begun, set_pinyin, start, whole};
pub use voice::say;
