//! C10–C12, C16–C18: what is right is accepted, what is wrong is refused, and nothing is both.

use super::Fault;
use super::meaning::{meaning, shown};
use course::item::{Goal, Interaction, Item, Order, Response, Score, TextEntry, Tiles, fold};
use course::rational::Rational;
use course::text::Block;

/// Tries an item's key and every wrong answer that it foresees.
pub(super) fn check(item: &Item) -> Vec<Fault> {
    let mut faults = Vec::new();
    let it = &item.interaction;
    if let Some(solution) = it.solution() {
        if score(it, &solution) != Some(Score::FULL) {
            faults.push(Fault::error(
                "C10",
                "the key is not accepted as right",
                "check the key and the other accepted answers",
            ));
        }
    } else if !matches!(it, Interaction::Read(_) | Interaction::Check(_)) {
        faults.push(Fault::error("C10", "no response can be right", "check the key"));
    }
    for (said, response) in wrong(it) {
        match score(it, &response) {
            Some(Score::FULL) => {
                let what = format!("the wrong answer `{said}` is accepted as right");
                faults.push(Fault::error(
                    "C10",
                    what,
                    "take it out of the wrong answers, or change the key",
                ));
            }
            None => {
                let what = format!("the wrong answer `{said}` can never be given");
                faults.push(Fault::error("C10", what, "write one that a pupil can give"));
            }
            Some(_) => {}
        }
    }
    for cards in sides(it) {
        let code =
            if matches!(it, Interaction::Match(_) | Interaction::Sort(_)) { "C18" } else { "C12" };
        faults.extend(doubles(code, &cards));
    }
    match it {
        Interaction::Order(it) => faults.extend(orders(it)),
        Interaction::Tiles(it) => faults.extend(tiles(it)),
        Interaction::Text(it) => faults.extend(variants(it)),
        Interaction::Choice(_)
        | Interaction::Number(_)
        | Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Numline(_)
        | Interaction::Grid(_)
        | Interaction::Read(_)
        | Interaction::Check(_) => {}
    }
    faults
}

fn score(interaction: &Interaction, response: &Response) -> Option<Score> {
    interaction.judge(response).score
}

/// Every foreseen wrong answer, with how to name it.
pub(super) fn wrong(interaction: &Interaction) -> Vec<(String, Response)> {
    let list =
        |places: &[u8]| places.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(" ");
    match interaction {
        Interaction::Choice(it) => (0..it.options.len() as u8)
            .filter(|at| *at != it.key)
            .map(|at| (shown(&it.options[usize::from(at)].label), Response::Choice(at)))
            .collect(),
        Interaction::Number(it) => {
            let typed = it.wrong.iter().map(|(number, _)| it.form.write(number.value()));
            typed.map(|text| (text.clone(), Response::Typed(text))).collect()
        }
        Interaction::Text(it) => {
            it.wrong.iter().map(|(text, _)| (text.clone(), Response::Typed(text.clone()))).collect()
        }
        Interaction::Order(it) => it
            .wrong
            .iter()
            .map(|(order, _)| (list(order), Response::Order(order.clone())))
            .collect(),
        Interaction::Match(it) => {
            let count = it.pairs.len() as u8;
            let swapped = |left: u8, right: u8| {
                (0..count).map(move |at| {
                    if at == left {
                        right
                    } else if at == right {
                        left
                    } else {
                        at
                    }
                })
            };
            let wrong = it.wrong.iter().map(|((left, right), _)| (*left, *right));
            wrong
                .map(|(left, right)| {
                    (list(&[left, right]), Response::Match(swapped(left, right).collect()))
                })
                .collect()
        }
        Interaction::Sort(it) => {
            let moved = |card: u8, to: u8| {
                let bins = it.cards.iter().zip(0..);
                bins.map(move |((_, bin), at)| if at == card { to } else { *bin }).collect()
            };
            it.wrong
                .iter()
                .map(|((card, bin), _)| (list(&[*card, *bin]), Response::Sort(moved(*card, *bin))))
                .collect()
        }
        Interaction::Tiles(it) => it
            .wrong
            .iter()
            .map(|(text, _)| (text.clone(), Response::Tiles(built(it, text).unwrap_or_default())))
            .collect(),
        Interaction::Numline(it) => {
            let tick = |value: Rational| {
                let off = value.sub(it.from.value())?.div(it.step.value())?.as_whole()?;
                u16::try_from(off).ok()
            };
            let ticks = it.wrong.iter().map(|(number, _)| (number.value(), tick(number.value())));
            ticks
                .map(|(value, tick)| {
                    (value.to_string(), Response::Numline(tick.unwrap_or(u16::MAX)))
                })
                .collect()
        }
        Interaction::Grid(it) => {
            let filled = |count: i64| {
                u16::try_from(count).map_or(vec![u16::MAX], |count| (0..count).collect())
            };
            let wrong = it.wrong.iter().map(|(number, _)| number.as_whole().unwrap_or(-1));
            // Any cells of that number stand for it; a key of cells may by chance be among them.
            let wrong = wrong
                .filter(|count| !matches!(&it.goal, Goal::Cells(key) if filled(*count) == *key));
            wrong.map(|count| (count.to_string(), Response::Grid(filled(count)))).collect()
        }
        Interaction::Read(_) | Interaction::Check(_) => Vec::new(),
    }
}

/// Tiles that build `text`, if it can be built.
fn built(it: &Tiles, text: &str) -> Option<Vec<u8>> {
    fn search(it: &Tiles, wanted: &str, used: &mut Vec<u8>) -> bool {
        let so_far = it.build(used).map(|text| fold(&text)).unwrap_or_default();
        if so_far == wanted {
            return true;
        }
        for tile in 0..it.tiles.len() as u8 {
            if used.contains(&tile) {
                continue;
            }
            used.push(tile);
            let fits = it.build(used).is_some_and(|text| wanted.starts_with(&fold(&text)));
            if fits && search(it, wanted, used) {
                return true;
            }
            used.pop();
        }
        false
    }
    let mut used = Vec::new();
    search(it, &fold(text), &mut used).then_some(used)
}

