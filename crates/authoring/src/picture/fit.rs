//! Fewer points for a ring: the fewest corners and control points whose curve stays within a distance of it.

use super::ring::{Kind, Node, Spot, along, polygon};

/// The farthest that a fitted curve may be from the drawn one, apart from the rounding of its ends, in steps of the grid, of
/// which a picture is 128 wide. Less for what is small, such as eyes and mouths.
const ERROR_MAX: f64 = 0.55;
const ERROR_MAX_SMALL: f64 = 0.42;
/// The farthest that leaving out points may move the fitted curve.
const THINNED_MAX: f64 = 0.3;
/// Rings in a smaller box, in squares of the grid, are small.
const SMALL: f64 = 700.0;
/// Control points tried between two points of the drawn outline.
const CONTROLS_MAX: usize = 7;
/// Drawn curves that one run of control points may replace.
const REACH: usize = 14;
/// Straight lines that are longer, in steps of the grid, stay straight.
const LONG: f64 = 10.0;
/// A point that turns the outline by less, in degrees, should rather lie on a smooth curve.
const SMOOTH: f64 = 20.0;

/// An outline as its author drew it: points close together, and the places of those between two curves.
pub(super) struct Drawn {
    pub points: Vec<Spot>,
    pub ends: Vec<usize>,
    /// The area of the box around it, in squares of the grid.
    pub extent: f64,
}

/// The ring with few points; `None` if it cannot be told from its drawn points with fewer.
pub(super) fn fit(drawn: &Drawn) -> Option<Vec<Node>> {
    let most = if drawn.extent < SMALL { ERROR_MAX_SMALL } else { ERROR_MAX };
    let (points, ends) = started(drawn);
    let turns: Vec<f64> = ends.iter().map(|at| turn(&points, *at)).collect();
    let spots: Vec<Spot> = ends.iter().map(|at| points[*at].map(f64::round)).collect();
    // The cheapest way to each end: what it costs, where it came from, the control points between.
    let mut best: Vec<Option<(f64, usize, Vec<Spot>)>> = vec![None; ends.len()];
    best[0] = Some((0.0, 0, Vec::new()));
    for to in 1..ends.len() {
        for from in (to.saturating_sub(REACH)..to).rev() {
            let Some((cost, ..)) = best[from] else { continue };
            if to - from > 1 && is_long_line(&points[ends[from]..=ends[from + 1]]) {
                break;
            }
            if to - from > 1 && is_long_line(&points[ends[to - 1]..=ends[to]]) {
                break;
            }
            let samples = &points[ends[from]..=ends[to]];
            let Some((controls, error)) = run(spots[from], spots[to], samples, most) else {
                continue;
            };
            let kink = if turns[to] < SMOOTH { 0.35 } else { 0.0 };
            let cost = cost + controls.len() as f64 + 1.0 + kink + error / 2.0;
            if best[to].as_ref().is_none_or(|(other, ..)| cost < *other) {
                best[to] = Some((cost, from, controls));
            }
        }
    }
    let mut nodes = Vec::new();
    let mut at = ends.len() - 1;
    while at > 0 {
        let (_, from, controls) = best[at].take()?;
        nodes.push(Node { kind: Kind::On, at: spots[at] });
        nodes.extend(controls.into_iter().rev().map(|at| Node { kind: Kind::Off, at }));
        at = from;
    }
    // The last point of a ring is its first.
    nodes.push(Node { kind: Kind::Start, at: spots[0] });
    nodes.reverse();
    nodes.pop();
    nodes.dedup_by(|b, a| b.kind == Kind::On && a.kind != Kind::Off && a.at == b.at);
    Some(thinned(nodes))
}

/// The ring from its sharpest corner on, with more ends if it has too few to choose from.
fn started(drawn: &Drawn) -> (Vec<Spot>, Vec<usize>) {
    let ring = &drawn.points[..drawn.points.len() - 1];
    let corners = &drawn.ends[..drawn.ends.len() - 1];
    let sharpest = corners
        .iter()
        .copied()
        .max_by(|a, b| turn(&drawn.points, *a).total_cmp(&turn(&drawn.points, *b)));
    let start = sharpest.unwrap_or(0);
    let mut points = ring[start..].to_vec();
    points.extend(&ring[..start]);
    points.push(ring[start]);
    let mut ends: Vec<usize> =
        corners.iter().map(|at| (at + ring.len() - start) % ring.len()).collect();
    if ends.len() < 4 {
        ends.extend((0..8).map(|nth| nth * ring.len() / 8));
    }
    ends.push(ring.len());
    ends.sort_unstable();
    ends.dedup();
    (points, ends)
}

/// By how many degrees the outline turns at a point.
fn turn(points: &[Spot], at: usize) -> f64 {
    let last = points.len() - 1;
    let (before, here) = (points[if at == 0 { last - 1 } else { at - 1 }], points[at]);
    let after = points[if at == last { 1 } else { at + 1 }];
    let (a, b) = (minus(here, before), minus(after, here));
    (a[0] * b[1] - a[1] * b[0]).atan2(a[0] * b[0] + a[1] * b[1]).to_degrees().abs()
}

