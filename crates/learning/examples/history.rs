//! A long history for measurements: `history COUNT` prints a line for each event, its name and its bytes in hex, as the
//! app keeps them.

use course::item::{Response, Score};
use course::lesson::PartKind;
use learning::event::{Attempt, Event, EventId, Kind, LessonFinished, LessonOpened};

/// Answers in a lesson, and lessons in the library.
const ITEMS: u32 = 25;
const LESSONS: u32 = 200;
const WRITER: u64 = 7;
const DAY: i64 = 86_400_000;

fn main() {
    let count = std::env::args().nth(1).and_then(|it| it.parse().ok()).expect("history COUNT");
    for seq in 0..count {
        let event = event(seq);
        let hex: String = event.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        println!("{WRITER:x}-{seq} {hex}");
    }
}

/// A learner goes through lesson after lesson, and begins anew after the last: opened, answered, finished.
fn event(seq: u32) -> Event {
    let number = seq / (ITEMS + 2);
    let lesson = format!("ma-{:02}", number % LESSONS);
    let seed = u64::from(number);
    let day = 20_000 + i64::from(seq / 100);
    let kind = match seq % (ITEMS + 2) {
        0 => Kind::LessonOpened(LessonOpened { lesson, seed, forced: false }),
        at if at <= ITEMS => Kind::ItemAttempted(attempt(lesson, seq, day)),
        _ => Kind::LessonFinished(LessonFinished { lesson, seed }),
    };
    let id = EventId { writer: WRITER, seq };
    Event { id, learner: 0, lamport: u64::from(seq) + 1, at: day * DAY, kind }
}

fn attempt(lesson: String, seq: u32, day: i64) -> Attempt {
    let skill = format!("{}.skill", &lesson);
    Attempt {
        item: format!("{lesson}.e{}", seq % ITEMS),
        lesson,
        hash: seq,
        level: 0,
        seed: u64::from(seq),
        forced: false,
        part: PartKind::Guided,
        response: Response::Typed("13".to_owned()),
        score: if seq.is_multiple_of(5) { Score::ZERO } else { Score::FULL },
        skills: vec![skill],
        misconception: String::new(),
        hints: 0,
        solution: false,
        millis: 9_000,
        day,
    }
}
