//! `keys`

use super::super::Script;
use super::{Lines, adds_up, common, motif};
use course::stage::Staging;
use course::stage::music::keys::Keys;
use course::stage::music::motif::Motif;
use course::stage::music::note::Pitch;

const EXAMPLE: &str = "a block `keys`, with `pad: 1 2 3 5 6` and `play: 5 3 6`";

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Box<dyn Staging>> {
    let mut lines = Lines::of(script, EXAMPLE)?;
    let piece = keys(&mut lines);
    if piece.is_some() {
        lines.finish();
    }
    piece.map(|it| Box::new(it) as Box<dyn Staging>)
}

fn keys(lines: &mut Lines<'_, '_, '_, '_>) -> Option<Keys> {
    let Some(line) = lines.take("pad") else {
        lines.script.wrong("there are no keys", format!("write {EXAMPLE}"));
        return None;
    };
    let pad = lines.tones(&line)?;
    if !(2..=15).contains(&pad.len()) || pad.iter().any(|it| it.degree().is_none()) {
        lines.wrong(&line, "these are no keys to play on", "write 2 to 15 tones, as `1 2 3 5 6`");
    }
    let found = motif(lines, "play")?;
    let (motif, tune) = found.map_or((None, None), |(motif, tune)| (Some(motif), tune));
    let common = common(lines, tune.as_ref())?;
    if let Some(motif) = &motif {
        adds_up(lines, "play", motif, common.metre);
        fits(lines, motif, &pad);
    }
    let (heard, shown) = lines.by((true, false))?;
    let super::Common { metre, tonic, tempo, voice } = common;
    Some(Keys { metre, tonic, tempo, voice, pad, motif, heard, shown })
}

/// Every tone that is to be played has its key.
fn fits(lines: &mut Lines<'_, '_, '_, '_>, motif: &Motif, pad: &[Pitch]) {
    let wanted: Vec<Pitch> = match motif {
        Motif::Written(notes) => notes.iter().map(|it| it.pitch).filter(|it| it.sounds()).collect(),
        Motif::Drawn(recipe) => recipe.tones.clone(),
    };
    if wanted.is_empty() || wanted.iter().any(|it| !pad.contains(it)) {
        let line = lines.look("play").or_else(|| lines.look("tones")).or_else(|| lines.look("pad"));
        if let Some(line) = line {
            lines.wrong(&line, "not all of this has a key", "write its tones behind `pad:` too");
        }
    }
}
