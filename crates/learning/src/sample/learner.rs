//! A learner with up to three devices, whose clocks are wrong in their own ways.

use super::catalogue;
use crate::event::{
    Attempt, Event, EventId, HistoryImported, Kind, LessonFinished, LessonOpened, ProfileChanged,
};
use crate::merge::{HERE, Record, Union};
use course::catalogue::Entry;
use course::item::{Response, Score};
use course::lesson::PartKind;
use course::rng::{Rng, derive};

pub(super) const DAY: i64 = 86_400_000;
/// Sittings, a few days apart.
const SITTINGS: u64 = 24;
/// What a page meets on the way through a lesson.
const PARTS: [PartKind; 8] = [
    PartKind::Recall,
    PartKind::Worked,
    PartKind::Faded,
    PartKind::Guided,
    PartKind::Mixed,
    PartKind::Exit,
    PartKind::Exit,
    PartKind::Exit,
];

/// The number of the learner `seed`, and the records as they lie on a device that has met all the others.
pub fn log(seed: u64) -> (u64, Union) {
    let mut learner = Learner::new(seed);
    for _ in 0..SITTINGS {
        learner.sitting();
    }
    let all = learner.devices.into_iter().map(|it| Union::of(it.records));
    (learner.number, all.fold(Union::default(), |all, device| device.with(all)))
}

struct Device {
    writer: u64,
    /// Who the learner is there: perhaps not yet anybody, or known by another number.
    learner: u64,
    seq: u32,
    /// What the next event carries.
    lamport: u64,
    /// By so many days its clock is ahead.
    ahead: i64,
    records: Vec<Record>,
}

struct Learner {
    rng: Rng,
    number: u64,
    /// Of ten answers so many are right.
    able: u64,
    day: i64,
    devices: Vec<Device>,
    /// The device in hand.
    at: usize,
    lessons: Vec<Entry>,
    /// The lesson that was learned last.
    lesson: usize,
}

