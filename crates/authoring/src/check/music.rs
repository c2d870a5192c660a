//! C62, C73, and C28 for what a stage draws: what is sung fits the voices of the band, and what is asked for can be done.

use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::texts;
use course::codec::from_bytes;
use course::generator::Generator;
use course::item::{Interaction, Item, Score, Staged, StagedKind};
use course::lesson::Band;
use course::rng::{Rng, derive};
use course::stage::music::keys::Keys;
use course::stage::music::motif::Motif;
use course::stage::music::notate::Notate;
use course::stage::music::note::{Note, uneven};
use course::stage::music::tap::{Tap, Tapped};
use course::stage::{Piece, piece};
use std::collections::BTreeSet;

/// Seeds that a piece is tried with.
const SEEDS: u64 = 200;
/// Seeds over which what is asked is counted, and how much of it has to differ.
const DRAWS: u64 = 1_000;
const DISTINCT: usize = 100;
/// How far off a tap may be and still be right, in milliseconds.
const JITTER: u64 = 30;

/// Looks at every item of the engine `music`, written or in a template.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    if !site.base {
        return;
    }
    let lesson = &site.locale.lesson;
    let drawn = lesson.generators.iter().flat_map(texts::templates);
    for item in texts::written(lesson).chain(drawn) {
        if let Some(fault) = of_item(item, lesson.band) {
            fault.note(site.locale.place_of(&item.id), "", diagnostics);
        }
    }
    for generator in &lesson.generators {
        for fault in variety(generator) {
            fault.note(site.locale.place_of(&generator.id), "", diagnostics);
        }
    }
}

fn of_item(item: &Item, band: Band) -> Option<Fault> {
    let Interaction::Staged(staged) = &item.interaction else { return None };
    match staged.kind {
        StagedKind::Tap => tapped(&from_bytes(&staged.piece.0).ok()?, band),
        StagedKind::Keys => {
            let it: Keys = from_bytes(&staged.piece.0).ok()?;
            sung(it.motif.as_ref()?, it.tonic, band)
        }
        StagedKind::Notate => {
            let it: Notate = from_bytes(&staged.piece.0).ok()?;
            sung(&it.motif, (it.tonic, it.tonic), band)
        }
        StagedKind::Listen
        | StagedKind::Draw
        | StagedKind::Trace
        | StagedKind::Geo
        | StagedKind::Mix
        | StagedKind::Routine
        | StagedKind::Scenario
        | StagedKind::Diary
        | StagedKind::Sim
        | StagedKind::Predict
        | StagedKind::Chart => None,
    }
}

/// C62: what is played back or written down can be sung: A3 to C5 in band A, G3 to D5 above.
fn sung(motif: &Motif, (from, to): (u8, u8), band: Band) -> Option<Fault> {
    let (low, high) = if band == Band::A { (57, 72) } else { (55, 74) };
    let all: Vec<Note> = match motif {
        Motif::Written(notes) => notes.clone(),
        Motif::Drawn(_) => (0..SEEDS).flat_map(|seed| motif.notes(seed)).collect(),
    };
    let keys =
        all.iter().flat_map(|it| [from, to].into_iter().filter_map(|tonic| it.pitch.key(tonic)));
    let outside = keys.filter(|it| !(low..=high).contains(it)).max();
    outside.map(|key| {
        let what = format!("key {key} is outside of what band {band:?} sings, {low} to {high}");
        Fault::error("C62", what, "choose another `do:`, or other tones")
    })
}

/// C73: bars add up; the window is that of the band; what is asked for, tapped up to 30 milliseconds off, is right.
fn tapped(tap: &Tap, band: Band) -> Option<Fault> {
    let window = [(Band::A, 120), (Band::B, 110), (Band::C, 95), (Band::D, 80)];
    let window = window.into_iter().find(|(it, _)| *it == band).map_or(120, |(_, it)| it);
    if tap.window != window {
        let what = format!("a window of {} in a lesson of band {band:?}", tap.window);
        let instead = "write `window: 120` in band A, 110 in B, 95 in C, 80 in D";
        return Some(Fault::error("C73", what, instead));
    }
    for seed in 0..SEEDS {
        let asked = tap.ask(seed);
        if uneven(tap.metre, &asked.notes).is_some() && tap.rhythm.is_some()
            || uneven(tap.metre, &asked.words).is_some()
        {
            let what = format!("with seed {seed} a bar does not add up");
            return Some(Fault::error("C73", what, "let cells be as long as beats"));
        }
        let mut rng = Rng::new(derive(seed, b"C73"));
        let off = |at: &i64| at + rng.below(JITTER * 2 + 1).cast_signed() - JITTER.cast_signed();
        let times: Vec<i64> = asked.onsets().iter().map(off).collect();
        let made = course::codec::to_bytes(&Tapped::new(seed, None, &times));
        if Piece::judge(tap, &made).score != Some(Score::FULL) {
            let what = format!("with seed {seed} taps {JITTER} ms off are not right");
            return Some(Fault::error("C73", what, "take a slower tempo, or longer notes"));
        }
    }
    None
}

/// C28: at each level a hundred different things are asked.
fn variety(generator: &Generator) -> Vec<Fault> {
    let levels: BTreeSet<u8> = generator.templates.iter().map(|it| it.level).collect();
    let mut faults = Vec::new();
    for level in levels {
        let mut asked = BTreeSet::new();
        for seed in 0..DRAWS {
            let Some(item) = generator.item(seed, level) else { break };
            let Interaction::Staged(staged) = &item.interaction else { break };
            asked.extend(self::asked(staged, seed));
        }
        if !asked.is_empty() && asked.len() < DISTINCT {
            let what = format!(
                "`{}` at level {level}: {} different ones in {DRAWS} seeds, {DISTINCT} are wanted",
                generator.id,
                asked.len()
            );
            faults.push(Fault::error("C28", what, "draw more: tempo, bars, cells, tones"));
        }
    }
    faults
}

/// What a seed asks of a piece of this engine.
fn asked(staged: &Staged, seed: u64) -> Option<String> {
    let is_music = staged.kind.engine() == course::item::Engine::Music;
    is_music.then(|| piece(staged).map(|it| it.asked(seed)))?
}

#[cfg(test)]
mod tests;
