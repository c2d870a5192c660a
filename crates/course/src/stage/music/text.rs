//! Score text: numbered notation as it is typed. `1 2_ 3_ | 5 -` and, for rhythm alone, `x x_ x_ | 0 x`.

use super::note::{BEAT, Metre, Note, Pitch};

/// What is wrong with a score text, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistake {
    /// The byte where the word begins that is wrong.
    pub start: usize,
    /// The byte where it ends.
    pub end: usize,
    /// What it is.
    pub what: Wrong,
}

/// The ways in which a score text can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// This is no note.
    Unknown,
    /// A dash has no note before it in its bar.
    Dash,
    /// A note is longer than can be written.
    Long,
}

/// The bars of a text, each with the place where it stands.
pub fn read(text: &str) -> Result<Vec<(Vec<Note>, usize, usize)>, Mistake> {
    let mut bars = Vec::new();
    let mut start = 0;
    for bar in text.split('|') {
        if !bar.trim().is_empty() {
            bars.push((notes(bar, start)?, start, start + bar.len()));
        }
        start += bar.len() + 1;
    }
    Ok(bars)
}

/// The notes of a text, bar lines left out.
pub fn read_notes(text: &str) -> Result<Vec<Note>, Mistake> {
    Ok(read(text)?.into_iter().flat_map(|(notes, ..)| notes).collect())
}

/// Notes as text, with bar lines where the metre has them.
pub fn write(metre: Metre, notes: &[Note]) -> String {
    let mut text = String::new();
    let mut at = 0;
    for note in notes {
        if at > 0 {
            text.push_str(if at % metre.bar() == 0 { " | " } else { " " });
        }
        text.push_str(&word(*note));
        at += u32::from(note.ticks);
    }
    text
}

/// One note as text.
pub fn word(note: Note) -> String {
    let mut word = note.pitch.figure();
    let Length { lines, dotted, dashes } = Length::of(note.ticks);
    let octave = note.pitch.octave().unwrap_or(0);
    for _ in 0..octave.unsigned_abs() {
        word.push_str(if octave < 0 { "," } else { "'" });
    }
    if lines > 0 {
        word.push_str(if lines == 1 { "_" } else { "=" });
    }
    if dotted {
        word.push('.');
    }
    for _ in 0..dashes {
        word.push_str(" -");
    }
    word
}

/// How a length is written: lines under the note, a dot behind it, dashes after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// None for a crotchet or more, one for a quaver, two for a semiquaver.
    pub lines: u8,
    /// Half as long again.
    pub dotted: bool,
    /// One beat more each.
    pub dashes: u8,
}

impl Length {
    /// The nearest way to write so many ticks, not longer than they are.
    pub const fn of(ticks: u8) -> Self {
        let dashes = if ticks >= 2 * BEAT { (ticks - BEAT) / BEAT } else { 0 };
        let (lines, dotted) = match ticks - dashes * BEAT {
            0..=8 => (2, false),
            9..=11 => (2, true),
            12..=17 => (1, false),
            18..=23 => (1, true),
            24..=35 => (0, false),
            _ => (0, true),
        };
        Self { lines, dotted, dashes }
    }

    /// So many ticks.
    pub const fn ticks(self) -> u8 {
        let plain = BEAT >> self.lines;
        let dotted = if self.dotted { plain + plain / 2 } else { plain };
        dotted + self.dashes * BEAT
    }
}

fn notes(bar: &str, base: usize) -> Result<Vec<Note>, Mistake> {
    let mut notes: Vec<Note> = Vec::new();
    let mut at = 0;
    for piece in bar.split_inclusive(char::is_whitespace) {
        let word = piece.trim();
        let start = base + at + (piece.len() - piece.trim_start().len());
        at += piece.len();
        let mistake = |what| Mistake { start, end: start + word.len(), what };
        if word.is_empty() {
            continue;
        }
        if word == "-" {
            let last = notes.last_mut().ok_or_else(|| mistake(Wrong::Dash))?;
            last.ticks = last.ticks.checked_add(BEAT).ok_or_else(|| mistake(Wrong::Long))?;
        } else {
            notes.push(note(word).ok_or_else(|| mistake(Wrong::Unknown))?);
        }
    }
    Ok(notes)
}

