//! Following a path: by a finger, or step by step.

use crate::history::History;
use crate::parts::{
    Finger, Key, Node, button, finger, key, ring, row, sign, status, surface, tile, trail,
};
use crate::words::Message as M;
use course::codec::{from_bytes, to_bytes};
use course::digits::{decimal, digits};
use course::item::Mark;
use course::stage::drawing::point::{Point, TURN, at, kept, sine, turn};
use course::stage::drawing::svg::way;
use course::stage::drawing::trace::{LINES_MAX, Trace};
use stage::node::of;
use stage::words::Locale;
use stage::{Told, What};

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    /// A finger or a key on the sheet.
    Sheet,
    Undo,
    Anew,
    Pad,
    /// Goes on by so many eighths of a turn, from the right over below.
    Go(u8),
}

/// Which line is walked step by step, and how many of its steps are done.
type Walk = Option<(usize, usize)>;

/// A path that is followed.
pub struct Tracing {
    piece: Trace,
    locale: Locale,
    /// The corners of each line where step by step one has to turn, and which way each step goes.
    steps: Vec<Vec<Point>>,
    lines: Vec<Vec<Point>>,
    stroke: Option<Vec<Point>>,
    history: History,
    walk: Walk,
    pad: bool,
    told: String,
    made: (Vec<u8>, Option<Mark>),
}

/// How far off a button's direction may be, and a key's, which are only four: of [`TURN`].
const BUTTON: i32 = 96;
const KEY: i32 = 140;
/// Steps are no longer than so many stations.
const LONG: usize = 5;

/// The eight directions, from the right over below, with their words and signs.
const WAYS: [(M, &str); 8] = [
    (M::Right, "→"),
    (M::DownRight, "↘"),
    (M::Down, "↓"),
    (M::DownLeft, "↙"),
    (M::Left, "←"),
    (M::UpLeft, "↖"),
    (M::Up, "↑"),
    (M::UpRight, "↗"),
];

impl Tracing {
    pub fn open(told: &Told) -> Option<Self> {
        let piece: Trace = from_bytes(&told.piece).ok()?;
        let steps = piece.stations().iter().map(|it| steps(it)).collect();
        let lines = Trace::read(&told.made).unwrap_or_default();
        let mut tracing = Self {
            steps,
            locale: told.locale,
            lines,
            stroke: None,
            history: History::default(),
            walk: None,
            pad: false,
            told: String::new(),
            made: (Vec::new(), None),
            piece,
        };
        tracing.settle();
        Some(tracing)
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        self.made.clone()
    }

    pub fn ask(&mut self, ask: Do, what: &What) {
        match ask {
            Do::Sheet => self.on_sheet(what),
            Do::Undo => self.undo(),
            Do::Anew => {
                self.remember();
                self.lines.clear();
                self.walk = None;
                self.tell_next();
            }
            Do::Pad => {
                self.pad = !self.pad;
                self.tell_next();
            }
            Do::Go(eighths) => self.walk(i32::from(eighths) * TURN / 8, BUTTON),
        }
        if self.stroke.is_none() {
            self.settle();
        }
    }

    fn on_sheet(&mut self, what: &What) {
        if let What::Key(name) = what {
            match key(name) {
                Key::Go(way) => {
                    let (x, y) = way.by();
                    self.walk(at(x, y).direction(), KEY);
                }
                Key::Remove => self.undo(),
                Key::Act | Key::Leave | Key::Other => {}
            }
        }
        match (finger(what), &mut self.stroke) {
            (Some((Finger::Down, point)), _) => {
                self.told.clear();
                self.stroke = Some(vec![point]);
            }
            (Some((Finger::Move, point)), Some(stroke)) if stroke.len() < 2_000 => {
                stroke.push(point)
            }
            (Some((Finger::Up, point)), stroke) => {
                let mut drawn = stroke.take().unwrap_or_default();
                drawn.push(point);
                self.add(kept(&drawn));
                self.walk = None;
            }
            (Some((Finger::Move, _)) | None, _) => {}
        }
    }

    fn add(&mut self, line: Vec<Point>) {
        self.remember();
        if self.lines.len() >= LINES_MAX {
            self.lines.remove(0);
        }
        if line.len() > 1 {
            self.lines.push(line);
        }
    }

    /// One step back, or the last line.
    fn undo(&mut self) {
        if let Some(mut before) = self.history.step(false, &[]) {
            let (done, line) = (before.pop().unwrap_or(0), before.pop().unwrap_or(0));
            self.walk = (line > 0).then(|| (usize::from(line) - 1, done.into()));
            self.lines = from_bytes(&before).unwrap_or_default();
        }
        self.tell_next();
    }

    fn remember(&mut self) {
        let walk = self.walk.map_or([0, 0], |(line, done)| [line as u8 + 1, done as u8]);
        self.history.remember(&[&*to_bytes(&self.lines), &walk].concat());
    }

