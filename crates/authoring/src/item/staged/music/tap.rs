//! `tap`

use super::super::Script;
use super::{Line, Lines, adds_up, drawn, motif};
use course::stage::Staging;
use course::stage::music::motif::Motif;
use course::stage::music::note::{Metre, Note};
use course::stage::music::tap::Tap;

const EXAMPLE: &str = "a block `tap`, with `rhythm: x x_ x_ | x x` or `beats: 8`";

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Box<dyn Staging>> {
    let mut lines = Lines::of(script, EXAMPLE)?;
    let piece = tap(&mut lines);
    if piece.is_some() {
        lines.finish();
    }
    piece.map(|it| Box::new(it) as Box<dyn Staging>)
}

fn tap(lines: &mut Lines<'_, '_, '_, '_>) -> Option<Tap> {
    let beats = lines.take("beats");
    let (words, rhythm, tune) = if beats.is_some() {
        (None, None, None)
    } else if let Some(line) = lines.take("words") {
        (Some(words(lines, &line)?), None, None)
    } else if let Some((motif, tune)) = motif(lines, "rhythm")? {
        (None, Some(motif), tune)
    } else {
        lines.script.wrong("nothing is to be tapped", format!("write {EXAMPLE}"));
        return None;
    };
    let told = tune.as_ref().map_or((Metre::TWO, 80), |it| (it.metre, it.tempo));
    let metre = lines.take("metre").map_or(Some(told.0), |it| lines.metre(&it))?;
    let tempo = lines.take("tempo").map_or(Some((told.1, told.1)), |it| lines.tempo(&it))?;
    let beats = beats.map_or(Some((8, 8)), |it| lines.range(&it, 4, 32))?;
    for (key, motif) in [("rhythm", &rhythm), ("words", &words)] {
        if let Some(motif) = motif {
            adds_up(lines, key, motif, metre);
        }
    }
    let syllables =
        lines.take("say").map(|it| syllables(lines, &it, rhythm.as_ref().or(words.as_ref())));
    let window = lines.take("window").map_or(Some((120, 120)), |it| lines.range(&it, 60, 150))?;
    let click = lines.is_so("click", true)?;
    let (heard, shown) = lines.by((true, true))?;
    let syllables = syllables.unwrap_or_default();
    Some(Tap {
        metre,
        tempo,
        beats,
        rhythm,
        words,
        syllables,
        click,
        heard,
        shown,
        window: window.0,
    })
}

/// The rhythm of the words: written, or `drawn`.
fn words(lines: &mut Lines<'_, '_, '_, '_>, line: &Line) -> Option<Motif> {
    if line.value != "drawn" {
        return lines.notes(line).map(|(notes, _)| Motif::Written(notes));
    }
    let recipe = drawn(lines);
    if recipe.is_none() {
        lines.wrong(line, "nothing is said of what is drawn", "write `cells: x | x_ x_` too");
    }
    recipe.map(Motif::Drawn)
}

/// One syllable for each note that sounds.
fn syllables(lines: &mut Lines<'_, '_, '_, '_>, line: &Line, motif: Option<&Motif>) -> Vec<String> {
    let syllables: Vec<String> =
        line.value.split([' ', '-', '|']).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    let sounding = |notes: &[Note]| notes.iter().filter(|it| it.pitch.sounds()).count();
    match motif {
        Some(Motif::Written(notes)) if sounding(notes) == syllables.len() => {}
        Some(Motif::Written(notes)) => {
            let what = format!("{} syllables for {} notes", syllables.len(), sounding(notes));
            lines.wrong(line, what, "write one for each note that sounds, `to-ma-to`");
        }
        Some(Motif::Drawn(_)) | None => {
            lines.wrong(line, "syllables belong to a written rhythm", "leave the line out");
        }
    }
    syllables
}
