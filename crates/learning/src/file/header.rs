//! The header: whose file it is, what it goes on from, how much there is in it.

use super::{FORMAT, FileError, MAGIC};
use course::rng::derive;

/// From the magic to the header's checksum.
pub(super) const HEADER: usize = 41;

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Whose it is.
    pub learner: u64,
    /// The digest of the vector that it goes on from; 0 if it is whole.
    pub base: u64,
    /// The digest of the vector of the device that wrote it; 0 if it takes several files to get there.
    pub state: u64,
    /// How many records that device had.
    pub had: u32,
    /// How many of them it holds.
    pub count: u32,
    /// The header's checksum: a name for the file.
    pub check: u32,
}

impl Header {
    /// What records are marked with that came from this file: never [`crate::merge::HERE`].
    pub const fn origin(&self) -> u64 {
        1 << 32 | self.check as u64
    }

    /// As bytes; from now on it has its checksum.
    pub(super) fn seal(&mut self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(FORMAT);
        for number in [self.learner, self.base, self.state] {
            out.extend(number.to_le_bytes());
        }
        out.extend(self.had.to_le_bytes());
        out.extend(self.count.to_le_bytes());
        self.check = checksum(0, &out);
        out.extend(self.check.to_le_bytes());
        out
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let body = bytes.strip_prefix(MAGIC).ok_or(FileError::Foreign)?;
        match body.first() {
            Some(&FORMAT) => {}
            Some(&found) if found > FORMAT => return Err(FileError::TooNew { found }),
            Some(_) => return Err(FileError::Foreign),
            None => return Err(FileError::Cut),
        }
        let header = bytes.get(..HEADER).ok_or(FileError::Cut)?;
        let long = |at: usize| u64::from(word(header, at)) | u64::from(word(header, at + 4)) << 32;
        let check = word(header, HEADER - 4);
        if checksum(0, &header[..HEADER - 4]) != check {
            return Err(FileError::Damaged);
        }
        Ok(Self {
            learner: long(5),
            base: long(13),
            state: long(21),
            had: word(header, 29),
            count: word(header, 33),
            check,
        })
    }
}

/// The number in the four bytes there, of which there are enough.
pub(super) fn word(bytes: &[u8], at: usize) -> u32 {
    let mut four = [0; 4];
    four.copy_from_slice(&bytes[at..at + 4]);
    u32::from_le_bytes(four)
}

/// Finds damage, not forgery.
pub(super) fn checksum(before: u32, bytes: &[u8]) -> u32 {
    derive(before.into(), bytes) as u32
}
