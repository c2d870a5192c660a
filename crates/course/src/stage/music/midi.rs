//! Tunes as Standard MIDI Files of format 0, that other programs open.

use super::note::{BEAT, Note, Tune};
use super::sound::{Voice, program};

/// Ticks of a MIDI file in a crotchet.
const DIVISION: u32 = 480;
/// How hard a key is struck.
const VELOCITY: u8 = 80;
/// The channel of drums, counted from 0, and the drum that a beat without pitch is.
const DRUMS: u8 = 9;
const DRUM_KEY: u8 = 64;

/// A tune as a file.
pub fn file(tune: &Tune, voice: Voice) -> Vec<u8> {
    let mut track = head(tune, voice);
    let mut rest = 0;
    for Note { pitch, ticks } in &tune.notes {
        let ticks = u32::from(*ticks) * DIVISION / u32::from(BEAT);
        let sounding = match pitch.key(tune.tonic) {
            Some(key) => (0, key),
            None if pitch.sounds() => (DRUMS, DRUM_KEY),
            None => {
                rest += ticks;
                continue;
            }
        };
        let (channel, key) = sounding;
        delta(rest, &mut track);
        track.extend([0x90 | channel, key, VELOCITY]);
        delta(ticks, &mut track);
        track.extend([0x80 | channel, key, 0]);
        rest = 0;
    }
    delta(rest, &mut track);
    track.extend([0xff, 0x2f, 0]);
    let mut file = b"MThd\0\0\0\x06\0\0\0\x01".to_vec();
    file.extend((DIVISION as u16).to_be_bytes());
    file.extend(b"MTrk");
    file.extend((track.len() as u32).to_be_bytes());
    file.extend(track);
    file
}

/// Tempo, metre and program.
fn head(tune: &Tune, voice: Voice) -> Vec<u8> {
    let crotchet = 60_000_000 / u32::from(tune.tempo.max(4));
    let [_, a, b, c] = crotchet.to_be_bytes();
    let mut track = vec![0, 0xff, 0x51, 3, a, b, c];
    let clocks = 96 / tune.metre.unit;
    track.extend([
        0,
        0xff,
        0x58,
        4,
        tune.metre.beats,
        tune.metre.unit.trailing_zeros() as u8,
        clocks,
        8,
    ]);
    track.extend([0, 0xc0, program(voice)]);
    track
}

/// A time since the event before, seven bits a byte, the highest first.
fn delta(ticks: u32, out: &mut Vec<u8>) {
    let mut left = 28;
    while left > 0 && ticks >> left == 0 {
        left -= 7;
    }
    while left > 0 {
        out.push((ticks >> left) as u8 | 0x80);
        left -= 7;
    }
    out.push(ticks as u8 & 0x7f);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::note::Metre;
    use crate::stage::music::text::read_notes;

    /// Read by mido 1.3.3 too: tempo 100, 2/4, C4 for a beat, a rest, E4 for half a beat, G3 for a beat and a half, a drum.
    #[test]
    fn byte_for_byte() {
        let notes = read_notes("1 0_ 3_ | 5,. x_ ").expect("readable");
        let tune = Tune { metre: Metre::TWO, tonic: 60, tempo: 100, notes };
        let expected = [
            b"MThd\0\0\0\x06\0\0\0\x01\x01\xe0MTrk\0\0\0\x3b".to_vec(),
            vec![0, 0xff, 0x51, 3, 0x09, 0x27, 0xc0],
            vec![0, 0xff, 0x58, 4, 2, 2, 24, 8],
            vec![0, 0xc0, 46],
            vec![0, 0x90, 60, 80, 0x83, 0x60, 0x80, 60, 0],
            vec![0x81, 0x70, 0x90, 64, 80, 0x81, 0x70, 0x80, 64, 0],
            vec![0, 0x90, 55, 80, 0x85, 0x50, 0x80, 55, 0],
            vec![0, 0x99, 64, 80, 0x81, 0x70, 0x89, 64, 0],
            vec![0, 0xff, 0x2f, 0],
        ];
        assert_eq!(file(&tune, Voice::Plucked), expected.concat());
    }

    #[test]
    fn deltas() {
        let bytes = |ticks| {
            let mut out = Vec::new();
            delta(ticks, &mut out);
            out
        };
        // The examples of the standard.
        assert_eq!(bytes(0), [0]);
        assert_eq!(bytes(0x40), [0x40]);
        assert_eq!(bytes(0x7f), [0x7f]);
        assert_eq!(bytes(0x80), [0x81, 0]);
        assert_eq!(bytes(0x2000), [0xc0, 0]);
        assert_eq!(bytes(0x3fff), [0xff, 0x7f]);
        assert_eq!(bytes(0x20_0000), [0x81, 0x80, 0x80, 0]);
        assert_eq!(bytes(0x0fff_ffff), [0xff, 0xff, 0xff, 0x7f]);
    }
}
