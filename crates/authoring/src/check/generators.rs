//! C20–C30: every generator at every level, over many seeds, in each language.

use super::arithmetic::holds;
use super::meaning::meaning;
use super::{Effort, Fault, Site, of_item, solution, variety};
use crate::diagnostic::{Diagnostics, Place};
use crate::item::facts;
use course::codec::to_bytes;
use course::expr::{Expr, evaluate};
use course::generator::{Drawn, Generator, Number, Template};
use course::item::{Feedback, Interaction, Item};
use course::rational::Rational;
use course::text::Block;
use std::collections::{BTreeMap, BTreeSet};

mod agreement;
mod rules;

pub(super) use rules::key;
use rules::{coincidence, named};

/// Redraws that a seed may take.
const REDRAWS_MAX: u32 = 20;

/// Tries every generator of the lesson.
pub(super) fn check(site: &Site<'_>, effort: Effort, diagnostics: &mut Diagnostics) {
    for generator in &site.locale.lesson.generators {
        let place = site.locale.place_of(&generator.id);
        let levels: BTreeSet<u8> =
            generator.templates.iter().map(|template| template.level).collect();
        for level in levels {
            let mut trial =
                Trial { site, generator, level, place, told: BTreeSet::new(), diagnostics };
            trial.run(effort);
            if site.base {
                let title = format!("`{}` at level {level}: ", generator.id);
                for fault in variety::check(generator, level, effort) {
                    fault.note(place, &title, diagnostics);
                }
            }
        }
    }
}

/// A generator at one level, being tried.
struct Trial<'a, 'b> {
    site: &'a Site<'a>,
    generator: &'a Generator,
    level: u8,
    place: Place,
    /// What was said already: one seed is enough for each kind of mistake.
    told: BTreeSet<(&'static str, Option<usize>)>,
    diagnostics: &'b mut Diagnostics,
}

/// What many draws of one template add up to.
#[derive(Default)]
struct Tally {
    draws: u32,
    /// For each misconception: seeds where its rule applies, and where it is met.
    misconceptions: BTreeMap<String, (u32, u32)>,
    /// Wrong options, and those of them that show a misconception.
    options: (u32, u32),
    leaks: BTreeMap<&'static str, u32>,
}

impl Trial<'_, '_> {
    fn run(&mut self, effort: Effort) {
        let mut tallies: BTreeMap<usize, Tally> = BTreeMap::new();
        for seed in 0..effort.seeds {
            let Some(drawn) = self.generator.draw(seed, self.level) else {
                let fault = Fault::error(
                    "C21",
                    "nothing can be drawn",
                    "loosen `need`, or add wrong options",
                );
                self.tell(seed, None, fault);
                return;
            };
            for fault in self.one(seed, &drawn) {
                self.tell(seed, Some(&drawn), fault);
            }
            let template = &self.generator.templates[drawn.template];
            add(tallies.entry(drawn.template).or_default(), template, &drawn);
        }
        for tally in tallies.values() {
            for fault in summed(tally) {
                let title = format!("`{}` at level {}: ", self.generator.id, self.level);
                fault.note(self.place, &title, self.diagnostics);
            }
        }
    }

    /// Says what is wrong with a seed so that it can be replayed (C30).
    fn tell(&mut self, seed: u64, drawn: Option<&Drawn>, fault: Fault) {
        if !self.told.insert((fault.code, drawn.map(|drawn| drawn.template))) {
            return;
        }
        let parameters = drawn.map(|drawn| {
            let values: Vec<String> = drawn.parameters.iter().map(Rational::to_string).collect();
            format!(" ({})", values.join(", "))
        });
        let (id, level) = (&self.generator.id, self.level);
        let title =
            format!("`{id}` at level {level}, seed {seed}{}: ", parameters.unwrap_or_default());
        fault.note(self.place, &title, self.diagnostics);
    }

