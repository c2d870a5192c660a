//! Reads a `predict`.

use super::{Lines, Script, named, setup};
use course::stage::lab::Predict;
use course::stage::lab::model::Control;
use course::stage::lab::predict::{Change, Fits, Outcome};

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &mut Lines) -> Option<Predict> {
    let changing =
        lines.entries.iter().find_map(|it| it.key.strip_prefix("change ").map(str::to_owned));
    let setup = setup(script, lines, changing.as_deref())?;
    if setup.free().next().is_some() {
        script.wrong("the pupil sets nothing here", "write `keep` in the place of `set`");
        return None;
    }
    let change = match changing {
        None => None,
        Some(name) => {
            let controls: Vec<(u8, &str)> =
                (0..).zip(setup.model.controls()).map(|(at, it)| (at, it.name)).collect();
            let control = named(script, &controls, &name, "control")?;
            let pairs = lines.take(&format!("change {name}")).unwrap_or_default();
            let scale = &setup.model.controls()[usize::from(control)];
            Some(Change { control, pairs: self::pairs(script, scale, &pairs)? })
        }
    };
    let ask = lines.take("why").unwrap_or_default();
    let mut guesses = Vec::new();
    for (name, words) in lines.points(Some("why")) {
        guesses.push((named(script, &Outcome::ALL, &name, "outcome")?, words));
    }
    let mut whys = Vec::new();
    for ((head, words), letter) in lines.points_of("why").into_iter().zip("abcd".chars()) {
        let fits = match head.strip_prefix(letter).map(str::trim) {
            Some("") => Fits::No,
            Some("right") => Fits::Yes,
            Some(rest) if rest.starts_with("if ") => Fits::If(named(
                script,
                &Outcome::ALL,
                rest.trim_start_matches("if ").trim(),
                "outcome",
            )?),
            Some(_) | None => {
                let what = format!("`{head}` is no explanation's head");
                script.wrong(
                    what,
                    format!("write `{letter}`, `{letter} right`, or `{letter} if floats`"),
                );
                return None;
            }
        };
        whys.push((fits, words));
    }
    if guesses.len() < 2 || whys.len() < 2 || ask.is_empty() {
        let instead = "write two or more points `- more: …`, then `why: …` and two to four points `- a right: …`";
        script.wrong("there is nothing to choose from", instead);
        return None;
    }
    Some(Predict { setup, change, guesses, ask, whys })
}

/// `160 to 80 | 90 to 150`
fn pairs(
    script: &mut Script<'_, '_, '_>,
    control: &Control,
    text: &str,
) -> Option<Vec<(u16, u16)>> {
    let mut pairs = Vec::new();
    for pair in text.split('|') {
        let both = pair.split_once(" to ").map(|(from, to)| (one(control, from), one(control, to)));
        let Some((Some(from), Some(to))) = both else {
            let what = format!("`{}` does not say from where to where", pair.trim());
            script.wrong(what, format!("write two values of `{}`, as `160 to 80`", control.name));
            return None;
        };
        pairs.push((from, to));
    }
    Some(pairs)
}

fn one(control: &Control, text: &str) -> Option<u16> {
    let values = super::some(&control.scale, text.trim())?;
    values.first().copied().filter(|it| values.len() == 1 && control.scale.has(*it))
}
