//! What drawing looks like.

use super::*;
use crate::parts::{
    Node, button, files, pad, palette, path, ring, row, status, surface, swatch, tile, trail, want,
    wanted,
};
use course::digits::decimal;
use course::stage::drawing::svg::{look, outline, way};
use course::stage::drawing::want::Want;
use stage::node::{el, of};

impl Easel {
    pub fn view(&self) -> Node {
        let mut stage = of("div", "easel");
        if !self.wanted.is_empty() {
            let mut list = wanted(self.locale);
            for (met, words) in &self.wanted {
                list = list.with(want(self.locale, *met, words));
            }
            stage = stage.with(list);
        }
        stage = stage.with(self.sheet_view()).with(status(&self.status()));
        if self.pad {
            stage = stage.with(self.pad_view());
        }
        // Where there is nothing but paint, paint comes first.
        let paints_only = self.piece.tools == 0;
        if !paints_only {
            stage = self.options(self.tools(stage.with(self.history_view())));
        }
        if self.tool != Tool::Move && self.tool != Tool::Erase {
            let paints = self.piece.palette();
            stage =
                stage.with(palette(self.locale, &paints, self.paint, |it| Do::Paint(it).into()));
        }
        if !self.given.is_empty() {
            stage = stage.with(self.given_view());
        }
        if paints_only {
            stage = stage.with(self.history_view());
        }
        stage.with(self.more())
    }

    fn say(&self, message: M) -> &'static str {
        message.say(self.locale)
    }

    fn sheet_view(&self) -> Node {
        let count = |count: usize| decimal(count as u64);
        let (lines, shapes) = (self.sheet.lines().count(), self.sheet.shapes().count());
        let label = M::Sheet.fill(self.locale, &[&count(lines), &count(shapes)]);
        let mut sheet = surface(self.sheet.ground)
            .is("aria-label", &label)
            .pointed(Do::Sheet.into())
            .keyed(Do::Sheet.into());
        for part in self.sheet.layers.iter().flatten() {
            // What is there to be painted has an edge, as in a book to colour.
            let edged = matches!(part, Part::Shape(_)) && is_given(part, &self.given);
            sheet = both(sheet, part, edged);
        }
        if self.mirror {
            sheet = sheet.with(trail("axis", "m480 0v960"));
        }
        if let Some(first) = self.stroke.first() {
            if self.tool == Tool::Pen {
                let line = Line {
                    paint: self.paint,
                    width: self.width,
                    fill: None,
                    mirrored: self.mirror,
                    points: self.stroke.clone(),
                };
                sheet = both(sheet, &Part::Line(line), false);
            } else {
                sheet = sheet.with(ring("end", *first, 16));
            }
        }
        if let Some(cursor) = self.cursor {
            let drawn =
                outline(Form::Circle, Place { middle: cursor, wide: 20, high: 20, eighths: 0 });
            let cross = [cursor_line(cursor, 1, 0), cursor_line(cursor, 0, 1)].concat();
            sheet = sheet
                .with(trail("halo", &drawn.way))
                .with(trail("cursor", &[&*drawn.way, &*cross].concat()));
        }
        sheet
    }

    fn status(&self) -> String {
        if let Some(told) = self.told {
            return self.say(told).to_owned();
        }
        self.cursor.map_or(String::new(), |it| {
            let steps = |units: i32| decimal((units / STEP).max(0) as u64);
            M::At.fill(self.locale, &[&steps(it.x), &steps(it.y)])
        })
    }

    fn tools(&self, stage: Node) -> Node {
        let has = |bit: u8| self.piece.tools & bit != 0;
        let own = self.sheet.parts().any(|it| !is_given(it, &self.given));
        let all = [
            (has(tool::LINES), Tool::Pen, M::Pen),
            (has(tool::LINES), Tool::Line(Kind::Straight), M::Lines),
            (has(tool::SHAPES), Tool::Shape(Form::Circle), M::Forms),
            (true, Tool::Fill, M::Fill),
            (own, Tool::Move, M::Move),
            (own, Tool::Erase, M::Erase),
        ];
        let mut tools = row("row tools", self.say(M::Tools));
        for (there, tool, words) in all {
            if there {
                let picked = std::mem::discriminant(&tool) == std::mem::discriminant(&self.tool);
                let tile = tile("tile tool", self.say(words), picked, Do::Take(tool));
                tools = tools.with(tile.with(icon(tool)));
            }
        }
        stage.with(tools)
    }

    /// What belongs to the tool that is taken.
    fn options(&self, mut stage: Node) -> Node {
        if let Tool::Line(picked) = self.tool {
            let mut kinds = row("row", self.say(M::Lines));
            for (kind, _) in Kind::ALL {
                let words = self.say(names::kind(kind));
                let tile = tile("tile tool", words, kind == picked, Do::Take(Tool::Line(kind)));
                kinds = kinds.with(tile.with(line_icon(kind)));
            }
            stage = stage.with(kinds);
        }
        if let Tool::Shape(picked) = self.tool {
            let mut forms = row("row", self.say(M::Forms));
            for (form, _) in Form::ALL {
                if matches!(form, Form::Corner | Form::Quarter) && !self.asks_for(form) {
                    continue;
                }
                let words = self.say(names::form(form));
                let tile = tile("tile tool", words, form == picked, Do::Take(Tool::Shape(form)));
                forms = forms.with(tile.with(self.form_icon(form)));
            }
            let size = row("row", self.say(M::Forms))
                .with(button("tile", self.say(M::Smaller), Do::Grow(false)))
                .with(button("tile", self.say(M::Bigger), Do::Grow(true)))
                .with(button("tile", self.say(M::Turn), Do::Turn));
            stage = stage.with(forms).with(size);
        }
        if matches!(self.tool, Tool::Pen | Tool::Line(_)) {
            let mut widths = row("row widths", self.say(M::Lines));
            for (width, ..) in Width::ALL {
                let words = self.say(names::width(width));
                let tile = tile("tile", words, width == self.width, Do::Wide(width));
                widths = widths.with(tile.with(width_icon(width)));
            }
            stage = stage.with(widths);
        }
        stage
    }

    fn asks_for(&self, form: Form) -> bool {
        self.piece.wants.iter().any(|it| matches!(it, Want::Form(asked, _) if *asked == form))
    }

    fn given_view(&self) -> Node {
        let mut row = row("row", self.say(M::Given));
        for (number, (part, name)) in (0..).zip(&self.piece.given) {
            let same = std::slice::from_ref(part);
            let now = self.sheet.parts().find(|it| is_given(it, same)).unwrap_or(part);
            let button = of("button", "tile paint")
                .is("type", "button")
                .with(of("span", "name").text(name))
                .with(swatch(now.paints()[0].rgb()))
                .does(Do::Given(number).into());
            row = row.with(button);
        }
        row
    }

    fn history_view(&self) -> Node {
        let button =
            |words, does, can: bool| button("tile", self.say(words), does).flag("disabled", !can);
        let mut row = row("row", self.say(M::Tools))
            .with(button(M::Undo, Do::Undo, self.history.can(false)))
            .with(button(M::Redo, Do::Redo, self.history.can(true)));
        if self.piece.tools & tool::MIRROR != 0 {
            row = row.with(tile("tile", self.say(M::Mirror), self.mirror, Do::Mirror));
        }
        row.with(tile("tile", self.say(M::Buttons), self.pad, Do::Pad))
    }

    /// Layers and files: for whoever looks for them.
    fn more(&self) -> Node {
        let mut row = row("row more", self.say(M::Keep));
        if self.piece.tools != 0 {
            let layer = self.say([M::Far, M::Between, M::Near][self.layer]);
            row = row.with(button("tile", &M::Layer.fill(self.locale, &[layer]), Do::Layer));
        }
        files(self.locale, row, self.keep, [Do::Keep, Do::Png, Do::Svg].map(Into::into))
    }

    fn pad_view(&self) -> Node {
        let act = match self.tool {
            Tool::Pen if self.stroke.is_empty() => M::PenDown,
            Tool::Pen => M::PenUp,
            Tool::Move if self.held.is_some() => M::PutDown,
            Tool::Move => M::PickUp,
            Tool::Line(_) | Tool::Shape(_) => M::Put,
            Tool::Fill => M::Fill,
            Tool::Erase => M::Erase,
        };
        pad(self.locale, M::Buttons, |it| Do::Go(it).into()).with(button(
            "tile act",
            self.say(act),
            Do::Act,
        ))
    }

    fn form_icon(&self, form: Form) -> Node {
        let high = if matches!(form, Form::Rectangle | Form::Half) { 12 } else { 24 };
        let place = Place { middle: at(20, 16), wide: 24, high, eighths: self.eighths };
        let drawn = outline(form, place);
        let mut path = el("path").is("d", &drawn.way);
        if let Some(turned) = &drawn.turned {
            path = path.is("transform", turned);
        }
        of("svg", "icon").is("viewBox", "0 0 80 64").is("aria-hidden", "true").with(path)
    }
}

