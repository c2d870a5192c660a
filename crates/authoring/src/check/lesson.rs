//! C50, C52, C55: the lesson's shape, its length, and that its exit check is fresh.

use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::item::facts;
use crate::texts::{self, in_part};
use course::codec::to_bytes;
use course::item::{Interaction, Item};
use course::lesson::{Band, Lesson, Part, PartKind, Slot};
use course::plan::{Met, meet, plan};
use std::collections::BTreeSet;

/// Looks at a lesson as a whole.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    let lesson = &site.locale.lesson;
    if site.base {
        for fault in shape(site).into_iter().chain(minutes(lesson)) {
            fault.note(site.locale.place, "", diagnostics);
        }
    }
    for (exit, guided) in reused(lesson) {
        let what = format!("`{exit}` of the exit check is `{guided}` of the guided practice again");
        let fault = Fault::error(
            "C55",
            what,
            "hold an item back for the exit check, or draw from a generator",
        );
        fault.note(site.locale.place_of(&exit), "", diagnostics);
    }
}

fn part(lesson: &Lesson, kind: PartKind) -> Option<&Part> {
    lesson.parts.iter().find(|part| part.kind == kind)
}

/// Skills of all items that may be met in a part.
pub(super) fn skills_met<'a>(lesson: &'a Lesson, part: &'a Part) -> BTreeSet<&'a str> {
    let of_slot = |slot: &'a Slot| -> Vec<&'a Item> {
        match slot {
            Slot::Card(_) => Vec::new(),
            Slot::Pool(pool) => pool.items.iter().collect(),
            Slot::Draw(draw) => drawn(lesson, usize::from(draw.generator), draw.level),
        }
    };
    part.slots
        .iter()
        .flat_map(of_slot)
        .flat_map(|item| item.skills.iter().map(String::as_str))
        .collect()
}

fn drawn(lesson: &Lesson, generator: usize, level: u8) -> Vec<&Item> {
    let templates =
        lesson.generators.get(generator).map(|it| &it.templates[..]).unwrap_or_default();
    templates.iter().filter(|it| it.level == level).map(|it| &*it.item).collect()
}

/// C50, beyond the nine parts that the compiler asks for.
fn shape(site: &Site<'_>) -> Vec<Fault> {
    let lesson = &site.locale.lesson;
    let mut faults = Vec::new();
    if site.lesson.shows.iter().collect::<BTreeSet<_>>().len() < 2 {
        faults.push(Fault::error(
            "C50",
            "fewer than two representations",
            "name two or more behind `shows:`",
        ));
    }
    let items = |kind| {
        part(lesson, kind)
            .map_or(0, |part| part.slots.iter().filter(|it| !matches!(it, Slot::Card(_))).count())
    };
    for (kind, name) in [
        (PartKind::Worked, "the worked example asks no question"),
        (PartKind::Faded, "no faded example"),
    ] {
        if items(kind) == 0 {
            faults.push(Fault::error("C50", name, "write an item into the part"));
        }
    }
    if let Some(mixed) = part(lesson, PartKind::Mixed) {
        let met = skills_met(lesson, mixed);
        // The first lesson of a course may have one skill, and nothing before it to mix it with.
        let skills = lesson.skills.len() + lesson.needs.len();
        if met.len() < skills.min(2) {
            faults.push(Fault::error(
                "C50",
                "the mixed practice mixes fewer than two skills",
                "add items of a skill that is easily confused",
            ));
        }
        for skill in site.lesson.mixes.iter().filter(|skill| !met.contains(skill.as_str())) {
            let what = format!("`mixes:` names {skill}, which the mixed practice never asks");
            faults.push(Fault::error("C50", what, "add an item of it, or take it from the line"));
        }
    }
    faults
}

/// C52: the time that the cards and items of a visit take.
fn minutes(lesson: &Lesson) -> Vec<Fault> {
    const VISITS: u64 = 10;
    let (least, most) = match lesson.band {
        Band::A => (8, 12),
        Band::B => (12, 15),
        Band::C => (15, 18),
        Band::D => (15, 20),
    };
    let mut faults = Vec::new();
    let declared = u32::from(lesson.minutes);
    // Lessons of moving, making and measuring take fifteen from band A on.
    let made = texts::written(lesson).any(|it| matches!(it.interaction, Interaction::Staged(_)));
    let most = if made { most.max(15) } else { most };
    if !(least..=most.max(15)).contains(&declared) {
        let what =
            format!("{declared} minutes are told, band {:?} takes {least} to {most}", lesson.band);
        faults.push(Fault::error("C52", what, "change `minutes:`"));
    }
    let seconds: u32 =
        (0..VISITS).map(|visit| visit_seconds(lesson, visit)).sum::<u32>() / VISITS as u32;
    if seconds * 100 < least * 60 * 75 || seconds * 100 > most * 60 * 125 {
        let what = format!(
            "a visit takes about {} minutes, band {:?} {least} to {most}",
            (seconds + 30) / 60,
            lesson.band
        );
        faults.push(Fault::error("C52", what, "meet more or fewer items"));
    }
    faults
}

fn visit_seconds(lesson: &Lesson, visit: u64) -> u32 {
    let stops = plan(lesson, visit).into_iter().filter_map(|stop| meet(lesson, stop));
    stops
        .map(|met| match met {
            Met::Card(_) => 15,
            Met::Item(item, _) => facts(&item.interaction).seconds(),
        })
        .sum()
}

/// C55: written items of the exit check that were practised before: exit, then practice.
fn reused(lesson: &Lesson) -> Vec<(String, String)> {
    let asked = |item: &Item| to_bytes(&(item.prompt.clone(), item.interaction.clone()));
    let (Some(guided), Some(exit)) = (part(lesson, PartKind::Guided), part(lesson, PartKind::Exit))
    else {
        return Vec::new();
    };
    let practised: Vec<(Vec<u8>, &Item)> =
        in_part(guided).map(|item| (asked(item), item)).collect();
    let mut reused = Vec::new();
    for item in in_part(exit) {
        let bytes = asked(item);
        if let Some((_, earlier)) = practised.iter().find(|(earlier, _)| *earlier == bytes) {
            reused.push((item.id.clone(), earlier.id.clone()));
        }
    }
    reused
}
