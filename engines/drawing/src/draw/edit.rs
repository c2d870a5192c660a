//! What fingers, keys and buttons do to the sheet.

use super::*;

impl Easel {
    pub(super) fn finger(&mut self, finger: &Finger, point: Point) {
        match (self.tool, finger) {
            (Tool::Pen, Finger::Down) => self.stroke = vec![point],
            (Tool::Pen, Finger::Move) => self.draw_to(point),
            (Tool::Pen, Finger::Up) => {
                self.draw_to(point);
                self.end_stroke();
            }
            (Tool::Line(_), Finger::Down) if self.stroke.is_empty() => self.stroke = vec![point],
            // A line is drawn out in one go, or tapped at both ends.
            (Tool::Line(kind), Finger::Up) => {
                if self.stroke.first().is_some_and(|it| it.distance(point) >= 2 * REACH)
                    || kind == Kind::Dot
                {
                    self.end_line(point);
                } else {
                    self.told = Some(M::TapEnd);
                }
            }
            (Tool::Move, Finger::Down) => self.pick_up(point),
            (Tool::Move, Finger::Move) => self.carry(point),
            (Tool::Move, Finger::Up) => self.put_down(),
            (Tool::Shape(_) | Tool::Fill | Tool::Erase, Finger::Up) => self.act_at(point),
            (Tool::Line(_), Finger::Down | Finger::Move)
            | (Tool::Shape(_) | Tool::Fill | Tool::Erase, Finger::Down | Finger::Move) => {}
        }
    }

    /// One step of the cursor.
    pub(super) fn go(&mut self, way: Way) {
        let (x, y) = way.by();
        let from = self.cursor.unwrap_or(at(SIDE / 2, SIDE / 2));
        let to = at(from.x + x * STEP, from.y + y * STEP).on_sheet();
        self.cursor = Some(to);
        if self.tool == Tool::Pen && !self.stroke.is_empty() {
            self.draw_to(to);
        }
        if self.held.is_some() {
            self.carry(to);
        }
    }

    /// Space: at the cursor the same as a finger.
    pub(super) fn act(&mut self) {
        let point = self.cursor.unwrap_or(at(SIDE / 2, SIDE / 2));
        self.cursor = Some(point);
        match self.tool {
            Tool::Pen if self.stroke.is_empty() => self.stroke = vec![point],
            Tool::Pen => self.end_stroke(),
            Tool::Line(kind) if self.stroke.is_empty() && kind != Kind::Dot => {
                self.stroke = vec![point];
                self.told = Some(M::TapEnd);
            }
            Tool::Line(_) => self.end_line(point),
            Tool::Move if self.held.is_some() => self.put_down(),
            Tool::Move => self.pick_up(point),
            Tool::Shape(_) | Tool::Fill | Tool::Erase => self.act_at(point),
        }
    }

    fn draw_to(&mut self, point: Point) {
        if self.stroke.len() < STROKE_MAX && self.stroke.last() != Some(&point) {
            self.stroke.push(point);
        }
    }

    pub(super) fn end_stroke(&mut self) {
        let stroke = std::mem::take(&mut self.stroke);
        if !stroke.is_empty() {
            self.add_line(&stroke);
        }
    }

    fn end_line(&mut self, to: Point) {
        let Tool::Line(kind) = self.tool else { return };
        let from = self.stroke.first().copied().unwrap_or(to);
        self.stroke.clear();
        self.told = None;
        let long = from.distance(to);
        let needs = matches!(kind, Kind::Wavy | Kind::Zigzag) && (1..ROOM).contains(&long);
        let to = if needs { from.towards(to, ROOM, long) } else { to };
        self.add_line(&made(kind, from, to));
    }

    fn add_line(&mut self, points: &[Point]) {
        let mut line = Line::drawn(self.paint, self.width, points);
        line.mirrored = self.mirror;
        self.add(Part::Line(line));
    }

    fn add(&mut self, part: Part) {
        let mut sheet = self.sheet.clone();
        sheet.put(self.layer, part);
        self.change(sheet);
    }

    /// The sheet becomes this one, if it is not full.
    fn change(&mut self, sheet: Sheet) {
        let full = sheet.parts().count() > PARTS_MAX || to_bytes(&sheet).len() > BYTES_MAX;
        if full {
            self.told = Some(M::Full);
            return;
        }
        self.remember();
        self.sheet = sheet;
        self.settle();
    }

    fn remember(&mut self) {
        self.history.remember(&self.made.0);
    }

