//! Works in a log: responses to items that leave something to look at.

use crate::words::Message;
use course::codec::from_bytes;
use course::digits::decimal;
use course::item::{Interaction, Item, Response, StagedKind};
use course::lesson::{Lesson, Slot};
use course::stage::drawing::sheet::Sheet;
use course::stage::drawing::svg;
use course::stage::moving::diary::{Diary, Entry, Field, Measure};
use course::stage::music::keys::{Keys, Played};
use course::stage::music::midi;
use course::stage::music::notation::{self, Notation};
use course::stage::music::note::Tune;
use course::stage::music::sound::{Hearing, LOUDNESS, Voice, sounds};
use learning::event::{Event, Kind};
use stage::Note;

/// Something that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// As `ar-01`.
    pub lesson: String,
    /// As `ar-01.e3`.
    pub item: String,
    /// Days since 1970 in local time.
    pub day: i64,
    pub made: Made,
}

/// What it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Made {
    Drawing(Sheet),
    /// Keys that were played, before it is known on which keyboard.
    Strikes(Played),
    Tune(Tune, Voice),
    /// An entry of a diary, and what its fields are once that is known.
    Entry(Entry, Vec<Field>),
}

/// How wide notes are drawn.
const WIDTH: i64 = 320;

/// The works in a log, newest first, of an item that was done several times the same day the last: `records` are events, each
/// after its length in four bytes. What cannot be read is passed over.
pub fn works(mut records: &[u8]) -> Vec<Work> {
    let mut works: Vec<Work> = Vec::new();
    while let Some((length, rest)) = records.split_first_chunk() {
        let length = u32::from_le_bytes(*length) as usize;
        let Some((record, rest)) = rest.split_at_checked(length) else { break };
        records = rest;
        let Ok(Event { kind: Kind::ItemAttempted(it), .. }) = Event::from_bytes(record) else {
            continue;
        };
        let Some(made) = made(&it.response) else { continue };
        let (lesson, item, day) = (it.lesson, it.item, it.day);
        works.retain(|it| !(it.item == item && it.day == day));
        works.insert(0, Work { lesson, item, day, made });
    }
    works
}

fn made(response: &Response) -> Option<Made> {
    let Response::Staged(kind, bytes) = response else { return None };
    if *kind == StagedKind::Draw {
        Sheet::read(&bytes.0).map(Made::Drawing)
    } else if *kind == StagedKind::Keys {
        from_bytes(&bytes.0).ok().map(Made::Strikes)
    } else if *kind == StagedKind::Diary {
        from_bytes(&bytes.0).ok().map(|it| Made::Entry(it, Vec::new()))
    } else {
        None
    }
}

impl Work {
    /// Takes from its lesson what it means.
    pub fn understand(&mut self, lesson: &Lesson) {
        if lesson.id != self.lesson {
            return;
        }
        let Some(Interaction::Staged(asked)) = item(lesson, &self.item).map(|it| &it.interaction)
        else {
            return;
        };
        match &mut self.made {
            Made::Strikes(played) => {
                // What was played back is no work: what was played freely is.
                if let Ok(keys) = from_bytes::<Keys>(&asked.piece.0)
                    && keys.motif.is_none()
                {
                    self.made = Made::Tune(keys.tune(played), keys.voice);
                }
            }
            Made::Entry(_, fields) => {
                if let Ok(diary) = from_bytes::<Diary>(&asked.piece.0) {
                    *fields = diary.fields;
                }
            }
            Made::Drawing(_) | Made::Tune(..) => {}
        }
    }

    /// The day, as 2026-11-28.
    pub fn date(&self) -> String {
        // Howard Hinnant, "chrono-compatible low-level date algorithms": days to year, month, day.
        let days = self.day.clamp(0, 1_000_000) + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march + 2) / 5 + 1;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        let two = |it: i64| {
            let digits = decimal(it.unsigned_abs());
            if it < 10 { ["0", &*digits].concat() } else { digits }
        };
        [&*decimal(year.unsigned_abs()), "-", &two(month), "-", &two(day)].concat()
    }
}

fn item<'a>(lesson: &'a Lesson, id: &str) -> Option<&'a Item> {
    for slot in lesson.parts.iter().flat_map(|it| &it.slots) {
        if let Slot::Pool(pool) = slot
            && let Some(item) = pool.items.iter().find(|it| it.id == id)
        {
            return Some(item);
        }
    }
    None
}

impl Made {
    /// It as a picture.
    pub fn svg(&self, title: &str) -> String {
        match self {
            Self::Drawing(sheet) => svg::svg(sheet),
            Self::Tune(tune, _) => {
                notation::svg(&notation::draw(Notation::Jianpu, tune, WIDTH), title)
            }
            Self::Strikes(_) | Self::Entry(..) => String::new(),
        }
    }

    /// A tune as a file for other programs.
    pub fn midi(&self) -> Vec<u8> {
        if let Self::Tune(tune, voice) = self { midi::file(tune, *voice) } else { Vec::new() }
    }

    /// A tune to be heard.
    pub fn sounds(&self) -> Vec<Note> {
        let Self::Tune(tune, voice) = self else { return Vec::new() };
        sounds(
            &tune.notes,
            Hearing { tonic: tune.tonic, tempo: tune.tempo, loudness: LOUDNESS, voice: *voice },
            0,
        )
    }
}

/// How a number of a diary is said.
pub const fn measured(measure: Measure) -> Message {
    match measure {
        Measure::Count | Measure::Moves => Message::Times,
        Measure::Seconds => Message::Seconds,
        Measure::Centimetres => Message::Centimetres,
        Measure::Mood => Message::Felt,
    }
}
