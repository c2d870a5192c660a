//! A thousand logs made from seeds, and what they mean as numbers: the same natively and in every browser. Behind the
//! feature `suite`: no learner downloads them.

use crate::event::{Event, Kind};
use crate::mastery::{Surplus, WEIGHTS, stranger};
use crate::plan::today;
use crate::progress::{Evidence, Progress};
use course::catalogue::{Catalogue, Course, Entry, Unit};
use course::lesson::Band;
use course::rng::derive;

mod learner;
#[cfg(test)]
mod tests;

pub use learner::log;

/// So many logs come to one number: it says where to look for the one that differs.
const BLOCK: u64 = 100;

/// What [`digests`] gives natively and in every browser. It changes with the encoding of events and snapshots, with the two
/// models and with the day's plan, and never by chance.
pub const DIGESTS: [u64; 10] = [
    7_426_775_793_110_708_165,
    4_413_107_906_779_069_038,
    17_015_388_302_504_985_288,
    2_353_586_319_317_717_895,
    15_555_601_880_163_799_895,
    17_157_112_841_553_843_919,
    12_123_845_552_303_151_588,
    8_376_390_204_075_471_284,
    17_069_964_672_195_939_588,
    12_230_526_806_256_825_035,
];

/// A number for each hundred of the thousand logs.
pub fn digests() -> [u64; 10] {
    std::array::from_fn(|block| {
        let first = block as u64 * BLOCK;
        (first..first + BLOCK).fold(0, |digest, seed| derive(digest, &meaning(seed)))
    })
}

/// What the log of this seed means, as bytes: the snapshot, the plans of some days, and what the models say of each skill.
pub fn meaning(seed: u64) -> Vec<u8> {
    let (number, log) = log(seed);
    let events: Vec<Event> = log.events().into_iter().filter_map(|it| it.event()).collect();
    let progress = events.iter().fold(Progress::default().of(number, &events), Progress::after);
    let learner = events.iter().fold(Surplus::default(), surplus);
    let mut out = progress.to_bytes();
    let catalogue = catalogue();
    let label = events.last().map_or(0, |it| it.at.div_euclid(learner::DAY));
    for later in [0, 1, 9, 90] {
        let plan = today(&progress, &catalogue, label.saturating_add(later));
        let reviews = plan.reviews.iter().map(|(skill, _)| *skill);
        let lessons = plan.go_on.into_iter().chain(plan.next).map(|(_, it)| it.id.as_str());
        for name in reviews.chain(lessons) {
            out.extend(name.bytes().chain([b' ']));
        }
        out.push(b'\n');
    }
    for skill in &progress.skills {
        let chance = skill.known.chance(learner, Surplus::default(), 0.0, &WEIGHTS);
        out.extend(chance.to_bits().to_le_bytes());
        out.extend(skill.interval().to_le_bytes());
    }
    out
}

/// How much better or worse than expected a learner does, one event later.
fn surplus(learner: Surplus, event: &Event) -> Surplus {
    let Kind::ItemAttempted(attempt) = &event.kind else { return learner };
    let alone = Evidence::of(attempt) == Evidence::Alone;
    learner.after(alone, stranger(f64::from(attempt.level) / 8.0, &WEIGHTS))
}

/// Three courses of four lessons, each of which teaches two skills and needs the first of the lesson before.
pub fn catalogue() -> Catalogue {
    let entry = |course: &str, at: usize| Entry {
        id: format!("{course}-{at:02}"),
        title: String::new(),
        band: Band::A,
        minutes: 10,
        skills: ["a", "b"].map(|it| format!("{course}.s{at}{it}")).into(),
        needs: (at > 1).then(|| format!("{course}.s{}a", at - 1)).into_iter().collect(),
        pack: String::new(),
        bytes: 0,
        engines: 0,
        once: 0,
    };
    let course = |id: &str| {
        let lessons = (1..=4).map(|at| entry(id, at)).collect();
        let units = vec![Unit { title: String::new(), lessons }];
        Course { id: id.to_owned(), title: String::new(), units, bytes: 0, engines: 0 }
    };
    Catalogue { courses: ["ma", "en", "mu"].map(course).into() }
}
