//! Reads a `mix`.

use super::{Line, Script, behind, number};
use course::stage::drawing::blend::{Hue, PARTS_MAX, Pot, hue};
use course::stage::drawing::mix::{Goal, Mix};

/// How far bands may be off, if nothing is said: the next ratio of small numbers is further.
const WITHIN: u8 = 14;
const FORETELL: &str = "`foretell yellow 1 blue 1`, with pots that stand above";

pub(super) fn read(script: &mut Script<'_, '_, '_>, lines: &[Line<'_>]) -> Option<Mix> {
    let mut pots = Vec::new();
    let mut options = Vec::new();
    let mut goal = None;
    for line in lines {
        let rest = &line.words[1..];
        match line.words[0] {
            "pots" => {
                for word in rest {
                    match Pot::named(word) {
                        Some(pot) if !pots.contains(&pot) => pots.push(pot),
                        Some(_) | None => script.wrong_line(line, format!("there is no pot `{word}`, or it stands here twice"), format!("write some of {}", Pot::ALL.map(|it| it.1).join(" "))),
                    }
                }
            }
            "options" => {
                for word in rest {
                    let option = Hue::named(word);
                    options.extend(script.need(line, option, &format!("`options {}`, some of them", hues())));
                }
            }
            "mix" => {
                let called = rest.first().and_then(|it| Hue::named(it));
                let instead = format!("`mix green`, or another one of {}", hues());
                goal = script.need(line, called, &instead).map(Goal::Called);
            }
            "match" => {
                let within = behind(rest, "within").and_then(number).unwrap_or(WITHIN);
                let parts = script.need(line, parts(rest, &pots), "`match yellow 1 blue 2`, with pots that stand above");
                goal = parts.map(|it| Goal::Like(it, within));
            }
            "foretell" => {
                let parts = script.need(line, parts(rest, &pots), FORETELL);
                goal = parts.map(|it| Goal::Foretell(it, Vec::new()));
            }
            _ => script.unknown(line, "mix", "`pots red yellow blue white black`, then `mix green`, `match yellow 1 blue 2` or `foretell yellow 1 blue 1` with `options green brown grey`"),
        }
    }
    let Some(mut goal) = goal else {
        script.wrong("nothing is asked of this palette", "write `mix green`, `match yellow 1 blue 2` or `foretell yellow 1 blue 1` below the pots");
        return None;
    };
    if let Goal::Foretell(_, of) = &mut goal {
        *of = options;
    }
    let mix = Mix { pots, goal };
    sound(script, &mix);
    Some(mix)
}

/// Parts of each pot, in the order of the pots; none of a pot that is not named.
fn parts(words: &[&str], pots: &[Pot]) -> Option<Vec<u8>> {
    let mut parts = vec![0; pots.len()];
    for pair in words.chunks(2) {
        if pair[0] == "within" {
            continue;
        }
        let at = Pot::named(pair[0]).and_then(|pot| pots.iter().position(|it| *it == pot))?;
        parts[at] = pair.get(1).and_then(|it| number(it)).filter(|it| *it <= PARTS_MAX)?;
    }
    parts.iter().any(|it| *it > 0).then_some(parts)
}

/// Refuses what cannot be mixed, and options of which not just one is right.
fn sound(script: &mut Script<'_, '_, '_>, mix: &Mix) {
    use course::stage::Piece as _;
    match &mix.goal {
        Goal::Foretell(parts, options) => {
            let comes = mix.blended(parts).map(hue);
            let right = options.iter().filter(|it| Some(**it) == comes).count();
            if right != 1 || !(2..=4).contains(&options.len()) {
                let comes = comes.map_or("nothing", Hue::name);
                let what = format!(
                    "what comes of it is {comes}, which stands {right} times among {} options",
                    options.len()
                );
                script.wrong(
                    what,
                    format!("write `options {comes} …` with two to four colours, each once"),
                );
            }
        }
        Goal::Called(hue) if mix.solution(0).is_none() => {
            script.wrong(
                format!("no {} comes of these pots", hue.name()),
                "add a pot, or ask for another colour",
            );
        }
        Goal::Called(_) | Goal::Like(..) => {}
    }
}

fn hues() -> String {
    Hue::ALL.map(|it| it.1).join(" ")
}
