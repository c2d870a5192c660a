//! How far the outlines of a picture reach, whatever transforms they are under. Seen to before anything is stroked: a curve's
//! stroke is halved until no error can be seen, and where numbers are so large that all are rounded, it always can.

use super::SIDE;
use usvg::tiny_skia_path::{Path, Rect};
use usvg::{Group, Node};

/// How far outside of the canvas an outline may reach, in units.
const REACH: f32 = 16.0 * SIDE as f32;
/// How far from the origin a point can be, and told from one a hundredth beside it.
const EXTENT_MAX: f32 = 100_000.0;
/// The most lines and curves of all outlines, and of each with its stroke.
const SEGMENTS_MAX: usize = 5_000;

/// Refuses outlines, strokes left aside, that reach too far before or after their transforms.
pub(super) fn check(root: &Group) -> Result<(), String> {
    let mut segments = 0;
    paths(root, &mut |path| {
        segments += path.data().len();
        check_segments(segments)?;
        let drawn = path.data().bounds();
        let placed = drawn.transform(path.abs_transform());
        match placed.map(|placed| farthest(drawn).max(farthest(placed))) {
            Some(..=EXTENT_MAX) => Ok(()),
            Some(_) | None => Err(far_outside()),
        }
    })
}

/// Refuses strokes that are too large at the scale of the canvas, to which they are halved.
pub(super) fn check_stroke(path: &Path, width: f32, resolution: f32) -> Result<(), String> {
    match farthest(path.bounds()).max(width) * resolution {
        ..=EXTENT_MAX => Ok(()),
        _ => {
            Err("a stroke that is far larger than the picture; draw it as a filled outline".into())
        }
    }
}

/// Refuses outlines on the canvas that reach too far, or that nobody has drawn by hand.
pub(super) fn check_outline(path: &Path) -> Result<(), String> {
    match farthest(path.bounds()) {
        ..=REACH => check_segments(path.len()),
        _ => Err(far_outside()),
    }
}

fn check_segments(count: usize) -> Result<(), String> {
    match count {
        0..=SEGMENTS_MAX => Ok(()),
        _ => Err(format!(
            "this picture has more than {SEGMENTS_MAX} lines and curves; draw it with fewer points"
        )),
    }
}

/// How far from the origin a box reaches along either axis.
fn farthest(it: Rect) -> f32 {
    [it.left(), it.top(), it.right(), it.bottom()].map(f32::abs).into_iter().fold(0.0, f32::max)
}

fn far_outside() -> String {
    "an outline that reaches far outside of the picture; draw it inside".to_owned()
}

fn paths(
    group: &Group,
    see: &mut impl FnMut(&usvg::Path) -> Result<(), String>,
) -> Result<(), String> {
    group.children().iter().try_for_each(|node| match node {
        Node::Group(inner) => paths(inner, see),
        Node::Path(path) => see(path),
        Node::Image(_) | Node::Text(_) => Ok(()),
    })
}
