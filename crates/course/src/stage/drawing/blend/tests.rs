use super::*;
use proptest::prelude::*;

fn parts() -> impl Strategy<Value = Parts> {
    prop::array::uniform5(0..=PARTS_MAX)
}

fn called(parts: Parts) -> Hue {
    hue(blended(parts).expect("something is mixed"))
}

#[test]
fn mixtures_are_called_what_painters_call_them() {
    let cases = [
        ([1, 0, 0, 0, 0], Hue::Red),
        ([0, 1, 0, 0, 0], Hue::Yellow),
        ([0, 0, 1, 0, 0], Hue::Blue),
        ([0, 0, 0, 1, 0], Hue::White),
        ([0, 0, 0, 0, 1], Hue::Black),
        ([1, 1, 0, 0, 0], Hue::Orange),
        ([1, 2, 0, 0, 0], Hue::Orange),
        ([2, 1, 0, 0, 0], Hue::Orange),
        ([0, 1, 1, 0, 0], Hue::Green),
        ([0, 3, 1, 0, 0], Hue::Green),
        ([0, 1, 3, 0, 0], Hue::Green),
        ([1, 0, 1, 0, 0], Hue::Purple),
        ([2, 0, 1, 0, 0], Hue::Purple),
        ([1, 0, 2, 0, 0], Hue::Purple),
        ([1, 1, 1, 0, 0], Hue::Brown),
        ([2, 2, 1, 0, 0], Hue::Brown),
        ([1, 0, 0, 1, 0], Hue::Pink),
        ([1, 0, 0, 2, 0], Hue::Pink),
        ([0, 0, 1, 1, 0], Hue::Blue),
        ([0, 0, 1, 3, 0], Hue::Blue),
        ([0, 0, 0, 1, 1], Hue::Grey),
        ([0, 0, 0, 3, 1], Hue::Grey),
        ([1, 0, 1, 2, 0], Hue::Purple),
        ([0, 1, 1, 1, 0], Hue::Green),
        ([0, 1, 0, 0, 1], Hue::Green),
    ];
    for (parts, expected) in cases {
        let rgb = blended(parts).expect("something is mixed");
        assert_eq!(hue(rgb), expected, "{parts:?} is {rgb:06x}");
    }
    for (named, name, rgb) in Hue::ALL {
        assert_eq!(hue(rgb), named, "{name}");
    }
}

#[test]
fn nothing_has_no_colour() {
    assert_eq!(blended([0; 5]), None);
}

proptest! {
    /// As much again of everything is the same paint.
    #[test]
    fn only_the_ratio_counts(parts in prop::array::uniform5(0..=3_u8), times in 1..=3_u8) {
        prop_assert_eq!(blended(parts), blended(parts.map(|it| it * times)));
    }

    /// Light that is added makes white; paint that is added makes nothing lighter than its lightest part.
    #[test]
    fn a_mixture_is_no_lighter_than_its_lightest_paint_in_any_band(parts in parts()) {
        let Some(mixed) = blended(parts) else { return Ok(()) };
        for (band, value) in bands(mixed).into_iter().enumerate() {
            let alone = (0..5).filter(|at| parts[*at] > 0).map(|at| {
                let mut one = [0; 5];
                one[at] = 1;
                bands(blended(one).expect("one paint"))[band]
            });
            let (least, most) = alone.fold((255, 0), |(least, most), it| (it.min(least), it.max(most)));
            prop_assert!((least..=most).contains(&value), "{least} {value} {most}");
        }
    }

    /// The misconceptions of light: never grey or white, never brown.
    #[test]
    fn yellow_and_blue_make_green(yellow in 1..=PARTS_MAX, blue in 1..=PARTS_MAX) {
        let called = called([0, yellow, blue, 0, 0]);
        if yellow <= 3 * blue && blue <= 3 * yellow {
            prop_assert_eq!(called, Hue::Green);
        } else {
            prop_assert!([Hue::Yellow, Hue::Green, Hue::Blue].contains(&called), "{called:?}");
        }
    }

    #[test]
    fn red_and_yellow_make_orange(red in 1..=3_u8, yellow in 1..=3_u8) {
        prop_assert_eq!(called([red, yellow, 0, 0, 0]), Hue::Orange);
    }

    #[test]
    fn red_and_blue_make_purple(red in 1..=3_u8, blue in 1..=3_u8) {
        prop_assert_eq!(called([red, 0, blue, 0, 0]), Hue::Purple);
    }

    #[test]
    fn white_makes_lighter_and_black_makes_darker(parts in parts()) {
        let Some(mixed) = blended(parts) else { return Ok(()) };
        let [red, yellow, blue, white, black] = parts;
        let lighter = blended([red, yellow, blue, white + 1, black]).expect("a mixture");
        let darker = blended([red, yellow, blue, white, black + 1]).expect("a mixture");
        prop_assert!(lightness(lighter) >= lightness(mixed) - 1);
        prop_assert!(lightness(darker) <= lightness(mixed) + 1);
    }
}
