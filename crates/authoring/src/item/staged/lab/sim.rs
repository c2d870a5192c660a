//! Reads a `sim`.

use super::{Lines, Script, named, setup};
use course::stage::lab::sim::Task;
use course::stage::lab::{Claim, Setup, Sim};

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &mut Lines) -> Option<Sim> {
    let setup = setup(script, lines, None)?;
    if setup.free().next().is_none() {
        script.wrong("nothing can be set", "write `set …:` for one control at least");
        return None;
    }
    let task = task(script, lines, &setup)?;
    let ask = lines.take("ask").unwrap_or_default();
    let mut claims = Vec::new();
    for (name, words) in lines.points(None) {
        let claim = named(script, &Claim::ALL, &name, "conclusion")?;
        let (model, meters) = claim.about();
        if model.is_some_and(|it| it != setup.model)
            || meters.iter().any(|it| !setup.meters.contains(it))
        {
            let names: Vec<&str> = meters
                .iter()
                .map(|it| model.unwrap_or(setup.model).meters()[usize::from(*it)].name)
                .collect();
            let instead =
                format!("let `read:` have `{}`, or offer another one", names.join("`, `"));
            script.wrong(format!("`{name}` cannot be told from these meters"), instead);
            return None;
        }
        claims.push((claim, words));
    }
    let asked = !matches!(task, Task::Fair(..)) || claims.is_empty() == ask.is_empty();
    if !asked || claims.len() == 1 || (!matches!(task, Task::Fair(..)) && !claims.is_empty()) {
        let instead = "with `rows:` write `ask:` and two or more points `- rises: …`, or neither";
        script.wrong("question and conclusions do not go together", instead);
        return None;
    }
    Some(Sim { setup, task, ask, claims })
}

fn task(script: &mut Script<'_, '_, '_>, lines: &mut Lines, setup: &Setup) -> Option<Task> {
    let controls: Vec<(u8, &str)> =
        (0..).zip(setup.model.controls()).map(|(at, it)| (at, it.name)).collect();
    match (lines.take("reach"), lines.take("rows")) {
        (Some(reach), None) => {
            let task = self::reach(&reach);
            if task.is_none() {
                let what = format!("`{reach}` is nothing that can be reached");
                script.wrong(what, "write `reach: 20..60 by 10, within 2`, or `reach: 1` for yes");
            }
            task
        }
        (None, Some(rows)) => {
            let change = match lines.take("change") {
                None => None,
                Some(name) => Some(named(script, &controls, &name, "control")?),
            };
            let Some(rows) = rows.parse().ok().filter(|it| (2..=12).contains(it)) else {
                script.wrong(
                    format!("`{rows}` rows cannot be asked for"),
                    "write a number from 2 to 12",
                );
                return None;
            };
            Some(Task::Fair(rows, change))
        }
        (None, None) => Some(Task::Free),
        (Some(_), Some(_)) => {
            script.wrong("two things are to be done", "keep `reach:` or `rows:`");
            None
        }
    }
}

/// `20..60 by 10, within 2` in whole units, or one number; without `within` it is one of a few words.
fn reach(text: &str) -> Option<Task> {
    let (targets, within) = text.split_once(',').unwrap_or((text, "within 0"));
    let within: i64 = within.trim().strip_prefix("within ")?.trim().parse().ok()?;
    let unit = if text.contains(',') { 1000 } else { 1 };
    let targets: Vec<i64> = match targets.split_once("..") {
        None => vec![targets.trim().parse().ok()?],
        Some((from, rest)) => {
            let (to, by) = rest.split_once(" by ")?;
            let by: usize = by.trim().parse().ok().filter(|it| *it > 0)?;
            let (from, to): (i64, i64) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
            (from..=to).step_by(by).collect()
        }
    };
    (!targets.is_empty())
        .then(|| Task::Reach(targets.iter().map(|it| it * unit).collect(), within * unit))
}
