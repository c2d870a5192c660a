//! The lines of a block: a key, a colon, and what it says.

use super::super::Script;
use crate::diagnostic::Place;
use crate::tunes::{Tune, told};
use course::stage::music::note::{Metre, Note, Pitch, bars, length};
use course::stage::music::sound::{VOICES, Voice};
use course::stage::music::text::{read, write};

/// The lines of one block, and where mistakes go.
pub(super) struct Lines<'a, 'b, 'c, 's> {
    pub script: &'s mut Script<'a, 'b, 'c>,
    lines: Vec<Line>,
    used: Vec<&'static str>,
}

/// One line.
#[derive(Clone)]
pub(super) struct Line {
    pub key: String,
    pub value: String,
    /// Of the value.
    pub place: Place,
    pub key_place: Place,
}

impl<'a, 'b, 'c, 's> Lines<'a, 'b, 'c, 's> {
    /// The lines of the item's block; `example` is told where there is none.
    pub fn of(script: &'s mut Script<'a, 'b, 'c>, example: &str) -> Option<Self> {
        let Some(fence) = script.fence else {
            script.wrong("this item does not say what is to be done", format!("write {example}"));
            return None;
        };
        let mut lines = Vec::new();
        let mut start = 0;
        for text in fence.text.split_inclusive('\n') {
            let place = fence.place.part(start, start + text.trim_end().len());
            start += text.len();
            if text.trim().is_empty() {
                continue;
            }
            let Some((key, value)) = text.split_once(':') else {
                script.compiler.error("C01", place, "this line says nothing", "write `key: value`");
                continue;
            };
            let from = key.len() + 1 + (value.len() - value.trim_start().len());
            lines.push(Line {
                key: key.trim().to_owned(),
                value: value.trim().to_owned(),
                place: place.part(from, text.trim_end().len()),
                key_place: place.part(0, key.len()),
            });
        }
        Some(Self { script, lines, used: Vec::new() })
    }

    /// The line of a key, if there is one.
    pub fn take(&mut self, key: &'static str) -> Option<Line> {
        if !self.used.contains(&key) {
            self.used.push(key);
        }
        self.look(key)
    }

    /// The line of a key that is read elsewhere too.
    pub fn look(&self, key: &str) -> Option<Line> {
        self.lines.iter().find(|it| it.key == key).cloned()
    }

    /// Refuses lines that nothing asked for, and keys that stand there twice.
    pub fn finish(self) {
        for (at, line) in self.lines.iter().enumerate() {
            if !self.used.iter().any(|it| *it == line.key) {
                let what = format!("`{}` means nothing here", line.key);
                let known = format!("write one of: {}", self.used.join(" "));
                self.script.compiler.error("C01", line.key_place, what, known);
            } else if self.lines[..at].iter().any(|it| it.key == line.key) {
                let what = format!("`{}` stands here twice", line.key);
                self.script.compiler.error("C01", line.key_place, what, "keep one of them");
            }
        }
    }

    pub fn wrong(&mut self, line: &Line, what: impl Into<String>, instead: impl Into<String>) {
        self.script.compiler.error("C01", line.place, what, instead);
    }

    /// `2/4`
    pub fn metre(&mut self, line: &Line) -> Option<Metre> {
        let metre = metre_of(&line.value);
        if metre.is_none() {
            self.wrong(line, format!("`{}` is no metre", line.value), "write it as `2/4`");
        }
        metre
    }

    /// `C`, `♭B`, `A,`, or two of them and what is between: `A, - F`
    pub fn keys(&mut self, line: &Line) -> Option<(u8, u8)> {
        let (from, to) = line.value.split_once(['-', '–']).unwrap_or((&line.value, &line.value));
        let keys = key_of(from.trim()).zip(key_of(to.trim())).filter(|(from, to)| from <= to);
        if keys.is_none() {
            let what = format!("`{}` is no key", line.value);
            self.wrong(line, what, "write the note that do is, as `C` or `D`; lower as `A,`");
        }
        keys
    }

    /// The one key of an item whose do does not change.
    pub fn one_key(&mut self, (from, to): (u8, u8)) -> u8 {
        if from != to
            && let Some(line) = self.look("do")
        {
            self.wrong(&line, "here do is one note", "write one key; `keys` may have several");
        }
        from
    }

    /// `90` or `70-110`
    pub fn tempo(&mut self, line: &Line) -> Option<(u8, u8)> {
        self.range(line, 40, 200)
    }

    /// A number, or two and what is between them.
    pub fn range(&mut self, line: &Line, least: u8, most: u8) -> Option<(u8, u8)> {
        let (from, to) = line.value.split_once(['-', '–']).unwrap_or((&line.value, &line.value));
        let read = |it: &str| it.trim().parse().ok().filter(|it| (least..=most).contains(it));
        let range = read(from).zip(read(to)).filter(|(from, to)| from <= to);
        if range.is_none() {
            let what = format!("`{}` is no number from {least} to {most}, nor two", line.value);
            self.wrong(line, what, format!("write it as `{least}` or `{least}-{most}`"));
        }
        range
    }

    pub fn voice(&mut self, line: &Line) -> Option<Voice> {
        self.one_of(line, &VOICES)
    }

