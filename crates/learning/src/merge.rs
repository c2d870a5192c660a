//! Putting together what several devices, files and tabs have: a union of sets of records.
//!
//! A record is an event as bytes, whatever can be read of it. Two records are the same if all their bytes are; nothing is
//! left out, and no clock is asked. If two records with one name differ, both stay. One of them counts, by a rule that
//! depends on no order of arrival: what stands in this device's log goes before what was brought, then the smaller bytes
//! before the larger. So what was brought never takes the place of what was here.

use crate::event::{Envelope, Event, EventId, Order};
use crate::vector::Vector;
use std::cmp::Ordering;

/// The origin of what stands in this device's own log.
pub const HERE: u64 = 0;

/// An event as bytes, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// As it was written.
    pub bytes: Vec<u8>,
    /// [`HERE`], or the name of the file that brought it.
    pub origin: u64,
    /// Its place in the canonical order, if it says so: then it has a name too.
    place: Option<Order>,
}

/// Records, each once.
///
/// Kept by name, then by bytes; those without a name come first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Union(Vec<Record>);

impl Record {
    /// A record that came from `origin`.
    pub fn new(bytes: Vec<u8>, origin: u64) -> Self {
        let place = Envelope::from_bytes(&bytes).ok().map(|it| it.order());
        Self { bytes, origin, place }
    }

    /// The name of the event, if this version can read as much.
    pub fn id(&self) -> Option<EventId> {
        self.place.map(|(_, id)| id)
    }

    /// The event, if this version can read it.
    pub fn event(&self) -> Option<Event> {
        Event::from_bytes(&self.bytes).ok()
    }

    /// The order in which a union keeps records; equal if they are the same.
    fn order(&self, other: &Self) -> Ordering {
        self.id().cmp(&other.id()).then_with(|| self.bytes.cmp(&other.bytes))
    }
}

impl Union {
    /// The union of single records, in whatever order they come.
    pub fn of(records: Vec<Record>) -> Self {
        Self(sorted(records, Record::order))
    }

    /// The union of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(merged(self.0, other.0, Record::order))
    }

    /// Every record.
    pub fn records(&self) -> &[Record] {
        &self.0
    }

    /// Whether this record is there, whatever its origin.
    pub fn has(&self, record: &Record) -> bool {
        self.0.binary_search_by(|it| it.order(record)).is_ok()
    }

    /// What counts, in the canonical order: of each name one record. Some may be of kinds that this version does not
    /// know, or not be read by it at all.
    pub fn events(&self) -> Vec<Record> {
        let counting = self.named().filter_map(counts).cloned().collect();
        sorted(counting, |one, other| one.place.cmp(&other.place))
    }

    /// What is kept and does not count: records whose name another bears, and those without a name.
    pub fn aside(&self) -> impl Iterator<Item = &Record> {
        self.0.chunk_by(|one, other| one.id() == other.id()).flat_map(|alike| {
            let counts = counts(alike);
            alike.iter().filter(move |it| {
                it.id().is_none() || !counts.is_some_and(|one| std::ptr::eq(one, *it))
            })
        })
    }

    /// Which records there are.
    pub fn vector(&self) -> Vector {
        Vector::of(self.0.iter().map(|it| (it.id(), it.bytes.as_slice())))
    }

    /// What a device lacks that had `known`, as this one once did or was told; all that shares its name or has none as well, since
    /// the ranges do not tell of it.
    pub fn since(&self, known: &Vector) -> Self {
        let mut lacking = Vec::new();
        for alike in self.0.chunk_by(|one, other| one.id() == other.id()) {
            let there = alike[0].id().is_some_and(|id| known.holds(id));
            if alike.len() > 1 || !there {
                lacking.extend_from_slice(alike);
            }
        }
        Self(lacking)
    }

    fn named(&self) -> impl Iterator<Item = &[Record]> {
        self.0.chunk_by(|one, other| one.id() == other.id()).filter(|alike| alike[0].id().is_some())
    }
}

/// Of records with one name the one that counts.
fn counts(alike: &[Record]) -> Option<&Record> {
    // They are in the order of their bytes, and the first of equals is taken.
    alike.iter().min_by_key(|it| it.origin != HERE)
}

/// Puts `list` in order and joins equals. The standard library's sorting would be four times as large in the download.
fn sorted(mut list: Vec<Record>, order: fn(&Record, &Record) -> Ordering) -> Vec<Record> {
    if list.len() < 2 {
        return list;
    }
    let rest = list.split_off(list.len() / 2);
    merged(sorted(list, order), sorted(rest, order), order)
}

/// Two lists in order as one; equals are joined.
fn merged(
    list: Vec<Record>,
    other: Vec<Record>,
    order: fn(&Record, &Record) -> Ordering,
) -> Vec<Record> {
    let mut all = Vec::with_capacity(list.len() + other.len());
    let mut other = other.into_iter().peekable();
    for mut next in list {
        while let Some(smaller) = other.next_if(|it| order(it, &next) == Ordering::Less) {
            all.push(smaller);
        }
        if let Some(equal) = other.next_if(|it| order(it, &next) == Ordering::Equal) {
            // The origin is the smallest: here, if it was here.
            next.origin = next.origin.min(equal.origin);
        }
        all.push(next);
    }
    all.extend(other);
    all
}

#[cfg(test)]
pub(crate) mod tests;