fn is_long_line(samples: &[Spot]) -> bool {
    let (first, last) = (samples[0], samples[samples.len() - 1]);
    square(minus(last, first)) > LONG * LONG && strays(samples, &curve(first, &[], last)) < 0.1
}

/// The fewest control points between two ends that keep to the samples, and how far they stray.
fn run(from: Spot, to: Spot, samples: &[Spot], most: f64) -> Option<(Vec<Spot>, f64)> {
    let samples = between(&spread(samples, 100), from, to);
    let straight = strays(&samples, &curve(from, &[], to));
    if straight <= most {
        return Some((Vec::new(), straight));
    }
    (1..=CONTROLS_MAX).find_map(|count| {
        let controls = least_squares(from, to, &spread(&samples, 48), count)?;
        let error = strays(&samples, &curve(from, &controls, to));
        (error <= most).then_some((controls, error))
    })
}

/// The samples moved as their ends are by rounding, in between by a part of it: shape is judged apart from place.
fn between(samples: &[Spot], from: Spot, to: Spot) -> Vec<Spot> {
    let last = samples.len() - 1;
    let (first, second) = (minus(from, samples[0]), minus(to, samples[last]));
    let moved = |(at, sample): (usize, &Spot)| {
        let share = at as f64 / last.max(1) as f64;
        [0, 1].map(|axis| sample[axis] + first[axis] * (1.0 - share) + second[axis] * share)
    };
    samples.iter().enumerate().map(moved).collect()
}

/// At most so many of the points, the ends among them.
fn spread(points: &[Spot], most: usize) -> Vec<Spot> {
    let count = points.len().min(most);
    (0..count).map(|nth| points[nth * (points.len() - 1) / (count - 1).max(1)]).collect()
}

/// Control points for which the curve is nearest to the samples, on whole steps.
fn least_squares(from: Spot, to: Spot, samples: &[Spot], count: usize) -> Option<Vec<Spot>> {
    let mut places = by_length(samples, count as f64)?;
    let mut controls = Vec::new();
    for _ in 0..8 {
        controls = solve(equations(from, to, samples, &places, count))?;
        let fitted = curve(from, &controls, to);
        let mut least = 0;
        for (sample, place) in samples.iter().zip(&mut places) {
            let nearest = (least..fitted.len()).min_by(|a, b| {
                square(minus(fitted[*a], *sample)).total_cmp(&square(minus(fitted[*b], *sample)))
            })?;
            least = nearest;
            *place = count as f64 * nearest as f64 / (fitted.len() - 1) as f64;
        }
    }
    Some(controls.into_iter().map(|it| it.map(f64::round)).collect())
}

/// What the control points have to fulfil: a row for each, its weights and then its aim, x and y.
fn equations(
    from: Spot,
    to: Spot,
    samples: &[Spot],
    places: &[f64],
    count: usize,
) -> Vec<Vec<f64>> {
    // Leans a little towards the middle, so that there always is an answer.
    let lean = 1e-6;
    let middle = samples[samples.len() / 2].map(|it| it * lean);
    let mut rows: Vec<Vec<f64>> = (0..count)
        .map(|row| {
            let own = (0..count).map(|column| if column == row { lean } else { 0.0 });
            own.chain(middle).collect()
        })
        .collect();
    for (sample, place) in samples.iter().zip(places) {
        let (weights, ends) = weights(*place, count);
        let aim = [0, 1].map(|axis| sample[axis] - ends[0] * from[axis] - ends[1] * to[axis]);
        for (row, weight) in rows.iter_mut().zip(&weights) {
            for (entry, other) in row.iter_mut().zip(weights.iter().chain(&aim)) {
                *entry += weight * other;
            }
        }
    }
    rows
}

/// Where along the curve each sample lies, by the length of the way.
fn by_length(samples: &[Spot], whole: f64) -> Option<Vec<f64>> {
    let mut way = vec![0.0];
    for pair in samples.windows(2) {
        way.push(way[way.len() - 1] + square(minus(pair[1], pair[0])).sqrt());
    }
    let length = way[way.len() - 1];
    (length > 1e-6).then(|| way.iter().map(|it| it / length * whole).collect())
}

/// What each control point, and both ends, weigh in the point at `place`.
fn weights(place: f64, count: usize) -> (Vec<f64>, [f64; 2]) {
    let at = (place as usize).min(count - 1);
    let t = place - at as f64;
    let (before, after) = ((1.0 - t) * (1.0 - t), t * t);
    let mut weights = vec![0.0; count];
    let mut ends = [0.0; 2];
    weights[at] += 2.0 * t * (1.0 - t);
    if at == 0 {
        ends[0] = before;
    } else {
        weights[at - 1] += before / 2.0;
        weights[at] += before / 2.0;
    }
    if at + 1 == count {
        ends[1] = after;
    } else {
        weights[at] += after / 2.0;
        weights[at + 1] += after / 2.0;
    }
    (weights, ends)
}

