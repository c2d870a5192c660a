//! Simulated learners, to measure with until real data is at hand; docs/MODELS.md says what they are like.

use course::rng::Rng;
use learning::float::{exp, ln};

const SKILLS: usize = 300;
/// A learner works on a skill until three answers in a row are right, gives up, or has answered so many.
const RIGHT_IN_A_ROW: u32 = 3;
const ANSWERS_MAX: u32 = 30;

/// How a skill is learned.
enum Learning {
    /// All at once, with this chance after each answer; then there are only slips, before it guesses.
    AtOnce { chance: f64, slip: f64, guess: f64 },
    /// Little by little.
    Slowly { growth: f64 },
}

struct Skill {
    difficulty: f64,
    items: Vec<f64>,
    learning: Learning,
}

struct Learner {
    ability: f64,
    pace: f64,
    /// Comes and goes from one skill to the next.
    effort: f64,
}

/// A table of answers.
pub fn csv(learners: u32, seed: u64) -> String {
    let mut chance = Chance(Rng::new(seed));
    let skills: Vec<Skill> = (0..SKILLS).map(|_| skill(&mut chance)).collect();
    let mut table = "learner,skill,correct,item\n".to_owned();
    for number in 0..learners {
        let mut learner = Learner {
            ability: chance.normal(0.3, 0.9),
            pace: exp(chance.normal(0.0, 0.5)),
            effort: 0.0,
        };
        // Most go through the skills in the order of the course, from wherever their class is.
        let mut place = chance.below(SKILLS);
        while chance.uniform() > 0.1 {
            let at = if chance.uniform() < 0.8 { place % SKILLS } else { chance.below(SKILLS) };
            place += 1 + chance.below(3);
            learner.effort = 0.8 * learner.effort + chance.normal(0.0, 0.3);
            for (item, right) in practice(&mut chance, &learner, &skills[at]) {
                table.push_str(&format!("l{number},s{at},{},s{at}.{item}\n", u8::from(right)));
            }
        }
    }
    table
}

/// Half of the skills have few items, as where a generator makes them, half have many.
fn skill(chance: &mut Chance) -> Skill {
    let items = if chance.uniform() < 0.5 { 2 + chance.below(3) } else { 5 + chance.below(35) };
    let learning = if chance.uniform() < 0.5 {
        Learning::AtOnce {
            chance: chance.between(0.05, 0.35),
            slip: chance.between(0.03, 0.2),
            guess: chance.between(0.1, 0.35),
        }
    } else {
        Learning::Slowly { growth: chance.between(0.0, 0.5) }
    };
    Skill {
        difficulty: chance.normal(-0.7, 0.9),
        items: (0..items).map(|_| chance.normal(0.0, 0.7)).collect(),
        learning,
    }
}

/// Which items are met, and whether each answer is right.
fn practice(chance: &mut Chance, learner: &Learner, skill: &Skill) -> Vec<(usize, bool)> {
    let strength = learner.ability + learner.effort;
    let talent = chance.normal(0.0, 0.7);
    let patience = chance.between(0.0, 0.12);
    let mut known = chance.uniform() < logistic(1.3 * strength - 1.2 * skill.difficulty);
    let mut met = vec![0_u32; skill.items.len()];
    let mut answers = Vec::new();
    let mut in_a_row = 0;
    for before in 0..ANSWERS_MAX {
        let item = chance.below(skill.items.len());
        let remembered = 0.2 * ln(1.0 + f64::from(met[item]));
        let easy = remembered - skill.items[item];
        let likely = match &skill.learning {
            Learning::AtOnce { slip, guess, .. } => {
                let right = if known { 1.0 - slip } else { *guess };
                logistic(ln(right / (1.0 - right)) + 0.3 * strength + 0.8 * easy)
            }
            Learning::Slowly { growth } => {
                let practised = growth * learner.pace * ln(1.0 + f64::from(before));
                0.03 + 0.94 * logistic(strength + talent + practised - skill.difficulty + easy)
            }
        };
        let right = chance.uniform() < likely;
        answers.push((item, right));
        met[item] += 1;
        if let Learning::AtOnce { chance: learned, .. } = &skill.learning {
            known |= chance.uniform() < learned * learner.pace;
        }
        in_a_row = if right { in_a_row + 1 } else { 0 };
        if in_a_row == RIGHT_IN_A_ROW || chance.uniform() < patience {
            break;
        }
    }
    answers
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + exp(-odds))
}

struct Chance(Rng);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0.below(bound as u64) as usize
    }

    /// From 0 to 1.
    fn uniform(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.uniform()
    }

    /// Near enough to a bell: the sum of twelve.
    fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.uniform()).sum();
        mean + deviation * (sum - 6.0)
    }
}
