//! What the models and the interactions promise, over all that can be set and many seeds.

mod models;
mod pieces;
