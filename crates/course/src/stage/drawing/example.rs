//! A drawing that has what is asked: it shows that it can be done, and what it looks like to lack one thing.

use super::draw::Draw;
use super::kind::{Kind, made};
use super::paint::{Family, Paint};
use super::point::{Point, SIDE, at};
use super::shape::{Form, Place};
use super::sheet::{Line, Part, Shape, Sheet, Width};
use super::want::Want;
use crate::rng::Rng;

/// An example that is being drawn.
pub struct Example {
    sheet: Sheet,
    paints: Vec<Paint>,
    drawn: i32,
    /// A kind of line that nobody asks for.
    filler: Kind,
}

/// These paints, or all where none is named.
pub fn paints_of(named: &[Paint]) -> Vec<Paint> {
    if named.is_empty() { Paint::ALL.map(|it| it.0).into() } else { named.to_vec() }
}

impl Example {
    /// A sheet that has all that is asked, but for one thing.
    pub fn of(draw: &Draw, without: Option<usize>) -> Sheet {
        let wants: Vec<Want> =
            (0..).zip(&draw.wants).filter(|(at, _)| Some(*at) != without).map(|it| *it.1).collect();
        let mut example = Self {
            sheet: draw.begun(),
            paints: pool(draw, &wants),
            drawn: 0,
            filler: filler(draw),
        };
        if wants.contains(&Want::Painted) {
            example.repaint();
        }
        for want in &wants {
            example.have(*want);
        }
        while (example.drawn as usize) < example.paints.len() {
            example.line(example.filler, Width::Middle);
        }
        let mirrored = wants.contains(&Want::Mirror);
        let given = draw.given.len();
        for part in example.sheet.layers.iter_mut().flatten().skip(given) {
            match part {
                Part::Line(it) => it.mirrored = mirrored,
                Part::Shape(it) => it.mirrored = mirrored,
            }
        }
        example.sheet
    }

    /// A short line in this paint.
    pub fn stroke(paint: Paint) -> Part {
        Part::Line(Line::drawn(paint, Width::Middle, &[at(40, 460), at(120, 460)]))
    }

    /// What comes of not thinking.
    pub fn scrawl(paint: Paint, rng: &mut Rng) -> Part {
        let mut place = || rng.below(SIDE as u64 + 1) as i32;
        let points = [at(place(), place()), at(place(), place()), at(place(), place())];
        Part::Line(Line::drawn(paint, Width::Middle, &points))
    }

    fn repaint(&mut self) {
        for (number, part) in self.sheet.layers.iter_mut().flatten().enumerate() {
            let before = part.clone();
            for step in 0..self.paints.len() {
                part.paint(self.paints[(number + step) % self.paints.len()]);
                if *part != before {
                    break;
                }
            }
        }
    }

    fn have(&mut self, want: Want) {
        match want {
            Want::Kinds(count) => {
                for number in 0..count {
                    let kind = Kind::ALL.get(usize::from(number)).map_or(Kind::Curved, |it| it.0);
                    let width = match number {
                        6 => Width::Thin,
                        7 => Width::Thick,
                        _ => Width::Middle,
                    };
                    self.line(kind, width);
                }
            }
            Want::Line(kind, count) => self.times(count, |it| it.line(kind, Width::Middle)),
            Want::Wide(width, count) => self.times(count, |it| it.line(Kind::Curved, width)),
            Want::Marks(count) => self.times(count, |it| it.line(it.filler, Width::Middle)),
            Want::Forms(count) => {
                for (form, _) in Form::ALL.into_iter().take(count.into()) {
                    self.shape(form);
                }
            }
            Want::Shapes(count) => self.times(count, |it| it.shape(Form::Circle)),
            Want::Form(form, count) => self.times(count, |it| it.shape(form)),
            Want::Horizon => {
                let points = [at(0, SIDE / 2), at(SIDE, SIDE / 2)];
                let paint = self.paint();
                self.sheet.put(0, Part::Line(Line::drawn(paint, Width::Middle, &points)));
            }
            Want::Cover(_) => {
                let paint = self.paints.iter().find(|it| **it != Paint::White);
                self.sheet.ground = paint.copied();
            }
            Want::Paints(_) | Want::Of(..) | Want::Only(_) | Want::Mirror | Want::Painted => {}
        }
    }

    fn times(&mut self, count: u8, mut draw: impl FnMut(&mut Self)) {
        (0..count).for_each(|_| draw(self));
    }

    fn paint(&mut self) -> Paint {
        self.drawn += 1;
        let at = (self.drawn as usize - 1) % self.paints.len().max(1);
        self.paints.get(at).copied().unwrap_or(Paint::Black)
    }

    fn line(&mut self, kind: Kind, width: Width) {
        let from = self.place();
        let points = made(kind, from, at(from.x + 180, from.y));
        let paint = self.paint();
        self.sheet.put(0, Part::Line(Line::drawn(paint, width, &points)));
    }

    fn shape(&mut self, form: Form) {
        let middle = self.place();
        let wide = if form == Form::Rectangle { 80 } else { 60 };
        let place = Place { middle, wide, high: 60, eighths: 0 };
        let paint = self.paint();
        self.sheet.put(0, Part::Shape(Shape { form, paint, filled: true, mirrored: false, place }));
    }

    fn place(&self) -> Point {
        at(40 + 220 * (self.drawn % 2), 40 + 40 * (self.drawn / 2 % 11))
    }
}

/// A kind of line that is not asked for.
fn filler(draw: &Draw) -> Kind {
    let asked =
        |kind| draw.wants.iter().any(|it| matches!(it, Want::Line(asked, _) if *asked == kind));
    [Kind::Straight, Kind::Curved, Kind::Wavy]
        .into_iter()
        .find(|it| !asked(*it))
        .unwrap_or(Kind::Dot)
}

/// The paints that do what is asked: enough of each family, none of those that must not be there.
fn pool(draw: &Draw, wants: &[Want]) -> Vec<Paint> {
    let mut allowed = draw.palette();
    for want in wants {
        if let Want::Only(family) = want {
            allowed.retain(|it| it.family() != family.other());
        }
    }
    let mut pool: Vec<Paint> = Vec::new();
    for want in wants {
        if let Want::Of(family, count) = want {
            take(&mut pool, &allowed, |it| it.family() == *family, *count);
        }
    }
    for want in wants {
        if let Want::Paints(count) = want {
            take(&mut pool, &allowed, |_| true, *count);
        }
    }
    if pool.is_empty() {
        let neutral = |it: Paint| it.family() == Family::Neutral && it != Paint::White;
        take(&mut pool, &allowed, neutral, 1);
    }
    if pool.is_empty() {
        // One of two differs from what is to be painted anew.
        let count = if wants.contains(&Want::Painted) { 2 } else { 1 };
        take(&mut pool, &allowed, |_| true, count);
    }
    pool
}

/// Adds paints until there are so many of those that are wanted.
fn take(pool: &mut Vec<Paint>, allowed: &[Paint], wanted: impl Fn(Paint) -> bool, count: u8) {
    for paint in allowed {
        let had = pool.iter().filter(|it| wanted(**it)).count();
        if had < usize::from(count) && wanted(*paint) && !pool.contains(paint) {
            pool.push(*paint);
        }
    }
}
