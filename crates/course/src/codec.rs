//! The compact encoding of packs and events: what `postcard` does, in a third of the download.
//!
//! Whole numbers are LEB128 varints (signed ones zigzag), text and lists start with their length, a variant with its
//! number. Decoding is total: any bytes give a value or an error, in time linear in their number, to a bounded depth.

use thiserror::Error;

/// How deep values may nest: more than any lesson needs, far less than a stack holds.
const DEPTH_MAX: u8 = 64;

/// Why bytes could not be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// The bytes stop before the value does.
    #[error("the file is cut short")]
    CutShort,
    /// A length, a variant or a text that no writer of this format writes.
    #[error("the file is damaged")]
    Malformed,
    /// Values nested past the limit.
    #[error("the file is nested too deep")]
    TooDeep,
}

/// A value that can be written.
pub trait Encode {
    /// Appends the value to `out`.
    fn encode(&self, out: &mut Vec<u8>);
}

/// A value that can be read back.
pub trait Decode: Sized {
    /// Takes one value from the front of `input`.
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError>;
}

/// Bytes being decoded.
pub struct Reader<'a> {
    rest: &'a [u8],
    depth: u8,
}

impl<'a> Reader<'a> {
    /// Reads from the front of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, depth: 0 }
    }

    /// What is not yet read.
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8, DecodeError> {
        let (first, rest) = self.rest.split_first().ok_or(DecodeError::CutShort)?;
        self.rest = rest;
        Ok(*first)
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        let (front, rest) = self.rest.split_at_checked(count).ok_or(DecodeError::CutShort)?;
        self.rest = rest;
        Ok(front)
    }

    /// A length that the remaining bytes can hold, each element taking at least one.
    pub fn length(&mut self) -> Result<usize, DecodeError> {
        let length = usize::try_from(self.varint()?).map_err(|_| DecodeError::Malformed)?;
        if length > self.rest.len() { Err(DecodeError::CutShort) } else { Ok(length) }
    }

    /// Runs `decode` one level down, within the depth limit.
    pub fn nested<T>(&mut self, decode: impl FnOnce(&mut Self) -> Result<T, DecodeError>) -> Result<T, DecodeError> {
        if self.depth == DEPTH_MAX {
            return Err(DecodeError::TooDeep);
        }
        self.depth += 1;
        let value = decode(self);
        self.depth -= 1;
        value
    }

    /// An unsigned LEB128 number.
    pub fn varint(&mut self) -> Result<u64, DecodeError> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(DecodeError::Malformed);
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(DecodeError::Malformed)
    }
}

/// `value` as bytes.
pub fn to_bytes(value: &impl Encode) -> Vec<u8> {
    let mut out = Vec::new();
    value.encode(&mut out);
    out
}

/// The value that `bytes` hold, all of them.
pub fn from_bytes<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    let mut input = Reader::new(bytes);
    let value = T::decode(&mut input)?;
    if input.rest().is_empty() { Ok(value) } else { Err(DecodeError::Malformed) }
}

/// Appends an unsigned LEB128 number.
pub fn put_varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

macro_rules! unsigned {
    ($($int:ty)*) => {$(
        impl Encode for $int {
            fn encode(&self, out: &mut Vec<u8>) {
                put_varint(u64::from(*self), out);
            }
        }
        impl Decode for $int {
            fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                <$int>::try_from(input.varint()?).map_err(|_| DecodeError::Malformed)
            }
        }
    )*};
}
unsigned!(u8 u16 u32 u64);

impl Encode for i64 {
    fn encode(&self, out: &mut Vec<u8>) {
        put_varint(((self << 1) ^ (self >> 63)).cast_unsigned(), out);
    }
}

impl Decode for i64 {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let zigzag = input.varint()?;
        Ok((zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed())
    }
}

impl Encode for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
}

impl Decode for bool {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match input.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(DecodeError::Malformed),
        }
    }
}

impl Encode for String {
    fn encode(&self, out: &mut Vec<u8>) {
        put_varint(self.len() as u64, out);
        out.extend_from_slice(self.as_bytes());
    }
}

impl Decode for String {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let length = input.length()?;
        let text = std::str::from_utf8(input.take(length)?).map_err(|_| DecodeError::Malformed)?;
        Ok(text.to_owned())
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        put_varint(self.len() as u64, out);
        for element in self {
            element.encode(out);
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let length = input.length()?;
        input.nested(|input| {
            let mut list = Self::new();
            for _ in 0..length {
                list.push(T::decode(input)?);
            }
            Ok(list)
        })
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        match self {
            None => out.push(0),
            Some(value) => {
                out.push(1);
                value.encode(out);
            }
        }
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        if bool::decode(input)? { T::decode(input).map(Some) } else { Ok(None) }
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        (**self).encode(out);
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.nested(T::decode).map(Self::new)
    }
}

impl<A: Encode, B: Encode> Encode for (A, B) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
    }
}

impl<A: Decode, B: Decode> Decode for (A, B) {
    fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok((A::decode(input)?, B::decode(input)?))
    }
}

/// Encodes a struct field by field, in the order given. The order is the format: append only.
#[macro_export]
macro_rules! codec_struct {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::codec::Encode for $name {
            fn encode(&self, out: &mut Vec<u8>) {
                $($crate::codec::Encode::encode(&self.$field, out);)*
            }
        }
        impl $crate::codec::Decode for $name {
            fn decode(input: &mut $crate::codec::Reader<'_>) -> Result<Self, $crate::codec::DecodeError> {
                $(let $field = $crate::codec::Decode::decode(input)?;)*
                Ok(Self { $($field),* })
            }
        }
    };
}

/// Encodes an enum as a variant's number and its fields. Numbers are the format: never change or reuse one.
#[macro_export]
macro_rules! codec_enum {
    ($name:ident { $($number:literal => $variant:ident $(($($field:ident),+))?),* $(,)? }) => {
        impl $crate::codec::Encode for $name {
            fn encode(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($($field),+))? => {
                        out.push($number);
                        $($($crate::codec::Encode::encode($field, out);)+)?
                    })*
                }
            }
        }
        impl $crate::codec::Decode for $name {
            fn decode(input: &mut $crate::codec::Reader<'_>) -> Result<Self, $crate::codec::DecodeError> {
                match input.byte()? {
                    $($number => {
                        $($(let $field = $crate::codec::Decode::decode(input)?;)+)?
                        Ok(Self::$variant $(($($field),+))?)
                    })*
                    _ => Err($crate::codec::DecodeError::Malformed),
                }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_texts_come_back(a: u64, b: i64, text: String, list: Vec<u32>, some: Option<bool>) {
            let bytes = to_bytes(&((a, b), ((text.clone(), list.clone()), some)));
            prop_assert_eq!(from_bytes(&bytes), Ok(((a, b), ((text, list), some))));
        }

        #[test]
        fn any_bytes_decode_or_fail_without_a_panic(bytes: Vec<u8>) {
            let _ = from_bytes::<Vec<(String, Option<i64>)>>(&bytes);
        }
    }

    #[test]
    fn a_length_past_the_end_is_refused_before_memory_is_taken() {
        let bytes = [0xff, 0xff, 0xff, 0xff, 0x0f];
        assert_eq!(from_bytes::<Vec<u8>>(&bytes), Err(DecodeError::CutShort));
        assert_eq!(from_bytes::<u8>(&[1, 2]), Err(DecodeError::Malformed));
    }
}
