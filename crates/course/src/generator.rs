//! Generators: items made from a seed, the same on every platform for ever.
//!
//! A generator is a set of templates. Each is an ordinary item whose numbers and words may be expressions over drawn
//! parameters; filling it gives an ordinary item, so scoring and views know nothing of generators.

use crate::expr::{Expr, evaluate, holds};
use crate::item::Item;
use crate::rational::Rational;
use crate::rng::{Rng, derive};
use crate::text::Word;
use crate::{codec_enum, codec_struct};

mod fill;
mod sealed;

pub use sealed::Sealed;

/// A number of an item: fixed, or in a template to be computed.
#[derive(Debug, Clone, PartialEq)]
pub enum Number {
    /// A fixed number.
    Fixed(Rational),
    /// Computed from the parameters.
    Computed(Expr),
}

codec_enum!(Number { 0 => Fixed(value), 1 => Computed(expr) });

impl Number {
    /// The value; nought in a template that is not filled.
    pub const fn value(&self) -> Rational {
        match self {
            Self::Fixed(value) => *value,
            Self::Computed(_) => Rational::ZERO,
        }
    }

    /// The value if it is a whole number and known.
    pub const fn as_whole(&self) -> Option<i64> {
        match self {
            Self::Fixed(value) => value.as_whole(),
            Self::Computed(_) => None,
        }
    }
}

/// A rule that makes items from seeds.
#[derive(Debug, Clone, PartialEq)]
pub struct Generator {
    /// The author's name for it, as `g.add10`.
    pub id: String,
    /// A digest of the rule, as an item has one.
    pub hash: u32,
    /// Templates of all levels; one of the wanted level is drawn.
    pub templates: Vec<Template>,
    /// The lists that parameters draw words from.
    pub lists: Vec<Vec<Word>>,
}

codec_struct!(Generator { id, hash, templates, lists });

/// One way to ask, at one level.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// 1 with picture, 2 bare, 3 story.
    pub level: u8,
    /// Drawn in order; later ones may depend on earlier ones.
    pub parameters: Vec<Parameter>,
    /// What the drawn parameters must fulfil, or they are drawn again.
    pub constraints: Vec<Expr>,
    /// The item with expressions in it.
    pub item: Sealed,
}

codec_struct!(Template { level, parameters, constraints, item });

/// A number drawn evenly from a range, or computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The least value.
    pub from: Expr,
    /// The greatest value, included.
    pub to: Expr,
    /// The list whose entries the values number, if it draws a word.
    pub list: Option<u16>,
}

codec_struct!(Parameter { from, to, list });

/// What drawing took: for the checks that authors get.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The item, ready to be answered.
    pub item: Item,
    /// The values of the parameters, in order.
    pub parameters: Vec<Rational>,
    /// Which template.
    pub template: usize,
    /// How often parameters were drawn again.
    pub redraws: u32,
}

/// Redraws after which a seed is given up: far past the 20 that the checks allow.
const REDRAWS_MAX: u32 = 2_000;

impl Generator {
    /// The item of `seed` at `level`; `None` if the generator has no such level or its rules cannot be met.
    pub fn item(&self, seed: u64, level: u8) -> Option<Item> {
        self.draw(seed, level).map(|drawn| drawn.item)
    }

    /// The item of `seed` at `level`, and how it came about.
    pub fn draw(&self, seed: u64, level: u8) -> Option<Drawn> {
        (0..REDRAWS_MAX).find_map(|redraws| {
            let mut rng = Rng::new(derive(seed, &redraws.to_le_bytes()));
            let mut of_level = Vec::new();
            for (at, template) in self.templates.iter().enumerate() {
                if template.level == level {
                    of_level.push(at);
                }
            }
            let template = *of_level.get(rng.below(of_level.len() as u64) as usize)?;
            let parameters = self.templates[template].parameters(&mut rng)?;
            let mut item = self.templates[template].item.open()?;
            fill::item(&mut item, &parameters, self, template, &mut rng)?;
            item.id.clone_from(&self.id);
            item.hash = self.hash;
            Some(Drawn { item, parameters, template, redraws })
        })
    }

    pub(crate) fn word(
        &self,
        template: usize,
        parameter: u8,
        parameters: &[Rational],
    ) -> Option<&Word> {
        let list = self.templates.get(template)?.parameters.get(usize::from(parameter))?.list?;
        let at = parameters.get(usize::from(parameter))?.as_whole()?;
        self.lists.get(usize::from(list))?.get(usize::try_from(at).ok()?)
    }
}

impl Template {
    fn parameters(&self, rng: &mut Rng) -> Option<Vec<Rational>> {
        let mut values = Vec::new();
        for parameter in &self.parameters {
            let (from, to) =
                (evaluate(&parameter.from, &values)?, evaluate(&parameter.to, &values)?);
            let value = if from == to {
                from
            } else {
                let (from, to) = (from.as_whole()?, to.as_whole()?);
                let count = u64::try_from(to.checked_sub(from)?.checked_add(1)?).ok()?;
                if count == 0 {
                    return None;
                }
                Rational::whole(from + i64::try_from(rng.below(count)).ok()?)
            };
            values.push(value);
        }
        self.constraints.iter().all(|constraint| holds(constraint, &values)).then_some(values)
    }
}
