//! Rings of points on the grid: corners, and control points of quadratic curves that meet halfway between two of them.

/// A place on the canvas, in steps of the grid.
pub(super) type Spot = [f64; 2];

/// What a point of a ring is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The first point, on the ring.
    Start,
    /// On the ring.
    On,
    /// A control point.
    Off,
}

/// A point of a ring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Node {
    pub kind: Kind,
    pub at: Spot,
}

/// The curves of a ring, each with its points from where it starts: two for a line, three for a quadratic curve.
pub(super) fn curves(ring: &[Node]) -> Vec<Vec<Spot>> {
    let Some(start) = ring.first() else { return Vec::new() };
    let mut curves = Vec::new();
    let mut pen = start.at;
    let mut control: Option<Spot> = None;
    for node in ring[1..].iter().chain([&Node { kind: Kind::On, at: start.at }]) {
        let to = match (node.kind, control) {
            (Kind::Off, Some(it)) => [0, 1].map(|axis| (it[axis] + node.at[axis]) / 2.0),
            (Kind::Off, None) => {
                control = Some(node.at);
                continue;
            }
            (Kind::Start | Kind::On, _) => node.at,
        };
        curves.push([pen].into_iter().chain(control).chain([to]).collect());
        control = (node.kind == Kind::Off).then_some(node.at);
        pen = to;
    }
    curves
}

/// Points along the ring, close together.
pub(super) fn polygon(ring: &[Node]) -> Vec<Spot> {
    let mut points: Vec<Spot> = ring.first().map(|it| it.at).into_iter().collect();
    for curve in curves(ring) {
        let steps = if curve.len() == 2 { 1 } else { 10 };
        points.extend((1..=steps).map(|it| along(&curve, f64::from(it) / f64::from(steps))));
    }
    points
}

/// The point at `t` of the way along a curve (de Casteljau).
pub(super) fn along(curve: &[Spot], t: f64) -> Spot {
    let mut points = curve.to_vec();
    while points.len() > 1 {
        let between =
            |pair: &[Spot]| [0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * t);
        points = points.windows(2).map(between).collect();
    }
    points[0]
}
