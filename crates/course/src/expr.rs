//! The arithmetic of generators: postfix code over exact fractions, a few bytes an expression.

use crate::codec_enum;
use crate::rational::{Rational, gcd};

/// One step of an expression: pushes a value, or replaces the topmost ones by their result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// A fixed number.
    Constant(Rational),
    /// The parameter with this index.
    Parameter(u8),
    /// a + b
    Add,
    /// a − b
    Subtract,
    /// a × b
    Multiply,
    /// a ÷ b, exact
    Divide,
    /// The whole part of a ÷ b, rounded down.
    Quotient,
    /// What a ÷ b leaves, from 0 to b − 1.
    Remainder,
    /// −a
    Negate,
    /// 1 if a = b, else 0
    Equal,
    /// 1 if a < b, else 0
    Less,
    /// 1 if a ≤ b, else 0
    AtMost,
    /// 1 if both are not 0, else 0
    And,
    /// 1 if either is not 0, else 0
    Or,
    /// 1 if a is 0, else 0
    Not,
    /// b if a is not 0, else c
    Select,
    /// The smaller.
    Minimum,
    /// The larger.
    Maximum,
    /// a without its sign
    Absolute,
    /// Greatest common divisor of two whole numbers.
    Gcd,
}

codec_enum!(Op {
    0 => Constant(value), 1 => Parameter(index), 2 => Add, 3 => Subtract, 4 => Multiply, 5 => Divide, 6 => Quotient,
    7 => Remainder, 8 => Negate, 9 => Equal, 10 => Less, 11 => AtMost, 12 => And, 13 => Or, 14 => Not, 15 => Select,
    16 => Minimum, 17 => Maximum, 18 => Absolute, 19 => Gcd,
});

/// Postfix code: the steps in the order in which they are done.
pub type Expr = Vec<Op>;

/// The value of `expr` with these parameters.
///
/// `None` if a number outgrows 64 bits, something is divided by nought, or the code is not one whole expression. A
/// branch that `Select` drops may be `None` without harm.
pub fn evaluate(expr: &[Op], parameters: &[Rational]) -> Option<Rational> {
    let mut stack: Vec<Option<Rational>> = Vec::new();
    for op in expr {
        let value = match *op {
            Op::Constant(value) => Some(value),
            Op::Parameter(index) => Some(*parameters.get(usize::from(index))?),
            Op::Negate => stack.pop()?.and_then(Rational::neg),
            Op::Not => stack.pop()?.map(|a| truth(a == Rational::ZERO)),
            Op::Absolute => {
                stack.pop()?.and_then(|a| if a < Rational::ZERO { a.neg() } else { Some(a) })
            }
            Op::Select => {
                let (otherwise, then, condition) = (stack.pop()?, stack.pop()?, stack.pop()?);
                condition.and_then(|it| if it == Rational::ZERO { otherwise } else { then })
            }
            Op::Add
            | Op::Subtract
            | Op::Multiply
            | Op::Divide
            | Op::Quotient
            | Op::Remainder
            | Op::Equal
            | Op::Less
            | Op::AtMost
            | Op::And
            | Op::Or
            | Op::Minimum
            | Op::Maximum
            | Op::Gcd => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                a.zip(b).and_then(|(a, b)| combine(*op, a, b))
            }
        };
        stack.push(value);
    }
    if stack.len() == 1 { stack.pop()? } else { None }
}

/// Whether `expr` holds: its value is neither missing nor nought.
pub fn holds(expr: &[Op], parameters: &[Rational]) -> bool {
    evaluate(expr, parameters).is_some_and(|value| value != Rational::ZERO)
}

fn combine(op: Op, a: Rational, b: Rational) -> Option<Rational> {
    match op {
        Op::Add => a.add(b),
        Op::Subtract => a.sub(b),
        Op::Multiply => a.mul(b),
        Op::Divide => a.div(b),
        Op::Quotient => a.div(b).map(|quotient| Rational::whole(quotient.floor())),
        Op::Remainder => a.sub(b.mul(Rational::whole(a.div(b)?.floor()))?),
        Op::Equal => Some(truth(a == b)),
        Op::Less => Some(truth(a < b)),
        Op::AtMost => Some(truth(a <= b)),
        Op::And => Some(truth(a != Rational::ZERO && b != Rational::ZERO)),
        Op::Or => Some(truth(a != Rational::ZERO || b != Rational::ZERO)),
        Op::Minimum => Some(a.min(b)),
        Op::Maximum => Some(a.max(b)),
        Op::Gcd => {
            let (a, b) = (a.as_whole()?.unsigned_abs(), b.as_whole()?.unsigned_abs());
            Some(Rational::whole(i64::try_from(gcd(a, b)).ok()?))
        }
        Op::Constant(_) | Op::Parameter(_) | Op::Negate | Op::Not | Op::Absolute | Op::Select => {
            None
        }
    }
}

const fn truth(holds: bool) -> Rational {
    if holds { Rational::ONE } else { Rational::ZERO }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: i64) -> Op {
        Op::Constant(Rational::whole(n))
    }

    #[test]
    fn values() {
        let p = [Rational::whole(7), Rational::whole(-7)];
        let cases: [(&str, &[Op], Option<i64>); 9] = [
            ("parameter", &[Op::Parameter(0)], Some(7)),
            ("no such parameter", &[Op::Parameter(2)], None),
            ("remainder is never negative", &[Op::Parameter(1), number(5), Op::Remainder], Some(3)),
            ("quotient rounds down", &[Op::Parameter(1), number(5), Op::Quotient], Some(-2)),
            ("division by nought", &[number(1), number(0), Op::Divide], None),
            (
                "a dropped branch may fail",
                &[number(0), number(1), number(0), Op::Divide, number(4), Op::Select],
                Some(4),
            ),
            ("greatest common divisor", &[number(12), number(-18), Op::Gcd], Some(6)),
            ("two values are no expression", &[number(1), number(2)], None),
            ("too few values", &[Op::Add], None),
        ];
        for (case, expr, expected) in cases {
            assert_eq!(evaluate(expr, &p), expected.map(Rational::whole), "{case}");
        }
    }
}
