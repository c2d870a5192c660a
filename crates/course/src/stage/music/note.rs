//! Notes: what sounds and for how long, in whole ticks.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader};
use crate::codec_struct;

/// Ticks of a crotchet: halves, quarters, thirds and dotted ones of it are whole.
pub const BEAT: u8 = 24;

/// The octaves that can be written: this many dots above or below.
pub const OCTAVES: i8 = 2;

/// The steps of the major scale above do, in semitones.
const SCALE: [u8; 7] = [0, 2, 4, 5, 7, 9, 11];

/// What sounds in a note: nothing, a beat without pitch, or a tone of movable do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pitch(u8);

impl Pitch {
    /// Nothing sounds.
    pub const REST: Self = Self(0);
    /// A beat without pitch.
    pub const BEAT: Self = Self(1);
    const LOWEST: u8 = 2;
    const COUNT: u8 = 7 * (2 * OCTAVES as u8 + 1);

    /// The tone of this degree, 1 to 7, so many octaves above the middle one.
    pub const fn tone(degree: u8, octave: i8) -> Option<Self> {
        if degree < 1 || degree > 7 || octave < -OCTAVES || octave > OCTAVES {
            return None;
        }
        Some(Self(Self::LOWEST + (octave + OCTAVES) as u8 * 7 + degree - 1))
    }

    /// Its number, as it is kept.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The pitch of a number.
    pub const fn from_number(number: u8) -> Option<Self> {
        if number < Self::LOWEST + Self::COUNT { Some(Self(number)) } else { None }
    }

    /// Whether something sounds.
    pub const fn sounds(self) -> bool {
        self.0 != Self::REST.0
    }

    /// Steps of the scale above do, if it is a tone.
    pub const fn steps(self) -> Option<i8> {
        if self.0 < Self::LOWEST {
            return None;
        }
        Some((self.0 - Self::LOWEST) as i8 - 7 * OCTAVES)
    }

    /// 1 to 7, if it is a tone.
    pub const fn degree(self) -> Option<u8> {
        if self.0 < Self::LOWEST { None } else { Some((self.0 - Self::LOWEST) % 7 + 1) }
    }

    /// Octaves above the middle one, if it is a tone.
    pub const fn octave(self) -> Option<i8> {
        match self.steps() {
            Some(steps) => Some(steps.div_euclid(7)),
            None => None,
        }
    }

    /// The figure by which it is written: 1 to 7, 0 for a rest, x for a beat.
    pub fn figure(self) -> String {
        let figure = match self.degree() {
            Some(degree) => char::from(b'0' + degree),
            None if self.sounds() => 'x',
            None => '0',
        };
        figure.into()
    }

    /// The same degree so many octaves higher.
    pub const fn raised(self, octaves: i8) -> Option<Self> {
        match (self.degree(), self.octave()) {
            (Some(degree), Some(octave)) => Self::tone(degree, octave + octaves),
            _ => None,
        }
    }

    /// The MIDI key number where do is this key; `None` without pitch.
    pub const fn key(self, tonic: u8) -> Option<u8> {
        match (self.degree(), self.octave()) {
            (Some(degree), Some(octave)) => {
                let above = SCALE[degree as usize - 1] as i16 + 12 * octave as i16;
                let key = tonic as i16 + above;
                if key < 0 || key > 127 { None } else { Some(key as u8) }
            }
            _ => None,
        }
    }
}

impl Encode for Pitch {
    fn encode(&self, out: &mut impl Out) {
        out.byte(self.0);
    }
}

impl Decode for Pitch {
    fn decode(input: &mut Reader<'_>) -> Self {
        Self::from_number(input.byte()).unwrap_or_else(|| {
            input.fail(DecodeError::Malformed);
            Self::REST
        })
    }
}

/// A pitch and how long it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// What sounds.
    pub pitch: Pitch,
    /// For so many ticks.
    pub ticks: u8,
}

codec_struct!(Note { pitch, ticks });

impl Note {
    /// A note.
    pub const fn new(pitch: Pitch, ticks: u8) -> Self {
        Self { pitch, ticks }
    }
}

/// How long notes last together.
pub fn length(notes: &[Note]) -> u32 {
    let mut length = 0;
    for note in notes {
        length += u32::from(note.ticks);
    }
    length
}

/// Where each note that sounds begins, in ticks.
pub fn onsets(notes: &[Note]) -> Vec<u32> {
    places(notes, true)
}

/// Where each rest begins, in ticks.
pub fn rests(notes: &[Note]) -> Vec<u32> {
    places(notes, false)
}

fn places(notes: &[Note], sounding: bool) -> Vec<u32> {
    let mut places = Vec::new();
    let mut at = 0;
    for note in notes {
        if note.pitch.sounds() == sounding {
            places.push(at);
        }
        at += u32::from(note.ticks);
    }
    places
}

