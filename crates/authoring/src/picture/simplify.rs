//! A picture with few points, as SVG: what the eye cannot see is left out before it is ever sent.

use super::fit::fit;
use super::outline::Outline;
use super::ring::{Node, curves};
use super::{Canvas, GRID, outlines};
use course::picture::Paint;
use std::fmt::Write as _;

/// The least box that something to be seen is in, in squares of the grid: in a picture of 160 pixels not four of them.
const SPECK: f64 = 2.3;

/// `svg` drawn with as few points as keep every outline so near to its place that no eye sees the difference.
pub fn simplify(svg: &str) -> Result<String, String> {
    let Canvas { width, height, outlines } = outlines(svg)?;
    let side = |units: u16| i64::from(units) / GRID;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\">\n",
        side(width),
        side(height)
    );
    for (paint, outline) in &outlines {
        let Paint::Rgb(colour) = paint else { continue };
        if let Some((x, y, r)) = outline.disc() {
            let [x, y, r] = [x, y, r].map(|units| units as f64 / GRID as f64);
            let _ =
                writeln!(out, "  <circle fill=\"#{colour:06x}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>");
            continue;
        }
        let path: Vec<String> = rings(outline).iter().map(|ring| written(ring)).collect();
        if !path.is_empty() {
            let _ = writeln!(out, "  <path fill=\"#{colour:06x}\" d=\"{}\"/>", path.join(" "));
        }
    }
    out.push_str("</svg>\n");
    Ok(out)
}

/// The fitted rings that are large enough to be seen.
fn rings(outline: &Outline) -> Vec<Vec<Node>> {
    let seen = outline.drawn().into_iter().filter(|(drawn, _)| drawn.extent >= SPECK);
    let fitted = seen.map(|(drawn, plain)| match fit(&drawn) {
        Some(ring) if ring.len() < plain.len() => ring,
        Some(_) | None => plain,
    });
    fitted.filter(|ring| ring.len() > 1).collect()
}

fn written(ring: &[Node]) -> String {
    let start = ring[0].at;
    let mut d = format!("M{} {}", start[0], start[1]);
    for curve in curves(ring) {
        let _ = match curve[..] {
            [_, control, end] => {
                write!(d, "Q{} {} {} {}", control[0], control[1], end[0], end[1])
            }
            [_, end] if end == start => Ok(()),
            [_, end] => write!(d, "L{} {}", end[0], end[1]),
            _ => Ok(()),
        };
    }
    d.push('Z');
    d
}
