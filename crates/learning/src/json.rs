//! Everything that is kept of a learner as JSON, for parents and researchers. It is written and never read.
//!
//! docs/LEARNER-FILE.md says what the members mean. Numbers that JavaScript cannot hold are in sixteens, as text.

use crate::event::{Attempt, Event, Kind};
use crate::merge::{Record, Union};
use course::codec::to_bytes;
use course::digits::decimal;
use course::item::Response;
use course::lesson::PartKind;

mod writer;

pub use writer::Json;

/// `have` as JSON: one event a line in the canonical order, then what stands aside, byte for byte.
pub fn export(learner: u64, have: &Union) -> String {
    let mut json = Json::default();
    json.raw("{\"format\":\"snowlight-learner\",\"version\":1,\"learner\":");
    json.hex(learner);
    json.lines("events", &have.events(), Json::record);
    json.lines("aside", &have.aside().cloned().collect::<Vec<_>>(), Json::bytes);
    json.raw("\n}\n");
    json.text
}

impl Json {
    fn lines(&mut self, name: &str, records: &[Record], write: fn(&mut Self, &Record)) {
        self.member(name);
        self.list(records, |json, record| {
            json.raw("\n{");
            write(json, record);
            json.raw("}");
        });
    }

    fn record(&mut self, record: &Record) {
        let Some(event) = record.event() else { return self.bytes(record) };
        let Event { id, learner, lamport, at, kind } = event;
        self.raw("\"writer\":");
        self.hex(id.writer);
        self.number("seq", id.seq.into());
        self.member("learner");
        self.hex(learner);
        self.number("lamport", lamport);
        self.signed("at", at);
        match kind {
            Kind::LessonOpened(it) => {
                self.text("kind", "lesson-opened");
                self.text("lesson", &it.lesson);
                self.seed(it.seed);
                self.truth("forced", it.forced);
            }
            Kind::ItemAttempted(it) => self.attempt(&it),
            Kind::LessonFinished(it) => {
                self.text("kind", "lesson-finished");
                self.text("lesson", &it.lesson);
                self.seed(it.seed);
            }
            Kind::HistoryImported(it) => {
                self.text("kind", "history-imported");
                self.member("from");
                self.hex(it.learner);
                self.truth("own", it.own);
                self.member("origin");
                self.hex(it.origin);
                self.number("records", it.records.into());
            }
            Kind::ProfileChanged(it) => {
                self.text("kind", "profile-changed");
                self.number("face", it.face.into());
                self.number("colour", it.colour.into());
            }
            Kind::Unknown(number, body) => {
                self.number("kind", number.into());
                self.member("bytes");
                self.sixteens(&body);
            }
        }
    }

    fn attempt(&mut self, it: &Attempt) {
        self.text("kind", "item-attempted");
        self.text("lesson", &it.lesson);
        self.text("item", &it.item);
        self.number("hash", it.hash.into());
        self.number("level", it.level.into());
        self.seed(it.seed);
        self.truth("forced", it.forced);
        self.text("part", part(it.part));
        self.member("response");
        self.response(&it.response);
        self.number("score", it.score.thousandths().into());
        self.member("skills");
        self.list(&it.skills, |json, skill| json.quoted(skill));
        self.text("misconception", &it.misconception);
        self.number("hints", it.hints.into());
        self.truth("solution", it.solution);
        self.number("millis", it.millis.into());
        self.signed("day", it.day);
    }

    fn response(&mut self, response: &Response) {
        let places = |json: &mut Self, name: &str, places: &[u8]| {
            json.named(name);
            json.list(places, |json, place| json.raw(&decimal((*place).into())));
        };
        match response {
            Response::Choice(option) => {
                self.named("choice");
                self.raw(&decimal((*option).into()));
            }
            Response::Typed(text) => {
                self.named("typed");
                self.quoted(text);
            }
            Response::Order(cards) => places(self, "order", cards),
            Response::Match(cards) => places(self, "match", cards),
            Response::Sort(bins) => places(self, "sort", bins),
            Response::Tiles(tiles) => places(self, "tiles", tiles),
            Response::Numline(tick) => {
                self.named("numline");
                self.raw(&decimal((*tick).into()));
            }
            Response::Grid(cells) => {
                self.named("grid");
                self.list(cells, |json, cell| json.raw(&decimal((*cell).into())));
            }
            Response::Read => {
                self.named("read");
                self.raw("true");
            }
            Response::Check(ticks) => {
                self.named("check");
                self.list(ticks, |json, tick| json.raw(if *tick { "true" } else { "false" }));
            }
            Response::Multi(options) => places(self, "multi", options),
            // As it stands in the record: 11, the interaction's number, what its engine wrote.
            Response::Staged(..) => {
                self.named("staged");
                self.sixteens(&to_bytes(response));
            }
        }
        self.raw("}");
    }

    /// A record that is not read: where it came from and its bytes.
    fn bytes(&mut self, record: &Record) {
        self.raw("\"origin\":");
        self.hex(record.origin);
        self.member("bytes");
        self.sixteens(&record.bytes);
    }
}

/// The part of a lesson, as it stands in text.
pub const fn part(part: PartKind) -> &'static str {
    match part {
        PartKind::Recall => "recall",
        PartKind::Hook => "hook",
        PartKind::Teach => "teach",
        PartKind::Worked => "worked",
        PartKind::Faded => "faded",
        PartKind::Guided => "guided",
        PartKind::Mixed => "mixed",
        PartKind::Exit => "exit",
        PartKind::Outside => "outside",
        PartKind::Review => "review",
        PartKind::Placement => "placement",
    }
}

#[cfg(test)]
mod tests;
