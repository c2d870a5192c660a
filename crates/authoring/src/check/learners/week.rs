//! A class's week, to see what its records weigh and that none is lost.

use super::{LEARNERS, Learner, respond};
use course::item::{Item, Score};
use course::lesson::Lesson;
use course::plan::{Met, Origin, Stop, meet, part, plan};
use course::rng::{Rng, derive};
use learning::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};
use learning::file;
use learning::merge::{HERE, Record, Union};
use learning::receipt::{Taken, take};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const PUPILS: u64 = 40;
/// Answers of a pupil in a week.
const ANSWERS: usize = 150;
const DAY: i64 = 86_400_000;
/// A Monday, 8:00 by the device's clock.
const MONDAY: i64 = 20_514 * DAY;

/// A pupil on a device of their own. Times are as random as a child's are, or they would weigh less.
struct Pupil {
    rng: Rng,
    learner: u64,
    events: Vec<Event>,
    writer: u64,
    seq: u32,
    now: i64,
}

impl Pupil {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        Self { learner: rng.next_u64(), writer: 0, seq: 0, now: MONDAY, events: Vec::new(), rng }
    }

    /// Goes through lessons until the week's answers are given, two a day or so, each on a page of its own.
    fn week(mut self, lessons: &[&Lesson]) -> Self {
        let first = self.rng.below(lessons.len() as u64) as usize;
        for lesson in lessons.iter().cycle().skip(first) {
            if self.answers() >= ANSWERS {
                break;
            }
            if self.rng.below(2) == 0 {
                self.now += DAY;
            }
            self.now += self.rng.below(3_600_000) as i64;
            (self.writer, self.seq) = (self.rng.next_u64(), 0);
            self.lesson(lesson);
        }
        self
    }

    fn answers(&self) -> usize {
        self.events.iter().filter(|it| matches!(it.kind, Kind::ItemAttempted(_))).count()
    }

    fn lesson(&mut self, lesson: &Lesson) {
        let (id, seed) = (lesson.id.clone(), self.rng.next_u64());
        let mut opened = false;
        for stop in plan(lesson, seed) {
            match meet(lesson, stop) {
                Some(Met::Item(item, origin)) => {
                    for attempt in 0..3 {
                        let (attempt, millis) = self.attempt(lesson, stop, &item, origin, attempt);
                        self.now += i64::from(millis);
                        if !opened {
                            opened = true;
                            let opened = LessonOpened { lesson: id.clone(), seed, forced: false };
                            self.enter(Kind::LessonOpened(opened));
                        }
                        let done = attempt.score == Score::FULL;
                        self.enter(Kind::ItemAttempted(attempt));
                        // The feedback is read.
                        self.now += 1_500 + self.rng.below(6_000) as i64;
                        if done {
                            break;
                        }
                    }
                }
                Some(Met::Card(_)) => self.now += 4_000 + self.rng.below(20_000) as i64,
                None => panic!("nothing is met"),
            }
        }
        self.enter(Kind::LessonFinished(LessonFinished { lesson: id, seed }));
    }

    fn attempt(
        &mut self,
        lesson: &Lesson,
        stop: Stop,
        item: &Item,
        origin: Origin,
        nth: u32,
    ) -> (Attempt, u32) {
        let kind = match self.rng.below(10) {
            0..7 => Learner::AlwaysRight,
            7..9 => Learner::Tempted,
            _ => LEARNERS[2],
        };
        let response = respond(item, kind, &mut self.rng);
        let verdict = item.interaction.judge(&response);
        let (score, feedback) = (verdict.score.expect("readable"), verdict.feedback);
        let misconception = feedback.map(|it| it.misconception.clone()).unwrap_or_default();
        // Most take about eight seconds, some a minute.
        let millis =
            1_500 + (0..3).map(|_| self.rng.below(5_000)).sum::<u64>() * (1 + self.rng.below(3));
        let attempt = Attempt {
            lesson: lesson.id.clone(),
            item: item.id.clone(),
            hash: item.hash,
            level: match origin {
                Origin::Written => 0,
                Origin::Generated(level) => level,
            },
            seed: stop.seed,
            forced: false,
            part: part(lesson, stop).expect("a part"),
            response,
            score,
            skills: item.skills.clone(),
            misconception,
            hints: nth.min(item.hints.len() as u32) as u8,
            solution: false,
            millis: millis as u32,
            day: (self.now + 8 * 3_600_000).div_euclid(DAY),
        };
        (attempt, millis as u32)
    }

    fn enter(&mut self, kind: Kind) {
        let id = EventId { writer: self.writer, seq: self.seq };
        let lamport = self.events.len() as u64;
        self.events.push(Event { id, learner: self.learner, lamport, at: self.now, kind });
        self.seq += 1;
    }

    fn file(&self) -> Vec<u8> {
        let records = self.events.iter().map(|it| Record::new(it.to_bytes(), HERE)).collect();
        let mut written = file::write(self.learner, &Union::of(records), None);
        assert_eq!((written.files.len(), written.left), (1, 0));
        written.files.remove(0)
    }
}

