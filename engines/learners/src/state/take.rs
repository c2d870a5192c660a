//! Taking a file in: what is in it, whose it is, where it goes.

use super::copies::remembered;
use super::kept::{profile, summary};
use super::{Effect, Kept, NewRecord, State, Step, Summary};
use crate::person::{GUEST, Person};
use crate::words::{COLOURS, FACES, Message};
use course::digits::hex;
use course::rng::derive;
use learning::event::{Event, HistoryImported, Kind};
use learning::file::{self, File, FileError, Header};
use learning::merge::{Record, Union};
use learning::receipt::{Taken, take};

/// A file that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub file: File,
    pub summary: Summary,
    /// Someone here whose it is.
    pub owner: Option<String>,
    /// The picture that it tells of.
    pub face: Option<(u8, u8)>,
    /// What is kept of the owner, or of the one whose turn it is if nobody here is.
    pub kept: Kept,
    /// What it would bring to them.
    pub brings: Taken,
}

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To the learner here whose it is.
    Owner,
    /// To a learner who is new here.
    New,
    /// To the one whose turn it is, who says that it is theirs.
    Me,
}

impl Found {
    fn new(file: File, owner: Option<String>, kept: Kept, own: &[u64]) -> Self {
        let records: Vec<Record> =
            file.records.iter().map(|it| Record::new(it.clone(), file.header.origin())).collect();
        let brings = take(&kept.union, &file, own, &kept.vectors);
        let (summary, profile) = (summary(&records), profile(&records));
        let face = profile.map(|(_, face, colour)| (face, colour));
        Self { file, summary, owner, face, kept, brings }
    }

    /// What is kept of the owner was read.
    pub(super) fn met(&mut self, key: &str, kept: Kept) {
        if self.owner.as_deref() == Some(key) {
            let own = kept.own(self.file.header.learner);
            *self = Self::new(self.file.clone(), self.owner.clone(), kept, &own);
        }
    }
}

impl State {
    /// A file was chosen, or came with an address: shows what is in it. Nothing changes yet.
    ///
    /// Anybody can make an address. So what came with one and says of nobody whose it is belongs to nobody before someone says that it
    /// is theirs, though in a file that they chose it would be.
    pub(super) fn found(&mut self, bytes: &[u8], carried: bool) -> Vec<Effect> {
        let Some(mine) = self.mine.clone() else { return Vec::new() };
        let me = self.me();
        let own = mine.own(me.learner);
        let file = match file::read(bytes) {
            Err(FileError::Foreign) => match unsaved(bytes, me.learner).filter(|_| !carried) {
                Some(file) => file,
                None => return self.refused(Message::Foreign),
            },
            Err(FileError::TooNew { .. }) => return self.refused(Message::TooNew),
            Err(FileError::TooLarge) => return self.refused(Message::TooLarge),
            Err(FileError::Cut | FileError::Damaged) => return self.refused(Message::Damaged),
            Ok(file) => file,
        };
        let learner = file.header.learner;
        let is_mine = own.contains(&learner) && (learner != 0 || !carried);
        let other = self.people.iter().find(|it| learner != 0 && it.learner == learner);
        let owner = if is_mine { Some(me.key) } else { other.map(|it| it.key.clone()) };
        let read = owner.clone().filter(|it| *it != self.place.key);
        self.step = Step::Found(Box::new(Found::new(file, owner, mine, &own)));
        read.into_iter().map(Effect::Read).collect()
    }

    fn refused(&mut self, why: Message) -> Vec<Effect> {
        self.say(why);
        Vec::new()
    }

    /// What is in the file is kept: beside what is there, changing nothing of it.
    pub(super) fn take(&mut self, target: &Target) -> Vec<Effect> {
        let Step::Found(found) = self.step.clone() else { return Vec::new() };
        let header = found.file.header;
        let mut added = None;
        let (person, kept, own) = match target {
            Target::Owner => {
                let key = found.owner.clone().unwrap_or_default();
                let person = self.person(&key).cloned().unwrap_or_else(|| self.me());
                let own = found.kept.own(person.learner);
                (person, found.kept.clone(), own)
            }
            Target::New => {
                let person = self.newcomer(&found);
                added = Some(person.clone());
                (person, Kept::default(), vec![header.learner])
            }
            Target::Me => {
                let me = self.me();
                let mut own = found.kept.own(me.learner);
                own.push(header.learner);
                (me, found.kept.clone(), own)
            }
        };
        let taken = take(&kept.union, &found.file, &own, &kept.vectors);
        let mut records: Vec<NewRecord> =
            taken.log.iter().chain(&taken.aside).map(NewRecord::brought).collect();
        if *target == Target::Me && header.learner != 0 {
            records.push(self.claim(&found, &taken, &person));
        }
        let mut vectors = kept.vectors.clone();
        if let Some(sender) = &taken.sender {
            remembered(&mut vectors, sender.clone());
        }
        let mut effects = vec![Effect::Keep { key: person.key.clone(), records, vectors }];
        if let Some(added) = added {
            effects.extend(self.save(&added));
        }
        if person.key == self.place.key {
            effects.push(Effect::Read(person.key.clone()));
        }
        self.once_done(Step::Arrived(taken.receipt, person.key));
        effects
    }

    /// That what this file's learner did is one's own. Without such a word a file leaves no event: two devices that have exchanged
    /// all have the same.
    fn claim(&self, found: &Found, taken: &Taken, person: &Person) -> NewRecord {
        let header = found.file.header;
        let brought = taken.log.iter().chain(&taken.aside).cloned().collect();
        let all =
            Kept { union: found.kept.union.clone().with(Union::of(brought)), vectors: Vec::new() };
        let kind = Kind::HistoryImported(HistoryImported {
            learner: header.learner,
            own: true,
            origin: header.origin(),
            records: (taken.log.len() + taken.aside.len()) as u32,
        });
        let writer = derive(self.place.chance, &header.origin().to_le_bytes());
        NewRecord::of(&all.event(writer, person.learner, self.place.now, kind))
    }

    /// Someone who was not here before: with the picture that the file tells of, if nobody here has it.
    fn newcomer(&mut self, found: &Found) -> Person {
        let mut person = Person::guest(&hex(self.draw()));
        person.learner = found.file.header.learner;
        if person.learner == 0 {
            person.learner = self.draw();
        }
        let all = (0..COLOURS.len() as u8)
            .flat_map(|colour| (0..FACES.len() as u8).map(move |face| (face, colour)));
        let free = found
            .face
            .into_iter()
            .chain(all)
            .find(|it| !self.people.iter().any(|one| (one.face, one.colour) == *it));
        (person.face, person.colour) = free.unwrap_or((GUEST, 0));
        person
    }
}

/// What the app saves where there is no room for an answer: events, each after its length in four bytes.
fn unsaved(bytes: &[u8], learner: u64) -> Option<File> {
    let mut records = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (record, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        Event::from_bytes(record).ok()?;
        records.push(record.to_vec());
        rest = after;
    }
    let count = records.len() as u32;
    let header =
        Header { learner, base: 0, state: 0, had: count, count, check: derive(0, bytes) as u32 };
    (count > 0).then_some(File { header, records, fault: None })
}