/// One note: a figure, then marks in any order.
fn note(word: &str) -> Option<Note> {
    let (mut octave, mut lines, mut dotted) = (0_i8, 0_u8, false);
    let mut letters = word.chars();
    let first = letters.next()?;
    for mark in letters {
        match mark {
            '\'' => octave += 1,
            ',' => octave -= 1,
            '_' if lines == 0 => lines = 1,
            '=' if lines == 0 => lines = 2,
            '.' if !dotted => dotted = true,
            _ => return None,
        }
    }
    let pitch = match first {
        '0' if octave == 0 => Pitch::REST,
        'x' if octave == 0 => Pitch::BEAT,
        '1'..='7' => Pitch::tone(first as u8 - b'0', octave)?,
        _ => return None,
    };
    Some(Note::new(pitch, Length { lines, dotted, dashes: 0 }.ticks()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::note::uneven;
    use proptest::prelude::*;

    #[test]
    fn lengths() {
        let ticks = |text: &str| -> Vec<u8> {
            read_notes(text).expect("readable").iter().map(|it| it.ticks).collect()
        };
        assert_eq!(ticks("1 1_ 1= 1. 1_. 1=. 1 - 1 - -"), [24, 12, 6, 36, 18, 9, 48, 72]);
        assert_eq!(ticks("x 0_ 0 0"), [24, 12, 24, 24]);
        assert_eq!(ticks("1'_. 1._' 1_'."), [18, 18, 18]);
    }

    #[test]
    fn tunes_of_the_list_add_up() {
        let two = "5_ 3_ 3|4_ 2_ 2|1_ 2_ 3_ 4_|5_ 5_ 5";
        let four = "1 2 3 1|1 2 3 1|3 4 5 -|5_. 6= 5_. 4= 3 1|1 5, 1 -";
        let metre = |beats| Metre::new(beats, 4).expect("a metre");
        for (beats, text) in [(2, two), (4, four)] {
            let notes = read_notes(text).expect("readable");
            assert_eq!(uneven(metre(beats), &notes), None);
        }
    }

    #[test]
    fn mistakes_have_a_place() {
        let found = |text: &str| read(text).map(|_| ()).map_err(|it| (it.start, it.end, it.what));
        assert_eq!(found("1 8 | 2"), Err((2, 3, Wrong::Unknown)));
        assert_eq!(found("1 2 | - 3"), Err((6, 7, Wrong::Dash)));
        assert_eq!(found("1__"), Err((0, 3, Wrong::Unknown)));
        assert_eq!(found("1''' |"), Err((0, 4, Wrong::Unknown)));
        assert_eq!(found("0' x"), Err((0, 2, Wrong::Unknown)));
        assert_eq!(found("1 - - - - - - - - - -"), Err((20, 21, Wrong::Long)));
        assert_eq!(found("é"), Err((0, 2, Wrong::Unknown)));
        assert_eq!(found(""), Ok(()));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            notes in prop::collection::vec(
                (0_u8..37, prop::sample::select(vec![6_u8, 9, 12, 18, 24, 36, 48, 60, 72, 96])), 0..20)
        ) {
            let note = |(pitch, ticks): &(u8, u8)| Note::new(Pitch::from_number(*pitch).expect("in range"), *ticks);
            let notes: Vec<Note> = notes.iter().map(note).collect();
            // A bar line within a dashed note would part it from its dashes: write without them.
            let whole = Metre { beats: 255, unit: 2 };
            prop_assert_eq!(read_notes(&write(whole, &notes)), Ok(notes));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            drop(read(&text));
        }
    }
}
