//! What is heard of a routine. All of it is seen as well, in letters and digits.

use super::Player;
use crate::words::Message;
use stage::{Effect, Note, Voice};

/// Hundredths of a semitone.
const COUNTED: u16 = 7200;
const GO: u16 = 8400;
const HALF: u16 = 7700;

impl Player {
    /// The rest before a block begins: what comes next is said, and the last seconds are counted.
    pub(super) fn begins(&self) -> Vec<Effect> {
        let mut effects = self.counted();
        let Some(block) = self.block() else { return effects };
        let name = self.shown(&block).map(|it| it.name.as_str()).unwrap_or_default();
        let mut words = self.speech.say(Message::Rest).to_owned();
        if self.moved.blocks.is_empty() || block.section.rest < 8 {
            words.clear();
        } else {
            words.push_str(". ");
        }
        words.push_str(&Message::Next.fill(self.speech.locale, &[name]));
        // What to mind is said where there is time for it.
        let cue = self.cue(&block);
        if block.section.rest >= 8 && !cue.is_empty() {
            words.push_str(". ");
            words.push_str(cue);
        }
        effects.extend(self.spoken(&words));
        effects
    }

    /// The moving begins.
    pub(super) fn starts(&self) -> Vec<Effect> {
        let mut effects = self.counted();
        effects.extend(self.spoken(self.speech.say(Message::Go)));
        effects
    }

    /// Everything is behind.
    pub(super) fn over(&self) -> Vec<Effect> {
        let notes = (0..3).map(|at| note(u32::from(at) * 180, 7200 + at * 400, 300)).collect();
        let mut effects = self.played(notes);
        effects.extend(self.spoken(self.speech.say(self.farewell())));
        effects
    }

    /// The sounds of what is left of the rest, or of the moving: its beginning, its half, its last three seconds.
    pub(super) fn counted(&self) -> Vec<Effect> {
        let Some((rest, all)) = self.times() else { return Vec::new() };
        let moves = self.at >= rest;
        let (from, to) = if moves { (rest, all) } else { (0, rest) };
        let mut notes = Vec::new();
        let mut put = |at: u32, cents, millis| {
            if at >= self.at {
                notes.push(note(at - self.at, cents, millis));
            }
        };
        if moves {
            put(from, GO, 500);
            if to - from >= 15_000 {
                put(from + (to - from) / 2, HALF, 150);
            }
        }
        for left in [3000, 2000, 1000] {
            if to - from > left {
                put(to - left, COUNTED, 120);
            }
        }
        self.played(notes)
    }

    /// The last seconds are spoken too.
    pub(super) fn aloud_between(&self, before: u32) -> Vec<Effect> {
        let Some((rest, all)) = self.times() else { return Vec::new() };
        let moves = self.at >= rest;
        // In a short rest there is time for the name of what comes alone.
        if !moves && rest < 10_000 {
            return Vec::new();
        }
        let end = if moves { all } else { rest };
        let last = [(3000, Message::Three), (2000, Message::Two), (1000, Message::One)];
        for (left, words) in last {
            let at = end.saturating_sub(left);
            if before < at && self.at >= at {
                return self.spoken(self.speech.say(words));
            }
        }
        Vec::new()
    }

    fn played(&self, notes: Vec<Note>) -> Vec<Effect> {
        if self.quiet || notes.is_empty() { Vec::new() } else { vec![Effect::Play(notes)] }
    }

    fn spoken(&self, words: &str) -> Vec<Effect> {
        if self.quiet { Vec::new() } else { self.speech.aloud(words) }
    }
}

const fn note(at: u32, cents: u16, millis: u32) -> Note {
    Note { at, millis, cents, loudness: 110, voice: Voice::Struck }
}
