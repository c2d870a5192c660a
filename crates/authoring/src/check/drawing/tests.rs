use super::*;

/// The codes and words for an item with such a block.
fn found(kind: &str, block: &str) -> Vec<String> {
    let library = super::super::tests::with_item(&format!(
        "{kind} ma.add\n\nDraw.\n\n```{kind}\n{block}```\n\n- [ ] * :: Go on with the next one.\n"
    ));
    let lesson = &library.courses[0].lessons[0].locales[0].lesson;
    let items = texts::written(lesson);
    items.flat_map(of_item).map(|it| format!("{} {}", it.code, it.what)).collect()
}

#[test]
fn silhouettes_that_are_not_covered_exactly_are_found() {
    let cases = [
        ("side by side", "square red 2 at 0,0\nsquare red 2 at 2,0\n", ""),
        ("a door on a wall", "square red 4 at 0,0\nrectangle blue 1x2 at 1,2\n", ""),
        ("a roof", "square red 4 at 0,2\ntriangle red 4 at 0,0\n", ""),
        ("four corners", "corner red 2 at 0,0\ncorner red 2 at 0,0 turned 180\n", ""),
        ("wheels", "circle red 2 at 0,0\nhalf red 4 at 2,0\nquarter red 2 at 0,2 turned 90\n", ""),
        (
            "half on another",
            "square red 2 at 0,0\nsquare red 2 at 1,0\n",
            "C72 a square lies partly on a square",
        ),
        (
            "a wheel over the edge",
            "square red 4 at 0,0\ncircle red 2 at 3,3\n",
            "C72 a circle lies partly on a square",
        ),
        (
            "three on each other",
            "square red 4 at 0,0\nsquare red 2 at 0,0\nsquare red 2 at 0,0\n",
            "",
        ),
    ];
    for (case, blocks, expected) in cases {
        let found = found("geo", &format!("name = a thing\ngrid 8x6\n{blocks}"));
        let fits = if expected.is_empty() { found.is_empty() } else { found == [expected] };
        assert!(fits, "{case}: {found:?}");
    }
}

#[test]
fn a_mirror_over_what_is_not_even_is_found() {
    let even = "given circle red 80 at 200,200 = a ball\nmirror\n";
    assert_eq!(found("draw", even), [""; 0]);
    let uneven = "given circle red 80 at 60,200 = a ball\nmirror\n";
    let told = "C72 both sides should be alike, and what is given is not";
    assert!(found("draw", uneven).iter().any(|it| it == told));
}

#[test]
fn a_drawing_that_would_be_large_is_found() {
    assert_eq!(found("draw", "lines 8\nforms 7\nshapes 5\nwarm 3\n"), [""; 0]);
    let mut rng = course::rng::Rng::new(1);
    let lines: String = (0..90)
        .map(|_| {
            let mut place = || rng.below(480);
            let (x, y, x2, y2) = (place(), place(), place(), place());
            format!("given spiral red {x},{y} to {x2},{y2} = a snail\n")
        })
        .collect();
    let heavy = format!("{lines}spiral 99\n");
    let found = found("draw", &heavy);
    assert!(found.iter().any(|it| it.starts_with("C63 this drawing takes")), "{found:?}");
}
