//! Arithmetic as pupils read it: whether `8 + 5 = 10 + 3` is true. It shares no code with what generators compute by.

use course::rational::Rational;

/// Whether every relation in `text` holds, exactly; `None` if it is not arithmetic or has no relation.
pub(super) fn holds(text: &str) -> Option<bool> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0 };
    let mut left = reader.sum()?;
    let mut all = None;
    while let Some(relation) = reader.relation() {
        let right = reader.sum()?;
        let holds = match relation {
            '=' => left == right,
            '≠' => left != right,
            '<' => left < right,
            '>' => left > right,
            '≤' => left <= right,
            _ => left >= right,
        };
        all = Some(all.unwrap_or(true) && holds);
        left = right;
    }
    if reader.at == reader.tokens.len() { all } else { None }
}

/// The stretches of `text` that could be arithmetic: digits and signs with a relation among them.
pub(super) fn relations(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_digit() || c == ' ' || "+-−×÷*/=<>≤≥≠().…".contains(c);
    let runs = text.split(|c: char| !part(c)).map(|run| run.trim_matches([' ', '.']));
    runs.filter(|run| run.contains(['=', '<', '>', '≤', '≥', '≠'])).collect()
}

/// The numbers that stand in `text`.
pub(super) fn numbers(text: &str) -> Vec<Rational> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '/');
    runs.filter_map(|run| value(run.trim_matches(['.', '/']))).collect()
}

fn value(digits: &str) -> Option<Rational> {
    if let Some((above, below)) = digits.split_once('/') {
        return Rational::new(above.parse().ok()?, below.parse().ok()?);
    }
    match digits.split_once('.') {
        None => digits.parse().ok().map(Rational::whole),
        Some((whole, part)) => {
            let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
            Rational::new(format!("{whole}{part}").parse().ok()?, scale)
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Number(Rational),
    Sign(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            tokens.push(Token::Number(value(&rest[..end])?));
            end
        } else {
            tokens.push(Token::Sign(match first {
                '−' | '-' => '-',
                '×' | '*' => '×',
                '+' | '÷' | '/' | '(' | ')' | '=' | '<' | '>' | '≤' | '≥' | '≠' => first,
                _ => return None,
            }));
            first.len_utf8()
        };
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn sign(&mut self, wanted: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) if wanted.contains(sign) => {
                self.at += 1;
                Some(*sign)
            }
            Some(_) | None => None,
        }
    }

    fn relation(&mut self) -> Option<char> {
        self.sign(&['=', '≠', '<', '>', '≤', '≥'])
    }

    fn sum(&mut self) -> Option<Rational> {
        let mut sum = self.product()?;
        while let Some(sign) = self.sign(&['+', '-']) {
            let next = self.product()?;
            sum = if sign == '+' { sum.add(next)? } else { sum.sub(next)? };
        }
        Some(sum)
    }

    fn product(&mut self) -> Option<Rational> {
        let mut product = self.factor()?;
        while let Some(sign) = self.sign(&['×', '÷']) {
            let next = self.factor()?;
            product = if sign == '×' { product.mul(next)? } else { product.div(next)? };
        }
        Some(product)
    }

    fn factor(&mut self) -> Option<Rational> {
        if self.sign(&['-']).is_some() {
            return self.factor()?.neg();
        }
        if self.sign(&['(']).is_some() {
            let inside = self.sum()?;
            return self.sign(&[')']).map(|_| inside);
        }
        let number = self.fraction()?;
        // A number before a fraction makes it mixed: 1 3/4.
        let mixed = matches!(self.tokens.get(self.at), Some(Token::Number(_)));
        if mixed { number.add(self.fraction()?) } else { Some(number) }
    }

    fn fraction(&mut self) -> Option<Rational> {
        let number = self.number()?;
        if self.sign(&['/']).is_some() { number.div(self.number()?) } else { Some(number) }
    }

    fn number(&mut self) -> Option<Rational> {
        match self.tokens.get(self.at) {
            Some(Token::Number(number)) => {
                self.at += 1;
                Some(*number)
            }
            Some(Token::Sign(_)) | None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truth() {
        let cases = [
            ("8 + 5 = 13", Some(true)),
            ("8 + 5 = 10 + 3 = 13", Some(true)),
            ("8 + 5 = 10 + 4 = 14", Some(false)),
            ("13 - 5 = 8", Some(true)),
            ("13 − 5 = 8", Some(true)),
            ("2 × (3 + 4) = 14", Some(true)),
            ("12 ÷ 4 × 2 = 6", Some(true)),
            ("1/2 + 1/4 = 3/4", Some(true)),
            ("1 3/4 = 7/4", Some(true)),
            ("0.5 = 1/2", Some(true)),
            ("-3 + 5 = 2", Some(true)),
            ("7 < 9", Some(true)),
            ("9 ≤ 7", Some(false)),
            ("8 + 5", None),
            ("8 + = 13", None),
            ("1 ÷ 0 = 3", None),
            ("a + 5 = 13", None),
        ];
        for (text, expected) in cases {
            assert_eq!(holds(text), expected, "{text}");
        }
    }

    #[test]
    fn found_in_text() {
        assert_eq!(relations("8 needs 2. So 8 + 6 = …"), ["8 + 6 = …"]);
        assert_eq!(relations("两步：8 + 2 = 10，再加。"), ["8 + 2 = 10"]);
        assert_eq!(
            numbers("13 eggs, 1.5 kg and 3/4."),
            ["13", "3/2", "3/4"].map(|it| {
                let (above, below) = it.split_once('/').unwrap_or((it, "1"));
                Rational::new(above.parse().expect("digits"), below.parse().expect("digits"))
                    .expect("small")
            })
        );
    }
}
