//! Reads what the interactions of the engine `lab` ask for: lines `key: value` and points in a block.

use super::Script;
use course::item::StagedKind;
use course::stage::Staging;
use course::stage::lab::model::Scale;
use course::stage::lab::{Model, Setup, Way};

mod chart;
mod predict;
mod sim;

/// The piece of this kind; the mistakes are noted.
pub(super) fn read(script: &mut Script<'_, '_, '_>, kind: StagedKind) -> Option<Box<dyn Staging>> {
    let Some(fence) = script.fence else {
        let name = kind.name();
        let instead = format!("write a block ```` ```{name} ```` below the prompt");
        script.wrong(format!("this `{name}` says nothing of what is on the stage"), instead);
        return None;
    };
    let mut lines = Lines::parse(&fence.text);
    let piece: Option<Box<dyn Staging>> = if kind == StagedKind::Sim {
        sim::read(script, &mut lines).map(|it| Box::new(it) as Box<dyn Staging>)
    } else if kind == StagedKind::Predict {
        predict::read(script, &mut lines).map(|it| Box::new(it) as Box<dyn Staging>)
    } else {
        chart::read(script, &mut lines).map(|it| Box::new(it) as Box<dyn Staging>)
    };
    for line in lines.entries.iter().filter(|line| !line.used && piece.is_some()) {
        script.wrong(format!("`{}:` means nothing here", line.key), "leave the line out");
    }
    piece
}

/// What a block says.
struct Lines {
    entries: Vec<Entry>,
}

/// A line `key: value`, and the points behind it. Points before any line have an empty key.
struct Entry {
    key: String,
    value: String,
    points: Vec<(String, String)>,
    used: bool,
}

impl Lines {
    fn parse(text: &str) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (head, rest) = line.split_once([':', '：']).unwrap_or((line, ""));
            let (head, rest) = (head.trim(), rest.trim().to_owned());
            match (head.strip_prefix("- "), entries.last_mut()) {
                (Some(name), Some(entry)) => entry.points.push((name.trim().to_owned(), rest)),
                (Some(_), None) | (None, _) => {
                    let key = head.to_owned();
                    entries.push(Entry { key, value: rest, points: Vec::new(), used: false });
                }
            }
        }
        Self { entries }
    }

    /// The value of a line.
    fn take(&mut self, key: &str) -> Option<String> {
        let entry = self.entries.iter_mut().find(|it| it.key == key)?;
        entry.used = true;
        Some(entry.value.clone())
    }

    /// The points behind a line, or behind the last line before `before`.
    fn points(&self, before: Option<&str>) -> Vec<(String, String)> {
        let end = before.and_then(|key| self.entries.iter().position(|it| it.key == key));
        let entries = &self.entries[..end.unwrap_or(self.entries.len())];
        entries.iter().flat_map(|it| it.points.clone()).collect()
    }

    fn points_of(&self, key: &str) -> Vec<(String, String)> {
        self.entries.iter().filter(|it| it.key == key).flat_map(|it| it.points.clone()).collect()
    }
}

/// The thing of this name in a list of names.
fn named<T: Copy>(
    script: &mut Script<'_, '_, '_>,
    all: &[(T, &str)],
    name: &str,
    what: &str,
) -> Option<T> {
    let found = all.iter().find(|(_, known)| *known == name).map(|(it, _)| *it);
    if found.is_none() {
        let known: Vec<&str> = all.iter().map(|(_, known)| *known).collect();
        script.wrong(
            format!("`{name}` is no {what}"),
            format!("write one of `{}`", known.join("`, `")),
        );
    }
    found
}