/// A part, and what a mirror shows of it.
fn both(mut sheet: Node, part: &Part, edged: bool) -> Node {
    for mirrored in [false, true] {
        if !mirrored || part.mirrored() {
            let path = path(&drawn(part, mirrored), look(part));
            sheet = sheet.with(if edged { path.is("class", "given") } else { path });
        }
    }
    sheet
}

fn cursor_line(middle: Point, x: i32, y: i32) -> String {
    way(&[at(middle.x - 22 * x, middle.y - 22 * y), at(middle.x + 22 * x, middle.y + 22 * y)])
}

/// A small picture of lines.
fn strokes(ways: &str) -> Node {
    picture(el("path").is("d", ways))
}

fn picture(path: Node) -> Node {
    of("svg", "icon line").is("viewBox", "0 0 80 64").is("aria-hidden", "true").with(path)
}

fn icon(tool: Tool) -> Node {
    strokes(match tool {
        Tool::Pen => "m12 52l6-16 32-28 12 12-32 28zm6-16l12 12",
        Tool::Line(_) => "m10 52l60-40",
        Tool::Shape(_) => "m8 54h30v-30h-30zm46-16a17 17 0 1 0-.1 0z",
        Tool::Fill => "m14 34l24-24 24 24-24 22zm56 10c8 10-8 10 0 0",
        Tool::Move => {
            "m40 6v52m-30-26h60m-38-18l8-8 8 8m-16 36l8 8 8-8m-30-26l-8 8 8 8m44-16l8 8-8 8"
        }
        Tool::Erase => "m14 42l28-30 22 18-24 26h-14zm14-15l22 18",
    })
}

fn line_icon(kind: Kind) -> Node {
    let points = match kind {
        Kind::Dot => return picture(trail("thick", "M40 32h1")),
        Kind::Spiral => made(kind, at(20, 4), at(20, 28)),
        Kind::Curved => made(kind, at(4, 22), at(36, 22)),
        Kind::Straight | Kind::Wavy | Kind::Zigzag => made(kind, at(3, 16), at(37, 16)),
    };
    strokes(&way(&points))
}

fn width_icon(width: Width) -> Node {
    let way = "m8 32h64";
    let class = match width {
        Width::Thin => "thin",
        Width::Middle => "middle",
        Width::Thick => "thick",
    };
    picture(trail(class, way))
}
