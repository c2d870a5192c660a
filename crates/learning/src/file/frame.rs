//! Records as a frame keeps them: what is alike from one event to the next costs next to nothing.

use super::coder::{Coder, Field};
use super::{FileError, Frame};
use crate::event::{Envelope, EventId};
use course::codec::{Reader, put_varint};
use course::rng::derive;
use given::{ANSWERED, FINISHED, Given, OPENED, OTHER, RAW, joined};

mod given;

/// The most records in a frame.
const RECORDS_MAX: usize = 255;
/// A record takes at least this of what may come out of a file, whatever is in it.
const RECORD_COST: usize = 64;
/// A seed is derived from the name of a pool, which is no longer than this.
const NAME_MAX: usize = 99;
const DAY: i64 = 86_400_000;

/// A seed by how it came about: drawn, as it was in the event before, that of the way that was opened last, or derived from
/// that by so many of the item's first letters.
const DRAWN: u64 = 0;
const SAME: u64 = 1;
const WAY: u64 = 2;
const DERIVED: u64 = 3;

/// What came before in this frame.
struct Before {
    id: EventId,
    learner: u64,
    lamport: u64,
    at: i64,
    seed: u64,
    /// The seed of the way that was opened last.
    way: u64,
    /// The local day, counted from that of the time.
    day: i64,
}

/// A frame of as many of `records` as fit into `room` bytes, or of the first alone if it is larger; `None` if reading that
/// would take more than the budget.
pub(super) fn write(
    records: &[&[u8]],
    learner: u64,
    room: usize,
    budget: &mut usize,
) -> Option<Frame> {
    let most = &records[..records.len().min(RECORDS_MAX)];
    let mut coder = Coder::writer(*budget);
    let mut count = coder.records(most, learner, room);
    if count < most.len() {
        // What does not fit must have taught nothing to the rest.
        coder = Coder::writer(*budget);
        count = coder.records(&most[..count], learner, room);
    }
    *budget = coder.budget;
    (count > 0).then(|| Frame { payload: coder.finish(), count })
}

/// The `count` records in `payload`, which take from `budget` what they need.
pub(super) fn read(
    payload: &[u8],
    count: usize,
    learner: u64,
    budget: &mut usize,
) -> Result<Vec<Vec<u8>>, FileError> {
    let mut coder = Coder::reader(payload, *budget);
    let mut before = Before::new(learner);
    let mut records = Vec::new();
    while records.len() < count {
        let record = coder.record(&mut before, &[]);
        *budget = coder.budget;
        if !coder.is_sound() {
            return Err(if *budget == 0 { FileError::TooLarge } else { FileError::Damaged });
        }
        records.push(record);
    }
    Ok(records)
}

impl Before {
    const fn new(learner: u64) -> Self {
        let id = EventId { writer: 0, seq: 0 };
        Self { id, learner, lamport: 0, at: 0, seed: 0, way: 0, day: 0 }
    }
}

