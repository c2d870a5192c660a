//! What a course is: lessons, items, scoring, generators and the pack they travel in.
//!
//! Pure: text, bytes, numbers and seeds come in as arguments, so the same code compiles courses natively, runs
//! in the app and is tested in milliseconds.

pub mod catalogue;
pub mod codec;
pub mod digits;
pub mod expr;
pub mod figure;
pub mod forever;
pub mod generator;
pub mod item;
pub mod lesson;
pub mod number;
pub mod pack;
pub mod picture;
pub mod plan;
pub mod rational;
pub mod rng;
#[cfg(any(test, feature = "sample"))]
pub mod sample;
#[cfg(feature = "stage")]
pub mod stage;
pub mod text;
