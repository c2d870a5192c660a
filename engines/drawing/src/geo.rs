//! Building with blocks: a block is tapped, then its place; or moved by keys.

use crate::history::History;
use crate::names;
use crate::parts::{
    Finger, Key, Node, Way, button, file, files, finger, key, pad, path, row, status, tile, trail,
    truth, want, wanted,
};
use crate::words::Message as M;
use course::codec::{from_bytes, to_bytes};
use course::digits::decimal;
use course::item::Mark;
use course::stage::drawing::cover::{Size, Spot};
use course::stage::drawing::geo::{Block, Geo, Laid, Want};
use course::stage::drawing::point::{Point, SIDE, at};
use course::stage::drawing::sheet::{Part, Shape, Sheet};
use course::stage::drawing::svg::{Drawn, Look, colour, outline};
use stage::node::of;
use stage::words::Locale;
use stage::{Effect, Told, What};

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

impl Building {
    pub fn view(&self) -> Node {
        let mut stage = of("div", "building");
        if !self.piece.wants.is_empty() {
            let mut list = wanted(self.locale);
            for asked in &self.piece.wants {
                let (met, words) = self.want(*asked);
                list = list.with(want(self.locale, met, &words));
            }
            stage = stage.with(list);
        }
        stage
            .with(self.grid_view())
            .with(status(&self.status()))
            .with(self.tray())
            .with(self.pad_view())
            .with(self.more())
    }