/// Beats in a bar, and which note value is one beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metre {
    /// 1 to 12.
    pub beats: u8,
    /// 2, 4 or 8.
    pub unit: u8,
}

impl Metre {
    /// Two crotchets.
    pub const TWO: Self = Self { beats: 2, unit: 4 };

    /// A metre that can be written.
    pub const fn new(beats: u8, unit: u8) -> Option<Self> {
        let fits = beats >= 1 && beats <= 12 && (unit == 2 || unit == 4 || unit == 8);
        if fits { Some(Self { beats, unit }) } else { None }
    }

    /// Ticks of one beat.
    pub const fn beat(self) -> u32 {
        BEAT as u32 * 4 / self.unit as u32
    }

    /// Ticks of a bar.
    pub const fn bar(self) -> u32 {
        self.beat() * self.beats as u32
    }
}

impl Encode for Metre {
    fn encode(&self, out: &mut impl Out) {
        out.byte(self.beats);
        out.byte(self.unit);
    }
}

impl Decode for Metre {
    fn decode(input: &mut Reader<'_>) -> Self {
        Self::new(input.byte(), input.byte()).unwrap_or_else(|| {
            input.fail(DecodeError::Malformed);
            Self::TWO
        })
    }
}

/// The notes of each bar. A note that crosses a bar line stands in the bar in which it begins.
pub fn bars(metre: Metre, notes: &[Note]) -> Vec<Vec<Note>> {
    let mut bars: Vec<Vec<Note>> = Vec::new();
    let (mut at, mut end) = (0, 0);
    for note in notes {
        if at >= end {
            bars.push(Vec::new());
            end = at - at % metre.bar() + metre.bar();
        }
        if let Some(bar) = bars.last_mut() {
            bar.push(*note);
        }
        at += u32::from(note.ticks);
    }
    bars
}

/// The first bar that does not add up to the metre, if one does not.
pub fn uneven(metre: Metre, notes: &[Note]) -> Option<usize> {
    bars(metre, notes).iter().position(|bar| length(bar) != metre.bar())
}

/// A tune: notes in a metre, where do is a key of the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tune {
    /// Its metre.
    pub metre: Metre,
    /// The MIDI key number of do.
    pub tonic: u8,
    /// Beats, that is crotchets, in a minute.
    pub tempo: u8,
    /// Its notes.
    pub notes: Vec<Note>,
}

/// So many ticks in milliseconds, at so many crotchets a minute.
pub const fn millis(ticks: u32, tempo: u8) -> u32 {
    ticks * (60_000 / BEAT as u32) / (if tempo == 0 { 1 } else { tempo }) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{from_bytes, to_bytes};

    #[test]
    fn every_tone_has_a_number_degree_and_octave() {
        for octave in -OCTAVES..=OCTAVES {
            for degree in 1..=7 {
                let tone = Pitch::tone(degree, octave).expect("in range");
                assert_eq!((tone.degree(), tone.octave()), (Some(degree), Some(octave)));
                assert_eq!(Pitch::from_number(tone.number()), Some(tone));
                assert_eq!(from_bytes(&to_bytes(&tone)), Ok(tone));
            }
        }
        assert_eq!(Pitch::tone(8, 0), None);
        assert_eq!(Pitch::tone(1, 3), None);
        assert!(from_bytes::<Pitch>(&[37]).is_err());
    }

    #[test]
    fn keys_of_the_scale() {
        let key = |degree, octave| Pitch::tone(degree, octave).and_then(|it| it.key(60));
        let scale: Vec<_> = (1..=7).map(|degree| key(degree, 0)).collect();
        assert_eq!(scale, [60, 62, 64, 65, 67, 69, 71].map(Some));
        assert_eq!(key(5, -1), Some(55));
        assert_eq!(key(1, 1), Some(72));
        assert_eq!(Pitch::REST.key(60), None);
        assert_eq!(Pitch::tone(7, 2).and_then(|it| it.key(127)), None);
    }

    #[test]
    fn bars_that_add_up_and_that_do_not() {
        let beat = |ticks| Note::new(Pitch::BEAT, ticks);
        let even = [beat(24), beat(12), beat(12), beat(48)];
        assert_eq!(bars(Metre::TWO, &even).len(), 2);
        assert_eq!(uneven(Metre::TWO, &even), None);
        assert_eq!(uneven(Metre::TWO, &[beat(24), beat(48), beat(24)]), Some(0));
        assert_eq!(uneven(Metre::TWO, &[beat(48), beat(24)]), Some(1));
        assert_eq!(uneven(Metre::TWO, &[]), None);
    }

    #[test]
    fn a_beat_at_sixty_is_a_second() {
        assert_eq!(millis(24, 60), 1000);
        assert_eq!(millis(36, 90), 1000);
        assert_eq!(millis(6, 100), 150);
    }
}
