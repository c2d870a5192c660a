//! What is tapped, played, written or heard: written by the author, or drawn from a seed by a recipe.

use super::note::{BEAT, Metre, Note, Pitch, length};
use crate::codec_enum;
use crate::codec_struct;
use crate::rng::{Rng, derive};

/// Notes, written or drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Motif {
    /// These ones.
    Written(Vec<Note>),
    /// Others for each seed.
    Drawn(Recipe),
}

codec_enum!(Motif { 0 => Written(notes), 1 => Drawn(recipe) });

/// How notes are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// Bars have this length.
    pub metre: Metre,
    /// So many bars, at least and at most.
    pub bars: (u8, u8),
    /// What bars are filled with. The last one is the newest, and is always there.
    pub cells: Vec<Vec<Note>>,
    /// From low to high; none for a rhythm alone.
    pub tones: Vec<Pitch>,
    /// The widest step, in places of `tones`.
    pub leap: u8,
    /// The last tone is one of these, or any.
    pub ends: Vec<Pitch>,
}

codec_struct!(Recipe { metre, bars, cells, tones, leap, ends });

/// The most bars that are drawn.
pub const BARS_MAX: u8 = 16;
/// The most notes that are looked at.
pub const NOTES_MAX: usize = 256;
/// Draws after which the last one is taken as it is.
const TRIES: u8 = 60;

impl Motif {
    /// The notes of a seed.
    pub fn notes(&self, seed: u64) -> Vec<Note> {
        match self {
            Self::Written(notes) => notes.iter().take(NOTES_MAX).copied().collect(),
            Self::Drawn(recipe) => recipe.draw(&mut Rng::new(derive(seed, b"motif"))),
        }
    }

    /// Whether each seed has notes of its own.
    pub const fn is_drawn(&self) -> bool {
        matches!(self, Self::Drawn(_))
    }
}

impl Recipe {
    /// Draws a rhythm and, if there are tones, a melody over it.
    pub fn draw(&self, rng: &mut Rng) -> Vec<Note> {
        let (least, most) = (self.bars.0.clamp(1, BARS_MAX), self.bars.1.clamp(1, BARS_MAX));
        let bars = u64::from(least) + rng.below(u64::from(most.saturating_sub(least)) + 1);
        let mut rhythm = Vec::new();
        for _ in 0..TRIES {
            let (notes, is_good) = self.rhythm(bars, rng);
            rhythm = notes;
            if is_good {
                break;
            }
        }
        if !self.tones.is_empty() {
            for _ in 0..TRIES {
                if self.melody(&mut rhythm, rng) {
                    break;
                }
            }
        }
        rhythm
    }

    /// Bars of cells, and whether they are worth asking: the newest cell is there and another one too.
    fn rhythm(&self, bars: u64, rng: &mut Rng) -> (Vec<Note>, bool) {
        let mut notes: Vec<Note> = Vec::new();
        let mut met = Vec::new();
        for _ in 0..bars {
            let mut left = self.metre.bar();
            while left > 0 {
                let fits = |cell: &[Note]| {
                    let rests = cell.first().is_some_and(|it| !it.pitch.sounds());
                    let after_sound = notes.last().is_some_and(|it| it.pitch.sounds());
                    (1..=left).contains(&length(cell)) && (!rests || after_sound)
                };
                let mut places = Vec::new();
                for (at, cell) in self.cells.iter().enumerate() {
                    if fits(cell) {
                        places.push(at);
                    }
                }
                let drawn = places.get(rng.below(places.len() as u64) as usize);
                match drawn.and_then(|at| Some((*at, self.cells.get(*at)?))) {
                    Some((at, cell)) => {
                        met.push(at);
                        notes.extend(cell);
                        left -= length(cell);
                    }
                    None => {
                        let ticks = left.min(u32::from(BEAT)) as u8;
                        notes.push(Note::new(Pitch::BEAT, ticks));
                        left -= u32::from(ticks);
                    }
                }
            }
        }
        let newest = self.cells.len().saturating_sub(1);
        let is_good = self.cells.len() < 2
            || met.len() < 2
            || met.contains(&newest) && met.iter().any(|at| *at != newest);
        (notes, is_good)
    }

    /// Gives the notes that sound their tones; whether it is worth asking: it moves, not in place for long, and ends well.
    fn melody(&self, notes: &mut [Note], rng: &mut Rng) -> bool {
        let count = self.tones.len() as u64;
        let mut at = rng.below(count);
        let (mut last, mut same, mut moved, mut stuck) = (None, 0, false, false);
        for note in notes.iter_mut().filter(|it| it.pitch.sounds()) {
            if let Some(last) = last {
                let leap = u64::from(self.leap.max(1));
                let (low, high) = (at.saturating_sub(leap), (at + leap).min(count - 1));
                at = low + rng.below(high - low + 1);
                let stays = at == last;
                same = if stays { same + 1 } else { 0 };
                moved |= !stays;
                stuck |= same > 1;
            }
            last = Some(at);
            if let Some(tone) = self.tones.get(at as usize) {
                note.pitch = *tone;
            }
        }
        let ending = notes.iter().rev().find(|it| it.pitch.sounds()).map(|it| it.pitch);
        let ends = self.ends.is_empty() || ending.is_some_and(|it| self.ends.contains(&it));
        (moved || count < 2) && !stuck && ends
    }
}

