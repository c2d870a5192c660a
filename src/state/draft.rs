//! An answer in the making, per interaction: the same few moves whether by touch, mouse or keyboard.

use course::codec::Bytes;
use course::digits::{self, decimal};
use course::item::{Interaction, Mark, Response, Score, Verdict};

/// What is answered so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// The picked option.
    Pick(Option<u8>),
    /// The typed text; of a stage what its engine wrote (`Made`).
    Typed(String),
    /// Cards or tiles put down, in order.
    Row(Vec<u8>),
    /// A card in the hand ([`RIGHT`] of a pair, where it is marked so), and where each card was put.
    Places(Option<u8>, Vec<Option<u8>>),
    /// The marked tick.
    Mark(Option<u16>),
    /// The filled cells, in rising order.
    Cells(Vec<u16>),
    /// The ticked statements or options.
    Ticks(Vec<bool>),
    /// Nothing to be done but to read.
    Reading,
}

/// Marks the right card of a pair in the hand: its place is below it.
pub const RIGHT: u8 = 128;

/// One move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Picks an option.
    Pick(u8),
    /// Replaces the typed text.
    Type(String),
    /// Puts a card or tile down at the end of the row, or takes it back if it lies there.
    Lay(u8),
    /// Takes a card into the hand, or out of it.
    Hold(u8),
    /// Puts the card in the hand to a place; the right card of a pair is taken into an empty hand.
    Put(u8),
    /// Marks a tick.
    Mark(u16),
    /// Fills or empties a cell.
    Cell(u16),
    /// Ticks or unticks a statement or an option.
    Tick(u8),
}

/// An answer in the making, kept beside the log: made before the program was there, or before the page was left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Begun {
    /// The item's own seed, which tells it from all others.
    pub seed: u64,
    pub edits: Vec<Edit>,
    /// Hints seen.
    pub hints: u8,
}

impl Begun {
    /// Reads the item's seed, then a line a move. What is none is left out.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut begun = Self { seed: digits::read(lines.next()?, 10)?, ..Self::default() };
        for line in lines {
            let Some((kind, value)) = line.split_at_checked(1) else { continue };
            let number = digits::read(value, 10).unwrap_or(u64::MAX);
            let (small, large) = (u8::try_from(number), u16::try_from(number));
            let edit = match (kind, small, large) {
                ("y", ..) => Edit::Type(value.to_owned()),
                ("m", _, Ok(at)) => Edit::Mark(at),
                ("c", _, Ok(at)) => Edit::Cell(at),
                ("p", Ok(at), _) => Edit::Pick(at),
                ("t", Ok(at), _) => Edit::Tick(at),
                ("l", Ok(at), _) => Edit::Lay(at),
                ("h", Ok(at), _) => Edit::Hold(at),
                ("u", Ok(at), _) => Edit::Put(at),
                ("n", Ok(hints), _) => {
                    begun.hints = hints;
                    continue;
                }
                _ => continue,
            };
            begun.edits.push(edit);
        }
        Some(begun)
    }
}

impl Draft {
    /// Nothing answered yet.
    pub fn new(interaction: &Interaction) -> Self {
        match interaction {
            Interaction::Choice(_) => Self::Pick(None),
            Interaction::Number(_) | Interaction::Text(_) | Interaction::Staged(_) => {
                Self::Typed(String::new())
            }
            Interaction::Order(_) | Interaction::Tiles(_) => Self::Row(Vec::new()),
            Interaction::Match(it) => Self::Places(None, vec![None; it.pairs.len()]),
            Interaction::Sort(it) => Self::Places(None, vec![None; it.cards.len()]),
            Interaction::Numline(_) => Self::Mark(None),
            Interaction::Grid(it) => Self::Cells((0..it.given()).collect()),
            Interaction::Read(_) => Self::Reading,
            Interaction::Check(it) => Self::Ticks(vec![false; it.statements.len()]),
            Interaction::Multi(it) => Self::Ticks(vec![false; it.options.len()]),
        }
    }

