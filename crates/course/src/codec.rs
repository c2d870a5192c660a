//! The compact encoding of packs and events: what `postcard` does, in a third of the download.
//!
//! Whole numbers are LEB128 varints (signed ones zigzag), text and lists start with their length, a variant with its
//! number. Decoding is total: any bytes give a value or an error, in time linear in their number, to a bounded depth.
//! A pack keeps numbers and words apart ([`Lanes`]): alike beside alike is smaller once it is compressed.

use thiserror::Error;

mod lanes;

use lanes::NUMBERS;
pub use lanes::{END, Lanes, Out};

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
    fn encode(&self, out: &mut impl Out);

    /// Appends a list of values to `out`.
    fn encode_list(list: &[Self], out: &mut impl Out)
    where
        Self: Sized,
    {
        put_varint(list.len() as u64, out);
        for element in list {
            element.encode(out);
        }
    }
}

/// A value that can be read back.
///
/// Decoding always gives a value and notes in the reader what was wrong: without an early way out at every field the
/// code in the pupil's download is less than half as large. Only [`from_bytes`] gives a decoded value out.
pub trait Decode: Sized {
    /// Takes one value from the front of `input`.
    fn decode(input: &mut Reader<'_>) -> Self;

    /// Takes a list of values from the front of `input`.
    fn decode_list(input: &mut Reader<'_>) -> Vec<Self> {
        let mut left = input.begin_list();
        let mut list = Vec::new();
        while input.is_sound() && left > 0 {
            list.push(Self::decode(input));
            left -= 1;
        }
        input.ascend();
        list
    }
}

/// Bytes being decoded. After the first mistake nothing is left to read: numbers are 0, texts and lists empty.
pub struct Reader<'a> {
    /// What is left: all of it in the first, or as it was written to [`Lanes`].
    lanes: [&'a [u8]; 3],
    apart: bool,
    depth: u8,
    mistake: Option<DecodeError>,
}

impl<'a> Reader<'a> {
    /// Reads from the front of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { lanes: [bytes, &[], &[]], apart: false, depth: 0, mistake: None }
    }

    /// Whether all is read, or what was wrong.
    pub fn finish(&self) -> Result<(), DecodeError> {
        match self.mistake {
            Some(mistake) => Err(mistake),
            None if self.left() == 0 => Ok(()),
            None => Err(DecodeError::Malformed),
        }
    }

    /// The value that is left, if it is all that is left.
    pub fn only<T: Decode>(mut self) -> Result<T, DecodeError> {
        let value = T::decode(&mut self);
        self.finish().map(|()| value)
    }

    /// Notes a mistake: the first one counts.
    pub const fn fail(&mut self, mistake: DecodeError) {
        if self.mistake.is_none() {
            self.mistake = Some(mistake);
        }
        self.lanes = [&[]; 3];
    }

    /// Whether nothing was wrong so far.
    pub const fn is_sound(&self) -> bool {
        self.mistake.is_none()
    }

    /// The next byte.
    pub const fn byte(&mut self) -> u8 {
        match self.lanes[NUMBERS].split_first() {
            Some((first, rest)) => {
                self.lanes[NUMBERS] = rest;
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
        match self.lanes[NUMBERS].split_at_checked(count) {
            Some((front, rest)) => {
                self.lanes[NUMBERS] = rest;
                front
            }
            None => {
                self.fail(DecodeError::CutShort);
                &[]
            }
        }
    }

    /// All bytes that are left.
    pub const fn rest(&mut self) -> &'a [u8] {
        self.take(self.lanes[NUMBERS].len())
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.lanes.iter().map(|lane| lane.len()).sum()
    }

    /// A length that the remaining bytes can hold, each element taking at least one.
    pub fn length(&mut self) -> usize {
        match usize::try_from(self.varint()) {
            Ok(length) if length <= self.left() => length,
            Ok(_) | Err(_) => {
                self.fail(DecodeError::CutShort);
                0
            }
        }
    }

    /// The length of a list, and one level down.
    fn begin_list(&mut self) -> usize {
        self.descend();
        self.length()
    }

    /// One level down or, past the limit, a mistake.
    pub(crate) const fn descend(&mut self) {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            self.fail(DecodeError::TooDeep);
        }
    }

    /// One level up again.
    pub(crate) const fn ascend(&mut self) {
        self.depth -= 1;
    }

    /// Bytes as text.
    fn text(&mut self, bytes: &[u8]) -> String {
        let text = std::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.fail(DecodeError::Malformed);
            ""
        });
        text.to_owned()
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
    Reader::new(bytes).only()
}

/// Appends an unsigned LEB128 number.
pub fn put_varint(mut value: u64, out: &mut impl Out) {
    while value >= 0x80 {
        out.byte(value as u8 | 0x80);
        value >>= 7;
    }
    out.byte(value as u8);
}

macro_rules! unsigned {
    ($($int:ty)*) => {$(
        impl Encode for $int {
            fn encode(&self, out: &mut impl Out) {
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
    fn encode(&self, out: &mut impl Out) {
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
    fn encode(&self, out: &mut impl Out) {
        out.byte(u8::from(*self));
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
    fn encode(&self, out: &mut impl Out) {
        out.text(self);
    }
}

impl Decode for String {
    fn decode(input: &mut Reader<'_>) -> Self {
        if input.apart {
            let (words, mark) = input.run();
            if mark != END {
                input.fail(DecodeError::Malformed);
            }
            return words;
        }
        let length = input.length();
        let bytes = input.take(length);
        input.text(bytes)
    }
}

/// Bytes that mean something to somebody else: a length, then each as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Encode for Bytes {
    fn encode(&self, out: &mut impl Out) {
        put_varint(self.0.len() as u64, out);
        for byte in &self.0 {
            out.byte(*byte);
        }
    }
}

impl Decode for Bytes {
    fn decode(input: &mut Reader<'_>) -> Self {
        let length = input.length();
        Self(input.take(length).to_vec())
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut impl Out) {
        T::encode_list(self, out);
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(input: &mut Reader<'_>) -> Self {
        T::decode_list(input)
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut impl Out) {
        match self {
            None => out.byte(0),
            Some(value) => {
                out.byte(1);
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
    fn encode(&self, out: &mut impl Out) {
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
        impl $name {
            /// The names of what is kept of it, in the order of the format.
            #[allow(dead_code, reason = "for those that a page tells of")]
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }
        impl $crate::codec::Encode for $name {
            fn encode(&self, out: &mut impl $crate::codec::Out) {
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
            fn encode(&self, out: &mut impl $crate::codec::Out) {
                match self {
                    Self::$First $(($($part),+))? => {
                        out.byte($zero);
                        $($($crate::codec::Encode::encode($part, out);)+)?
                    }
                    $(Self::$variant $(($($field),+))? => {
                        out.byte($number);
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
mod tests;
