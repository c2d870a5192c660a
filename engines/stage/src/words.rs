//! What engines say. A message that lacks a language does not compile; the program that learners download holds none of the words:
//! they come beside it as a file a language.

#[cfg(target_arch = "wasm32")]
use std::cell::Cell;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locale {
    En,
    ZhHans,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHans];

    /// The locale with this tag; English for any other.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "zh-Hans" { Self::ZhHans } else { Self::En }
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
        }
    }
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    static KNOWN: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
    static OF: Cell<Option<Locale>> = const { Cell::new(None) };
}

/// Takes in the file of a language, once until another one's comes. It stays for the page's whole life.
#[cfg(target_arch = "wasm32")]
pub fn learn(locale: Locale, file: String) {
    if OF.replace(Some(locale)) == Some(locale) {
        return;
    }
    let lines: Vec<&'static str> = file.leak().lines().collect();
    KNOWN.set(lines.leak());
}

/// The line of the file that was taken in last.
#[cfg(target_arch = "wasm32")]
pub fn line(at: usize) -> &'static str {
    KNOWN.get().get(at).copied().unwrap_or_default()
}

/// `words` with each `{}` filled in, one after the other.
#[inline(never)]
pub fn fill(words: &str, with: &[&str]) -> String {
    let mut pieces = words.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (piece, filler) in pieces.zip(with) {
        out.push_str(filler);
        out.push_str(piece.trim_start_matches('}'));
    }
    out
}

/// The catalogue of an engine: `messages! { Play: "Play", "播放"; … }` makes an enum `Message`, what says it
/// (`Message::Play.say(locale)`) and, natively, `file(locale)`: a message a line, in the order of the catalogue.
#[macro_export]
macro_rules! messages {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        /// Something that this engine says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Message { $($name),* }

        impl Message {
            /// The message in this language.
            #[cfg(not(target_arch = "wasm32"))]
            pub const fn say(self, locale: $crate::words::Locale) -> &'static str {
                match self { $(Self::$name => [$en, $zh][locale as usize]),* }
            }

            /// The message in the language whose file was taken in.
            #[cfg(target_arch = "wasm32")]
            pub fn say(self, _: $crate::words::Locale) -> &'static str {
                $crate::words::line(self as usize)
            }

            /// The message with each `{}` filled in.
            pub fn fill(self, locale: $crate::words::Locale, with: &[&str]) -> String {
                $crate::words::fill(self.say(locale), with)
            }
        }

        /// The file of a language.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn file(locale: $crate::words::Locale) -> String {
            let mut file = String::new();
            for message in [$(Message::$name),*] {
                file.push_str(message.say(locale));
                file.push('\n');
            }
            file
        }
    };
}
