//! C03–C06: every skill is taught once, practised enough, and reached by those that come before it.

use super::lesson::skills_met;
use super::{Site, sites};
use crate::diagnostic::Diagnostics;
use crate::item::facts;
use crate::library::Library;
use crate::texts;
use course::lesson::{PartKind, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// The longest way from a skill without needs.
const DEPTH_MAX: usize = 30;

/// Looks at the skills of all lessons, and at the misconceptions that answers name.
pub(super) fn check(library: &Library, diagnostics: &mut Diagnostics) {
    let taught = taught(library, diagnostics);
    for site in sites(library) {
        objectives(&site, diagnostics);
        if site.base {
            practice(&site, &taught, diagnostics);
            needs(&site, &taught, diagnostics);
        }
    }
    circles(library, &taught, diagnostics);
    misconceptions(library, diagnostics);
}

/// Each skill's lesson, as a place in the order of all lessons of its course.
fn taught<'a>(library: &'a Library, diagnostics: &mut Diagnostics) -> BTreeMap<&'a str, Site<'a>> {
    let mut taught: BTreeMap<&str, Site<'_>> = BTreeMap::new();
    for site in sites(library).filter(|site| site.base) {
        for skill in &site.locale.lesson.skills {
            if let Some(other) = taught.get(skill.id.as_str()) {
                let what = format!("{} is taught in {} already", skill.id, other.lesson.id);
                diagnostics.error(
                    "C03",
                    site.locale.place_of(&skill.id),
                    what,
                    "teach it in one lesson, practise it in others",
                );
            } else {
                taught.insert(&skill.id, Site { ..site });
            }
        }
    }
    taught
}

/// C03: what a pupil can be seen to do.
fn objectives(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    const ENGLISH: [&str; 14] = [
        "writes", "chooses", "places", "orders", "builds", "measures", "taps", "sings", "draws",
        "explains", "predicts", "compares", "corrects", "matches",
    ];
    const CHINESE: [&str; 21] = [
        "写", "选", "放", "摆", "排", "搭", "拼", "量", "敲", "唱", "画", "说明", "预测", "比较",
        "比", "改正", "连", "填", "标", "打", "组",
    ];
    const VAGUE: [&str; 10] = [
        "knows",
        "understands",
        "appreciates",
        "is aware",
        "know ",
        "understand ",
        "理解",
        "了解",
        "知道",
        "体会",
    ];
    let verbs: &[&str] = if site.chinese() { &CHINESE } else { &ENGLISH };
    for skill in &site.locale.lesson.skills {
        let said = skill.objective.to_lowercase();
        let place = site.locale.place_of(&skill.id);
        if let Some(vague) = VAGUE.iter().find(|verb| said.contains(**verb)) {
            let what = format!("nobody can see whether a pupil `{}`", vague.trim());
            diagnostics.error(
                "C03",
                place,
                what,
                "say what the pupil does: writes, chooses, places, builds …",
            );
        } else if !verbs.iter().any(|verb| said.contains(verb)) {
            let what = format!("the sentence of {} does not say what the pupil does", skill.id);
            diagnostics.error("C03", place, what, "use one of: writes, chooses, places, orders, builds, measures, taps, draws, explains, predicts, compares, corrects");
        }
    }
}

/// C03: enough practice and exit items for each skill.
fn practice(site: &Site<'_>, taught: &BTreeMap<&str, Site<'_>>, diagnostics: &mut Diagnostics) {
    let lesson = &site.locale.lesson;
    let count = |skill: &str, kinds: &[PartKind]| -> usize {
        let parts = lesson.parts.iter().filter(|part| kinds.contains(&part.kind));
        let written = parts
            .clone()
            .flat_map(texts::in_part)
            .filter(|item| item.skills.iter().any(|it| it == skill))
            .count();
        let drawn = parts.flat_map(|part| &part.slots).any(|slot| {
            let Slot::Draw(draw) = slot else { return false };
            let generator = lesson.generators.get(usize::from(draw.generator));
            generator.is_some_and(|it| {
                texts::templates(it).any(|item| item.skills.iter().any(|it| it == skill))
            })
        });
        if drawn { usize::MAX } else { written }
    };
    for skill in &lesson.skills {
        let place = site.locale.place_of(&skill.id);
        let practised = count(&skill.id, &[PartKind::Faded, PartKind::Guided, PartKind::Mixed]);
        if practised < 8 {
            let what = format!("{} has {practised} practice items", skill.id);
            diagnostics.error("C03", place, what, "write eight, or a generator");
        }
        let exit = count(&skill.id, &[PartKind::Exit]);
        if exit < 3 {
            let what = format!("{} has {exit} items in the exit check", skill.id);
            diagnostics.error(
                "C03",
                place,
                what,
                "hold three back for it, or draw from a generator",
            );
        }
    }
    let used: BTreeSet<&str> =
        lesson.parts.iter().flat_map(|part| skills_met(lesson, part)).collect();
    for skill in used.into_iter().filter(|skill| !taught.contains_key(skill)) {
        let what = format!("no lesson teaches {skill}, which an item exercises");
        diagnostics.error(
            "C03",
            site.locale.place,
            what,
            "write a skill that a lesson's front matter has",
        );
    }
}

