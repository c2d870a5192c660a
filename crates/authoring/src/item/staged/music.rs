//! Reads what the interactions of the engine `music` ask for: a `key: value` line each.

use super::Script;
use crate::tunes::Tune;
use course::item::StagedKind;
use course::stage::Staging;
use course::stage::music::motif::{Motif, Recipe};
use course::stage::music::note::{BEAT, Metre, Note, Pitch};
use course::stage::music::sound::Voice;

mod keys;
mod lines;
mod listen;
mod notate;
mod tap;

use lines::{Line, Lines};
pub(crate) use lines::{key_of, metre_of};

/// The piece of this kind; the mistakes are noted.
pub(super) fn read(script: &mut Script<'_, '_, '_>, kind: StagedKind) -> Option<Box<dyn Staging>> {
    match kind {
        StagedKind::Tap => tap::read(script),
        StagedKind::Keys => keys::read(script),
        StagedKind::Notate => notate::read(script),
        StagedKind::Listen => listen::read(script),
        StagedKind::Draw
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

/// What all four may say: how it is heard.
struct Common {
    metre: Metre,
    tonic: (u8, u8),
    tempo: u8,
    voice: Voice,
}

/// Where a tune of the list is named, it also says these.
fn common(lines: &mut Lines<'_, '_, '_, '_>, tune: Option<&Tune>) -> Option<Common> {
    let told = tune.map(|it| (it.metre, it.tonic, it.tempo));
    // A row of tones has no bars.
    let plain =
        if lines.look("length").is_some() { Metre { beats: 12, unit: 4 } } else { Metre::TWO };
    let (metre, tonic, tempo) = told.unwrap_or((plain, 60, 80));
    Some(Common {
        metre: lines.take("metre").map_or(Some(metre), |it| lines.metre(&it))?,
        tonic: lines.take("do").map_or(Some((tonic, tonic)), |it| lines.keys(&it))?,
        tempo: lines.take("tempo").map_or(Some(tempo), |it| lines.tempo(&it).map(|(it, _)| it))?,
        voice: lines.take("voice").map_or(Some(Voice::Plucked), |it| lines.voice(&it))?,
    })
}

/// Notes, and the tune of the list that they are from.
type Found = (Motif, Option<Tune>);

/// The notes that stand behind a key, or how they are drawn, or neither; `None` after a mistake. A tune that is named says what it is
/// in.
fn motif(lines: &mut Lines<'_, '_, '_, '_>, key: &'static str) -> Option<Option<Found>> {
    if let Some(line) = lines.take(key) {
        let (notes, tune) = lines.notes(&line)?;
        return Some(Some((Motif::Written(notes), tune)));
    }
    let drawn = drawn(lines).map(|it| (Motif::Drawn(it), None));
    let is_mistaken =
        drawn.is_none() && ["cells", "length"].iter().any(|it| lines.look(it).is_some());
    (!is_mistaken).then_some(drawn)
}

/// `cells:` and `bars:`, or `length:`; with `tones:` a melody.
fn drawn(lines: &mut Lines<'_, '_, '_, '_>) -> Option<Recipe> {
    let tones = lines.take("tones").and_then(|it| lines.tones(&it)).unwrap_or_default();
    let leap = lines.take("leap").and_then(|it| lines.range(&it, 1, 12)).map_or(2, |(it, _)| it);
    let ends = lines.take("ends").and_then(|it| lines.tones(&it)).unwrap_or_default();
    if let Some(line) = lines.take("length") {
        let bars = lines.range(&line, 2, 12)?;
        let cells = vec![vec![Note::new(Pitch::BEAT, BEAT)]];
        return Some(Recipe { metre: Metre { beats: 1, unit: 4 }, bars, cells, tones, leap, ends });
    }
    let metre = lines.look("metre").map_or(Some(Metre::TWO), |it| lines.metre(&it))?;
    let cells = lines.take("cells").and_then(|it| lines.cells(&it, metre))?;
    let bars = lines.take("bars").map_or(Some((2, 2)), |it| lines.range(&it, 1, 8))?;
    Some(Recipe { metre, bars, cells, tones, leap, ends })
}

/// Bars add up to the metre (C62).
fn adds_up(lines: &mut Lines<'_, '_, '_, '_>, key: &'static str, motif: &Motif, metre: Metre) {
    if let Motif::Written(notes) = motif
        && let Some(line) = lines.look(key)
    {
        lines.adds_up(&line, notes, metre);
    }
}
