//! Pinyin over Chinese: which reading each phrase and character of a lesson has.

use crate::texts;
use course::lesson::{Band, Lesson};
use course::text::{Span, ruby};
use pinyin::ToPinyin;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Entries `phrase syllables`, parted by ` · ` or the line's end; see the file's own head.
static PHRASES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let source = include_str!("pinyin/readings.md");
    let lines = source.lines().filter(|line| line.chars().next().is_some_and(is_chinese));
    lines
        .flat_map(|line| line.split('·'))
        .filter_map(|entry| entry.trim().split_once(' '))
        .collect()
});

/// Characters in the longest phrase.
const LONGEST: usize = 5;

/// The readings that a lesson shows over its Chinese: for those who do not read characters yet.
pub(crate) fn of_lesson(lesson: &Lesson) -> Vec<(String, String)> {
    if lesson.band > Band::A || !lesson.locale.starts_with("zh") {
        return Vec::new();
    }
    let mut runs = Vec::new();
    for (_, text) in texts::of_lesson(lesson) {
        plain_runs(&text, &mut runs);
    }
    for word in lesson.generators.iter().flat_map(|generator| generator.lists.iter().flatten()) {
        runs.extend(
            [&word.one, &word.many, &word.article, &word.after_one, &word.after_many]
                .map(Clone::clone),
        );
    }
    readings(&runs)
}

/// The runs that are shown each by itself, as readings are looked up.
fn plain_runs(text: &[Span], runs: &mut Vec<String>) {
    for span in text {
        match span {
            Span::Plain(words) => runs.push(words.clone()),
            Span::Strong(text) | Span::Emphasis(text) => plain_runs(text, runs),
            Span::Foreign(..)
            | Span::Math(_)
            | Span::Gap
            | Span::Value(_)
            | Span::Word(..)
            | Span::Count(..) => {}
        }
    }
}

/// The readings that `texts` need, and no more: phrase or character, and its syllables with tone marks.
///
/// Where several fit, the longest counts: [`ruby`] finds the same readings in this table as in the whole.
pub fn readings(texts: &[String]) -> Vec<(String, String)> {
    let mut found = BTreeMap::new();
    for text in texts {
        let fitting = fitting(text);
        for (run, reading) in ruby(text, &fitting) {
            if let Some(reading) = reading {
                found.insert(run, reading);
            }
        }
    }
    found.into_iter().collect()
}

/// Every phrase and character with a reading that stands anywhere in `text`.
fn fitting(text: &str) -> Vec<(String, String)> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut found = BTreeMap::new();
    for (nth, start) in starts.iter().enumerate() {
        for end in starts[nth..].iter().skip(1).take(LONGEST) {
            let run = &text[*start..*end];
            if let Some(reading) = reading(run) {
                found.insert(run.to_owned(), reading.to_owned());
            }
        }
    }
    found.into_iter().collect()
}

fn reading(run: &str) -> Option<&'static str> {
    PHRASES.get(run).copied().or_else(|| {
        let mut characters = run.chars();
        match (characters.next(), characters.next()) {
            (Some(single), None) => single.to_pinyin().map(|it| it.with_tone()),
            _ => None,
        }
    })
}

/// Whether it is a character of Chinese writing.
pub(crate) fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let texts = [text.to_owned()];
        let runs = ruby(text, &readings(&texts));
        let said: Vec<String> =
            runs.into_iter().map(|(run, reading)| reading.unwrap_or(run)).collect();
        said.join(" ")
    }

    #[test]
    fn in_context() {
        let cases = [
            ("数一数，有几个数。", "shǔ yī shǔ ， yǒu jǐ gè shù 。"),
            ("从9开始数，数到13。", "cóng 9 kāi shǐ shǔ ， shǔ dào 13。"),
            ("数线上的数字", "shù xiàn shàng de shù zì"),
            ("一共有几只？", "yī gòng yǒu jǐ zhī ？"),
            ("8只鸭子，又来了5只。", "8 zhī yā zi ， yòu lái le 5 zhī"),
            ("只要3个", "zhǐ yào 3 gè"),
            ("跟着数，别着急", "gēn zhe shǔ ， bié zháo jí"),
            ("重新数一遍", "chóng xīn shǔ yī biàn"),
            ("空格里填几？", "kòng gé lǐ tián jǐ ？"),
            ("还剩多少个？", "hái shèng duō shao gè ？"),
            ("8加5得13", "8 jiā 5 dé 3"),
            ("一个一个地数", "yī gè yī gè de shǔ"),
            ("这个地方种了两行树", "zhè gè dì fang zhòng le liǎng háng shù"),
            ("哪一排长？", "nǎ yī pái cháng ？"),
            ("小苗长高了", "xiǎo miáo zhǎng gāo le"),
            ("桃子和石子", "táo zi hé shí zǐ"),
            ("Lan说：你好！", "Lan shuō ： nǐ hǎo ！"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    /// Each entry has one syllable for each of its characters.
    #[test]
    fn entries_are_whole() {
        assert!(PHRASES.len() > 500, "{}", PHRASES.len());
        for (phrase, reading) in PHRASES.iter() {
            let characters = phrase.chars().filter(|it| is_chinese(*it)).count();
            assert!(phrase.chars().count() <= LONGEST, "{phrase}");
            assert_eq!(characters, reading.split(' ').count(), "{phrase} {reading}");
        }
    }

    #[test]
    fn only_what_is_needed() {
        let texts = ["数一数。".to_owned(), "数一数！".to_owned()];
        assert_eq!(readings(&texts), [("数一数".to_owned(), "shǔ yī shǔ".to_owned())]);
    }
}
