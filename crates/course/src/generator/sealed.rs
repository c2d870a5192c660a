//! A template's item as bytes.

use crate::codec::{Decode, Encode, Lanes, Out, Reader};
use crate::item::{Interaction, Item, Read};
use std::cell::OnceCell;
use std::ops::Deref;

/// An item kept as bytes and decoded anew for each draw: no code that copies items is in the pupil's download. Tools read
/// it as the item that it holds.
#[derive(Debug, Clone)]
pub struct Sealed {
    lanes: Lanes,
    read: OnceCell<Item>,
}

impl Sealed {
    /// Seals `item`.
    pub fn new(item: &Item) -> Self {
        let mut lanes = Lanes::default();
        item.encode(&mut lanes);
        Self { lanes, read: OnceCell::new() }
    }

    /// The item, to be filled; `None` if the bytes are damaged.
    pub fn open(&self) -> Option<Item> {
        self.lanes.reader().only().ok()
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
    /// By what they hold: a damaged pack may have it in more bytes than are ever written.
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Encode for Sealed {
    fn encode(&self, out: &mut impl Out) {
        Item::encode(self, out);
    }
}

impl Decode for Sealed {
    fn decode(input: &mut Reader<'_>) -> Self {
        let lanes = input.copied(|input| drop(Item::decode(input)));
        Self { lanes, read: OnceCell::new() }
    }
}
