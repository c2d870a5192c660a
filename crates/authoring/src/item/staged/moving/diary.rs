//! Writes down what was done.

use super::{Script, lines};
use course::stage::moving::diary::FIELDS_MAX;
use course::stage::moving::{Diary, Field, Measure};

const FIELD: &str = "write `Hops: moves up to 50` or `How it felt: mood`";

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Diary> {
    let lines = lines(script, "write a block ```` ```diary ```` with a line for each number")?;
    let mut fields = Vec::new();
    for line in lines {
        let field = line.parts(":").and_then(|(label, rest)| {
            let (measure, most) = rest.split_once("up to").unwrap_or((rest, ""));
            let (measure, _) =
                Measure::ALL.into_iter().find(|(_, name)| *name == measure.trim())?;
            let most = match most.trim() {
                "" => Some(measure.most()),
                most => most.parse().ok().filter(|it| (1..=measure.most()).contains(it)),
            }?;
            (!label.is_empty()).then(|| Field { measure, most, label: label.to_owned() })
        });
        match field {
            Some(field) => fields.push(field),
            None => {
                let names = Measure::ALL.map(|(_, name)| name).join(", ");
                let instead = format!("{FIELD}; it is one of {names}");
                script.at(line, "this line is nothing to write down", instead);
            }
        }
    }
    if fields.is_empty() || fields.len() > FIELDS_MAX {
        let what = format!("{} things are to be written down", fields.len());
        script.wrong(what, format!("let there be 1 to {FIELDS_MAX}"));
        return None;
    }
    Some(Diary { fields })
}
