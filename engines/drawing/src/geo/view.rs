//! What building looks like.

use super::*;
use crate::parts::{Node, button, files, pad, path, row, status, tile, trail, truth, want, wanted};
use course::digits::decimal;
use course::stage::drawing::cover::Spot;
use course::stage::drawing::geo::{Block, Want};
use course::stage::drawing::svg::{Drawn, Look, colour, outline};
use stage::node::of;

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
