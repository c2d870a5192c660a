//! What comes in, and what goes out.

use super::kept::{Kept, NewRecord};
use super::take::Target;
use crate::person::Person;
use learning::vector::Vector;

/// What is asked for by a tap.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    Pick(String),
    SomeoneNew,
    ChangePicture,
    Face(u8),
    Colour(u8),
    Digit(u8),
    Forgot,
    ForgotAsk,
    MakeCode,
    DropCode,
    Back,
    SaveCopy,
    ShareCopy,
    SaveText,
    /// With the code of the other device.
    MakeFile(String),
    /// A file was chosen.
    File(Vec<u8>),
    /// Work came with the page's address, as a file's bytes.
    Work(Vec<u8>),
    TakeIn(Target),
    GoOn,
    Erase(Option<String>),
    EraseYes,
    EraseAsk,
    EraseBack(String),
}

/// What came of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// What is kept of a learner.
    Read(String, Kept),
    /// All that was asked for is done.
    Done,
    /// It could not be, and nothing has changed.
    Failed,
    /// A copy was handed over, or not.
    Copied(bool),
    /// These were erased, or not all of it.
    Erased(Vec<String>, bool),
}

/// What is to be done outside, one after the other; after a failure nothing more.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Reads what is kept of a learner.
    Read(String),
    /// Adds to what is kept of a learner.
    Keep { key: String, records: Vec<NewRecord>, vectors: Vec<Vector> },
    /// Writes a learner into the list.
    Person(Person),
    /// It is this one's turn; the app begins anew there.
    Turn(Person, String),
    /// Offers a file.
    File { name: String, bytes: Vec<u8>, share: bool },
    /// Remembers when the last copy was made.
    Copied(String),
    /// Erases these learners.
    Erase(Vec<String>),
    /// Erases all there is.
    EraseAll,
    /// The app begins anew at this path.
    Go(String),
}
