//! A device: pages that are open, a clock that may be wrong, a build that may be newer, a disk.

use super::disk::{Disk, Full};
use course::item::{Response, Score};
use course::lesson::PartKind;
use course::rng::Rng;
use learning::event::{Attempt, Envelope, Event, EventId, Kind, LessonFinished, LessonOpened};
use learning::merge::{HERE, Record};

#[derive(Clone)]
pub struct Device {
    pub pages: Vec<Page>,
    pub disk: Disk,
    /// Milliseconds since 1970.
    pub clock: i64,
    /// Writes kinds and contents that this build does not know.
    pub newer: bool,
}

/// One page's life.
#[derive(Clone)]
pub struct Page {
    writer: u64,
    seq: u32,
    lamport: u64,
    /// What found no room.
    waiting: Vec<Vec<u8>>,
}

/// A device dies here.
pub struct Crash;

impl Device {
    pub fn new(newer: bool) -> Self {
        Self { pages: Vec::new(), disk: Disk::default(), clock: 1_772_409_600_000, newer }
    }

    /// Opens another page, two at most.
    pub fn open(&mut self, rng: &mut Rng) {
        if self.pages.len() < 2 {
            let lamport = self.disk.progress().lamport;
            self.pages.push(Page { writer: rng.next_u64(), seq: 0, lamport, waiting: Vec::new() });
        }
    }

    /// Something happens on one of the pages and is kept, or waits if there is no room.
    pub fn act(&mut self, rng: &mut Rng) -> Result<(), Crash> {
        self.clock += rng.below(60_000) as i64;
        let Some(at) = pick(self.pages.len(), rng) else { return Ok(()) };
        let mut records = std::mem::take(&mut self.pages[at].waiting);
        for _ in 0..=rng.below(3) {
            records.push(self.event(at, rng));
        }
        may_crash(rng)?;
        let kept = self.disk.append(&records);
        may_crash(rng)?;
        match kept {
            Ok(()) if rng.below(3) == 0 => drop(self.disk.take_snapshot()),
            Ok(()) => {}
            Err(Full) => self.pages[at].waiting = records,
        }
        Ok(())
    }

    /// What the next event is, as bytes.
    fn event(&mut self, at: usize, rng: &mut Rng) -> Vec<u8> {
        let page = &mut self.pages[at];
        let id = EventId { writer: page.writer, seq: page.seq };
        let event =
            Event { id, learner: 5, lamport: page.lamport, at: self.clock, kind: kind(rng) };
        page.seq += 1;
        page.lamport += 1;
        // As short as a tick, or a drawing.
        let length = 1 + rng.below(2) * rng.below(600);
        let body: Vec<u8> = (0..length).map(|_| rng.next_u64() as u8).collect();
        let Event { id, learner, lamport, at, .. } = event;
        let newer =
            |number: u8| Envelope { id, learner, lamport, at, number, body: &body }.to_bytes();
        match rng.below(8) {
            0 if self.newer => newer(200),
            // A known kind, what is in it unknown.
            1 if self.newer => newer(1),
            _ => event.to_bytes(),
        }
    }

    /// What a build of another time leaves behind: this one finds not even a name in it.
    pub fn leave(&mut self, rng: &mut Rng) {
        let record = Record::new(vec![2, rng.below(8) as u8], HERE + 1);
        drop(self.disk.put_aside(&[record]));
    }

    /// All pages are gone, and what waited on them.
    pub fn restart(&mut self, rng: &mut Rng) {
        self.pages.clear();
        self.open(rng);
    }
}

/// One time in sixteen.
pub fn may_crash(rng: &mut Rng) -> Result<(), Crash> {
    if rng.below(16) == 0 { Err(Crash) } else { Ok(()) }
}

pub fn pick(count: usize, rng: &mut Rng) -> Option<usize> {
    (count > 0).then(|| rng.below(count as u64) as usize)
}

fn kind(rng: &mut Rng) -> Kind {
    let (lesson, seed) = (["ma-01", "ma-02"][rng.below(2) as usize].to_owned(), rng.below(3));
    match rng.below(6) {
        0 => Kind::LessonOpened(LessonOpened { lesson, seed, forced: rng.below(8) == 0 }),
        1 => Kind::LessonFinished(LessonFinished { lesson, seed }),
        _ => Kind::ItemAttempted(Attempt {
            item: ["e1", "e2", "g.add"][rng.below(3) as usize].to_owned(),
            hash: 7,
            level: 1,
            seed: rng.below(9),
            forced: rng.below(8) == 0,
            part: [PartKind::Guided, PartKind::Exit][rng.below(2) as usize],
            response: Response::Choice(rng.below(4) as u8),
            score: Score::share(rng.below(3) as usize, 2),
            skills: vec![["ma.a", "ma.b"][rng.below(2) as usize].to_owned()],
            misconception: String::new(),
            hints: rng.below(2) as u8,
            solution: false,
            millis: 5_000,
            day: rng.below(40_000) as i64,
            lesson,
        }),
    }
}
