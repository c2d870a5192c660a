use super::*;
use crate::event::Attempt;
use course::lesson::PartKind;

#[test]
fn a_thousand_logs_mean_what_they_meant() {
    assert_eq!(digests(), DIGESTS);
}

#[test]
fn a_log_is_the_same_again_and_seeds_differ() {
    assert_eq!(meaning(7), meaning(7));
    assert_ne!(meaning(7), meaning(8));
}

/// What the logs are for: a digest over logs in which nothing happens would never change.
#[test]
fn the_logs_hold_all_that_can_happen() {
    let (mut kinds, mut parts, mut writers) = ([0; 6], [0; 11], [0; 4]);
    let (mut aside, mut learned, mut mastered, mut reviews, mut open) = (0, 0, 0, 0, 0);
    for seed in 0..200 {
        let (number, log) = log(seed);
        aside += log.aside().count();
        let events: Vec<Event> = log.events().into_iter().filter_map(|it| it.event()).collect();
        for event in &events {
            // In full, so that a new kind does not compile until the logs have it.
            kinds[match &event.kind {
                Kind::LessonOpened(_) => 0,
                Kind::ItemAttempted(Attempt { part, .. }) => {
                    parts[*part as usize] += 1;
                    1
                }
                Kind::LessonFinished(_) => 2,
                Kind::HistoryImported(_) => 3,
                Kind::ProfileChanged(_) => 4,
                Kind::Unknown(..) => 5,
            }] += 1;
        }
        let progress = events.iter().fold(Progress::default().of(number, &events), Progress::after);
        writers[progress.writers.len()] += 1;
        learned += progress.skills.iter().filter(|it| it.learned).count();
        mastered += progress.skills.iter().filter(|it| it.mastered).count();
        let label = events.last().map_or(0, |it| it.at.div_euclid(learner::DAY));
        let catalogue = catalogue();
        let plan = today(&progress, &catalogue, label + 9);
        reviews += plan.reviews.len();
        open += usize::from(plan.go_on.is_some());
    }
    assert!(kinds.iter().all(|it| *it > 100), "kinds {kinds:?}");
    let met = [PartKind::Recall, PartKind::Exit, PartKind::Review, PartKind::Placement];
    assert!(met.iter().all(|it| parts[*it as usize] > 50), "parts {parts:?}");
    assert!(writers[1..].iter().all(|it| *it > 30), "writers {writers:?}");
    let found = [aside, learned, mastered, reviews, open];
    assert!(found.iter().all(|it| *it > 30), "aside, learned, mastered, due, open: {found:?}");
}
