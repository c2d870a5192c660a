//! What is to be written, taken apart; when reading, nothing.

use super::super::coder::Run;
use super::Field;
use crate::event::{Envelope, Event, EventId, Kind};
use course::codec::{Encode, Reader, put_varint};

/// Forms of a record: numbers of the kinds that the format knows, another kind, and no event at all.
pub(super) const OPENED: u64 = 0;
pub(super) const ANSWERED: u64 = 1;
pub(super) const FINISHED: u64 = 2;
pub(super) const OTHER: u64 = 3;
pub(super) const RAW: u64 = 4;

pub(super) struct Given {
    pub form: u64,
    pub id: EventId,
    pub learner: u64,
    pub lamport: u64,
    pub at: i64,
    pub seed: u64,
    /// Fields of a known kind, as the codec writes them.
    pub runs: [Run; 8],
    pub millis: u64,
    pub day: i64,
    /// The number of another kind, and its bytes; or those of the whole record.
    pub number: u64,
    pub rest: Vec<u8>,
}

impl Given {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut given = Self {
            form: RAW,
            id: EventId { writer: 0, seq: 0 },
            learner: 0,
            lamport: 0,
            at: 0,
            seed: 0,
            runs: Default::default(),
            millis: 0,
            day: 0,
            number: 0,
            rest: Vec::new(),
        };
        // What would not come back byte for byte goes as it is.
        let envelope = Envelope::from_bytes(bytes).ok().filter(|it| it.to_bytes() == bytes);
        let Some(envelope) = envelope else {
            given.rest = bytes.to_vec();
            return given;
        };
        (given.id, given.learner) = (envelope.id, envelope.learner);
        (given.lamport, given.at) = (envelope.lamport, envelope.at);
        let event = Event::from_bytes(bytes).ok().filter(|it| it.to_bytes() == bytes);
        if !event.is_some_and(|it| given.known(it.kind)) {
            (given.form, given.number) = (OTHER, envelope.number.into());
            given.rest = envelope.body.to_vec();
        }
        given
    }

    /// Takes what happened apart, if the format knows its kind.
    fn known(&mut self, kind: Kind) -> bool {
        match kind {
            Kind::LessonOpened(it) => {
                (self.form, self.seed) = (OPENED, it.seed);
                self.texts(0, &[it.lesson]);
                self.put(1, &it.forced);
            }
            Kind::ItemAttempted(it) => {
                (self.form, self.seed) = (ANSWERED, it.seed);
                (self.millis, self.day) = (it.millis.into(), it.day);
                self.texts(0, &[it.lesson, it.item]);
                self.put(0, &it.hash);
                self.put(1, &it.level);
                self.put(2, &it.forced);
                self.put(2, &it.part);
                self.put(3, &it.response);
                self.put(4, &it.score);
                self.put(5, &(it.skills.len() as u64));
                self.texts(5, &it.skills);
                self.texts(6, &[it.misconception]);
                self.put(7, &it.hints);
                self.put(7, &it.solution);
            }
            Kind::LessonFinished(it) => {
                (self.form, self.seed) = (FINISHED, it.seed);
                self.texts(0, &[it.lesson]);
            }
            // Later kinds belong here: what format 1 knows does not change.
            Kind::HistoryImported(_) | Kind::ProfileChanged(_) | Kind::Unknown(..) => return false,
        }
        true
    }

    fn texts(&mut self, run: usize, texts: &[String]) {
        let Run { words, numbers } = &mut self.runs[run];
        for (nth, text) in texts.iter().enumerate() {
            // The last one takes what is left.
            if nth + 1 < texts.len() {
                put_varint(text.len() as u64, numbers);
            }
            words.extend_from_slice(text.as_bytes());
        }
    }

    fn put(&mut self, run: usize, value: &impl Encode) {
        value.encode(&mut self.runs[run].numbers);
    }
}

/// A run as the codec writes it.
pub(super) fn joined(field: Field, run: &Run) -> Vec<u8> {
    let mut numbers = Reader::new(&run.numbers);
    let mut words = run.words.as_slice();
    let mut out = Vec::new();
    let mut texts = u64::from(matches!(field, Field::Lesson | Field::Misconception));
    if field == Field::Asked {
        texts = 2;
    } else if field == Field::Skills {
        texts = numbers.varint();
        put_varint(texts, &mut out);
    }
    for left in (0..texts).rev() {
        let length = if left > 0 { numbers.varint() } else { words.len() as u64 };
        let (text, rest) = words.split_at(words.len().min(length as usize));
        put_varint(text.len() as u64, &mut out);
        out.extend_from_slice(text);
        words = rest;
        if !numbers.is_sound() {
            break;
        }
    }
    out.extend_from_slice(numbers.rest());
    out
}