    fn one(&self, seed: u64, drawn: &Drawn) -> Vec<Fault> {
        let template = &self.generator.templates[drawn.template];
        let mut faults = of_item(&drawn.item, self.site);
        let again = self.generator.draw(seed, self.level);
        if again.is_none_or(|again| to_bytes(&again.item) != to_bytes(&drawn.item)) {
            faults.push(Fault::error(
                "C20",
                "the same seed gives another item",
                "this is a fault of the engine",
            ));
        }
        if drawn.redraws > REDRAWS_MAX {
            let what = format!("{} draws were refused", drawn.redraws);
            faults.push(Fault::error("C21", what, "let the ranges do the work of `need`"));
        }
        faults.extend(confirmed(&drawn.item));
        faults.extend(in_range(template, &drawn.parameters));
        faults.extend(coincidence(template, &drawn.parameters));
        let steps = drawn.item.steps.len();
        if !(2..=7).contains(&steps) && drawn.item.interaction.solution().is_some() {
            faults.push(Fault::error(
                "C26",
                format!("the solution has {steps} steps"),
                "write two to seven",
            ));
        }
        if let Interaction::Choice(choice) = &drawn.item.interaction {
            let wrong = choice.options.len() - 1;
            if wrong < 3 && !choice.fixed {
                faults.push(Fault::error(
                    "C23",
                    format!("only {wrong} wrong options are left"),
                    "add wrong options, or `near=1`",
                ));
            }
            let untagged = |feedback: &Option<Feedback>| {
                feedback.as_ref().is_none_or(|it| it.misconception.is_empty())
            };
            let others =
                choice.options.iter().enumerate().filter(|(at, _)| *at != usize::from(choice.key));
            if others.into_iter().any(|(_, option)| untagged(&option.feedback)) {
                faults.push(Fault::error(
                    "C23",
                    "a wrong option shows no misconception",
                    "begin its feedback with one, as `x.off1`",
                ));
            }
        }
        faults.extend(agreement::check(template, drawn, self.site));
        faults
    }
}

/// C22: the key again, by arithmetic of its own: from the prompt's equation, the steps, or what the figure shows.
fn confirmed(item: &Item) -> Option<Fault> {
    let key = solution::key(item)?;
    let by_prompt = solution::gaps_filled(item, key).iter().any(|it| holds(it) == Some(true));
    let by_steps = item.steps.iter().filter_map(|step| step.calc.as_ref()).any(|calc| {
        let calc = super::meaning::written(calc);
        holds(&calc) == Some(true) && super::arithmetic::numbers(&calc).contains(&key)
    });
    if by_prompt || by_steps || shown(item).contains(&key) {
        return None;
    }
    let what = format!("nothing confirms the key {key}");
    Some(Fault::error("C22", what, "calculate it in a step, as `8 + 5 = 13`"))
}

/// The numbers of the prompt's figures, their sums and differences.
fn shown(item: &Item) -> Vec<Rational> {
    let mut shown = Vec::new();
    for block in &item.prompt {
        if let Block::Figure(figure) = block {
            let numbers: Vec<i64> = figure.numbers.iter().filter_map(Number::as_whole).collect();
            shown.extend(numbers.iter().map(|it| Rational::whole(it.abs())));
            if let [a, b, ..] = numbers[..] {
                shown.extend([a + b, (a - b).abs()].map(Rational::whole));
            }
        }
    }
    shown
}

/// C22: parameters are in their ranges and meet the constraints.
fn in_range(template: &Template, parameters: &[Rational]) -> Option<Fault> {
    let fits =
        template.parameters.iter().zip(parameters).enumerate().all(|(at, (parameter, value))| {
            let bound = |expr: &Expr| evaluate(expr, &parameters[..at]);
            bound(&parameter.from).is_some_and(|from| from <= *value)
                && bound(&parameter.to).is_some_and(|to| *value <= to)
        });
    let met =
        template.constraints.iter().all(|constraint| course::expr::holds(constraint, parameters));
    (!fits || !met).then(|| {
        Fault::error("C22", "a parameter leaves its range", "this is a fault of the engine")
    })
}

/// What was drawn, into the tally.
fn add(tally: &mut Tally, template: &Template, drawn: &Drawn) {
    tally.draws += 1;
    let met: BTreeSet<&str> = facts(&drawn.item.interaction)
        .feedback()
        .iter()
        .map(|it| it.misconception.as_str())
        .collect();
    let key = key(&template.item).and_then(|expr| evaluate(&expr, &drawn.parameters));
    let mut counted = BTreeSet::new();
    for rule in
        facts(&template.item.interaction).rules().iter().filter(|rule| rule.is_misconception())
    {
        let value = rule.value(&drawn.parameters);
        // Where it gives the right answer it is no mistake.
        let applies = rule.applies(&drawn.parameters) && (value.is_none() || value != key);
        let id = &rule.feedback.misconception;
        if applies && counted.insert(id) {
            let (applied, seen) = tally.misconceptions.entry(id.clone()).or_default();
            *applied += 1;
            *seen += u32::from(met.contains(id.as_str()));
        } else {
            tally.misconceptions.entry(id.clone()).or_default();
        }
    }
    if let Interaction::Choice(choice) = &drawn.item.interaction {
        for option in choice.options.iter().filter_map(|option| option.feedback.as_ref()) {
            tally.options.0 += 1;
            tally.options.1 += u32::from(named(&option.misconception));
        }
        // In a comparison the prompt has to name everything that can be picked.
        let prompt: Vec<Rational> = prompt_numbers(&drawn.item);
        let values: Vec<String> =
            choice.options.iter().map(|option| meaning(&option.label)).collect();
        if values.iter().all(|value| prompt.iter().any(|it| value.trim() == it.to_string())) {
            return;
        }
    }
    for place in solution::leaks(&drawn.item) {
        *tally.leaks.entry(place).or_default() += 1;
    }
}

fn prompt_numbers(item: &Item) -> Vec<Rational> {
    let texts = crate::texts::of_item(item);
    let prompt = texts.iter().filter(|(role, _)| *role == crate::texts::Role::Prompt);
    prompt
        .flat_map(|(_, text)| super::arithmetic::numbers(&super::meaning::written(text)))
        .collect()
}

/// C23, C24, C27: what only many draws show.
fn summed(tally: &Tally) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (options, named) = tally.options;
    if named * 100 < options * 60 {
        let what = format!("{named} of {options} wrong options show a misconception");
        faults.push(Fault::error(
            "C23",
            what,
            "write more of them after misconceptions, fewer after `near`",
        ));
    }
    for (id, (applied, seen)) in &tally.misconceptions {
        if *applied == 0 && tally.draws >= 100 || seen * 20 < *applied {
            let what = format!("`{id}` is met in {seen} of the {applied} seeds where it applies");
            faults.push(Fault::error("C24", what, "put it before others, or leave it out"));
        }
    }
    for (place, count) in &tally.leaks {
        // Now and then the answer is by chance one of the given numbers.
        if count * 2 > tally.draws {
            let what = format!("the answer stands in {place} in {count} of {} draws", tally.draws);
            faults.push(Fault::error(
                "C27",
                what,
                "say it without the answer; only the third hint may tell it",
            ));
        }
    }
    faults
}