    /// Goes one step in this direction, if the path does; else a little off it, and back.
    fn walk(&mut self, direction: i32, within: i32) {
        self.remember();
        let (mut line, mut done) = self.walk.unwrap_or_else(|| {
            self.lines.clear();
            (0, 0)
        });
        let ended =
            |line: usize, done: usize| self.steps.get(line).is_some_and(|it| done + 1 >= it.len());
        if ended(line, done) && line + 1 < self.steps.len() {
            (line, done) = (line + 1, 0);
        }
        let Some([from, to]) = self
            .steps
            .get(line)
            .and_then(|it| it.get(done..done + 2))
            .and_then(|it| <[Point; 2]>::try_from(it).ok())
        else {
            self.told = self.say(M::Arrived);
            return;
        };
        if done == 0 && self.lines.len() <= line {
            self.lines.push(vec![from]);
        }
        self.walk = Some((line, done));
        let Some(drawn) = self.lines.last_mut() else { return };
        if turn(to.from(from).direction(), direction).abs() <= within {
            drawn.push(to);
            self.walk = Some((line, done + 1));
            self.tell_next();
        } else {
            let step = direction / (TURN / 32);
            let off = at(from.x + sine(44, step + 8), from.y + sine(44, step)).on_sheet();
            drawn.push(off);
            drawn.push(from);
            self.told = self.say(M::Astray);
        }
    }

    /// Who cannot see the path is told where it goes.
    fn tell_next(&mut self) {
        self.told.clear();
        if !self.pad && self.walk.is_none() {
            return;
        }
        let (line, done) = self.walk.unwrap_or((0, 0));
        let next = |line: usize, done: usize| {
            let steps = self.steps.get(line)?.get(done..done + 2)?;
            let direction = steps[1].from(steps[0]).direction();
            Some(WAYS[((direction + TURN / 16) / (TURN / 8) % 8) as usize].0)
        };
        self.told = match next(line, done).or_else(|| next(line + 1, 0)) {
            Some(words) => M::NextStep.fill(self.locale, &[words.say(self.locale)]),
            None => self.say(M::Arrived),
        };
    }

    fn say(&self, message: M) -> String {
        message.say(self.locale).to_owned()
    }

    fn settle(&mut self) {
        let mark = (!self.lines.is_empty()).then(|| self.piece.mark(&self.lines));
        self.made = (to_bytes(&self.lines), mark);
    }

    pub fn view(&self) -> Node {
        let button = |words: M, does, can: bool| {
            button("tile", words.say(self.locale), does).flag("disabled", !can)
        };
        let any = !self.lines.is_empty();
        let controls = row("row", M::Tools.say(self.locale))
            .with(button(M::Undo, Do::Undo, self.history.can(false)))
            .with(button(M::Anew, Do::Anew, any))
            .with(tile("tile", M::StepByStep.say(self.locale), self.pad, Do::Pad));
        let mut stage = of("div", "tracing").with(self.sheet_view()).with(status(&self.told));
        if self.pad {
            let mut rose = row("row pad rose", M::StepByStep.say(self.locale));
            for eighths in [5, 6, 7, 4, 0, 3, 2, 1_u8] {
                let (words, arrow) = WAYS[usize::from(eighths)];
                rose = rose.with(sign(arrow, words.say(self.locale), Do::Go(eighths)));
            }
            stage = stage.with(rose);
        }
        stage.with(controls)
    }

    fn sheet_view(&self) -> Node {
        let label = M::Path.fill(self.locale, &[&self.piece.name]);
        let wide = digits(4 * i64::from(self.piece.beside));
        let mut sheet = surface(None)
            .is("aria-label", &label)
            .pointed(Do::Sheet.into())
            .keyed(Do::Sheet.into());
        for line in &self.piece.lines {
            sheet = sheet.with(trail("band", &way(line)).is("stroke-width", &wide));
        }
        for line in &self.piece.lines {
            sheet = sheet.with(trail("way", &way(line)));
        }
        for (number, line) in (1..).zip(&self.piece.lines) {
            let [first, .., last] = line[..] else { continue };
            sheet = sheet.with(ring("finish", last, 12)).with(ring("begin", first, 34)).with(
                of("text", "number")
                    .is("x", &decimal(2 * first.x as u64))
                    .is("y", &decimal(2 * first.y as u64 + 15))
                    .text(&decimal(number)),
            );
        }
        for line in self.lines.iter().chain(&self.stroke) {
            sheet = sheet.with(trail("drawn", &way(line)));
        }
        if let Some(point) = self.walk.and_then(|_| self.lines.last()).and_then(|it| it.last()) {
            sheet = sheet.with(ring("pen", *point, 20));
        }
        sheet
    }
}

/// The stations at which one has to turn: those between go the same of the eight ways, for a while.
fn steps(stations: &[Point]) -> Vec<Point> {
    let eighth = |from: Point, to: Point| (to.from(from).direction() + TURN / 16) / (TURN / 8) % 8;
    let mut steps: Vec<Point> = stations.first().copied().into_iter().collect();
    let mut since = 0;
    for three in stations.windows(3) {
        since += 1;
        if eighth(three[0], three[1]) != eighth(three[1], three[2]) || since >= LONG {
            steps.push(three[1]);
            since = 0;
        }
    }
    steps.extend(stations.get(1..).and_then(<[Point]>::last));
    steps
}
