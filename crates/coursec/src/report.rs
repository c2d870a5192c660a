//! What each lesson holds and what it costs.

use crate::draw;
use crate::source::compile;
use anyhow::Result;
use authoring::{Course, Lesson, Subject, compressed};
use course::codec::to_bytes;
use course::item::{Interaction, Item};
use course::lesson::{PartKind, Slot};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

/// Prints a line a lesson, and whether it has as many items as curriculum 11.2 wants.
pub fn report(courses: &Path) -> Result<ExitCode> {
    let compiled = compile(courses)?;
    if !compiled.is_sound() {
        draw::print(&compiled, courses);
        return Ok(ExitCode::FAILURE);
    }
    println!(
        "lesson   min  items  held back  generators  distinct  reasoning  bytes (raw → brotli)                    pool"
    );
    for course in &compiled.library.courses {
        for lesson in &course.lessons {
            println!("{}", line(course, lesson));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What is counted in a lesson.
struct Counts {
    /// Items that are written, rows of families among them.
    items: usize,
    /// Written items of the exit check.
    held_back: usize,
    generators: usize,
    /// Skills that the lesson teaches and no generator exercises.
    skills_without: usize,
    /// The fewest distinct items of any generator's level, out of the seeds tried.
    distinct: usize,
    /// Written `choice` items outside of recall: which pupil is right, and why?
    reasoning: usize,
}

fn line(course: &Course, lesson: &Lesson) -> String {
    let Some(base) = lesson.locales.first().map(|locale| &locale.lesson) else {
        return lesson.id.clone();
    };
    let counts = counts(base);
    let bytes = lesson.locales.iter().map(|locale| {
        let pack = course::pack::write(&locale.lesson);
        format!("{} {} → {}", locale.lesson.locale, pack.len(), compressed(&pack))
    });
    let bytes = bytes.collect::<Vec<_>>().join(" · ");
    let Counts { items, held_back, generators, distinct, reasoning, .. } = counts;
    format!(
        "{:<8} {:>3}  {items:>5}  {held_back:>9}  {generators:>10}  {distinct:>8}  {reasoning:>9}  {bytes:<38}  {}",
        lesson.id,
        base.minutes,
        verdict(course.subject, &counts),
    )
}

/// Curriculum 11.2: what is wanted of the pool and not there.
fn verdict(subject: Subject, counts: &Counts) -> String {
    let wanted: &[(&str, usize, usize)] = match subject {
        Subject::Maths => {
            &[("generators", counts.generators, 1), ("reasoning items", counts.reasoning, 3)]
        }
        Subject::English => &[("items", counts.items, 60), ("held back", counts.held_back, 12)],
        Subject::Music => {
            &[("generators", counts.generators, 1), ("distinct", counts.distinct, 100)]
        }
        Subject::Arts | Subject::Pe => &[("items", counts.items, 10)],
        Subject::Experiments => &[("items", counts.items, 8)],
        Subject::Starters | Subject::Teachers => &[("items", counts.items, 20)],
    };
    let too_few = wanted.iter().filter(|(_, found, least)| found < least);
    let mut missing: Vec<String> =
        too_few.map(|(what, found, least)| format!("{what} {found} of {least}")).collect();
    if subject == Subject::Maths && counts.skills_without > 0 {
        missing.push(format!("{} skills without a generator", counts.skills_without));
    }
    if missing.is_empty() { "met".to_owned() } else { missing.join(", ") }
}

fn counts(lesson: &course::lesson::Lesson) -> Counts {
    let exercised = |skill: &str| {
        let templates = lesson.generators.iter().flat_map(|generator| &generator.templates);
        templates.flat_map(|template| &template.item.skills).any(|known| known == skill)
    };
    let mut counts = Counts {
        items: 0,
        held_back: 0,
        generators: lesson.generators.len(),
        skills_without: lesson.skills.iter().filter(|skill| !exercised(&skill.id)).count(),
        distinct: distinct(lesson),
        reasoning: 0,
    };
    for part in &lesson.parts {
        for slot in &part.slots {
            let Slot::Pool(pool) = slot else { continue };
            counts.items += pool.items.len();
            if part.kind == PartKind::Exit {
                counts.held_back += pool.items.len();
            }
            if part.kind != PartKind::Recall {
                counts.reasoning +=
                    pool.items.iter().filter(|item| item.interaction.name() == "choice").count();
            }
        }
    }
    counts
}

/// Seeds tried for each generator and level.
const SEEDS: u64 = 1_000;

fn distinct(lesson: &course::lesson::Lesson) -> usize {
    let mut fewest = None;
    for generator in &lesson.generators {
        let levels: BTreeSet<u8> =
            generator.templates.iter().map(|template| template.level).collect();
        for level in levels {
            let drawn = (0..SEEDS).filter_map(|seed| Some((seed, generator.item(seed, level)?)));
            let asked: BTreeSet<Vec<u8>> = drawn.map(|(seed, item)| asked(&item, seed)).collect();
            fewest = Some(fewest.map_or(asked.len(), |fewest: usize| fewest.min(asked.len())));
        }
    }
    fewest.unwrap_or(0)
}

/// What is asked, whatever the order of the options; a stage draws by the seed itself.
fn asked(item: &Item, seed: u64) -> Vec<u8> {
    let mut interaction = item.interaction.clone();
    if let Interaction::Choice(choice) = &mut interaction {
        choice.options.sort_by_key(|option| to_bytes(&option.label));
        choice.key = 0;
    }
    let drawn = if let Interaction::Staged(it) = &interaction {
        course::stage::piece(it).map(|piece| piece.asked(seed))
    } else {
        None
    };
    to_bytes(&((item.prompt.clone(), interaction), drawn))
}
