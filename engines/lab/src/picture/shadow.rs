//! Lamp, stick, ray and shadow; a centimetre is five sixths of a unit.

use super::{canvas, ellipse, line, rect, words};
use crate::Ask;
use crate::bench::Bench;
use crate::words::Message;
use course::digits::digits;
use stage::node::Element;

const FLOOR: i64 = 184;
const STICK: i64 = 112;

/// Thousandths of a centimetre in units.
const fn scaled(thousandths: i64) -> i64 {
    thousandths / 1200
}

pub fn view(bench: &Bench) -> Element<Ask> {
    let mut picture = canvas("208");
    let Some(run) = bench.runs.first() else { return picture };
    let [height, distance, size] = run.at;
    // From the right everything is as in a mirror.
    let right = run.to.get(3) == Some(&1);
    let across = |x: i64| if right { 320 - x } else { x };
    let (lamp, top) = (STICK - scaled(distance), FLOOR - scaled(height));
    let shadow = STICK + scaled(distance * size / (height - size).max(1));
    picture = picture.with(line("floor", 0, FLOOR, 320, FLOOR));
    let mut mark = 0;
    while mark <= 240 {
        let x = STICK + scaled(mark * 1000);
        picture = picture.with(line("tick", across(x), FLOOR + 6, across(x), FLOOR + 12));
        if mark % 40 == 0 && mark < 240 {
            picture = picture.with(words("mark", across(x), FLOOR + 23, &digits(mark)));
        }
        mark += 20;
    }
    if bench.lit {
        picture = picture.with(line("ray", across(lamp), top, across(shadow), FLOOR)).with(line(
            "shade",
            across(STICK),
            FLOOR + 2,
            across(shadow),
            FLOOR + 2,
        ));
    }
    picture
        .with(line("pole", across(lamp), top, across(lamp), FLOOR))
        .with(ellipse(if bench.lit { "glow" } else { "unlit" }, across(lamp), top, 11, 11))
        .with(ellipse("lamp", across(lamp), top, 6, 6))
        .with(rect("stick", across(STICK) - 3, FLOOR - scaled(size), 6, scaled(size)))
}

pub fn told(bench: &Bench) -> Message {
    match bench.runs.first().map(|it| it.to.get(3)) {
        _ if !bench.lit => Message::Dark,
        Some(Some(1)) => Message::ShadowLeft,
        Some(Some(_)) => Message::ShadowRight,
        Some(None) | None => Message::Lamp,
    }
}
