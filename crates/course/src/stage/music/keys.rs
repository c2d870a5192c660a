//! `keys`: plays on a row of keys; back what was heard or is written there, or freely.

use super::likeness::{differences, heights, is_turned, same_but_octaves, shape, share, sounding};
use super::motif::{Motif, NOTES_MAX};
use super::note::{BEAT, Metre, Note, Pitch, Tune, length, millis};
use super::sound::Voice;
use super::text;
use crate::codec::{from_bytes, to_bytes};
use crate::codec_struct;
use crate::digits::decimal;
use crate::item::{Mark, OTHER};
use crate::rng::{Rng, derive};
use crate::stage::Piece;

/// What is to be played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// Of what is to be played.
    pub metre: Metre,
    /// The MIDI key of do, from and to: the same numbers sound higher or lower.
    pub tonic: (u8, u8),
    /// Crotchets in a minute.
    pub tempo: u8,
    /// How it sounds.
    pub voice: Voice,
    /// The keys that there are, from low to high.
    pub pad: Vec<Pitch>,
    /// What is to be played; nothing if it is played freely.
    pub motif: Option<Motif>,
    /// Whether it can be heard.
    pub heard: bool,
    /// Whether it is written there.
    pub shown: bool,
}

codec_struct!(Keys { metre, tonic, tempo, voice, pad, motif, heard, shown });

/// What was played. The seed says in answer to what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Played {
    /// Of the item.
    pub seed: u64,
    /// The keys, one after the other.
    pub strikes: Vec<Strike>,
}

codec_struct!(Played { seed, strikes });

/// A key that was played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strike {
    /// Which one.
    pub pitch: Pitch,
    /// So many milliseconds after the one before.
    pub after: u16,
    /// It was held for so long.
    pub millis: u16,
}

codec_struct!(Strike { pitch, after, millis });

/// The finest step in which what was played freely is written down.
const GRID: u32 = BEAT as u32 / 2;

impl Played {
    /// Keys that were played, without their times.
    fn pitches(&self) -> Vec<Pitch> {
        let mut pitches = Vec::new();
        for strike in self.strikes.iter().take(NOTES_MAX) {
            pitches.push(strike.pitch);
        }
        pitches
    }

    /// As notes of this tempo: each lasts until the next begins, to the nearest half beat, and what is longer than four beats ends in
    /// a rest.
    pub fn notes(&self, tempo: u8) -> Vec<Note> {
        let ticks = |millis: u16| u32::from(millis) * u32::from(tempo) * u32::from(BEAT) / 60_000;
        let even = |millis: u16| (ticks(millis) + GRID / 2) / GRID * GRID;
        let mut notes = Vec::new();
        for (at, strike) in self.strikes.iter().take(NOTES_MAX).enumerate() {
            let held = even(strike.millis).clamp(GRID, 4 * u32::from(BEAT));
            let next = self.strikes.get(at + 1).map_or(held, |it| even(it.after).max(GRID));
            let note = next.min(4 * u32::from(BEAT));
            notes.push(Note::new(strike.pitch, note as u8));
            let mut rest = (next - note).min(4 * u32::from(BEAT));
            while rest > 0 {
                let ticks = rest.min(u32::from(BEAT));
                notes.push(Note::new(Pitch::REST, ticks as u8));
                rest -= ticks;
            }
        }
        notes
    }
}

impl Keys {
    /// What the item of this seed asks for.
    pub fn ask(&self, seed: u64) -> Vec<Note> {
        self.motif.as_ref().map(|it| it.notes(seed)).unwrap_or_default()
    }

    /// The MIDI key of do in the item of this seed.
    pub fn tonic(&self, seed: u64) -> u8 {
        let (from, to) = self.tonic;
        let keys = u64::from(to.saturating_sub(from)) + 1;
        from.saturating_add(Rng::new(derive(seed, b"do")).below(keys) as u8)
    }

    /// What was played as a tune.
    pub fn tune(&self, played: &Played) -> Tune {
        let (metre, tempo) = (self.metre, self.tempo);
        Tune { metre, tonic: self.tonic(played.seed), tempo, notes: played.notes(tempo) }
    }

    fn pitches(&self, seed: u64) -> Vec<Pitch> {
        sounding(&self.ask(seed))
    }

    fn sample(&self, seed: u64, pitches: &[Pitch]) -> Vec<u8> {
        let beat = millis(u32::from(BEAT), self.tempo) as u16;
        let strike = |pitch: &Pitch| Strike { pitch: *pitch, after: beat, millis: beat };
        to_bytes(&Played { seed, strikes: pitches.iter().map(strike).collect() })
    }

