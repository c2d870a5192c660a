//! One round: what is heard, and what could have been.

use super::{Ask, Aspect, Listen, OPTIONS_MAX, fault, option, other, plain};
use crate::item::OTHER;
use crate::rng::Rng;
use crate::stage::music::likeness::{is_turned, sounding};
use crate::stage::music::motif::{Motif, Recipe};
use crate::stage::music::note::{BEAT, Note, Pitch, millis, onsets};
use crate::stage::music::sound::{Hearing, LOUDNESS, Sound, Voice, sounds};

/// What is heard in a round, and which option it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// One clip, or two to be compared.
    pub clips: Vec<Heard>,
    /// How many options there are.
    pub options: usize,
    /// The right one.
    pub key: u8,
    /// The notes of each option, where options are written as notes or have notes of their own.
    pub written: Vec<Vec<Note>>,
    /// Which of the item's labels each option has.
    pub labels: Vec<u8>,
    /// What the decoy would have one pick.
    decoy: Option<u8>,
}

/// Notes as they are heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// These.
    pub notes: Vec<Note>,
    /// Crotchets in a minute, at the beginning.
    pub tempo: i64,
    /// 0 to 127, at the beginning.
    pub loudness: i64,
    /// Semitones higher than written, at the beginning.
    pub shift: i64,
    /// What it comes to in the end, if it changes: tempo, loudness and shift.
    pub end: Option<[i64; 3]>,
}

/// What of a clip can be changed, in the middle.
const TEMPO: i64 = 92;
const LOUD: i64 = 72;

pub(super) fn draw(listen: &Listen, rng: &mut Rng, seed: u64, size: i64) -> Round {
    let tempo = i64::from(listen.tempo);
    let loudness = i64::from(LOUDNESS);
    let heard = |notes| Heard { notes, tempo, loudness, shift: 0, end: None };
    match &listen.ask {
        Ask::Compare(aspect) => compare(listen, *aspect, rng, seed, size),
        Ask::Same => {
            let notes = notes(listen, seed);
            let different = rng.below(2) as u8;
            let mut second = notes.clone();
            if different == 1
                && let Some(changed) = others(listen, &notes, 1, rng).pop()
            {
                second = changed;
            }
            let key = u8::from(second != notes);
            Round::new(vec![heard(notes), heard(second)], 2, key)
        }
        Ask::Which(count, _) => {
            let notes = notes(listen, seed);
            let count = usize::from((*count).clamp(2, OPTIONS_MAX)) - 1;
            let mut written = vec![notes.clone()];
            for other in others(listen, &notes, count, rng) {
                written.push(other);
            }
            let round = Round::new(vec![heard(notes)], written.len(), 0);
            Round { written, ..round }
        }
        Ask::Named(all, count) => {
            let mut places = numbers(all.len().min(64));
            rng.shuffle(&mut places);
            places.truncate(usize::from((*count).clamp(2, OPTIONS_MAX)));
            let key = rng.below(places.len() as u64) as u8;
            let mut written = Vec::new();
            for at in &places {
                written.push(all[usize::from(*at)].clone());
            }
            let notes = written.get(usize::from(key)).cloned().unwrap_or_default();
            let round = Round::new(vec![heard(notes)], places.len(), key);
            Round { written, labels: places, ..round }
        }
    }
}

fn numbers(count: usize) -> Vec<u8> {
    let mut numbers = Vec::new();
    for number in 0..count {
        numbers.push(number as u8);
    }
    numbers
}

/// The motif of a seed, or a few beats.
fn notes(listen: &Listen, seed: u64) -> Vec<Note> {
    let plain = || vec![Note::new(Pitch::BEAT, BEAT); 4];
    listen.motif.as_ref().map_or_else(plain, |it| it.notes(seed))
}

fn others(listen: &Listen, notes: &[Note], count: usize, rng: &mut Rng) -> Vec<Vec<Note>> {
    let none = Recipe {
        metre: listen.metre,
        bars: (1, 1),
        cells: Vec::new(),
        tones: Vec::new(),
        leap: 0,
        ends: Vec::new(),
    };
    let recipe = if let Some(Motif::Drawn(recipe)) = &listen.motif { recipe } else { &none };
    other::others(recipe, notes, count, rng)
}

/// Two clips, or one that changes, of which one aspect differs by `size`; another one differs the other way, or not at all.
fn compare(listen: &Listen, aspect: Aspect, rng: &mut Rng, seed: u64, size: i64) -> Round {
    let options = if listen.labels.len() > 2 { 3 } else { 2 };
    let key = rng.below(options) as u8;
    let mut way = match key {
        option::MORE => 1,
        option::LESS => -1,
        _ => 0,
    };
    let of_one_tone = matches!(aspect, Aspect::High | Aspect::Long);
    let notes = match &listen.motif {
        Some(motif) => motif.notes(seed),
        None if of_one_tone => {
            Pitch::tone(1, 0).map(|it| vec![Note::new(it, BEAT * 2)]).unwrap_or_default()
        }
        None => vec![Note::new(Pitch::BEAT, BEAT); if listen.gradual { 8 } else { 4 }],
    };
    // Where the two lie, so that they cannot be told by themselves.
    let by_chance =
        |rng: &mut Rng, range: u64| rng.below(range).cast_signed() - range.cast_signed() / 2;
    let shift = if aspect == Aspect::High || listen.decoy == Some(Aspect::High) {
        by_chance(rng, 9)
    } else {
        0
    };
    let tempo =
        if listen.tempo == 0 { TEMPO } else { i64::from(listen.tempo) } + by_chance(rng, 13);
    let first = Heard { notes, tempo, loudness: LOUD + by_chance(rng, 9), shift, end: None };
    let mut second = first.clone();
    let decoy = listen.decoy.map(|decoy| {
        // With or against what is asked, or by itself where nothing else differs.
        let against = match way {
            0 => {
                if rng.below(2) == 0 {
                    1
                } else {
                    -1
                }
            }
            _ => {
                if rng.below(3) == 0 {
                    way
                } else {
                    -way
                }
            }
        };
        second.change(decoy, against * decoy.plain());
        if against > 0 { option::MORE } else { option::LESS }
    });
    way *= size;
    second.change(aspect, way);
    let clips = if listen.gradual {
        let end = Some([second.tempo, second.loudness, second.shift]);
        vec![Heard { end, ..first }]
    } else {
        vec![first, second]
    };
    Round { decoy, ..Round::new(clips, options as usize, key) }
}

