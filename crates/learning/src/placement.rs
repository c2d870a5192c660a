//! Where in a course a learner begins: at most twelve items along the path of its lessons say it (docs/MODELS.md).

use crate::progress::Progress;
use course::catalogue::{Course, Entry};
use course::rng::derive;

/// So many items are asked at most.
pub const ITEMS_MAX: usize = 12;

/// A right answer comes so many times as often from one who knows the lesson as from one who does not; any other answer
/// so many times as often from one who does not.
const RIGHT: u64 = 4;
const WRONG: u64 = 5;

/// What the answers say so far.
#[derive(Debug, PartialEq)]
pub struct Placement<'a> {
    /// So many lessons from the first one may be passed over.
    pub known: usize,
    /// Items answered.
    pub answered: usize,
    /// What is asked next; nothing once it is clear where to begin.
    pub ask: Option<Ask<'a>>,
}

/// An item to be asked.
#[derive(Debug, PartialEq)]
pub struct Ask<'a> {
    /// The lesson whose practice it comes from.
    pub entry: &'a Entry,
    /// The skill that it exercises: those of the lesson take turns.
    pub skill: &'a str,
    /// Fixes the item: the same after the same answers, on every device.
    pub seed: u64,
}

/// Where a learner with this progress stands in `course`. For each number of lessons that could be known there is a
/// weight, all alike at first; asked is what parts the weights best. The last lesson is never asked: nobody passes it over.
pub fn placement<'a>(progress: &Progress, course: &'a Course) -> Placement<'a> {
    let lessons = course.lessons();
    let last = lessons.len().saturating_sub(1);
    let mut weights = vec![1; lessons.len()];
    let mut answers = vec![(0, false); last];
    let mut answered = 0;
    for (lesson, right) in &progress.placed {
        let at = lessons.iter().take(last).position(|it| it.id == *lesson);
        let Some(at) = at.filter(|_| answered < ITEMS_MAX) else { continue };
        answered += 1;
        answers[at].0 += 1;
        answers[at].1 |= right;
        for (known, weight) in weights.iter_mut().enumerate() {
            *weight *= match (known > at, right) {
                (true, true) => RIGHT,
                (false, false) => WRONG,
                (true, false) | (false, true) => 1,
            };
        }
    }
    let all: u64 = weights.iter().sum();
    let (mut below, mut known, mut ask) = (0, 0, None);
    // How unlike the two sides are: beyond nine to one there is nothing left to ask.
    let mut least = all - all / 5;
    for (at, (count, right)) in answers.iter().enumerate() {
        below += weights[at];
        let apart = all.abs_diff(2 * below);
        if apart < least {
            least = apart;
            ask = Some((at, *count));
        }
        if *right && 3 * below <= all {
            known = at + 1;
        }
    }
    let ask = ask.filter(|_| answered < ITEMS_MAX).and_then(|(at, count): (usize, usize)| {
        let entry = lessons[at];
        let skill = entry.skills.get(count % entry.skills.len().max(1))?;
        // What one pupil is asked is not what their neighbour is, once they have answered.
        let own = progress.writers.first().map_or(0, |(writer, _)| *writer);
        let seed = derive(derive(own, entry.id.as_bytes()), &[count as u8]);
        Some(Ask { entry, skill, seed })
    });
    Placement { known, answered, ask }
}

#[cfg(test)]
mod tests;