/// C04, C05: what a lesson needs is taught before it, and not to older pupils.
fn needs(site: &Site<'_>, taught: &BTreeMap<&str, Site<'_>>, diagnostics: &mut Diagnostics) {
    let lesson = &site.locale.lesson;
    let order = |id: &str| site.course.lessons.iter().position(|it| it.id == id);
    for need in &lesson.needs {
        let Some(source) = taught.get(need.as_str()) else {
            let what = format!("no lesson teaches {need}");
            diagnostics.error(
                "C04",
                site.locale.place,
                what,
                "need a skill that a lesson's front matter has",
            );
            continue;
        };
        if source.course.id == site.course.id && order(&source.lesson.id) >= order(&lesson.id) {
            let what = format!("{need} is taught in {}, which comes no earlier", source.lesson.id);
            diagnostics.error(
                "C04",
                site.locale.place,
                what,
                "change the order of the lessons, or what this one needs",
            );
        }
        if source.locale.lesson.band > lesson.band {
            let what = format!(
                "{need} is for band {:?}, this lesson for band {:?}",
                source.locale.lesson.band, lesson.band
            );
            diagnostics.error(
                "C05",
                site.locale.place,
                what,
                "need only skills of the same or a lower band",
            );
        }
    }
}

/// C04: no skill needs itself by way of others, and none is too far from the start.
fn circles(library: &Library, taught: &BTreeMap<&str, Site<'_>>, diagnostics: &mut Diagnostics) {
    let mut depths: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for site in sites(library).filter(|site| site.base) {
        match depth(&site.lesson.id, &site, taught, &mut depths) {
            None => {
                let what = format!("{} needs itself by way of other lessons", site.lesson.id);
                diagnostics.error("C04", site.locale.place, what, "take one of the needs away");
            }
            Some(depth) if depth > DEPTH_MAX => {
                let what = format!("{depth} lessons lead to {}", site.lesson.id);
                diagnostics.error(
                    "C04",
                    site.locale.place,
                    what,
                    format!("at most {DEPTH_MAX} may"),
                );
            }
            Some(_) => {}
        }
    }
}

/// How many lessons come before this one at least; `None` within a circle.
fn depth<'a>(
    lesson: &'a str,
    site: &Site<'a>,
    taught: &BTreeMap<&str, Site<'a>>,
    depths: &mut BTreeMap<&'a str, Option<usize>>,
) -> Option<usize> {
    if let Some(known) = depths.get(lesson) {
        return *known;
    }
    // Met again before it is known: a circle.
    depths.insert(lesson, None);
    let mut deepest = 0;
    for need in &site.locale.lesson.needs {
        if let Some(source) = taught.get(need.as_str()) {
            deepest = deepest.max(depth(&source.lesson.id, source, taught, depths)? + 1);
        }
    }
    depths.insert(lesson, Some(deepest));
    Some(deepest)
}

/// C06: each misconception is defined, and met by two answers or more.
fn misconceptions(library: &Library, diagnostics: &mut Diagnostics) {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for site in sites(library).filter(|site| site.base) {
        let lesson = &site.locale.lesson;
        let drawn = lesson.generators.iter().flat_map(texts::templates);
        for item in texts::written(lesson).chain(drawn) {
            for feedback in facts(&item.interaction)
                .feedback()
                .into_iter()
                .filter(|it| !it.misconception.is_empty())
            {
                let id = &feedback.misconception;
                if !library.shared.misconceptions.iter().any(|known| known.id == *id) {
                    let place = site.locale.place_of(&item.id);
                    diagnostics.error(
                        "C06",
                        place,
                        format!("`{id}` is not defined"),
                        "add it to misconceptions.md, or write one that is there",
                    );
                }
                *uses.entry(id.clone()).or_default() += 1;
            }
        }
    }
    for known in &library.shared.misconceptions {
        let used = uses.get(&known.id).copied().unwrap_or(0);
        if used < 2 {
            let what = format!("`{}` is shown by {used} answers", known.id);
            diagnostics.error("C06", known.place, what, "use it twice or more, or take it out");
        }
    }
}
