//! Building with blocks: a block is tapped, then its place; or moved by keys.

use crate::history::History;
use crate::names;
use crate::parts::{Finger, Key, Way, file, finger, key};
use crate::words::Message as M;
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::drawing::cover::{Size, Spot};
use course::stage::drawing::geo::{Block, Geo, Laid};
use course::stage::drawing::point::{Point, SIDE, at};
use course::stage::drawing::sheet::{Part, Shape, Sheet};
use stage::words::Locale;
use stage::{Effect, Told, What};

mod view;

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    /// A finger or a key on the grid.
    Grid,
    /// Takes a block into the hand.
    Take(u8),
    Go(Way),
    Turn,
    Away,
    Undo,
    Redo,
    Keep,
    Svg,
    Png,
}

/// A grid that is built on.
pub struct Building {
    piece: Geo,
    locale: Locale,
    laid: Vec<Laid>,
    history: History,
    /// The block in the hand, and how it is turned while it is not laid.
    picked: Option<u8>,
    eighths: u8,
    /// Where a finger has taken the block that it moves: cells from its left upper corner.
    held: Option<(i32, i32)>,
    keep: bool,
    told: Option<M>,
    made: (Vec<u8>, Option<Mark>),
}

impl Building {
    pub fn open(told: &Told) -> Option<Self> {
        let piece: Geo = from_bytes(&told.piece).ok()?;
        let mut building = Self {
            locale: told.locale,
            laid: piece.read(&told.made).unwrap_or_default(),
            history: History::default(),
            picked: None,
            eighths: 0,
            held: None,
            keep: false,
            told: Some(M::TapBlock),
            made: (Vec::new(), None),
            piece,
        };
        building.settle();
        Some(building)
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        self.made.clone()
    }

    pub fn ask(&mut self, ask: Do, what: &What) -> Vec<Effect> {
        match ask {
            Do::Grid => self.on_grid(what),
            Do::Take(block) => self.take(block),
            Do::Go(way) => self.go(way),
            Do::Turn => self.turn(),
            Do::Away => {
                if let Some(block) = self.picked {
                    let others = self.others(block);
                    self.change(others);
                }
            }
            Do::Undo => self.step(false),
            Do::Redo => self.step(true),
            Do::Keep => self.keep = !self.keep,
            Do::Svg => return file(self.locale, &self.sheet(), false),
            Do::Png => return file(self.locale, &self.sheet(), true),
        }
        Vec::new()
    }

    fn block(&self, number: u8) -> Option<&Block> {
        self.piece.blocks.get(usize::from(number))
    }

    fn where_is(&self, number: u8) -> Option<Spot> {
        self.laid.iter().find(|it| it.block == number).map(|it| it.spot)
    }

    fn take(&mut self, block: u8) {
        self.picked = Some(block);
        let spot = self.where_is(block);
        self.eighths = spot.map_or(0, |it| it.eighths);
        self.told = spot.is_none().then_some(M::TapPlace);
    }

    fn on_grid(&mut self, what: &What) {
        if let What::Key(name) = what {
            match key(name) {
                Key::Go(way) => self.go(way),
                Key::Act => self.turn(),
                Key::Remove => {
                    self.ask(Do::Away, what);
                }
                Key::Leave | Key::Other => {}
            }
        }
        let Some((finger, point)) = finger(what) else { return };
        let (x, y) = (self.cell(point.x, self.piece.wide), self.cell(point.y, self.piece.high));
        match finger {
            Finger::Down => {
                if let Some(on) = self.on_top(point) {
                    // A block that lies there is taken, unless another one is in the hand and not yet laid.
                    let free = self.picked.is_some_and(|it| self.where_is(it).is_none());
                    if !free {
                        self.take(on.block);
                        self.held = Some((x - i32::from(on.spot.x), y - i32::from(on.spot.y)));
                        return;
                    }
                }
                if let Some((wide, high)) = self.in_hand().map(|it| it.turned(self.eighths)) {
                    self.lay(x - i32::from(wide - 1) / 2, y - i32::from(high - 1) / 2);
                    self.held = Some((i32::from(wide - 1) / 2, i32::from(high - 1) / 2));
                }
            }
            Finger::Move => {
                if let Some((left, top)) = self.held {
                    self.slide(x - left, y - top);
                }
            }
            Finger::Up => self.held = None,
        }
    }

    fn cell(&self, units: i32, cells: u8) -> i32 {
        (units * i32::from(cells) / SIDE).min(i32::from(cells) - 1)
    }

    fn in_hand(&self) -> Option<Size> {
        self.picked.and_then(|it| self.block(it)).map(Block::size)
    }

