//! Notes as a picture: numbered notation or a staff, from the same list. Drawn as plain shapes, of which the stage makes elements
//! and [`svg`] a file.

use super::note::{Note, Tune, bars};
use crate::codec_enum;
use crate::digits::digits;

mod jianpu;
mod staff;

/// A way to write notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// Numbers.
    Jianpu,
    /// Five lines.
    Staff,
}

codec_enum!(Notation { 0 => Jianpu, 1 => Staff });

impl Notation {
    /// Every notation, with its name in the source.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Jianpu, "jianpu"), (Self::Staff, "staff")];
}

/// A picture of notes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its own units wide.
    pub width: i64,
    /// And high.
    pub height: i64,
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
    /// Where each note is: its middle, and the top of its line.
    pub places: Vec<(i64, i64)>,
}

/// A shape in the colour of ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The element's name.
    pub tag: &'static str,
    /// The names of its numbers.
    names: &'static [&'static str],
    numbers: [i64; 4],
    /// The path of a line, with how wide it is; or text.
    pub words: String,
}

impl Mark {
    /// Whether it is a line, not a surface.
    pub fn is_line(&self) -> bool {
        self.tag == "path"
    }

    /// Shows its attributes: those with numbers.
    pub fn attributes(&self, see: &mut dyn FnMut(&'static str, &str)) {
        for (at, name) in self.names.iter().enumerate() {
            see(name, &digits(self.numbers[at]));
        }
    }
}

/// Draws a tune, in lines of bars no wider than this if a bar is not.
pub fn draw(notation: Notation, tune: &Tune, width: i64) -> Sheet {
    match notation {
        Notation::Jianpu => jianpu::draw(tune, width),
        Notation::Staff => staff::draw(tune, width),
    }
}

/// A sheet as a file, on white paper.
pub fn svg(sheet: &Sheet, title: &str) -> String {
    let (width, height) = (digits(sheet.width), digits(sheet.height));
    let mut out = String::new();
    out.extend(["<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", &width, " ", &height]);
    out.extend(["\" width=\"", &width, "\" height=\"", &height]);
    out.push_str("\" font-family=\"sans-serif\" text-anchor=\"middle\"><title>");
    out.extend([
        &*escaped(title),
        "</title><path fill=\"#fff\" d=\"M0 0H",
        &width,
        "V",
        &height,
        "H0z\"/>",
    ]);
    for mark in &sheet.marks {
        out.extend(["<", mark.tag]);
        mark.attributes(&mut |name, value| out.extend([" ", name, "=\"", value, "\""]));
        if mark.is_line() {
            out.extend([" d=\"", &*mark.words, "\" fill=\"none\" stroke=\"#000\"/>"]);
        } else {
            out.extend([">", &*escaped(&mark.words), "</", mark.tag, ">"]);
        }
    }
    out.push_str("</svg>\n");
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A pen on a sheet.
#[derive(Default)]
struct Pen {
    sheet: Sheet,
}

impl Pen {
    #[inline(never)]
    fn put(
        &mut self,
        tag: &'static str,
        names: &'static [&'static str],
        numbers: [i64; 4],
        words: String,
    ) {
        self.sheet.marks.push(Mark { tag, names, numbers, words });
    }

    /// A bar: a straight line that is level or upright.
    fn bar(&mut self, x: i64, y: i64, wide: i64, high: i64) {
        self.put("rect", &["x", "y", "width", "height"], [x, y, wide, high], String::new());
    }

    /// A line through these points: letters of a path, each with its points from a place.
    fn path(&mut self, (x, y): (i64, i64), wide: i64, steps: &[(&str, &[i64])]) {
        let mut path = String::new();
        for (letter, points) in steps {
            path.push_str(letter);
            for (at, number) in points.iter().enumerate() {
                path.extend([&*digits(number + if at % 2 == 0 { x } else { y }), " "]);
            }
        }
        self.put("path", &["stroke-width"], [wide, 0, 0, 0], path);
    }

    fn dot(&mut self, x: i64, y: i64, r: i64) {
        self.put("circle", &["cx", "cy", "r"], [x, y, r, 0], String::new());
    }

    fn text(&mut self, x: i64, y: i64, size: i64, words: &str) {
        self.put("text", &["x", "y", "font-size"], [x, y, size, 0], words.to_owned());
    }
}

/// Bars in lines of at most so many units, given what stands before the first line and before the others, how wide
/// each note is, and what a bar line takes.
fn lines(
    tune: &Tune,
    width: i64,
    (first, others): (i64, i64),
    wide: fn(&Note) -> i64,
    line: i64,
) -> Vec<Vec<Vec<Note>>> {
    let mut lines: Vec<Vec<Vec<Note>>> = Vec::new();
    let mut left = 0;
    for bar in bars(tune.metre, &tune.notes) {
        let mut needed = line;
        for note in &bar {
            needed += wide(note);
        }
        if lines.is_empty() || needed > left {
            left = width - if lines.is_empty() { first } else { others };
            lines.push(Vec::new());
        }
        left -= needed;
        if let Some(last) = lines.last_mut() {
            last.push(bar);
        }
    }
    lines
}

#[cfg(test)]
mod tests;
