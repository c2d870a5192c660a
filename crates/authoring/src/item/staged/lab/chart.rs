//! Reads a `chart`.

use super::{Lines, Script, named, setup};
use course::stage::lab::Chart;
use course::stage::lab::chart::{Form, Source, Task};
use course::stage::lab::model::{Scale, Unit};

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &mut Lines) -> Option<Chart> {
    let form = lines.take("form").unwrap_or_else(|| "bars".to_owned());
    let form =
        named(script, &[(Form::Bars, "bars"), (Form::Line, "line")], &form, "form of a chart")?;
    let axis = lines.take("axis").unwrap_or_default();
    let Some((top, step)) = self::axis(&axis) else {
        script.wrong(format!("`{axis}` is no axis"), "write `axis: 0..20 by 2`");
        return None;
    };
    let unit = lines.take("unit").unwrap_or_default();
    let task = lines.take("ask").unwrap_or_else(|| "build".to_owned());
    let task = named(script, &Task::ALL, &task, "question of a chart")?;
    let source = match lines.take("rows") {
        Some(rows) => {
            let setup = setup(script, lines, None)?;
            let rows = rows.parse().ok().filter(|it| (2..=8).contains(it));
            let Some(rows) = rows.filter(|_| task == Task::Build && setup.free().next().is_some())
            else {
                let instead =
                    "write `rows: 3`, `set …:` for one control, and no `ask:` but `build`";
                script.wrong("no table can be measured for this chart", instead);
                return None;
            };
            Source::Own(setup, rows)
        }
        None => Source::Given(given(script, lines, (step, top))?),
    };
    Some(Chart { form, source, axis: (step, top), unit, task })
}

/// `0..20 by 2`: the highest line and the way between two.
fn axis(text: &str) -> Option<(u16, u16)> {
    let (top, step) = text.strip_prefix("0..")?.split_once(" by ")?;
    let (top, step): (u16, u16) = (top.trim().parse().ok()?, step.trim().parse().ok()?);
    (step > 0 && top >= step && top.is_multiple_of(step)).then_some((top, step))
}

/// Points `- Monday: 4 | 6 | 8` or `- Monday: 4..8`.
fn given(
    script: &mut Script<'_, '_, '_>,
    lines: &mut Lines,
    (step, top): (u16, u16),
) -> Option<Vec<(String, Vec<u16>)>> {
    let scale = Scale::Span { least: 0, most: top, step, unit: Unit::Squares };
    let mut given = Vec::new();
    for (name, values) in lines.points(None) {
        let values = super::values(script, &name, &scale, &values)?;
        given.push((name, values));
    }
    if !(2..=8).contains(&given.len()) {
        script.wrong(
            format!("{} values make no chart", given.len()),
            "write two to eight points `- Monday: 4 | 6`",
        );
        return None;
    }
    Some(given)
}
