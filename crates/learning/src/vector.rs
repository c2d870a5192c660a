//! What a device has: per writer the ranges of numbers, and a digest of all bytes. Two devices with the same records have
//! the same vector.

use crate::event::EventId;
use course::codec::{Decode, DecodeError, Encode, Out, Reader};
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

/// Which records there are: a version vector that can have gaps, since events may be lost on the way.
///
/// Two devices may have other bytes under one name, and records without one; the digest tells those apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vector {
    ranges: Vec<Range>,
    /// How many records there are.
    pub count: u32,
    /// A name for just these records: the sum of a digest of each. 0 is that of none.
    pub digest: u64,
}

impl Vector {
    /// The vector of these records, which come in the order of their names.
    pub fn of<'a>(records: impl Iterator<Item = (Option<EventId>, &'a [u8])>) -> Self {
        let mut vector = Self::default();
        for (id, bytes) in records {
            vector.count = vector.count.saturating_add(1);
            vector.digest = vector.digest.wrapping_add(derive(0, bytes));
            if let Some(EventId { writer, seq }) = id {
                vector.push(Range { writer, first: seq, last: seq });
            }
        }
        vector
    }

    /// What a device has that had this, and of which it is told what it has besides; how many records those are together,
    /// and their digest.
    #[must_use]
    pub fn with(&self, besides: &Self, count: u32, digest: u64) -> Self {
        let mut both = Self { ranges: Vec::new(), count, digest };
        let (mut one, mut other) =
            (self.ranges.iter().peekable(), besides.ranges.iter().peekable());
        let begin = |it: &Range| (it.writer, it.first);
        while let Some(next) = match (one.peek(), other.peek()) {
            (Some(range), Some(it)) if begin(range) > begin(it) => other.next(),
            (Some(_), _) => one.next(),
            (None, _) => other.next(),
        } {
            both.push(*next);
        }
        both
    }

    /// Whether the event of this name is there.
    pub fn holds(&self, id: EventId) -> bool {
        let after = self.ranges.partition_point(|it| (it.writer, it.first) <= (id.writer, id.seq));
        match after.checked_sub(1).and_then(|at| self.ranges.get(at)) {
            Some(range) => range.writer == id.writer && id.seq <= range.last,
            None => false,
        }
    }

    /// Adds a range that does not begin before any other.
    fn push(&mut self, next: Range) {
        match self.ranges.last_mut() {
            Some(range) if range.writer == next.writer && range.meets(next.first) => {
                range.last = range.last.max(next.last);
            }
            Some(_) | None => self.ranges.push(next),
        }
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
        self.ranges.encode(out);
        self.count.encode(out);
        self.digest.encode(out);
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
        Self { ranges, count: Decode::decode(input), digest: Decode::decode(input) }
    }
}

#[cfg(test)]
mod tests;
