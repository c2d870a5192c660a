//! Pictures: SVG in, the closed list of flat shapes out. Nothing of the markup is left.

use course::codec::to_bytes;
use course::picture::{Drawing, Paint, Segment, Shape};
use outline::Outline;
use ring::Node;
use usvg::roxmltree::Document;
use usvg::tiny_skia_path::{PathStroker, Transform};

mod extent;
mod fit;
mod numbers;
mod outline;
mod ring;
mod simplify;
mod written;

pub use simplify::simplify;

#[cfg(test)]
mod tests;

/// Units along the longer side: eight to each of the 32 that Fluent Emoji draws on.
const SIDE: u16 = 256;
/// The points of outlines lie on every second unit, so that halfway between two of them is a whole one.
const GRID: i64 = 2;
/// The most that a picture may take before the pack is compressed, in bytes; a quarter less after.
const BYTES_MAX: usize = 1_600;

/// The shapes of an SVG picture, or in words what a picture must not have.
pub fn compile(svg: &str) -> Result<Drawing, String> {
    let Canvas { width, height, outlines } = outlines(svg)?;
    let shapes: Vec<Shape> = outlines.iter().filter_map(shape).collect();
    if shapes.is_empty() {
        return Err("this picture is empty".to_owned());
    }
    let drawing = Drawing { width, height, shapes };
    match to_bytes(&drawing).len() {
        0..=BYTES_MAX => Ok(drawing),
        bytes => Err(format!(
            "this picture takes {bytes} bytes of at most {BYTES_MAX}; draw it with fewer points"
        )),
    }
}

/// Whether all of an SVG is read: flat shapes, nothing that runs, nothing from elsewhere; or in words what is not.
pub(crate) fn flat(svg: &str) -> Result<(), String> {
    read(&written::parse(svg)?, None).map(|_| ())
}

/// What a picture is made of, in units.
struct Canvas {
    width: u16,
    height: u16,
    outlines: Vec<(Paint, Outline)>,
}

fn outlines(svg: &str) -> Result<Canvas, String> {
    let document = written::parse(svg)?;
    extent::check(read(&document, Some("* { stroke: none }"))?.root())?;
    let tree = read(&document, None)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = f32::from(SIDE) / width.max(height);
    let mut outlines = Vec::new();
    push_group(tree.root(), Transform::from_scale(scale, scale), &mut outlines)?;
    let side = |length: f32| ((length * scale).round() as u16).max(1);
    Ok(Canvas { width: side(width), height: side(height), outlines })
}

/// What a document draws. A style sheet goes before what is written in it.
fn read(document: &Document<'_>, style_sheet: Option<&str>) -> Result<usvg::Tree, String> {
    let style_sheet = style_sheet.map(str::to_owned);
    let options = usvg::Options { style_sheet, ..usvg::Options::default() };
    usvg::Tree::from_xmltree(document, &options).map_err(|error| format!("this is no SVG: {error}"))
}

fn shape((paint, outline): &(Paint, Outline)) -> Option<Shape> {
    if let Some((x, y, r)) = outline.disc() {
        return Some(Shape::Disc(*paint, x, y, r));
    }
    let rings = outline.rings();
    (!rings.is_empty()).then(|| Shape::Path(*paint, segments(&rings)))
}

/// Relative steps in units.
fn segments(rings: &[Vec<Node>]) -> Vec<Segment> {
    let units = |at: [f64; 2]| at.map(|it| (it * GRID as f64).round() as i64);
    let mut segments = Vec::new();
    let mut pen = [0, 0];
    for ring in rings {
        let start = units(ring[0].at);
        segments.push(Segment::Move(start[0] - pen[0], start[1] - pen[1]));
        pen = start;
        for curve in ring::curves(ring) {
            let [.., end] = curve[..] else { continue };
            let end = units(end);
            let by = [end[0] - pen[0], end[1] - pen[1]];
            match curve[..] {
                [_, control, _] => {
                    let control = units(control);
                    let (x, y) = (control[0] - pen[0], control[1] - pen[1]);
                    segments.push(Segment::Quad(x, y, by[0], by[1]));
                }
                // Closing draws the last line by itself.
                _ if end == start => {}
                _ => segments.push(Segment::Line(by[0], by[1])),
            }
            pen = end;
        }
        segments.push(Segment::Close);
        pen = start;
    }
    segments
}

fn push_group(
    group: &usvg::Group,
    scale: Transform,
    outlines: &mut Vec<(Paint, Outline)>,
) -> Result<(), String> {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => push_group(inner, scale, outlines)?,
            usvg::Node::Path(path) if path.is_visible() => push_path(path, scale, outlines)?,
            usvg::Node::Path(_) => {}
            usvg::Node::Image(_) | usvg::Node::Text(_) => {
                return Err("only outlines are drawn".to_owned());
            }
        }
    }
    Ok(())
}

/// The inside of a path, and its stroke as an outline of its own.
fn push_path(
    path: &usvg::Path,
    scale: Transform,
    outlines: &mut Vec<(Paint, Outline)>,
) -> Result<(), String> {
    let to_canvas = path.abs_transform().post_concat(scale);
    if let Some(fill) = path.fill() {
        let even_odd = fill.rule() == usvg::FillRule::EvenOdd;
        push_outline(path.data(), to_canvas, even_odd, paint(fill.paint())?, outlines)?;
    }
    if let Some(stroke) = path.stroke() {
        let resolution = PathStroker::compute_resolution_scale(&to_canvas);
        extent::check_stroke(path.data(), stroke.width().get(), resolution)?;
        let outline = path
            .data()
            .stroke(&stroke.to_tiny_skia(), resolution)
            .ok_or("a stroke that covers nothing")?;
        push_outline(&outline, to_canvas, false, paint(stroke.paint())?, outlines)?;
    }
    Ok(())
}

fn push_outline(
    path: &usvg::tiny_skia_path::Path,
    to_canvas: Transform,
    even_odd: bool,
    paint: Paint,
    outlines: &mut Vec<(Paint, Outline)>,
) -> Result<(), String> {
    let path = path.clone().transform(to_canvas).ok_or("an outline that cannot be placed")?;
    extent::check_outline(&path)?;
    let mut outline = Outline::new(&path);
    if even_odd {
        outline.wind()?;
    }
    outlines.push((paint, outline));
    Ok(())
}

fn paint(paint: &usvg::Paint) -> Result<Paint, String> {
    match paint {
        usvg::Paint::Color(it) => {
            Ok(Paint::Rgb(u32::from(it.red) << 16 | u32::from(it.green) << 8 | u32::from(it.blue)))
        }
        usvg::Paint::LinearGradient(_)
        | usvg::Paint::RadialGradient(_)
        | usvg::Paint::Pattern(_) => Err("only flat fills are drawn".to_owned()),
    }
}
