//! C53: learners of five kinds go through every lesson and finish it, and what they then know differs as it should.

use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::item::facts;
use course::item::{Item, Response, Score};
use course::lesson::{Lesson, PartKind};
use course::plan::{Met, Origin, Stop, asked, meet, part, plan};
use course::rng::{Rng, derive};
use learning::mastery::Known;
use learning::progress::Progress;

mod diary;
#[cfg(test)]
mod week;

pub(super) use diary::{Diary, Help};

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
    let mut walks = LEARNERS.map(|_| Vec::new());
    for (learner, walks) in LEARNERS.into_iter().zip(&mut walks) {
        for visit in 0..VISITS {
            match walk(lesson, learner, visit) {
                Ok(it) => walks.push(it),
                Err((id, what)) => {
                    let what = format!("{learner:?} learner, visit {visit}: {what}");
                    let fault =
                        Fault::error("C53", what, "a lesson must be finished whatever is answered");
                    fault.note(site.locale.place_of(&id), "", diagnostics);
                    break;
                }
            }
        }
    }
    // Who always errs must not be told from who is always right by chance alone.
    let first = walks.each_ref().map(|it| it.iter().map(|it| it.at_once).sum::<u32>());
    let [right, tempted, random, ..] = first;
    if !(tempted <= random && random < right) {
        let what =
            format!("right at once: always right {right}, at random {random}, tempted {tempted}");
        let fault = Fault::error("C53", what, "give wrong answers their own scores");
        fault.note(site.locale.place, "", diagnostics);
    }
    for skill in &lesson.skills {
        let known = walks.each_ref().map(|it| known(it, &skill.id));
        if !is_in_order(known) {
            let [right, tempted, random, slow, returning] = known;
            let what = format!(
                "how well {} is known then: always right {right}, after thirty days {returning}, slow {slow}, at random \
                 {random}, tempted {tempted}",
                skill.id
            );
            let fault =
                Fault::error("C53", what, "let more items tell who knows it from who does not");
            fault.note(site.locale.place_of(&skill.id), "", diagnostics);
        }
    }
}

/// How well a skill is known after these visits, each the first of a learner of that kind: the mean of the model's log
/// odds.
fn known(walks: &[Walk], skill: &str) -> i64 {
    let of = |walk: &Walk| walk.progress.skill(skill).map_or_else(Known::default, |it| it.known);
    walks.iter().map(|it| of(it).rank()).sum::<i64>() / (walks.len().max(1) as i64)
}

/// Days apart make no difference to what is known. Who needs every hint shows what they know in the exit check alone.
fn is_in_order([right, tempted, random, slow, returning]: [i64; 5]) -> bool {
    right == returning && returning >= slow && slow > random && random >= tempted
}

/// A lesson that was finished.
struct Walk {
    /// Items that were right at once.
    at_once: u32,
    progress: Progress,
}

/// A learner's way through the lesson, or the item at which they are stuck, and why.
fn walk(lesson: &Lesson, learner: Learner, visit: u64) -> Result<Walk, (String, String)> {
    let stops = plan(lesson, visit);
    let whole = |what: String| (String::new(), what);
    if stops.is_empty() {
        return Err(whole("the lesson has no stops".to_owned()));
    }
    let (mut diary, mut at_once) = (Diary::default(), 0);
    diary.opened(lesson, visit);
    for (nth, stop) in stops.iter().enumerate() {
        let mut stop = *stop;
        if learner == Learner::Returning && nth == stops.len() / 2 {
            stop = plan(lesson, visit)[nth];
            diary.day += 30;
        }
        match meet(lesson, stop) {
            Some(Met::Card(_)) => {}
            Some(Met::Item(item, origin)) => {
                let seed = derive(visit, &nth.to_le_bytes());
                let here = Here { lesson, stop, item: &item, origin, seed };
                let attempts =
                    answer(&here, learner, &mut diary).map_err(|what| (item.id.clone(), what))?;
                at_once += u32::from(attempts == 0);
            }
            None => return Err(whole(format!("nothing is met at stop {nth}"))),
        }
    }
    diary.finished(lesson, visit);
    let progress = diary.progress;
    let way = progress.lesson(&lesson.id).filter(|it| it.ended && it.finished == 1);
    let is_done = |mark: u64| way.is_some_and(|it| it.done.contains(&mark));
    if !stops.iter().filter_map(|it| asked(lesson, *it)).all(is_done) {
        return Err(whole("progress does not know that all is done".to_owned()));
    }
    Ok(Walk { at_once, progress })
}

/// An item on the way.
struct Here<'a> {
    lesson: &'a Lesson,
    stop: Stop,
    item: &'a Item,
    origin: Origin,
    seed: u64,
}

impl Here<'_> {
    fn answered(&self, response: Response, help: Help, diary: &mut Diary) -> Option<Score> {
        let place = (self.stop, part(self.lesson, self.stop)?);
        diary.answered(self.lesson, place, (self.item, self.origin), response, help)
    }
}

/// How many attempts were wrong before the item was done. The exit check has no hints and one attempt.
fn answer(here: &Here<'_>, learner: Learner, diary: &mut Diary) -> Result<u32, String> {
    let item = here.item;
    if learner == Learner::Slow && item.interaction.solution().is_some() && item.hints.is_empty() {
        return Err("there is no hint to take".to_owned());
    }
    let exit = part(here.lesson, here.stop) == Some(PartKind::Exit);
    let hints = if learner == Learner::Slow && !exit { item.hints.len() } else { 0 };
    for attempt in 0..if exit { 1 } else { ATTEMPTS_MAX } {
        let mut rng = Rng::new(derive(here.seed, &[attempt as u8]));
        let response = respond(item, learner, &mut rng);
        let told = format!("{response:?}");
        match here.answered(response, Help { hints, solution: false }, diary) {
            Some(Score::FULL) => return Ok(attempt),
            Some(_) => {}
            None => return Err(format!("the response {told} cannot be read")),
        }
    }
    let shown = solution(item);
    if item.interaction.judge(&shown).score != Some(Score::FULL) {
        return Err("the solution that is shown is not right".to_owned());
    }
    if !exit {
        here.answered(shown, Help { hints, solution: true }, diary);
    }
    Ok(ATTEMPTS_MAX)
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

/// What is right, or ends an item in which nothing is marked.
pub(super) fn solution(item: &Item) -> Response {
    let it = &item.interaction;
    it.solution().or_else(|| facts(it).unmarked()).unwrap_or(Response::Read)
}
