//! Types a word or a short sentence.

use super::{Feedback, Verdict};
use crate::codec_struct;

/// Words to type, compared after folding.
#[derive(Debug, Clone, PartialEq)]
pub struct TextEntry {
    /// BCP 47 tag of the language to be typed.
    pub lang: String,
    /// Every accepted text, the one to show first.
    pub accepted: Vec<String>,
    /// Foreseen wrong texts.
    pub wrong: Vec<(String, Feedback)>,
    /// What is said to any other wrong text.
    pub other: Option<Feedback>,
}

codec_struct!(TextEntry { lang, accepted, wrong, other });

impl TextEntry {
    pub(super) fn judge(&self, typed: &str) -> Verdict<'_> {
        let typed = fold(typed);
        if typed.is_empty() {
            return Verdict::UNREADABLE;
        }
        if self.accepted.iter().any(|accepted| fold(accepted) == typed) {
            return Verdict::RIGHT;
        }
        let foreseen = self.wrong.iter().find(|(wrong, _)| fold(wrong) == typed);
        Verdict::wrong(foreseen.map(|(_, feedback)| feedback).or(self.other.as_ref()))
    }
}

/// The text without what does not count: case, spaces at the ends and doubled, full-width forms, curly apostrophes,
/// a full stop, question or exclamation mark at the end. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let c = match c {
            '\u{3000}' | '\u{a0}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '‘' | '’' | 'ʼ' | '´' | '`' => '\'',
            '“' | '”' => '"',
            '。' => '.',
            '、' => ',',
            _ => c,
        };
        let c = c.to_ascii_lowercase();
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    let end = out.trim_end_matches([' ', '.', '!', '?']).len();
    out.truncate(end);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Response::{Tiles, Typed};
    use crate::item::tests::judges;
    use proptest::prelude::*;

    #[test]
    fn scoring() {
        let typed = |text: &str| Typed(text.to_owned());
        judges(
            &crate::sample::text(),
            &[
                ("the key", typed("Good morning"), Some(1000), ""),
                ("another accepted text", typed("morning"), Some(1000), ""),
                ("as pupils type", typed(" ＧＯＯＤ  morning! "), Some(1000), ""),
                ("foreseen", typed("Good evening."), Some(0), "x.evening"),
                ("any other text", typed("Goodmorning"), Some(0), "x.other"),
                ("marks alone", typed("?!"), None, ""),
                ("tiles", Tiles(vec![0]), None, ""),
            ],
        );
    }

    #[test]
    fn what_does_not_count() {
        let cases = [
            ("case and ends", "  Good Morning! ", "good morning"),
            ("full width", "Ｉ’ｍ　Ｌａｎ。", "i'm lan"),
            ("doubled spaces", "my  name", "my name"),
            ("an apostrophe counts", "Im", "im"),
            ("nothing", " ?", ""),
        ];
        for (case, typed, expected) in cases {
            assert_eq!(fold(typed), expected, "{case}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text: String) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
