//! Sums stay on one line: the spaces about their signs are no places to break it.

use course::text::{Span, Text};

/// The space where no line is broken.
const BOUND: char = '\u{a0}';

/// Characters of a sum that stays whole: as many as fit into a hint on the smallest phone with letters twice as large.
const WHOLE_MAX: usize = 12;

/// Binds the spaces between numbers, gaps or what will be numbers, and signs. A longer chain is left to break before
/// its relations, a longer sum before its signs.
pub(super) fn bind(text: &mut Text) {
    let mut signs = Vec::new();
    flatten(text, &mut signs);
    let mut start = 0;
    while start < signs.len() {
        let length = (start..signs.len()).take_while(|at| in_sum(&signs, *at)).count();
        bind_sum(&mut signs[start..start + length]);
        start += length + 1;
    }
    put_back(text, &mut signs.into_iter());
}

/// The text as a reader meets it; what is no number yet, as a number of two digits.
fn flatten(text: &[Span], out: &mut Vec<char>) {
    for span in text {
        match span {
            Span::Plain(words) => out.extend(words.chars()),
            Span::Strong(inner) | Span::Emphasis(inner) => flatten(inner, out),
            Span::Gap | Span::Value(_) | Span::Math(_) => out.extend(['0', '0']),
            Span::Foreign(..) | Span::Word(..) | Span::Count(..) => out.push('_'),
        }
    }
}

/// Takes the same way through the text again.
fn put_back(text: &mut Text, signs: &mut impl Iterator<Item = char>) {
    for span in text {
        match span {
            Span::Plain(words) => *words = signs.take(words.chars().count()).collect(),
            Span::Strong(inner) | Span::Emphasis(inner) => put_back(inner, signs),
            Span::Gap | Span::Value(_) | Span::Math(_) => drop(signs.nth(1)),
            Span::Foreign(..) | Span::Word(..) | Span::Count(..) => drop(signs.next()),
        }
    }
}

fn in_sum(signs: &[char], at: usize) -> bool {
    let number = |c: char| c.is_ascii_digit() || "()?…□".contains(c);
    let beside = |at: usize| signs.get(at).copied().unwrap_or('_');
    match signs[at] {
        ' ' if at > 0 => {
            let (left, right) = (beside(at - 1), beside(at + 1));
            number(left) && is_sign(right) || is_sign(left) && number(right)
        }
        c => number(c) || is_sign(c),
    }
}

fn is_sign(c: char) -> bool {
    is_relation(c) || "+−×÷".contains(c)
}

fn is_relation(c: char) -> bool {
    "=≠<>≤≥".contains(c)
}

fn bind_sum(sum: &mut [char]) {
    for relation in cut(sum, is_relation) {
        for part in cut(relation, is_sign) {
            let end = bare(part);
            part[..end].iter_mut().filter(|c| **c == ' ').for_each(|c| *c = BOUND);
        }
    }
}

/// The parts between spaces before such signs, or all of it if it is short.
fn cut(sum: &mut [char], sign: fn(char) -> bool) -> impl Iterator<Item = &mut [char]> {
    let whole = bare(sum) <= WHOLE_MAX;
    sum.chunk_by_mut(move |space, next| whole || *space != ' ' || !sign(*next))
}

/// How long it is without the space behind it, where the line may break.
fn bare(sum: &[char]) -> usize {
    sum.len() - usize::from(sum.ends_with(&[' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bound spaces as `_`.
    fn bound(mut text: Text) -> String {
        bind(&mut text);
        course::text::plain(&text).replace(BOUND, "_")
    }

    fn plain(words: &str) -> Span {
        Span::Plain(words.to_owned())
    }

    #[test]
    fn spaces_about_signs() {
        let cases = [
            ("a sum in words", "So 1 + 2 = 3. Good", "So 1_+_2_=_3. Good"),
            ("in Chinese", "所以13 − 8 = 5。再算2 × 3", "所以13_−_8_=_5。再算2_×_3"),
            ("a relation alone", "7 < 9 and 9 ≥ 7", "7_<_9 and 9_≥_7"),
            ("brackets", "9 − (4 + 1)", "9_−_(4_+_1)"),
            ("a question", "9 − 4 = ?", "9_−_4_=_?"),
            ("what begins with a sign", "+ 3 more", "+_3 more"),
            ("numbers side by side", "2, 4 6 and 8 eggs", "2, 4 6 and 8 eggs"),
            ("a hyphen between words", "Lan - 3 apples", "Lan - 3 apples"),
            ("a sign between words", "red + blue", "red + blue"),
            (
                "a long chain breaks before relations",
                "8 + 5 = 8 + 2 + 3 = 13",
                "8_+_5 =_8_+_2_+_3 =_13",
            ),
            ("a long sum breaks before signs", "1 + 2 + 3 + 4 + 5 = 15", "1 +_2 +_3 +_4 +_5 =_15"),
        ];
        for (case, words, expected) in cases {
            assert_eq!(bound(vec![plain(words)]), expected, "{case}");
        }
    }

    #[test]
    fn spaces_beside_other_runs() {
        let value = || Span::Value(Vec::new());
        let cases = [
            ("values", vec![value(), plain(" + "), value(), plain(" is")], "_+_ is"),
            ("gaps", vec![plain("8 + "), Span::Gap, plain(" = 13")], "8_+_…_=_13"),
            ("stressed", vec![plain("8 + "), Span::Strong(vec![plain("5")])], "8_+_5"),
            ("a word", vec![Span::Word(0, course::text::WordForm::One), plain(" + 3")], " +_3"),
            (
                "values in a long chain",
                vec![value(), plain(" + 3 = "), value(), plain(" + 10 = "), value()],
                "_+_3 =__+_10 =_",
            ),
        ];
        for (case, text, expected) in cases {
            assert_eq!(bound(text), expected, "{case}");
        }
    }
}