    fn act_at(&mut self, point: Point) {
        match self.tool {
            Tool::Shape(form) => {
                let (mut wide, mut high) = (self.size, self.size);
                match form {
                    Form::Rectangle | Form::Half => high = wide / 2,
                    Form::Circle | Form::Square | Form::Triangle | Form::Corner | Form::Quarter => {
                    }
                }
                (wide, high) = (wide.min(SIDE), high.max(1));
                let place = Place { middle: point, wide, high, eighths: self.eighths };
                let (paint, mirrored) = (self.paint, self.mirror);
                self.add(Part::Shape(Shape { form, paint, filled: true, mirrored, place }));
            }
            Tool::Fill => self.fill(point),
            Tool::Erase => {
                if let Some((layer, place)) = self.own_at(point) {
                    let mut sheet = self.sheet.clone();
                    sheet.layers[layer].remove(place);
                    self.change(sheet);
                }
            }
            Tool::Pen | Tool::Line(_) | Tool::Move => {}
        }
    }

    /// Paints what is there, the inside of a closed line, or the paper.
    fn fill(&mut self, point: Point) {
        let mut sheet = self.sheet.clone();
        let paint = self.paint;
        let on = top(&sheet, |part| is_hit(part, point) || is_in(part, point));
        match on {
            Some((layer, place)) => {
                let given = &self.given;
                let part = &mut sheet.layers[layer][place];
                match part {
                    Part::Line(line) if !is_hit(&Part::Line(line.clone()), point) => {
                        line.fill = Some(paint);
                    }
                    Part::Line(line)
                        if line.fill.is_some() && !is_given(&Part::Line(line.clone()), given) =>
                    {
                        line.paint = paint;
                    }
                    Part::Line(_) | Part::Shape(_) => part.paint(paint),
                }
            }
            None => sheet.ground = Some(paint),
        }
        if sheet != self.sheet {
            self.change(sheet);
        }
    }

    pub(super) fn paint_given(&mut self, number: u8) {
        let Some(given) = self.given.get(usize::from(number)).cloned() else { return };
        let mut sheet = self.sheet.clone();
        if let Some((layer, place)) = top(&sheet, |it| is_given(it, std::slice::from_ref(&given))) {
            sheet.layers[layer][place].paint(self.paint);
        }
        if sheet != self.sheet {
            self.change(sheet);
        }
    }

    fn pick_up(&mut self, point: Point) {
        if let Some((layer, place)) = self.own_at(point) {
            self.remember();
            self.held = Some((layer, place, point));
        }
    }

    /// What was not moved after all needs not be taken back.
    fn put_down(&mut self) {
        if self.held.take().is_some() {
            self.history.forget_same(&self.made.0);
        }
    }

    fn carry(&mut self, point: Point) {
        let Some((layer, place, from)) = self.held else { return };
        let by = point.from(from);
        let mut sheet = self.sheet.clone();
        if move_by(&mut sheet.layers[layer][place], by) {
            self.held = Some((layer, place, point));
            self.sheet = sheet;
            self.settle();
        }
    }

    /// What lies uppermost there and was not given.
    fn own_at(&self, point: Point) -> Option<(usize, usize)> {
        top(&self.sheet, |it| is_hit(it, point) && !is_given(it, &self.given))
    }
}

/// The uppermost part of which something is so: its layer, and its place in it.
fn top(sheet: &Sheet, wanted: impl Fn(&Part) -> bool) -> Option<(usize, usize)> {
    for (layer, parts) in sheet.layers.iter().enumerate().rev() {
        if let Some(place) = parts.iter().rposition(&wanted) {
            return Some((layer, place));
        }
    }
    None
}

fn is_hit(part: &Part, point: Point) -> bool {
    covers(part, point, REACH) || part.mirrored() && covers(part, point.mirrored(), REACH)
}

/// Whether a point is inside of a line whose ends meet.
fn is_in(part: &Part, point: Point) -> bool {
    let Part::Line(line) = part else { return false };
    let [first, .., last] = line.points[..] else { return false };
    first.distance(last) <= 3 * REACH
        && (is_inside(&line.points, point)
            || line.mirrored && is_inside(&line.points, point.mirrored()))
}

/// Moves a part, if it stays on the sheet.
fn move_by(part: &mut Part, by: Point) -> bool {
    let moved = |it: Point| at(it.x + by.x, it.y + by.y);
    let stays = |it: Point| moved(it) == moved(it).on_sheet();
    match part {
        Part::Line(line) => {
            let all = line.points.iter().all(|it| stays(*it));
            for point in &mut line.points {
                *point = if all { moved(*point) } else { *point };
            }
            all
        }
        Part::Shape(shape) => {
            let all = stays(shape.place.middle);
            if all {
                shape.place.middle = moved(shape.place.middle);
            }
            all
        }
    }
}