    fn say(&self, message: M) -> &'static str {
        message.say(self.locale)
    }

    fn want(&self, want: Want) -> (bool, String) {
        let met = self.piece.is_met(want, &self.laid);
        // So many of a form as are laid; of all forms; and how many forms there are.
        let (mut of_form, mut seen) = (0, 0_u32);
        for laid in &self.laid {
            if let Some(block) = self.block(laid.block) {
                seen |= 1 << block.form as u32;
                of_form += u32::from(want == Want::Form(block.form, count_of(want)));
            }
        }
        let (had, words) = match want {
            Want::Together => return (met, self.say(M::Together).to_owned()),
            Want::Blocks(_) => (self.laid.len() as u32, self.say(M::BlocksUsed).to_owned()),
            Want::Forms(_) => (seen.count_ones(), self.say(M::KindsOfShape).to_owned()),
            Want::Form(form, _) => {
                (of_form, M::OfForm.fill(self.locale, &[self.say(names::form(form))]))
            }
        };
        (met, names::counted(had, count_of(want).into(), &words))
    }

    fn named(&self, block: &Block) -> String {
        let paint = self.say(names::paint(block.paint));
        M::Named.fill(self.locale, &[paint, self.say(names::form(block.form))])
    }

    fn status(&self) -> String {
        if let Some(told) = self.told {
            return self.say(told).to_owned();
        }
        let Some(number) = self.picked else { return String::new() };
        let (Some(block), Some(spot)) = (self.block(number), self.where_is(number)) else {
            return String::new();
        };
        let place = |cells: u8| decimal(u64::from(cells) + 1);
        let at = M::At.fill(self.locale, &[&place(spot.x), &place(spot.y)]);
        [&*self.named(block), ": ", &at].concat()
    }

    fn grid_view(&self) -> Node {
        let side = |cells: u8| decimal(u64::from(cells) * 2 * UNITS as u64);
        let (wide, high) = (side(self.piece.wide), side(self.piece.high));
        let mut grid = of("svg", "sheet grid-of-blocks")
            .is("viewBox", &["0 0 ", &wide, " ", &high].concat())
            .is("tabindex", "0")
            .is("role", "application")
            .is("aria-label", &M::Grid.fill(self.locale, &[&self.piece.name]))
            .pointed(Do::Grid.into())
            .keyed(Do::Grid.into())
            .with(trail("ground", &["m0 0h", &wide, "v", &high, "h-", &wide, "z"].concat()))
            .with(trail("cells", &self.cells(&wide, &high)));
        for target in self.piece.target() {
            if let Some(block) = self.block(target.block) {
                grid = grid.with(self.drawn(block, target.spot, "shadow"));
            }
        }
        for laid in self.ordered() {
            if let Some(block) = self.block(laid.block) {
                grid = grid.with(self.drawn(block, laid.spot, "block"));
            }
        }
        let picked = self.picked.and_then(|it| Some((self.block(it)?, self.where_is(it)?)));
        if let Some((block, spot)) = picked {
            grid = grid.with(self.drawn(block, spot, "picked"));
        }
        grid
    }

    /// The lines between cells.
    fn cells(&self, wide: &str, high: &str) -> String {
        let mut lines = String::new();
        let at = |cells: u8| decimal(u64::from(cells) * 2 * UNITS as u64);
        for x in 1..self.piece.wide {
            lines = [&*lines, "M", &at(x), " 0v", high].concat();
        }
        for y in 1..self.piece.high {
            lines = [&*lines, "M0 ", &at(y), "h", wide].concat();
        }
        lines
    }

    fn drawn(&self, block: &Block, spot: Spot, class: &'static str) -> Node {
        let drawn = outline(block.form, block.size().place(spot, UNITS));
        let painted = class == "block";
        with_turn(trail(class, &drawn.way), &drawn)
            .is("fill", if painted { colour(block.paint) } else { "none".to_owned() }.as_str())
    }

    /// All blocks, those too that are laid.
    fn tray(&self) -> Node {
        let mut tray = row("row tray", self.say(M::Blocks));
        for (number, block) in (0..).zip(&self.piece.blocks) {
            let spot = self.where_is(number);
            let picked = self.picked == Some(number);
            let eighths = if picked { self.eighths } else { spot.map_or(0, |it| it.eighths) };
            let laid = spot.map_or("", |_| self.say(M::Laid));
            let tile = tile("tile tool", &self.named(block), picked, Do::Take(number))
                .is("data-laid", truth(spot.is_some()))
                .with(icon(block, eighths))
                .with(of("span", "laid").text(laid));
            tray = tray.with(tile);
        }
        tray
    }

    fn pad_view(&self) -> Node {
        let mut row = pad(self.locale, M::Move, |it| Do::Go(it).into());
        if self.piece.step > 0 {
            row = row.with(button("tile act", self.say(M::Turn), Do::Turn));
        }
        let laid = self.picked.is_some_and(|it| self.where_is(it).is_some());
        row.with(button("tile act", self.say(M::Away), Do::Away).flag("disabled", !laid))
    }

    fn more(&self) -> Node {
        let can =
            |words, does, can: bool| button("tile", self.say(words), does).flag("disabled", !can);
        let row = row("row more", self.say(M::Tools))
            .with(can(M::Undo, Do::Undo, self.history.can(false)))
            .with(can(M::Redo, Do::Redo, self.history.can(true)));
        files(self.locale, row, self.keep, [Do::Keep, Do::Png, Do::Svg].map(Into::into))
    }
}

/// How many of something are asked for.
const fn count_of(want: Want) -> u8 {
    match want {
        Want::Blocks(count) | Want::Forms(count) | Want::Form(_, count) => count,
        Want::Together => 1,
    }
}

/// A block as it lies in the tray.
fn icon(block: &Block, eighths: u8) -> Node {
    let size = block.size();
    let units = 48 / i32::from(block.wide.max(block.high)).max(1);
    let drawn = outline(block.form, size.place(Spot { x: 0, y: 0, eighths }, units));
    let (wide, high) = size.turned(eighths);
    let side = |cells: u8| decimal(2 * units as u64 * u64::from(cells));
    of("svg", "icon")
        .is("viewBox", &["0 0 ", &side(wide), " ", &side(high)].concat())
        .is("aria-hidden", "true")
        .with(path(&drawn, Look { stroke: None, fill: Some(block.paint) }))
}

fn with_turn(path: Node, drawn: &Drawn) -> Node {
    match &drawn.turned {
        Some(turned) => path.is("transform", turned),
        None => path,
    }
}