    /// The key so many places higher, if there is one.
    fn beside(&self, pitch: Pitch, by: isize) -> Option<Pitch> {
        let at = self.pad.iter().position(|it| *it == pitch)?;
        self.pad.get(at.checked_add_signed(by)?).copied()
    }
}

/// Ways in which what was played can be wrong.
mod fault {
    pub const OCTAVE: u8 = 0;
    pub const TURNED: u8 = 1;
    pub const ONE: u8 = 2;
    pub const SHIFTED: u8 = 3;
    pub const SHORT: u8 = 4;
    pub const LONG: u8 = 5;
}

impl Piece for Keys {
    const FAULTS: &'static [&'static str] =
        &["octave", "turned", "one", "shifted", "short", "long"];

    fn judge(&self, response: &[u8]) -> Mark {
        let Ok(played) = from_bytes::<Played>(response) else { return Mark::UNREADABLE };
        if self.motif.is_none() {
            return Mark::RIGHT;
        }
        let (wanted, found) = (self.pitches(played.seed), played.pitches());
        if wanted == found {
            return Mark::RIGHT;
        }
        Mark::scored(share(&heights(&wanted), &heights(&found)), named(&wanted, &found))
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        self.motif.as_ref().map(|_| self.sample(seed, &self.pitches(seed)))
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        super::seeds(seed).find_map(|seed| {
            let wanted = self.pitches(seed);
            let made = self.sample(seed, &self.wrong(&wanted, fault)?);
            (Piece::judge(self, &made).fault == fault).then_some(made)
        })
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let count = if self.motif.is_some() { self.pitches(seed).len() } else { 8 };
        let any = |rng: &mut Rng| self.pad.get(rng.below(self.pad.len() as u64) as usize).copied();
        let pitches: Vec<Pitch> = (0..count).filter_map(|_| any(rng)).collect();
        self.sample(seed, &pitches)
    }

    fn seconds(&self) -> u32 {
        let notes = self.ask(0);
        if notes.is_empty() {
            return 60;
        }
        // Heard, then played slower, and part of it again.
        10 + millis(length(&notes), self.tempo) / 1000 * 3
    }

    fn words(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    fn asked(&self, seed: u64) -> String {
        let tonic =
            if self.motif.is_some() { decimal(self.tonic(seed).into()) } else { String::new() };
        [&text::write(self.metre, &self.ask(seed)), " ", &tonic].concat()
    }
}

/// The fault that wrong keys show.
fn named(wanted: &[Pitch], found: &[Pitch]) -> u8 {
    let differences = differences(&heights(wanted), &heights(found));
    // One that is an octave off is another tone: all of them have to be.
    if same_but_octaves(wanted, found) && differences == Some(wanted.len()) {
        fault::OCTAVE
    } else if differences == Some(1) {
        fault::ONE
    } else if is_turned(wanted, found) {
        fault::TURNED
    } else if wanted.len() > 1 && shape(wanted) == shape(found) {
        fault::SHIFTED
    } else if found.len() < wanted.len() {
        fault::SHORT
    } else if found.len() > wanted.len() {
        fault::LONG
    } else {
        OTHER
    }
}

