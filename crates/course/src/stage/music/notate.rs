//! `notate`: writes down what is heard or stands there in another notation.

use super::likeness::{codes, differences, heights, same_but_octaves, share};
use super::motif::{Motif, NOTES_MAX};
use super::notation::Notation;
use super::note::{BEAT, Metre, Note, Pitch, bars, length, millis};
use super::sound::Voice;
use super::text;
use crate::codec::{from_bytes, to_bytes};
use crate::codec_struct;
use crate::item::{Mark, OTHER};
use crate::rng::Rng;
use crate::stage::Piece;

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notate {
    /// Of what is to be written.
    pub metre: Metre,
    /// The MIDI key of do.
    pub tonic: u8,
    /// Crotchets in a minute.
    pub tempo: u8,
    /// How it sounds.
    pub voice: Voice,
    /// What there is to write with, from low to high; a rest among them if there is one to write.
    pub signs: Vec<Pitch>,
    /// The lengths, in ticks.
    pub lengths: Vec<u8>,
    /// What is to be written.
    pub motif: Motif,
    /// So many bars stand there already.
    pub given: u8,
    /// Whether it can be heard.
    pub heard: bool,
    /// The notation in which it stands there to be read, if it does.
    pub shown: Option<Notation>,
}

codec_struct!(Notate { metre, tonic, tempo, voice, signs, lengths, motif, given, heard, shown });

/// What was written, behind what was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Of the item.
    pub seed: u64,
    /// The notes.
    pub notes: Vec<Note>,
}

codec_struct!(Written { seed, notes });

impl Notate {
    /// All notes of the item of this seed.
    pub fn ask(&self, seed: u64) -> Vec<Note> {
        self.motif.notes(seed)
    }

    /// How many notes are given.
    pub fn given(&self, notes: &[Note]) -> usize {
        let mut given = 0;
        for bar in bars(self.metre, notes).iter().take(usize::from(self.given)) {
            given += bar.len();
        }
        given
    }

    /// What is to be written.
    fn wanted(&self, seed: u64) -> Vec<Note> {
        let notes = self.ask(seed);
        notes[self.given(&notes)..].to_vec()
    }
}

/// Ways in which what was written can be wrong.
mod fault {
    pub const OCTAVE: u8 = 0;
    pub const LENGTH: u8 = 1;
    pub const REST: u8 = 2;
    pub const ONE: u8 = 3;
    pub const PITCH: u8 = 4;
    pub const SHORT: u8 = 5;
    pub const LONG: u8 = 6;
}

impl Piece for Notate {
    const FAULTS: &'static [&'static str] =
        &["octave", "length", "rest", "one", "pitch", "short", "long"];

    fn judge(&self, response: &[u8]) -> Mark {
        let Ok(written) = from_bytes::<Written>(response) else { return Mark::UNREADABLE };
        let wanted = self.wanted(written.seed);
        let found = &written.notes[..written.notes.len().min(NOTES_MAX)];
        if wanted == found {
            return Mark::RIGHT;
        }
        Mark::scored(share(&codes(&wanted), &codes(found)), named(&wanted, found))
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        Some(to_bytes(&Written { seed, notes: self.wanted(seed) }))
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        super::seeds(seed).find_map(|seed| {
            let notes = self.wrong(self.wanted(seed), fault)?;
            let made = to_bytes(&Written { seed, notes });
            (Piece::judge(self, &made).fault == fault).then_some(made)
        })
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        let any = |rng: &mut Rng| {
            let pitch = self.signs.get(rng.below(self.signs.len() as u64) as usize)?;
            let ticks = self.lengths.get(rng.below(self.lengths.len() as u64) as usize)?;
            Some(Note::new(*pitch, *ticks))
        };
        let notes = self.wanted(seed).iter().filter_map(|_| any(rng)).collect();
        to_bytes(&Written { seed, notes })
    }

    fn seconds(&self) -> u32 {
        let notes = self.ask(0);
        12 + millis(length(&notes), self.tempo) / 1000 * 2 + 4 * self.wanted(0).len() as u32
    }

    fn words(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    fn asked(&self, seed: u64) -> String {
        text::write(self.metre, &self.ask(seed))
    }
}

