//! Items on the screen: one file per interaction, and what they share.

mod check;
mod choice;
mod grid;
mod matching;
mod multi;
mod number;
mod numline;
mod order;
mod read;
mod sort;
mod staged;
mod text;
mod tiles;

use crate::locale::Message;
use crate::state::{Command, Draft, Edit, Phase};
use crate::ui::{Cx, El, of};
use course::item::{Interaction, Staged};
use yew::Html;

/// What an interaction's view needs: the seed that fixes its order, the draft, and whether it can still be changed.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    pub draft: &'a Draft,
    pub seed: u64,
    pub phase: &'a Phase,
    /// Nothing can be changed (any more).
    pub locked: bool,
    pub cx: Cx<'a>,
}

impl Answer<'_> {
    /// The outcome to mark the learner's own pick with.
    fn outcome(&self) -> Option<&'static str> {
        match self.phase {
            Phase::Open | Phase::Keeping(_) | Phase::Again(_) => None,
            Phase::Told(judged) => Some(judged.outcome.name()),
        }
    }

    /// An element that makes a move when it is tapped.
    fn moves(&self, element: El, edit: Edit, disabled: bool) -> El {
        element.flag("disabled", disabled || self.locked).does(Command::Edit(edit), self.cx)
    }

    /// A button that makes a move: a card, a tile or a place.
    fn button(&self, class: &'static str, edit: Edit, disabled: bool) -> El {
        self.moves(of("button", class).is("type", "button"), edit, disabled)
    }
}

/// The interaction on the screen.
pub fn view(interaction: &Interaction, answer: Answer<'_>) -> Html {
    let element = match interaction {
        Interaction::Choice(it) => choice::view(it, answer),
        Interaction::Number(it) => number::view(it, answer),
        Interaction::Text(it) => text::view(it, answer),
        Interaction::Order(it) => order::view(it, answer),
        Interaction::Match(it) => matching::view(it, answer),
        Interaction::Sort(it) => sort::view(it, answer),
        Interaction::Tiles(it) => tiles::view(it, answer),
        Interaction::Numline(it) => numline::view(it, answer),
        Interaction::Grid(it) => grid::view(it, answer),
        Interaction::Read(it) => read::view(it, answer),
        Interaction::Check(it) => check::view(it, answer),
        Interaction::Multi(it) => multi::view(it, answer),
        Interaction::Staged(_) => staged::view(answer),
    };
    element.html()
}

/// Whether the interaction is done without being marked.
pub const fn unmarked(interaction: &Interaction) -> bool {
    matches!(
        interaction,
        Interaction::Read(_)
            | Interaction::Check(_)
            | Interaction::Staged(Staged { marked: false, .. })
    )
}

/// What to do, in a few words, and the picture cue for who does not read yet.
pub const fn instruction(interaction: &Interaction) -> (Message, &'static str) {
    match interaction {
        Interaction::Choice(_) => (Message::PickOne, "👆"),
        Interaction::Number(_) => (Message::TypeNumber, "🔢"),
        Interaction::Text(_) => (Message::TypeText, "✏️"),
        Interaction::Order(_) => (Message::PutInOrder, "1️⃣"),
        Interaction::Match(_) => (Message::JoinPairs, "🔗"),
        Interaction::Sort(_) => (Message::PutInBins, "🧺"),
        Interaction::Tiles(_) => (Message::BuildIt, "🧩"),
        Interaction::Numline(_) => (Message::MarkPlace, "📍"),
        Interaction::Grid(_) => (Message::FillCells, "🔲"),
        Interaction::Read(_) => (Message::ReadAlong, "👀"),
        Interaction::Check(_) => (Message::TickTrue, "☑️"),
        Interaction::Multi(_) => (Message::PickAll, "✅"),
        // What to do there stands on the stage.
        Interaction::Staged(_) => (Message::Below, "👇"),
    }
}
