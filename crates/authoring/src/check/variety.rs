//! C28: enough different items, no answer too frequent, the key in every place alike.

use super::generators::key;
use super::meaning::meaning;
use super::{Effort, Fault};
use crate::item::{Key, facts};
use course::codec::to_bytes;
use course::expr::{evaluate, holds};
use course::generator::{Generator, Number, Template};
use course::item::{Interaction, Item, Response};
use course::rational::Rational;
use course::text::{Block, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Seeds over which prompts are counted.
const SEEDS: u64 = 1_000;
/// Different items wanted among them.
const DISTINCT: usize = 200;
/// No answer may be as frequent as this, however few there are.
const SHARE_MAX: f64 = 0.6;
/// Larger spaces have room enough, and are not counted out.
const SPACE_MAX: usize = 40_000;

/// Draws a level many times and compares with all that it could draw.
pub(super) fn check(generator: &Generator, level: u8, effort: Effort) -> Vec<Fault> {
    let mut prompts: BTreeSet<Vec<u8>> = BTreeSet::new();
    let mut answers: BTreeMap<String, u32> = BTreeMap::new();
    let mut places: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut draws = 0;
    for seed in 0..effort.seeds.max(SEEDS) {
        // Said by C21 already.
        let Some(item) = generator.item(seed, level) else { return Vec::new() };
        draws += 1;
        if let Some(answer) = answer(&item) {
            *answers.entry(answer).or_default() += 1;
        }
        if let Interaction::Choice(choice) = &item.interaction
            && !choice.fixed
        {
            let count = choice.options.len();
            places.entry(count).or_insert_with(|| vec![0; count])[usize::from(choice.key)] += 1;
        }
        if seed < SEEDS {
            prompts.insert(to_bytes(&(
                item.prompt,
                item.interaction.solution().filter(|it| !matches!(it, Response::Choice(_))),
            )));
        }
    }
    let space = Space::of(generator, level);
    let mut faults = Vec::new();
    faults.extend(distinct(prompts.len(), &space));
    faults.extend(frequent(&answers, draws, &space));
    faults.extend(places.values().filter_map(|places| uneven(places)));
    faults
}

/// The answer as it is given; `None` where it is made of the item's own cards.
fn answer(item: &Item) -> Option<String> {
    match facts(&item.interaction).key() {
        Key::Number(key) | Key::Quotient(key) => Some(key.value().to_string()),
        Key::Cells(_) => item.interaction.solution().map(|cells| format!("{cells:?}")),
        Key::Card(card) => Some(meaning(card)),
        Key::Text(text) => Some(text.to_owned()),
        Key::Own => None,
    }
}

fn distinct(found: usize, space: &Space) -> Option<Fault> {
    // Of a small space a few stay undrawn, and a choice that is left with too few options is never met.
    let wanted = space.prompts.map_or(DISTINCT, |prompts| DISTINCT.min(prompts / 2));
    (found < wanted).then(|| {
        let what = format!("{found} different items in {SEEDS} seeds, {wanted} are wanted");
        Fault::error("C28", what, "widen the ranges, or write more templates")
    })
}

fn frequent(answers: &BTreeMap<String, u32>, draws: u32, space: &Space) -> Option<Fault> {
    let (answer, count) = answers.iter().max_by_key(|(_, count)| **count)?;
    let share = f64::from(*count) / f64::from(draws);
    let bound = if space.answers.len() < 20 {
        let exact = space.answers.values().copied().fold(0.0, f64::max) / space.weight;
        // Two points, or what chance alone may do to so few draws.
        let chance = 3.0 * (exact * (1.0 - exact) / f64::from(draws)).sqrt();
        (exact + chance.max(0.02)).min(SHARE_MAX)
    } else {
        0.12
    };
    (share > bound.max(0.12)).then(|| {
        let what = format!(
            "{:.0} % of the answers are `{answer}`, at most {:.0} % may be",
            share * 100.0,
            bound * 100.0
        );
        Fault::error("C28", what, "spread the parameters more evenly")
    })
}

/// A χ² test at one in a thousand.
fn uneven(places: &[u32]) -> Option<Fault> {
    let critical = match places.len() {
        2 => 10.83,
        3 => 13.82,
        4 => 16.27,
        _ => return None,
    };
    let all: u32 = places.iter().sum();
    let expected = f64::from(all) / places.len() as f64;
    let chi: f64 =
        places.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    (chi > critical).then(|| {
        Fault::error(
            "C28",
            format!("the key stands in the places {places:?} times"),
            "this is a fault of the engine",
        )
    })
}

/// All that a level could draw.
struct Space {
    /// Different prompts, if they can be counted out.
    prompts: Option<usize>,
    /// How likely each answer is, all of them together being `weight`.
    answers: BTreeMap<String, f64>,
    weight: f64,
}

/// Which values of a parameter that draws words are looked at.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    /// Every one.
    All,
    /// One, another for each parameter: answers do not depend on them.
    One,
}

