//! Types a number.

use super::{Feedback, Verdict};
use crate::codec_struct;
use crate::generator::Number;
use crate::number::{Amount, Form, read};

/// A number to type: whole, decimal, fraction, mixed, or quotient and remainder, with a unit where asked.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberEntry {
    /// The right value; of a division with remainder, the quotient.
    pub key: Number,
    /// The remainder, where one is asked for.
    pub remainder: Option<Number>,
    /// How the key is written.
    pub form: Form,
    /// Accepted names of the unit, the one that is shown first; empty without unit.
    pub units: Vec<String>,
    /// Foreseen wrong values.
    pub wrong: Vec<(Number, Feedback)>,
    /// What is said to any other wrong value.
    pub other: Option<Feedback>,
}

codec_struct!(NumberEntry { key, remainder, form, units, wrong, other });

impl NumberEntry {
    pub(super) fn judge(&self, typed: &str) -> Verdict<'_> {
        let readings = read(typed, &self.units);
        if readings.is_empty() {
            return Verdict::UNREADABLE;
        }
        let key = Amount {
            value: self.key.value(),
            remainder: self.remainder.as_ref().map(Number::value),
        };
        if readings.contains(&key) {
            return Verdict::RIGHT;
        }
        let foreseen = self.wrong.iter().find(|(value, _)| {
            readings
                .iter()
                .any(|reading| reading.value == value.value() && reading.remainder.is_none())
        });
        Verdict::wrong(foreseen.map(|(_, feedback)| feedback).or(self.other.as_ref()))
    }

    pub(super) fn solution(&self) -> String {
        match &self.remainder {
            None => self.form.write(self.key.value()),
            Some(remainder) => {
                [&self.key.value().written(), " r ", &remainder.value().written()].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NumberEntry;
    use crate::item::Interaction;
    use crate::item::Response::Typed;
    use crate::item::tests::judges;
    use crate::number::Form;
    use crate::sample::{feedback, number, whole};

    #[test]
    fn scoring() {
        let typed = |text: &str| Typed(text.to_owned());
        judges(
            &number(),
            &[
                ("the key", typed("12"), Some(1000), ""),
                ("the key in full-width digits", typed("１２"), Some(1000), ""),
                ("equal in value", typed("24/2"), Some(1000), ""),
                ("foreseen", typed("11"), Some(0), "x.off1"),
                ("any other number", typed("40"), Some(0), "x.other"),
                ("a remainder that was not asked for", typed("12 r 1"), Some(0), "x.other"),
                ("words", typed("abc"), None, ""),
                ("nothing", typed(" "), None, ""),
            ],
        );
    }

    /// 17 kg shared by 5.
    #[test]
    fn with_remainder_and_unit() {
        let division = Interaction::Number(NumberEntry {
            key: whole(3),
            remainder: Some(whole(2)),
            form: Form::Remainder,
            units: vec!["kg".to_owned()],
            wrong: vec![(whole(3), feedback("x.norest"))],
            other: None,
        });
        let typed = |text: &str| Typed(text.to_owned());
        judges(
            &division,
            &[
                ("quotient and remainder", typed("3 r 2"), Some(1000), ""),
                ("in Chinese, with the unit", typed("3余2kg"), Some(1000), ""),
                ("the quotient alone", typed("3"), Some(0), "x.norest"),
                ("another remainder", typed("3 r 1"), Some(0), ""),
                ("half a remainder", typed("3 r"), None, ""),
                ("another unit", typed("3 r 2 m"), None, ""),
            ],
        );
    }
}
