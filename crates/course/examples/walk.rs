//! One way through a lesson with its answers, for end-to-end tests: `walk PACK SEED` prints a JSON array of stops. Moves
//! are told as they are made on the screen: places count from the first of what is shown. `walk PACK SEED SKILL` prints the
//! one stop at which the skill is met again.

use course::generator::Number;
use course::item::{Feedback, Interaction, Item, Response};
use course::lesson::PartKind;
use course::plan::{Met, again, meet, part, plan, shuffled};
use course::rng::Rng;
use course::stage::piece;
use course::text::Span;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pack, seed, skill @ ..] = &arguments[..] else { panic!("walk PACK SEED [SKILL]") };
    let bytes = std::fs::read(pack).expect("a pack");
    let lesson = course::pack::read(&bytes).expect("a pack that can be read");
    let seed = seed.parse().expect("a number");
    let stops = match skill {
        [] => plan(&lesson, seed),
        [skill, ..] => again(&lesson, skill, seed).into_iter().collect(),
    };
    let exit = |stop| skill.is_empty() && part(&lesson, stop) == Some(PartKind::Exit);
    let stops =
        stops.into_iter().map(|stop| match meet(&lesson, stop).expect("a stop of this lesson") {
            Met::Card(card) => format!("{{\"card\":{}}}", json(&card.title)),
            Met::Item(item, _) => told(&item, stop.seed, exit(stop)),
        });
    println!("[{}]", stops.collect::<Vec<_>>().join(",\n"));
}

fn told(item: &Item, seed: u64, exit: bool) -> String {
    let interaction = &item.interaction;
    let solution = interaction.solution();
    let right = solution.as_ref().map_or("null".to_owned(), |it| moves(interaction, it, seed));
    let mistakes = mistakes(interaction).into_iter().filter_map(|(response, feedback)| {
        let moves = moves(interaction, &response, seed);
        said(feedback).map(|it| format!("{{\"moves\":{moves},\"feedback\":{}}}", json(&it)))
    });
    let made = made(interaction, seed);
    format!(
        "{{\"item\":{},\"interaction\":\"{}\",\"seed\":\"{seed}\",\"exit\":{exit},\"right\":{right},\"made\":{made},\"mistakes\":[{}]}}",
        json(&item.id),
        interaction.name(),
        mistakes.collect::<Vec<_>>().join(","),
    )
}

/// What is right on a stage, or what can be done there where nothing is marked, as the core keeps it: two digits a byte.
fn made(interaction: &Interaction, seed: u64) -> String {
    let Interaction::Staged(staged) = interaction else { return "null".to_owned() };
    let piece = piece(staged).expect("a piece");
    let made = piece.solution(seed).unwrap_or_else(|| piece.random(seed, &mut Rng::new(seed)));
    json(&made.iter().map(|it| format!("{it:02x}")).collect::<String>())
}

/// The foreseen mistakes that have words of their own.
fn mistakes(interaction: &Interaction) -> Vec<(Response, &Feedback)> {
    match interaction {
        Interaction::Choice(it) => {
            let wrong = (0..).zip(&it.options).filter(|(at, _)| *at != it.key);
            let told = wrong.map(|(at, it)| Some((Response::Choice(at), it.feedback.as_ref()?)));
            told.flatten().collect()
        }
        Interaction::Number(it) => {
            let typed = |wrong: &Number| Response::Typed(it.form.write(wrong.value()));
            it.wrong.iter().map(|(wrong, feedback)| (typed(wrong), feedback)).collect()
        }
        Interaction::Text(it) => {
            let typed = |wrong: &String| Response::Typed(wrong.clone());
            it.wrong.iter().map(|(wrong, feedback)| (typed(wrong), feedback)).collect()
        }
        Interaction::Order(it) => {
            let laid = |wrong: &Vec<u8>| Response::Order(wrong.clone());
            it.wrong.iter().map(|(wrong, feedback)| (laid(wrong), feedback)).collect()
        }
        Interaction::Multi(it) => {
            let options = (0..).zip(&it.options);
            let told =
                options.map(|(at, it)| Some((Response::Multi(vec![at]), it.feedback.as_ref()?)));
            told.flatten().collect()
        }
        Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Tiles(_)
        | Interaction::Numline(_)
        | Interaction::Grid(_)
        | Interaction::Read(_)
        | Interaction::Staged(_)
        | Interaction::Check(_) => Vec::new(),
    }
}

/// The moves that make a response on the screen.
fn moves(interaction: &Interaction, response: &Response, seed: u64) -> String {
    let place = |at: u8, count: usize| {
        shuffled(count, seed).iter().position(|it| *it == at).expect("every card is shown")
    };
    let places = |row: &[u8], count| list(row.iter().map(|at| place(*at, count)));
    match (interaction, response) {
        (_, Response::Choice(option)) => format!("{{\"pick\":{option}}}"),
        (_, Response::Typed(text)) => format!("{{\"type\":{}}}", json(text)),
        (Interaction::Order(it), Response::Order(row)) => {
            format!("{{\"lay\":{}}}", places(row, it.cards.len()))
        }
        (Interaction::Tiles(it), Response::Tiles(row)) => {
            format!("{{\"build\":{}}}", places(row, it.tiles.len()))
        }
        (Interaction::Match(it), Response::Match(rights)) => {
            format!("{{\"join\":{}}}", places(rights, it.pairs.len()))
        }
        (Interaction::Sort(it), Response::Sort(bins)) => {
            let shown = shuffled(it.cards.len(), seed);
            format!("{{\"bins\":{}}}", list(shown.iter().map(|at| bins[usize::from(*at)].into())))
        }
        // Options are ticked like cells: each is a checkbox with its place.
        (_, Response::Multi(picked)) => {
            format!("{{\"fill\":{}}}", list(picked.iter().map(|at| (*at).into())))
        }
        (_, Response::Numline(tick)) => format!("{{\"mark\":{tick}}}"),
        (Interaction::Grid(it), Response::Grid(cells)) => {
            let fresh = cells.iter().filter(|at| **at >= it.given());
            format!("{{\"fill\":{}}}", list(fresh.map(|at| (*at).into())))
        }
        _ => "null".to_owned(),
    }
}

/// The words of a feedback, if it is words alone.
fn said(feedback: &Feedback) -> Option<String> {
    feedback.text.iter().map(plain).collect()
}

fn plain(span: &Span) -> Option<String> {
    match span {
        Span::Plain(text) | Span::Foreign(_, text) => Some(text.clone()),
        Span::Strong(text) | Span::Emphasis(text) => text.iter().map(plain).collect(),
        Span::Math(_) | Span::Gap | Span::Value(_) | Span::Word(..) | Span::Count(..) => None,
    }
}

fn list(places: impl Iterator<Item = usize>) -> String {
    format!("[{}]", places.map(|it| it.to_string()).collect::<Vec<_>>().join(","))
}

fn json(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