impl Keys {
    /// What would be played by who makes this fault.
    fn wrong(&self, wanted: &[Pitch], fault: u8) -> Option<Vec<Pitch>> {
        let mut found = wanted.to_vec();
        match fault {
            fault::OCTAVE => {
                let raised = |it: &Pitch| {
                    let other = [1, -1].into_iter().filter_map(|by| it.raised(by));
                    other.into_iter().find(|it| self.pad.contains(it))
                };
                found = found.iter().map(raised).collect::<Option<_>>()?;
            }
            fault::TURNED => {
                let mirrored = |it: &Pitch| {
                    let at = self.pad.iter().position(|other| other == it)?;
                    self.pad.get(self.pad.len() - 1 - at).copied()
                };
                found = found.iter().map(mirrored).collect::<Option<_>>()?;
                // Where a mirror changes one tone alone, from behind.
                if differences(&heights(wanted), &heights(&found)) == Some(1) {
                    found = wanted.iter().rev().copied().collect();
                }
            }
            fault::ONE => {
                let last = found.last_mut()?;
                *last = self.beside(*last, 1).or_else(|| self.beside(*last, -1))?;
            }
            fault::SHIFTED => {
                let moved = |by| found.iter().map(|it| self.beside(*it, by)).collect();
                let both: [Option<Vec<Pitch>>; 2] = [moved(1), moved(-1)];
                found = both.into_iter().flatten().next()?;
            }
            fault::SHORT => drop(found.pop()),
            fault::LONG => found.extend(wanted.last()),
            _ => return None,
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::motif::tests::{melody, tones};
    use crate::stage::music::text::read_notes;
    use proptest::prelude::{prop_assert, proptest};

    fn keys(motif: Option<Motif>) -> Keys {
        Keys {
            metre: Metre::TWO,
            tonic: (60, 60),
            tempo: 90,
            voice: Voice::Plucked,
            pad: tones("5, 6, 1 2 3 5 6 1'"),
            motif,
            heard: true,
            shown: false,
        }
    }

    fn drawn() -> Keys {
        keys(Some(Motif::Drawn(melody(4, 1, "x", "1 2 3 5 6", 2, ""))))
    }

    fn judged(wanted: &str, found: &str) -> (u16, &'static str) {
        let keys = keys(Some(Motif::Written(read_notes(wanted).expect("readable"))));
        let mark = Piece::judge(&keys, &keys.sample(0, &tones(found)));
        let name = if mark.fault == OTHER { "*" } else { Keys::FAULTS[usize::from(mark.fault)] };
        (mark.score.expect("readable").thousandths(), name)
    }

    #[test]
    fn faults() {
        let cases = [
            ("5 3 6", "5 3 6", (1000, "*")),
            ("5 3_ 0_ 6", "5 3 6", (1000, "*")),
            ("1 1' 5", "1 1 5", (666, "one")),
            ("1 1' 1", "1 1 1", (666, "one")),
            ("1 1' 1", "1' 1 1'", (666, "octave")),
            ("1 1 1' 1'", "1' 1' 1 1", (500, "octave")),
            ("5, 6, 5,", "5 6 5", (0, "octave")),
            ("1' 1'", "1 1", (0, "octave")),
            ("1", "1'", (0, "octave")),
            ("1 1 1' 1'", "1' 1 1 1'", (750, "*")),
            ("1 1' 1 1", "1 1 1' 1", (750, "*")),
            ("5 3 6 5", "5 3 6 3", (750, "one")),
            ("5 3 6", "3 5 2", (333, "turned")),
            ("5 3 6", "3 2 5", (333, "shifted")),
            ("5 3 6 5", "5 3 6", (750, "short")),
            ("5 3 6", "5 3 6 6", (750, "long")),
            ("5 3 6 5", "1 1 1 1", (0, "*")),
            ("5 3 6", "", (0, "short")),
        ];
        for (wanted, found, expected) in cases {
            assert_eq!(judged(wanted, found), expected, "{wanted} / {found}");
        }
    }

    #[test]
    fn the_solution_is_right_and_each_fault_can_be_shown() {
        let keys = drawn();
        for seed in 0..200 {
            let solution = keys.solution(seed).expect("marked");
            assert_eq!(Piece::judge(&keys, &solution), Mark::RIGHT);
        }
        for (at, name) in Keys::FAULTS.iter().enumerate() {
            let made = keys.showing(at as u8, 0).expect(name);
            assert_eq!(Piece::judge(&keys, &made).fault, at as u8, "{name}");
        }
    }

    #[test]
    fn what_is_played_freely_is_not_marked() {
        let keys = keys(None);
        assert_eq!(keys.solution(0), None);
        assert_eq!(Piece::judge(&keys, &keys.random(0, &mut Rng::new(0))), Mark::RIGHT);
        assert_eq!(Piece::judge(&keys, &[1]), Mark::UNREADABLE);
    }

    #[test]
    fn what_is_played_becomes_notes_of_half_beats() {
        let strike = |tone: &str, after, millis| Strike { pitch: tones(tone)[0], after, millis };
        let strikes = vec![
            strike("5", 0, 300),
            strike("3", 640, 200),
            strike("1", 330, 900),
            strike("5", 60_000, 9_000),
        ];
        let notes = Played { seed: 0, strikes }.notes(90);
        let written = text::write(Metre { beats: 12, unit: 2 }, &notes[..4]);
        assert_eq!(written, "5 3_ 1 - - - 0");
        assert_eq!(notes.last(), Some(&Note::new(tones("5")[0], 96)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_judged(bytes: Vec<u8>, seed: u64, numbers: Vec<u8>) {
            for keys in [drawn(), keys(None)] {
                let _ = Piece::judge(&keys, &bytes);
                let pitches: Vec<Pitch> = numbers.iter().filter_map(|it| Pitch::from_number(*it)).collect();
                prop_assert!(Piece::judge(&keys, &keys.sample(seed, &pitches)).score.is_some());
            }
        }
    }
}
