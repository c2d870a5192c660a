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
            Some(remainder) => format!("{} r {}", self.key.value(), remainder.value()),
        }
    }
}