/// Lists of cards in which no two may be alike.
fn sides(interaction: &Interaction) -> Vec<Vec<&Block>> {
    match interaction {
        Interaction::Choice(it) => vec![it.options.iter().map(|option| &option.label).collect()],
        Interaction::Order(it) => vec![it.cards.iter().collect()],
        Interaction::Match(it) => {
            vec![
                it.pairs.iter().map(|(left, _)| left).collect(),
                it.pairs.iter().map(|(_, right)| right).collect(),
            ]
        }
        Interaction::Sort(it) => vec![it.cards.iter().map(|(card, _)| card).collect()],
        Interaction::Number(_)
        | Interaction::Text(_)
        | Interaction::Tiles(_)
        | Interaction::Numline(_)
        | Interaction::Grid(_)
        | Interaction::Read(_)
        | Interaction::Check(_) => Vec::new(),
    }
}

fn doubles(code: &'static str, cards: &[&Block]) -> Option<Fault> {
    let meanings: Vec<String> = cards.iter().map(|card| meaning(card)).collect();
    let double = (1..meanings.len()).find(|at| meanings[..*at].contains(&meanings[*at]))?;
    let first = meanings.iter().position(|it| *it == meanings[double])?;
    let what = format!("`{}` and `{}` mean the same", shown(cards[first]), shown(cards[double]));
    Some(Fault::error(
        code,
        what,
        "change or leave out one of them; 2/4, 1/2 and 0.5 are one value",
    ))
}

fn orders(it: &Order) -> Vec<Fault> {
    let whole: Vec<u8> = (0..it.cards.len() as u8).collect();
    let mut faults = Vec::new();
    for also in &it.also {
        let mut sorted = also.clone();
        sorted.sort_unstable();
        if sorted != whole {
            faults.push(Fault::error(
                "C16",
                "an accepted order does not use each card once",
                "write each number once",
            ));
        }
    }
    faults
}

fn tiles(it: &Tiles) -> Vec<Fault> {
    let mut faults = Vec::new();
    for also in it.also.iter().filter(|also| built(it, also).is_none()) {
        let what = format!("`{also}` is accepted, but the tiles cannot build it");
        faults.push(Fault::error("C16", what, "add the tiles, or leave it out"));
    }
    // With a spare tile in the place of one of the key, the text must not be one that is right for another reason.
    let key: Vec<u8> = (0..it.length).collect();
    for spare in it.length..it.tiles.len() as u8 {
        for at in 0..key.len() {
            let mut used = key.clone();
            used[at] = spare;
            let right = Interaction::Tiles(it.clone()).judge(&Response::Tiles(used.clone())).score
                == Some(Score::FULL);
            let same =
                it.build(&used).map(|text| fold(&text)) == it.build(&key).map(|text| fold(&text));
            if right
                && !same
                && !it
                    .also
                    .iter()
                    .any(|also| Some(fold(also)) == it.build(&used).map(|text| fold(&text)))
            {
                let what = format!(
                    "the spare tile `{}` builds another right answer",
                    it.tiles[usize::from(spare)]
                );
                faults.push(Fault::error("C16", what, "choose another spare tile"));
            }
        }
    }
    faults
}

/// Pairs of spellings of which a pupil may use either.
const SAME: [(&str, &str); 18] = [
    ("i am", "i'm"),
    ("you are", "you're"),
    ("he is", "he's"),
    ("she is", "she's"),
    ("it is", "it's"),
    ("we are", "we're"),
    ("they are", "they're"),
    ("that is", "that's"),
    ("what is", "what's"),
    ("is not", "isn't"),
    ("are not", "aren't"),
    ("do not", "don't"),
    ("does not", "doesn't"),
    ("cannot", "can't"),
    ("colour", "color"),
    ("grey", "gray"),
    ("favourite", "favorite"),
    ("mum", "mom"),
];

fn variants(it: &TextEntry) -> Vec<Fault> {
    let entry = Interaction::Text(it.clone());
    let right =
        |typed: &str| entry.judge(&Response::Typed(typed.to_owned())).score == Some(Score::FULL);
    let mut faults = Vec::new();
    for accepted in &it.accepted {
        let folded = fold(accepted);
        let wide: String =
            accepted.chars().map(|c| if c.is_ascii_graphic() { wide(c) } else { c }).collect();
        for (way, typed) in
            [("in capitals", accepted.to_uppercase()), ("in full-width letters", wide)]
        {
            if !right(&typed) {
                faults.push(Fault::error(
                    "C17",
                    format!("`{accepted}` {way} is refused"),
                    "write it as an accepted text too",
                ));
            }
        }
        if fold(&folded) != folded {
            faults.push(Fault::error(
                "C17",
                format!("`{accepted}` changes when it is folded twice"),
                "write it without odd signs",
            ));
        }
        let mut padded = format!(" {folded} ");
        for (one, other) in SAME.into_iter().chain(SAME.map(|(one, other)| (other, one))) {
            let spelled = padded.replace(&format!(" {one} "), &format!(" {other} "));
            if spelled != padded && !right(spelled.trim()) {
                let what = format!("`{}` is refused beside `{accepted}`", spelled.trim());
                faults.push(Fault::error("C17", what, "write it as another `[x]`"));
                padded = format!(" {folded} ");
            }
        }
    }
    faults
}

/// The full-width form of a visible ASCII character.
fn wide(c: char) -> char {
    char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)
}
