//! Reads a `trace`.

use super::{Line, Script, behind, number, point};
use course::stage::drawing::kind::{Kind, made, spiral, wave, zigzag};
use course::stage::drawing::point::{POINTS_MAX, Point};
use course::stage::drawing::trace::{LINES_MAX, Trace};

/// How far one may be beside the path, if nothing is said: a fingertip on a small phone.
const BESIDE: u8 = 30;

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &[Line<'_>]) -> Trace {
    let mut trace = Trace { name: String::new(), lines: Vec::new(), beside: BESIDE };
    for line in lines {
        match line.words[0] {
            "name" => trace.name = script.name_of(line, "`name = a wave with three hills`"),
            "beside" => {
                let beside = line.words.get(1).and_then(|it| number(it)).filter(|it| *it >= 15);
                let beside = script.need(line, beside, "`beside 30`");
                trace.beside = beside.unwrap_or(BESIDE);
            }
            _ => match path(&line.words) {
                Some(points) if points.len() <= POINTS_MAX => trace.lines.push(points),
                Some(_) => script.wrong_line(line, "this line has too many points", format!("keep to {POINTS_MAX}")),
                None => script.unknown(
                    line,
                    "trace",
                    "`name = …`, `beside 30`, `straight 40,240 to 440,240`, `curved … to …`, `wave … to … halves 5 high 70`, \
                     `zigzag … to … teeth 5 high 70`, `spiral 240,240 radius 180 turns 3`, `points 40,40 120,80 …`",
                ),
            },
        }
    }
    if trace.name.is_empty() {
        script.wrong(
            "this path has no name",
            "write `name = a wave with three hills`: who cannot see it is told",
        );
    }
    if trace.lines.is_empty() || trace.lines.len() > LINES_MAX {
        let what = format!("this path has {} lines", trace.lines.len());
        script.wrong(what, format!("let there be 1 to {LINES_MAX}"));
    }
    trace
}

fn path(words: &[&str]) -> Option<Vec<Point>> {
    let from = || words.get(1).and_then(|it| point(it));
    let to = || behind(words, "to").and_then(point);
    let so_many = |word: &str, other: u8| match behind(words, word) {
        Some(it) => number(it).map(i32::from),
        None => Some(i32::from(other)),
    };
    let long = |word: &str| {
        behind(words, word)
            .and_then(|it| it.parse::<i32>().ok())
            .filter(|it| (10..=240).contains(it))
    };
    let points = match words[0] {
        "straight" => made(Kind::Straight, from()?, to()?),
        "curved" => made(Kind::Curved, from()?, to()?),
        "wave" => wave(from()?, to()?, so_many("halves", 5)?, long("high").unwrap_or(60)),
        "zigzag" => zigzag(from()?, to()?, so_many("teeth", 5)?, long("high").unwrap_or(60)),
        "spiral" => spiral(from()?, long("radius")?, so_many("turns", 3)?),
        "points" => words[1..]
            .iter()
            .map(|it| point(it))
            .collect::<Option<_>>()
            .filter(|it: &Vec<Point>| it.len() > 1)?,
        _ => return None,
    };
    Some(points.into_iter().map(Point::on_sheet).collect())
}
