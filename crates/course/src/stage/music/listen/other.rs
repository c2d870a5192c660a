//! What differs from a motif in one place.

use crate::rng::Rng;
use crate::stage::music::motif::Recipe;
use crate::stage::music::note::{Note, length};

/// Tries after which there are as many as there are.
const TRIES: usize = 60;

/// So many motifs, each of which differs from `notes` in one place, and from each other.
pub(super) fn others(
    recipe: &Recipe,
    notes: &[Note],
    count: usize,
    rng: &mut Rng,
) -> Vec<Vec<Note>> {
    let mut found: Vec<Vec<Note>> = Vec::new();
    for attempt in 0..TRIES {
        if found.len() >= count {
            break;
        }
        let other = match attempt % 3 {
            0 if !recipe.tones.is_empty() => retuned(recipe, notes, rng),
            0 | 1 => refilled(recipe, notes, rng),
            _ => swapped(recipe, notes, rng),
        };
        if let Some(other) = other.filter(|it| it != notes && !found.contains(it)) {
            found.push(other);
        }
    }
    found
}

/// One note has another tone.
fn retuned(recipe: &Recipe, notes: &[Note], rng: &mut Rng) -> Option<Vec<Note>> {
    let mut other = notes.to_vec();
    let note =
        other.get_mut(rng.below(notes.len() as u64) as usize).filter(|it| it.pitch.sounds())?;
    note.pitch = *recipe.tones.get(rng.below(recipe.tones.len() as u64) as usize)?;
    Some(other)
}

/// One beat is filled with another cell of the same length, on the tone that was there. Nothing begins with a rest.
fn refilled(recipe: &Recipe, notes: &[Note], rng: &mut Rng) -> Option<Vec<Note>> {
    let cell = recipe.cells.get(rng.below(recipe.cells.len() as u64) as usize)?;
    let starts = starts(notes, length(cell));
    let (from, to) = *starts.get(rng.below(starts.len() as u64) as usize)?;
    let tone = notes[from..to].iter().find(|it| it.pitch.sounds()).map(|it| it.pitch);
    let tone = tone.or_else(|| recipe.tones.first().copied());
    let mut other = notes[..from].to_vec();
    for note in cell {
        let pitch = if note.pitch.sounds() { tone.unwrap_or(note.pitch) } else { note.pitch };
        other.push(Note::new(pitch, note.ticks));
    }
    other.extend(&notes[to..]);
    other.first().is_some_and(|it| it.pitch.sounds()).then_some(other)
}

/// Two neighbouring beats have changed places.
fn swapped(recipe: &Recipe, notes: &[Note], rng: &mut Rng) -> Option<Vec<Note>> {
    let beats = starts(notes, recipe.metre.beat());
    let at = rng.below(beats.len() as u64) as usize;
    let ((from, middle), (next, to)) = (*beats.get(at)?, *beats.get(at + 1)?);
    if middle != next {
        return None;
    }
    let other = [&notes[..from], &notes[next..to], &notes[from..middle], &notes[to..]].concat();
    other.first().is_some_and(|it| it.pitch.sounds()).then_some(other)
}

/// The stretches of notes that fill a multiple of this length from a multiple of it on: places from and to.
fn starts(notes: &[Note], ticks: u32) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut at, mut from, mut begun) = (0, 0, 0);
    for (place, note) in notes.iter().enumerate() {
        at += u32::from(note.ticks);
        if ticks > 0 && at % ticks == 0 {
            if at - begun == ticks {
                found.push((from, place + 1));
            }
            (from, begun) = (place + 1, at);
        }
    }
    found
}
