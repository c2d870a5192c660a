//! What the app knows, as plain values and reducers. Nothing here touches the browser.

mod draft;
mod journal;
mod player;
mod session;
mod turn;

pub use draft::{Begun, Draft, Edit, RIGHT};
pub use journal::Journal;
pub use player::{Exercise, Judged, Outcome, Phase, Player, Scene as Here, Way};
pub use session::{Action, Course, Keeping, Loaded, Missing, Saved, Scene, Session, Start};
pub use turn::Turn;

use crate::locale::Locale;

/// What a learner asks for, sent by views and carried out by the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Changes the language, staying where one is.
    Speak(Locale),
    /// Changes the draft answer.
    Edit(Edit),
    /// Hands the draft in.
    Check,
    /// Goes on to the next stop.
    Next,
    /// Answers the same item again.
    Retry,
    /// Shows one more hint.
    Hint,
    /// Shows the worked solution.
    Solve,
    /// Leaves the item for later.
    Skip,
    /// Begins the lesson anew.
    Restart,
    /// Speaks words in a language.
    Say(String, String),
    /// Shows or hides pinyin.
    Pinyin,
    /// Loads what is missing again.
    Reload,
    /// Keeps the course that is shown for offline use.
    Keep,
    /// Offers what could not be saved as a file.
    SaveFile,
}