impl Aspect {
    /// A difference that nobody misses.
    const fn plain(self) -> i64 {
        match self {
            Self::Loud => 45,
            Self::Fast | Self::Long => 50,
            Self::High => 7,
        }
    }
}

impl Heard {
    fn change(&mut self, aspect: Aspect, by: i64) {
        // So many hundredths more, or as many times less.
        let scaled =
            |value: i64| if by < 0 { value * 100 / (100 - by) } else { value * (100 + by) / 100 };
        match aspect {
            Aspect::Loud => self.loudness = (self.loudness + by).clamp(20, 127),
            Aspect::Fast => self.tempo = scaled(self.tempo).clamp(30, 240),
            Aspect::High => self.shift += by,
            Aspect::Long => {
                for note in &mut self.notes {
                    note.ticks = scaled(note.ticks.into()).clamp(6, 144) as u8;
                }
            }
        }
    }

    /// How long it lasts.
    pub fn millis(&self) -> u32 {
        let last = self.end.map_or(self.tempo, |it| it[0]);
        plain(&self.notes, ((self.tempo + last) / 2) as u8)
    }

    /// What sounds, from `start` milliseconds on.
    pub fn sounds(&self, tonic: u8, voice: Voice, start: u32) -> Vec<Sound> {
        let mut heard = Vec::new();
        let mut at = start;
        let steps = (onsets(&self.notes).len() as i64 - 1).max(1);
        let mut step = 0;
        for note in &self.notes {
            let [tempo, loudness, shift] = self.values(step, steps);
            let hearing = Hearing { tonic, tempo: tempo as u8, loudness: loudness as u8, voice };
            for mut sound in sounds(&[*note], hearing, at) {
                sound.cents = (i64::from(sound.cents) + shift * 100).clamp(0, 12_700) as u16;
                heard.push(sound);
            }
            step += i64::from(note.pitch.sounds());
            at += millis(note.ticks.into(), tempo as u8);
        }
        heard
    }

    /// Tempo, loudness and shift at a step of its way.
    fn values(&self, step: i64, steps: i64) -> [i64; 3] {
        let mut values = [self.tempo, self.loudness, self.shift];
        if let Some(end) = self.end {
            for at in 0..3 {
                values[at] += (end[at] - values[at]) * step.min(steps) / steps;
            }
        }
        values
    }
}

impl Round {
    fn new(clips: Vec<Heard>, options: usize, key: u8) -> Self {
        Self { clips, options, key, written: Vec::new(), labels: numbers(options), decoy: None }
    }

    /// The fault that a wrong pick shows.
    pub(super) fn fault(&self, ask: &Ask, pick: u8) -> u8 {
        match ask {
            Ask::Compare(_) if self.decoy == Some(pick) => fault::DECOY,
            Ask::Compare(_) if pick == option::SAME => fault::SAME,
            Ask::Compare(_) if self.key == option::SAME => fault::DIFFERENT,
            Ask::Compare(_) => fault::OPPOSITE,
            Ask::Same if pick == 0 => fault::SAME,
            Ask::Same => fault::DIFFERENT,
            Ask::Which(..) | Ask::Named(..) => {
                let of = |at: u8| self.written.get(usize::from(at)).map_or(&[][..], |it| it);
                unlike(of(self.key), of(pick))
            }
        }
    }
}

/// How what was picked differs from what was heard.
fn unlike(heard: &[Note], picked: &[Note]) -> u8 {
    let (heard_pitches, picked_pitches) = (sounding(heard), sounding(picked));
    let (few, many) = (heard_pitches.len(), picked_pitches.len());
    if many != few {
        return if many > few { fault::MORE } else { fault::FEWER };
    }
    if are_the_same_notes(heard, picked) {
        fault::ORDER
    } else if heard_pitches == picked_pitches {
        fault::LENGTH
    } else if is_turned(&heard_pitches, &picked_pitches) {
        fault::TURNED
    } else if onsets(heard) == onsets(picked) {
        fault::PITCH
    } else {
        OTHER
    }
}

/// Each note stands as often in the one as in the other.
fn are_the_same_notes(a: &[Note], b: &[Note]) -> bool {
    let mut same = a.len() == b.len();
    for note in a {
        let (mut more, mut less) = (0, 0);
        for other in a {
            more += usize::from(other == note);
        }
        for other in b {
            less += usize::from(other == note);
        }
        same &= more == less;
    }
    same
}