/// The fault that wrong notes show.
fn named(wanted: &[Note], found: &[Note]) -> u8 {
    let (wanted_pitches, wanted_lengths, wanted_sounding) = parts(wanted);
    let (found_pitches, found_lengths, found_sounding) = parts(found);
    if wanted_pitches == found_pitches {
        fault::LENGTH
    } else if wanted_sounding == found_sounding {
        fault::REST
    } else if wanted_lengths == found_lengths {
        let (wanted, found) = (heights(&wanted_pitches), heights(&found_pitches));
        if same_but_octaves(&wanted_pitches, &found_pitches) {
            fault::OCTAVE
        } else if differences(&wanted, &found) == Some(1) {
            fault::ONE
        } else {
            fault::PITCH
        }
    } else if length(found) < length(wanted) {
        fault::SHORT
    } else if length(found) > length(wanted) {
        fault::LONG
    } else {
        OTHER
    }
}

/// The pitches, the lengths, and the notes that sound.
fn parts(notes: &[Note]) -> (Vec<Pitch>, Vec<u8>, Vec<Note>) {
    let mut parts = (Vec::new(), Vec::new(), Vec::new());
    for note in notes {
        parts.0.push(note.pitch);
        parts.1.push(note.ticks);
        if note.pitch.sounds() {
            parts.2.push(*note);
        }
    }
    parts
}

