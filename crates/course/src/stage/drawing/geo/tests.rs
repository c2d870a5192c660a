use super::*;
use crate::rng::Rng;
use proptest::prelude::*;

fn block(form: Form, wide: u8, high: u8, spot: Option<(u8, u8, u8)>) -> Block {
    let spot = spot.map(|(x, y, eighths)| Spot { x, y, eighths });
    Block { form, wide, high, paint: Paint::Red, spot }
}

fn geo(blocks: Vec<Block>, wants: Vec<Want>) -> Geo {
    Geo { name: "a house".to_owned(), wide: 8, high: 8, step: 2, blocks, wants }
}

/// Wall, roof, chimney, door on the wall.
fn house() -> Geo {
    let blocks = vec![
        block(Form::Square, 4, 4, Some((2, 4, 0))),
        block(Form::Triangle, 4, 2, Some((2, 2, 0))),
        block(Form::Rectangle, 1, 2, Some((2, 1, 0))),
        block(Form::Rectangle, 1, 2, Some((3, 6, 0))),
        block(Form::Circle, 2, 2, None),
    ];
    geo(blocks, Vec::new())
}

/// Two halves, one above the other.
fn ball() -> Geo {
    let blocks =
        vec![block(Form::Half, 4, 2, Some((2, 2, 0))), block(Form::Half, 4, 2, Some((2, 4, 4)))];
    geo(blocks, Vec::new())
}

fn free() -> Geo {
    let blocks = vec![
        block(Form::Square, 2, 2, None),
        block(Form::Square, 2, 2, None),
        block(Form::Triangle, 4, 2, None),
        block(Form::Circle, 2, 2, None),
        block(Form::Rectangle, 3, 1, None),
    ];
    geo(blocks, vec![Want::Blocks(3), Want::Forms(3), Want::Form(Form::Circle, 1), Want::Together])
}

fn laid(all: &[(u8, u8, u8, u8)]) -> Vec<Laid> {
    all.iter()
        .map(|(block, x, y, eighths)| Laid {
            block: *block,
            spot: Spot { x: *x, y: *y, eighths: *eighths },
        })
        .collect()
}

#[test]
fn what_is_laid_on_a_silhouette_is_marked_by_how_it_differs() {
    let house = house();
    let named = |mark: Mark| {
        (
            mark.score.map(|it| it.thousandths() == 1000),
            Geo::FAULTS.get(usize::from(mark.fault)).copied(),
        )
    };
    let cases = [
        (
            "as it is",
            vec![(0, 2, 4, 0), (1, 2, 2, 0), (2, 2, 1, 0), (3, 3, 6, 0)],
            Some(true),
            None,
        ),
        (
            "a square is the same turned",
            vec![(0, 2, 4, 2), (1, 2, 2, 0), (2, 2, 1, 0), (3, 3, 6, 0)],
            Some(true),
            None,
        ),
        (
            "door for chimney",
            vec![(0, 2, 4, 0), (1, 2, 2, 0), (3, 2, 1, 0), (2, 3, 6, 0)],
            Some(true),
            None,
        ),
        (
            "upside down",
            vec![(0, 2, 4, 0), (1, 2, 2, 4), (2, 2, 1, 0), (3, 3, 6, 0)],
            Some(false),
            Some("turned"),
        ),
        (
            "one to the left",
            vec![(0, 1, 4, 0), (1, 2, 2, 0), (2, 2, 1, 0), (3, 3, 6, 0)],
            Some(false),
            Some("over"),
        ),
        (
            "roof on the wall",
            vec![(0, 2, 4, 0), (1, 2, 4, 0), (2, 2, 1, 0), (3, 3, 6, 0)],
            Some(false),
            Some("twice"),
        ),
        ("no door", vec![(0, 2, 4, 0), (1, 2, 2, 0), (2, 2, 1, 0)], Some(false), Some("gap")),
        ("nothing", vec![], Some(false), Some("blank")),
    ];
    for (case, all, right, fault) in cases {
        assert_eq!(named(house.mark(&laid(&all))), (right, fault), "{case}");
    }
}

#[test]
fn what_is_built_freely_is_marked_by_what_is_asked() {
    let free = free();
    let named = |mark: Mark| Geo::FAULTS.get(usize::from(mark.fault)).copied();
    let cases = [
        ("all of it", vec![(0, 0, 4, 0), (1, 2, 4, 0), (2, 0, 2, 0), (3, 4, 4, 0)], None),
        ("two blocks", vec![(0, 0, 4, 0), (2, 0, 2, 0)], Some("blocks")),
        ("two forms", vec![(0, 0, 4, 0), (1, 2, 4, 0), (2, 0, 2, 0)], Some("forms")),
        ("no circle", vec![(0, 0, 4, 0), (1, 2, 4, 0), (2, 0, 2, 0), (4, 0, 6, 0)], Some("circle")),
        (
            "one stands apart",
            vec![(0, 0, 4, 0), (1, 2, 4, 0), (2, 0, 2, 0), (3, 6, 6, 0)],
            Some("apart"),
        ),
        (
            "corner to corner",
            vec![(0, 0, 4, 0), (1, 2, 4, 0), (2, 0, 2, 0), (3, 4, 6, 0)],
            Some("apart"),
        ),
    ];
    for (case, all, fault) in cases {
        assert_eq!(named(free.mark(&laid(&all))), fault, "{case}");
    }
}

#[test]
fn solutions_are_right_and_faults_are_shown() {
    for geo in [house(), ball(), free()] {
        let solution = geo.solution(0).expect("it is marked");
        assert_eq!(geo.judge(&solution), Mark::RIGHT);
        let mut shown = Vec::new();
        for (fault, name) in (0..).zip(Geo::FAULTS) {
            let Some(made) = geo.showing(fault, 0) else { continue };
            let mark = geo.judge(&made);
            assert_eq!(mark.fault, fault, "{name}");
            assert!(mark.score.is_some_and(|it| it < Score::FULL), "{name}");
            shown.push(*name);
        }
        let expected: &[&str] = if geo.has_target() {
            &["turned", "over", "twice", "gap", "blank"]
        } else {
            &["blank", "blocks", "forms", "apart", "circle"]
        };
        for name in expected {
            assert!(shown.contains(name), "{name} is not shown, but {shown:?}");
        }
    }
}

#[test]
fn what_is_laid_by_chance_is_worth_little() {
    let mut rng = Rng::new(5);
    for _ in 0..100 {
        let score = house().judge(&house().random(0, &mut rng)).score.expect("it can be read");
        assert!(score.thousandths() <= 600, "{score:?}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_blocks_or_an_error_and_any_response_is_judged(bytes: Vec<u8>, made: Vec<u8>) {
        for geo in [house(), ball(), free()] {
            geo.judge(&made);
        }
        if let Ok(geo) = from_bytes::<Geo>(&bytes) {
            geo.judge(&made);
            geo.judge(&[0]);
        }
    }

    #[test]
    fn a_changed_byte_of_a_piece_does_no_harm(at: prop::sample::Index, byte: u8) {
        for geo in [house(), free()] {
            let mut bytes = to_bytes(&geo);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(other) = from_bytes::<Geo>(&bytes) {
                other.judge(&geo.solution(0).expect("it is marked"));
                other.solution(0);
            }
        }
    }
}
