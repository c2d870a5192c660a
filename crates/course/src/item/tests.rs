//! What every interaction's table of scores is checked with, and what holds for all of them.

use super::{Interaction, Response, Score};
use crate::sample::every;

/// Cases: which, the response, its score in thousandths or none if it cannot be read, the misconception that is told.
pub fn judges(interaction: &Interaction, cases: &[(&str, Response, Option<u16>, &str)]) {
    for (case, response, score, misconception) in cases {
        let verdict = interaction.judge(response);
        assert_eq!(verdict.score.map(Score::thousandths), *score, "{case}");
        assert_eq!(
            verdict.feedback.map_or("", |it| it.misconception.as_str()),
            *misconception,
            "{case}"
        );
    }
}

#[test]
fn the_solution_gets_full_marks() {
    for interaction in every() {
        if let Some(solution) = interaction.solution() {
            assert_eq!(
                interaction.judge(&solution).score,
                Some(Score::FULL),
                "{}",
                interaction.name()
            );
        }
    }
}

#[test]
fn what_is_not_marked_has_no_solution_and_any_response_passes() {
    let cases = [
        (crate::sample::read(), Response::Read),
        (crate::sample::check(), Response::Check(vec![false, true])),
    ];
    for (interaction, response) in cases {
        assert_eq!(interaction.solution(), None, "{}", interaction.name());
        assert_eq!(interaction.judge(&response).score, Some(Score::FULL), "{}", interaction.name());
    }
}

#[test]
fn a_response_to_another_interaction_cannot_be_read() {
    for asked in every() {
        for answered in every() {
            let other = std::mem::discriminant(&asked) != std::mem::discriminant(&answered);
            let both_typed = matches!(asked.solution(), Some(Response::Typed(_)))
                && matches!(answered.solution(), Some(Response::Typed(_)));
            if let Some(response) = answered.solution().filter(|_| other && !both_typed) {
                assert_eq!(
                    asked.judge(&response).score,
                    None,
                    "{} to {}",
                    answered.name(),
                    asked.name()
                );
            }
        }
    }
}

#[test]
fn shares() {
    let cases = [
        ("nothing to get wrong", 0, 0, 1000),
        ("none", 0, 3, 0),
        ("rounded down", 2, 3, 666),
        ("all", 3, 3, 1000),
        ("never more than all", 4, 3, 1000),
    ];
    for (case, right, all, expected) in cases {
        assert_eq!(Score::share(right, all).thousandths(), expected, "{case}");
    }
}
