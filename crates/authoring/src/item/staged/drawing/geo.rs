//! Reads a `geo`.

use super::{Line, Script, behind, count, forms, number, paints, pair};
use course::stage::drawing::cover::Spot;
use course::stage::drawing::geo::{BLOCKS_MAX, Block, CELLS_MAX, Geo, Want};
use course::stage::drawing::paint::Paint;
use course::stage::drawing::shape::Form;

const BLOCK: &str = "`rectangle brown 4x2 at 1,3 turned 90`";

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &[Line<'_>]) -> Geo {
    let (name, blocks, wants) = (String::new(), Vec::new(), Vec::new());
    let mut geo = Geo { name, wide: 0, high: 0, step: 2, blocks, wants };
    for line in lines {
        match line.words[0] {
            "name" => geo.name = script.name_of(line, "`name = a cart`"),
            "grid" => {
                let sides = line.words.get(1).and_then(|it| pair::<u8>(it, 'x'));
                let fits = |it: u8| (2..=CELLS_MAX).contains(&it);
                let sides = sides.filter(|(wide, high)| fits(*wide) && fits(*high));
                (geo.wide, geo.high) = script.need(line, sides, "`grid 8x8`").unwrap_or((8, 8));
            }
            "turn" => {
                let step = match line.words[1..] {
                    ["90"] => Some(2),
                    ["45"] => Some(1),
                    ["no"] => Some(0),
                    _ => None,
                };
                geo.step =
                    script.need(line, step, "`turn 90`, `turn 45` or `turn no`").unwrap_or(2);
            }
            _ => match want(line) {
                Some(want) => geo.wants.push(want),
                None => geo.blocks.extend(block(script, line)),
            },
        }
    }
    whole(script, &geo, lines);
    geo
}

/// What is wrong with all of it together.
fn whole(script: &mut Script<'_, '_, '_>, geo: &Geo, lines: &[Line<'_>]) {
    if geo.name.is_empty() {
        script
            .wrong("what is built has no name", "write `name = a cart`: who cannot see it is told");
    }
    if geo.wide == 0 {
        script.wrong("the grid has no size", "write `grid 8x8`");
        return;
    }
    if !(1..=BLOCKS_MAX).contains(&geo.blocks.len()) {
        script.wrong(
            format!("there are {} blocks", geo.blocks.len()),
            format!("let there be 1 to {BLOCKS_MAX}"),
        );
    }
    if geo.has_target() && !geo.wants.is_empty() {
        script.wrong(
            "blocks with a place make a silhouette, and nothing else is asked there",
            "leave the other lines out, or the places",
        );
    }
    let placed = lines.iter().filter(|it| it.words.contains(&"at"));
    for (block, line) in geo.blocks.iter().filter(|it| it.spot.is_some()).zip(placed) {
        if block.spot.is_some_and(|spot| spot.eighths % 2 == 1 || !geo.holds(block, spot)) {
            let what = format!("`{}` does not lie on the grid", line.words.join(" "));
            script.wrong_line(line, what, "move it, or make the grid larger; on a silhouette blocks are turned by 90, 180 or 270");
        }
    }
}

fn want(line: &Line<'_>) -> Option<Want> {
    if line.words[..] == ["together"] {
        return Some(Want::Together);
    }
    let count = count(line)?;
    match line.words[0] {
        "blocks" => Some(Want::Blocks(count)),
        "forms" => Some(Want::Forms(count)),
        form => Form::named(form).map(|it| Want::Form(it, count)),
    }
}

fn block(script: &mut Script<'_, '_, '_>, line: &Line<'_>) -> Option<Block> {
    let Some(form) = Form::named(line.words[0]) else {
        let known = format!(
            "`name = …`, `grid 8x8`, `turn 90`, `blocks 5`, `forms 3`, `together`, `circle 2` for so many, or a block as {BLOCK}"
        );
        script.unknown(line, "geo", &known);
        return None;
    };
    let paint = line.words.get(1).and_then(|it| Paint::named(it));
    let instead = format!("{BLOCK}, in one of the paints {}", paints());
    let paint = script.need(line, paint, &instead)?;
    let size = line.words.get(2).and_then(|it| size(form, it));
    let instead = "`rectangle brown 4x2`, `triangle red 4` and `half red 4` with an even base, or `square red 2`";
    let (wide, high) = script.need(line, size, instead)?;
    let block = Block { form, wide, high, paint, spot: spot(script, line)? };
    if !block.size().fits_grid() {
        let what = format!("a {} of {wide} by {high} does not lie along the grid", form.name());
        script.wrong_line(
            line,
            what,
            format!("the forms are {}; a rectangle has two sides that differ", forms()),
        );
    }
    Some(block)
}

/// `4x2`, or a number: a triangle and a half circle are half as high as wide.
fn size(form: Form, word: &str) -> Option<(u8, u8)> {
    let fits = |it: u8| (1..=CELLS_MAX).contains(&it);
    let (wide, high) = match form {
        Form::Rectangle => pair::<u8>(word, 'x')?,
        Form::Triangle | Form::Half => {
            number(word).filter(|it| it % 2 == 0).map(|it| (it, it / 2))?
        }
        Form::Circle | Form::Square | Form::Corner | Form::Quarter => {
            number(word).map(|it| (it, it))?
        }
    };
    (fits(wide) && fits(high)).then_some((wide, high))
}

/// The spot, if there is one; `None` if it cannot be read.
fn spot(script: &mut Script<'_, '_, '_>, line: &Line<'_>) -> Option<Option<Spot>> {
    let Some(place) = behind(&line.words, "at") else { return Some(None) };
    let eighths = match behind(&line.words, "turned") {
        Some(degrees) => degrees
            .parse::<u16>()
            .ok()
            .filter(|it| it % 45 == 0 && *it < 360)
            .map(|it| (it / 45) as u8),
        None => Some(0),
    };
    let spot = pair::<u8>(place, ',').zip(eighths).map(|((x, y), eighths)| Spot { x, y, eighths });
    script.need(line, spot, BLOCK).map(Some)
}
