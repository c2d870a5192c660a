//! A released pack, and what its generators draw: the same items on every platform, for ever.

use crate::codec::to_bytes;
use crate::lesson::Lesson;
use crate::rng::derive;

/// A lesson with every construct, as a file of format 2.
pub const PACK: &[u8] = include_bytes!("../../tests/released/2-every-construct.en.pack");

/// What [`digest`] gives for it: natively and in every browser.
pub const DIGEST: u64 = 792_639_381_682_461_366;

/// One number for a thousand items, drawn from each rule in turn with seeds from all over the range.
pub fn digest(lesson: &Lesson) -> u64 {
    let rules = || {
        let generators = lesson.generators.iter();
        generators.flat_map(|it| it.templates.iter().map(move |rule| (it, rule.level)))
    };
    (0..1000_u64).zip(rules().cycle()).fold(0, |digest, (number, (generator, level))| {
        let item = generator.item(derive(number, b"released"), level);
        derive(digest, &to_bytes(&item))
    })
}