impl Learner {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::new(derive(seed, b"learner"));
        let device = |rng: &mut Rng| {
            // Right, set to 1970, from a later year, some days off.
            let ahead = [0, -20_500, 9_000, rng.below(90) as i64 - 45];
            let ahead = ahead[rng.below(4) as usize];
            Device {
                writer: rng.next_u64(),
                learner: 0,
                seq: 0,
                lamport: 0,
                ahead,
                records: Vec::new(),
            }
        };
        let devices = (0..=rng.below(3)).map(|_| device(&mut rng)).collect();
        let units = catalogue().courses.into_iter().flat_map(|it| it.units);
        let lessons: Vec<Entry> = units.flat_map(|it| it.lessons).collect();
        let lesson = rng.below(lessons.len() as u64) as usize;
        let (number, able) = (rng.next_u64(), 2 + rng.below(9));
        let mut learner = Self { rng, number, able, day: 20_500, devices, at: 0, lessons, lesson };
        for at in 0..learner.devices.len() {
            let other = learner.rng.next_u64();
            learner.devices[at].learner = [number, number, 0, other][learner.rng.below(4) as usize];
        }
        learner
    }

    /// A lesson or reviews, on one device; perhaps devices meet before, and clocks are set.
    fn sitting(&mut self) {
        self.day += [0, 1, 1, 3, 8, 70][self.rng.below(6) as usize];
        self.at = self.rng.below(self.devices.len() as u64) as usize;
        if self.rng.below(3) == 0 {
            self.meet();
        }
        if self.rng.below(9) == 0 {
            self.devices[self.at].ahead = self.rng.below(800) as i64 - 400;
        }
        match self.rng.below(14) {
            0..8 => self.lesson(),
            8..11 => self.reviews(),
            11 => self.profile(),
            12 => self.claim(),
            _ => {
                let body = (0..self.rng.below(20)).map(|_| self.rng.below(256) as u8).collect();
                let number = 200 + self.rng.below(56) as u8;
                self.did(Kind::Unknown(number, body));
            }
        }
    }

    fn profile(&mut self) {
        let (face, colour) = (self.rng.below(12) as u8, self.rng.below(6) as u8);
        self.did(Kind::ProfileChanged(ProfileChanged { face, colour }));
    }

    /// A file of one device was taken in on another: it was said to be their own, or not.
    fn claim(&mut self) {
        let from = self.rng.below(self.devices.len() as u64) as usize;
        let learner = self.devices[from].learner;
        let (own, origin) = (self.rng.below(2) == 0, self.rng.next_u64());
        let records = self.devices[from].records.len() as u32;
        self.did(Kind::HistoryImported(HistoryImported { learner, own, origin, records }));
    }

    /// All devices see what any has seen; records go from one to another.
    fn meet(&mut self) {
        let seen = self.devices.iter().map(|it| it.lamport).max().unwrap_or_default();
        let some = self.devices.iter().flat_map(|it| it.records.iter().step_by(2).cloned());
        let some: Vec<Record> = some.collect();
        for device in &mut self.devices {
            device.lamport = seen;
        }
        self.devices[self.at].records.extend(some);
    }

    fn lesson(&mut self) {
        if self.rng.below(2) == 0 {
            self.lesson = (self.lesson + 1) % self.lessons.len();
        }
        let seed = self.rng.below(3);
        let lesson = self.lessons[self.lesson].id.clone();
        let forced = self.rng.below(12) == 0;
        if self.rng.below(6) > 0 {
            let lesson = lesson.clone();
            self.did(Kind::LessonOpened(LessonOpened { lesson, seed, forced }));
        }
        let stops = 3 + self.rng.below(PARTS.len() as u64 - 2) as usize;
        for (at, part) in PARTS.into_iter().enumerate().take(stops) {
            let seed = derive(seed, &[at as u8]);
            for _ in 0..=self.rng.below(2) {
                self.answer(part, seed, forced);
            }
        }
        if stops == PARTS.len() {
            self.did(Kind::LessonFinished(LessonFinished { lesson, seed }));
        }
    }

    fn reviews(&mut self) {
        let learned = self.lesson;
        for _ in 0..=self.rng.below(5) {
            self.lesson = learned.saturating_sub(self.rng.below(3) as usize);
            let (seed, placed) = (self.rng.next_u64(), self.rng.below(5) == 0);
            let part = if placed { PartKind::Placement } else { PartKind::Review };
            self.answer(part, seed, false);
        }
        self.lesson = learned;
    }

    fn answer(&mut self, part: PartKind, seed: u64, forced: bool) {
        let rng = &mut self.rng;
        let right = if rng.below(10) < self.able { 2 } else { rng.below(2) as usize };
        let exit = part == PartKind::Exit;
        let hints = if exit { 0 } else { rng.below(6).saturating_sub(3) as u8 };
        let lesson = &self.lessons[self.lesson];
        let from = rng.below(lesson.skills.len() as u64) as usize;
        let skills = lesson.skills[from..].to_vec();
        let attempt = Attempt {
            lesson: lesson.id.clone(),
            item: format!("{}.e{}", lesson.id, seed % 9),
            hash: (seed % 5) as u32,
            level: rng.below(4) as u8,
            seed,
            forced,
            part,
            response: response(rng),
            score: Score::share(right, 2),
            skills,
            misconception: if right == 0 { "x.off1".to_owned() } else { String::new() },
            hints,
            solution: !exit && rng.below(12) == 0,
            millis: rng.below(90_000) as u32,
            day: self.day + self.devices[self.at].ahead,
        };
        self.did(Kind::ItemAttempted(attempt));
    }

    fn did(&mut self, kind: Kind) {
        let minutes = self.rng.below(900) as i64;
        let device = &mut self.devices[self.at];
        let id = EventId { writer: device.writer, seq: device.seq };
        let at = (self.day + device.ahead) * DAY + minutes * 60_000;
        let event = Event { id, learner: device.learner, lamport: device.lamport, at, kind };
        (device.seq, device.lamport) = (device.seq + 1, device.lamport + 1);
        device.records.push(Record::new(event.to_bytes(), HERE));
        // Once in a while another device has the same name: both records stay, one counts.
        if self.rng.below(40) == 0 {
            let other = Event { at: at - 1, ..event };
            device.records.push(Record::new(other.to_bytes(), self.rng.below(3)));
        }
    }
}

/// One of each kind.
fn response(rng: &mut Rng) -> Response {
    let row = |rng: &mut Rng| (0..rng.below(5)).map(|_| rng.below(9) as u8).collect();
    match rng.below(11) {
        0 => Response::Choice(rng.below(4) as u8),
        1 => Response::Typed(["12", "-3/4", "", "one hen"][rng.below(4) as usize].to_owned()),
        2 => Response::Order(row(rng)),
        3 => Response::Match(row(rng)),
        4 => Response::Sort(row(rng)),
        5 => Response::Tiles(row(rng)),
        6 => Response::Numline(rng.below(1_000) as u16),
        7 => Response::Grid((0..rng.below(4)).map(|_| rng.below(400) as u16).collect()),
        8 => Response::Read,
        9 => Response::Check((0..rng.below(4)).map(|_| rng.below(2) == 0).collect()),
        _ => Response::Multi(row(rng)),
    }
}
