//! The day's plan: go on, review what is due, learn what comes next. A plan, not a menu.

use crate::placement::placement;
use crate::progress::{Progress, SkillProgress};
use course::catalogue::{Catalogue, Course, Entry};

/// So many items are reviewed a day at most.
pub const REVIEWS_MAX: usize = 12;
/// What has waited for so many hundredths of its interval comes before all that is less known, or it might never come.
const LATE: i64 = 50;
/// Puts it there: more than any [`crate::mastery::Known::rank`].
const AHEAD: i64 = 1_000_000;

/// What is to be done today; each may be nothing.
#[derive(Debug, Default, PartialEq)]
pub struct Today<'a> {
    /// The lesson that was left in its middle.
    pub go_on: Option<Place<'a>>,
    /// Skills to be met again, each with the lesson that teaches it: subjects take turns, the least known first.
    pub reviews: Vec<(&'a str, Place<'a>)>,
    /// The next lesson whose needs are met.
    pub next: Option<Place<'a>>,
}

/// A lesson and its course.
pub type Place<'a> = (&'a Course, &'a Entry);

/// The plan for a learner where the clock says `label`, in days since 1970.
pub fn today<'a>(progress: &Progress, catalogue: &'a Catalogue, label: i64) -> Today<'a> {
    let day = progress.calendar.today(label);
    let last = catalogue.courses.iter().position(|it| it.lesson(&progress.last).is_some());
    // The course that was learned last comes first.
    let rest = (0..catalogue.courses.len()).filter(|at| Some(*at) != last);
    let courses: Vec<&Course> =
        last.into_iter().chain(rest).filter_map(|at| catalogue.courses.get(at)).collect();
    let open = |entry: &Entry| progress.lesson(&entry.id).is_some_and(|it| !it.ended);
    let go_on = courses.first().and_then(|course| {
        course.lesson(&progress.last).filter(|it| open(it)).map(|it| (*course, it))
    });
    let next = courses.iter().find_map(|course| next(progress, course, go_on));
    Today { go_on, reviews: reviews(progress, &courses, day), next }
}

/// The first lesson of a course that is not learned yet and whose needs are; else the first that was never finished.
/// Lessons that may be passed over do not come, nor does `but`, and what they teach is needed no more.
pub fn next<'a>(
    progress: &Progress,
    course: &'a Course,
    but: Option<Place<'_>>,
) -> Option<Place<'a>> {
    let learned = |skill: &String| progress.skill(skill).is_some_and(|it| it.learned);
    let lessons = course.lessons();
    let (before, lessons) = lessons.split_at(placement(progress, course).known);
    let met = |skill: &String| learned(skill) || before.iter().any(|it| it.skills.contains(skill));
    let wanted = |it: &&&Entry| but.is_none_or(|(_, but)| but.id != it.id);
    let ready = |it: &&&Entry| !it.skills.iter().all(learned) && it.needs.iter().all(met);
    let fresh = |it: &&&Entry| progress.lesson(&it.id).is_none_or(|it| it.finished == 0);
    let ready = lessons.iter().filter(wanted).find(ready);
    ready.or_else(|| lessons.iter().filter(wanted).find(fresh)).map(|it| (course, *it))
}

/// Skills that are due on `day`, as many as are left of what a day may hold.
fn reviews<'a>(progress: &Progress, courses: &[&'a Course], day: i64) -> Vec<(&'a str, Place<'a>)> {
    let done = progress.skills.iter().filter(|it| it.was_reviewed(day)).count();
    let room = REVIEWS_MAX.saturating_sub(done);
    let mut queues: Vec<Vec<(i64, (&str, Place<'_>))>> =
        courses.iter().map(|course| due(progress, course, day)).collect();
    let mut reviews = Vec::new();
    // What has waited long comes whatever its course: one that has taught much would else wait for those that have not.
    while reviews.len() < room {
        let (mut most, mut whose) = (AHEAD, None);
        for (at, queue) in queues.iter().enumerate() {
            if let Some((urgency, _)) = queue.last()
                && *urgency >= most
            {
                (most, whose) = (*urgency, Some(at));
            }
        }
        let Some(at) = whose else { break };
        reviews.extend(queues[at].pop().map(|(_, review)| review));
    }
    while reviews.len() < room && queues.iter().any(|it| !it.is_empty()) {
        for queue in &mut queues {
            reviews.extend(queue.pop().map(|(_, review)| review));
        }
    }
    reviews.truncate(room);
    reviews
}

/// A course's skills that are due, the most urgent last.
fn due<'a>(progress: &Progress, course: &'a Course, day: i64) -> Vec<(i64, (&'a str, Place<'a>))> {
    let mut due: Vec<(i64, (&str, Place<'_>))> = Vec::new();
    for entry in course.lessons() {
        for skill in &entry.skills {
            let Some(urgency) = progress.skill(skill).and_then(|it| urgency(it, day)) else {
                continue;
            };
            let at = due.iter().position(|(other, _)| *other >= urgency).unwrap_or(due.len());
            due.insert(at, (urgency, (skill, (course, entry))));
        }
    }
    due
}

/// How urgent it is to meet a skill, the later for its interval the more; if it is not late, the less it is known the more.
/// Nothing before it is due.
fn urgency(skill: &SkillProgress, day: i64) -> Option<i64> {
    let waits = day.saturating_sub(skill.due()?);
    let late = waits.saturating_mul(100) / skill.interval().max(1);
    (waits >= 0).then(|| if late < LATE { -skill.known.rank() } else { late.saturating_add(AHEAD) })
}

#[cfg(test)]
mod tests;
