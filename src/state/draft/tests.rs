use super::*;
use course::generator::Number;
use course::item::Score;
use course::rational::Rational;
use course::sample;
use proptest::prelude::*;

/// Moves that turn a draft into `response`, as a learner would make them.
pub fn moves(draft: &Draft, response: &Response) -> Vec<Edit> {
    match (draft, response) {
        (_, Response::Choice(option)) => vec![Edit::Pick(*option)],
        (_, Response::Typed(text)) => vec![Edit::Type(text.clone())],
        (_, Response::Numline(tick)) => vec![Edit::Mark(*tick)],
        (Draft::Row(row), Response::Order(cards) | Response::Tiles(cards)) => {
            row.iter().chain(cards).map(|card| Edit::Lay(*card)).collect()
        }
        (Draft::Places(hand, _), Response::Match(places) | Response::Sort(places)) => {
            let held = |it| if it < RIGHT { Edit::Hold(it) } else { Edit::Put(it - RIGHT) };
            let let_go = hand.map(held).into_iter();
            let put = (0_u8..).zip(places);
            let_go
                .chain(put.flat_map(|(card, place)| [Edit::Hold(card), Edit::Put(*place)]))
                .collect()
        }
        (Draft::Cells(cells), Response::Grid(wanted)) => {
            let differ = |cell: &u16| cells.contains(cell) != wanted.contains(cell);
            (0..100).filter(differ).map(Edit::Cell).collect()
        }
        (Draft::Ticks(ticks), Response::Check(wanted)) => {
            let differ =
                (0_u8..).zip(ticks.iter().zip(wanted)).filter(|(_, (is, should))| is != should);
            differ.map(|(at, _)| Edit::Tick(at)).collect()
        }
        (Draft::Ticks(ticks), Response::Multi(picked)) => {
            let differ = |at: &u8| ticks[usize::from(*at)] != picked.contains(at);
            (0..ticks.len() as u8).filter(differ).map(Edit::Tick).collect()
        }
        _ => Vec::new(),
    }
}

/// The right response, or one to what is not marked.
pub fn right(interaction: &Interaction) -> Response {
    interaction.solution().unwrap_or_else(|| {
        if let Interaction::Check(it) = interaction {
            Response::Check(vec![true; it.statements.len()])
        } else {
            Response::Read
        }
    })
}

fn after(interaction: &Interaction, edits: &[Edit]) -> Draft {
    edits.iter().fold(Draft::new(interaction), |draft, edit| draft.after(edit, interaction))
}

#[test]
fn every_interaction_is_answered_right_by_moves() {
    for interaction in sample::every() {
        let name = interaction.name();
        let wanted = right(&interaction);
        let draft = after(&interaction, &moves(&Draft::new(&interaction), &wanted));
        assert_eq!(draft.response(&interaction).as_ref(), Some(&wanted), "{name}");
        assert_eq!(interaction.judge(&wanted).score, Some(Score::FULL), "{name}");
    }
}

#[test]
fn an_answer_in_the_making_is_taken_up_as_it_was() {
    for interaction in sample::every() {
        let all = moves(&Draft::new(&interaction), &right(&interaction));
        for made in 0..=all.len() {
            let mut draft = after(&interaction, &all[..made]);
            let begun = Begun::read(&["42", &draft.moves()].concat()).expect("a seed");
            // What was in the hand is back in its place.
            if let Draft::Places(hand, _) = &mut draft {
                *hand = None;
            }
            assert_eq!((begun.seed, begun.hints), (42, 0));
            assert_eq!(after(&interaction, &begun.edits), draft, "{}", interaction.name());
        }
    }
}

#[test]
fn what_is_no_answer_in_the_making_is_left_out() {
    let read = |text: &str| Begun::read(text).map(|it| (it.seed, it.edits, it.hints));
    for none in ["", "\n", "x\np1", "\np1"] {
        assert_eq!(read(none), None, "{none:?}");
    }
    assert_eq!(read("7\nn2\np300\np\nc70000\nz1\n\n\u{1d7d9}\ny 1 \nn999"), {
        Some((7, vec![Edit::Type(" 1 ".to_owned())], 2))
    });
}

#[test]
fn given_cells_alone_are_no_answer() {
    let Interaction::Grid(grid) = sample::grid() else { panic!("a grid") };
    let given =
        Interaction::Grid(course::item::Grid { given: Number::Fixed(Rational::whole(3)), ..grid });
    assert_eq!(Draft::new(&given).response(&given), None);
    let one = after(&given, &[Edit::Cell(5)]);
    assert_eq!(one.response(&given), Some(Response::Grid(vec![0, 1, 2, 5])));
}

#[test]
fn a_draft_is_no_response_before_it_is_whole() {
    // The others can be handed in at any time, or once anything is laid.
    let whole = ["choice", "number", "text", "order", "match", "sort", "numline"];
    for interaction in sample::every().iter().filter(|it| whole.contains(&it.name())) {
        let moves = moves(&Draft::new(interaction), &right(interaction));
        for made in 0..moves.len() {
            let draft = after(interaction, &moves[..made]);
            assert_eq!(
                draft.response(interaction),
                None,
                "{} after {made} moves",
                interaction.name()
            );
        }
    }
    assert_eq!(Draft::Typed("  ".to_owned()).response(&sample::number()), None);
    assert_eq!(Draft::Row(Vec::new()).response(&sample::tiles()), None);
}