impl Coder<'_> {
    /// Writes `records`, up to the first that does not fit: how many came before it.
    fn records(&mut self, records: &[&[u8]], learner: u64, room: usize) -> usize {
        let mut before = Before::new(learner);
        for (at, record) in records.iter().enumerate() {
            self.record(&mut before, record);
            if !self.is_sound() || (at > 0 && self.written() > room) {
                return at;
            }
        }
        records.len()
    }

    fn record(&mut self, before: &mut Before, bytes: &[u8]) -> Vec<u8> {
        self.spend(RECORD_COST);
        let given = Given::of(bytes);
        let form = self.number(Field::Form, given.form);
        if form >= RAW {
            return self.bytes(Field::Raw, &given.rest);
        }
        self.header(before, &given);
        let mut body = self.body(before, form, &given);
        let number = if form == OTHER { self.number(Field::Kind, given.number) } else { form };
        if form == ANSWERED {
            let millis = self.number(Field::Millis, given.millis);
            put_varint(millis, &mut body);
            self.time(before, millis.cast_signed(), given.at);
            let day = self.day(before, given.day);
            put_varint(day, &mut body);
        } else {
            self.time(before, 0, given.at);
        }
        let Before { id, learner, lamport, at, .. } = *before;
        Envelope { id, learner, lamport, at, number: number as u8, body: &body }.to_bytes()
    }

    /// Name, learner and place in the order: mostly one further than before.
    fn header(&mut self, before: &mut Before, given: &Given) {
        before.id.seq = before.id.seq.wrapping_add(1);
        before.lamport = before.lamport.wrapping_add(1);
        let next = (before.id, before.lamport, before.learner);
        if self.is(Field::Follows, (given.id, given.lamport, given.learner) == next) {
            return;
        }
        before.id.writer = self.again(Field::Writer, before.id.writer, given.id.writer);
        before.id.seq = self.number(Field::Seq, given.id.seq.into()) as u32;
        let ahead = given.lamport.wrapping_sub(before.lamport);
        before.lamport = before.lamport.wrapping_add(self.signed(Field::Lamport, ahead));
        before.learner = self.again(Field::Learner, before.learner, given.learner);
    }

    /// What happened, up to what hangs on the time: runs of bytes that stay alike, a seed behind the first.
    fn body(&mut self, before: &mut Before, form: u64, given: &Given) -> Vec<u8> {
        use Field::{
            Asked, Forced, Help, Lesson, Level, Misconception, Part, Response, Score, Skills,
        };
        let (before_seed, fields): (_, &[Field]) = match form {
            OPENED => (0, &[Lesson, Forced]),
            ANSWERED => (1, &[Asked, Level, Part, Response, Score, Skills, Misconception, Help]),
            FINISHED => (0, &[Lesson]),
            _ => return self.bytes(Field::Raw, &given.rest),
        };
        let mut body = Vec::new();
        for (nth, (field, run)) in fields.iter().zip(&given.runs).enumerate() {
            body.extend(joined(*field, &self.run(*field, run)));
            if nth == before_seed {
                before.seed = self.seed(before, &body, given.seed);
                put_varint(before.seed, &mut body);
            }
        }
        if form == OPENED {
            before.way = before.seed;
        }
        body
    }

    fn seed(&mut self, before: &Before, asked: &[u8], seed: u64) -> u64 {
        let item = item(asked);
        let derived = |length: usize| derive(derive(before.way, &item[..length]), item);
        let how = if seed == before.seed {
            SAME
        } else if seed == before.way {
            WAY
        } else {
            let length = (0..=item.len()).find(|length| derived(*length) == seed);
            length.map_or(DRAWN, |length| length as u64 + DERIVED)
        };
        match self.number(Field::Seed, how) {
            DRAWN => self.random(seed),
            SAME => before.seed,
            WAY => before.way,
            how => derived(item.len().min((how - DERIVED) as usize)),
        }
    }

    /// A random number that may be the one before.
    fn again(&mut self, field: Field, before: u64, number: u64) -> u64 {
        if self.is(field, number == before) { before } else { self.random(number) }
    }

    /// A time, by the one before and how long this took: what is left is how long nothing was answered.
    fn time(&mut self, before: &mut Before, took: i64, at: i64) {
        if self.is(Field::SameTime, at == before.at) {
            return;
        }
        let expected = before.at.wrapping_add(took);
        let off = self.signed(Field::Time, at.wrapping_sub(expected).cast_unsigned());
        before.at = expected.wrapping_add_unsigned(off);
    }

    /// The local day as the codec writes it: mostly as far from that of the time as it was before.
    fn day(&mut self, before: &mut Before, day: i64) -> u64 {
        let by_time = before.at.div_euclid(DAY);
        let off = day.wrapping_sub(by_time);
        if !self.is(Field::SameDay, off == before.day) {
            before.day = self.signed(Field::Day, off.cast_unsigned()).cast_signed();
        }
        zigzag(by_time.wrapping_add(before.day))
    }

    /// A number with sign: the nearer to nought, the fewer bits.
    fn signed(&mut self, field: Field, number: u64) -> u64 {
        let number = self.number(field, zigzag(number.cast_signed()));
        (number >> 1) ^ (number & 1).wrapping_neg()
    }
}

/// 0, −1, 1, −2 … as 0, 1, 2, 3 …
const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

/// The name of the item in a run that begins with the lesson's, if it is there and no longer than names are.
fn item(asked: &[u8]) -> &[u8] {
    let mut input = Reader::new(asked);
    let mut name = &[][..];
    for _ in 0..2 {
        let length = input.length();
        name = input.take(length);
    }
    if name.len() > NAME_MAX { &[] } else { name }
}
