//! What is heard: notes with a time in milliseconds, for a synthesiser.

use super::note::{Metre, Note, length, millis, onsets};
pub use crate::stage::sound::{Note as Sound, Voice};

/// Every voice, with its name in the source.
pub const VOICES: [(Voice, &str); 4] = [
    (Voice::Plucked, "plucked"),
    (Voice::Blown, "blown"),
    (Voice::Struck, "struck"),
    (Voice::Drum, "drum"),
];

/// The General MIDI program that is most like a voice.
pub const fn program(voice: Voice) -> u8 {
    match voice {
        Voice::Plucked => 46,
        Voice::Blown => 73,
        Voice::Struck => 12,
        Voice::Drum => 115,
    }
}

/// As loud as sounds are where nothing is said about it.
pub const LOUDNESS: u8 = 90;
/// The key at which a drum sounds.
const DRUM_KEY: u8 = 45;
/// Of a high and a low click of the beat.
const CLICKS: (u8, u8) = (88, 81);

/// How notes are to be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hearing {
    /// The MIDI key of do.
    pub tonic: u8,
    /// Crotchets in a minute.
    pub tempo: u8,
    /// 0 to 127.
    pub loudness: u8,
    /// How tones are made; what has no pitch is a drum.
    pub voice: Voice,
}

/// The sounds of notes, from `start` milliseconds on.
pub fn sounds(notes: &[Note], hearing: Hearing, start: u32) -> Vec<Sound> {
    let mut sounds = Vec::new();
    let mut at = 0;
    for note in notes {
        let from = start + millis(at, hearing.tempo);
        at += u32::from(note.ticks);
        let millis = start + millis(at, hearing.tempo) - from;
        let (key, voice) = match note.pitch.key(hearing.tonic) {
            Some(key) => (key, hearing.voice),
            None if note.pitch.sounds() => (DRUM_KEY, Voice::Drum),
            None => continue,
        };
        let cents = u16::from(key) * 100;
        sounds.push(Sound { at: from, millis, cents, loudness: hearing.loudness, voice });
    }
    sounds
}

/// How long notes last, in milliseconds.
pub fn duration(notes: &[Note], tempo: u8) -> u32 {
    millis(length(notes), tempo)
}

/// When notes that sound begin, in milliseconds.
pub fn beginnings(notes: &[Note], tempo: u8) -> Vec<i64> {
    onsets(notes).into_iter().map(|it| millis(it, tempo).into()).collect()
}

/// Clicks of the beat, so many, the first of each bar higher.
pub fn clicks(metre: Metre, tempo: u8, count: u32, start: u32) -> Vec<Sound> {
    let mut clicks = Vec::new();
    for beat in 0..count {
        let from = start + millis(beat * metre.beat(), tempo);
        let first = beat % u32::from(metre.beats) == 0;
        let (key, loudness) = if first { (CLICKS.0, 80) } else { (CLICKS.1, 60) };
        clicks.push(Sound {
            at: from,
            millis: 60,
            cents: u16::from(key) * 100,
            loudness,
            voice: Voice::Struck,
        });
    }
    clicks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::text::read_notes;

    #[test]
    fn a_tune_as_sounds() {
        let notes = read_notes("1 0_ x_ | 5. 5,_").expect("readable");
        let hearing = Hearing { tonic: 60, tempo: 60, loudness: 90, voice: Voice::Blown };
        let heard: Vec<_> = sounds(&notes, hearing, 100)
            .iter()
            .map(|it| (it.at, it.millis, it.cents, it.voice))
            .collect();
        let expected = [
            (100, 1000, 6000, Voice::Blown),
            (1600, 500, 4500, Voice::Drum),
            (2100, 1500, 6700, Voice::Blown),
            (3600, 500, 5500, Voice::Blown),
        ];
        assert_eq!(heard, expected);
        assert_eq!(duration(&notes, 60), 4000);
        assert_eq!(beginnings(&notes, 120), [0, 750, 1000, 1750]);
    }

    #[test]
    fn the_first_beat_of_a_bar_clicks_higher() {
        let heard: Vec<_> =
            clicks(Metre::TWO, 100, 4, 0).iter().map(|it| (it.at, it.cents)).collect();
        assert_eq!(heard, [(0, 8800), (600, 8100), (1200, 8800), (1800, 8100)]);
    }
}
