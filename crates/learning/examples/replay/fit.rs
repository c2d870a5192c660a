//! Weights and biases from the training learners: a logistic regression with a penalty on large values, by Newton's
//! method; weights, skills and items in turn.

use learning::float::exp;
use learning::mastery::Weights;

use crate::ours::{Biases, Model, walk};
use crate::table::{Answer, Table};

/// What is fitted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Weights alone: what every device has.
    Device,
    /// And biases of skills and items: what a course would ship.
    Biases,
}

/// Penalties, as the inverse of the variance that is expected.
const WEIGHT_PENALTY: f64 = 1.0;
const SKILL_PENALTY: f64 = 1.0;
const ITEM_PENALTY: f64 = 3.0;
/// What is known before an answer depends a little on the biases: walk, fit, and walk again.
const WALKS: usize = 3;
const TURNS: usize = 8;

const COUNT: usize = size_of::<Weights>() / size_of::<f64>();

/// An answer, and the factors that a device would have had before it.
struct Sample {
    answer: Answer,
    factors: Weights,
}

/// The model of what the training learners did.
pub fn fit(table: &Table, scope: Scope) -> Model {
    let mut model = Model { weights: [0.0; COUNT], biases: Biases::none(table) };
    for _ in 0..WALKS {
        let samples = samples(table, &model);
        for _ in 0..TURNS {
            let moved = step_weights(&mut model, &samples);
            if scope == Scope::Biases {
                let steps =
                    bias_steps(&model, &samples, &model.biases.skills, SKILL_PENALTY, |it| {
                        Some(it.skill)
                    });
                add(&mut model.biases.skills, &steps);
                let steps =
                    bias_steps(&model, &samples, &model.biases.items, ITEM_PENALTY, |it| it.item);
                add(&mut model.biases.items, &steps);
            }
            if moved < 1e-4 {
                break;
            }
        }
    }
    model
}

fn samples(table: &Table, model: &Model) -> Vec<Sample> {
    let mut samples = Vec::new();
    walk(table, model, |answer, sight| {
        if !table.is_tested(answer) {
            samples.push(Sample {
                answer: *answer,
                factors: sight.known.factors(sight.learner, sight.item),
            });
        }
    });
    samples
}

/// How much more came than the model says, and how sure it was not.
fn residual(model: &Model, sample: &Sample) -> (f64, f64) {
    let weighted =
        sample.factors.iter().zip(&model.weights).map(|(factor, weight)| factor * weight);
    let chance = 1.0 / (1.0 + exp(-(model.biases.of(&sample.answer) + weighted.sum::<f64>())));
    (f64::from(u8::from(sample.answer.right)) - chance, chance * (1.0 - chance))
}

/// One step of Newton's method; the largest move.
fn step_weights(model: &mut Model, samples: &[Sample]) -> f64 {
    let mut gradient = model.weights.map(|it| -WEIGHT_PENALTY * it);
    let mut curvature = [[0.0; COUNT]; COUNT];
    for (at, row) in curvature.iter_mut().enumerate() {
        row[at] = WEIGHT_PENALTY;
    }
    for sample in samples {
        let (residual, variance) = residual(model, sample);
        for (at, factor) in sample.factors.iter().enumerate() {
            gradient[at] += residual * factor;
            add(&mut curvature[at], &sample.factors.map(|it| variance * factor * it));
        }
    }
    let step = solve(curvature, gradient);
    add(&mut model.weights, &step);
    step.iter().fold(0.0, |largest: f64, by| largest.max(by.abs()))
}

/// One step for each bias of a kind, of which `place` gives the number.
fn bias_steps(
    model: &Model,
    samples: &[Sample],
    biases: &[f64],
    penalty: f64,
    place: impl Fn(&Answer) -> Option<usize>,
) -> Vec<f64> {
    let mut sums: Vec<(f64, f64)> = biases.iter().map(|it| (-penalty * it, penalty)).collect();
    for sample in samples {
        if let Some(at) = place(&sample.answer) {
            let (residual, variance) = residual(model, sample);
            sums[at].0 += residual;
            sums[at].1 += variance;
        }
    }
    sums.iter().map(|(gradient, curvature)| gradient / curvature).collect()
}

fn add(values: &mut [f64], steps: &[f64]) {
    for (value, step) in values.iter_mut().zip(steps) {
        *value += step;
    }
}

/// What `matrix` takes to `wanted`, by elimination: the penalties leave no zero on its diagonal.
fn solve(mut matrix: [[f64; COUNT]; COUNT], mut wanted: Weights) -> Weights {
    for pivot in 0..COUNT {
        for row in pivot + 1..COUNT {
            let share = matrix[row][pivot] / matrix[pivot][pivot];
            let taken = matrix[pivot].map(|it| -share * it);
            add(&mut matrix[row], &taken);
            wanted[row] -= share * wanted[pivot];
        }
    }
    for row in (0..COUNT).rev() {
        let known: f64 = (row + 1..COUNT).map(|column| matrix[row][column] * wanted[column]).sum();
        wanted[row] = (wanted[row] - known) / matrix[row][row];
    }
    wanted
}
