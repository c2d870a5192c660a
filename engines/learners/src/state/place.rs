//! Where the engine runs.

use crate::words::Locale;

/// Which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Whose turn it is.
    Who,
    /// Picture and code.
    Card,
    /// Storage and copies.
    Copies,
    Erase,
    Privacy,
}

impl Screen {
    pub const ALL: [Self; 5] = [Self::Who, Self::Card, Self::Copies, Self::Erase, Self::Privacy];

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Card => "card",
            Self::Copies => "copies",
            Self::Erase => "erase",
            Self::Privacy => "privacy",
        }
    }

    /// The page of this name; whose turn it is, if there is none.
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Self::Who)
    }
}

/// Where the engine runs: what it is told when it is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub locale: Locale,
    pub screen: Screen,
    /// Where the app is put, as a prefix of paths.
    pub root: String,
    /// Where whoever's turn it is goes on.
    pub then: String,
    /// Whose turn it is: the key of their database.
    pub key: String,
    /// Within another page: nobody's learners are shown there.
    pub framed: bool,
    /// The device can hand files over to other programs.
    pub shares: bool,
    /// The browser promised not to clear what is kept.
    pub lasting: bool,
    /// The list of learners can be read.
    pub keeps: bool,
    /// Something is kept of the one whose turn it is.
    pub used: bool,
    /// Databases of learners who are not in the list: it was lost or damaged.
    pub missing: Vec<String>,
    /// When the last copy was made, and how many answers there were: as `State::copied` writes it.
    pub copied: String,
    /// Milliseconds since 1970, and days since 1970 in local time, by the device's clock.
    pub now: i64,
    pub today: i64,
    /// Something that nobody could have foreseen.
    pub chance: u64,
}
