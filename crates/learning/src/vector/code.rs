//! What a device has, in twelve signs: short enough to be read aloud or typed by a child.

use super::Vector;
use thiserror::Error;

/// Digits and capitals without I, L, O and U (Crockford's base 32): no two are mistaken for each other.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs that carry a value, before the one that checks them.
const LENGTH: usize = 11;
/// Bits of the count; all set says *that many or more*.
const COUNT_BITS: u32 = 18;
const COUNT_MAX: u64 = (1 << COUNT_BITS) - 1;
const DIGEST_BITS: u32 = 5 * LENGTH as u32 - COUNT_BITS;
/// The check is a sum to this prime: it finds every wrong sign but one pair, and two neighbours that were swapped.
const PRIME: u64 = 31;

/// Why a code cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeError {
    /// Too few signs, too many, or one that no code has.
    #[error("this is no code: a code has twelve letters and digits")]
    NoCode,
    /// The signs do not fit together.
    #[error("a letter or digit of this code is wrong")]
    Mistyped,
}

/// How many records a device has, and a digest of which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code(u64);

impl Code {
    /// The code of a device that has just this.
    pub fn of(vector: &Vector) -> Self {
        let digest = vector.digest & ((1 << DIGEST_BITS) - 1);
        Self(u64::from(vector.count).min(COUNT_MAX) << DIGEST_BITS | digest)
    }

    /// How many records the device has, up to 262,143.
    pub const fn count(self) -> u64 {
        self.0 >> DIGEST_BITS
    }

    /// The vector it was made from, if it is one of these: those that a device remembers of the files it made and took.
    /// From the first that fits a delta can be made; if there is none, all is sent.
    pub fn among(self, known: &[Vector]) -> Option<&Vector> {
        known.iter().find(|vector| Self::of(vector) == self)
    }

    /// As `0029-32XE-49FR`.
    pub fn text(self) -> String {
        let values = self.values();
        let mut text = String::new();
        for (at, value) in values.into_iter().chain([check(values)]).enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(SIGNS[value as usize]));
        }
        text
    }

    /// The code that was typed: in any case, with any spaces and hyphens, with O for 0 and I or L for 1.
    pub fn read(typed: &str) -> Result<Self, CodeError> {
        let (mut code, mut read, mut last) = (0_u64, 0, 0);
        for byte in typed.bytes().filter(|byte| !matches!(byte, b' ' | b'-')) {
            let sign = match byte.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            let value = SIGNS.iter().position(|it| *it == sign).ok_or(CodeError::NoCode)? as u64;
            if read < LENGTH {
                code = code << 5 | value;
            }
            (read, last) = (read + 1, value);
        }
        if read != LENGTH + 1 {
            return Err(CodeError::NoCode);
        }
        if last != check(Self(code).values()) {
            return Err(CodeError::Mistyped);
        }
        Ok(Self(code))
    }

    fn values(self) -> [u64; LENGTH] {
        let mut values = [0; LENGTH];
        let mut rest = self.0;
        for value in values.iter_mut().rev() {
            *value = rest & 31;
            rest >>= 5;
        }
        values
    }
}

fn check(values: [u64; LENGTH]) -> u64 {
    (1..).zip(values).map(|(weight, value)| weight * value).sum::<u64>() % PRIME
}
