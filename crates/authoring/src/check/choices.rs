//! C13–C15: nothing about the options but what they say tells which is right.

use super::meaning::shown;
use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::texts;
use course::item::{Choice, Interaction, Item};
use course::plan::{Met, meet, plan, shuffled};
use course::text::{Block, Span};
use std::collections::BTreeMap;

/// Below so many items a share says nothing.
const ITEMS_MIN: usize = 10;
/// Visits that are played through to see where keys stand.
const VISITS: u64 = 40;

/// Looks at all of a lesson's choices together, and at each one's words.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    let place = site.locale.place;
    for fault in places(site).into_iter().chain(lengths(site)) {
        fault.note(place, "", diagnostics);
    }
    for (item, choice) in written(site) {
        for fault in words(item, choice) {
            fault.note(site.locale.place_of(&item.id), "", diagnostics);
        }
    }
}

fn written<'a>(site: &Site<'a>) -> impl Iterator<Item = (&'a Item, &'a Choice)> {
    texts::written(&site.locale.lesson).filter_map(|item| {
        if let Interaction::Choice(choice) = &item.interaction {
            Some((item, choice))
        } else {
            None
        }
    })
}

/// C13: where the key stands as a learner sees it, over many visits.
fn places(site: &Site<'_>) -> Vec<Fault> {
    let lesson = &site.locale.lesson;
    let mut seen: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for visit in 0..VISITS {
        for stop in plan(lesson, visit) {
            let Some(Met::Item(item, _)) = meet(lesson, stop) else { continue };
            let Interaction::Choice(choice) = &item.interaction else { continue };
            let count = choice.options.len();
            let key = usize::from(choice.key);
            let shown: Vec<u8> =
                if choice.fixed { (0..count as u8).collect() } else { shuffled(count, stop.seed) };
            let at = shown.iter().position(|place| usize::from(*place) == key).unwrap_or(0);
            seen.entry(count).or_insert_with(|| vec![0; count])[at] += 1;
        }
    }
    let mut faults = Vec::new();
    for (count, places) in seen {
        let all: usize = places.iter().sum();
        // The larger of the two bounds: with two options one of them holds at least half of the keys.
        let bound = (all * 40).max(all * (100 / count + 15));
        if all >= ITEMS_MIN * VISITS as usize && places.iter().any(|held| held * 100 > bound) {
            let what = format!("of {all} keys among {count} options the places hold {places:?}");
            faults.push(Fault::error(
                "C13",
                what,
                "leave `fixed` out where the order of the options means nothing",
            ));
        }
    }
    faults
}

/// C14: the key is the longest option too often.
fn lengths(site: &Site<'_>) -> Option<Fault> {
    let mut all = 0;
    let mut longest = 0;
    for (_, choice) in written(site) {
        let lengths: Option<Vec<usize>> =
            choice.options.iter().map(|option| length(&option.label)).collect();
        let Some(lengths) = lengths else { continue };
        let key = usize::from(choice.key);
        all += 1;
        if lengths.iter().enumerate().all(|(at, length)| at == key || *length < lengths[key]) {
            longest += 1;
        }
    }
    (all >= ITEMS_MIN && longest * 100 > all * 45).then(|| {
        let what = format!("in {longest} of {all} choices the right option is the longest");
        Fault::error("C14", what, "make some wrong options longer, or some right ones shorter")
    })
}

fn length(label: &Block) -> Option<usize> {
    match label {
        Block::Paragraph(_) => Some(shown(label).chars().count()),
        Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => None,
    }
}

/// C15: options that speak of the others, and a *not* that is easily missed.
pub(super) fn words(item: &Item, choice: &Choice) -> Vec<Fault> {
    const OTHERS: [&str; 8] = [
        "all of the above",
        "none of the above",
        "both of the above",
        "all of them are",
        "以上都",
        "都不是",
        "都不对",
        "全都对",
    ];
    let mut faults = Vec::new();
    for option in &choice.options {
        let said = shown(&option.label).to_lowercase();
        if OTHERS.iter().any(|it| said.contains(it)) {
            let what = format!("the option `{said}` speaks of the others");
            faults.push(Fault::error("C15", what, "write an option that can be judged by itself"));
        }
    }
    for block in &item.prompt {
        if let Block::Paragraph(text) = block
            && let Some(not) = unstressed_not(text)
        {
            let what = format!("`{not}` in the question is easily missed");
            faults.push(Fault::warning(
                "C15",
                what,
                "ask for what is right, or stress it: `**not**`",
            ));
        }
    }
    faults
}

fn unstressed_not(text: &[Span]) -> Option<&'static str> {
    const ENGLISH: [&str; 4] = ["not", "never", "except", "isn't"];
    const CHINESE: [&str; 4] = ["不是", "不对", "不能", "不正确"];
    let mut plain = Vec::new();
    for span in text {
        if let Span::Plain(words) = span {
            plain.push(words.to_lowercase());
        }
    }
    let question = course::text::plain(text).ends_with(['?', '？']);
    let english = |not: &&str| {
        plain.iter().any(|words| {
            words.split(|c: char| !c.is_alphabetic() && c != '\'').any(|it| it == *not)
        })
    };
    let chinese = |not: &&str| plain.iter().any(|words| words.contains(*not));
    question.then(|| {
        ENGLISH
            .into_iter()
            .find(|it| english(it))
            .or_else(|| CHINESE.into_iter().find(|it| chinese(it)))
    })?
}
