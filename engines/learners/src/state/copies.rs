//! Copies that leave the browser.

use super::{Effect, State};
use crate::words::{FILE_NAMES, Message};
use course::digits::{decimal, digits};
use learning::date::date;
use learning::vector::{Code, Vector};
use learning::{file, json};

impl State {
    /// When the last copy was made, in days before today, and how many answers came since.
    pub fn copied(&self) -> (Option<u64>, u32) {
        let answers = self.mine.as_ref().map_or(0, |it| it.summary().answers);
        let mut told = self.place.copied.split(' ').map(|it| course::digits::read(it, 10));
        let (Some(Some(day)), Some(Some(then))) = (told.next(), told.next()) else {
            return (None, answers);
        };
        let days = (self.place.today.max(0) as u64).saturating_sub(day);
        (Some(days), answers.saturating_sub(then as u32))
    }

    /// The code that says what is here.
    pub fn code(&self) -> Option<String> {
        self.mine.as_ref().map(|it| Code::of(&it.union.vector()).text())
    }

    /// Makes a copy of all, or of what a device lacks that has `base`.
    pub(super) fn copy(&mut self, base: Option<&Vector>, share: bool) -> Vec<Effect> {
        let Some(mine) = &self.mine else { return Vec::new() };
        let files = file::write(self.me().learner, &mine.union, base).files;
        let (count, vector) = (files.len(), mine.union.vector());
        let mut effects = Vec::new();
        for (nth, bytes) in (1..).zip(files) {
            let part = if count > 1 { ["-", &*decimal(nth)].concat() } else { String::new() };
            let name = [&self.file_name(), &*part, ".snowlight"].concat();
            effects.push(Effect::File { name, bytes, share });
        }
        effects.push(self.remember(vector));
        if count > 1 {
            self.fill(Message::CopyParts, &[&decimal(count as u64)]);
        }
        effects
    }

    /// Everything as text.
    pub(super) fn text(&mut self) -> Vec<Effect> {
        let Some(mine) = &self.mine else { return Vec::new() };
        let bytes = json::export(self.me().learner, &mine.union).into_bytes();
        vec![Effect::File { name: [&*self.file_name(), ".json"].concat(), bytes, share: false }]
    }

    /// Makes what another device lacks, by the code that it shows.
    pub(super) fn delta(&mut self, code: &str) -> Vec<Effect> {
        let Some(mine) = &self.mine else { return Vec::new() };
        let Ok(code) = Code::read(code) else {
            self.say(Message::CodeUnread);
            return Vec::new();
        };
        if code == Code::of(&mine.union.vector()) {
            self.say(Message::CodeSame);
            return Vec::new();
        }
        let base = code.among(&mine.vectors).cloned();
        let effects = self.copy(base.as_ref(), false);
        self.say(if base.is_some() { Message::CodeKnown } else { Message::CodeUnknown });
        effects
    }

    /// A copy was handed over, or not.
    pub(super) fn handed(&mut self, made: bool) -> Vec<Effect> {
        if !made {
            self.say(Message::CopyNot);
            return Vec::new();
        }
        let answers = self.mine.as_ref().map_or(0, |it| it.summary().answers);
        let records = self.mine.as_ref().map_or(0, |it| it.union.records().len());
        let [day, answers, records] =
            [self.place.today, answers.into(), records as i64].map(digits);
        self.place.copied = [&*day, " ", &answers, " ", &records].concat();
        if self.notice.is_none() {
            self.say(Message::CopySaved);
        }
        vec![Effect::Copied(self.place.copied.clone())]
    }

    /// What a file of this vector tells whoever has it: the next one to them can be short.
    pub(super) fn remember(&mut self, vector: Vector) -> Effect {
        let key = self.place.key.clone();
        let vectors = self.mine.as_mut().map(|mine| {
            remembered(&mut mine.vectors, vector);
            mine.vectors.clone()
        });
        Effect::Keep { key, records: Vec::new(), vectors: vectors.unwrap_or_default() }
    }

    /// As `snowlight-rabbit-2026-03-02`: no name, since there is none.
    fn file_name(&self) -> String {
        let face = FILE_NAMES.get(usize::from(self.me().face)).unwrap_or(&"learner");
        let (year, month, day) = date(self.place.today);
        ["snowlight-", face, "-", &*digits(year), "-", &two(month), "-", &two(day)].concat()
    }
}

/// Of so many devices the newest are remembered.
const REMEMBERED: usize = 16;

/// Remembers a vector; the newest comes last.
pub(super) fn remembered(vectors: &mut Vec<Vector>, vector: Vector) {
    vectors.retain(|it| *it != vector);
    vectors.push(vector);
    if vectors.len() > REMEMBERED {
        vectors.remove(0);
    }
}

fn two(number: i64) -> String {
    [if number < 10 { "0" } else { "" }, &*digits(number)].concat()
}
