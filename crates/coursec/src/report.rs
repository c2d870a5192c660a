//! What each lesson holds and what it costs.

use crate::draw;
use crate::source::compile;
use anyhow::Result;
use authoring::{Course, Lesson, Subject, compressed};
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
        "lesson   min  items  held back  generators  distinct  reasoning  bytes (raw → brotli)                pool"
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
    /// Written items of the exit check that stand nowhere else.
    held_back: usize,
    generators: usize,
    /// The smallest number of distinct items over all generators and levels, out of the seeds tried.
    distinct: usize,
    /// Written `choice` items outside of recall: which pupil is right, and why?
    reasoning: usize,
}

fn line(course: &Course, lesson: &Lesson) -> String {
    let Some(base) = lesson.locales.first().map(|locale| &locale.lesson) else {
        return lesson.id.clone();
    };
    let counts = counts(base);
    let bytes: Vec<String> = lesson
        .locales
        .iter()
        .map(|locale| {
            let pack = course::pack::write(&locale.lesson);
            format!("{} {} → {}", locale.lesson.locale, pack.len(), compressed(&pack))
        })
        .collect();
    let Counts { items, held_back, generators, distinct, reasoning } = counts;
    format!(
        "{:<8} {:>3}  {items:>5}  {held_back:>9}  {generators:>10}  {distinct:>8}  {reasoning:>9}  {:<36}  {}",
        lesson.id,
        base.minutes,
        bytes.join(" · "),
        verdict(course.subject, &counts),
    )
}

/// Curriculum 11.2.
fn verdict(subject: Subject, counts: &Counts) -> String {
    let wanted: &[(&str, usize, usize)] = match subject {
        Subject::Maths => {
            &[("generators", counts.generators, 1), ("reasoning items", counts.reasoning, 3)]
        }
        Subject::English => &[("items", counts.items, 60), ("held back", counts.held_back, 12)],
        Subject::Music => &[("generators", counts.generators, 1)],
        Subject::Arts | Subject::Pe => &[("items", counts.items, 10)],
        Subject::Experiments => &[("items", counts.items, 8)],
        Subject::Starters | Subject::Teachers => &[("items", counts.items, 20)],
    };
    let missing: Vec<String> = wanted
        .iter()
        .filter(|(_, found, least)| found < least)
        .map(|(what, found, least)| format!("{what} {found} of {least}"))
        .collect();
    if missing.is_empty() { "met".to_owned() } else { missing.join(", ") }
}

fn counts(lesson: &course::lesson::Lesson) -> Counts {
    let mut counts = Counts {
        items: 0,
        held_back: 0,
        generators: lesson.generators.len(),
        distinct: 0,
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
                let choices =
                    pool.items.iter().filter(|item| item.interaction.name() == "choice").count();
                counts.reasoning += choices.min(1);
            }
        }
    }
    counts.distinct = distinct(lesson);
    counts
}

/// Seeds tried for each generator and level.
const SEEDS: u64 = 1_000;

fn distinct(lesson: &course::lesson::Lesson) -> usize {
    let mut fewest = usize::MAX;
    for generator in &lesson.generators {
        let levels: BTreeSet<u8> =
            generator.templates.iter().map(|template| template.level).collect();
        for level in levels {
            let prompts: BTreeSet<Vec<u8>> = (0..SEEDS)
                .filter_map(|seed| generator.item(seed, level))
                .map(|item| course::codec::to_bytes(&(item.prompt, item.interaction.solution())))
                .collect();
            fewest = fewest.min(prompts.len());
        }
    }
    if fewest == usize::MAX { 0 } else { fewest }
}
