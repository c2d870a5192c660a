//! C71: what a lab asks can be reached and foretold with every seed, and what follows from an exact table follows from a noisy one.
//! What the models conserve is tested where they are (`crates/course/src/stage/lab/tests`).

use super::{Effort, Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::library::Subject;
use crate::texts;
use course::codec::from_bytes;
use course::item::{Interaction, Item, Mark, OTHER, Staged, StagedKind};
use course::stage::lab::predict::Predict;
use course::stage::lab::sim::{Sim, Task};
use course::stage::{Piece, piece};
use std::collections::BTreeSet;

/// Looks at every item of a lab and, in a lesson of experiments, at how many there are.
pub(super) fn check(site: &Site<'_>, effort: Effort, diagnostics: &mut Diagnostics) {
    if !site.base {
        return;
    }
    for item in texts::written(&site.locale.lesson) {
        for fault in of_item(item, effort.seeds) {
            fault.note(site.locale.place_of(&item.id), "", diagnostics);
        }
    }
    if site.course.subject == Subject::Experiments {
        for fault in of_lesson(texts::written(&site.locale.lesson)) {
            fault.note(site.locale.place, "", diagnostics);
        }
    }
}

/// A lesson foretells or concludes eight times, from fifty set-ups.
fn of_lesson<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Fault> {
    const ITEMS: usize = 8;
    const SETUPS: usize = 50;
    let asking: Vec<&Staged> = items.filter_map(staged).filter(|it| concludes(it)).collect();
    let asked = |it: &&Staged| {
        let piece = piece(it).expect("a compiled item has a piece");
        (0..300).map(|seed| piece.asked(seed)).collect::<BTreeSet<_>>().len()
    };
    let setups: usize = asking.iter().map(asked).sum();
    let mut faults = Vec::new();
    if asking.len() < ITEMS {
        let what = format!("this lab foretells or concludes {} times", asking.len());
        faults.push(Fault::error("C71", what, "let there be eight such items or more"));
    }
    if setups < SETUPS {
        let what = format!("its items have {setups} set-ups");
        faults.push(Fault::error("C71", what, "let the seed draw more: fifty in all"));
    }
    faults
}

fn staged(item: &Item) -> Option<&Staged> {
    if let Interaction::Staged(it) = &item.interaction { Some(it) } else { None }
}

fn concludes(staged: &Staged) -> bool {
    match staged.kind {
        StagedKind::Predict => true,
        StagedKind::Sim => from_bytes::<Sim>(&staged.piece.0).is_ok_and(|it| !it.claims.is_empty()),
        StagedKind::Tap
        | StagedKind::Keys
        | StagedKind::Notate
        | StagedKind::Listen
        | StagedKind::Draw
        | StagedKind::Trace
        | StagedKind::Geo
        | StagedKind::Mix
        | StagedKind::Routine
        | StagedKind::Scenario
        | StagedKind::Diary
        | StagedKind::Chart => false,
    }
}

fn of_item(item: &Item, seeds: u64) -> Vec<Fault> {
    let Some(staged) = staged(item) else { return Vec::new() };
    if staged.kind == StagedKind::Sim {
        let sim = from_bytes(&staged.piece.0).expect("a compiled item has a piece");
        of_sim(&sim, seeds)
    } else if staged.kind == StagedKind::Predict {
        let predict = from_bytes(&staged.piece.0).expect("a compiled item has a piece");
        of_predict(&predict, staged, seeds)
    } else {
        Vec::new()
    }
}

fn of_sim(sim: &Sim, seeds: u64) -> Vec<Fault> {
    let mut faults = Vec::new();
    let right = |seed: &u64| {
        Piece::solution(sim, *seed).is_some_and(|it| Piece::judge(sim, &it) == Mark::RIGHT)
    };
    let Task::Fair(rows, change) = sim.task else {
        if let (Task::Reach(..), Some(seed)) = (&sim.task, (0..seeds).find(|it| !right(it))) {
            let asked = Piece::asked(sim, seed);
            let what = format!("what seed {seed} asks for cannot be reached: {asked}");
            faults.push(Fault::error("C71", what, "let more be set, or ask for less"));
        }
        return faults;
    };
    if sim.claims.is_empty() {
        return faults;
    }
    let named = change.map(usize::from);
    for control in named.map_or_else(|| sim.setup.free().collect(), |it| vec![it]) {
        let name = sim.setup.model.controls()[control].name;
        let exact = Sim { setup: sim.setup.exact(), ..sim.clone() };
        let holding =
            |sim: &Sim, seed| sim.holding(control, &sim.table(seed, control, usize::from(rows)));
        if let Some(seed) = (0..seeds).find(|seed| holding(&exact, *seed).len() != 1) {
            let what = format!(
                "with seed {seed} ({}) not just one conclusion follows when `{name}` is changed",
                Piece::asked(sim, seed)
            );
            faults.push(Fault::error("C71", what, "offer others, or keep other values"));
            continue;
        }
        let follows =
            (0..seeds).filter(|seed| holding(sim, *seed) == holding(&exact, *seed)).count();
        if (follows as u64) * 100 < seeds * 99 {
            let what = format!(
                "the right conclusion follows from {follows} of {seeds} noisy tables when `{name}` is changed"
            );
            faults.push(Fault::error("C71", what, "let there be less noise, or more rows"));
        }
    }
    faults
}

fn of_predict(predict: &Predict, staged: &Staged, seeds: u64) -> Vec<Fault> {
    let mut faults = Vec::new();
    for seed in 0..seeds {
        let outcome = predict.outcome(seed);
        let asked = Piece::asked(predict, seed);
        if !predict.guesses.iter().any(|(it, _)| *it == outcome) {
            let what = format!("what comes of seed {seed} cannot be foretold: {asked}");
            faults.push(Fault::error("C71", what, "add a point for it"));
            break;
        }
        if predict.whys.iter().filter(|(fits, _)| fits.fit(outcome)).count() != 1 {
            let what = format!("with seed {seed} not just one explanation is right: {asked}");
            faults.push(Fault::error("C71", what, "mark one of them `right`, or each `if …`"));
            break;
        }
    }
    for fault in 0..predict.whys.len() as u8 {
        let named = staged.said.iter().any(|(it, _)| *it == fault && *it != OTHER);
        if !named && predict.showing(fault, 0).is_some() {
            let letter = Predict::FAULTS[usize::from(fault)];
            let what = format!("nothing of its own is said to the explanation `{letter}`");
            faults.push(Fault::error(
                "C71",
                what,
                "add a point: its misconception, what to look at",
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests;
