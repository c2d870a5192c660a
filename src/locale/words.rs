//! The interface's words as a file a language: a message a line, in the order of the catalogue. A learner downloads
//! the words of one language, and not those of all with the program.

use super::{Locale, Message};
use std::cell::Cell;

thread_local! {
    static KNOWN: Cell<[&'static [&'static str]; Locale::ALL.len()]> = const { Cell::new([&[]; Locale::ALL.len()]) };
}

/// The file of a language.
#[cfg(any(not(target_arch = "wasm32"), debug_assertions))]
pub fn file(locale: Locale) -> String {
    Message::ALL.iter().flat_map(|it| [locale.say(*it), "\n"]).collect()
}

/// The words of this language are there.
pub fn known(locale: Locale) -> bool {
    !KNOWN.get()[locale as usize].is_empty()
}

/// Takes in the file of a language. It stays for the page's whole life.
pub fn learn(locale: Locale, file: String) {
    let lines: Vec<&'static str> = file.leak().lines().collect();
    let mut all = KNOWN.get();
    all[locale as usize] = lines.leak();
    KNOWN.set(all);
}

/// A message, or nothing if the file is of another build and lacks it.
pub fn say(locale: Locale, message: Message) -> &'static str {
    KNOWN.get()[locale as usize].get(message as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_learned_says_what_the_catalogue_says() {
        for locale in Locale::ALL {
            assert!(!known(locale));
            learn(locale, file(locale));
            for message in Message::ALL {
                assert_eq!(say(locale, *message), locale.say(*message));
            }
        }
    }
}