/// Model, controls, meters and noise.
fn setup(
    script: &mut Script<'_, '_, '_>,
    lines: &mut Lines,
    changed: Option<&str>,
) -> Option<Setup> {
    let name = lines.take("model").unwrap_or_default();
    let model = named(script, &Model::ALL, &name, "model")?;
    let mut ways = Vec::new();
    for control in model.controls() {
        let set = lines.take(&format!("set {}", control.name));
        let keep = lines.take(&format!("keep {}", control.name));
        let way = match (set, keep) {
            (Some(set), None) => match set.split_once(" from ") {
                None => Way::Set(values(script, control.name, &control.scale, &set)?),
                Some((all, first)) => Way::From(
                    values(script, control.name, &control.scale, all.trim())?,
                    values(script, control.name, &control.scale, first.trim())?,
                ),
            },
            (None, Some(keep)) => Way::Keep(values(script, control.name, &control.scale, &keep)?),
            // Where it begins does not matter: each pair says it.
            (None, None) if changed == Some(control.name) => Way::Keep(control.scale.values()),
            (Some(_), Some(_)) | (None, None) => {
                let what = format!("it is not said once what becomes of `{0}`", control.name);
                let instead = format!(
                    "write `set {0}: …` if the pupil sets it, else `keep {0}: …`",
                    control.name
                );
                script.wrong(what, instead);
                return None;
            }
        };
        ways.push(way);
    }
    let meters: Vec<(u8, &str)> = (0..).zip(model.meters()).map(|(at, it)| (at, it.name)).collect();
    let mut read = Vec::new();
    for name in lines.take("read").unwrap_or_default().split_whitespace() {
        read.push(named(script, &meters, name, "meter of this model")?);
    }
    if read.is_empty() {
        let names: Vec<&str> = meters.iter().map(|(_, name)| *name).collect();
        script.wrong(
            "nothing is read",
            format!("write `read:` and some of `{}`", names.join("`, `")),
        );
        return None;
    }
    let noise = lines.take("noise").map_or(Some(0), |it| percent(&it));
    let Some(noise) = noise.filter(|it| *it <= 30) else {
        script.wrong("readings cannot be off by so much", "write `noise: 2%`, at most 3");
        return None;
    };
    Some(Setup { model, ways, meters: read, noise })
}

/// `2%` or `0.5%` in thousandths.
fn percent(text: &str) -> Option<u8> {
    let number = text.strip_suffix('%')?.trim();
    let (whole, tenths) = number.split_once('.').unwrap_or((number, "0"));
    let (whole, tenths): (u8, u8) = (whole.parse().ok()?, tenths.parse().ok()?);
    whole.checked_mul(10)?.checked_add(tenths).filter(|_| tenths < 10)
}

/// `60..200`, `60..200 by 20`, `60 | 80`, names of things, or `all`.
fn values(
    script: &mut Script<'_, '_, '_>,
    control: &str,
    scale: &Scale,
    text: &str,
) -> Option<Vec<u16>> {
    if text == "all" {
        return Some(scale.values());
    }
    let mut values = Vec::new();
    for part in text.split('|').map(str::trim) {
        values.extend(some(scale, part).unwrap_or_default());
    }
    let found =
        text.split('|').all(|part| some(scale, part.trim()).is_some_and(|it| !it.is_empty()));
    if !found || values.iter().any(|it| !scale.has(*it)) {
        let can = match scale {
            Scale::Span { least, most, step, .. } => {
                format!("write values of {least}..{most} by {step}")
            }
            Scale::Things(names) => format!("write `all`, or some of `{}`", names.join("`, `")),
        };
        script.wrong(format!("`{control}` cannot be `{text}`"), can);
        return None;
    }
    Some(values)
}

fn some(scale: &Scale, text: &str) -> Option<Vec<u16>> {
    match scale {
        Scale::Things(names) => names.iter().position(|it| *it == text).map(|it| vec![it as u16]),
        Scale::Span { step, .. } => match text.split_once("..") {
            None => text.parse().ok().map(|it| vec![it]),
            Some((from, rest)) => {
                let (to, by) = rest.split_once(" by ").unwrap_or((rest, ""));
                let by = if by.is_empty() {
                    *step
                } else {
                    by.trim().parse().ok().filter(|it| *it > 0)?
                };
                let (from, to): (u16, u16) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
                let values: Vec<u16> = (from..=to).step_by(usize::from(by)).collect();
                (values.last() == Some(&to)).then_some(values)
            }
        },
    }
}
