//! Picks one of two to four.

use super::{Feedback, Verdict};
use crate::codec_struct;
use crate::expr::Expr;
use crate::text::Block;

/// One right option among others that each show a misconception.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// In the source's order; a learner sees them shuffled unless `fixed`.
    pub options: Vec<ChoiceOption>,
    /// The place of the right one.
    pub key: u8,
    /// The order carries meaning, as in < = >.
    pub fixed: bool,
    /// In a generator: steps by which near values fill up missing options, nearest first.
    pub near: Vec<u16>,
    /// In a generator: what is said to a near value.
    pub other: Option<Feedback>,
}

codec_struct!(Choice { options, key, fixed, near, other });

/// What can be picked.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceOption {
    /// Words or a picture.
    pub label: Block,
    /// What is said when it is picked: every wrong option has it.
    pub feedback: Option<Feedback>,
    /// In a generator: the option stands only where this holds.
    pub when: Option<Expr>,
}

codec_struct!(ChoiceOption { label, feedback, when });

impl Choice {
    pub(super) fn judge(&self, option: u8) -> Verdict<'_> {
        match self.options.get(usize::from(option)) {
            None => Verdict::UNREADABLE,
            Some(_) if option == self.key => Verdict::RIGHT,
            Some(picked) => Verdict::wrong(picked.feedback.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::item::Response::{Choice, Numline, Typed};
    use crate::item::tests::judges;
    use crate::sample::choice;

    #[test]
    fn scoring() {
        judges(
            &choice(),
            &[
                ("the key", Choice(1), Some(1000), ""),
                ("an option that shows a misconception", Choice(0), Some(0), "x.off1"),
                ("no such option", Choice(3), None, ""),
                ("words", Typed("4".to_owned()), None, ""),
                ("a place on a line", Numline(1), None, ""),
            ],
        );
    }
}
