//! Reads a `draw`.

use super::{Line, Script, behind, count, forms, kinds, paints, pair, point};
use course::stage::drawing::draw::{Draw, tool};
use course::stage::drawing::kind::{Kind, made};
use course::stage::drawing::paint::{Family, Paint};
use course::stage::drawing::point::{SIDE, at};
use course::stage::drawing::shape::{Form, Place};
use course::stage::drawing::sheet::{Line as Stroke, Part, Shape, Width};
use course::stage::drawing::want::Want;

const GIVEN: &str = "`given rectangle grey 480x180 at 0,300 = the land` or `given wavy blue thick 0,400 to 480,400 = a river`";

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &[Line<'_>]) -> Draw {
    let mut draw = Draw { tools: 0, paints: Vec::new(), given: Vec::new(), wants: Vec::new() };
    for line in lines {
        match line.words[0] {
            "tools" => {
                for word in &line.words[1..] {
                    match tool::ALL.iter().find(|it| it.1 == *word) {
                        Some((bit, _)) => draw.tools |= bit,
                        None => script.wrong_line(
                            line,
                            format!("there is no tool `{word}`"),
                            "write some of `lines shapes mirror`, or `tools` alone to paint only",
                        ),
                    }
                }
            }
            "palette" => {
                for word in &line.words[1..] {
                    match Paint::named(word) {
                        Some(paint) => draw.paints.push(paint),
                        None => script.wrong_line(
                            line,
                            format!("there is no paint `{word}`"),
                            format!("write some of {}", paints()),
                        ),
                    }
                }
            }
            "given" => {
                let part = script.need(line, part(&line.words[1..]), GIVEN);
                let name = script.name_of(line, GIVEN);
                draw.given.extend(part.map(|it| (it, name)));
            }
            _ => match want(line) {
                Some(want) => draw.wants.push(want),
                None => {
                    let known = format!(
                        "`tools palette given lines marks paints warm cool only forms shapes mirror horizon cover painted thin middle thick {} {}`, with a number where it counts",
                        kinds(),
                        forms()
                    );
                    script.unknown(line, "draw", &known);
                }
            },
        }
    }
    if !lines.iter().any(|it| it.words[0] == "tools") {
        draw.tools = tool::LINES | tool::SHAPES | tool::MIRROR;
    }
    if draw.wants.contains(&Want::Painted) && draw.given.is_empty() {
        script.wrong("nothing is given that could be painted", format!("write as {GIVEN}"));
    }
    draw
}

/// What a line asks for.
fn want(line: &Line<'_>) -> Option<Want> {
    let first = line.words[0];
    match line.words[..] {
        ["mirror"] => return Some(Want::Mirror),
        ["horizon"] => return Some(Want::Horizon),
        ["painted"] => return Some(Want::Painted),
        ["only", family] => return Family::named(family).map(Want::Only),
        _ => {}
    }
    let count = count(line)?;
    match first {
        "lines" => Some(Want::Kinds(count)),
        "marks" => Some(Want::Marks(count)),
        "paints" => Some(Want::Paints(count)),
        "forms" => Some(Want::Forms(count)),
        "shapes" => Some(Want::Shapes(count)),
        "cover" => Some(Want::Cover(count)),
        _ => None,
    }
    .or_else(|| Family::named(first).map(|it| Want::Of(it, count)))
    .or_else(|| Kind::named(first).map(|it| Want::Line(it, count)))
    .or_else(|| Form::named(first).map(|it| Want::Form(it, count)))
    .or_else(|| {
        let width = Width::ALL.into_iter().find(|it| it.1 == first);
        width.map(|it| Want::Wide(it.0, count))
    })
}

/// `rectangle grey 480x180 at 0,300`, or `wavy blue thick 40,300 to 440,300`.
fn part(words: &[&str]) -> Option<Part> {
    let [first, paint, third, ..] = words[..] else { return None };
    let paint = Paint::named(paint)?;
    if let Some(kind) = Kind::named(first) {
        let to = behind(words, "to").and_then(point)?;
        let width = Width::ALL.into_iter().find(|it| words.contains(&it.1));
        let points = made(kind, words.iter().find_map(|it| point(it))?, to);
        return Some(Part::Line(Stroke::drawn(
            paint,
            width.map_or(Width::Middle, |it| it.0),
            &points,
        )));
    }
    let form = Form::named(first)?;
    let (wide, high) = pair::<i32>(third, 'x').or_else(|| third.parse().ok().map(|it| (it, it)))?;
    let (x, y) = behind(words, "at").and_then(|it| pair::<i32>(it, ','))?;
    let sheet = 0..=SIDE;
    let middle = at(x + wide / 2, y + high / 2);
    let sound = (1..=SIDE).contains(&wide)
        && (1..=SIDE).contains(&high)
        && sheet.contains(&middle.x)
        && sheet.contains(&middle.y);
    let eighths = match behind(words, "turned") {
        Some(degrees) => degrees.parse::<u32>().ok().filter(|it| it % 45 == 0 && *it < 360)? / 45,
        None => 0,
    };
    let place = Place { middle, wide, high, eighths: eighths as u8 };
    let shape = Shape { form, paint, filled: true, mirrored: false, place };
    sound.then_some(Part::Shape(shape))
}