    /// What has this name.
    pub fn one_of<T: Copy>(&mut self, line: &Line, known: &[(T, &str)]) -> Option<T> {
        let found = known.iter().find(|(_, name)| *name == line.value).map(|(it, _)| *it);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(_, name)| *name).collect();
            let what = format!("`{}` is none of them", line.value);
            self.wrong(line, what, format!("write one of: {}", names.join(" ")));
        }
        found
    }

    /// `yes` or `no`.
    pub fn is_so(&mut self, key: &'static str, otherwise: bool) -> Option<bool> {
        let Some(line) = self.take(key) else { return Some(otherwise) };
        self.one_of(&line, &[(true, "yes"), (false, "no")])
    }

    /// `by: ear`, `by: eye` or both: whether it is heard, and whether it is seen.
    pub fn by(&mut self, otherwise: (bool, bool)) -> Option<(bool, bool)> {
        let Some(line) = self.take("by") else { return Some(otherwise) };
        let known = [((true, false), "ear"), ((false, true), "eye"), ((true, true), "ear and eye")];
        self.one_of(&line, &known)
    }

    /// Score text, or bars of a tune of the list: `T01` or `T01 1-2`.
    pub fn notes(&mut self, line: &Line) -> Option<(Vec<Note>, Option<Tune>)> {
        if line.value.starts_with('T') {
            return self.of_tune(line).map(|(notes, tune)| (notes, Some(tune)));
        }
        match read(&line.value) {
            Ok(bars) if !bars.is_empty() => {
                Some((bars.into_iter().flat_map(|(notes, ..)| notes).collect(), None))
            }
            Ok(_) => {
                self.wrong(line, "there are no notes", "write them as `5 3_ 3_ | 1 -`");
                None
            }
            Err(mistake) => {
                let place = line.place.part(mistake.start, mistake.end);
                let (what, instead) = told(&line.value, mistake);
                self.script.compiler.error("C01", place, what, instead);
                None
            }
        }
    }

    fn of_tune(&mut self, line: &Line) -> Option<(Vec<Note>, Tune)> {
        let (id, range) = line.value.split_once(' ').unwrap_or((&line.value, ""));
        let Some(tune) = self.script.compiler.shared.tunes.get(id).cloned() else {
            let known: Vec<String> = self.script.compiler.shared.tunes.keys().cloned().collect();
            let instead = format!("write one of tunes.md: {}", known.join(" "));
            self.wrong(line, format!("there is no tune `{id}`"), instead);
            return None;
        };
        let all = bars(tune.metre, &tune.notes);
        let bar = |it: &str| it.trim().parse().ok().filter(|it| (1..=all.len()).contains(it));
        let (from, to) = range.split_once(['-', '–']).unwrap_or((range, range));
        let range = match (range.is_empty(), bar(from), bar(to)) {
            (true, ..) => Some((1, all.len())),
            (false, from, to) => from.zip(to).filter(|(from, to)| from <= to),
        };
        let Some((from, to)) = range else {
            let instead = format!("write the first and the last bar, as `{id} 1-{}`", all.len());
            self.wrong(line, "the tune has no such bars", instead);
            return None;
        };
        Some((all[from - 1..to].concat(), tune))
    }

    /// Bars add up (C62).
    pub fn adds_up(&mut self, line: &Line, notes: &[Note], metre: Metre) {
        for (at, bar) in bars(metre, notes).iter().enumerate() {
            if length(bar) != metre.bar() {
                let what = format!("bar {} does not add up: `{}`", at + 1, write(metre, bar));
                let instead = format!("let it last {} notes of 1/{}", metre.beats, metre.unit);
                self.script.compiler.error("C62", line.place, what, instead);
            }
        }
    }

    /// Tones, from low to high.
    pub fn tones(&mut self, line: &Line) -> Option<Vec<Pitch>> {
        let (notes, _) = self.notes(line)?;
        let mut tones: Vec<Pitch> = notes.iter().map(|it| it.pitch).collect();
        let found = tones.len();
        tones.sort_unstable();
        tones.dedup();
        if tones.len() != found {
            self.wrong(line, "a tone stands here twice", "write each once");
        }
        Some(tones)
    }

    /// What bars are filled with, between bar lines.
    pub fn cells(&mut self, line: &Line, metre: Metre) -> Option<Vec<Vec<Note>>> {
        self.notes(line)?;
        let cells = read(&line.value).ok()?;
        for (cell, start, end) in &cells {
            if length(cell) > metre.bar() {
                let place = line.place.part(*start, *end);
                let what = "this is longer than a bar";
                self.script.compiler.error("C73", place, what, "write a shorter one");
            }
            if cell.iter().any(|it| it.pitch.degree().is_some()) {
                let place = line.place.part(*start, *end);
                let instead = "write rhythm alone, `x x_ x_`; tones stand behind `tones:`";
                self.script.compiler.error("C01", place, "a cell has no tones", instead);
            }
        }
        Some(cells.into_iter().map(|(cell, ..)| cell).collect())
    }
}

/// `2/4`
pub(crate) fn metre_of(text: &str) -> Option<Metre> {
    let (beats, unit) = text.split_once('/')?;
    Metre::new(beats.trim().parse().ok()?, unit.trim().parse().ok()?)
}

/// The MIDI key of a note's name.
pub(crate) fn key_of(text: &str) -> Option<u8> {
    const NAMES: [(char, i16); 7] =
        [('C', 60), ('D', 62), ('E', 64), ('F', 65), ('G', 67), ('A', 69), ('B', 71)];
    let mut key = None;
    let mut by = 0;
    for letter in text.chars() {
        match letter {
            '♯' | '#' => by += 1,
            '♭' => by -= 1,
            ',' => by -= 12,
            '\'' => by += 12,
            _ if key.is_none() => key = Some(NAMES.iter().find(|(name, _)| *name == letter)?.1),
            _ => return None,
        }
    }
    u8::try_from(key? + by).ok().filter(|it| (36..=84).contains(it))
}
