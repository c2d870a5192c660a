//! Drawing: a sheet, tools, paints, and a list of what the drawing has to have, which ticks itself.

use crate::history::History;
use crate::names;
use crate::parts::{Finger, Key, Way, file, finger, key};
use crate::words::Message as M;
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::drawing::draw::{Draw, tool};
use course::stage::drawing::kind::{Kind, made};
use course::stage::drawing::paint::Paint;
use course::stage::drawing::point::{Point, SIDE, at};
use course::stage::drawing::shape::{Form, Place};
use course::stage::drawing::sheet::{
    BYTES_MAX, LAYERS, Line, PARTS_MAX, Part, Shape, Sheet, Width,
};
use course::stage::drawing::svg::drawn;
use course::stage::drawing::want::{covers, is_given, is_inside};
use stage::words::Locale;
use stage::{Effect, Told, What};

mod edit;
mod view;

/// What is done with a finger on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    Pen,
    Line(Kind),
    Shape(Form),
    Fill,
    Move,
    Erase,
}

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    /// A finger or a key on the sheet.
    Sheet,
    Take(Tool),
    Wide(Width),
    Paint(Paint),
    /// Bigger or smaller.
    Grow(bool),
    Turn,
    Mirror,
    Layer,
    Undo,
    Redo,
    Svg,
    Png,
    /// Shows or hides the pad, or what files can be made.
    Pad,
    Keep,
    /// As the arrow keys, and as Space.
    Go(Way),
    Act,
    /// Paints a part that was given.
    Given(u8),
}

/// A sheet that is drawn on.
pub struct Easel {
    piece: Draw,
    given: Vec<Part>,
    locale: Locale,
    sheet: Sheet,
    history: History,
    tool: Tool,
    paint: Paint,
    width: Width,
    /// How wide a shape is.
    size: i32,
    eighths: u8,
    mirror: bool,
    layer: usize,
    /// A line that is being drawn, or the first end of one.
    stroke: Vec<Point>,
    /// What is being moved, and where it was taken.
    held: Option<(usize, usize, Point)>,
    /// Where keys and buttons are, once they were used.
    cursor: Option<Point>,
    pad: bool,
    keep: bool,
    told: Option<M>,
    /// The response, its mark, and what of what is asked is there: they change with the sheet alone.
    wanted: Vec<(bool, String)>,
    made: (Vec<u8>, Option<Mark>),
}

/// How far one step of a key goes.
const STEP: i32 = 20;
/// How near a finger has to be.
const REACH: i32 = 16;
/// Points of one line as they come, before it is simplified.
const STROKE_MAX: usize = 2_000;
/// Waves and teeth need so much room.
const ROOM: i32 = 140;

impl Easel {
    pub fn open(told: &Told) -> Option<Self> {
        let piece: Draw = from_bytes(&told.piece).ok()?;
        let before = if told.made.is_empty() { None } else { Sheet::read(&told.made) };
        let palette = piece.palette();
        let dark = palette.iter().find(|it| **it == Paint::Black);
        let lines = piece.tools & tool::LINES != 0;
        let shapes = piece.tools & tool::SHAPES != 0;
        let tool = if lines {
            Tool::Pen
        } else if shapes {
            Tool::Shape(Form::Circle)
        } else {
            Tool::Fill
        };
        let mut easel = Self {
            given: piece.given(),
            locale: told.locale,
            sheet: before.unwrap_or_else(|| piece.begun()),
            history: History::default(),
            tool,
            paint: dark.or(palette.first()).copied().unwrap_or(Paint::Black),
            width: Width::Middle,
            size: 100,
            eighths: 0,
            mirror: false,
            layer: if piece.given.is_empty() { 1 } else { 2 },
            stroke: Vec::new(),
            held: None,
            cursor: None,
            pad: false,
            keep: false,
            told: None,
            wanted: Vec::new(),
            made: (Vec::new(), None),
            piece,
        };
        easel.settle();
        Some(easel)
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        self.made.clone()
    }

    pub fn ask(&mut self, ask: Do, what: &What) -> Vec<Effect> {
        if ask != Do::Sheet {
            self.told = None;
        }
        match ask {
            Do::Sheet => self.on_sheet(what),
            Do::Take(tool) => {
                self.lift();
                self.tool = tool;
            }
            Do::Wide(width) => self.width = width,
            Do::Paint(paint) => self.paint = paint,
            Do::Grow(bigger) => {
                let size = if bigger { self.size * 3 / 2 } else { self.size * 2 / 3 };
                self.size = size.clamp(30, SIDE);
            }
            Do::Turn => self.eighths = (self.eighths + 1) % 8,
            Do::Mirror => self.mirror = !self.mirror,
            Do::Layer => self.layer = (self.layer + 1) % LAYERS,
            Do::Undo => self.step(false),
            Do::Redo => self.step(true),
            Do::Svg => return file(self.locale, &self.sheet, false),
            Do::Png => return file(self.locale, &self.sheet, true),
            Do::Pad => {
                self.pad = !self.pad;
                self.cursor = self.cursor.or(Some(at(SIDE / 2, SIDE / 2)));
            }
            Do::Keep => self.keep = !self.keep,
            Do::Go(way) => self.go(way),
            Do::Act => self.act(),
            Do::Given(number) => self.paint_given(number),
        }
        Vec::new()
    }

    fn on_sheet(&mut self, what: &What) {
        if let What::Key(name) = what {
            match key(name) {
                Key::Go(way) => self.go(way),
                Key::Act => self.act(),
                Key::Leave => self.lift(),
                Key::Remove => self.step(false),
                Key::Other => {}
            }
        }
        if let Some((finger, point)) = finger(what) {
            self.cursor = None;
            self.finger(&finger, point);
        }
    }

    /// One step back, or forward again.
    fn step(&mut self, forward: bool) {
        self.stroke.clear();
        self.held = None;
        let found = self.history.step(forward, &self.made.0);
        if let Some(sheet) = found.and_then(|it| Sheet::read(&it)) {
            self.sheet = sheet;
            self.settle();
        }
    }

    /// Takes what is being drawn as it is.
    fn lift(&mut self) {
        if self.tool == Tool::Pen {
            self.end_stroke();
        }
        self.stroke.clear();
        self.held = None;
    }

    /// What follows from the sheet.
    fn settle(&mut self) {
        let begun = self.sheet != self.piece.begun();
        let mark = begun.then(|| self.piece.mark(&self.sheet));
        self.made = (to_bytes(&self.sheet), mark);
        self.wanted.clear();
        for want in &self.piece.wants {
            let (had, needed) = want.had(&self.sheet, &self.given);
            // Before anything is drawn nothing is ticked.
            let words = names::want(self.locale, *want, had, needed);
            self.wanted.push((had >= needed && begun, words));
        }
    }
}