    /// The draft after a move; one that does not belong to the interaction changes nothing.
    #[must_use]
    pub fn after(mut self, edit: &Edit, interaction: &Interaction) -> Self {
        match (&mut self, edit) {
            (Self::Pick(pick), Edit::Pick(option)) => *pick = Some(*option),
            (Self::Typed(text), Edit::Type(typed)) => text.clone_from(typed),
            (Self::Row(row), Edit::Lay(card)) => match row.iter().position(|it| it == card) {
                Some(at) => {
                    row.remove(at);
                }
                None => row.push(*card),
            },
            (Self::Places(hand, places), Edit::Hold(card)) if usize::from(*card) < places.len() => {
                match hand.filter(|held| *held >= RIGHT) {
                    Some(held) => {
                        *hand = None;
                        put(places, *card, held - RIGHT, interaction);
                    }
                    None => *hand = Some(*card).filter(|it| *hand != Some(*it)),
                }
            }
            (Self::Places(hand, places), Edit::Put(place)) => match *hand {
                Some(card) if card < RIGHT => {
                    *hand = None;
                    put(places, card, *place, interaction);
                }
                held => {
                    let right = Some(*place | RIGHT).filter(|it| held != Some(*it));
                    *hand = right.filter(|_| matches!(interaction, Interaction::Match(_)));
                }
            },
            (Self::Mark(mark), Edit::Mark(tick)) => *mark = Some(*tick),
            (Self::Cells(cells), Edit::Cell(cell)) => match cells.binary_search(cell) {
                Ok(at) if !is_given(interaction, *cell) => {
                    cells.remove(at);
                }
                Ok(_) => {}
                Err(at) => cells.insert(at, *cell),
            },
            (Self::Ticks(ticks), Edit::Tick(at)) => {
                if let Some(tick) = ticks.get_mut(usize::from(*at)) {
                    *tick = !*tick;
                }
            }
            _ => {}
        }
        self
    }

    /// What stays for another attempt: what was typed, marked or filled, right picks of several, right places.
    #[must_use]
    pub fn again(&self, interaction: &Interaction) -> Self {
        match (self, interaction) {
            // The engine says what it is worth once something was changed.
            (Self::Typed(text), Interaction::Staged(_)) => {
                Self::Typed(["fffe", text.get(4..).unwrap_or_default()].concat())
            }
            (Self::Typed(_) | Self::Mark(_) | Self::Cells(_), _) => self.clone(),
            (Self::Ticks(ticks), Interaction::Multi(it)) => {
                let right = it.options.iter().map(|option| option.feedback.is_none());
                Self::Ticks(ticks.iter().zip(right).map(|(tick, right)| *tick && right).collect())
            }
            (Self::Places(_, places), _) => {
                let key = |at: u8| {
                    if let Interaction::Sort(it) = interaction {
                        it.cards.get(usize::from(at)).map(|(_, bin)| *bin)
                    } else {
                        Some(at)
                    }
                };
                let places = places.iter().zip(0..);
                Self::Places(None, places.map(|(it, at)| it.filter(|_| *it == key(at))).collect())
            }
            _ => Self::new(interaction),
        }
    }

