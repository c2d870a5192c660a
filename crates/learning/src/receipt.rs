//! Taking a learner file in: what it brings, what becomes of it, and a receipt.

use crate::event::{Event, EventId};
use crate::file::{File, Header};
use crate::merge::{Record, Union};
use crate::vector::Vector;

/// What to keep of a file, and what to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// To be appended to the log: events whose names are new here.
    pub log: Vec<Record>,
    /// To be kept beside the log with their origin: those whose name another record bears, and those without a name.
    pub aside: Vec<Record>,
    /// What arrived.
    pub receipt: Receipt,
    /// What the sender had, if that can be told: to be remembered, so that the next file to it can be short.
    pub sender: Option<Vector>,
}

/// What arrived. Each record counts once under `new`, `known`, `aside` or `unreadable`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// What the file said of itself.
    pub header: Header,
    /// Kept, and understood.
    pub new: u32,
    /// Here already, byte for byte.
    pub known: u32,
    /// Kept beside another record of the same name: one of the two is not what it says.
    pub aside: u32,
    /// Kept, though this version cannot read it.
    pub unreadable: u32,
    /// Of the new ones, those that are this learner's own: the others are no evidence of what they know.
    pub own: u32,
    /// Not arrived: the file was cut or damaged.
    pub lost: u32,
    /// The file goes on from what is not here: a whole one is needed.
    pub gap: bool,
}

/// Whether one of the learners in `own` did it, or one who had no number yet.
pub fn is_own(event: &Event, own: &[u64]) -> bool {
    event.learner == 0 || own.contains(&event.learner)
}

/// What `file` brings to a device that has `here`, whose learner is known by the numbers `own`, and that
/// remembers the vectors `known` of files that it made and took.
pub fn take(here: &Union, file: &File, own: &[u64], known: &[Vector]) -> Taken {
    let header = file.header;
    let records = file.records.iter().map(|bytes| Record::new(bytes.clone(), header.origin()));
    let brought = Union::of(records.collect());
    let names = here.vector();
    let base = base(header.base, &names, known);
    let mut taken = Taken {
        log: Vec::new(),
        aside: Vec::new(),
        receipt: Receipt {
            header,
            new: 0,
            known: 0,
            aside: 0,
            unreadable: 0,
            own: 0,
            lost: file.lost(),
            gap: base.is_none(),
        },
        sender: base
            .filter(|_| header.state != 0 && file.lost() == 0)
            .map(|base| base.with(&brought.vector(), header.had, header.state)),
    };
    let mut before = None;
    for record in brought.records() {
        let first = record.id().filter(|id| !names.holds(*id) && before != Some(*id));
        before = record.id();
        if here.has(record) {
            taken.receipt.known += 1;
        } else {
            taken.keep(record, first, own);
        }
    }
    taken
}

impl Taken {
    /// Keeps a record that is not here: in the log, if no other has its name.
    fn keep(&mut self, record: &Record, first: Option<EventId>, own: &[u64]) {
        let Self { log, aside, receipt, .. } = self;
        match (record.event(), first) {
            (None, _) => receipt.unreadable += 1,
            (Some(_), None) => receipt.aside += 1,
            (Some(event), Some(_)) => {
                receipt.new += 1;
                receipt.own += u32::from(is_own(&event, own));
            }
        }
        let kept = if first.is_some() { log } else { aside };
        kept.push(record.clone());
    }
}

/// The vector of this digest: of nothing, of what is here, or of what was here once.
fn base(digest: u64, here: &Vector, known: &[Vector]) -> Option<Vector> {
    let vectors = [&Vector::default(), here];
    vectors.into_iter().chain(known).find(|it| it.digest == digest).cloned()
}

#[cfg(test)]
mod tests;