#[test]
fn moves_and_what_they_leave() {
    use Edit::{Cell, Hold, Lay, Pick, Put, Tick};
    let cases = [
        (
            "a second pick replaces the first",
            sample::choice(),
            vec![Pick(0), Pick(2)],
            Draft::Pick(Some(2)),
        ),
        (
            "a laid card goes back",
            sample::order(),
            vec![Lay(1), Lay(2), Lay(1)],
            Draft::Row(vec![2]),
        ),
        (
            "the same card twice: out of the hand",
            sample::sort(),
            vec![Hold(1), Hold(1)],
            Draft::Places(None, vec![None; 4]),
        ),
        (
            "another card instead",
            sample::sort(),
            vec![Hold(1), Hold(2)],
            Draft::Places(Some(2), vec![None; 4]),
        ),
        ("nothing in the hand", sample::sort(), vec![Put(1)], Draft::Places(None, vec![None; 4])),
        ("no such card", sample::sort(), vec![Hold(4), Put(1)], Draft::Places(None, vec![None; 4])),
        (
            "a bin holds many",
            sample::sort(),
            vec![Hold(0), Put(1), Hold(1), Put(1)],
            Draft::Places(None, vec![Some(1), Some(1), None, None]),
        ),
        (
            "a partner has one card",
            sample::matching(),
            vec![Hold(0), Put(1), Hold(1), Put(1)],
            Draft::Places(None, vec![None, Some(1), None]),
        ),
        (
            "the right card first",
            sample::matching(),
            vec![Put(1), Hold(0)],
            Draft::Places(None, vec![Some(1), None, None]),
        ),
        (
            "another right card instead",
            sample::matching(),
            vec![Put(1), Put(2)],
            Draft::Places(Some(2 | RIGHT), vec![None; 3]),
        ),
        (
            "the same right card twice: out of the hand",
            sample::matching(),
            vec![Put(1), Put(1)],
            Draft::Places(None, vec![None; 3]),
        ),
        (
            "given cells stay",
            sample::grid(),
            vec![Cell(0), Cell(9), Cell(9), Cell(4)],
            Draft::Cells(vec![0, 1, 2, 4]),
        ),
        (
            "a tick is taken back",
            sample::check(),
            vec![Tick(0), Tick(1), Tick(0)],
            Draft::Ticks(vec![false, true]),
        ),
        ("no such statement", sample::check(), vec![Tick(2)], Draft::Ticks(vec![false, false])),
        (
            "a move of another interaction",
            sample::number(),
            vec![Pick(1), Lay(0), Cell(3)],
            Draft::Typed(String::new()),
        ),
    ];
    for (case, interaction, edits, expected) in cases {
        assert_eq!(after(&interaction, &edits), expected, "{case}");
    }
}

#[test]
fn another_attempt_begins_with_what_was_right() {
    use Edit::{Hold, Lay, Put, Tick};
    let cases = [
        (
            "right picks of several stay",
            sample::multi(),
            vec![Tick(0), Tick(1)],
            Draft::Ticks(vec![true, false, false, false]),
        ),
        (
            "right pairs stay",
            sample::matching(),
            vec![Hold(0), Put(1), Hold(1), Put(0), Hold(2), Put(2)],
            Draft::Places(None, vec![None, None, Some(2)]),
        ),
        (
            "cards in the right bin stay",
            sample::sort(),
            vec![Hold(0), Put(0), Hold(1), Put(0)],
            Draft::Places(None, vec![Some(0), None, None, None]),
        ),
        ("a row is laid anew", sample::order(), vec![Lay(0), Lay(2)], Draft::Row(Vec::new())),
    ];
    for (case, interaction, edits, expected) in cases {
        assert_eq!(after(&interaction, &edits).again(&interaction), expected, "{case}");
    }
}

pub fn any_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0_u8..6).prop_map(Edit::Pick),
        "[0-9a-z ]{0,3}".prop_map(Edit::Type),
        (0_u8..6).prop_map(Edit::Lay),
        (0_u8..6).prop_map(Edit::Hold),
        (0_u8..6).prop_map(Edit::Put),
        (0_u16..12).prop_map(Edit::Mark),
        (0_u16..12).prop_map(Edit::Cell),
        (0_u8..6).prop_map(Edit::Tick),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_moves_can_be_made_and_made_good(edits in prop::collection::vec(any_edit(), 0..20)) {
        for interaction in sample::every() {
            let draft = after(&interaction, &edits);
            if let Some(response) = draft.response(&interaction) {
                interaction.judge(&response);
            }
            let wanted = right(&interaction);
            let good = moves(&draft, &wanted);
            let draft = good.iter().fold(draft, |draft, edit| draft.after(edit, &interaction));
            prop_assert_eq!(draft.response(&interaction), Some(wanted), "{}", interaction.name());
        }
    }
}
