//! Puts blocks together: onto a silhouette, or freely.

use super::cover::{Cover, Size, Spot};
use super::paint::Paint;
use super::shape::Form;
use crate::codec::{from_bytes, to_bytes};
use crate::digits::decimal;
use crate::item::{Mark, Score};
use crate::rng::Rng;
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

/// A grid, blocks, and what is to be built of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Geo {
    /// What is built, in the language of instruction.
    pub name: String,
    /// Cells from left to right.
    pub wide: u8,
    /// Cells from top to bottom.
    pub high: u8,
    /// Eighths that a block is turned by at a time; 0 if it is not turned.
    pub step: u8,
    /// In the order in which they lie on each other.
    pub blocks: Vec<Block>,
    /// What is asked where nothing is to be covered.
    pub wants: Vec<Want>,
}

codec_struct!(Geo { name, wide, high, step, blocks, wants });

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its form.
    pub form: Form,
    /// Cells from left to right, before it is turned.
    pub wide: u8,
    /// Cells from top to bottom.
    pub high: u8,
    /// Its paint.
    pub paint: Paint,
    /// Where it belongs on the silhouette, if there is one and it does.
    pub spot: Option<Spot>,
}

codec_struct!(Block { form, wide, high, paint, spot });

/// What is asked of what is built freely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// So many blocks.
    Blocks(u8),
    /// So many forms.
    Forms(u8),
    /// So many blocks of a form.
    Form(Form, u8),
    /// Each touches another one.
    Together,
}

codec_enum!(Want { 0 => Blocks(count), 1 => Forms(count), 2 => Form(form, count), 3 => Together });

/// A block that was laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Laid {
    /// Which.
    pub block: u8,
    /// Where.
    pub spot: Spot,
}

codec_struct!(Laid { block, spot });

/// The most cells along a side.
pub const CELLS_MAX: u8 = 16;
/// The most blocks.
pub const BLOCKS_MAX: usize = 16;

const TURNED: u8 = 0;
const OVER: u8 = 1;
const TWICE: u8 = 2;
const GAP: u8 = 3;
const BLANK: u8 = 4;
const BLOCKS: u8 = 5;
const FORMS: u8 = 6;
const APART: u8 = 7;
/// From here on the number of the form.
const FORM: u8 = 8;

impl Want {
    const fn fault(self) -> u8 {
        match self {
            Self::Blocks(_) => BLOCKS,
            Self::Forms(_) => FORMS,
            Self::Form(form, _) => FORM + form as u8,
            Self::Together => APART,
        }
    }
}

impl Block {
    /// Its form and size.
    pub const fn size(&self) -> Size {
        Size { form: self.form, wide: self.wide, high: self.high }
    }

    /// Whether nobody can tell it from another one but by its paint.
    fn is_like(&self, other: &Self) -> bool {
        self.size() == other.size()
    }
}

impl Geo {
    /// Whether there is a silhouette.
    pub fn has_target(&self) -> bool {
        self.blocks.iter().any(|it| it.spot.is_some())
    }

    /// The silhouette.
    pub fn target(&self) -> Vec<Laid> {
        let blocks = (0..).zip(&self.blocks);
        blocks.filter_map(|(block, it)| it.spot.map(|spot| Laid { block, spot })).collect()
    }

    /// What was laid, if it can be: each block once at most, and on the grid.
    pub fn read(&self, response: &[u8]) -> Option<Vec<Laid>> {
        let laid: Vec<Laid> = from_bytes(response).ok()?;
        let sound = |(at, it): (usize, &Laid)| {
            let (block, first) = (self.blocks.get(usize::from(it.block)), &laid[..at]);
            block.is_some_and(|block| self.holds(block, it.spot))
                && !first.iter().any(|other| other.block == it.block)
        };
        laid.iter().enumerate().all(sound).then_some(laid)
    }

    /// Whether a block is on the grid there.
    pub fn holds(&self, block: &Block, spot: Spot) -> bool {
        let (wide, high) = block.size().turned(spot.eighths);
        u16::from(spot.x) + u16::from(wide) <= u16::from(self.wide)
            && u16::from(spot.y) + u16::from(high) <= u16::from(self.high)
            && spot.eighths < 8
    }

    fn is_sound(&self) -> bool {
        let sides = 1..=CELLS_MAX;
        sides.contains(&self.wide)
            && sides.contains(&self.high)
            && self.blocks.len() <= BLOCKS_MAX
            && self
                .blocks
                .iter()
                .all(|it| it.size().fits_grid() && it.wide <= CELLS_MAX && it.high <= CELLS_MAX)
    }

    fn cover(&self, laid: &[Laid]) -> Option<Cover> {
        let mut cover = Cover::new(self.wide, self.high);
        let mut along = true;
        for it in laid {
            along &= cover.lay(self.blocks.get(usize::from(it.block))?.size(), it.spot);
        }
        along.then_some(cover)
    }