    fn on_top(&self, point: Point) -> Option<Laid> {
        // In units of a cell, as large as blocks are drawn.
        let scaled = |units: i32, cells: u8| units * i32::from(cells) * UNITS / SIDE;
        let point = at(scaled(point.x, self.piece.wide), scaled(point.y, self.piece.high));
        let mut found = None;
        for laid in self.ordered() {
            let Some(block) = self.block(laid.block) else { continue };
            if block.size().place(laid.spot, UNITS).covers(block.form, point) {
                found = Some(laid);
            }
        }
        found
    }

    /// What is laid, as it lies on each other.
    fn ordered(&self) -> Vec<Laid> {
        let mut all = Vec::new();
        for block in 0..self.piece.blocks.len() as u8 {
            if let Some(spot) = self.where_is(block) {
                all.push(Laid { block, spot });
            }
        }
        all
    }

    /// What else is laid.
    fn others(&self, block: u8) -> Vec<Laid> {
        let mut laid = self.laid.clone();
        laid.retain(|it| it.block != block);
        laid
    }

    /// Lays the block in the hand, as near to a cell as the grid allows.
    fn lay(&mut self, x: i32, y: i32) {
        let (Some(number), Some(spot)) = (self.picked, self.fit(x, y)) else { return };
        let mut laid = self.others(number);
        laid.push(Laid { block: number, spot });
        self.told = None;
        self.change(laid);
    }

    /// As [`Self::lay`], but a way that a finger goes is one step to be taken back.
    fn slide(&mut self, x: i32, y: i32) {
        let (Some(number), Some(spot)) = (self.picked, self.fit(x, y)) else { return };
        if let Some(it) = self.laid.iter_mut().find(|it| it.block == number)
            && it.spot != spot
        {
            it.spot = spot;
            self.settle();
        }
    }

    fn fit(&self, x: i32, y: i32) -> Option<Spot> {
        let (wide, high) = self.in_hand()?.turned(self.eighths);
        let most = |cells: u8, size: u8| i32::from(cells) - i32::from(size);
        let (right, bottom) = (most(self.piece.wide, wide), most(self.piece.high, high));
        (right >= 0 && bottom >= 0).then(|| Spot {
            x: x.clamp(0, right) as u8,
            y: y.clamp(0, bottom) as u8,
            eighths: self.eighths,
        })
    }

    fn go(&mut self, way: Way) {
        let Some(number) = self.picked else {
            self.told = Some(M::TapBlock);
            return;
        };
        let (x, y) = way.by();
        match self.where_is(number) {
            Some(spot) => self.lay(i32::from(spot.x) + x, i32::from(spot.y) + y),
            None => {
                self.lay(i32::from(self.piece.wide) / 2 - 1, i32::from(self.piece.high) / 2 - 1)
            }
        }
    }

    fn turn(&mut self) {
        let Some(number) = self.picked else {
            self.told = Some(M::TapBlock);
            return;
        };
        self.eighths = (self.eighths + self.piece.step) % 8;
        if let Some(spot) = self.where_is(number) {
            self.lay(spot.x.into(), spot.y.into());
        }
    }

    fn change(&mut self, laid: Vec<Laid>) {
        if laid != self.laid {
            self.history.remember(&self.made.0);
            self.laid = laid;
            self.settle();
        }
    }

    fn step(&mut self, forward: bool) {
        let found = self.history.step(forward, &self.made.0);
        if let Some(laid) = found.and_then(|it| self.piece.read(&it)) {
            self.laid = laid;
            self.eighths = self.picked.and_then(|it| self.where_is(it)).map_or(0, |it| it.eighths);
            self.settle();
        }
    }

    fn settle(&mut self) {
        let asked = self.piece.has_target() || !self.piece.wants.is_empty();
        let mark = (!self.laid.is_empty())
            .then(|| if asked { self.piece.mark(&self.laid) } else { Mark::RIGHT });
        self.made = (to_bytes(&self.laid), mark);
    }

    /// What is built, as a drawing.
    fn sheet(&self) -> Sheet {
        let units = SIDE / i32::from(self.piece.wide.max(self.piece.high).max(1));
        let mut sheet = Sheet::default();
        for laid in self.ordered() {
            if let Some(block) = self.block(laid.block) {
                let place = block.size().place(laid.spot, units);
                let (form, paint) = (block.form, block.paint);
                sheet.put(
                    0,
                    Part::Shape(Shape { form, paint, filled: true, mirrored: false, place }),
                );
            }
        }
        sheet
    }
}

/// Units of a cell as it is drawn; the picture has twice as many.
const UNITS: i32 = 40;