#[cfg(test)]
pub(in crate::stage::music) mod tests {
    use super::{Metre, Note, Pitch, Recipe, Rng, length};
    use crate::stage::music::note::{bars, uneven};
    use crate::stage::music::text::{read, read_notes};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Cells as an author writes them.
    pub fn cells(text: &str) -> Vec<Vec<Note>> {
        read(text).expect("readable").into_iter().map(|(notes, ..)| notes).collect()
    }

    pub fn tones(text: &str) -> Vec<Pitch> {
        read_notes(text).expect("readable").iter().map(|it| it.pitch).collect()
    }

    pub fn rhythm(beats: u8, bars: u8, text: &str) -> Recipe {
        let metre = Metre::new(beats, 4).expect("a metre");
        let (tones, ends) = (Vec::new(), Vec::new());
        Recipe { metre, bars: (bars, bars), cells: cells(text), tones, leap: 0, ends }
    }

    pub fn melody(beats: u8, bars: u8, text: &str, among: &str, leap: u8, ends: &str) -> Recipe {
        let rhythm = rhythm(beats, bars, text);
        Recipe { tones: tones(among), leap, ends: tones(ends), ..rhythm }
    }

    /// The recipes of the first lessons.
    pub fn recipes() -> Vec<Recipe> {
        vec![
            rhythm(2, 2, "x | x_ x_"),
            rhythm(2, 2, "x | x_ x_ | 0"),
            rhythm(2, 4, "x | x_ x_ | x - | 0"),
            rhythm(3, 2, "x | x. x_ | x= x= x= x="),
            rhythm(4, 1, "x"),
            melody(4, 1, "x", "5 3", 1, ""),
            melody(2, 2, "x | x_ x_", "3 5 6", 2, "5"),
            melody(2, 2, "x | x_ x_ | x -", "1 2 3 5 6", 2, "1 6"),
        ]
    }

    #[test]
    fn every_seed_adds_up_and_begins_with_a_sound() {
        for recipe in recipes() {
            for seed in 0..500 {
                let notes = recipe.draw(&mut Rng::new(seed));
                assert_eq!(uneven(recipe.metre, &notes), None, "{notes:?}");
                assert_eq!(bars(recipe.metre, &notes).len(), usize::from(recipe.bars.0));
                assert!(notes[0].pitch.sounds());
            }
        }
    }

    #[test]
    fn melodies_keep_to_tones_leaps_and_ends() {
        for recipe in recipes().into_iter().filter(|it| !it.tones.is_empty()) {
            for seed in 0..500 {
                let notes = recipe.draw(&mut Rng::new(seed));
                let place = |it: &Note| recipe.tones.iter().position(|tone| *tone == it.pitch);
                let places: Vec<usize> =
                    notes.iter().map(|it| place(it).expect("a tone of the recipe")).collect();
                for pair in places.windows(2) {
                    assert!(pair[0].abs_diff(pair[1]) <= usize::from(recipe.leap));
                }
                assert!(places.iter().collect::<BTreeSet<_>>().len() > 1);
                let last = notes.last().expect("notes").pitch;
                assert!(recipe.ends.is_empty() || recipe.ends.contains(&last));
            }
        }
    }

    #[test]
    fn the_newest_cell_is_there() {
        let recipe = rhythm(2, 2, "x | x_ x_ | 0");
        for seed in 0..500 {
            let notes = recipe.draw(&mut Rng::new(seed));
            assert!(notes.iter().any(|it| !it.pitch.sounds()), "{notes:?}");
        }
    }

    proptest! {
        /// Whatever a damaged pack says, drawing ends, and bars add up.
        #[test]
        fn any_recipe_can_be_drawn_from(
            beats in 1_u8..13, unit in prop::sample::select(vec![2_u8, 4, 8]), bars: (u8, u8),
            cells in prop::collection::vec(prop::collection::vec((0_u8..37, any::<u8>()), 0..4), 0..5),
            tones in prop::collection::vec(0_u8..37, 0..5), leap: u8, seed: u64,
        ) {
            let pitch = |number: &u8| Pitch::from_number(*number).expect("in range");
            let cell = |cell: &Vec<(u8, u8)>| cell.iter().map(|(it, ticks)| Note::new(pitch(it), *ticks)).collect();
            let recipe = Recipe {
                metre: Metre::new(beats, unit).expect("a metre"), bars, leap,
                cells: cells.iter().map(cell).collect(),
                tones: tones.iter().map(pitch).collect(),
                ends: Vec::new(),
            };
            let notes = recipe.draw(&mut Rng::new(seed));
            prop_assert_eq!(length(&notes) % recipe.metre.bar(), 0);
        }
    }
}
