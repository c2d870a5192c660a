//! C41–C43: as much on a screen as the band can read, in characters and sentences that it knows.

use super::meaning::{shown, written};
use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::pinyin::is_chinese;
use crate::texts::{self, Role};
use course::item::{Interaction, Item};
use course::lesson::{Band, Slot};
use course::text::{Block, Span};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The 3,500 characters that every pupil learns.
static COMMON: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
    let lines = include_str!("characters.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::chars).collect()
});

/// Cards, characters and sentences of a lesson.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    let lesson = &site.locale.lesson;
    for part in &lesson.parts {
        for slot in &part.slots {
            let Slot::Card(card) = slot else { continue };
            let texts = card.blocks.iter().map(|block| match block {
                Block::Paragraph(_) | Block::List(_) => load(&shown(block), site),
                Block::Picture(..) | Block::Figure(_) | Block::Listen(_) => 0,
            });
            let all = texts.sum::<usize>() + load(&card.title, site);
            if let Some(fault) = too_long("a card", &card.title, all, site) {
                fault.note(site.locale.place, "", diagnostics);
            }
        }
    }
    for fault in characters(site).into_iter().chain(sentences(site)) {
        fault.note(site.locale.place, "", diagnostics);
    }
}

/// C41 for one item: the prompt, and each option by itself.
pub(super) fn lengths(item: &Item, site: &Site<'_>) -> Vec<Fault> {
    let prompt = item.prompt.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(instruction(text)),
        Block::List(_) => Some(shown(block)),
        Block::Picture(..) | Block::Figure(_) | Block::Listen(_) => None,
    });
    let prompt: Vec<String> = prompt.collect();
    let all = prompt.iter().map(|text| load(text, site)).sum();
    let mut faults: Vec<Fault> =
        too_long("the prompt", &prompt.join(" "), all, site).into_iter().collect();
    if let Interaction::Choice(choice) = &item.interaction {
        for option in &choice.options {
            let said = shown(&option.label);
            faults.extend(too_long("an option", &said, load(&said, site), site));
        }
    }
    faults
}

/// The words in the language of instruction: what is taught is not counted as instruction.
fn instruction(text: &[Span]) -> String {
    let spans = text.iter().map(|span| match span {
        Span::Plain(words) => words.clone(),
        Span::Strong(text) | Span::Emphasis(text) => instruction(text),
        Span::Foreign(..)
        | Span::Math(_)
        | Span::Gap
        | Span::Value(_)
        | Span::Word(..)
        | Span::Count(..) => " ".to_owned(),
    });
    spans.collect()
}

/// Characters of Chinese, else words.
fn load(text: &str, site: &Site<'_>) -> usize {
    if site.chinese() {
        text.chars().filter(|c| is_chinese(*c)).count()
    } else {
        words(text).count()
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|it| it.contains(|c: char| c.is_alphabetic()))
}

fn too_long(what: &str, text: &str, load: usize, site: &Site<'_>) -> Option<Fault> {
    let band = site.locale.lesson.band;
    let (chinese, english) = match band {
        Band::A => (20, 8),
        Band::B => (45, 20),
        Band::C => (80, 40),
        Band::D => (130, 70),
    };
    let (most, unit) = if site.chinese() { (chinese, "characters") } else { (english, "words") };
    (load > most).then(|| {
        let what =
            format!("{what} has {load} {unit}, band {band:?} reads {most}: `{}`", text.trim());
        Fault::error("C41", what, "say it in fewer, or make two screens of it")
    })
}

/// C42: rare characters in what young pupils read.
fn characters(site: &Site<'_>) -> Option<Fault> {
    let lesson = &site.locale.lesson;
    if !site.chinese() || lesson.band > Band::B {
        return None;
    }
    let all: String = texts::of_lesson(lesson).iter().map(|(_, text)| written(text)).collect();
    let words = lesson
        .generators
        .iter()
        .flat_map(|it| it.lists.iter().flatten())
        .map(|word| word.article.as_str());
    let all: String = words.chain([all.as_str()]).collect();
    let rare: BTreeSet<char> =
        all.chars().filter(|c| is_chinese(*c) && !COMMON.contains(c)).collect();
    (!rare.is_empty()).then(|| {
        let rare: String = rare.into_iter().collect();
        Fault::error(
            "C42",
            format!("`{rare}` is not among the 3,500 common characters"),
            "use another word",
        )
    })
}

/// C43: how hard the English of the instructions is to read.
fn sentences(site: &Site<'_>) -> Vec<Fault> {
    let lesson = &site.locale.lesson;
    let (words_max, grade_max) = match lesson.band {
        Band::A => return Vec::new(),
        Band::B => (12.0, 3.0),
        Band::C => (16.0, 5.0),
        Band::D => (16.0, 7.0),
    };
    if lesson.locale != "en" {
        return Vec::new();
    }
    let told = [Role::Card, Role::Prompt, Role::Feedback, Role::Hint, Role::Step];
    let texts = texts::of_lesson(lesson).into_iter().filter(|(role, _)| told.contains(role));
    let (mut sentence_count, mut word_count, mut syllable_count) = (0_u32, 0_u32, 0_u32);
    for (_, text) in texts {
        for sentence in instruction(&text).split(['.', '!', '?', ':', ';']) {
            let words: Vec<&str> = words(sentence).collect();
            sentence_count += u32::from(!words.is_empty());
            word_count += words.len() as u32;
            syllable_count += words.iter().map(|word| syllables(word)).sum::<u32>();
        }
    }
    if sentence_count == 0 {
        return Vec::new();
    }
    let length = f64::from(word_count) / f64::from(sentence_count);
    // Flesch and Kincaid's grade level.
    let grade = 0.39 * length + 11.8 * f64::from(syllable_count) / f64::from(word_count) - 15.59;
    let mut faults = Vec::new();
    if length > words_max {
        let what = format!("sentences have {length:.1} words, at most {words_max} are wanted");
        faults.push(Fault::error("C43", what, "make two sentences of the long ones"));
    }
    if grade > grade_max {
        let what =
            format!("the English is that of grade {grade:.1}, at most {grade_max} is wanted");
        faults.push(Fault::error("C43", what, "use shorter words and sentences"));
    }
    faults
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> u32 {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let starts = (0..letters.len())
        .filter(|at| vowel(&letters[*at]) && (*at == 0 || !vowel(&letters[at - 1])));
    let count = starts.count() as u32;
    let silent = matches!(letters[..], [.., before, 'e'] if !vowel(&before) && before != 'l');
    if silent && count > 1 { count - 1 } else { count.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllable_counts() {
        for (word, expected) in [
            ("take", 1),
            ("table", 2),
            ("number", 2),
            ("the", 1),
            ("carefully", 4),
            ("I", 1),
            ("see", 1),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(COMMON.len(), 3_500);
        assert!(COMMON.contains(&'数') && !COMMON.contains(&'饕'));
    }
}
