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

/// A shape: an SVG element with its attributes, and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The element's name.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text.
    pub words: String,
}

/// Draws a tune, in lines of bars no wider than this if a bar is not.
pub fn draw(notation: Notation, tune: &Tune, width: i64) -> Sheet {
    match notation {
        Notation::Jianpu => jianpu::draw(tune, width),
        Notation::Staff => staff::draw(tune, width),
    }
}

/// A sheet as a file.
pub fn svg(sheet: &Sheet, title: &str) -> String {
    let (width, height) = (digits(sheet.width), digits(sheet.height));
    let mut out = String::new();
    out.extend(["<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", &width, " ", &height]);
    out.extend(["\" width=\"", &width, "\" height=\"", &height, "\" font-family=\"sans-serif\">"]);
    out.extend(["<title>", &escaped(title), "</title>"]);
    for mark in &sheet.marks {
        out.extend(["<", mark.tag]);
        for (name, value) in &mark.attributes {
            out.extend([" ", name, "=\"", &escaped(value), "\""]);
        }
        out.extend([">", &escaped(&mark.words), "</", mark.tag, ">"]);
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
    fn put(&mut self, tag: &'static str, attributes: &[(&'static str, &str)], words: &str) {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned()));
        let attributes = attributes.collect();
        self.sheet.marks.push(Mark { tag, attributes, words: words.to_owned() });
    }

    fn line(&mut self, (x1, y1): (i64, i64), (x2, y2): (i64, i64), wide: i64) {
        let path =
            ["M", &digits(x1), " ", &digits(y1), "L", &digits(x2), " ", &digits(y2)].concat();
        self.path(&path, wide);
    }

    fn path(&mut self, path: &str, wide: i64) {
        let pen = [("d", path), ("fill", "none"), ("stroke", "currentColor")];
        self.put("path", &[&pen[..], &[("stroke-width", &digits(wide))]].concat(), "");
    }

    fn dot(&mut self, (x, y): (i64, i64), r: i64) {
        let (x, y, r) = (digits(x), digits(y), digits(r));
        self.put("circle", &[("cx", &x), ("cy", &y), ("r", &r), ("fill", "currentColor")], "");
    }

    fn text(&mut self, (x, y): (i64, i64), size: i64, words: &str) {
        let (x, y, size) = (digits(x), digits(y), digits(size));
        let place = [("x", &*x), ("y", &*y), ("font-size", &*size)];
        let look = [("text-anchor", "middle"), ("fill", "currentColor")];
        self.put("text", &[&place[..], &look].concat(), words);
    }
}

/// Bars in lines of at most so many units, given how wide each note is and what a bar line takes.
fn lines(
    tune: &Tune,
    width: i64,
    head: i64,
    wide: impl Fn(&Note) -> i64,
    line: i64,
) -> Vec<Vec<Vec<Note>>> {
    let mut lines: Vec<Vec<Vec<Note>>> = Vec::new();
    let mut left = 0;
    for bar in bars(tune.metre, &tune.notes) {
        let needed = bar.iter().map(&wide).sum::<i64>() + line;
        if lines.is_empty() || needed > left {
            lines.push(Vec::new());
            left = width - head;
        }
        left -= needed;
        if let Some(last) = lines.last_mut() {
            last.push(bar);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::music::note::Metre;
    use crate::stage::music::text::read_notes;

    fn tune(text: &str) -> Tune {
        let notes = read_notes(text).expect("readable");
        Tune { metre: Metre::TWO, tonic: 60, tempo: 90, notes }
    }

    fn words(sheet: &Sheet) -> Vec<&str> {
        let said = sheet.marks.iter().map(|it| &*it.words);
        said.filter(|it| !it.is_empty()).collect()
    }

    #[test]
    fn numbers_stand_in_order() {
        let sheet = draw(Notation::Jianpu, &tune("1 1_ 5_ | 6, - | 0 x."), 400);
        assert_eq!(words(&sheet), ["1=C", "2", "4", "1", "1", "5", "6", "0", "x"]);
        assert_eq!(sheet.places.len(), 6);
        assert!(sheet.places.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn a_long_tune_takes_several_lines() {
        let long = tune("1 1 | 5 5 | 6 6 | 5 - | 4 4 | 3 3 | 2 2 | 1 -");
        for notation in [Notation::Jianpu, Notation::Staff] {
            let (wide, narrow) = (draw(notation, &long, 2000), draw(notation, &long, 300));
            assert!(narrow.width <= 300 && wide.width > 300, "{notation:?}");
            assert!(narrow.height > wide.height * 2, "{notation:?}");
            let inside = |sheet: &Sheet| {
                sheet
                    .places
                    .iter()
                    .all(|(x, y)| (0..sheet.width).contains(x) && (0..sheet.height).contains(y))
            };
            assert!(inside(&narrow) && inside(&wide));
            assert_eq!(narrow.places.len(), long.notes.len());
        }
    }

    #[test]
    fn files_are_well_formed() {
        let sheet = draw(Notation::Staff, &tune("1_ 2_ 3 | 0 x"), 400);
        let file = svg(&sheet, "A & B");
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "));
        assert!(file.contains("<title>A &amp; B</title>") && file.ends_with("</svg>\n"));
        assert_eq!(file.matches("<path").count(), file.matches("</path>").count());
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        for notation in [Notation::Jianpu, Notation::Staff] {
            let sheet = draw(notation, &tune(""), 300);
            assert!(sheet.places.is_empty() && sheet.width > 0 && sheet.height > 0);
        }
    }
}
