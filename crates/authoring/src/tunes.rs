//! The shared tunes: `tunes.md`.

use crate::diagnostic::{Diagnostics, Place};
use crate::item::staged::{key_of, metre_of};
use crate::markdown::{self, Fence, Node};
use course::stage::music::note::{Metre, Note, bars, length};
use course::stage::music::text::{Mistake, Wrong, read, write};
use std::collections::BTreeMap;

/// A tune of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Tune {
    /// Its metre.
    pub metre: Metre,
    /// The MIDI key of do.
    pub tonic: u8,
    /// Crotchets in a minute.
    pub tempo: u8,
    /// Its notes.
    pub notes: Vec<Note>,
    /// Where it stands.
    pub place: Place,
}

/// What every tune says of itself beside its notes.
const FIELDS: [&str; 10] =
    ["en", "zh-Hans", "metre", "do", "tempo", "source", "author", "year", "free", "score"];

/// Reads `tunes.md`: a heading and a block `tune` for each.
pub(crate) fn read_tunes(
    text: &str,
    file: usize,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Tune> {
    let mut tunes = BTreeMap::new();
    let mut id: Option<(String, Place)> = None;
    for node in markdown::parse(text, 0, file, diagnostics) {
        match node {
            Node::Heading(heading) => id = Some((heading.words, heading.place)),
            Node::Fence(fence) if fence.name == "tune" => {
                let Some((id, place)) = id.take().filter(|(id, _)| is_id(id)) else {
                    let instead = "write above it a heading as `# T01`";
                    diagnostics.error("C62", fence.place, "this tune has no number", instead);
                    continue;
                };
                if let Some(tune) = tune(&fence, diagnostics)
                    && tunes.insert(id, tune).is_some()
                {
                    diagnostics.error("C02", place, "this number is taken", "give it another");
                }
            }
            Node::Fence(_) | Node::Paragraph(..) | Node::List(_) | Node::Table(_) => {}
        }
    }
    tunes
}

fn is_id(id: &str) -> bool {
    id.strip_prefix('T').is_some_and(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit()))
}

/// C62: what the tune is, where it comes from and why it may be used; and each bar adds up.
fn tune(fence: &Fence, diagnostics: &mut Diagnostics) -> Option<Tune> {
    let mut fields: BTreeMap<&str, (String, Place)> = BTreeMap::new();
    let mut start = 0;
    for line in fence.text.split_inclusive('\n') {
        let place = fence.place.part(start, start + line.trim_end().len());
        start += line.len();
        let Some((key, value)) = line.split_once(':') else { continue };
        let Some(key) = FIELDS.into_iter().find(|it| *it == key.trim()) else {
            let what = format!("`{}` is no field of a tune", key.trim());
            let instead = format!("write one of: {}", FIELDS.join(" "));
            diagnostics.error("C62", place, what, instead);
            continue;
        };
        let skipped = line.len() - value.trim_start().len();
        fields.insert(key, (value.trim().to_owned(), place.part(skipped, line.trim_end().len())));
    }
    for field in FIELDS {
        if fields.get(field).is_none_or(|(value, _)| value.is_empty()) {
            let what = format!("this tune does not say its `{field}`");
            let instead = match field {
                "source" => "write where it comes from and in which print or tradition",
                "author" => {
                    "write who made it, with the years of birth and death, or `traditional`"
                }
                "free" => "write why anyone may use it",
                _ => "write it as `key: value`",
            };
            diagnostics.error("C62", fence.place, what, instead);
        }
    }
    let value = |field: &str| fields.get(field).map(|(value, place)| (&**value, *place));
    let mut refused = |field: &str, instead: &str| {
        if let Some((value, place)) = value(field) {
            let what = format!("`{value}` is no {field}");
            diagnostics.error("C62", place, what, instead);
        }
    };
    let metre = value("metre").and_then(|(it, _)| metre_of(it));
    let tonic = value("do").and_then(|(it, _)| key_of(it));
    let tempo = value("tempo").and_then(|(it, _)| it.parse().ok());
    let tempo = tempo.filter(|it| (40..=200).contains(it));
    if metre.is_none() {
        refused("metre", "write it as `2/4`");
    }
    if tonic.is_none() {
        refused("do", "write it as `C`");
    }
    if tempo.is_none() {
        refused("tempo", "write a number from 40 to 200");
    }
    let (score, place) = value("score")?;
    let notes = match read(score) {
        Ok(bars) => bars.into_iter().flat_map(|(notes, ..)| notes).collect::<Vec<_>>(),
        Err(mistake) => {
            let (what, instead) = told(score, mistake);
            diagnostics.error("C62", place.part(mistake.start, mistake.end), what, instead);
            return None;
        }
    };
    let metre = metre?;
    for (at, bar) in bars(metre, &notes).iter().enumerate() {
        if length(bar) != metre.bar() {
            let what = format!("bar {} does not add up: `{}`", at + 1, write(metre, bar));
            let instead = format!("let it last {} notes of 1/{}", metre.beats, metre.unit);
            diagnostics.error("C62", place, what, instead);
        }
    }
    Some(Tune { metre, tonic: tonic?, tempo: tempo?, notes, place })
}

/// A mistake of score text in words: what it is, and what to write instead.
pub(crate) fn told(score: &str, mistake: Mistake) -> (String, &'static str) {
    let word = score.get(mistake.start..mistake.end).unwrap_or_default();
    match mistake.what {
        Wrong::Unknown => {
            let instead =
                "write 1 to 7, 0 or x; then `'` `,` for octaves, `_` `=` `.` for the length";
            (format!("`{word}` is no note"), instead)
        }
        Wrong::Dash => (
            "this dash has no note before it".to_owned(),
            "put it behind the note that it makes longer",
        ),
        Wrong::Long => ("this note is too long".to_owned(), "write at most nine dashes"),
    }
}