    /// What is worth what was laid.
    pub fn mark(&self, laid: &[Laid]) -> Mark {
        if laid.is_empty() {
            return Mark::wrong(BLANK);
        }
        if self.has_target() { self.mark_target(laid) } else { self.mark_free(laid) }
    }

    fn mark_target(&self, laid: &[Laid]) -> Mark {
        let Some(wanted) = self.cover(&self.target()) else { return Mark::UNREADABLE };
        let even: Vec<Laid> = laid.iter().copied().filter(|it| it.spot.eighths % 2 == 0).collect();
        let Some(cover) = self.cover(&even) else { return Mark::UNREADABLE };
        let off = cover.difference(&wanted);
        let across = even.len() < laid.len();
        if off.is_none() && !across {
            return Mark::RIGHT;
        }
        let fault = if across || laid.iter().any(|it| self.is_turned(it)) {
            TURNED
        } else if off.over > 0 {
            OVER
        } else if off.twice > 0 {
            TWICE
        } else {
            GAP
        };
        let met = off.met.saturating_sub(off.over + off.twice).min(off.all - 1);
        Mark::scored(Score::share(met as usize, off.all as usize), fault)
    }

    /// Whether a block lies in the place of one like it, and only has to be turned.
    fn is_turned(&self, laid: &Laid) -> bool {
        let Some(block) = self.blocks.get(usize::from(laid.block)) else { return false };
        let period = block.form.period(block.wide == block.high);
        let likes = self.blocks.iter().filter(|it| it.is_like(block)).filter_map(|it| it.spot);
        let same = |spot: Spot| (spot.x, spot.y) == (laid.spot.x, laid.spot.y);
        let turn = |spot: Spot| spot.eighths % period;
        let mut there = likes.filter(|it| same(*it)).peekable();
        there.peek().is_some() && there.all(|it| turn(it) != turn(laid.spot))
    }

    fn mark_free(&self, laid: &[Laid]) -> Mark {
        let missed = self.wants.iter().filter(|it| !self.is_met(**it, laid));
        let count = missed.clone().count();
        match missed.map(|it| it.fault()).next() {
            None => Mark::RIGHT,
            Some(fault) => {
                let all = self.wants.len();
                Mark::scored(Score::share(all - count, all), fault)
            }
        }
    }

    /// Whether what was laid freely is as asked.
    pub fn is_met(&self, want: Want, laid: &[Laid]) -> bool {
        let forms = || {
            laid.iter().filter_map(|it| self.blocks.get(usize::from(it.block))).map(|it| it.form)
        };
        match want {
            Want::Blocks(count) => laid.len() >= usize::from(count),
            Want::Forms(count) => {
                Form::ALL.iter().filter(|(form, _)| forms().any(|it| it == *form)).count()
                    >= usize::from(count)
            }
            Want::Form(form, count) => {
                forms().filter(|it| *it == form).count() >= usize::from(count)
            }
            Want::Together => self.is_together(laid),
        }
    }

    /// Whether one can walk from each block to each other one, of which there is one at least.
    fn is_together(&self, laid: &[Laid]) -> bool {
        if laid.len() < 2 {
            return false;
        }
        let mut reached = vec![false; laid.len()];
        let mut edge: Vec<usize> = (0..laid.len().min(1)).collect();
        while let Some(at) = edge.pop() {
            if std::mem::replace(&mut reached[at], true) {
                continue;
            }
            edge.extend((0..laid.len()).filter(|other| self.touch(&laid[at], &laid[*other])));
        }
        reached.into_iter().all(|it| it)
    }

    /// Whether the boxes of two blocks share more than a corner.
    fn touch(&self, one: &Laid, other: &Laid) -> bool {
        let sides = |it: &Laid| {
            let block = self.blocks.get(usize::from(it.block));
            let (wide, high) = block.map_or((0, 0), |block| block.size().turned(it.spot.eighths));
            (i32::from(it.spot.x), i32::from(it.spot.y), i32::from(wide), i32::from(high))
        };
        let ((x, y, wide, high), (x2, y2, wide2, high2)) = (sides(one), sides(other));
        let across = (x + wide).min(x2 + wide2) - x.max(x2);
        let down = (y + high).min(y2 + high2) - y.max(y2);
        across >= 0 && down >= 0 && across + down > 0
    }

    /// Every spot of a block on the grid.
    fn spots(&self, block: u8) -> Vec<Laid> {
        let mut spots = Vec::new();
        for eighths in [0, 2, 4, 6] {
            for y in 0..self.high {
                for x in 0..self.wide {
                    let spot = Spot { x, y, eighths };
                    if self.blocks.get(usize::from(block)).is_some_and(|it| self.holds(it, spot)) {
                        spots.push(Laid { block, spot });
                    }
                }
            }
        }
        spots
    }

