//! Filling a template: every expression becomes its value, every drawn word its form.

use super::{Generator, Number};
use crate::digits::digits;
use crate::expr::{evaluate, holds};
use crate::item::{Choice, ChoiceOption, Feedback, Goal, Interaction, Item};
use crate::rational::Rational;
use crate::rng::Rng;
use crate::text::{Block, Span, Text, WordForm, plain};

/// What stands for the expressions of one template.
struct Values<'a> {
    generator: &'a Generator,
    template: usize,
    parameters: &'a [Rational],
}

/// Fills `item`; `None` if a value does not exist or too few options are left, so that the seed is drawn again.
pub(super) fn item(
    item: &mut Item,
    parameters: &[Rational],
    generator: &Generator,
    template: usize,
    rng: &mut Rng,
) -> Option<()> {
    let values = Values { generator, template, parameters };
    values.blocks(&mut item.prompt)?;
    values.interaction(&mut item.interaction, rng)?;
    for hint in &mut item.hints {
        values.text(hint)?;
    }
    for step in &mut item.steps {
        values.text(&mut step.say)?;
        if let Some(calc) = &mut step.calc {
            values.text(calc)?;
        }
        if let Some(show) = &mut step.show {
            values.block(show)?;
        }
    }
    Some(())
}

impl Values<'_> {
    fn interaction(&self, interaction: &mut Interaction, rng: &mut Rng) -> Option<()> {
        match interaction {
            Interaction::Choice(it) => {
                self.options(&mut it.options)?;
                self.feedback(it.other.as_mut())?;
                self.settle(it, rng)
            }
            Interaction::Number(it) => {
                self.number(&mut it.key)?;
                if let Some(remainder) = &mut it.remainder {
                    self.number(remainder)?;
                }
                self.foreseen(&mut it.wrong, &it.key)?;
                self.feedback(it.other.as_mut())
            }
            Interaction::Text(it) => {
                self.wrong(&mut it.wrong)?;
                self.feedback(it.other.as_mut())
            }
            Interaction::Order(it) => {
                for card in &mut it.cards {
                    self.block(card)?;
                }
                self.wrong(&mut it.wrong)?;
                self.feedback(it.other.as_mut())?;
                distinct(it.cards.iter())
            }
            Interaction::Match(it) => {
                for (left, right) in &mut it.pairs {
                    self.block(left)?;
                    self.block(right)?;
                }
                self.wrong(&mut it.wrong)?;
                self.feedback(it.other.as_mut())?;
                distinct(it.pairs.iter().map(|(left, _)| left))?;
                distinct(it.pairs.iter().map(|(_, right)| right))
            }
            Interaction::Sort(it) => {
                for (card, _) in &mut it.cards {
                    self.block(card)?;
                }
                self.wrong(&mut it.wrong)?;
                self.feedback(it.other.as_mut())?;
                distinct(it.cards.iter().map(|(card, _)| card))
            }
            Interaction::Tiles(it) => {
                self.wrong(&mut it.wrong)?;
                self.feedback(it.other.as_mut())
            }
            Interaction::Numline(it) => {
                for number in [
                    &mut it.from,
                    &mut it.to,
                    &mut it.step,
                    &mut it.label,
                    &mut it.key,
                    &mut it.tolerance,
                ] {
                    self.number(number)?;
                }
                self.foreseen(&mut it.wrong, &it.key)?;
                self.feedback(it.other.as_mut())
            }
            Interaction::Grid(it) => {
                self.number(&mut it.given)?;
                if let Goal::Count(count) = &mut it.goal {
                    self.number(count)?;
                    self.foreseen(&mut it.wrong, count)?;
                }
                self.feedback(it.other.as_mut())
            }
            Interaction::Multi(it) => {
                self.options(&mut it.options)?;
                self.feedback(it.other.as_mut())?;
                distinct(it.options.iter().map(|option| &option.label))
            }
            Interaction::Staged(it) => {
                it.said.iter_mut().try_for_each(|(_, said)| self.feedback(Some(said)))
            }
            Interaction::Read(_) | Interaction::Check(_) => Some(()),
        }
    }

    fn options(&self, options: &mut [ChoiceOption]) -> Option<()> {
        options.iter_mut().try_for_each(|option| {
            self.block(&mut option.label)?;
            self.feedback(option.feedback.as_mut())
        })
    }

    /// Drops options that stand nowhere or equal another, fills up with near values and shuffles the source's order
    /// so that the key's place says nothing.
    fn settle(&self, choice: &mut Choice, rng: &mut Rng) -> Option<()> {
        let options = std::mem::take(&mut choice.options);
        let key = usize::from(choice.key);
        let value = whole(&options.get(key)?.label);
        let mut places = vec![key];
        for (at, option) in options.iter().enumerate() {
            let stands = option.when.as_ref().is_none_or(|when| holds(when, self.parameters));
            if stands && !places.iter().any(|other| same(&options[*other].label, &option.label)) {
                places.push(at);
            }
        }
        let mut kept: Vec<(usize, ChoiceOption)> = options.into_iter().enumerate().collect();
        kept.retain(|(at, _)| places.contains(at));
        if !choice.fixed {
            while kept.len() > WANTED {
                let last_wrong = kept.iter().rposition(|(at, _)| *at != key)?;
                kept.remove(last_wrong);
            }
            self.fill_up(&mut kept, value, key, &choice.near);
            if kept.len() < WANTED {
                return None;
            }
            rng.shuffle(&mut kept);
        }
        choice.key = kept.iter().position(|(at, _)| *at == key)? as u8;
        choice.options = kept.into_iter().map(|(_, option)| option).collect();
        Some(())
    }

    /// Adds near values to the options, nearest first, until there are enough.
    fn fill_up(
        &self,
        kept: &mut Vec<(usize, ChoiceOption)>,
        value: Option<i64>,
        key: usize,
        steps: &[u16],
    ) {
        let Some(value) = value else { return };
        let like = kept.iter().map(|(at, _)| *at).find(|at| *at != key);
        let signs = [1, -1];
        let near = |step: &u16| signs.map(|sign| value.checked_add(sign * i64::from(*step)));
        for near in steps.iter().flat_map(near).flatten() {
            let label = Block::Paragraph(vec![Span::Plain(digits(near))]);
            if kept.len() < WANTED
                && near >= 0
                && !kept.iter().any(|(_, other)| same(&other.label, &label))
            {
                let feedback = self.said_to_near(like);
                kept.push((usize::MAX, ChoiceOption { label, feedback, when: None }));
            }
        }
    }

    /// What any near value is told, else what the option at this place is. It is read anew: nothing else copies feedback,
    /// and code that did would be in the pupil's download.
    fn said_to_near(&self, like: Option<usize>) -> Option<Feedback> {
        let template = self.generator.templates.get(self.template)?;
        let Interaction::Choice(mut choice) = template.item.open()?.interaction else {
            return None;
        };
        let like = || choice.options.get_mut(like?)?.feedback.take();
        let mut feedback = choice.other.take().or_else(like)?;
        self.text(&mut feedback.text)?;
        Some(Feedback { misconception: "near".to_owned(), ..feedback })
    }

    /// Fills foreseen wrong values and drops those that equal the key or an earlier one.
    fn foreseen(&self, wrong: &mut Vec<(Number, Feedback)>, key: &Number) -> Option<()> {
        let mut seen = vec![key.value()];
        let mut kept = Vec::new();
        for (mut number, mut feedback) in wrong.drain(..) {
            // A rule may have no value for these parameters; then it foresees nothing.
            if self.number(&mut number).is_some() && !seen.contains(&number.value()) {
                self.text(&mut feedback.text)?;
                seen.push(number.value());
                kept.push((number, feedback));
            }
        }
        *wrong = kept;
        Some(())
    }

    fn wrong<T>(&self, wrong: &mut [(T, Feedback)]) -> Option<()> {
        wrong.iter_mut().try_for_each(|(_, feedback)| self.text(&mut feedback.text))
    }

    fn feedback(&self, feedback: Option<&mut Feedback>) -> Option<()> {
        feedback.map_or(Some(()), |feedback| self.text(&mut feedback.text))
    }

    fn number(&self, number: &mut Number) -> Option<()> {
        if let Number::Computed(expr) = number {
            *number = Number::Fixed(evaluate(expr, self.parameters)?);
        }
        Some(())
    }

    fn blocks(&self, blocks: &mut [Block]) -> Option<()> {
        blocks.iter_mut().try_for_each(|block| self.block(block))
    }

    fn block(&self, block: &mut Block) -> Option<()> {
        match block {
            Block::Paragraph(text) => self.text(text),
            Block::List(points) => points.iter_mut().try_for_each(|point| self.text(point)),
            Block::Figure(figure) => {
                figure.numbers.iter_mut().try_for_each(|number| self.number(number))?;
                self.text(&mut figure.alt)
            }
            Block::Picture(..) | Block::Listen(_) => Some(()),
        }
    }

    fn text(&self, text: &mut Text) -> Option<()> {
        text.iter_mut().try_for_each(|span| self.span(span))
    }

    fn span(&self, span: &mut Span) -> Option<()> {
        let words = match span {
            Span::Value(expr) => evaluate(expr, self.parameters)?.written(),
            Span::Word(parameter, form) => {
                let word = self.generator.word(self.template, *parameter, self.parameters)?;
                match form {
                    WordForm::One => word.one.clone(),
                    WordForm::Many => word.many.clone(),
                    WordForm::Article => word.article.clone(),
                }
            }
            Span::Count(expr, parameter) => {
                let count = evaluate(expr, self.parameters)?;
                let word = self.generator.word(self.template, *parameter, self.parameters)?;
                let after = if count == Rational::ONE { &word.after_one } else { &word.after_many };
                [&count.written(), after.as_str()].concat()
            }
            Span::Strong(text) | Span::Emphasis(text) => return self.text(text),
            Span::Plain(_) | Span::Foreign(..) | Span::Math(_) | Span::Gap => return Some(()),
        };
        *span = Span::Plain(words);
        Some(())
    }
}

