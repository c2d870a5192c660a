//! What is heard: notes for a synthesiser.

/// One note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// When it begins, in milliseconds from the start.
    pub at: u32,
    /// How long it sounds, in milliseconds.
    pub millis: u32,
    /// How high: hundredths of a semitone, 6000 being middle C and 6900 the A of 440 Hz. Of a drum, how large it is.
    pub cents: u16,
    /// How loud, 0 to 127.
    pub loudness: u8,
    /// By what.
    pub voice: Voice,
}

/// What makes a sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A string.
    Plucked,
    /// A pipe.
    Blown,
    /// A bar of wood or metal.
    Struck,
    /// A skin.
    Drum,
}

crate::codec_enum!(Voice { 0 => Plucked, 1 => Blown, 2 => Struck, 3 => Drum });