/// Sees a template's number, its item, values and how likely they are.
type Visit<'a> = dyn FnMut(usize, &Item, &[Rational], f64) + 'a;

impl Space {
    fn of(generator: &Generator, level: u8) -> Self {
        let mut answers = BTreeMap::new();
        let mut weight = 0.0;
        let mut prompts = BTreeSet::new();
        let count = |words: Words, visit: &mut Visit<'_>| {
            let mut left = SPACE_MAX;
            let templates = generator.templates.iter().enumerate();
            templates.filter(|(_, template)| template.level == level).all(|(at, template)| {
                let mut visit =
                    |values: &[Rational], weight: f64| visit(at, &template.item, values, weight);
                walk(template, words, &mut Vec::new(), 1.0, &mut left, &mut visit).is_some()
            })
        };
        count(Words::One, &mut |_, item, values, share| {
            *answers.entry(answer_of(item, values)).or_default() += share;
            weight += share;
        });
        let whole = count(Words::All, &mut |at, item, values, _| {
            prompts.insert(format!("{at} {}", prompt(item, values)));
        });
        Self { prompts: whole.then_some(prompts.len()), answers, weight }
    }
}

/// Shows every set of values that meets the constraints; `None` if there are too many.
fn walk(
    template: &Template,
    words: Words,
    values: &mut Vec<Rational>,
    weight: f64,
    left: &mut usize,
    visit: &mut dyn FnMut(&[Rational], f64),
) -> Option<()> {
    let Some(parameter) = template.parameters.get(values.len()) else {
        *left = left.checked_sub(1)?;
        if template.constraints.iter().all(|constraint| holds(constraint, values)) {
            visit(values, weight);
        }
        return Some(());
    };
    let bounds = (evaluate(&parameter.from, values), evaluate(&parameter.to, values));
    let (Some(from), Some(to)) = bounds else { return Some(()) };
    let all: Vec<Rational> = match (from.as_whole(), to.as_whole()) {
        _ if from == to => vec![from],
        (Some(from), Some(to)) if words == Words::One && parameter.list.is_some() => {
            let earlier =
                template.parameters[..values.len()].iter().filter(|it| it.list.is_some()).count();
            vec![Rational::whole((from + earlier as i64).min(to))]
        }
        (Some(from), Some(to)) => (from..=to).map(Rational::whole).collect(),
        _ => Vec::new(),
    };
    for value in &all {
        values.push(*value);
        walk(template, words, values, weight / all.len() as f64, left, visit)?;
        values.pop();
    }
    Some(())
}

fn answer_of(item: &Item, values: &[Rational]) -> String {
    if let Some(value) = key(item).and_then(|key| evaluate(&key, values)) {
        return value.to_string();
    }
    if let Key::Card(card) = facts(&item.interaction).key() {
        return block(card, values);
    }
    prompt(item, values)
}

/// What the prompt would be, as a name for it.
fn prompt(item: &Item, values: &[Rational]) -> String {
    let key = key(item).and_then(|key| evaluate(&key, values)).map(|key| key.to_string());
    let blocks = item.prompt.iter().map(|it| block(it, values));
    blocks.chain(key).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block, values: &[Rational]) -> String {
    match block {
        Block::Paragraph(text) => self::text(text, values),
        Block::List(points) => points.iter().map(|point| text(point, values)).collect(),
        Block::Figure(figure) => {
            let number = |number: &Number| match number {
                Number::Fixed(value) => Some(*value),
                Number::Computed(expr) => evaluate(expr, values),
            };
            format!(
                "{:?} {:?} {}",
                figure.kind,
                figure.numbers.iter().map(number).collect::<Vec<_>>(),
                text(&figure.alt, values)
            )
        }
        Block::Picture(..) | Block::Listen(_) => format!("{block:?}"),
    }
}

fn text(text: &[Span], values: &[Rational]) -> String {
    let spans = text.iter().map(|span| match span {
        Span::Value(expr) => format!("{:?}", evaluate(expr, values)),
        Span::Word(parameter, form) => {
            format!("{form:?} {:?}", values.get(usize::from(*parameter)))
        }
        Span::Count(expr, parameter) => {
            format!("{:?} {:?}", evaluate(expr, values), values.get(usize::from(*parameter)))
        }
        Span::Strong(inner) | Span::Emphasis(inner) => self::text(inner, values),
        Span::Plain(_) | Span::Foreign(..) | Span::Math(_) | Span::Gap => format!("{span:?}"),
    });
    spans.collect()
}
