//! C53: learners of five kinds go through every lesson and finish it.

use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::item::facts;
use course::item::{Item, Response, Score};
use course::lesson::Lesson;
use course::plan::{Met, meet, plan};
use course::rng::{Rng, derive};

#[cfg(test)]
mod week;

/// Visits of each learner.
const VISITS: u64 = 5;
/// Attempts after which the solution is shown and done once.
const ATTEMPTS_MAX: u32 = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Learner {
    AlwaysRight,
    /// Falls for the most tempting error, every time.
    Tempted,
    Random,
    /// Takes every hint before answering.
    Slow,
    /// Leaves in the middle and comes back after thirty days, when only the seed and the place are left.
    Returning,
}

const LEARNERS: [Learner; 5] =
    [Learner::AlwaysRight, Learner::Tempted, Learner::Random, Learner::Slow, Learner::Returning];

/// Sends every learner through the lesson.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    let lesson = &site.locale.lesson;
    for learner in LEARNERS {
        for visit in 0..VISITS {
            if let Err((id, what)) = walk(lesson, learner, visit) {
                let what = format!("{learner:?} learner, visit {visit}: {what}");
                let fault =
                    Fault::error("C53", what, "a lesson must be finished whatever is answered");
                fault.note(site.locale.place_of(&id), "", diagnostics);
                break;
            }
        }
    }
    // Who always errs must not be told from who is always right by chance alone.
    let first =
        |learner| (0..VISITS).filter_map(|visit| walk(lesson, learner, visit).ok()).sum::<u32>();
    let [right, tempted, random, ..] = LEARNERS.map(first);
    if !(tempted <= random && random < right) {
        let what =
            format!("right at once: always right {right}, at random {random}, tempted {tempted}");
        let fault = Fault::error("C53", what, "give wrong answers their own scores");
        fault.note(site.locale.place, "", diagnostics);
    }
}

/// How many items were right at once, or the item at which the learner is stuck, and why.
fn walk(lesson: &Lesson, learner: Learner, visit: u64) -> Result<u32, (String, String)> {
    let stops = plan(lesson, visit);
    if stops.is_empty() {
        return Err((String::new(), "the lesson has no stops".to_owned()));
    }
    let mut at_once = 0;
    for (nth, stop) in stops.iter().enumerate() {
        let mut stop = *stop;
        if learner == Learner::Returning && nth == stops.len() / 2 {
            stop = plan(lesson, visit)[nth];
        }
        match meet(lesson, stop) {
            Some(Met::Card(_)) => {}
            Some(Met::Item(item, _)) => {
                let seed = derive(visit, &nth.to_le_bytes());
                let attempts =
                    answer(&item, learner, seed).map_err(|what| (item.id.clone(), what))?;
                at_once += u32::from(attempts == 0);
            }
            None => return Err((String::new(), format!("nothing is met at stop {nth}"))),
        }
    }
    Ok(at_once)
}

/// How many attempts were wrong before the item was done.
fn answer(item: &Item, learner: Learner, seed: u64) -> Result<u32, String> {
    if learner == Learner::Slow && item.interaction.solution().is_some() && item.hints.is_empty() {
        return Err("there is no hint to take".to_owned());
    }
    for attempt in 0..ATTEMPTS_MAX {
        let response = respond(item, learner, &mut Rng::new(derive(seed, &[attempt as u8])));
        match item.interaction.judge(&response).score {
            Some(Score::FULL) => return Ok(attempt),
            Some(_) => {}
            None => return Err(format!("the response {response:?} cannot be read")),
        }
    }
    let shown = solution(item);
    match item.interaction.judge(&shown).score {
        Some(Score::FULL) => Ok(ATTEMPTS_MAX),
        Some(_) | None => Err("the solution that is shown is not right".to_owned()),
    }
}

fn respond(item: &Item, learner: Learner, rng: &mut Rng) -> Response {
    let facts = facts(&item.interaction);
    match learner {
        Learner::AlwaysRight | Learner::Slow | Learner::Returning => solution(item),
        Learner::Tempted => {
            let first = facts.foreseen().into_iter().next();
            first.map_or_else(|| facts.random(rng), |(_, response)| response)
        }
        Learner::Random => facts.random(rng),
    }
}

fn solution(item: &Item) -> Response {
    let it = &item.interaction;
    it.solution().or_else(|| facts(it).unmarked()).unwrap_or(Response::Read)
}
