//! Moves along with a timer.

use super::{Line, Script, lines};
use course::stage::moving::routine::FORMS;
use course::stage::moving::{Cue, Exercise, Form, Gate, Routine, Section, SectionKind};

const EXERCISE: &str =
    "write `March on the spot = march :: Lift your knees.`: name, movement, what to mind";
const SECTION: &str = "write `warm-up 30/10`, `work 20/20 × 2` or `cool-down 30/10`: seconds of moving, of rest before it, rounds";

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Routine> {
    let attributes = script.source.attributes;
    let minutes = attributes.whole("minutes", script.compiler.diagnostics).unwrap_or_default();
    if !attributes.has("minutes") {
        script
            .wrong("nothing says how long this routine takes", "write `minutes=8` in the heading");
    }
    let mut routine = Routine {
        minutes,
        gate: Vec::new(),
        also: Vec::new(),
        sections: Vec::new(),
        cues: Vec::new(),
    };
    let lines =
        lines(script, "write a block ```` ```routine ```` with warm-up, work and cool-down")?;
    for line in lines {
        match line.parts(":") {
            Some(("gate", names)) if !line.text.contains(" = ") => {
                routine.gate.extend(gate(script, names, line));
            }
            Some(("also", words)) => routine.also.push(words.to_owned()),
            Some((name, form)) if FORMS.contains(&name) => {
                let place = FORMS.iter().position(|it| *it == name).unwrap_or_default();
                put_form(script, &mut routine, (place, form), line);
            }
            _ => match section(line.text) {
                Some(section) => routine.sections.push(section),
                None => put_exercise(script, &mut routine, line),
            },
        }
    }
    for exercise in routine.sections.iter().flat_map(|it| &it.exercises) {
        if exercise.forms.len() != FORMS.len() + 1 {
            let name = exercise.forms.first().map_or("", |it| it.name.as_str());
            let instead = "write `easier:`, `harder:` and `seated:` below it, in this order";
            script.wrong(format!("`{name}` has not all its forms"), instead);
        }
    }
    if routine.sections.iter().all(|it| it.exercises.is_empty()) {
        script.wrong("nothing is done in this routine", SECTION);
        return None;
    }
    Some(routine)
}

fn gate(script: &mut Script<'_, '_, '_>, names: &str, line: Line<'_>) -> Vec<Gate> {
    let mut gate = Vec::new();
    for name in names.split_whitespace() {
        match Gate::ALL.into_iter().find(|(_, known)| *known == name) {
            Some((it, _)) if gate.contains(&it) => {
                script.at(line, format!("`{name}` is asked twice"), "keep one of them");
            }
            Some((it, _)) => gate.push(it),
            None => {
                let names = Gate::ALL.map(|(_, name)| name).join(" ");
                let what = format!("`{name}` is no question of the safety gate");
                script.at(line, what, format!("write `gate: {names}`, others as `also: …`"));
            }
        }
    }
    gate
}

/// `work 20/20 × 2`
fn section(line: &str) -> Option<Section> {
    let (kind, rest) = SectionKind::ALL
        .into_iter()
        .find_map(|(kind, name)| Some((kind, line.strip_prefix(name)?.trim())))?;
    let (times, rounds) = match rest.split_once(['×', 'x']) {
        Some((times, rounds)) => (times, rounds.trim().parse().ok()?),
        None => (rest, 1),
    };
    let (work, rest) = times.trim().split_once('/')?;
    let (work, rest) = (work.parse().ok()?, rest.parse().ok()?);
    Some(Section { kind, work, rest, rounds, exercises: Vec::new() })
}

/// `March on the spot = march :: Lift your knees.`
fn put_exercise(script: &mut Script<'_, '_, '_>, routine: &mut Routine, line: Line<'_>) {
    let Some((form, cue)) = line.parts("::") else {
        script.at(line, "this line says nothing that a routine knows", EXERCISE);
        return;
    };
    let forms = vec![self::form(script, form, line)];
    let Some(section) = routine.sections.last_mut() else {
        script.at(line, "this exercise stands before any section", SECTION);
        return;
    };
    section.exercises.push(Exercise { cue: cue.to_owned(), forms });
}

fn put_form(
    script: &mut Script<'_, '_, '_>,
    routine: &mut Routine,
    (place, form): (usize, &str),
    line: Line<'_>,
) {
    let (form, cue) = match form.split_once("::") {
        Some((form, cue)) => (form, Some(cue.trim())),
        None => (form, None),
    };
    let form = self::form(script, form, line);
    let before: usize = routine.sections.iter().map(|it| it.exercises.len()).sum();
    let section = routine.sections.last_mut();
    let Some(exercise) = section.and_then(|it| it.exercises.last_mut()) else {
        script.at(line, "this form stands below no exercise", EXERCISE);
        return;
    };
    if exercise.forms.len() == place + 1 {
        exercise.forms.push(form);
        routine.cues.extend(cue.map(|words| Cue {
            exercise: u8::try_from(before - 1).unwrap_or(u8::MAX),
            form: place as u8 + 1,
            words: words.to_owned(),
        }));
    } else {
        script.at(
            line,
            "this form is not the next one",
            "write `easier:`, `harder:`, `seated:`, each once, in this order",
        );
    }
}

/// `March on the spot = march`
fn form(script: &mut Script<'_, '_, '_>, form: &str, line: Line<'_>) -> Form {
    match form.split_once('=') {
        Some((name, figure)) => {
            Form { name: name.trim().to_owned(), figure: script.figure(figure.trim(), line) }
        }
        None => {
            script.at(line, "no movement stands behind `=`", EXERCISE);
            Form { name: form.to_owned(), figure: 0 }
        }
    }
}
