//! What a picture may be written with. The reader of SVG is lenient: what it does not know it drops in silence, and it takes
//! time and memory by how large numbers are, not by how many. So this looks first.

use super::numbers::{numbers, unit};
use usvg::roxmltree::{Document, Node as Element};

/// The most bytes of SVG, as drawing programs write it.
const BYTES_MAX: usize = 100_000;
const ELEMENTS_MAX: usize = 1_000;
/// How many elements one may lie in.
const DEPTH_MAX: usize = 32;
/// The largest number, whatever its sign. Canvases are 32 units wide, or a thousand; pages are moved by thousands.
const NUMBER_MAX: f64 = 100_000.0;
/// How many times as long as wide an arc may be. One that does not reach its end is enlarged until it does, which makes
/// a giant of the longer side.
const ARC_MAX: f64 = 1_000.0;

const ELEMENTS: [&str; 11] = [
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc",
];
/// Attributes that are drawn by their numbers.
const MEASURES: [&str; 19] = [
    "viewBox",
    "width",
    "height",
    "transform",
    "stroke-width",
    "stroke-miterlimit",
    "d",
    "points",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
];
const OTHERS: [&str; 12] = [
    "version",
    "id",
    "fill",
    "fill-rule",
    "clip-rule",
    "stroke",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "fill-opacity",
    "stroke-opacity",
    "color",
];

/// Parses SVG, or says what of it is not drawn.
pub(super) fn parse(svg: &str) -> Result<Document<'_>, String> {
    if svg.len() > BYTES_MAX {
        return Err(format!(
            "this picture is {} bytes of SVG of at most {BYTES_MAX}; draw it with fewer points",
            svg.len()
        ));
    }
    let document = Document::parse(svg).map_err(|error| format!("this is no SVG: {error}"))?;
    let elements = || document.descendants().filter(Element::is_element);
    match elements().count() {
        0..=ELEMENTS_MAX => {}
        count => {
            return Err(format!(
                "this picture has {count} elements of at most {ELEMENTS_MAX}; draw it with fewer shapes"
            ));
        }
    }
    elements().try_for_each(element)?;
    Ok(document)
}

fn element(element: Element<'_, '_>) -> Result<(), String> {
    let name = element.tag_name().name();
    if !ELEMENTS.contains(&name) {
        return Err(format!("<{name}> is not drawn; use paths and basic shapes with flat fills"));
    }
    if element.ancestors().skip(1).filter(Element::is_element).count() >= DEPTH_MAX {
        return Err(format!("<{name}> lies in {DEPTH_MAX} others; draw it with fewer groups"));
    }
    element.attributes().try_for_each(|it| attribute(name, it.name(), it.value()))
}

fn attribute(element: &str, key: &str, value: &str) -> Result<(), String> {
    if value.contains("url(") {
        return Err(format!("{key}=\"{value}\" refers to something else; use a flat fill"));
    }
    if MEASURES.contains(&key) {
        return measure(element, key, value);
    }
    if !OTHERS.contains(&key) {
        return Err(format!("the attribute {key} of <{element}> is not read; leave it out"));
    }
    if key.ends_with("opacity") && value.trim().parse() != Ok(1.0_f32) {
        return Err(format!("{key}=\"{value}\": shapes are solid; mix the colour beforehand"));
    }
    Ok(())
}

/// Refuses numbers that no canvas holds, and arcs that become such.
fn measure(element: &str, key: &str, value: &str) -> Result<(), String> {
    let mut across = 0.0;
    for (text, place) in numbers(value) {
        let size = text.parse().map_or(f64::INFINITY, f64::abs);
        if size > NUMBER_MAX {
            return Err(format!(
                "{text} in {key} of <{element}> is far outside of any picture; draw it with numbers up to {NUMBER_MAX}"
            ));
        }
        if place == Some(0) {
            across = size;
        }
        // Without one of its radii an arc is a line.
        let (short, long) = (across.min(size), across.max(size));
        if place == Some(1) && short > 0.0 && long > ARC_MAX * short {
            return Err(format!(
                "an arc in {key} of <{element}> is more than {ARC_MAX} times as long as wide; draw it with a line"
            ));
        }
    }
    // Other lengths are seen to as part of their outline.
    if key == "stroke-width" && !matches!(unit(value), "" | "px" | "inherit") {
        return Err(format!("{key}=\"{value}\" has a unit; write it in those of the viewBox"));
    }
    Ok(())
}