    /// Blocks side by side, without lying on each other.
    fn built(&self) -> Vec<Laid> {
        let mut laid: Vec<Laid> = Vec::new();
        for block in 0..self.blocks.len() as u8 {
            let free = |it: &Laid| {
                let mut cover = self.blank_boxes(&laid);
                self.blank_boxes_add(&mut cover, it)
            };
            let found = self.spots(block).into_iter().find(|it| {
                free(it) && (laid.is_empty() || laid.iter().any(|other| self.touch(it, other)))
            });
            laid.extend(found);
        }
        laid
    }

    fn blank_boxes(&self, laid: &[Laid]) -> Vec<bool> {
        let mut taken = vec![false; usize::from(self.wide) * usize::from(self.high)];
        for it in laid {
            self.blank_boxes_add(&mut taken, it);
        }
        taken
    }

    /// Takes the cells of a block's box; `false` if one was taken.
    fn blank_boxes_add(&self, taken: &mut [bool], laid: &Laid) -> bool {
        let Some(block) = self.blocks.get(usize::from(laid.block)) else { return false };
        let (wide, high) = block.size().turned(laid.spot.eighths);
        let mut free = true;
        for y in laid.spot.y..laid.spot.y + high {
            for x in laid.spot.x..laid.spot.x + wide {
                let cell = &mut taken[usize::from(y) * usize::from(self.wide) + usize::from(x)];
                free &= !std::mem::replace(cell, true);
            }
        }
        free
    }

    fn example(&self) -> Vec<Laid> {
        if self.has_target() { self.target() } else { self.built() }
    }

    /// The example with one block laid elsewhere, or left out, that is marked so.
    fn with_fault(&self, fault: u8) -> Option<Vec<Laid>> {
        let example = self.example();
        let shows = |laid: &Vec<Laid>| self.mark(laid).fault == fault;
        // As few left out as can be, of the first ten.
        let count = example.len().min(10);
        for picked in (1..1_u32 << count).rev() {
            let kept = (0..).zip(&example).filter(|(at, _)| *at >= count || picked >> at & 1 == 1);
            let kept: Vec<Laid> = kept.map(|it| *it.1).collect();
            if kept.len() < example.len() && shows(&kept) {
                return Some(kept);
            }
        }
        for at in 0..example.len() {
            for moved in self.spots(example[at].block) {
                let mut other = example.clone();
                other[at] = moved;
                if shows(&other) {
                    return Some(other);
                }
            }
        }
        None
    }
}

impl Piece for Geo {
    const FAULTS: &'static [&'static str] = &[
        "turned",
        "over",
        "twice",
        "gap",
        "blank",
        "blocks",
        "forms",
        "apart",
        "circle",
        "square",
        "rectangle",
        "triangle",
        "half",
        "corner",
        "quarter",
    ];

    fn judge(&self, response: &[u8]) -> Mark {
        let laid = if self.is_sound() { self.read(response) } else { None };
        laid.map_or(Mark::UNREADABLE, |it| self.mark(&it))
    }

    fn solution(&self, _: u64) -> Option<Vec<u8>> {
        let marked = self.is_sound() && (self.has_target() || !self.wants.is_empty());
        marked.then(|| to_bytes(&self.example()))
    }

    fn showing(&self, fault: u8, _: u64) -> Option<Vec<u8>> {
        let made = if fault == BLANK { Some(Vec::new()) } else { self.with_fault(fault) };
        made.map(|it| to_bytes(&it))
    }

    fn random(&self, _: u64, rng: &mut Rng) -> Vec<u8> {
        let mut laid = Vec::new();
        for block in 0..self.blocks.len() as u8 {
            let spots = self.spots(block);
            laid.extend(spots.get(rng.below(spots.len() as u64) as usize).copied());
        }
        to_bytes(&laid)
    }

    fn seconds(&self) -> u32 {
        20 + 10 * self.blocks.len() as u32
    }

    fn words(&mut self) -> Vec<&mut String> {
        vec![&mut self.name]
    }

    fn asked(&self, _: u64) -> String {
        let blocks = self.blocks.iter().map(|it| it.form.name());
        let wants = self.wants.iter().map(|it| match it {
            Want::Blocks(count) | Want::Forms(count) | Want::Form(_, count) => {
                [Self::FAULTS[usize::from(it.fault())], " ", &decimal(u64::from(*count))].concat()
            }
            Want::Together => "together".to_owned(),
        });
        let wants = wants.collect::<Vec<_>>().join(", ");
        let asked = if self.has_target() { "onto a silhouette" } else { &wants };
        [&self.name, " of ", &blocks.collect::<Vec<_>>().join(" "), ": ", asked].concat()
    }
}

#[cfg(test)]
mod tests;