/// How many options a generated choice has.
const WANTED: usize = 4;

fn distinct<'a>(blocks: impl Iterator<Item = &'a Block>) -> Option<()> {
    let blocks: Vec<&Block> = blocks.collect();
    let repeated = blocks
        .iter()
        .enumerate()
        .any(|(at, block)| blocks[..at].iter().any(|other| same(other, block)));
    (!repeated).then_some(())
}

fn same(a: &Block, b: &Block) -> bool {
    match (a, b) {
        (Block::Paragraph(a), Block::Paragraph(b)) => plain(a) == plain(b),
        (Block::Picture(a, _), Block::Picture(b, _)) => a == b,
        _ => false,
    }
}

fn whole(label: &Block) -> Option<i64> {
    match label {
        Block::Paragraph(text) => plain(text).parse().ok(),
        Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::Sealed;
    use crate::sample;

    /// A choice of one option, to be filled up with what is 1, 2 or 3 away from it.
    fn filled_up(key: i64) -> Option<Vec<String>> {
        let Interaction::Choice(mut choice) = sample::choice() else { return None };
        choice.options.truncate(1);
        choice.options[0].label = sample::paragraph(&key.to_string());
        (choice.key, choice.near) = (0, vec![1, 2, 3]);
        let mut generator = sample::adding();
        let item = sample::exercise("", Interaction::Choice(choice));
        generator.templates[0].item = Sealed::new(&item);
        let Interaction::Choice(choice) = generator.item(7, 1)?.interaction else { return None };
        let words = |block: &Block| match block {
            Block::Paragraph(text) => plain(text),
            Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => {
                String::new()
            }
        };
        let mut labels: Vec<String> =
            choice.options.iter().map(|option| words(&option.label)).collect();
        labels.sort();
        Some(labels)
    }

    #[test]
    fn near_values_end_where_numbers_do() {
        let near = |labels: &[&str]| Some(labels.iter().map(|it| (*it).to_owned()).collect());
        assert_eq!(filled_up(13), near(&["12", "13", "14", "15"]));
        assert_eq!(filled_up(0), near(&["0", "1", "2", "3"]));
        let largest = ["9223372036854775804", "9223372036854775805", "9223372036854775806"];
        assert_eq!(filled_up(i64::MAX), near(&[&largest[..], &["9223372036854775807"]].concat()));
    }
}
