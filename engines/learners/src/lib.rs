//! An engine: whose turn it is on a shared device, what is kept of each learner, copies that leave the browser and come back,
//! and erasing. It is fetched when one of its pages is first opened, and works without a network from then on.
//!
//! Like the app: [`state`] is plain values and what changes them, [`view`] shows them, `edge` is the only part that touches
//! the browser. It has no virtual DOM, since a second one would weigh more than all of this: a page is drawn anew each time.

#[cfg(target_arch = "wasm32")]
mod edge;
pub mod node;
pub mod person;
pub mod state;
pub mod view;
pub mod words;

/// A third of the default allocator's code, and constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
