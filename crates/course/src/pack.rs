//! The pack: one lesson in one language as one file.
//!
//! `SNOW`, the format's version as one byte, then the lesson in the [`Lanes`] of the codec. docs/PACK.md has it in words.

use crate::codec::{Decode as _, DecodeError, Encode as _, Lanes, Reader};
use crate::lesson::{Head, Lesson};
use thiserror::Error;

/// The version of the format that this code writes.
pub const FORMAT: u8 = 2;
/// A pack's first bytes.
pub const MAGIC: &[u8; 4] = b"SNOW";
/// The largest file that is looked at, in bytes.
pub const BYTES_MAX: usize = 4 << 20;

/// Why a pack could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PackError {
    /// Another kind of file.
    #[error("this file is not a course pack")]
    NotAPack,
    /// Written by a later version.
    #[error("pack format {found} is newer than this app reads ({FORMAT}); update the app")]
    TooNew {
        /// The file's version.
        found: u8,
    },
    /// Larger than any pack.
    #[error("this file is too large for a course pack")]
    TooLarge,
    /// Cut or changed on its way.
    #[error("{0}")]
    Broken(#[from] DecodeError),
}

/// `lesson` as a file: the same lesson gives the same bytes.
pub fn write(lesson: &Lesson) -> Vec<u8> {
    let mut lanes = Lanes::default();
    lesson.encode(&mut lanes);
    let mut out = MAGIC.to_vec();
    out.push(FORMAT);
    lanes.join(&mut out);
    out
}

/// The lesson in `bytes`. Never panics, whatever the bytes.
pub fn read(bytes: &[u8]) -> Result<Lesson, PackError> {
    if bytes.len() > BYTES_MAX {
        return Err(PackError::TooLarge);
    }
    match bytes.strip_prefix(MAGIC) {
        None => Err(PackError::NotAPack),
        Some([FORMAT, body @ ..]) => Ok(Reader::apart(body).only()?),
        Some([found, ..]) if *found > FORMAT => Err(PackError::TooNew { found: *found }),
        Some([_, ..]) => Err(PackError::NotAPack),
        Some([]) => Err(PackError::Broken(DecodeError::CutShort)),
    }
}

/// What a pack says of its lesson before its parts: for those who do not play it. Most of the code that reads a lesson reads parts.
pub fn head(bytes: &[u8]) -> Option<Head> {
    let body = bytes.strip_prefix(MAGIC)?.strip_prefix(&[FORMAT])?;
    let mut input = Reader::apart(body);
    let head = Head::decode(&mut input);
    input.is_sound().then_some(head)
}

#[cfg(test)]
mod tests;
