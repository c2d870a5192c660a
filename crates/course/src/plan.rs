//! The way through a lesson: which cards and items a learner meets, in order, fixed by one seed.

use crate::forever::Forever;
use crate::item::{Interaction, Item};
use crate::lesson::{Card, Draw, Lesson, PartKind, Slot};
use crate::rng::{Rng, derive};
use std::ops::Deref;

/// A stop on the way through a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The place of the part in the lesson.
    pub part: usize,
    /// The place of the slot in the part.
    pub slot: usize,
    /// Which of a pool's items; 0 elsewhere.
    pub item: usize,
    /// Fixes what a generator draws and how options are shuffled.
    pub seed: u64,
}

/// What is met at a stop.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one at a time is met, and most are items")]
pub enum Met {
    /// Something to read.
    Card(Card),
    /// Something to answer, and whether it came from a generator.
    Item(Item, Origin),
}

/// Where an item came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It stands in the lesson as it is.
    Written,
    /// A generator made it at this level.
    Generated(u8),
}

/// The stops of `lesson` for `seed`.
///
/// A stop's own seed comes from the names of its slot and item, and so does whether it is among those that are met: what
/// an author adds, takes out or puts elsewhere leaves the other stops as they are.
pub fn plan(lesson: &Lesson, seed: u64) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (part, it) in lesson.parts.iter().enumerate() {
        let part_seed = derive(seed, &[part as u8]);
        let names = it.slots.iter().enumerate().map(|(at, slot)| match slot {
            Slot::Card(_) => derive(part_seed, &[at as u8]),
            Slot::Pool(pool) => derive(part_seed, pool.id.as_bytes()),
            Slot::Draw(draw) => derive(part_seed, draw.id.as_bytes()),
        });
        let wanted = it.draw.map_or(it.slots.len(), usize::from);
        for slot in choose(&names.collect::<Vec<_>>(), wanted) {
            match &it.slots[slot] {
                Slot::Card(_) => stops.push(Stop { part, slot, item: 0, seed }),
                Slot::Pool(pool) => {
                    let pool_seed = derive(seed, pool.id.as_bytes());
                    let items = pool.items.iter().map(|it| derive(pool_seed, it.id.as_bytes()));
                    let seeds: Vec<u64> = items.collect();
                    let chosen = choose(&seeds, pool.draw.into());
                    stops.extend(chosen.into_iter().map(|item| Stop {
                        part,
                        slot,
                        item,
                        seed: seeds[item],
                    }));
                }
                Slot::Draw(draw) => {
                    let slot_seed = derive(seed, draw.id.as_bytes());
                    stops.extend((0..draw.draw).map(|at| {
                        let seed = derive(slot_seed, &[at]);
                        Stop { part, slot, item: 0, seed }
                    }));
                }
            }
        }
    }
    stops
}

/// Names what is asked by an item with this seed and digest: an edited one has another mark.
pub fn mark(seed: u64, hash: u32) -> u64 {
    seed ^ u64::from(hash)
}

/// The mark of what is asked at `stop`; nothing is on a card.
pub fn asked(lesson: &Lesson, stop: Stop) -> Option<u64> {
    let hash = match slot(lesson, stop)? {
        Slot::Card(_) => return None,
        Slot::Pool(pool) => pool.items.get(stop.item)?.hash,
        Slot::Draw(draw) => lesson.generators.get(usize::from(draw.generator))?.hash,
    };
    Some(mark(stop.seed, hash))
}

/// Where a skill is met again: an item of the practice or the check that exercises it, fixed by `seed`.
pub fn again(lesson: &Lesson, skill: &str, seed: u64) -> Option<Stop> {
    let mut rng = Rng::new(seed);
    let mut stops = Vec::new();
    for (part, it) in lesson.parts.iter().enumerate() {
        if !(PartKind::Guided..=PartKind::Exit).contains(&it.kind) {
            continue;
        }
        for (slot, it) in it.slots.iter().enumerate() {
            let items = if let Slot::Pool(pool) = it { pool.items.len() as u64 } else { 1 };
            stops.push(Stop { part, slot, item: rng.below(items.max(1)) as usize, seed });
        }
    }
    rng.shuffle(&mut stops);
    stops.into_iter().find(|stop| exercises(lesson, *stop, skill))
}

