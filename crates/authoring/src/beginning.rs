//! The beginning of a lesson: all that its first item needs, as a lesson of its own.

use crate::pictures::{number, of_item};
use crate::texts::each_picture;
use course::generator::Sealed;
use course::lesson::{Lesson, Slot};
use course::text::Block;
use std::collections::BTreeSet;

/// The lesson up to its first part with items. The parts after it are there without slots, so that what is met is the same,
/// and who reads it knows that more is to come. `None` if nothing comes after it.
pub(crate) fn of_lesson(lesson: &Lesson) -> Option<Lesson> {
    let has_items = |slot: &Slot| !matches!(slot, Slot::Card(_));
    let last = lesson.parts.iter().position(|part| part.slots.iter().any(has_items))?;
    let mut beginning = lesson.clone();
    let after = beginning.parts.iter_mut().skip(last + 1);
    let emptied = after.map(|part| part.slots.drain(..).count()).sum::<usize>();
    keep_generators(&mut beginning);
    keep_pictures(&mut beginning);
    beginning.pinyin = crate::pinyin::of_lesson(&beginning);
    (emptied > 0).then_some(beginning)
}

/// Keeps the generators that are drawn from.
fn keep_generators(lesson: &mut Lesson) {
    let mut kept = Vec::new();
    for slot in lesson.parts.iter_mut().flat_map(|part| &mut part.slots) {
        if let Slot::Draw(draw) = slot {
            let at = kept.iter().position(|it| *it == draw.generator).unwrap_or_else(|| {
                kept.push(draw.generator);
                kept.len() - 1
            });
            draw.generator = u16::try_from(at).unwrap_or(u16::MAX);
        }
    }
    let generators = kept.iter().filter_map(|at| lesson.generators.get(usize::from(*at)));
    lesson.generators = generators.cloned().collect();
}

/// Keeps the pictures that are shown.
fn keep_pictures(lesson: &mut Lesson) {
    let mut shown = BTreeSet::new();
    each_picture(lesson, &mut |picture| {
        shown.insert(picture);
    });
    let renumber = |block: &mut Block| {
        if let Some(number) = number(block) {
            *number = u16::try_from(shown.range(..*number).count()).unwrap_or(u16::MAX);
        }
    };
    for slot in lesson.parts.iter_mut().flat_map(|part| &mut part.slots) {
        match slot {
            Slot::Card(card) => card.blocks.iter_mut().for_each(renumber),
            Slot::Pool(pool) => pool.items.iter_mut().flat_map(of_item).for_each(renumber),
            Slot::Draw(_) => {}
        }
    }
    for template in lesson.generators.iter_mut().flat_map(|it| &mut it.templates) {
        let mut item = (*template.item).clone();
        of_item(&mut item).for_each(renumber);
        template.item = Sealed::new(&item);
    }
    let pictures = shown.iter().filter_map(|at| lesson.pictures.get(usize::from(*at)));
    lesson.pictures = pictures.cloned().collect();
}
