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
    let mut left = ITEMS_MAX;
    for (at, entry) in lessons.iter().enumerate().take(last) {
        let right = count(&progress.knew, entry, left);
        let not = count(&progress.knew_not, entry, left - right);
        left -= right + not;
        for (known, weight) in weights.iter_mut().enumerate() {
            let (times, answers) = if known > at { (RIGHT, right) } else { (WRONG, not) };
            for _ in 0..answers {
                *weight *= times;
            }
        }
    }
    let all: u64 = weights.iter().sum();
    let (mut below, mut known, mut ask) = (0, 0, None);
    // How unlike the two sides are: beyond nine to one there is nothing left to ask.
    let mut least = all - all / 5;
    for (at, entry) in lessons.into_iter().enumerate().take(last) {
        below += weights[at];
        let apart = all.abs_diff(2 * below);
        if apart < least {
            least = apart;
            ask = Some(entry);
        }
        if 3 * below <= all && count(&progress.knew, entry, 1) > 0 {
            known = at + 1;
        }
    }
    let ask = ask.filter(|_| left > 0).and_then(|entry| next_item(progress, entry));
    Placement { known, answered: ITEMS_MAX - left, ask }
}

/// How many of these answers are to items of a lesson, of those that are left to be counted.
#[inline(never)]
fn count(answers: &[String], entry: &Entry, left: usize) -> usize {
    answers.iter().filter(|it| **it == entry.id).count().min(left)
}

fn next_item<'a>(progress: &Progress, entry: &'a Entry) -> Option<Ask<'a>> {
    let before =
        count(&progress.knew, entry, ITEMS_MAX) + count(&progress.knew_not, entry, ITEMS_MAX);
    let skill = entry.skills.get(before % entry.skills.len().max(1))?;
    // What one pupil is asked is not what their neighbour is, once they have answered.
    let own = progress.writers.first().map_or(0, |(writer, _)| *writer);
    let seed = derive(derive(own, entry.id.as_bytes()), &[before as u8]);
    Some(Ask { entry, skill, seed })
}

#[cfg(test)]
mod tests;