fn exercises(lesson: &Lesson, stop: Stop, skill: &str) -> bool {
    let fits = |item: &Item| {
        let marked = !matches!(item.interaction, Interaction::Read(_) | Interaction::Check(_));
        marked && item.skills.iter().any(|it| it == skill)
    };
    match slot(lesson, stop) {
        Some(Slot::Pool(pool)) => pool.items.get(stop.item).is_some_and(fits),
        Some(Slot::Draw(draw)) => drawn(lesson, draw, stop).is_some_and(|item| fits(&item)),
        Some(Slot::Card(_)) | None => false,
    }
}

/// What a learner meets at `stop`; `None` only for a stop of another lesson or a generator that cannot draw.
pub fn meet(lesson: &Lesson, stop: Stop) -> Option<Met> {
    match slot(lesson, stop)? {
        Slot::Card(card) => Some(Met::Card(card.clone())),
        Slot::Pool(pool) => {
            pool.items.get(stop.item).map(|item| Met::Item(item.clone(), Origin::Written))
        }
        Slot::Draw(draw) => {
            drawn(lesson, draw, stop).map(|item| Met::Item(item, Origin::Generated(draw.level)))
        }
    }
}

/// An item that is met: where it stands in its lesson, or as it was drawn.
#[derive(Debug)]
pub enum Held {
    /// In a pool of the lesson.
    Written(Forever<Lesson>, Stop),
    /// Drawn at this level.
    Drawn(Box<Item>, u8),
}

impl Held {
    /// The item at `stop`, without a copy; `None` where there is none.
    pub fn new(lesson: &Forever<Lesson>, stop: Stop) -> Option<Self> {
        match slot(lesson, stop)? {
            Slot::Card(_) => None,
            Slot::Pool(pool) => pool.items.get(stop.item).map(|_| Self::Written(*lesson, stop)),
            Slot::Draw(draw) => {
                drawn(lesson, draw, stop).map(|item| Self::Drawn(Box::new(item), draw.level))
            }
        }
    }

    /// Where it came from.
    pub const fn origin(&self) -> Origin {
        match self {
            Self::Written(..) => Origin::Written,
            Self::Drawn(_, level) => Origin::Generated(*level),
        }
    }
}

impl Deref for Held {
    type Target = Item;

    fn deref(&self) -> &Item {
        match self {
            Self::Written(lesson, stop) => match slot(lesson, *stop) {
                Some(Slot::Pool(pool)) => &pool.items[stop.item],
                Some(Slot::Card(_) | Slot::Draw(_)) | None => {
                    unreachable!("only made where there is one")
                }
            },
            Self::Drawn(item, _) => item,
        }
    }
}

/// The card at `stop`, if there stands one.
pub fn card(lesson: &Lesson, stop: Stop) -> Option<&Card> {
    match slot(lesson, stop)? {
        Slot::Card(card) => Some(card),
        Slot::Pool(_) | Slot::Draw(_) => None,
    }
}

fn slot(lesson: &Lesson, stop: Stop) -> Option<&Slot> {
    lesson.parts.get(stop.part)?.slots.get(stop.slot)
}

fn drawn(lesson: &Lesson, draw: &Draw, stop: Stop) -> Option<Item> {
    lesson.generators.get(usize::from(draw.generator))?.item(stop.seed, draw.level)
}

/// The part that `stop` belongs to.
pub fn part(lesson: &Lesson, stop: Stop) -> Option<PartKind> {
    lesson.parts.get(stop.part).map(|part| part.kind)
}

/// The order in which `count` things are shown for `seed`: places in the source, shuffled.
pub fn shuffled(count: usize, seed: u64) -> Vec<u8> {
    let mut places: Vec<u8> = (0..count).map(|place| place as u8).collect();
    Rng::new(derive(seed, b"shuffle")).shuffle(&mut places);
    places
}

/// The places of the `wanted` smallest, in rising order; without the kilobytes of a sort.
fn choose(names: &[u64], wanted: usize) -> Vec<usize> {
    let smaller = |than: u64| names.iter().filter(|it| **it < than).count();
    (0..names.len()).filter(|at| smaller(names[*at]) < wanted).collect()
}

#[cfg(test)]
mod tests;
