//! Marks a place on a number line.

use super::facts::{Key, Rule, rules, said};
use super::{Facts, Marked, Source, number};
use crate::compiler::Compiler;
use crate::inline::{place, plain};
use course::generator::Number;
use course::item::{Feedback, Numline, Response};
use course::rational::Rational;
use course::rng::Rng;

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Numline> {
    let answers = source.answers(compiler, "`- [x] 13`, `- [ ] * :: what to try`")?;
    let marked = Marked::sort(compiler, answers);
    marked.no_plain(compiler);
    let key = marked.only_right(compiler, source)?;
    let wrong = marked.foreseen(compiler, number::wrong);
    let key_place = place(&key.head).unwrap_or(key.place);
    let value = compiler.number(&plain(&key.head), key_place)?;
    let [from, to] = ["from", "to"].map(|key| attribute(compiler, source, key, None));
    let step = attribute(compiler, source, "step", Some(&Number::Fixed(Rational::ONE)))?;
    let label = attribute(compiler, source, "label", Some(&step));
    let tolerance = attribute(compiler, source, "tolerance", Some(&Number::Fixed(Rational::ZERO)));
    let (from, to, label, tolerance) = (from?, to?, label?, tolerance?);
    let numline =
        Numline { from, to, step, label, key: value, tolerance, wrong, other: marked.other };
    if compiler.scope.is_none() {
        if numline.ticks() == 0 {
            let what = "this line has no length, or no steps";
            compiler.error("C01", source.body.heading(), what, "write `from=0 to=20 step=1`");
        } else if course::item::Interaction::Numline(numline.clone()).solution().is_none() {
            let what = "no tick of the line is right";
            compiler.error(
                "C10",
                key_place,
                what,
                "choose a key that a step from `from` to `to` reaches",
            );
        }
    }
    Some(numline)
}

fn attribute(
    compiler: &mut Compiler<'_>,
    source: &Source<'_>,
    key: &str,
    otherwise: Option<&Number>,
) -> Option<Number> {
    match (source.attributes.get(key), otherwise) {
        (Some(attribute), _) => compiler.number(&attribute.value, attribute.value_place()),
        (None, Some(value)) => Some(value.clone()),
        (None, None) => {
            let what = format!("`{key}` is missing");
            compiler.error(
                "C01",
                source.body.heading(),
                what,
                format!("write `{key}=…` in the heading"),
            );
            None
        }
    }
}

impl Facts for Numline {
    fn key(&self) -> Key<'_> {
        Key::Number(&self.key)
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let tick = |value: Rational| {
            let off = value.sub(self.from.value())?.div(self.step.value())?.as_whole()?;
            u16::try_from(off).ok()
        };
        let values = self.wrong.iter().map(|(number, _)| number.value());
        values
            .map(|value| (value.to_string(), Response::Numline(tick(value).unwrap_or(u16::MAX))))
            .collect()
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
        Response::Numline(rng.below(u64::from(self.ticks()) + 1) as u16)
    }

    fn seconds(&self) -> u32 {
        25
    }
}