    /// What it is worth, once there is something to hand in: by the interaction, or by what an engine said of it.
    pub fn verdict<'a>(&self, interaction: &'a Interaction) -> Option<Verdict<'a>> {
        match (self, interaction) {
            (Self::Typed(text), Interaction::Staged(it)) => {
                Made::read(text).mark.map(|mark| it.verdict(mark))
            }
            _ => Some(interaction.judge(&self.response(interaction)?)),
        }
    }

    /// The moves that lead here, a line each: a letter and a number, or what was typed.
    pub fn moves(&self) -> String {
        let mut moves = String::new();
        let mut made = |letter: &str, value: &str| moves.extend(["\n", letter, value]);
        match self {
            Self::Pick(pick) => pick.iter().for_each(|it| made("p", &decimal((*it).into()))),
            Self::Typed(text) => made("y", text),
            Self::Row(row) => row.iter().for_each(|it| made("l", &decimal((*it).into()))),
            Self::Places(_, places) => {
                for (card, place) in places.iter().enumerate() {
                    if let Some(place) = place {
                        made("h", &decimal(card as u64));
                        made("u", &decimal((*place).into()));
                    }
                }
            }
            Self::Mark(mark) => mark.iter().for_each(|it| made("m", &decimal((*it).into()))),
            Self::Cells(cells) => cells.iter().for_each(|it| made("c", &decimal((*it).into()))),
            Self::Ticks(ticks) => {
                let ticked = ticks.iter().enumerate().filter(|(_, ticked)| **ticked);
                ticked.for_each(|(at, _)| made("t", &decimal(at as u64)));
            }
            Self::Reading => {}
        }
        moves
    }

    /// The response, once there is one to hand in.
    pub fn response(&self, interaction: &Interaction) -> Option<Response> {
        match self {
            Self::Pick(pick) => pick.map(Response::Choice),
            Self::Typed(text) if let Interaction::Staged(it) = interaction => {
                let made = Made::read(text);
                made.mark.map(|_| Response::Staged(it.kind, Bytes(made.made)))
            }
            Self::Typed(text) => (!text.trim().is_empty()).then(|| Response::Typed(text.clone())),
            Self::Row(row) => {
                if let Interaction::Order(it) = interaction {
                    (row.len() == it.cards.len()).then(|| Response::Order(row.clone()))
                } else {
                    (!row.is_empty()).then(|| Response::Tiles(row.clone()))
                }
            }
            Self::Places(_, places) => {
                let places: Vec<u8> = places.iter().copied().collect::<Option<_>>()?;
                Some(if matches!(interaction, Interaction::Match(_)) {
                    Response::Match(places)
                } else {
                    Response::Sort(places)
                })
            }
            Self::Mark(mark) => mark.map(Response::Numline),
            // Those that are given are no answer.
            Self::Cells(cells) => cells
                .last()
                .filter(|last| !is_given(interaction, **last))
                .map(|_| Response::Grid(cells.clone())),
            Self::Ticks(ticks) if matches!(interaction, Interaction::Multi(_)) => {
                let ticked = ticks.iter().zip(0..).filter(|(ticked, _)| **ticked);
                let picked: Vec<u8> = ticked.map(|(_, at)| at).collect();
                (!picked.is_empty()).then_some(Response::Multi(picked))
            }
            Self::Ticks(ticks) => Some(Response::Check(ticks.clone())),
            Self::Reading => Some(Response::Read),
        }
    }
}

/// What was done on a stage, and what its engine says of it once it can be handed in.
struct Made {
    made: Vec<u8>,
    mark: Option<Mark>,
}

impl Made {
    /// Reads what an engine wrote: two digits a byte, of which the first two are the score (or that it cannot be read, or that it
    /// cannot be handed in yet), the third the fault.
    fn read(digits: &str) -> Self {
        let pairs = digits.as_bytes().chunks(2);
        let read = |pair| digits::read(std::str::from_utf8(pair).unwrap_or_default(), 16);
        let mut said: Vec<u8> = pairs.map(|pair| read(pair).unwrap_or_default() as u8).collect();
        let made = said.split_off(said.len().min(3));
        let mark = match said[..] {
            [high, low, fault] if (high, low) != NOT_YET => {
                let score = usize::from(high) << 8 | usize::from(low);
                Some(Mark { score: (score <= 1000).then(|| Score::share(score, 1000)), fault })
            }
            _ => None,
        };
        Self { made, mark }
    }
}

/// It cannot be handed in yet.
const NOT_YET: (u8, u8) = (0xff, 0xfe);

/// Puts a card to a place. A pair has one partner: who held the place before lets go of it.
fn put(places: &mut [Option<u8>], card: u8, place: u8, interaction: &Interaction) {
    if matches!(interaction, Interaction::Match(_)) {
        places.iter_mut().filter(|it| **it == Some(place)).for_each(|it| *it = None);
    }
    places[usize::from(card)] = Some(place);
}

fn is_given(interaction: &Interaction, cell: u16) -> bool {
    matches!(interaction, Interaction::Grid(it) if cell < it.given())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
pub mod tests;