/// Gaussian elimination.
fn solve(mut rows: Vec<Vec<f64>>) -> Option<Vec<Spot>> {
    let count = rows.len();
    for column in 0..count {
        let size = |at: &usize| rows[*at][column].abs();
        let largest = (column..count).max_by(|a, b| size(a).total_cmp(&size(b)))?;
        rows.swap(column, largest);
        let pivot = rows[column].clone();
        if pivot[column].abs() < 1e-12 {
            return None;
        }
        for (_, row) in rows.iter_mut().enumerate().filter(|(at, _)| *at != column) {
            let factor = row[column] / pivot[column];
            row.iter_mut().zip(&pivot).for_each(|(entry, by)| *entry -= factor * by);
        }
    }
    let spots = rows.iter().enumerate();
    Some(spots.map(|(at, row)| [row[count], row[count + 1]].map(|it| it / row[at])).collect())
}

/// Points along a run of control points, evenly by place.
fn curve(from: Spot, controls: &[Spot], to: Spot) -> Vec<Spot> {
    if controls.is_empty() {
        let steps = (square(minus(to, from)).sqrt() / 0.5).ceil().max(1.0) as usize;
        return (0..=steps).map(|it| along(&[from, to], it as f64 / steps as f64)).collect();
    }
    let steps = controls.len() * 16;
    let places = (0..=steps).map(|it| it as f64 / 16.0);
    let point = |place| {
        let (weights, ends) = weights(place, controls.len());
        [0, 1].map(|axis| {
            let inner = weights.iter().zip(controls).map(|(weight, it)| weight * it[axis]);
            inner.sum::<f64>() + ends[0] * from[axis] + ends[1] * to[axis]
        })
    };
    places.map(point).collect()
}

/// How far two lines of points are apart at most.
fn strays(a: &[Spot], b: &[Spot]) -> f64 {
    let one_way =
        |a: &[Spot], b: &[Spot]| a.iter().map(|point| distance(*point, b)).fold(0.0, f64::max);
    one_way(a, b).max(one_way(b, a)).sqrt()
}

/// The square of the distance from a point to a line of points.
fn distance(point: Spot, line: &[Spot]) -> f64 {
    let to_edge = |pair: &[Spot]| {
        let edge = minus(pair[1], pair[0]);
        let off = minus(point, pair[0]);
        let length = square(edge);
        let t = if length > 0.0 {
            ((off[0] * edge[0] + off[1] * edge[1]) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        square(minus(off, edge.map(|it| it * t)))
    };
    line.windows(2).map(to_edge).fold(f64::MAX, f64::min)
}

/// Leaves out points, and moves control points beside them by a step, as long as the ring stays nearly where it is.
fn thinned(mut nodes: Vec<Node>) -> Vec<Node> {
    let fitted = spread(&polygon(&nodes), 250);
    let mut at = 1;
    while at < nodes.len() && nodes.len() > 2 {
        let mut fewer = nodes.clone();
        fewer.remove(at);
        match nudged(&fewer, at, &fitted) {
            Some(found) => (nodes, at) = (found, 1),
            None => at += 1,
        }
    }
    nodes
}

/// The ring, perhaps with control points about `at` moved by a step, if it stays nearly where it was fitted.
fn nudged(nodes: &[Node], at: usize, fitted: &[Spot]) -> Option<Vec<Node>> {
    match strays(fitted, &polygon(nodes)) {
        error if error <= THINNED_MAX => return Some(nodes.to_vec()),
        error if error > 4.0 * THINNED_MAX => return None,
        _ => {}
    }
    let steps = || [-1.0, 0.0, 1.0].into_iter();
    let moves = steps().flat_map(|x| steps().map(move |y| [x, y]));
    let beside = [at - 1, at % nodes.len()];
    let mut best: Option<(f64, Vec<Node>)> = None;
    for first in moves.clone() {
        for second in moves.clone() {
            let mut moved = nodes.to_vec();
            for (place, step) in beside.into_iter().zip([first, second]) {
                if moved[place].kind != Kind::Off {
                    continue;
                }
                moved[place].at = [moved[place].at[0] + step[0], moved[place].at[1] + step[1]];
            }
            let error = strays(fitted, &polygon(&moved));
            if error <= THINNED_MAX && best.as_ref().is_none_or(|(other, _)| error < *other) {
                best = Some((error, moved));
            }
        }
    }
    best.map(|(_, moved)| moved)
}

fn minus(a: Spot, b: Spot) -> Spot {
    [a[0] - b[0], a[1] - b[1]]
}

fn square(a: Spot) -> f64 {
    a[0] * a[0] + a[1] * a[1]
}
