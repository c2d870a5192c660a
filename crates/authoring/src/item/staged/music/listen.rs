//! `listen`

use super::super::Script;
use super::{Common, Line, Lines, adds_up, common, motif};
use course::stage::Staging;
use course::stage::music::listen::{Ask, Aspect, Listen};
use course::stage::music::motif::Motif;
use course::stage::music::notation::Notation;
use course::stage::music::note::Note;

const EXAMPLE: &str = "a block `listen`, with `ask: high`, `more: …` and `less: …`";

/// What may be asked.
#[derive(Clone, Copy)]
enum Asked {
    Compare(Aspect),
    Same,
    Which,
    Named,
}

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Box<dyn Staging>> {
    let mut lines = Lines::of(script, EXAMPLE)?;
    let piece = listen(&mut lines);
    if piece.is_some() {
        lines.finish();
    }
    piece.map(|it| Box::new(it) as Box<dyn Staging>)
}

fn listen(lines: &mut Lines<'_, '_, '_, '_>) -> Option<Listen> {
    let Some(line) = lines.take("ask") else {
        lines.script.wrong("nothing is asked", format!("write {EXAMPLE}"));
        return None;
    };
    let mut known: Vec<(Asked, &str)> =
        Aspect::ALL.iter().map(|(it, name)| (Asked::Compare(*it), *name)).collect();
    known.extend([(Asked::Same, "same"), (Asked::Which, "which"), (Asked::Named, "named")]);
    let asked = lines.one_of(&line, &known)?;
    let found = motif(lines, "play")?;
    let (motif, tune) = found.map_or((None, None), |(motif, tune)| (Some(motif), tune));
    let Common { metre, tonic, tempo, voice } = common(lines, tune.as_ref())?;
    let tonic = lines.one_key(tonic);
    if let Some(motif) = &motif {
        adds_up(lines, "play", motif, metre);
    }
    let rounds = lines.take("rounds").map_or(Some((1, 1)), |it| lines.range(&it, 1, 8))?.0;
    let (mut step, mut decoy, mut gradual) = ((0, 0), None, false);
    let (ask, labels) = match asked {
        Asked::Compare(aspect) => {
            step = self::step(lines)?;
            decoy = match lines.take("decoy") {
                Some(line) => Some(lines.one_of(&line, &Aspect::ALL)?),
                None => None,
            };
            gradual = lines.is_so("gradual", false)?;
            let mut labels = vec![label(lines, "more")?, label(lines, "less")?];
            labels.extend(lines.take("same").map(|it| it.value));
            (Ask::Compare(aspect), labels)
        }
        Asked::Same => (Ask::Same, vec![label(lines, "same")?, label(lines, "different")?]),
        Asked::Which => {
            let count = lines.take("options").map_or(Some((3, 3)), |it| lines.range(&it, 2, 4))?.0;
            let notation = lines
                .take("in")
                .map_or(Some(Notation::Jianpu), |it| lines.one_of(&it, &Notation::ALL))?;
            (Ask::Which(count, notation), Vec::new())
        }
        Asked::Named => named(lines)?,
    };
    let drawn = matches!(motif, Some(Motif::Drawn(_)));
    if matches!(asked, Asked::Same | Asked::Which) && !drawn {
        let instead = "write `cells:` and `bars:`, or `tones:` and `length:`";
        lines.wrong(&line, "nothing says what is drawn", instead);
        return None;
    }
    Some(Listen { ask, rounds, step, decoy, gradual, motif, metre, tonic, tempo, voice, labels })
}

/// How much differs: at first, and at the end.
fn step(lines: &mut Lines<'_, '_, '_, '_>) -> Option<(u8, u8)> {
    let Some(line) = lines.take("step") else {
        lines.script.wrong("nothing says how much differs", "write `step: 12 to 3`");
        return None;
    };
    let (from, to) = line.value.split_once("to").unwrap_or((&line.value, &line.value));
    let read = |it: &str| it.trim().parse().ok().filter(|it| (1..=120).contains(it));
    let step = read(from).zip(read(to));
    if step.is_none() {
        let what = format!("`{}` is no difference", line.value);
        lines.wrong(&line, what, "write it as `12 to 3`, or as `12`");
    }
    step
}

fn label(lines: &mut Lines<'_, '_, '_, '_>, key: &'static str) -> Option<String> {
    let line = lines.take(key);
    if line.is_none() {
        let what = format!("the option `{key}` is missing");
        lines.script.wrong(what, format!("write `{key}: The second is higher`"));
    }
    line.map(|it| it.value)
}

/// `a: tomato = x_ x_ x`, and so on.
fn named(lines: &mut Lines<'_, '_, '_, '_>) -> Option<(Ask, Vec<String>)> {
    const KEYS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let count = lines.take("options").map_or(Some((3, 3)), |it| lines.range(&it, 2, 4))?.0;
    let (mut labels, mut all): (Vec<String>, Vec<Vec<Note>>) = (Vec::new(), Vec::new());
    for key in KEYS {
        let Some(line) = lines.take(key) else { continue };
        let Some((label, score)) = line.value.split_once('=') else {
            lines.wrong(&line, "this option has no notes", "write it as `a: tomato = x_ x_ x`");
            return None;
        };
        let start = line.value.len() - score.trim_start().len();
        let place = line.place.part(start, line.value.len());
        let notes = Line { value: score.trim().to_owned(), place, ..line.clone() };
        let (notes, _) = lines.notes(&notes)?;
        if all.contains(&notes) {
            lines.script.compiler.error("C12", place, "two options sound the same", "change one");
        }
        labels.push(label.trim().to_owned());
        all.push(notes);
    }
    if all.len() < usize::from(count) {
        lines.script.wrong("there are fewer than the options shown", "write `a:`, `b:` and so on");
        return None;
    }
    Some((Ask::Named(all, count), labels))
}
