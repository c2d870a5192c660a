//! Doing with a lesson all that a learner could, whatever is in it: for tests with damaged packs.

use crate::item::{Interaction, Item, Response};
use crate::lesson::{Lesson, Slot};
use crate::plan::{Met, meet, plan, shuffled};
use crate::text::Block;
#[cfg(feature = "stage")]
use crate::{item::Staged, rng::Rng, stage::piece};

/// So many stops are made; a damaged lesson may have millions.
const STOPS_MAX: usize = 200;

/// Goes through `lesson` on one way, looks at everything and answers in every manner.
pub fn walk(lesson: &Lesson) {
    for stop in plan(lesson, 7).into_iter().take(STOPS_MAX) {
        match meet(lesson, stop) {
            Some(Met::Card(card)) => look(&card.blocks),
            Some(Met::Item(item, _)) => answer(&item, stop.seed),
            None => {}
        }
    }
    let templates = lesson.generators.iter().flat_map(|it| &it.templates);
    for item in templates.map(|it| &*it.item).chain(written(lesson)).take(STOPS_MAX) {
        answer(item, 7);
    }
}

fn written(lesson: &Lesson) -> impl Iterator<Item = &Item> {
    let slots = lesson.parts.iter().flat_map(|part| &part.slots);
    slots.flat_map(|slot| match slot {
        Slot::Pool(pool) => pool.items.as_slice(),
        Slot::Card(_) | Slot::Draw(_) => &[],
    })
}

fn answer(item: &Item, seed: u64) {
    look(&item.prompt);
    item.steps.iter().filter_map(|step| step.show.as_ref()).for_each(|show| look([show]));
    for response in responses(&item.interaction, seed) {
        item.interaction.judge(&response);
    }
    #[cfg(feature = "stage")]
    if let Interaction::Staged(staged) = &item.interaction {
        perform(staged, seed);
    }
}

/// Does on a stage what is right, what is wrong, what nobody thought of, and what makes no sense.
#[cfg(feature = "stage")]
fn perform(staged: &Staged, seed: u64) {
    let Some(mut piece) = piece(staged) else { return };
    let faults = 0..piece.faults().len() as u8;
    let mut made: Vec<Vec<u8>> = faults.filter_map(|it| piece.showing(it, seed)).collect();
    made.extend(piece.solution(seed));
    made.push(piece.random(seed, &mut Rng::new(seed)));
    made.extend([Vec::new(), staged.piece.0.clone(), vec![255; 64]]);
    for response in made {
        piece.judge(&response);
    }
    piece.asked(seed);
    piece.words();
}

/// Draws the figures.
fn look<'a>(blocks: impl IntoIterator<Item = &'a Block>) {
    for block in blocks {
        if let Block::Figure(figure) = block {
            figure.drawing();
        }
    }
}

/// Responses of every kind, in and out of range.
fn responses(interaction: &Interaction, seed: u64) -> Vec<Response> {
    let row = || vec![0, 1, 255];
    let typed = ["", "12", "-1/0", "7 r 2", "１２，３"].map(|it| Response::Typed(it.to_owned()));
    let others = [
        Response::Choice(255),
        Response::Order(row()),
        Response::Order(shuffled(3, seed)),
        Response::Match(row()),
        Response::Sort(row()),
        Response::Tiles(row()),
        Response::Numline(u16::MAX),
        Response::Grid(vec![0, u16::MAX]),
        Response::Read,
        Response::Check(vec![true; 9]),
        Response::Multi(row()),
    ];
    typed.into_iter().chain(others).chain(interaction.solution()).collect()
}
