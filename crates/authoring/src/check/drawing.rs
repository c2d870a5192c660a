//! C63, C72: what is drawn and built can be given away as a small flat SVG; blocks cover their silhouette exactly, and what is
//! mirrored is the same on both sides.

use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::packing::compressed;
use crate::{picture, texts};
use course::codec::from_bytes;
use course::item::{Interaction, Item, StagedKind};
use course::stage::Piece;
use course::stage::drawing::cover::Size;
use course::stage::drawing::draw::Draw;
use course::stage::drawing::geo::{Block, Geo};
use course::stage::drawing::point::{Point, SIDE, at};
use course::stage::drawing::shape::Form;
use course::stage::drawing::sheet::Sheet;
use course::stage::drawing::svg::svg;
use course::stage::drawing::want::{Want, is_painted};

/// The most bytes of a drawing that has just what is asked, compressed.
const SVG_MAX: usize = 4_000;
/// Units of a cell where blocks are looked at, and the points that are: none of them lies on an edge or a diagonal.
const UNITS: i32 = 16;
const ACROSS: [i32; 4] = [1, 5, 9, 13];
const DOWN: [i32; 4] = [2, 6, 10, 14];

/// Looks at every sheet and every silhouette of a lesson.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    if !site.base {
        return;
    }
    for item in texts::written(&site.locale.lesson) {
        for fault in of_item(item) {
            fault.note(site.locale.place_of(&item.id), "", diagnostics);
        }
    }
}

fn of_item(item: &Item) -> Vec<Fault> {
    let Interaction::Staged(staged) = &item.interaction else { return Vec::new() };
    let piece = &staged.piece.0;
    if staged.kind == StagedKind::Draw {
        from_bytes(piece).map(|it| drawn(&it)).unwrap_or_default()
    } else if staged.kind == StagedKind::Geo {
        from_bytes(piece).map(|it| built(&it)).unwrap_or_default()
    } else {
        Vec::new()
    }
}

fn drawn(draw: &Draw) -> Vec<Fault> {
    let solution = draw.solution(0).and_then(|it| Sheet::read(&it));
    let sheets = [Some(draw.begun()), solution];
    let mirrored = draw.wants.contains(&Want::Mirror);
    let mut faults = Vec::new();
    for sheet in sheets.into_iter().flatten() {
        faults.extend(flat(&sheet));
        if mirrored && !is_even(&sheet) {
            let what = "both sides should be alike, and what is given is not";
            faults.push(Fault::error(
                "C72",
                what,
                "give each thing on both sides, or in the middle",
            ));
        }
    }
    faults
}

/// C63: read as what it is by a reader of its own, and small.
fn flat(sheet: &Sheet) -> Option<Fault> {
    let written = svg(sheet);
    if let Err(what) = picture::flat(&written) {
        return Some(Fault::error("C63", what, "this is a fault of the compiler"));
    }
    let bytes = compressed(written.as_bytes());
    (bytes > SVG_MAX).then(|| {
        let what = format!("this drawing takes {bytes} bytes of at most {SVG_MAX}");
        Fault::error("C63", what, "give fewer things, or ask for fewer")
    })
}

fn is_even(sheet: &Sheet) -> bool {
    let side = |from: i32| (from..SIDE).step_by(4);
    side(2).all(|y| {
        side(2).all(|x| is_painted(sheet, at(x, y)) == is_painted(sheet, at(x, y).mirrored()))
    })
}

/// C72, by points: no block lies on a part of another one, and all together are as large as their forms say.
fn built(geo: &Geo) -> Vec<Fault> {
    let placed: Vec<(&Block, Vec<bool>)> =
        geo.blocks.iter().filter_map(|it| Some((it, covered(geo, it)?))).collect();
    let count = |points: &[bool]| points.iter().filter(|it| **it).count();
    let mut faults = Vec::new();
    let mut alone = placed.iter().map(|it| area(it.0.size())).sum::<f64>();
    for (above, (upper, points)) in placed.iter().enumerate() {
        let own = count(points);
        let mut lies_on = false;
        for (lower, others) in &placed[..above] {
            let both = points.iter().zip(others).filter(|(one, other)| **one && **other).count();
            if both > 0 && both < own {
                let what =
                    format!("a {} lies partly on a {}", upper.form.name(), lower.form.name());
                let instead =
                    "move it beside the other one, or wholly onto it; what lies above stands below";
                faults.push(Fault::error("C72", what, instead));
            }
            lies_on |= both == own;
        }
        if lies_on {
            alone -= area(upper.size());
        }
    }
    let all = placed.iter().fold(Vec::new(), |all: Vec<bool>, (_, points)| {
        points.iter().enumerate().map(|(at, it)| *it || all.get(at) == Some(&true)).collect()
    });
    let seen = count(&all) as f64 / (ACROSS.len() * DOWN.len()) as f64;
    if faults.is_empty() && (seen - alone).abs() > 0.1 + alone * 0.03 {
        let what = format!("the silhouette has {seen:.1} cells, its blocks {alone:.1}");
        faults.push(Fault::error(
            "C72",
            what,
            "put blocks beside each other, each on one other at most",
        ));
    }
    faults
}

/// Which points of the grid a block covers, if it has a place.
fn covered(geo: &Geo, block: &Block) -> Option<Vec<bool>> {
    let place = block.size().place(block.spot?, UNITS);
    let cells = (0..i32::from(geo.high))
        .flat_map(|y| (0..i32::from(geo.wide)).map(move |x| (x * UNITS, y * UNITS)));
    let points = cells.flat_map(|(x, y)| {
        DOWN.into_iter().flat_map(move |down| ACROSS.map(|it| at(x + it, y + down)))
    });
    Some(points.map(|it: Point| place.covers(block.form, it)).collect())
}

/// In cells.
fn area(size: Size) -> f64 {
    use std::f64::consts::PI;
    let (wide, high) = (f64::from(size.wide), f64::from(size.high));
    wide * high
        * match size.form {
            Form::Square | Form::Rectangle => 1.0,
            Form::Triangle | Form::Corner => 0.5,
            Form::Circle | Form::Half | Form::Quarter => PI / 4.0,
        }
}

#[cfg(test)]
mod tests;
