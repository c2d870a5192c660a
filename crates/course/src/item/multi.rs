//! Picks all that apply.

use super::{ChoiceOption, Feedback, Score, Verdict};
use crate::codec_struct;

/// Three to six options, of which two or more are right.
#[derive(Debug, Clone, PartialEq)]
pub struct Multi {
    /// In the source's order; a learner sees them shuffled. The wrong ones have what is said when they are picked.
    pub options: Vec<ChoiceOption>,
    /// What is said when only right ones are picked, and not all of them.
    pub other: Option<Feedback>,
}

codec_struct!(Multi { options, other });

impl Multi {
    /// Each wrong pick takes away one that is right.
    pub(super) fn judge(&self, picked: &[u8]) -> Verdict<'_> {
        let rising = picked.windows(2).all(|pair| pair[0] < pair[1]);
        if !rising || picked.last().is_some_and(|last| usize::from(*last) >= self.options.len()) {
            return Verdict::UNREADABLE;
        }
        let (mut right, mut wrong, mut said) = (0, 0, None);
        for (option, at) in self.options.iter().zip(0_u8..) {
            right += usize::from(option.feedback.is_none());
            if picked.contains(&at)
                && let Some(feedback) = &option.feedback
            {
                wrong += 1;
                said = said.or(Some(feedback));
            }
        }
        let score = Score::share((picked.len() - wrong).saturating_sub(wrong), right);
        Verdict::scored(score, said.or(self.other.as_ref()))
    }

    /// The right options, in rising order.
    pub(super) fn solution(&self) -> Vec<u8> {
        let options = self.options.iter().zip(0..);
        options.filter(|(option, _)| option.feedback.is_none()).map(|(_, at)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::item::Response::{Choice, Multi};
    use crate::item::tests::judges;
    use crate::sample::multi;

    #[test]
    fn scoring() {
        judges(
            &multi(),
            &[
                ("the key", Multi(vec![0, 2]), Some(1000), ""),
                ("one is missing", Multi(vec![2]), Some(500), "x.other"),
                ("both and a wrong one", Multi(vec![0, 2, 3]), Some(500), "x.off2"),
                ("one right, one wrong", Multi(vec![1, 2]), Some(0), "x.off1"),
                ("all", Multi(vec![0, 1, 2, 3]), Some(0), "x.off1"),
                ("only wrong ones", Multi(vec![1, 3]), Some(0), "x.off1"),
                ("none", Multi(Vec::new()), Some(0), "x.other"),
                ("one twice", Multi(vec![0, 0]), None, ""),
                ("out of order", Multi(vec![2, 0]), None, ""),
                ("no such option", Multi(vec![0, 4]), None, ""),
                ("a single pick", Choice(0), None, ""),
            ],
        );
    }
}
