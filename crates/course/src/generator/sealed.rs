//! A template's item as bytes.

use crate::codec::{Decode, Encode, Reader, from_bytes, put_varint, to_bytes};
use crate::item::{Interaction, Item, Read};
use std::cell::OnceCell;
use std::ops::Deref;

/// An item kept as bytes and decoded anew for each draw: a lesson opens without decoding what it may never draw, and no
/// code that copies items is in the pupil's download. Tools read it as the item that it holds.
#[derive(Debug, Clone)]
pub struct Sealed {
    bytes: Vec<u8>,
    read: OnceCell<Item>,
}

impl Sealed {
    /// Seals `item`.
    pub fn new(item: &Item) -> Self {
        Self { bytes: to_bytes(item), read: OnceCell::new() }
    }

    /// The item, to be filled; `None` if the bytes are damaged.
    pub fn open(&self) -> Option<Item> {
        from_bytes(&self.bytes).ok()
    }
}

impl Deref for Sealed {
    type Target = Item;

    /// The item; one with nothing in it if the bytes are damaged.
    fn deref(&self) -> &Item {
        self.read.get_or_init(|| {
            self.open().unwrap_or_else(|| Item {
                id: String::new(),
                hash: 0,
                skills: Vec::new(),
                prompt: Vec::new(),
                interaction: Interaction::Read(Read {
                    lang: String::new(),
                    lines: Vec::new(),
                    glosses: Vec::new(),
                }),
                hints: Vec::new(),
                steps: Vec::new(),
            })
        })
    }
}

impl PartialEq for Sealed {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Encode for Sealed {
    fn encode(&self, out: &mut Vec<u8>) {
        put_varint(self.bytes.len() as u64, out);
        out.extend_from_slice(&self.bytes);
    }
}

impl Decode for Sealed {
    fn decode(input: &mut Reader<'_>) -> Self {
        let length = input.length();
        Self { bytes: input.take(length).to_vec(), read: OnceCell::new() }
    }
}
