use super::super::kind::Kind;
use super::super::paint::Family;
use super::super::point::at;
use super::super::shape::{Form, Place};
use super::super::sheet::{Shape, Width};
use super::*;
use crate::codec::from_bytes;
use crate::rng::Rng;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn draw(wants: Vec<Want>) -> Draw {
    Draw { tools: 7, paints: Vec::new(), given: Vec::new(), wants }
}

/// A scene in grey: sky, land, sun.
fn scene(wants: Vec<Want>) -> Draw {
    let part = |form, x, y, wide, high, name: &str| {
        let place = Place { middle: at(x, y), wide, high, eighths: 0 };
        let shape = Shape { form, paint: Paint::Grey, filled: true, mirrored: false, place };
        (Part::Shape(shape), name.to_owned())
    };
    let given = vec![
        part(Form::Rectangle, 240, 150, 480, 300, "sky"),
        part(Form::Rectangle, 240, 390, 480, 180, "land"),
        part(Form::Circle, 360, 120, 100, 100, "sun"),
    ];
    Draw { given, ..draw(wants) }
}

fn want() -> impl Strategy<Value = Want> {
    select(vec![
        Want::Kinds(4),
        Want::Kinds(8),
        Want::Line(Kind::Wavy, 1),
        Want::Line(Kind::Zigzag, 2),
        Want::Line(Kind::Spiral, 1),
        Want::Line(Kind::Dot, 3),
        Want::Wide(Width::Thick, 2),
        Want::Wide(Width::Thin, 1),
        Want::Marks(6),
        Want::Paints(4),
        Want::Of(Family::Warm, 3),
        Want::Forms(4),
        Want::Shapes(5),
        Want::Form(Form::Half, 2),
        Want::Mirror,
        Want::Horizon,
        Want::Cover(30),
        Want::Only(Family::Warm),
    ])
}

fn wants() -> impl Strategy<Value = Vec<Want>> {
    proptest::collection::vec(want(), 1..5)
}

proptest! {
    #[test]
    fn solutions_are_right_and_faults_are_shown(wants in wants(), given: bool, fault in 0..30_u8) {
        let draw = if given && !wants.contains(&Want::Mirror) { scene(wants) } else { draw(wants) };
        let solution = draw.solution(0).expect("it is marked");
        prop_assert_eq!(draw.judge(&solution), Mark::RIGHT, "{:?}", Sheet::read(&solution));
        if let Some(made) = draw.showing(fault, 0) {
            let mark = draw.judge(&made);
            prop_assert_eq!(mark.fault, fault);
            prop_assert!(mark.score.is_some_and(|it| it < Score::FULL));
        }
    }

    #[test]
    fn any_bytes_are_asked_or_an_error_and_any_response_is_judged(bytes: Vec<u8>, made: Vec<u8>) {
        draw(vec![Want::Kinds(2)]).judge(&made);
        if let Ok(draw) = from_bytes::<Draw>(&bytes) {
            draw.judge(&made);
        }
    }

    #[test]
    fn more_of_what_is_asked_scores_no_less(all in subsequence(vec![0, 1, 2, 3], 1..4)) {
        let wants = vec![Want::Line(Kind::Wavy, 1), Want::Wide(Width::Thick, 1), Want::Form(Form::Circle, 1), Want::Line(Kind::Spiral, 1)];
        let draw = draw(wants.clone());
        let part: Vec<Want> = all.iter().map(|at| wants[*at]).collect();
        let sheet = Example::of(&Draw { wants: part, ..draw.clone() }, None);
        let expected = (all.len() + 1) * 1000 / 5;
        prop_assert_eq!(draw.mark(&sheet).score.map(|it| usize::from(it.thousandths())), Some(expected));
    }
}

#[test]
fn every_fault_of_what_is_asked_can_be_shown() {
    let all = [
        Want::Kinds(4),
        Want::Line(Kind::Straight, 1),
        Want::Line(Kind::Curved, 1),
        Want::Line(Kind::Wavy, 1),
        Want::Line(Kind::Zigzag, 1),
        Want::Line(Kind::Spiral, 1),
        Want::Line(Kind::Dot, 1),
        Want::Wide(Width::Thin, 1),
        Want::Wide(Width::Thick, 1),
        Want::Marks(9),
        Want::Paints(4),
        Want::Of(Family::Warm, 2),
        Want::Of(Family::Cool, 2),
        Want::Only(Family::Warm),
        Want::Forms(3),
        Want::Shapes(5),
        Want::Form(Form::Triangle, 1),
        Want::Mirror,
        Want::Horizon,
        Want::Cover(30),
    ];
    for want in all {
        let draw = draw(vec![want]);
        assert!(draw.showing(want.fault(), 0).is_some(), "{want:?}");
        assert!(draw.showing(BLANK, 0).is_some());
    }
    let scene = scene(vec![Want::Painted, Want::Of(Family::Warm, 2)]);
    for fault in [BLANK, KEPT, Want::Painted.fault()] {
        assert!(scene.showing(fault, 0).is_some(), "{fault}");
    }
}

#[test]
fn drawing_freely_is_not_marked() {
    let draw = draw(Vec::new());
    assert_eq!(draw.solution(0), None);
    assert_eq!(draw.judge(&draw.random(0, &mut Rng::new(1))), Mark::RIGHT);
}

#[test]
fn a_scene_that_lost_a_part_says_so_first() {
    let draw = scene(vec![Want::Of(Family::Warm, 2)]);
    let mut sheet = draw.begun();
    sheet.layers[0].remove(2);
    sheet.put(1, Example::stroke(Paint::Red));
    assert_eq!(draw.mark(&sheet).fault, KEPT);
}
