//! An engine: what a lesson in another site's page gives out and takes back (`crates/exchange`), for the script that speaks with
//! that page. It is fetched when the page asks for statements or has to keep the work, and has neither view nor words.

#[cfg(target_arch = "wasm32")]
mod edge;

/// A third of the default allocator's code, and constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
