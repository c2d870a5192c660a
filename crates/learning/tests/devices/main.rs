//! Many devices of one learner in one thread: what they write, lose, carry and put together must be what a naive model says,
//! after every step.
//!
//! `SEEDS=10000 cargo test -p learning --test devices` for many; a failure names its seed, and
//! `SEED=n cargo test -p learning --test devices -- --nocapture` goes through that one alone, step by step.

use course::rng::Rng;
use std::panic::catch_unwind;
use std::thread;
use world::World;

mod device;
mod disk;
mod model;
mod world;

/// Seeds, where nothing else is said.
const SEEDS: u64 = 200;
const STEPS: u64 = 40;

#[test]
fn devices_agree_with_the_model_after_every_step() {
    if let Some(seed) = number("SEED") {
        return run(seed, true);
    }
    let seeds = number("SEEDS").unwrap_or(SEEDS);
    thread::scope(|scope| {
        let half = |odd: u64| move || (odd..seeds).step_by(2).for_each(quietly);
        scope.spawn(half(0));
        scope.spawn(half(1));
    });
}

fn quietly(seed: u64) {
    assert!(catch_unwind(|| run(seed, false)).is_ok(), "replay with SEED={seed}");
}

fn run(seed: u64, told: bool) {
    let mut world = World::new(Rng::new(seed), told);
    for _ in 0..STEPS {
        world.step();
    }
    world.settle();
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
