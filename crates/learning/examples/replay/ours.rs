//! Answers replayed through `learning::mastery`, as a device would meet them.

use std::collections::HashMap;

use learning::mastery::{Known, Surplus, WEIGHTS, Weights, stranger};

use crate::measure::Prediction;
use crate::table::{Answer, Table};

/// What a course would ship: log odds above those of others.
#[derive(Debug, Clone)]
pub struct Biases {
    pub skills: Vec<f64>,
    pub items: Vec<f64>,
}

impl Biases {
    pub fn none(table: &Table) -> Self {
        Self { skills: vec![0.0; table.skills], items: vec![0.0; table.items] }
    }

    pub fn of(&self, answer: &Answer) -> f64 {
        self.skills[answer.skill] + answer.item.map_or(0.0, |it| self.items[it])
    }
}

/// All that a prediction needs beside the learner's own past.
#[derive(Debug, Clone)]
pub struct Model {
    pub weights: Weights,
    pub biases: Biases,
}

impl Model {
    /// Nothing but the device: no biases, weights as they are in the program.
    pub fn shipped(table: &Table) -> Self {
        Self { weights: WEIGHTS, biases: Biases::none(table) }
    }
}

/// What is known of an answer just before it is given.
pub struct Sight {
    pub known: Known,
    pub learner: Surplus,
    pub item: Surplus,
}

/// Walks through all answers. Each learner has a device of their own: nothing of one is seen with another.
pub fn walk(table: &Table, model: &Model, mut see: impl FnMut(&Answer, &Sight)) {
    let mut known: HashMap<(usize, usize), Known> = HashMap::new();
    let mut learners = vec![Surplus::default(); table.tested.len()];
    let mut items: HashMap<(usize, usize), Surplus> = HashMap::new();
    for answer in &table.answers {
        let Answer { learner, skill, item, right } = *answer;
        let expected = stranger(model.biases.of(answer), &model.weights);
        let of_skill = known.entry((learner, skill)).or_default();
        let mut unknown = Surplus::default();
        let of_item = item.map_or(&mut unknown, |it| items.entry((learner, it)).or_default());
        see(answer, &Sight { known: *of_skill, learner: learners[learner], item: *of_item });
        *of_skill = of_skill.after(right);
        *of_item = of_item.after(right, expected);
        learners[learner] = learners[learner].after(right, expected);
    }
}

/// The chances of the tested learners' answers.
pub fn predictions(table: &Table, model: &Model) -> Vec<Prediction> {
    let mut predictions = Vec::new();
    walk(table, model, |answer, sight| {
        if table.is_tested(answer) {
            let bias = model.biases.of(answer);
            let chance = sight.known.chance(sight.learner, sight.item, bias, &model.weights);
            predictions.push((chance, answer.right));
        }
    });
    predictions
}
