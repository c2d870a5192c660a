//! The learner file: what a device has of one learner, to be carried to another. docs/LEARNER-FILE.md has it in words.
//!
//! A header, then slots of a kibibyte. A frame of records fills one slot, or several if a record is so large, and has its
//! own checksum: of a file that was cut or damaged the whole frames are read.

use crate::merge::{Record, Union};
use crate::vector::Vector;
use thiserror::Error;

mod coder;
mod frame;
mod header;

pub use header::Header;
use header::{HEADER, checksum, word};

/// The version of the format that this code writes.
pub const FORMAT: u8 = 1;
/// A learner file's first bytes.
pub const MAGIC: &[u8; 4] = b"SNOL";
/// The largest file, in bytes.
pub const BYTES_MAX: usize = 4 << 20;
/// The most records in a file.
pub const RECORDS_MAX: usize = 200_000;
/// What may come out of a file, in bytes.
pub const READ_MAX: usize = 32 << 20;

/// Frames begin so far apart.
const SLOT: usize = 1024;
/// Checksum, length and number of records of a frame.
const HEAD: usize = 8;

/// Why a file could not be read, or not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FileError {
    /// Another kind of file.
    #[error("this is not a learner's file: choose the one that Snowlight saved")]
    Foreign,
    /// Written by a later version.
    #[error(
        "this file is of format {found}, newer than this app reads ({FORMAT}): update the app here, then open it again"
    )]
    TooNew {
        /// The file's version.
        found: u8,
    },
    /// More than any learner file holds.
    #[error("this file is too large for a learner's file")]
    TooLarge,
    /// The end is missing.
    #[error("the end of this file is missing: send it again")]
    Cut,
    /// Changed on its way.
    #[error("this file is damaged: save it again on the other device")]
    Damaged,
}

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it says of itself.
    pub header: Header,
    /// The records that are whole, byte for byte.
    pub records: Vec<Vec<u8>>,
    /// Why there are fewer than the header says.
    pub fault: Option<FileError>,
}

/// Files, and what found no place in any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// One file; more if one would be too large.
    pub files: Vec<Vec<u8>>,
    /// Records too large for any file.
    pub left: u32,
}

/// `have` as files: all of it, or what a device lacks that has `base`. The same records give the same bytes.
pub fn write(learner: u64, have: &Union, base: Option<&Vector>) -> Written {
    let Vector { count: had, digest, .. } = have.vector();
    let lacking = base.map(|base| have.since(base));
    let records = lacking.as_ref().unwrap_or(have).records();
    let sent: Vec<&[u8]> = records.iter().map(|it| it.bytes.as_slice()).collect();
    let (mut parts, mut rest, mut left) = (Vec::new(), sent.as_slice(), 0);
    while parts.is_empty() || !rest.is_empty() {
        let (frames, count) = frames(learner, rest, BYTES_MAX);
        if count == 0 && !rest.is_empty() {
            left += 1;
            rest = &rest[1..];
        } else {
            rest = &rest[count..];
            parts.push((frames, count as u32));
        }
    }
    let base = base.map_or(0, |it| it.digest);
    let state = if parts.len() == 1 && left == 0 { digest } else { 0 };
    let of = |count| Header { learner, base, state, had, count, check: 0 };
    Written {
        files: parts.iter().map(|(frames, count)| joined(of(*count), frames)).collect(),
        left,
    }
}

/// One file of at most `size_max` bytes: all of `have`, or as much of the newest in it as fits. Its header tells how many records there
/// were and how many of them it holds.
pub fn write_newest(learner: u64, have: &Union, size_max: usize) -> Vec<u8> {
    let Vector { count: had, digest, .. } = have.vector();
    let fitting = |records: &[Record]| {
        let sent: Vec<&[u8]> = records.iter().map(|it| it.bytes.as_slice()).collect();
        let (frames, count) = frames(learner, &sent, size_max);
        (count == sent.len()).then_some((frames, count as u32))
    };
    let of = |state, count| Header { learner, base: 0, state, had, count, check: 0 };
    if let Some((frames, count)) = fitting(have.records()) {
        return joined(of(digest, count), &frames);
    }
    let events = have.events();
    let (mut least, mut most) = (0, events.len());
    let mut best = (Vec::new(), 0);
    while least < most {
        let middle = (least + most).div_ceil(2);
        match fitting(Union::of(events[events.len() - middle..].to_vec()).records()) {
            Some(fits) => (least, best) = (middle, fits),
            None => most = middle - 1,
        }
    }
    joined(of(0, best.1), &best.0)
}

