//! What happened, in the past tense. Stored for good: add kinds, never change one.

use course::codec::{DecodeError, from_bytes, to_bytes};
use course::codec_struct;
use course::item::{Response, Score};
use course::lesson::PartKind;

mod envelope;

pub use envelope::Envelope;

/// Who wrote an event and as the how manyth: unique for ever.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId {
    /// One life of one page on one device, drawn at random when it is opened: two pages that are open at once, or two
    /// devices set up from one image, never write under the same name.
    pub writer: u64,
    /// Counts this writer's events from 0.
    pub seq: u32,
}

codec_struct!(EventId { writer, seq });

/// The place of an event among all, on every device the same: what a writer had seen comes before what it wrote. No clock has
/// a part in it. Lamport, then the name.
pub type Order = (u64, EventId);

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name.
    pub id: EventId,
    /// Whose it is: drawn at random when a profile is made; 0 for the one who never made one.
    pub learner: u64,
    /// One more than any the writer had seen: orders events across writers, which clocks cannot.
    pub lamport: u64,
    /// Milliseconds since 1970 by the device's clock, which may be wrong: a label, never an order.
    pub at: i64,
    /// What happened.
    pub kind: Kind,
}

/// What can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A lesson was begun, or begun again.
    LessonOpened(LessonOpened),
    /// An item was answered, and the response could be read.
    ItemAttempted(Attempt),
    /// The last stop of a lesson was passed.
    LessonFinished(LessonFinished),
    /// A learner file was taken in.
    HistoryImported(HistoryImported),
    /// The learner chose how they are known on this device.
    ProfileChanged(ProfileChanged),
    /// Written by a later version: kept as it is. Number of the kind, its bytes.
    Unknown(u8, Vec<u8>),
}

/// A way through a lesson began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonOpened {
    /// As `ma-03`.
    pub lesson: String,
    /// Fixes which items are met.
    pub seed: u64,
    /// The seed came with the address, for a worksheet or an appeal.
    pub forced: bool,
}

codec_struct!(LessonOpened { lesson, seed, forced });

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// As `ma-03`.
    pub lesson: String,
    /// The item's id, or the generator's.
    pub item: String,
    /// The digest of what was asked.
    pub hash: u32,
    /// The level of a generated item, else 0.
    pub level: u8,
    /// The item's own seed.
    pub seed: u64,
    /// The seed came with the address: no evidence.
    pub forced: bool,
    /// Where in the lesson.
    pub part: PartKind,
    /// What was answered.
    pub response: Response,
    /// How right it was.
    pub score: Score,
    /// What the item exercises.
    pub skills: Vec<String>,
    /// The misconception that the response shows, or empty.
    pub misconception: String,
    /// Hints seen before.
    pub hints: u8,
    /// The solution was seen before.
    pub solution: bool,
    /// From the sight of the item to the answer.
    pub millis: u32,
    /// Days since 1970 in local time.
    pub day: i64,
}

codec_struct!(Attempt {
    lesson,
    item,
    hash,
    level,
    seed,
    forced,
    part,
    response,
    score,
    skills,
    misconception,
    hints,
    solution,
    millis,
    day,
});

/// A way through a lesson ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonFinished {
    /// As `ma-03`.
    pub lesson: String,
    /// Which way through it.
    pub seed: u64,
}

codec_struct!(LessonFinished { lesson, seed });

/// A learner file was taken in, or what another learner did on this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryImported {
    /// Whose it says it is.
    pub learner: u64,
    /// The one who took it in said that they did that themselves: it is evidence of what they know.
    pub own: bool,
    /// The file's name, which its records are marked with.
    pub origin: u64,
    /// How many records it brought.
    pub records: u32,
}

codec_struct!(HistoryImported { learner, own, origin, records });

/// How a learner is known: no name, no photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileChanged {
    /// Which of the pictures.
    pub face: u8,
    /// Which of the colours behind it.
    pub colour: u8,
}

codec_struct!(ProfileChanged { face, colour });

impl Event {
    /// Its place among all events.
    pub const fn order(&self) -> Order {
        (self.lamport, self.id)
    }

    /// The event as bytes: its envelope around what happened.
    pub fn to_bytes(&self) -> Vec<u8> {
        let (number, body) = match &self.kind {
            Kind::LessonOpened(it) => (0, to_bytes(it)),
            Kind::ItemAttempted(it) => (1, to_bytes(it)),
            Kind::LessonFinished(it) => (2, to_bytes(it)),
            Kind::HistoryImported(it) => (3, to_bytes(it)),
            Kind::ProfileChanged(it) => (4, to_bytes(it)),
            Kind::Unknown(number, body) => (*number, body.clone()),
        };
        let Self { id, learner, lamport, at, .. } = *self;
        Envelope { id, learner, lamport, at, number, body: &body }.to_bytes()
    }

    /// The event in `bytes`. A kind that this version does not know is kept, not refused.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let Envelope { id, learner, lamport, at, number, body } = Envelope::from_bytes(bytes)?;
        let kind = match number {
            0 => Kind::LessonOpened(from_bytes(body)?),
            1 => Kind::ItemAttempted(from_bytes(body)?),
            2 => Kind::LessonFinished(from_bytes(body)?),
            3 => Kind::HistoryImported(from_bytes(body)?),
            4 => Kind::ProfileChanged(from_bytes(body)?),
            _ => Kind::Unknown(number, body.to_vec()),
        };
        Ok(Self { id, learner, lamport, at, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn attempt(response: Response) -> Event {
        let attempt = Attempt {
            lesson: "ma-03".to_owned(),
            item: "g.add10".to_owned(),
            hash: 7,
            level: 2,
            seed: 99,
            forced: false,
            part: PartKind::Guided,
            response,
            score: Score::share(1, 2),
            skills: vec!["ma.add20".to_owned()],
            misconception: "x.off1".to_owned(),
            hints: 1,
            solution: false,
            millis: 4_000,
            day: 20_000,
        };
        Event {
            id: EventId { writer: 5, seq: 1 },
            learner: 0,
            lamport: 2,
            at: -1,
            kind: Kind::ItemAttempted(attempt),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn comes_back_as_it_was(typed: String, cells: Vec<u16>, writer: u64, at: i64) {
            for response in [Response::Typed(typed.clone()), Response::Grid(cells.clone())] {
                let event = Event { id: EventId { writer, seq: 3 }, at, ..attempt(response) };
                prop_assert_eq!(Event::from_bytes(&event.to_bytes()), Ok(event));
            }
        }

        #[test]
        fn other_kinds_come_back_as_they_were(learner: u64, own: bool, origin: u64, records: u32, face: u8, colour: u8) {
            let kinds = [
                Kind::HistoryImported(HistoryImported { learner, own, origin, records }),
                Kind::ProfileChanged(ProfileChanged { face, colour }),
            ];
            for kind in kinds {
                let event = Event { kind, ..attempt(Response::Read) };
                prop_assert_eq!(Event::from_bytes(&event.to_bytes()), Ok(event));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = Event::from_bytes(&bytes);
        }

        #[test]
        fn a_kind_from_a_later_version_is_kept_byte_for_byte(number in 5_u8.., body: Vec<u8>) {
            let event = Event { kind: Kind::Unknown(number, body), ..attempt(Response::Read) };
            let bytes = event.to_bytes();
            let read = Event::from_bytes(&bytes).expect("well-formed");
            prop_assert_eq!(read.to_bytes(), bytes);
        }
    }
}
