//! Digests of what is asked, so that an edited item is told from the one that was answered.
//!
//! They tell versions of one item apart and nothing else, and nobody gains by forging one: 14 bits overlook one edit in
//! 16,384 and take two bytes of a pack, where no compression makes them less.
//!
//! An item has one digest in all languages, that of its base, so that a lesson that is gone on with in another language
//! asks nothing again. An edit of a translation alone is no other item.

use course::codec::{Encode, to_bytes};
use course::generator::Generator;
use course::item::Item;
use course::lesson::{Lesson, Slot};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The digest of an item whose pictures are numbered by `names`: other items of the lesson do not change it.
pub(crate) fn item(item: &Item, names: &[String]) -> u32 {
    digest(&Item { hash: 0, ..item.clone() }, names)
}

/// The digest of a generator whose pictures are numbered by `names`.
pub(crate) fn generator(generator: &Generator, names: &[String]) -> u32 {
    digest(&Generator { hash: 0, ..generator.clone() }, names)
}

/// Gives what is asked in a translation the digests of its base.
pub(crate) fn carry(base: &Lesson, translation: &mut Lesson) {
    let digests = crate::texts::written(base).map(|it| (it.id.as_str(), it.hash));
    let digests: BTreeMap<&str, u32> =
        digests.chain(base.generators.iter().map(|it| (it.id.as_str(), it.hash))).collect();
    let carry = |id: &str, hash: &mut u32| *hash = digests.get(id).copied().unwrap_or(*hash);
    for slot in translation.parts.iter_mut().flat_map(|it| &mut it.slots) {
        match slot {
            Slot::Pool(pool) => pool.items.iter_mut().for_each(|it| carry(&it.id, &mut it.hash)),
            Slot::Card(_) | Slot::Draw(_) => {}
        }
    }
    translation.generators.iter_mut().for_each(|it| carry(&it.id, &mut it.hash));
}

fn digest(value: &impl Encode, names: &[String]) -> u32 {
    let mut bytes = to_bytes(value);
    bytes.extend(to_bytes(&names.to_vec()));
    let hash = Sha256::digest(&bytes);
    u32::from(u16::from_le_bytes([hash[0], hash[1]]) & 0x3fff)
}