/// The records in `bytes`. Never panics, whatever the bytes; an error if there is not one whole record.
pub fn read(bytes: &[u8]) -> Result<File, FileError> {
    if bytes.len() > BYTES_MAX {
        return Err(FileError::TooLarge);
    }
    let header = Header::read(bytes)?;
    if header.count as usize > RECORDS_MAX {
        return Err(FileError::TooLarge);
    }
    let mut file = File { header, records: Vec::new(), fault: None };
    let mut slots =
        Slots { header, rest: &bytes[HEADER..], effort: 4 * bytes.len(), budget: READ_MAX };
    while file.records.len() < header.count as usize && !slots.rest.is_empty() {
        match slots.next() {
            Ok(records) => file.records.extend(records),
            // The first fault tells the most.
            Err(fault) => file.fault = file.fault.or(Some(fault)),
        }
    }
    if file.lost() == 0 {
        file.fault = None;
        return Ok(file);
    }
    let fault = file.fault.unwrap_or(FileError::Cut);
    file.fault = Some(fault);
    if file.records.is_empty() { Err(fault) } else { Ok(file) }
}

impl File {
    /// How many records did not come whole.
    pub fn lost(&self) -> u32 {
        self.header.count.saturating_sub(self.records.len() as u32)
    }
}

/// Records with their number, as a frame keeps them.
struct Frame {
    payload: Vec<u8>,
    count: usize,
}

/// The frames of the first of `records`, as many as fit into a file of this size, and how many records those are.
fn frames(learner: u64, records: &[&[u8]], size_max: usize) -> (Vec<Frame>, usize) {
    let (mut frames, mut count, mut size, mut budget) = (Vec::new(), 0, HEADER, READ_MAX);
    let most = records.len().min(RECORDS_MAX);
    while count < most {
        let frame = frame::write(&records[count..most], learner, SLOT - HEAD, &mut budget);
        let Some(frame) = frame else { break };
        size += slots(&frame) * SLOT;
        if size > size_max {
            break;
        }
        count += frame.count;
        frames.push(frame);
    }
    (frames, count)
}

/// How many slots a frame takes.
fn slots(frame: &Frame) -> usize {
    (HEAD + frame.payload.len()).div_ceil(SLOT)
}

fn joined(mut header: Header, frames: &[Frame]) -> Vec<u8> {
    let mut out = header.seal();
    let mut end = HEADER;
    for Frame { payload, count } in frames {
        out.resize(end, 0);
        let length = payload.len().to_le_bytes();
        let mut frame = vec![length[0], length[1], length[2], *count as u8];
        frame.extend(payload);
        out.extend(checksum(header.check, &frame).to_le_bytes());
        out.extend(frame);
        end = HEADER + (out.len() - HEADER).next_multiple_of(SLOT);
    }
    out
}

/// Slots yet to be read, and how much may still come of them.
struct Slots<'a> {
    header: Header,
    rest: &'a [u8],
    /// Bytes that may still be summed: in a damaged file one may stand in several frames.
    effort: usize,
    /// Bytes that may still come out.
    budget: usize,
}

impl Slots<'_> {
    /// The records of the frame that begins here; after a fault the next slot is tried.
    fn next(&mut self) -> Result<Vec<Vec<u8>>, FileError> {
        let found = self.frame();
        let taken = found.as_ref().map_or(SLOT, |(_, slots)| slots * SLOT);
        self.rest = self.rest.get(taken..).unwrap_or_default();
        found.map(|(records, _)| records)
    }

    fn frame(&mut self) -> Result<(Vec<Vec<u8>>, usize), FileError> {
        let head = self.rest.get(..HEAD).ok_or(FileError::Cut)?;
        let [length, count] =
            [word(head, 4) & 0xff_ffff, word(head, 4) >> 24].map(|it| it as usize);
        let frame = self.rest.get(4..HEAD + length).ok_or(FileError::Cut)?;
        self.effort = self.effort.checked_sub(frame.len()).ok_or(FileError::Damaged)?;
        if checksum(self.header.check, frame) != word(head, 0) {
            return Err(FileError::Damaged);
        }
        let records = frame::read(&frame[4..], count, self.header.learner, &mut self.budget)?;
        Ok((records, (HEAD + length).div_ceil(SLOT)))
    }
}

#[cfg(test)]
mod tests;
