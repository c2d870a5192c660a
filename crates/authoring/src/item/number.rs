//! Types a number.

use super::facts::{Key, Rule, rules, said};
use super::{Facts, Marked, Source};
use crate::answer::Answer;
use crate::compiler::{Compiler, number};
use crate::diagnostic::Place;
use crate::inline::{find_outside_braces, place, plain};
use course::expr::{Expr, Op};
use course::generator::Number;
use course::item::{Feedback, NumberEntry, Response};
use course::number::Form;
use course::rational::Rational;
use course::rng::Rng;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<NumberEntry> {
    let answers = source
        .answers(compiler, "`- [x] 13`, `- [ ] 12 :: what to try`, `- [ ] * :: what to try`")?;
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    let key = marked.only_right(compiler, source)?;
    let units =
        source.attributes.get("unit").map(|it| it.value.split('|').map(str::to_owned).collect());
    let wrong = marked.foreseen(compiler, wrong);
    let (value, remainder, form) = amount(compiler, key)?;
    Some(NumberEntry {
        key: value,
        remainder,
        form,
        units: units.unwrap_or_default(),
        wrong,
        other: marked.other,
    })
}

/// A foreseen wrong value; under a condition it has no value where the condition does not hold.
pub(super) fn wrong(compiler: &mut Compiler<'_>, answer: &Answer) -> Option<Number> {
    let (value, remainder, _) = amount(compiler, answer)?;
    if remainder.is_some() {
        compiler.error(
            "C01",
            answer.place,
            "a wrong value is one number",
            "write the quotient alone, or use `*`",
        );
    }
    let Some((when, place)) = &answer.when else { return Some(value) };
    let condition = compiler.expr(when, *place)?;
    let nothing = [Op::Constant(Rational::ONE), Op::Constant(Rational::ZERO), Op::Divide];
    Some(Number::Computed([&condition[..], &code(value), &nothing, &[Op::Select]].concat()))
}

/// `13`, `1.5`, `3/4`, `1 3/4`, `7 r 2`, each number in a generator also as `{a + b}`.
fn amount(compiler: &mut Compiler<'_>, answer: &Answer) -> Option<(Number, Option<Number>, Form)> {
    let text = plain(&answer.head);
    let place = place(&answer.head).unwrap_or(answer.place);
    if let Some(at) = find_outside_braces(&text, " r ") {
        let quotient = compiler.number(&text[..at], place.part(0, at))?;
        let start = at + " r ".len();
        let remainder = compiler.number(&text[start..], place.part(start, text.len()))?;
        return Some((quotient, Some(remainder), Form::Remainder));
    }
    let Some(slash) = find_outside_braces(&text, "/") else {
        let form =
            if text.contains('.') && !text.contains('{') { Form::Decimal } else { Form::Whole };
        return Some((compiler.number(&text, place)?, None, form));
    };
    let below = compiler.number(&text[slash + 1..], place.part(slash + 1, text.len()))?;
    let blank = find_outside_braces(&text[..slash], " ");
    let above = blank.map_or(0, |blank| blank + 1);
    let part = compiler.number(&text[above..slash], place.part(above, slash))?;
    let part = [code(part), code(below), vec![Op::Divide]].concat();
    match blank {
        None => Some((fixed(compiler, part, place)?, None, Form::Fraction)),
        Some(blank) => {
            let whole = compiler.number(&text[..blank], place.part(0, blank))?;
            let op = if text.starts_with(['-', '−']) { Op::Subtract } else { Op::Add };
            let mixed = [code(whole), part, vec![op]].concat();
            Some((fixed(compiler, mixed, place)?, None, Form::Mixed))
        }
    }
}

fn code(number: Number) -> Expr {
    match number {
        Number::Fixed(value) => vec![Op::Constant(value)],
        Number::Computed(code) => code,
    }
}

/// The number that `code` makes, computed where nothing is drawn.
fn fixed(compiler: &mut Compiler<'_>, code: Expr, place: Place) -> Option<Number> {
    if code.iter().any(|op| matches!(op, Op::Parameter(_))) {
        return Some(number(code));
    }
    let value = course::expr::evaluate(&code, &[]);
    if value.is_none() {
        compiler.error("C01", place, "this has no value", "write a denominator other than 0");
    }
    value.map(Number::Fixed)
}

impl Facts for NumberEntry {
    fn key(&self) -> Key<'_> {
        if self.remainder.is_none() { Key::Number(&self.key) } else { Key::Quotient(&self.key) }
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let typed = self.wrong.iter().map(|(number, _)| self.form.write(number.value()));
        typed.map(|text| (text.clone(), Response::Typed(text))).collect()
    }

    fn rules(&self) -> Vec<Rule<'_>> {
        rules(&self.wrong)
    }

    fn feedback(&self) -> Vec<&Feedback> {
        said(&self.wrong, &self.other)
    }

    fn open(&self) -> bool {
        self.other.is_none()
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Typed(rng.below(20).to_string())
    }

    fn seconds(&self) -> u32 {
        25
    }
}
