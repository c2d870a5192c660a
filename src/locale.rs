//! The languages of the interface, and every word that it says.

mod messages;
pub mod words;

pub use messages::Message;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locale {
    En,
    ZhHans,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHans];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// Its own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHans => "中文",
        }
    }

    /// The locale with exactly this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.tag() == tag)
    }

    /// The message in this language.
    #[cfg(any(not(target_arch = "wasm32"), debug_assertions))]
    pub const fn say(self, message: Message) -> &'static str {
        message.in_both()[self as usize]
    }

    /// The message in this language, once its words are there.
    #[cfg(all(target_arch = "wasm32", not(debug_assertions)))]
    pub fn say(self, message: Message) -> &'static str {
        words::say(self, message)
    }

    /// The message with `{}` filled in, one after the other.
    pub fn fill(self, message: Message, with: &[&str]) -> String {
        let mut pieces = self.say(message).split('{');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (piece, filler) in pieces.zip(with) {
            out.push_str(filler);
            out.push_str(piece.trim_start_matches('}'));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_gaps() {
        for message in Message::ALL {
            let [en, zh] = message.in_both();
            assert_eq!(en.matches("{}").count(), zh.matches("{}").count(), "{en}");
            assert!(!en.is_empty() && !zh.is_empty());
        }
    }

    #[test]
    fn gaps_are_filled_in_order() {
        assert_eq!(Locale::En.fill(Message::StepOf, &["2", "9"]), "Step 2 of 9");
    }
}
