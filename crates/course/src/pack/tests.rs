//! Packs: what is written comes back, released ones stay readable, and no bytes do harm.

use super::*;
use crate::codec::to_bytes;
use crate::generator::{Number, Sealed};
use crate::item::{Interaction, NumberEntry};
use crate::lesson::PartKind;
use crate::rational::Rational;
use crate::sample::{self, released, walk};
use proptest::prelude::*;

fn lesson() -> Lesson {
    let every = sample::every().into_iter().enumerate();
    let slots =
        every.map(|(at, interaction)| sample::item(&format!("ma-01.e{at}"), interaction)).collect();
    let mut lesson = sample::lesson_of_all();
    lesson.parts.push(sample::part(PartKind::Mixed, slots));
    lesson
}

#[test]
fn what_is_written_comes_back() {
    let lesson = lesson();
    let bytes = write(&lesson);
    assert_eq!(write(&lesson), bytes, "the same lesson gives the same bytes");
    assert_eq!(read(&bytes), Ok(lesson));
}

#[test]
fn the_head_is_what_the_lesson_begins_with() {
    let (lesson, bytes) = (lesson(), write(&lesson()));
    let found = head(&bytes).expect("a head");
    assert_eq!((&found.id, &found.title, &found.can), (&lesson.id, &lesson.title, &lesson.can));
    assert_eq!(to_bytes(&found), to_bytes(&lesson)[..to_bytes(&found).len()]);
    assert_eq!(head(&bytes[..8]), None);
    assert_eq!(head(b"<html>"), None);
}

/// A fraction that is not in lowest terms, in a template: nobody writes it so, and it is written again as it should be.
#[test]
fn a_template_that_nobody_writes_so_means_the_same() {
    let fraction = |num, den| Number::Fixed(Rational::new(num, den).expect("small"));
    let Interaction::Number(number) = sample::number() else { unreachable!("made so") };
    let number = NumberEntry { key: fraction(101, 103), ..number };
    let mut lesson = sample::lesson_of_all();
    let item = sample::exercise("", Interaction::Number(number));
    lesson.generators[0].templates[0].item = Sealed::new(&item);
    let lowest = to_bytes(&fraction(101, 103));
    let doubled = [&[0], &to_bytes(&202_i64)[..], &to_bytes(&206_i64)].concat();
    let mut bytes = write(&lesson);
    let at = bytes.windows(lowest.len()).position(|it| it == lowest).expect("the fraction");
    bytes[at..at + lowest.len()].copy_from_slice(&doubled);
    assert_eq!(read(&bytes).map(|lesson| write(&lesson)), Ok(write(&lesson)));
    assert_eq!(read(&bytes), Ok(lesson));
}

#[test]
fn what_is_no_pack_of_ours_is_told_apart() {
    let whole = write(&lesson());
    let with_version = |version| [b"SNOW", &[version][..], &whole[5..]].concat();
    let cases = [
        ("nothing", Vec::new(), PackError::NotAPack),
        ("a web page", b"<!doctype html><title>Log in</title>".to_vec(), PackError::NotAPack),
        ("of no version", with_version(0), PackError::NotAPack),
        ("of a later version", with_version(FORMAT + 1), PackError::TooNew { found: FORMAT + 1 }),
        ("larger than any", vec![0; BYTES_MAX + 1], PackError::TooLarge),
    ];
    for (case, bytes, expected) in cases {
        assert_eq!(read(&bytes), Err(expected), "{case}");
    }
    for length in 4..whole.len() {
        assert!(matches!(read(&whole[..length]), Err(PackError::Broken(_))), "cut at {length}");
    }
    assert!(
        matches!(read(&[&whole[..], b"!"].concat()), Err(PackError::Broken(_))),
        "with something behind"
    );
}

#[test]
fn a_released_pack_draws_the_same_items_for_ever() {
    let lesson = read(released::PACK).expect("a released pack stays readable");
    assert!(!lesson.generators.is_empty());
    assert_eq!(released::digest(&lesson), released::DIGEST);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn a_damaged_pack_is_refused_or_harmless(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = write(&lesson());
        for (at, byte) in changes {
            // Behind the magic number, where damage is harder to notice.
            let at = 5 + at.index(bytes.len() - 5);
            bytes[at] = byte;
        }
        if let Ok(lesson) = read(&bytes) {
            walk(&lesson);
        }
    }

    #[test]
    fn any_bytes_are_refused_or_harmless(body: Vec<u8>) {
        if let Ok(lesson) = read(&[b"SNOW\x02", &body[..]].concat()) {
            walk(&lesson);
        }
    }
}
