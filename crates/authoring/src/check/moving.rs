//! C70: a routine is safe: it asks first, warms up, rests, cools down, and everyone finds a form of each exercise that suits them.

use super::{Fault, Site};
use crate::diagnostic::Diagnostics;
use crate::library::Subject;
use crate::texts;
use course::codec::from_bytes;
use course::item::{Interaction, Item, StagedKind};
use course::stage::Piece;
use course::stage::moving::moves::{Prop, of};
use course::stage::moving::{Exercise, Gate, Routine, Section, SectionKind};
use course::text::Span;

/// The most seconds that pupils move without a rest.
const WORK_MAX: u8 = 45;
/// The most seconds of an exercise that only makes warm or calm.
const GENTLE_MAX: u8 = 60;
/// The fewest seconds that make warm, and calm.
const WARM_MIN: u32 = 90;
const COOL_MIN: u32 = 60;
/// Seconds that the told minutes may differ from the sum.
const ROUNDING: u32 = 30;

/// Words of a test of what one can bear at most.
const MAXIMAL: [&str; 14] = [
    "as fast as you can",
    "as long as you can",
    "as many as you can",
    "as high as you can",
    "as far as you can",
    "as hard as you can",
    "until you drop",
    "until you cannot",
    "personal best",
    "最快速度",
    "尽全力",
    "拼尽全力",
    "坚持到底",
    "越快越好",
];
/// Words about bodies, and about who is better.
const BODIES: [&str; 17] = [
    "overweight",
    "calorie",
    "body weight",
    "lose weight",
    " diet",
    "skinny",
    "chubby",
    "体重",
    "减肥",
    "肥胖",
    "卡路里",
    "身材",
    "苗条",
    "who is best",
    "beat your friend",
    "谁最快",
    "谁第一",
];

/// Looks at the routines of a lesson, and at the words of lessons about the body.
pub(super) fn check(site: &Site<'_>, diagnostics: &mut Diagnostics) {
    for item in texts::written(&site.locale.lesson) {
        let place = site.locale.place_of(&item.id);
        let faults = routine(item).map(|it| faults(&it, site.base)).unwrap_or_default();
        faults.into_iter().for_each(|it| it.note(place, "", diagnostics));
        if site.course.subject == Subject::Pe {
            words(item).into_iter().for_each(|it| it.note(place, "", diagnostics));
        }
    }
}

fn routine(item: &Item) -> Option<Routine> {
    let Interaction::Staged(it) = &item.interaction else { return None };
    from_bytes(&it.piece.0).ok().filter(|_| it.kind == StagedKind::Routine)
}

/// Words are looked at in each language, all else once.
fn faults(routine: &Routine, base: bool) -> Vec<Fault> {
    let mut faults = maximal(routine);
    if !base {
        return faults;
    }
    let mut find = |wrong: bool, what: String, instead| {
        if wrong {
            faults.push(Fault::error("C70", what, instead));
        }
    };
    let missing: Vec<&str> = Gate::ALL
        .into_iter()
        .filter(|(it, _)| !routine.gate.contains(it))
        .map(|(_, name)| name)
        .collect();
    find(
        !missing.is_empty(),
        format!("the safety gate does not ask: {}", missing.join(" ")),
        "name all five behind `gate:`",
    );
    let kinds: Vec<SectionKind> = routine.sections.iter().map(|it| it.kind).collect();
    find(
        !kinds.is_sorted() || !SectionKind::ALL.iter().all(|(it, _)| kinds.contains(it)),
        "this routine is not warm-up, work and cool-down, in this order".to_owned(),
        "let it have all three",
    );
    let seconds = |kind| {
        let blocks = routine.blocks().into_iter().filter(|it| it.section.kind == kind);
        blocks.map(|it| it.seconds()).sum::<u32>()
    };
    for (kind, least) in [(SectionKind::WarmUp, WARM_MIN), (SectionKind::CoolDown, COOL_MIN)] {
        let name = SectionKind::ALL[kind as usize].1;
        let found = seconds(kind);
        let what = format!("the {name} takes {found} seconds, {least} are the least");
        find(found < least, what, "add an exercise, or a round");
    }
    for section in &routine.sections {
        let Section { kind, work, rest, .. } = section;
        let (most, least) = match kind {
            SectionKind::Work => (WORK_MAX, (work / 2).max(10)),
            SectionKind::WarmUp | SectionKind::CoolDown => (GENTLE_MAX, 5),
        };
        let what = format!("{work} seconds of moving at a time, {most} are the most");
        find(*work > most || *work == 0, what, "make the times shorter");
        let what = format!("{rest} seconds of rest, {least} are the least");
        find(*rest < least, what, "let pupils rest, and see what comes");
        for exercise in &section.exercises {
            let name = exercise.forms.first().map_or("", |it| it.name.as_str());
            find(
                !has_forms(exercise),
                format!("`{name}` has not four forms that differ, the last one on a chair"),
                "give easier, harder and seated forms names of their own; the seated one a movement `seat-…` or `sit`",
            );
        }
    }
    let (told, total) = (u32::from(routine.minutes) * 60, routine.total());
    find(
        told.abs_diff(total) > ROUNDING,
        format!("{} minutes are told, all times together are {total} seconds", routine.minutes),
        "change `minutes=`, or the times",
    );
    faults
}

