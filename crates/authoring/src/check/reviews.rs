//! C54: with all courses in use a day has at most twelve reviews, and no skill waits for more than twice its interval.

use super::learners::{Diary, Help, solution};
use super::{Site, sites};
use crate::diagnostic::Diagnostics;
use crate::item::facts;
use crate::library::Library;
use crate::packing;
use course::catalogue::{Catalogue, Course, Unit};
use course::item::Item;
use course::lesson::{Lesson, PartKind};
use course::plan::{Met, again, meet, part, plan};
use course::rng::{Rng, derive};
use learning::plan::{REVIEWS_MAX, today};
use learning::progress::Progress;
use std::collections::BTreeSet;

#[cfg(test)]
mod tests;

/// Half a year.
const DAYS: i64 = 180;
/// A lesson in which not everything was learned is done so often.
const TRIES_MAX: u32 = 3;
/// Learners by how many of a hundred of their answers are wrong.
const LEARNERS: [u64; 2] = [0, 20];

/// Sends learners through half a year of days.
pub(super) fn check(library: &Library, diagnostics: &mut Diagnostics) {
    let lessons: Vec<Site<'_>> = sites(library).filter(|it| it.base).collect();
    let mut told = BTreeSet::new();
    for wrong in LEARNERS {
        let learner = Learner { wrong, lessons: &lessons, catalogue: catalogue(library) };
        for fault in learner.months(REVIEWS_MAX) {
            let Some(site) = lessons.iter().find(|it| it.teaches(&fault.skill)) else { continue };
            // One fault of a kind for a lesson: they come in crowds.
            if told.insert((fault.what, site.lesson.id.clone())) {
                let Fault { skill, day, what, instead } = fault;
                let what =
                    format!("{skill} {what} on day {day}, with {wrong} in 100 answers wrong");
                diagnostics.error("C54", site.locale.place_of(&skill), what, instead);
            }
        }
    }
}

/// Something that should not happen to a skill.
struct Fault {
    skill: String,
    day: i64,
    what: &'static str,
    instead: &'static str,
}

/// Does the day's reviews every day, and then a lesson, of each course in turn.
struct Learner<'a> {
    wrong: u64,
    lessons: &'a [Site<'a>],
    catalogue: Catalogue,
}

impl Learner<'_> {
    fn months(&self, most: usize) -> Vec<Fault> {
        let mut diary = Diary::default();
        let mut faults = Vec::new();
        for day in 0..DAYS {
            diary.day = day;
            let met = self.reviews(&mut diary, &mut faults);
            let fault =
                |skill: &String, what, instead| Fault { skill: skill.clone(), day, what, instead };
            if met.len() > most {
                faults.push(fault(&met[most], "is a review too many", "plan fewer for a day"));
            }
            faults.extend(starving(&diary.progress, day).map(|skill| {
                let instead = "teach fewer skills in a lesson, or in more lessons";
                fault(skill, "has waited for more than twice its interval", instead)
            }));
            if let Some(lesson) = self.next(&diary.progress, day) {
                self.lesson(lesson, &mut diary);
            }
        }
        faults
    }

    /// All reviews of a day, one after the other as the app does: the skills that were met.
    fn reviews(&self, diary: &mut Diary, faults: &mut Vec<Fault>) -> Vec<String> {
        let mut met: Vec<String> = Vec::new();
        loop {
            let plan = today(&diary.progress, &self.catalogue, diary.day);
            let open = plan.reviews.iter().find(|(skill, _)| !met.iter().any(|it| it == skill));
            let Some((skill, (_, entry))) = open else { return met };
            let (skill, day) = ((*skill).to_owned(), diary.day);
            let lesson = self.lessons.iter().find(|it| it.lesson.id == entry.id);
            let is_met = lesson.is_some_and(|it| self.review(&it.locale.lesson, &skill, diary));
            if !is_met {
                let instead =
                    "practise it in the lesson that teaches it, from the guided practice on";
                faults.push(Fault {
                    skill: skill.clone(),
                    day,
                    what: "cannot be met again",
                    instead,
                });
            }
            met.push(skill);
        }
    }

    fn review(&self, lesson: &Lesson, skill: &str, diary: &mut Diary) -> bool {
        let seed = derive(diary.day as u64, skill.as_bytes());
        let Some(stop) = again(lesson, skill, seed) else { return false };
        let Some(Met::Item(item, origin)) = meet(lesson, stop) else { return false };
        let response = self.respond(&item, seed);
        let place = (stop, PartKind::Review);
        diary.answered(lesson, place, (&item, origin), response, Help::default()).is_some()
    }

    /// The first lesson that is not learned yet and whose needs are, of the course whose turn it is, else of the next.
    fn next(&self, progress: &Progress, day: i64) -> Option<&Lesson> {
        let learned = |skill: &str| progress.skill(skill).is_some_and(|it| it.learned);
        let courses = &self.catalogue.courses;
        let turns = (0..courses.len()).map(|at| &courses[(at + day as usize) % courses.len()]);
        let mut lessons = turns.flat_map(|course| {
            self.lessons.iter().filter(|it| it.course.id == course.id).map(|it| &it.locale.lesson)
        });
        lessons.find(|it| {
            let open = !it.skills.iter().all(|it| learned(&it.id));
            let tries = progress.lesson(&it.id).map_or(0, |it| it.finished);
            open && tries < TRIES_MAX && it.needs.iter().all(|it| learned(it))
        })
    }

    /// Every item is answered once.
    fn lesson(&self, lesson: &Lesson, diary: &mut Diary) {
        let seed = diary.day as u64;
        diary.opened(lesson, seed);
        for stop in plan(lesson, seed) {
            let (Some(Met::Item(item, origin)), Some(part)) =
                (meet(lesson, stop), part(lesson, stop))
            else {
                continue;
            };
            let response = self.respond(&item, stop.seed);
            diary.answered(lesson, (stop, part), (&item, origin), response, Help::default());
        }
        diary.finished(lesson, seed);
    }

    fn respond(&self, item: &Item, seed: u64) -> course::item::Response {
        let mut rng = Rng::new(derive(seed, b"respond"));
        let foreseen = facts(&item.interaction).foreseen().into_iter().next();
        match foreseen {
            Some((_, wrong)) if rng.below(100) < self.wrong => wrong,
            Some(_) | None => solution(item),
        }
    }
}

/// Skills that were to be met again long ago.
fn starving(progress: &Progress, day: i64) -> impl Iterator<Item = &String> {
    let waits = move |due: i64| progress.calendar.today(day).saturating_sub(due);
    let learned = progress.skills.iter().filter_map(|it| Some((it, it.due()?)));
    learned.filter(move |(it, due)| waits(*due) > it.interval()).map(|(it, _)| &it.skill)
}

/// What the app would know of the library.
fn catalogue(library: &Library) -> Catalogue {
    let courses = library.courses.iter().map(|course| {
        let lessons = course.lessons.iter().filter_map(|it| it.locales.first());
        let lessons = lessons.map(|it| packing::entry(&it.lesson)).collect();
        let units = vec![Unit { title: String::new(), lessons }];
        Course { id: course.id.clone(), title: String::new(), units, bytes: 0, engines: 0 }
    });
    Catalogue { courses: courses.collect() }
}

impl Site<'_> {
    fn teaches(&self, skill: &str) -> bool {
        self.locale.lesson.skills.iter().any(|it| it.id == skill)
    }
}
