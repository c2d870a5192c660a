//! One way through a lesson with its answers, for end-to-end tests: `walk PACK SEED` prints a JSON array of stops. Moves
//! are told as they are made on the screen: places count from the first of what is shown.

use course::item::{Feedback, Interaction, Item, Response};
use course::plan::{Met, meet, plan, shuffled};
use course::text::Span;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pack, seed] = &arguments[..] else { panic!("walk PACK SEED") };
    let bytes = std::fs::read(pack).expect("a pack");
    let lesson = course::pack::read(&bytes).expect("a pack that can be read");
    let stops =
        plan(&lesson, seed.parse().expect("a number")).into_iter().map(|stop| {
            match meet(&lesson, stop).expect("a stop of this lesson") {
                Met::Card(card) => format!("{{\"card\":{}}}", json(&card.title)),
                Met::Item(item, _) => told(&item, stop.seed),
            }
        });
    println!("[{}]", stops.collect::<Vec<_>>().join(",\n"));
}

fn told(item: &Item, seed: u64) -> String {
    let interaction = &item.interaction;
    let solution = interaction.solution();
    let right = solution.as_ref().map_or("null".to_owned(), |it| moves(interaction, it, seed));
    let (wrong, feedback) = mistake(interaction)
        .map(|(response, feedback)| (moves(interaction, &response, seed), said(feedback)))
        .unwrap_or(("null".to_owned(), None));
    format!(
        "{{\"item\":{},\"interaction\":\"{}\",\"seed\":\"{seed}\",\"right\":{right},\"wrong\":{wrong},\"feedback\":{}}}",
        json(&item.id),
        interaction.name(),
        feedback.map_or("null".to_owned(), |it| json(&it)),
    )
}

/// A foreseen mistake that has words of its own.
fn mistake(interaction: &Interaction) -> Option<(Response, &Feedback)> {
    match interaction {
        Interaction::Choice(it) => {
            let mut options = it.options.iter().zip(0_u8..);
            options.find_map(|(option, at)| {
                option
                    .feedback
                    .as_ref()
                    .filter(|_| at != it.key)
                    .map(|it| (Response::Choice(at), it))
            })
        }
        Interaction::Number(it) => {
            let (value, feedback) = it.wrong.first()?;
            Some((Response::Typed(it.form.write(value.value())), feedback))
        }
        Interaction::Text(it) => {
            it.wrong.first().map(|(text, feedback)| (Response::Typed(text.clone()), feedback))
        }
        Interaction::Order(it) => {
            it.wrong.first().map(|(cards, feedback)| (Response::Order(cards.clone()), feedback))
        }
        Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Tiles(_)
        | Interaction::Numline(_)
        | Interaction::Grid(_)
        | Interaction::Read(_)
        | Interaction::Check(_) => None,
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
