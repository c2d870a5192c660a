//! Pots side by side; what grows gets a pair of leaves for every twenty squares.

use super::{canvas, ellipse, line, rect, words};
use crate::Ask;
use crate::bench::Bench;
use course::stage::lab::Run;
use stage::node::{Element, of};

const GROUND: i64 = 176;

pub fn view(bench: &Bench) -> Element<Ask> {
    let mut picture = canvas("208");
    let width = 320 / bench.runs.len().max(1) as i64;
    for (at, run) in bench.runs.iter().enumerate() {
        let middle = width * at as i64 + width / 2;
        picture = picture.with(pot(
            run,
            middle,
            if bench.runs.len() > 1 { ["A", "B", "C"][at.min(2)] } else { "" },
        ));
    }
    picture
}

fn pot(run: &Run, middle: i64, name: &str) -> Element<Ask> {
    let squares = run.at[0] / 1_000_000;
    let [light, water, ..] = run.to[..] else { return of("g", "green") };
    // In the dark it gets long and pale, without water or in too much of it limp.
    let day = i64::from(run.step / 24);
    let class = if light == 0 && day > 2 {
        "pale"
    } else if (water == 0 || water > 8) && day > 3 {
        "limp"
    } else {
        "green"
    };
    let long = if class == "pale" { 24 + 3 * day } else { 24 + squares / 2 };
    let mut plant =
        of("g", class).with(line("stem", middle, GROUND - 24, middle, GROUND - 24 - long));
    let pairs = squares / 20 + 1;
    for pair in 0..pairs {
        let up = GROUND - 30 - (long - 8) * (pair + 1) / pairs;
        let wide = 9 + pair % 3;
        plant = plant.with(ellipse("leaf", middle - wide - 1, up, wide, 5)).with(ellipse(
            "leaf",
            middle + wide + 1,
            up - 3,
            wide,
            5,
        ));
    }
    let mut wet = rect("earth", middle - 22, GROUND - 26, 44, 8);
    if water == 0 {
        wet = rect("dry", middle - 22, GROUND - 26, 44, 8);
    }
    of("g", "pot")
        .with(plant)
        .with(rect("clay", middle - 24, GROUND - 20, 48, 30))
        .with(wet)
        .with(words("mark", middle, GROUND + 26, name))
}
