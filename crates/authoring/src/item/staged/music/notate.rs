//! `notate`

use super::super::Script;
use super::{Lines, adds_up, common, motif};
use course::stage::Staging;
use course::stage::music::motif::Motif;
use course::stage::music::notate::Notate;
use course::stage::music::notation::Notation;
use course::stage::music::note::Note;

const EXAMPLE: &str =
    "a block `notate`, with `signs: 0 1 2 3`, `lengths: 1 1_` and `write: 1 2_ 3_ | 1 0`";

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Box<dyn Staging>> {
    let mut lines = Lines::of(script, EXAMPLE)?;
    let piece = notate(&mut lines);
    if piece.is_some() {
        lines.finish();
    }
    piece.map(|it| Box::new(it) as Box<dyn Staging>)
}

fn notate(lines: &mut Lines<'_, '_, '_, '_>) -> Option<Notate> {
    let Some((signs_line, lengths_line)) = lines.take("signs").zip(lines.take("lengths")) else {
        lines.script.wrong("there is nothing to write with", format!("write {EXAMPLE}"));
        return None;
    };
    let signs = lines.tones(&signs_line)?;
    let (sorts, _) = lines.notes(&lengths_line)?;
    let lengths: Vec<u8> = sorts.iter().map(|it| it.ticks).collect();
    let Some((motif, tune)) = motif(lines, "write")? else {
        lines.script.wrong("nothing is to be written", format!("write {EXAMPLE}"));
        return None;
    };
    let common = common(lines, tune.as_ref())?;
    adds_up(lines, "write", &motif, common.metre);
    let given = lines.take("given").map_or(Some((0, 0)), |it| lines.range(&it, 1, 7))?.0;
    let heard = lines.by((true, false))?.0;
    let shown = match lines.take("from") {
        Some(line) => Some(lines.one_of(&line, &Notation::ALL)?),
        None => None,
    };
    let super::Common { metre, tonic, tempo, voice } = common;
    let tonic = lines.one_key(tonic);
    let piece = Notate { metre, tonic, tempo, voice, signs, lengths, motif, given, heard, shown };
    if let Some(note) = without_sign(&piece) {
        let what = format!("`{}` cannot be written", course::stage::music::text::word(note));
        lines.wrong(&signs_line, what, "let `signs:` and `lengths:` have all that is needed");
    }
    if !heard && shown.is_none() {
        lines.script.wrong("it is neither heard nor seen", "write `from: staff`, or `by: ear`");
    }
    Some(piece)
}

/// A note for which there is no sign or length.
fn without_sign(piece: &Notate) -> Option<Note> {
    let seeds = if piece.motif.is_drawn() { 50 } else { 1 };
    let fits = |it: &Note| piece.signs.contains(&it.pitch) && piece.lengths.contains(&it.ticks);
    let notes = (0..seeds).flat_map(|seed| match &piece.motif {
        Motif::Written(notes) => notes.clone(),
        Motif::Drawn(_) => piece.ask(seed),
    });
    notes.into_iter().find(|it| !fits(it))
}