/// The lessons of courses/ in one language, as they are.
fn lessons() -> Vec<Lesson> {
    let courses = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../courses");
    let mut files = Vec::new();
    read(&courses, &courses, &mut files);
    let (library, diagnostics) = crate::compile(&files);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let courses = library.courses.into_iter().flat_map(|course| course.lessons);
    courses.filter_map(|mut lesson| Some(lesson.locales.drain(..).next()?.lesson)).collect()
}

fn read(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(root, &path, files);
        } else if path.extension().is_some_and(|it| it == "md" || it == "svg" || it == "txt") {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path).expect("text")));
        }
    }
}

#[test]
fn forty_pupils_carry_their_week_to_one_device_twice() {
    let lessons = lessons();
    let lessons: Vec<&Lesson> = lessons.iter().collect();
    let pupil = |at: u64| Pupil::new(derive(1, &at.to_le_bytes())).week(&lessons);
    let pupils: Vec<Pupil> = (0..PUPILS).map(pupil).collect();
    let files: Vec<Vec<u8>> = pupils.iter().map(Pupil::file).collect();
    let mut device: BTreeMap<u64, Union> = BTreeMap::new();
    let mut rng = Rng::new(2);
    for round in 0..2 {
        let mut order: Vec<usize> = (0..pupils.len()).collect();
        rng.shuffle(&mut order);
        for at in order {
            let file = file::read(&files[at]).expect("whole");
            let here = device.entry(file.header.learner).or_default();
            let Taken { log, aside, receipt, .. } = take(here, &file, &[], &[]);
            let events = pupils[at].events.len() as u32;
            assert_eq!(if round == 0 { receipt.new } else { receipt.known }, events, "pupil {at}");
            assert_eq!((receipt.aside, receipt.unreadable, receipt.lost), (0, 0, 0), "pupil {at}");
            *here = std::mem::take(here).with(Union::of([log, aside].concat()));
        }
    }
    for pupil in &pupils {
        let arrived = device[&pupil.learner].events().into_iter().map(|it| it.event());
        let expected: Vec<Option<Event>> = pupil.events.iter().cloned().map(Some).collect();
        assert_eq!(arrived.collect::<Vec<_>>(), expected, "in the order in which it happened");
    }
    weigh(&pupils, &files);
}

/// A week of answers is about three kilobytes; one with drawings and tunes in it never more than six.
fn weigh(pupils: &[Pupil], files: &[Vec<u8>]) {
    let answers: usize = pupils.iter().map(Pupil::answers).sum();
    let sizes = files.iter().map(Vec::len);
    let (sum, most) = (sizes.clone().sum::<usize>(), sizes.max().unwrap_or_default());
    let each = answers / pupils.len();
    println!("{} bytes a pupil for {each} answers, {most} at most", sum / pupils.len());
    assert!(each >= ANSWERS && most < 6144, "{most} bytes");
}
