//! What every event says of itself, whatever happened: it can be read of kinds that are yet to come.

use super::{EventId, Order};
use course::codec::{Decode, DecodeError, Encode, Reader, put_varint};

/// The version of the encoding that this code writes.
const FORMAT: u8 = 1;

/// An event whose kind is still bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// Its name.
    pub id: EventId,
    /// As [`super::Event::learner`].
    pub learner: u64,
    /// As [`super::Event::lamport`].
    pub lamport: u64,
    /// As [`super::Event::at`].
    pub at: i64,
    /// The number of the kind.
    pub number: u8,
    /// What happened, as that kind writes it.
    pub body: &'a [u8],
}

impl<'a> Envelope<'a> {
    /// Format, header, number of the kind, length and bytes of what happened.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![FORMAT];
        self.id.encode(&mut out);
        self.learner.encode(&mut out);
        self.lamport.encode(&mut out);
        self.at.encode(&mut out);
        out.push(self.number);
        put_varint(self.body.len() as u64, &mut out);
        out.extend_from_slice(self.body);
        out
    }

    /// The envelope in `bytes`, all of them.
    pub fn from_bytes(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let mut input = Reader::new(bytes);
        if input.byte() != FORMAT {
            return Err(DecodeError::Malformed);
        }
        let id = EventId::decode(&mut input);
        let learner = u64::decode(&mut input);
        let lamport = u64::decode(&mut input);
        let at = i64::decode(&mut input);
        let number = input.byte();
        let length = input.length();
        let body = input.take(length);
        input.finish()?;
        Ok(Self { id, learner, lamport, at, number, body })
    }

    /// Where it stands in the canonical order.
    pub const fn order(&self) -> Order {
        (self.lamport, self.id)
    }
}
