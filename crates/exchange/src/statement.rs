//! xAPI statements (1.0.3) of what happened: without an actor, since the player knows of none. Whoever shows the lesson may say whose it
//! was.
//!
//! A statement tells what was done and how right it was: no picture, no learner's number, nothing of the device. What was drawn or
//! played is not told either; only engines read it.

use crate::work::event_lesson;
use course::item::Score;
use course::plan::mark;
use learning::event::{Attempt, Event, Kind};
use learning::json::{Json, part};

mod activity;
mod label;
mod response;
mod uuid;
mod verb;

use activity::Activities;
use verb::Verb;

/// The longest statement, in bytes: no event of a writer of ours comes near it, and none that somebody made up fills a message.
pub const BYTES_MAX: usize = 16_000;

/// Right items of the exit check, of a hundred, that it takes to pass.
const PASS: usize = 80;

/// The statements of those of `records` from number `from` on, in the order in which they happened; those before only tell how the exit
/// check went until then. `url` is the lesson's address, `locale` the language that it was shown in. Records of other
/// lessons, and what this version cannot read, have none.
pub fn statements(records: &[Vec<u8>], from: usize, url: &str, locale: &str) -> Vec<String> {
    let activities = Activities::of(url);
    let mut way = Way::default();
    let mut all = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let Ok(event) = Event::from_bytes(record) else { continue };
        if event_lesson(&event) != Some(activities.lesson()) {
            continue;
        }
        way.take(&event);
        if at >= from {
            Telling { event: &event, activities: &activities, locale }.all(&way, &mut |it| {
                if it.len() <= BYTES_MAX {
                    all.push(it);
                }
            });
        }
    }
    all
}

/// The way through the lesson that is being gone, as far as its exit check.
#[derive(Default)]
struct Way {
    /// Its seed, if its beginning was seen: of a part of a check nobody can tell how it went.
    seed: Option<u64>,
    /// The items of the exit check that were answered. Only the first answer counts.
    exit: Vec<u64>,
    /// How many of them were right.
    right: usize,
}

impl Way {
    fn take(&mut self, event: &Event) {
        match &event.kind {
            Kind::LessonOpened(it) => *self = Self { seed: Some(it.seed), ..Self::default() },
            Kind::ItemAttempted(it) if is_exit(it) => {
                let mark = mark(it.seed, it.hash);
                if !self.exit.contains(&mark) {
                    self.exit.push(mark);
                    self.right += usize::from(it.score == Score::FULL);
                }
            }
            Kind::ItemAttempted(_)
            | Kind::LessonFinished(_)
            | Kind::HistoryImported(_)
            | Kind::ProfileChanged(_)
            | Kind::Unknown(..) => {}
        }
    }

    /// How much of the exit check was right, if that is enough. A way without one is not passed.
    fn passed(&self, seed: u64) -> Option<Score> {
        let enough = self.right * 100 >= self.exit.len() * PASS && self.right > 0;
        (enough && self.seed == Some(seed)).then(|| Score::share(self.right, self.exit.len()))
    }
}

fn is_exit(attempt: &Attempt) -> bool {
    attempt.part == course::lesson::PartKind::Exit
}

/// What is told of an event.
struct Telling<'a> {
    event: &'a Event,
    activities: &'a Activities<'a>,
    locale: &'a str,
}

impl Telling<'_> {
    fn all(&self, way: &Way, tell: &mut dyn FnMut(String)) {
        match &self.event.kind {
            Kind::LessonOpened(_) => tell(self.of_lesson(Verb::Initialized, None)),
            Kind::ItemAttempted(it) => tell(self.of_item(it)),
            Kind::LessonFinished(it) => {
                tell(self.of_lesson(Verb::Completed, None));
                if let Some(score) = way.passed(it.seed) {
                    tell(self.of_lesson(Verb::Passed, Some(score)));
                }
            }
            Kind::HistoryImported(_) | Kind::ProfileChanged(_) | Kind::Unknown(..) => {}
        }
    }

    fn of_lesson(&self, verb: Verb, passed: Option<Score>) -> String {
        let mut json = self.begun(verb);
        self.activities.write_lesson(&mut json);
        if let Verb::Completed = verb {
            json.raw(",\"result\":{\"completion\":true}");
        }
        if let Some(score) = passed {
            json.member("result");
            scored(&mut json, score, true);
            json.raw("}");
        }
        json.member("context");
        json.named("language");
        json.quoted(self.locale);
        json.raw("}");
        self.ended(json)
    }

    fn of_item(&self, attempt: &Attempt) -> String {
        let mut json = self.begun(Verb::Answered);
        let form = response::form(&attempt.response);
        self.activities.write_item(&mut json, &attempt.item, form);
        json.member("result");
        scored(&mut json, attempt.score, attempt.score == Score::FULL);
        if let Some(response) = response::text(&attempt.response) {
            json.text("response", &response);
        }
        json.text("duration", &label::duration(attempt.millis));
        json.raw("}");
        json.member("context");
        json.named("contextActivities");
        json.named("parent");
        json.raw("[");
        self.activities.write_lesson(&mut json);
        json.raw("]}");
        json.text("language", self.locale);
        json.member("extensions");
        extensions(&mut json, attempt);
        json.raw("}");
        self.ended(json)
    }

    /// Its name and verb, and the beginning of what it is about.
    fn begun(&self, verb: Verb) -> Json {
        let mut json = Json::default();
        json.named("id");
        json.quoted(&uuid::uuid(self.event.id, verb.name()));
        json.member("verb");
        verb.write(&mut json);
        json.member("object");
        json
    }

    fn ended(&self, mut json: Json) -> String {
        // A label: no more can be said of a clock that may be wrong.
        if let Some(at) = label::timestamp(self.event.at) {
            json.text("timestamp", &at);
        }
        json.raw("}");
        json.text
    }
}

/// A result's beginning.
fn scored(json: &mut Json, score: Score, success: bool) {
    json.named("score");
    json.named("scaled");
    json.raw(&label::share(score));
    json.raw("}");
    json.truth("success", success);
}

/// What teachers ask for and xAPI has no place for: which part of the lesson it was (practice is no check), which skills it exercises, the
/// misconception that it shows, and what help was had before.
fn extensions(json: &mut Json, attempt: &Attempt) {
    json.named("urn:snowlight:part");
    json.quoted(part(attempt.part));
    if !attempt.skills.is_empty() {
        json.member("urn:snowlight:skills");
        json.list(&attempt.skills, |json, skill| json.quoted(skill));
    }
    if !attempt.misconception.is_empty() {
        json.text("urn:snowlight:misconception", &attempt.misconception);
    }
    if attempt.hints > 0 {
        json.number("urn:snowlight:hints", attempt.hints.into());
    }
    if attempt.solution {
        json.truth("urn:snowlight:solution", true);
    }
    json.raw("}");
}

#[cfg(test)]
mod tests;
