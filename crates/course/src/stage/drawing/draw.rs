//! Draws: freely, or so that the drawing has what is asked.

use super::example::{Example, paints_of};
use super::paint::Paint;
use super::sheet::{Part, Sheet};
use super::want::{BLANK, FAULTS, KEPT, Want, is_given};
use crate::codec::to_bytes;
use crate::codec_struct;
use crate::item::{Mark, Score};
use crate::rng::Rng;
use crate::stage::Piece;

/// What may be done on the sheet: bits of [`Draw::tools`].
pub mod tool {
    /// Lines.
    pub const LINES: u8 = 1;
    /// Shapes.
    pub const SHAPES: u8 = 2;
    /// The mirror.
    pub const MIRROR: u8 = 4;
    /// Every name in the source.
    pub const ALL: [(u8, &str); 3] = [(LINES, "lines"), (SHAPES, "shapes"), (MIRROR, "mirror")];
}

/// A sheet, what may be used on it, and what the drawing is asked to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// Bits of [`tool`]; painting what is there anew is always possible.
    pub tools: u8,
    /// The paints that are there; all of them if none is named.
    pub paints: Vec<Paint>,
    /// What stands there before, each with what it is, in the language of instruction.
    pub given: Vec<(Part, String)>,
    /// What the drawing is asked to have; nothing is marked if it is asked for nothing.
    pub wants: Vec<Want>,
}

codec_struct!(Draw { tools, paints, given, wants });

impl Draw {
    /// The sheet as it is at first.
    pub fn begun(&self) -> Sheet {
        let mut sheet = Sheet::default();
        for (part, _) in &self.given {
            sheet.put(0, part.clone());
        }
        sheet
    }

    /// What stands there before.
    pub fn given(&self) -> Vec<Part> {
        self.given.iter().map(|it| it.0.clone()).collect()
    }

    /// The paints that may be used.
    pub fn palette(&self) -> Vec<Paint> {
        paints_of(&self.paints)
    }

    /// What a sheet is worth.
    pub fn mark(&self, sheet: &Sheet) -> Mark {
        if self.wants.is_empty() {
            return Mark::RIGHT;
        }
        if *sheet == self.begun() || sheet.parts().next().is_none() {
            return Mark::wrong(BLANK);
        }
        let given = self.given();
        let kept = given
            .iter()
            .all(|it| sheet.parts().any(|part| is_given(part, std::slice::from_ref(it))));
        let mut fault = (!kept).then_some(KEPT);
        let mut met = u32::from(kept);
        for want in &self.wants {
            if want.is_met(sheet, &given) {
                met += 1;
            } else {
                fault = fault.or(Some(want.fault()));
            }
        }
        match fault {
            None => Mark::RIGHT,
            Some(fault) => Mark::scored(Score::share(met as usize, self.wants.len() + 1), fault),
        }
    }
}

impl Piece for Draw {
    const FAULTS: &'static [&'static str] = &FAULTS;

    fn judge(&self, response: &[u8]) -> Mark {
        Sheet::read(response).map_or(Mark::UNREADABLE, |it| self.mark(&it))
    }

    fn solution(&self, _: u64) -> Option<Vec<u8>> {
        (!self.wants.is_empty()).then(|| to_bytes(&Example::of(self, None)))
    }

    fn showing(&self, fault: u8, _: u64) -> Option<Vec<u8>> {
        let wanted = self.wants.iter().position(|it| it.fault() == fault);
        let mut sheet = if fault == BLANK { self.begun() } else { Example::of(self, wanted) };
        if fault == KEPT {
            sheet.layers.first_mut()?.remove(0);
        }
        if let Some(Want::Only(family)) = wanted.map(|at| self.wants[at]) {
            let other = self.palette().into_iter().find(|it| it.family() == family.other())?;
            sheet.put(0, Example::stroke(other));
        }
        (self.mark(&sheet).fault == fault).then(|| to_bytes(&sheet))
    }

    fn random(&self, _: u64, rng: &mut Rng) -> Vec<u8> {
        let mut sheet = self.begun();
        let palette = self.palette();
        for _ in 0..=rng.below(4) {
            let paint = palette.get(rng.below(palette.len() as u64) as usize);
            sheet.put(0, Example::scrawl(paint.copied().unwrap_or(Paint::Black), rng));
        }
        to_bytes(&sheet)
    }

    fn seconds(&self) -> u32 {
        // What is only painted anew is there already.
        match self.tools {
            0 => 25 + 8 * self.given.len() as u32,
            _ => 90 + 15 * self.wants.len() as u32,
        }
    }

    fn words(&mut self) -> Vec<&mut String> {
        self.given.iter_mut().map(|it| &mut it.1).collect()
    }

    fn asked(&self, _: u64) -> String {
        let given = self.given.iter().map(|it| it.1.clone());
        given.chain(self.wants.iter().map(|it| it.source())).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests;
