//! Outlines: what is written comes back, and no points do harm.

use super::Segment::{self, Close, Line, Move, Quad};
use crate::codec::{from_bytes, to_bytes};
use proptest::prelude::*;

#[test]
fn outlines_are_points() {
    let corner = vec![Move(4, 6), Line(8, 0), Line(0, 8), Close];
    // Between two control points the curves meet halfway, and the last one meets the start.
    let drop = vec![Move(0, 0), Quad(8, 0, 8, 8), Quad(0, 8, -8, -8), Close];
    let cases = [
        ("nothing", vec![], vec![0]),
        ("corners", corner.clone(), vec![3, 2, 1, 1, 4, 6, 8, 0, 0, 8]),
        ("curves", drop.clone(), vec![3, 2, 0, 0, 0, 0, 8, 0, 0, 16]),
        (
            "two rings",
            [corner, drop].concat(),
            vec![6, 2, 1, 1, 2, 0, 0, 4, 6, 8, 0, 0, 8, 7, 7, 8, 0, 0, 16],
        ),
    ];
    for (case, outline, bytes) in cases {
        assert_eq!(to_bytes(&outline), bytes, "{case}");
        assert_eq!(from_bytes(&bytes), Ok(outline), "{case}");
    }
}

proptest! {
    #[test]
    fn any_points_are_an_outline_that_comes_back(kinds in prop::collection::vec(0..3_u8, 0..40), steps: Vec<i64>) {
        let steps = steps.into_iter().chain(std::iter::repeat(1)).take(2 * kinds.len());
        let bytes: Vec<u8> = [to_bytes(&kinds), steps.flat_map(|it| to_bytes(&it)).collect()].concat();
        let outline = from_bytes::<Vec<Segment>>(&bytes).expect("all kinds are known");
        prop_assert_eq!(from_bytes(&to_bytes(&outline)), Ok(outline));
    }
}
