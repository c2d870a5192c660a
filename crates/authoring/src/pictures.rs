//! The pictures of a lesson: each once, numbered in the order in which they are met.

use crate::diagnostic::Diagnostics;
use crate::item::facts_mut;
use crate::shared::Shared;
use course::item::Item;
use course::picture::{Drawing, Picture};
use course::text::Block;

/// Names of pictures; a picture's number is its place.
#[derive(Debug, Default)]
pub(crate) struct Pictures(Vec<String>);

impl Pictures {
    /// Numbers the pictures of `blocks`, which are numbered by `names`, as the lesson's.
    pub fn adopt<'a>(&mut self, names: &[String], blocks: impl Iterator<Item = &'a mut Block>) {
        for block in blocks {
            if let Some(number) = number(block)
                && let Some(name) = names.get(usize::from(*number))
            {
                let at = self.0.iter().position(|known| known == name).unwrap_or_else(|| {
                    self.0.push(name.clone());
                    self.0.len() - 1
                });
                *number = u16::try_from(at).unwrap_or(u16::MAX);
            }
        }
    }

    /// The pictures' shapes.
    pub fn compile(&self, shared: &Shared, diagnostics: &mut Diagnostics) -> Vec<Picture> {
        let pictures = self.0.iter().map(|name| {
            let drawing = shared.pictures.get(name).map(|file| {
                file.drawing().cloned().unwrap_or_else(|what| {
                    diagnostics.error(
                        "C63",
                        file.place,
                        what,
                        "draw it with plain shapes; docs/SOURCE.md says which",
                    );
                    Drawing::default()
                })
            });
            Picture { id: name.clone(), drawing: drawing.unwrap_or_default() }
        });
        pictures.collect()
    }
}

/// The number of the picture that a block shows.
pub(crate) const fn number(block: &mut Block) -> Option<&mut u16> {
    match block {
        Block::Picture(number, _) => Some(number),
        Block::Figure(figure) => figure.picture.as_mut(),
        Block::Paragraph(_) | Block::List(_) | Block::Listen(_) => None,
    }
}

/// Every block of an item.
pub(crate) fn of_item(item: &mut Item) -> impl Iterator<Item = &mut Block> {
    let cards = facts_mut(&mut item.interaction).cards_mut();
    let shown = item.steps.iter_mut().filter_map(|step| step.show.as_mut());
    item.prompt.iter_mut().chain(cards).chain(shown)
}
