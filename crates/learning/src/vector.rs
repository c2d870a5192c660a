//! What a device has: per writer the ranges of numbers. Two devices with the same events have the same vector.

use crate::event::EventId;
use course::codec::{Decode, DecodeError, Encode, Out, Reader, to_bytes};
use course::codec_struct;
use course::rng::derive;

mod code;

pub use code::{Code, CodeError};

/// Events of one writer without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Range {
    writer: u64,
    first: u32,
    last: u32,
}

codec_struct!(Range { writer, first, last });

/// Which events there are, by their names. A version vector that can have gaps: events may be lost on the way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vector(Vec<Range>);

impl Vector {
    /// The vector of these events, which come in the order of their names and may repeat.
    pub fn of(ids: impl Iterator<Item = EventId>) -> Self {
        let mut ranges: Vec<Range> = Vec::new();
        for EventId { writer, seq } in ids {
            match ranges.last_mut() {
                Some(range) if range.writer == writer && range.meets(seq) => range.last = seq,
                Some(_) | None => ranges.push(Range { writer, first: seq, last: seq }),
            }
        }
        Self(ranges)
    }

    /// What either holds.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let (mut one, mut other) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut ranges: Vec<Range> = Vec::new();
        loop {
            let begin = |it: &&Range| (it.writer, it.first);
            let next = match (one.peek(), other.peek()) {
                (Some(range), Some(it)) if begin(range) <= begin(it) => one.next(),
                (_, Some(_)) => other.next(),
                (_, None) => one.next(),
            };
            let Some(next) = next else { return Self(ranges) };
            match ranges.last_mut() {
                Some(range) if range.writer == next.writer && range.meets(next.first) => {
                    range.last = range.last.max(next.last);
                }
                Some(_) | None => ranges.push(*next),
            }
        }
    }

    /// Whether the event of this name is there.
    pub fn holds(&self, id: EventId) -> bool {
        let after = self.0.partition_point(|it| (it.writer, it.first) <= (id.writer, id.seq));
        match after.checked_sub(1).and_then(|at| self.0.get(at)) {
            Some(range) => range.writer == id.writer && id.seq <= range.last,
            None => false,
        }
    }

    /// How many events there are.
    pub fn count(&self) -> u64 {
        self.0.iter().map(|it| u64::from(it.last - it.first) + 1).sum()
    }

    /// A name for just this vector. 0 is that of none.
    pub fn digest(&self) -> u64 {
        if self.0.is_empty() { 0 } else { derive(0, &to_bytes(self)) }
    }
}

impl Range {
    /// Whether a range that begins with `seq`, and not before this one, leaves no gap.
    fn meets(self, seq: u32) -> bool {
        u64::from(seq) <= u64::from(self.last) + 1
    }
}

impl Encode for Vector {
    fn encode(&self, out: &mut impl Out) {
        self.0.encode(out);
    }
}

impl Decode for Vector {
    /// Ranges that overlap, touch or are out of order are no vector's: no two lists say the same.
    fn decode(input: &mut Reader<'_>) -> Self {
        let ranges: Vec<Range> = Vec::decode(input);
        let apart = ranges.windows(2).all(|pair| {
            let next = u64::from(pair[0].last) + 1;
            (pair[0].writer, next) < (pair[1].writer, u64::from(pair[1].first))
        });
        if !apart || ranges.iter().any(|it| it.first > it.last) {
            input.fail(DecodeError::Malformed);
            return Self::default();
        }
        Self(ranges)
    }
}

#[cfg(test)]
mod tests;
