use super::*;

/// The library of courses/ is small: were a day to hold fewer reviews, it would be noticed.
#[test]
fn a_review_too_many_is_found() {
    let library = super::super::tests::sound_library();
    let lessons: Vec<Site<'_>> = sites(&library).filter(|it| it.base).collect();
    let learner = Learner { wrong: 0, lessons: &lessons, catalogue: catalogue(&library) };
    let faults = |most| -> Vec<&str> { learner.months(most).iter().map(|it| it.what).collect() };
    assert_eq!(faults(REVIEWS_MAX), [""; 0]);
    assert!(faults(1).contains(&"is a review too many"));
}

#[test]
fn whose_day_was_long_ago_is_starving() {
    let library = super::super::tests::sound_library();
    let lessons: Vec<Site<'_>> = sites(&library).filter(|it| it.base).collect();
    let learner = Learner { wrong: 0, lessons: &lessons, catalogue: catalogue(&library) };
    let mut diary = Diary::default();
    learner.lesson(&lessons[0].locale.lesson, &mut diary);
    let starve = |day| starving(&diary.progress, day).count();
    assert_eq!(
        [0, 1, 2, 3].map(starve),
        [0, 0, 0, 2],
        "met again after a day, at the latest after two"
    );
}
