//! What a prediction has to beat.

use std::collections::{HashMap, VecDeque};

use learning::float::exp;

use crate::measure::Prediction;
use crate::table::{Answer, Table};

/// How many of the latest answers count.
const LATEST: usize = 5;

/// The average of the learner's last five answers on the skill, beside one right and one wrong.
pub fn last_five(table: &Table) -> Vec<Prediction> {
    let mut latest: HashMap<(usize, usize), VecDeque<bool>> = HashMap::new();
    let mut predictions = Vec::new();
    for answer in table.answers.iter().filter(|it| table.is_tested(it)) {
        let latest = latest.entry((answer.learner, answer.skill)).or_default();
        let right = latest.iter().filter(|it| **it).count();
        predictions.push((share(right, latest.len()), answer.right));
        latest.push_back(answer.right);
        if latest.len() > LATEST {
            latest.pop_front();
        }
    }
    predictions
}

/// How often the training learners were right on the skill, beside one right and one wrong.
pub fn skill_mean(table: &Table) -> Vec<Prediction> {
    let mut counts = vec![(0, 0); table.skills];
    let (tested, training): (Vec<&Answer>, Vec<&Answer>) =
        table.answers.iter().partition(|it| table.is_tested(it));
    for answer in training {
        let (right, all) = &mut counts[answer.skill];
        *right += usize::from(answer.right);
        *all += 1;
    }
    let mean = |answer: &Answer| share(counts[answer.skill].0, counts[answer.skill].1);
    tested.into_iter().map(|answer| (mean(answer), answer.right)).collect()
}

fn share(right: usize, all: usize) -> f64 {
    (right + 1) as f64 / (all + 2) as f64
}

/// A rating of learners against items, or against skills where there are no items, moved by every answer, less and less
/// (Pelánek, "Applications of the Elo rating system in adaptive educational systems", 2016). The training learners
/// come first.
pub fn elo(table: &Table) -> Vec<Prediction> {
    let mut learners = vec![Rating::default(); table.tested.len()];
    let mut asked = vec![Rating::default(); table.items.max(table.skills)];
    let mut predictions = Vec::new();
    for tested in [false, true] {
        for answer in table.answers.iter().filter(|it| table.is_tested(it) == tested) {
            let learner = &mut learners[answer.learner];
            let asked = &mut asked[answer.item.unwrap_or(answer.skill)];
            let chance = 1.0 / (1.0 + exp(asked.value - learner.value));
            if tested {
                predictions.push((chance, answer.right));
            }
            let surprise = f64::from(u8::from(answer.right)) - chance;
            learner.move_by(surprise);
            asked.move_by(-surprise);
        }
    }
    predictions
}

#[derive(Clone, Default)]
struct Rating {
    value: f64,
    answers: f64,
}

impl Rating {
    fn move_by(&mut self, surprise: f64) {
        self.value += surprise / (1.0 + 0.05 * self.answers);
        self.answers += 1.0;
    }
}
