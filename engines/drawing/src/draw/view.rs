//! What drawing looks like.

use super::*;
use crate::names;
use crate::parts::{
    Node, button, palette, path, ring, row, sign, status, surface, swatch, tile, trail, wanted,
};
use course::digits::decimal;
use course::stage::drawing::svg::{look, outline, way};
use course::stage::drawing::want::Want;
use stage::node::{el, of};

impl Easel {
    pub fn view(&self) -> Node {
        let mut stage = of("div", "easel");
        if !self.piece.wants.is_empty() {
            let all = self.piece.wants.iter().map(|want| {
                let (had, needed) = want.had(&self.sheet, &self.given);
                // Before anything is drawn nothing is ticked.
                let met = had >= needed && self.made.1.is_some();
                (met, names::want(self.locale, *want, had, needed))
            });
            stage = stage.with(wanted(self.locale, all.collect()));
        }
        let mut controls = vec![self.sheet_view(), status(&self.status())];
        if self.pad {
            controls.push(self.pad_view());
        }
        controls.push(self.history());
        controls.extend(self.tools());
        controls.extend(self.options());
        if !self.given.is_empty() {
            controls.push(self.given_view());
        }
        if self.tool != Tool::Move && self.tool != Tool::Erase {
            controls.push(palette(self.locale, &self.piece.palette(), self.paint, |it| {
                Do::Paint(it).into()
            }));
        }
        controls.push(self.more());
        stage.with_all(controls)
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
        for (part, (paths, given)) in self.sheet.parts().zip(&self.paths) {
            for drawn in paths {
                let path = path(drawn, look(part));
                // What is there to be painted has an edge, as in a book to colour.
                let edged = *given && matches!(part, Part::Shape(_));
                sheet = sheet.with(if edged { path.is("class", "given") } else { path });
            }
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
                let part = Part::Line(line);
                for drawn in &drawn(&part) {
                    sheet = sheet.with(path(drawn, look(&part)));
                }
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

    fn tools(&self) -> Option<Node> {
        let has = |bit: u8| self.piece.tools & bit != 0;
        let own = self.paths.iter().any(|it| !it.1);
        let mut tools = Vec::new();
        if has(tool::LINES) {
            tools.push((Tool::Pen, M::Pen));
            tools.push((Tool::Line(Kind::Straight), M::Lines));
        }
        if has(tool::SHAPES) {
            tools.push((Tool::Shape(Form::Circle), M::Forms));
        }
        tools.push((Tool::Fill, M::Fill));
        if tools.len() > 1 && own {
            tools.push((Tool::Move, M::Move));
            tools.push((Tool::Erase, M::Erase));
        }
        let one = tools.len() == 1;
        let all = tools.into_iter().map(|(tool, words)| {
            let picked = std::mem::discriminant(&tool) == std::mem::discriminant(&self.tool);
            tile("tile tool", self.say(words), picked, Do::Take(tool)).with(icon(tool))
        });
        (!one).then(|| row("row tools", self.say(M::Tools), all.collect()))
    }

    /// What belongs to the tool that is taken.
    fn options(&self) -> Vec<Node> {
        let mut rows = Vec::new();
        if let Tool::Line(picked) = self.tool {
            let all = Kind::ALL.into_iter().map(|(kind, _)| {
                let words = self.say(names::kind(kind));
                tile("tile tool", words, kind == picked, Do::Take(Tool::Line(kind)))
                    .with(line_icon(kind))
            });
            rows.push(row("row", self.say(M::Lines), all.collect()));
        }
        if let Tool::Shape(picked) = self.tool {
            let asked = |form| self.piece.wants.contains(&Want::Form(form, 1));
            let forms = Form::ALL.into_iter().map(|it| it.0);
            let forms =
                forms.filter(|it| !matches!(it, Form::Corner | Form::Quarter) || asked(*it));
            let all = forms.map(|form| {
                let words = self.say(names::form(form));
                tile("tile tool", words, form == picked, Do::Take(Tool::Shape(form)))
                    .with(self.form_icon(form))
            });
            rows.push(row("row", self.say(M::Forms), all.collect()));
            let size = vec![
                button("tile", self.say(M::Smaller), Do::Grow(false)),
                button("tile", self.say(M::Bigger), Do::Grow(true)),
                button("tile", self.say(M::Turn), Do::Turn),
            ];
            rows.push(row("row", self.say(M::Forms), size));
        }
        if matches!(self.tool, Tool::Pen | Tool::Line(_)) {
            let all = Width::ALL.into_iter().map(|(width, ..)| {
                let words = self.say(names::width(width));
                tile("tile", words, width == self.width, Do::Wide(width)).with(width_icon(width))
            });
            rows.push(row("row widths", self.say(M::Lines), all.collect()));
        }
        rows
    }

    fn given_view(&self) -> Node {
        let all = (0..).zip(&self.piece.given).map(|(number, (part, name))| {
            let same = std::slice::from_ref(part);
            let now = self.sheet.parts().find(|it| is_given(it, same)).unwrap_or(part);
            let paint = now.paints().next().unwrap_or(Paint::White);
            of("button", "tile paint")
                .is("type", "button")
                .with(of("span", "name").text(name))
                .with(swatch(paint.rgb()))
                .does(Do::Given(number).into())
        });
        row("row", self.say(M::Given), all.collect())
    }

    fn history(&self) -> Node {
        let button =
            |words, does, can: bool| button("tile", self.say(words), does).flag("disabled", !can);
        let mut all = vec![
            button(M::Undo, Do::Undo, !self.past.is_empty()),
            button(M::Redo, Do::Redo, !self.future.is_empty()),
        ];
        if self.piece.tools & tool::MIRROR != 0 {
            all.push(tile("tile", self.say(M::Mirror), self.mirror, Do::Mirror));
        }
        all.push(tile("tile", self.say(M::Buttons), self.pad, Do::Pad));
        row("row", self.say(M::Tools), all)
    }

    /// Layers and files: for whoever looks for them.
    fn more(&self) -> Node {
        let mut all = Vec::new();
        if self.piece.tools & (tool::LINES | tool::SHAPES) != 0 {
            let layer = self.say([M::Far, M::Between, M::Near][self.layer]);
            all.push(button("tile", &M::Layer.fill(self.locale, &[layer]), Do::Layer));
        }
        all.push(tile("tile", self.say(M::Keep), self.keep, Do::Keep));
        if self.keep {
            all.push(button("tile", self.say(M::Png), Do::Png));
            all.push(button("tile", self.say(M::Svg), Do::Svg));
        }
        row("row more", self.say(M::Keep), all)
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
        let ways = Way::ALL
            .into_iter()
            .map(|(way, words, arrow)| sign(arrow, self.say(words), Do::Go(way)));
        let mut all: Vec<Node> = ways.collect();
        all.push(button("tile act", self.say(act), Do::Act));
        row("row pad", self.say(M::Buttons), all)
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
