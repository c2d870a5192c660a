//! Expressions as authors write them, compiled to the postfix code that runs on the device.

use course::expr::{Expr, Op};
use course::rational::Rational;

mod token;

use token::{Token, tokens};

/// Why an expression could not be read: the bytes of it that are wrong, what is wrong, what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub start: usize,
    pub end: usize,
    pub what: String,
    pub instead: String,
}

/// The postfix code of `text`; `parameters` are the names that it may use, in their order.
pub(crate) fn compile(text: &str, parameters: &[&str]) -> Result<Expr, Fault> {
    let tokens = tokens(text)?;
    let mut parser = Parser { text, tokens: &tokens, at: 0, parameters, depth: 0 };
    let expr = parser.ternary()?;
    match parser.peek() {
        None => Ok(fold(expr)),
        Some(_) => Err(parser
            .fault("something is left over behind the expression", "join the two by an operator")),
    }
}

/// What has the same value whatever the parameters is computed here and now.
fn fold(expr: Expr) -> Expr {
    let fixed = expr.iter().all(|op| !matches!(op, Op::Parameter(_)));
    match course::expr::evaluate(&expr, &[]) {
        Some(value) if fixed => vec![Op::Constant(value)],
        Some(_) | None => expr,
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [(Token<'a>, usize)],
    at: usize,
    parameters: &'a [&'a str],
    depth: u8,
}

/// Parentheses deeper than anybody writes: a limit on what the parser itself needs.
const DEPTH_MAX: u8 = 32;

type Parsed = Result<Expr, Fault>;

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).map(|(token, _)| *token)
    }

    fn take(&mut self, wanted: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.is(wanted));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, wanted: &str, instead: &str) -> Result<(), Fault> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(self.fault(&format!("`{wanted}` is missing"), instead))
        }
    }

    fn fault(&self, what: &str, instead: &str) -> Fault {
        let (start, end) = match self.tokens.get(self.at) {
            Some((token, start)) => (*start, start + token.len()),
            None => (self.text.len(), self.text.len()),
        };
        Fault { start, end, what: what.to_owned(), instead: instead.to_owned() }
    }

    /// c ? x : y
    fn ternary(&mut self) -> Parsed {
        let mut code = self.or()?;
        if self.take("?") {
            code.extend(self.nested(Self::ternary)?);
            self.expect(":", "write `condition ? value : other value`")?;
            code.extend(self.nested(Self::ternary)?);
            code.push(Op::Select);
        }
        Ok(code)
    }

    fn or(&mut self) -> Parsed {
        let mut code = self.and()?;
        while self.take("or") {
            code.extend(self.and()?);
            code.push(Op::Or);
        }
        Ok(code)
    }

    fn and(&mut self) -> Parsed {
        let mut code = self.not()?;
        while self.take("and") {
            code.extend(self.not()?);
            code.push(Op::And);
        }
        Ok(code)
    }

    fn not(&mut self) -> Parsed {
        if !self.take("not") {
            return self.comparison();
        }
        let mut code = self.nested(Self::not)?;
        code.push(Op::Not);
        Ok(code)
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.sum()?;
        let (ops, swapped): (&[Op], bool) = match self.peek() {
            Some(token) if token.is("==") => (&[Op::Equal], false),
            Some(token) if token.is("!=") => (&[Op::Equal, Op::Not], false),
            Some(token) if token.is("<") => (&[Op::Less], false),
            Some(token) if token.is("<=") => (&[Op::AtMost], false),
            Some(token) if token.is(">") => (&[Op::Less], true),
            Some(token) if token.is(">=") => (&[Op::AtMost], true),
            Some(token) if token.is("=") => {
                return Err(self.fault("`=` gives a name to a value", "write `==` to compare"));
            }
            Some(_) | None => return Ok(left),
        };
        self.at += 1;
        let right = self.sum()?;
        let (first, second) = if swapped { (right, left) } else { (left, right) };
        Ok([first, second, ops.to_vec()].concat())
    }

    fn sum(&mut self) -> Parsed {
        let mut code = self.product()?;
        loop {
            let op = if self.take("+") {
                Op::Add
            } else if self.take("-") {
                Op::Subtract
            } else {
                return Ok(code);
            };
            code.extend(self.product()?);
            code.push(op);
        }
    }

    fn product(&mut self) -> Parsed {
        let mut code = self.sign()?;
        loop {
            let op = if self.take("*") {
                Op::Multiply
            } else if self.take("//") {
                Op::Quotient
            } else if self.take("/") {
                Op::Divide
            } else if self.take("%") {
                Op::Remainder
            } else {
                return Ok(code);
            };
            code.extend(self.sign()?);
            code.push(op);
        }
    }

    fn sign(&mut self) -> Parsed {
        if !self.take("-") {
            return self.value();
        }
        let mut code = self.nested(Self::sign)?;
        code.push(Op::Negate);
        Ok(code)
    }

    fn nested(&mut self, parse: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth == DEPTH_MAX {
            return Err(
                self.fault("the expression is nested too deep", "name a part of it as a parameter")
            );
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn value(&mut self) -> Parsed {
        match self.peek() {
            Some(Token::Number(value)) => {
                self.at += 1;
                Ok(vec![Op::Constant(value.1)])
            }
            Some(Token::Word(name)) => self.name(name),
            Some(token) if token.is("(") => {
                self.at += 1;
                let code = self.nested(Self::ternary)?;
                self.expect(")", "close the bracket")?;
                Ok(code)
            }
            Some(_) | None => {
                Err(self
                    .fault("a value is missing here", "write a number, a parameter or a function"))
            }
        }
    }

    fn name(&mut self, name: &str) -> Parsed {
        if let Some(index) = self.parameters.iter().position(|parameter| *parameter == name) {
            self.at += 1;
            return Ok(vec![Op::Parameter(index as u8)]);
        }
        let called = self.tokens.get(self.at + 1).is_some_and(|(token, _)| token.is("("));
        if called && FUNCTIONS.contains(&name) {
            self.at += 2;
            let arguments = self.nested(Self::arguments)?;
            return self.call(name, arguments);
        }
        let known = if called { FUNCTIONS.join(" ") } else { self.parameters.join(" ") };
        let what = if called {
            format!("there is no function `{name}`")
        } else {
            format!("there is no `{name}` here")
        };
        let instead = if known.is_empty() {
            "write a number".to_owned()
        } else {
            format!("write one of: {known}")
        };
        Err(self.fault(&what, &instead))
    }

    /// The arguments joined, each by its own code.
    fn arguments(&mut self) -> Result<Expr, Fault> {
        // Kept apart by their count alone: `call` asks again how many there are.
        let mut code = self.ternary()?;
        let mut count = 1_i64;
        while self.take(",") {
            code.extend(self.ternary()?);
            count += 1;
        }
        self.expect(")", "close the bracket")?;
        code.push(Op::Constant(Rational::whole(count)));
        Ok(code)
    }

    fn call(&self, name: &str, mut code: Expr) -> Parsed {
        let count = match code.pop() {
            Some(Op::Constant(count)) => count.as_whole().unwrap_or(0),
            Some(_) | None => 0,
        };
        let (ops, wanted): (&[Op], std::ops::RangeInclusive<i64>) = match name {
            "min" => (&[Op::Minimum], 2..=8),
            "max" => (&[Op::Maximum], 2..=8),
            "gcd" => (&[Op::Gcd], 2..=8),
            "abs" => (&[Op::Absolute], 1..=1),
            "ones" => (&[Op::Constant(TEN), Op::Remainder], 1..=1),
            _ => (&[Op::Constant(TEN), Op::Quotient, Op::Constant(TEN), Op::Remainder], 1..=1),
        };
        if !wanted.contains(&count) {
            return Err(Fault {
                start: 0,
                end: self.text.len(),
                what: format!("`{name}` cannot take {count} values"),
                instead: if wanted == (1..=1) {
                    format!("write `{name}(a)`")
                } else {
                    format!("write `{name}(a, b)`")
                },
            });
        }
        let times = if wanted == (1..=1) { 1 } else { count - 1 };
        (0..times).for_each(|_| code.extend(ops));
        Ok(code)
    }
}

const TEN: Rational = Rational::whole(10);
const FUNCTIONS: &[&str] = &["min", "max", "abs", "gcd", "ones", "tens"];

#[cfg(test)]
mod tests {
    use super::*;
    use course::expr::evaluate;

    #[test]
    fn values() {
        let parameters = [Rational::whole(7), Rational::whole(12)];
        let cases = [
            ("precedence", "1 + 2 * 3", 7),
            ("from the left", "10 - 4 - 3", 3),
            ("brackets", "(1 + 2) * 3", 9),
            ("sign", "-a + 10", 3),
            ("minus sign of print", "10 − a", 3),
            ("whole quotient before sum", "b // 5 + 1", 3),
            ("remainder", "b % 5", 2),
            ("greater", "b > a", 1),
            ("at least", "a >= b", 0),
            ("not equal", "a != 7", 0),
            ("and before or", "1 == 1 or 1 == 2 and 1 == 3", 1),
            ("not", "not a == b and b == 12", 1),
            ("choice", "a < b ? a : b", 7),
            ("choice in a choice", "a > b ? 1 : a == 7 ? 2 : 3", 2),
            ("functions", "max(a, b, 3) + min(a, 2) + abs(0 - 1)", 15),
            ("digits", "10 * ones(b) + tens(312)", 21),
            ("greatest common divisor", "gcd(b, 18)", 6),
            ("decimals are exact", "1.5 * 4", 6),
        ];
        for (case, text, expected) in cases {
            let code = compile(text, &["a", "b"]).expect(case);
            assert_eq!(evaluate(&code, &parameters), Some(Rational::whole(expected)), "{case}");
        }
    }

    #[test]
    fn faults_have_a_place() {
        let cases = [
            ("unknown name", "a + x", 4, "there is no `x` here"),
            ("unknown function", "sin(a)", 0, "there is no function `sin`"),
            ("missing value", "a +", 3, "a value is missing here"),
            ("one equals sign", "a = 3", 2, "`=` gives a name to a value"),
            ("two values", "a 3", 2, "something is left over behind the expression"),
            ("open bracket", "(a", 2, "`)` is missing"),
            ("a strange sign", "a ^ 2", 2, "`^` is no operator"),
            ("too many arguments", "abs(1, 2)", 0, "`abs` cannot take 2 values"),
        ];
        for (case, text, start, what) in cases {
            let fault = compile(text, &["a"]).expect_err(case);
            assert_eq!((fault.start, fault.what.as_str()), (start, what), "{case}");
        }
    }

    #[test]
    fn what_is_fixed_is_computed_at_once() {
        assert_eq!(compile("2 * 3 + 1", &[]), Ok(vec![Op::Constant(Rational::whole(7))]));
    }

    #[test]
    fn a_thousand_brackets_are_refused() {
        assert!(compile(&"(".repeat(1000), &[]).is_err());
        assert!(compile(&"-".repeat(1000), &[]).is_err());
        assert!(compile(&"1 ? ".repeat(1000), &[]).is_err());
    }
}