impl Notate {
    /// What would be written by who makes this fault.
    fn wrong(&self, mut notes: Vec<Note>, fault: u8) -> Option<Vec<Note>> {
        let other_sign = |it: Pitch| {
            let of_its_kind = |sign: &&Pitch| **sign != it && sign.sounds() == it.sounds();
            let is_raised = |sign: &Pitch| sign.degree().is_some() && sign.degree() == it.degree();
            self.signs.iter().filter(of_its_kind).find(|sign| !is_raised(sign)).copied()
        };
        let raised = |it: Pitch| {
            let both = [1, -1].into_iter().filter_map(|by| it.raised(by));
            both.into_iter().find(|it| self.signs.contains(it))
        };
        match fault {
            fault::OCTAVE => {
                let at = notes.iter().position(|it| raised(it.pitch).is_some())?;
                notes[at].pitch = raised(notes[at].pitch)?;
            }
            fault::LENGTH => {
                let note = notes.first_mut()?;
                note.ticks = *self.lengths.iter().find(|it| **it != note.ticks)?;
            }
            fault::REST => {
                let at = notes.iter().position(|it| !it.pitch.sounds())?;
                notes.remove(at);
            }
            fault::ONE | fault::PITCH => {
                let changed = if fault == fault::ONE { 1 } else { 2 };
                for note in notes.iter_mut().filter(|it| it.pitch.sounds()).take(changed) {
                    note.pitch = other_sign(note.pitch)?;
                }
            }
            fault::SHORT => drop(notes.pop()),
            fault::LONG => notes.push(Note::new(notes.last()?.pitch, BEAT)),
            _ => return None,
        }
        Some(notes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::motif::tests::{melody, rhythm, tones};
    use crate::stage::music::text::read_notes;
    use proptest::prelude::{prop_assert, proptest};

    fn notate(motif: Motif) -> Notate {
        Notate {
            metre: Metre::TWO,
            tonic: 60,
            tempo: 90,
            voice: Voice::Plucked,
            signs: tones("0 5, 6, 1 2 3 5 6 1'"),
            lengths: vec![24, 12, 48],
            motif,
            given: 0,
            heard: true,
            shown: None,
        }
    }

    fn drawn() -> Notate {
        notate(Motif::Drawn(melody(2, 2, "x | x_ x_ | 0", "1 2 3 5 6", 2, "")))
    }

    fn judged(wanted: &str, found: &str) -> (u16, &'static str) {
        let notes = |text: &str| read_notes(text).expect("readable");
        let notate = notate(Motif::Written(notes(wanted)));
        let mark = Piece::judge(&notate, &to_bytes(&Written { seed: 0, notes: notes(found) }));
        let name = if mark.fault == OTHER { "*" } else { Notate::FAULTS[usize::from(mark.fault)] };
        (mark.score.expect("readable").thousandths(), name)
    }

    #[test]
    fn faults() {
        let cases = [
            ("5 3_ 3_ 6 0", "5 3_ 3_ 6 0", (1000, "*")),
            ("5 3_ 3_ 6 0", "5 3 3 6 0", (600, "length")),
            ("5 3_ 3_ 6 0", "5 3_ 3_ 6", (800, "rest")),
            ("1' 3_ 3_ 6", "1 3_ 3_ 6", (750, "octave")),
            ("5 3_ 3_ 6", "5 3_ 2_ 6", (750, "one")),
            ("5 3_ 3_ 6", "1 3_ 2_ 6", (500, "pitch")),
            ("5 3_ 3_ 6", "5 3_ 3_", (750, "short")),
            ("5 3_ 3_ 6", "5 3_ 3_ 6 6", (800, "long")),
            ("5 3_ 3_ 6", "5_ 3_ 3 6", (500, "length")),
            ("5 3", "3_ 5_ 6", (0, "*")),
        ];
        for (wanted, found, expected) in cases {
            assert_eq!(judged(wanted, found), expected, "{wanted} / {found}");
        }
    }

    #[test]
    fn the_solution_is_right_and_each_fault_can_be_shown() {
        let notate = drawn();
        for seed in 0..200 {
            let solution = notate.solution(seed).expect("marked");
            assert_eq!(Piece::judge(&notate, &solution), Mark::RIGHT);
        }
        for (at, name) in Notate::FAULTS.iter().enumerate() {
            let made = notate.showing(at as u8, 0).expect(name);
            assert_eq!(Piece::judge(&notate, &made).fault, at as u8, "{name}");
        }
    }

    #[test]
    fn what_is_given_is_not_written_again() {
        let motif = Motif::Written(read_notes("5 5 | 3_ 3_ 1").expect("readable"));
        let notate = Notate { given: 1, ..notate(motif) };
        let notes = read_notes("3_ 3_ 1").expect("readable");
        assert_eq!(notate.solution(7), Some(to_bytes(&Written { seed: 7, notes })));
    }

    #[test]
    fn a_rhythm_is_written_with_beats() {
        let motif = Motif::Drawn(rhythm(2, 2, "x | x_ x_ | 0"));
        let notate = Notate { signs: tones("0 x"), ..notate(motif) };
        let shows = |name: &str| {
            let at = Notate::FAULTS.iter().position(|it| *it == name).expect("a fault");
            notate.showing(at as u8, 0).is_some()
        };
        assert!(["length", "rest", "short", "long"].into_iter().all(shows));
        assert!(!["octave", "one", "pitch"].into_iter().any(shows));
    }

    proptest! {
        #[test]
        fn any_bytes_are_judged(bytes: Vec<u8>, seed: u64, notes: Vec<(u8, u8)>, given: u8) {
            let notate = Notate { given, ..drawn() };
            let _ = Piece::judge(&notate, &bytes);
            let note = |(pitch, ticks): &(u8, u8)| Some(Note::new(Pitch::from_number(*pitch)?, *ticks));
            let notes = notes.iter().filter_map(note).collect();
            let made = to_bytes(&Written { seed, notes });
            prop_assert!(Piece::judge(&notate, &made).score.is_some());
        }
    }
}
