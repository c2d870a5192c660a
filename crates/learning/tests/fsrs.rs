//! Reviews against the reference implementation: fsrs/generate.py made its side.

use course::codec::{from_bytes, to_bytes};
use learning::review::{Kept, Memory, Rating};
use proptest::prelude::*;

const HISTORIES: &str = include_str!("fsrs/histories.txt");

struct Review {
    days: i64,
    rating: Rating,
    stability: f64,
    difficulty: f64,
    interval: u32,
}

fn histories() -> impl Iterator<Item = Vec<Review>> {
    HISTORIES.lines().map(|line| line.split(' ').map(review).collect())
}

fn review(text: &str) -> Review {
    let (asked, expected) = text.split_once('=').expect("a review");
    let (days, rating) = asked.split_once(':').expect("days and a rating");
    let rating = match rating {
        "1" => Rating::Again,
        "2" => Rating::Hard,
        "3" => Rating::Good,
        "4" => Rating::Easy,
        other => panic!("no rating: {other}"),
    };
    let expected: Vec<&str> = expected.split(',').collect();
    let [stability, difficulty, interval] = expected[..] else { panic!("three numbers: {text}") };
    Review {
        days: days.parse().expect("days"),
        rating,
        stability: stability.parse().expect("a stability"),
        difficulty: difficulty.parse().expect("a difficulty"),
        interval: interval.parse().expect("an interval"),
    }
}

fn next(memory: Option<Memory>, review: &Review) -> Memory {
    memory.map_or_else(
        || Memory::first(review.rating),
        |memory| memory.after(review.rating, review.days),
    )
}

#[test]
fn as_the_reference_says() {
    let near = |found: f64, expected: f64| ((found - expected) / expected).abs() < 1e-6;
    for history in histories() {
        let mut memory = None;
        for review in &history {
            let after = next(memory, review);
            assert!(
                near(after.stability, review.stability),
                "{after:?}, expected {}",
                review.stability
            );
            assert!(
                near(after.difficulty, review.difficulty),
                "{after:?}, expected {}",
                review.difficulty
            );
            assert_eq!(after.interval(), review.interval, "{after:?}");
            memory = Some(after);
        }
    }
}

/// Progress keeps ten-thousandths.
#[test]
fn keeping_moves_a_review_by_a_day_at_most() {
    let (mut reviews, mut moved) = (0, 0);
    for history in histories() {
        let mut kept: Option<Kept> = None;
        for review in &history {
            let after = Kept::from(next(kept.map(Memory::from), review));
            let interval = Memory::from(after).interval();
            let apart = interval.abs_diff(review.interval);
            assert!(apart <= 1, "{after:?}: {interval}, expected {}", review.interval);
            reviews += 1;
            moved += apart;
            kept = Some(after);
        }
    }
    assert_eq!((moved, reviews), (9, 2013));
}

#[test]
fn days_between_reviews_that_are_all_good_and_on_their_day() {
    let days = |first: Rating| {
        let memories = std::iter::successors(Some(Memory::first(first)), |it| {
            Some(it.after(Rating::Good, it.interval().into()))
        });
        memories.take(6).map(Memory::interval).collect::<Vec<_>>()
    };
    let cases = [
        (Rating::Again, [1, 2, 6, 17, 44, 102]),
        (Rating::Hard, [1, 5, 17, 50, 133, 321]),
        (Rating::Good, [2, 11, 46, 163, 497, 1346]),
        (Rating::Easy, [8, 39, 153, 510, 1482, 3848]),
    ];
    for (first, expected) in cases {
        assert_eq!(days(first), expected, "{first:?}");
    }
}

proptest! {
    #[test]
    fn any_kept_memory_goes_on(stability: u32, difficulty: u32, days: i64, rating in 0..4_usize) {
        let bytes = to_bytes(&(stability, difficulty));
        let kept: Kept = from_bytes(&bytes).expect("two numbers");
        prop_assert_eq!(to_bytes(&kept), bytes);
        let rating = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy][rating];
        let after = Memory::from(kept).after(rating, days);
        prop_assert!(after.stability.is_finite() && after.difficulty.is_finite());
        prop_assert!((1..=36_500).contains(&after.interval()));
        prop_assert!((0.0..=1.0).contains(&after.recall(days)));
    }
}
