//! What is kept, told from the very list of what is kept: a field without words here fails a test, and a kind of event without
//! a section does not compile.

use crate::node::{Element, el, list, of};
use crate::words::{Locale, Message};
use learning::event::{Attempt, HistoryImported, LessonFinished, LessonOpened, ProfileChanged};
#[cfg(test)]
use learning::event::{Event, Kind};

/// A kind of record, and the names of what is in it.
type Section = (Message, &'static [&'static str]);

/// What every record has besides: the fields of [`Event`] but what happened.
const EVERY: Section = (Message::PrivacyEvery, &["id", "learner", "lamport", "at"]);

/// All that is kept of a learner.
const SECTIONS: [Section; 6] = [
    EVERY,
    (Message::PrivacyOpened, LessonOpened::FIELDS),
    (Message::PrivacyAnswered, Attempt::FIELDS),
    (Message::PrivacyFinished, LessonFinished::FIELDS),
    (Message::PrivacyImported, HistoryImported::FIELDS),
    (Message::PrivacyProfile, ProfileChanged::FIELDS),
];

/// A field in words. The same name means the same everywhere.
const FIELDS: [(&str, Message); 24] = [
    ("id", Message::FieldId),
    ("learner", Message::FieldLearner),
    ("lamport", Message::FieldLamport),
    ("at", Message::FieldAt),
    ("lesson", Message::FieldLesson),
    ("seed", Message::FieldSeed),
    ("forced", Message::FieldForced),
    ("item", Message::FieldItem),
    ("hash", Message::FieldHash),
    ("level", Message::FieldLevel),
    ("part", Message::FieldPart),
    ("response", Message::FieldResponse),
    ("score", Message::FieldScore),
    ("skills", Message::FieldSkills),
    ("misconception", Message::FieldMisconception),
    ("hints", Message::FieldHints),
    ("solution", Message::FieldSolution),
    ("millis", Message::FieldMillis),
    ("day", Message::FieldDay),
    ("own", Message::FieldOwn),
    ("origin", Message::FieldOrigin),
    ("records", Message::FieldRecords),
    ("face", Message::FieldFace),
    ("colour", Message::FieldColour),
];

/// The page, which needs no program.
pub fn privacy(locale: Locale, root: &str) -> Element {
    let say = |message| locale.say(message);
    let paragraph = |message| el("p").text(say(message));
    let link = |name: &str, message| {
        let path = [root, locale.tag(), "/me/", name, "/"].concat();
        el("li").with(el("a").is("href", &path).text(say(message)))
    };
    let section = |(title, fields): &Section| {
        let mut next = fields.iter().map(|field| el("li").text(words(field, locale)));
        let fields = of("ul", "counts").with_all(list(&mut || next.next()));
        el("section").with(el("h3").text(say(*title))).with(fields)
    };
    let mut rows = SECTIONS.iter().map(section);
    of("div", "privacy")
        .with(el("h1").text(say(Message::Privacy)))
        .with(paragraph(Message::PrivacyWhere))
        .with(paragraph(Message::PrivacyNot))
        .with(paragraph(Message::PrivacyRights))
        .with(
            of("ul", "counts")
                .with(link("copies", Message::Copies))
                .with(link("erase", Message::Erase)),
        )
        .with(el("h2").text(say(Message::PrivacyWhat)))
        .with_all(list(&mut || rows.next()))
        .with(paragraph(Message::PrivacyBeside))
        .with(paragraph(Message::PrivacyCode))
}

fn words(field: &str, locale: Locale) -> &'static str {
    FIELDS.iter().find(|(name, _)| *name == field).map_or("", |(_, words)| locale.say(*words))
}

/// What an event is told of in. A new kind needs a section before this compiles, a new field of [`Event`] a word in [`EVERY`].
#[cfg(test)]
fn section(event: &Event) -> Option<Message> {
    let Event { id: _, learner: _, lamport: _, at: _, kind } = event;
    match kind {
        Kind::LessonOpened(_) => Some(Message::PrivacyOpened),
        Kind::ItemAttempted(_) => Some(Message::PrivacyAnswered),
        Kind::LessonFinished(_) => Some(Message::PrivacyFinished),
        Kind::HistoryImported(_) => Some(Message::PrivacyImported),
        Kind::ProfileChanged(_) => Some(Message::PrivacyProfile),
        Kind::Unknown(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_is_kept_has_words_and_no_words_are_of_none() {
        let kept: Vec<&str> =
            SECTIONS.iter().flat_map(|(_, fields)| fields.iter().copied()).collect();
        for field in &kept {
            for locale in [Locale::En, Locale::ZhHans] {
                assert!(!words(field, locale).is_empty(), "{field}");
            }
        }
        for (field, _) in FIELDS {
            assert!(kept.contains(&field), "{field}");
        }
    }

    #[test]
    fn every_kind_that_is_known_is_told_of() {
        for seq in 0..2 {
            let told = section(&learning::log::suite::event(1, seq)).expect("a section");
            assert!(SECTIONS.iter().any(|(title, _)| *title == told));
        }
    }

    #[test]
    fn the_page_is_there_without_a_program() {
        let html = privacy(Locale::En, "../../../").html();
        assert!(html.contains("what was answered") && html.contains("<h1>"), "{html}");
        assert!(html.contains("href=\"../../../en/me/copies/\""), "{html}");
    }
}
