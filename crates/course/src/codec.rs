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
///
/// Decoding always gives a value and notes in the reader what was wrong: without an early way out at every field the
/// code in the pupil's download is less than half as large. Only [`from_bytes`] gives a decoded value out.
pub trait Decode: Sized {
    /// Takes one value from the front of `input`.
    fn decode(input: &mut Reader<'_>) -> Self;
}

/// Bytes being decoded. After the first mistake nothing is left to read: numbers are 0, texts and lists empty.
pub struct Reader<'a> {
    rest: &'a [u8],
    depth: u8,
    mistake: Option<DecodeError>,
}

impl<'a> Reader<'a> {
    /// Reads from the front of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, depth: 0, mistake: None }
    }

    /// Whether all is read, or what was wrong.
    pub const fn finish(&self) -> Result<(), DecodeError> {
        match self.mistake {
            Some(mistake) => Err(mistake),
            None if self.rest.is_empty() => Ok(()),
            None => Err(DecodeError::Malformed),
        }
    }

    /// Notes a mistake: the first one counts.
    pub const fn fail(&mut self, mistake: DecodeError) {
        if self.mistake.is_none() {
            self.mistake = Some(mistake);
        }
        self.rest = &[];
    }

    /// The next byte.
    pub const fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((first, rest)) => {
                self.rest = rest;
                *first
            }
            None => {
                self.fail(DecodeError::CutShort);
                0
            }
        }
    }

    /// The next `count` bytes.
    pub const fn take(&mut self, count: usize) -> &'a [u8] {
        match self.rest.split_at_checked(count) {
            Some((front, rest)) => {
                self.rest = rest;
                front
            }
            None => {
                self.fail(DecodeError::CutShort);
                &[]
            }
        }
    }

    /// A length that the remaining bytes can hold, each element taking at least one.
    pub fn length(&mut self) -> usize {
        match usize::try_from(self.varint()) {
            Ok(length) if length <= self.rest.len() => length,
            Ok(_) | Err(_) => {
                self.fail(DecodeError::CutShort);
                0
            }
        }
    }

    /// One level down or, past the limit, a mistake.
    const fn descend(&mut self) {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            self.fail(DecodeError::TooDeep);
        }
    }

    /// An unsigned LEB128 number.
    pub fn varint(&mut self) -> u64 {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                break;
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return value;
            }
        }
        self.fail(DecodeError::Malformed);
        0
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
    let value = T::decode(&mut input);
    input.finish().map(|()| value)
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
            fn decode(input: &mut Reader<'_>) -> Self {
                <$int>::try_from(input.varint()).unwrap_or_else(|_| {
                    input.fail(DecodeError::Malformed);
                    0
                })
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
    fn decode(input: &mut Reader<'_>) -> Self {
        let zigzag = input.varint();
        (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed()
    }
}

impl Encode for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
}

impl Decode for bool {
    fn decode(input: &mut Reader<'_>) -> Self {
        let byte = input.byte();
        if byte > 1 {
            input.fail(DecodeError::Malformed);
        }
        byte == 1
    }
}

impl Encode for String {
    fn encode(&self, out: &mut Vec<u8>) {
        put_varint(self.len() as u64, out);
        out.extend_from_slice(self.as_bytes());
    }
}

impl Decode for String {
    fn decode(input: &mut Reader<'_>) -> Self {
        let length = input.length();
        let text = std::str::from_utf8(input.take(length)).unwrap_or_else(|_| {
            input.fail(DecodeError::Malformed);
            ""
        });
        text.to_owned()
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
    fn decode(input: &mut Reader<'_>) -> Self {
        let length = input.length();
        input.descend();
        let mut list = Self::new();
        while list.len() < length && input.mistake.is_none() {
            list.push(T::decode(input));
        }
        input.depth -= 1;
        list
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
    fn decode(input: &mut Reader<'_>) -> Self {
        if bool::decode(input) { Some(T::decode(input)) } else { None }
    }
}

impl<A: Encode, B: Encode> Encode for (A, B) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
    }
}

impl<A: Decode, B: Decode> Decode for (A, B) {
    fn decode(input: &mut Reader<'_>) -> Self {
        (A::decode(input), B::decode(input))
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
            fn decode(input: &mut $crate::codec::Reader<'_>) -> Self {
                // Fields are evaluated as they are written, which is the order of the format.
                Self { $($field: $crate::codec::Decode::decode(input)),* }
            }
        }
    };
}

/// Encodes an enum as a variant's number and its fields. Numbers are the format: never change or reuse one. The first
/// variant stands in for what could not be read.
#[macro_export]
macro_rules! codec_enum {
    ($name:ident {
        $zero:literal => $First:ident $(($($part:ident),+))?
        $(, $number:literal => $variant:ident $(($($field:ident),+))?)* $(,)?
    }) => {
        impl $crate::codec::Encode for $name {
            fn encode(&self, out: &mut Vec<u8>) {
                match self {
                    Self::$First $(($($part),+))? => {
                        out.push($zero);
                        $($($crate::codec::Encode::encode($part, out);)+)?
                    }
                    $(Self::$variant $(($($field),+))? => {
                        out.push($number);
                        $($($crate::codec::Encode::encode($field, out);)+)?
                    })*
                }
            }
        }
        impl $crate::codec::Decode for $name {
            fn decode(input: &mut $crate::codec::Reader<'_>) -> Self {
                match input.byte() {
                    $($number => {
                        $($(let $field = $crate::codec::Decode::decode(input);)+)?
                        Self::$variant $(($($field),+))?
                    })*
                    other => {
                        if other != $zero {
                            input.fail($crate::codec::DecodeError::Malformed);
                        }
                        $($(let $part = $crate::codec::Decode::decode(input);)+)?
                        Self::$First $(($($part),+))?
                    }
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