/// Whether four forms have names of their own, and only the last one is done on a chair.
fn has_forms(exercise: &Exercise) -> bool {
    let names: Vec<&str> = exercise.forms.iter().map(|it| it.name.as_str()).collect();
    let differ = (1..names.len()).all(|at| !names[..at].contains(&names[at]));
    let seated: Vec<bool> =
        exercise.forms.iter().map(|it| of(it.figure).prop == Prop::Chair).collect();
    differ && matches!(seated[..], [false, false, false, true])
}

fn maximal(routine: &Routine) -> Vec<Fault> {
    let mut routine = routine.clone();
    let said: Vec<String> = routine.words().iter().map(|it| it.to_lowercase()).collect();
    let found = MAXIMAL.iter().find(|words| said.iter().any(|it| it.contains(**words)));
    let fault = found.map(|words| {
        let what = format!("`{words}` asks for all that somebody can bear");
        Fault::error("C70", what, "let pupils choose how much is right for them")
    });
    fault.into_iter().collect()
}

/// Nothing is said about bodies' looks, nor about who is better.
fn words(item: &Item) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, text) in texts::of_item(item) {
        let said: String = text.iter().map(plain).collect::<String>().to_lowercase();
        if let Some(words) = BODIES.iter().find(|words| said.contains(**words)) {
            let what = format!("`{}` compares pupils, or speaks of their bodies", words.trim());
            faults.push(Fault::error("C70", what, "speak of what is done, and of one's own way"));
        }
    }
    faults
}

fn plain(span: &Span) -> String {
    match span {
        Span::Plain(words) | Span::Foreign(_, words) => words.clone(),
        Span::Strong(inner) | Span::Emphasis(inner) => inner.iter().map(plain).collect(),
        Span::Math(_) | Span::Gap | Span::Value(_) | Span::Word(..) | Span::Count(..) => {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::stage::moving::{Form, Moved};

    fn exercise() -> Exercise {
        let form = |name: &str, figure| Form { name: name.to_owned(), figure };
        let seat = course::stage::moving::moves::named("seat-march").expect("a movement");
        let forms =
            vec![form("March", 2), form("Walk", 1), form("Jog", 4), form("March on a chair", seat)];
        Exercise { cue: "Look ahead.".to_owned(), forms }
    }

    fn section(kind: SectionKind, work: u8, rest: u8, count: usize) -> Section {
        Section { kind, work, rest, rounds: 1, exercises: vec![exercise(); count] }
    }

    /// Two minutes of warm-up, four of work, one and a half to cool down.
    fn sound() -> Routine {
        Routine {
            minutes: 8,
            gate: Gate::ALL.map(|(it, _)| it).to_vec(),
            also: Vec::new(),
            sections: vec![
                section(SectionKind::WarmUp, 30, 10, 3),
                section(SectionKind::Work, 20, 20, 6),
                section(SectionKind::CoolDown, 30, 10, 3),
            ],
            cues: Vec::new(),
        }
    }

    #[test]
    fn a_sound_routine_passes_and_each_mistake_is_found() {
        assert!(faults(&sound(), true).is_empty());
        type Plant = (&'static str, fn(&mut Routine));
        let plants: [Plant; 12] = [
            ("does not ask: weather", |it| it.gate.truncate(4)),
            ("not warm-up, work and cool-down", |it| it.sections.truncate(2)),
            ("not warm-up, work and cool-down", |it| it.sections.swap(0, 1)),
            ("the warm-up takes 40", |it| it.sections[0].exercises.truncate(1)),
            ("the cool-down takes 40", |it| it.sections[2].exercises.truncate(1)),
            ("50 seconds of moving", |it| it.sections[1].work = 50),
            ("5 seconds of rest", |it| it.sections[1].rest = 5),
            ("four forms", |it| it.sections[1].exercises[0].forms.truncate(3)),
            ("four forms", |it| it.sections[1].exercises[0].forms[3].figure = 1),
            ("four forms", |it| it.sections[1].exercises[0].forms[1].name = "March".to_owned()),
            ("9 minutes are told", |it| it.minutes = 9),
            ("all that somebody can bear", |it| {
                it.sections[1].exercises[0].cue = "Hop as long as you can.".to_owned();
            }),
        ];
        for (what, plant) in plants {
            let mut routine = sound();
            plant(&mut routine);
            let found: Vec<String> = faults(&routine, true).into_iter().map(|it| it.what).collect();
            assert!(found.iter().any(|it| it.contains(what)), "{what}: {found:?}");
        }
    }

    #[test]
    fn a_routine_that_is_skipped_as_a_whole_is_done() {
        let blocks = vec![0; sound().blocks().len()];
        let made = course::codec::to_bytes(&Moved { blocks, effort: 0 });
        assert_eq!(Piece::judge(&sound(), &made), course::item::Mark::RIGHT);
    }
}
