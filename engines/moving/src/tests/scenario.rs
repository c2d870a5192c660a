//! A story, from its beginning to its end.

use super::{Pupil, of_class, open, text, told};
use crate::Ask;
use crate::scenario::Do;
use course::codec::to_bytes;
use course::item::{Mark, StagedKind};
use course::stage::moving::moves::Prop;
use course::stage::moving::{Scenario, Scene, Way};
use stage::node::Element;
use stage::{Stage, Told};

fn story() -> Scenario {
    let way = |words: &str, to, fault| Way { words: words.to_owned(), to, fault };
    let scene = |words: &str, ways| Scene { figure: 1, prop: 7, words: words.to_owned(), ways };
    let good = course::stage::moving::scenario::GOOD;
    Scenario {
        scenes: vec![
            scene("The ball rolls.", vec![way("Run", 1, 0), way("Stop", 2, good)]),
            scene("A car brakes.", vec![way("Go back", 2, good)]),
            scene("All are well.", Vec::new()),
        ],
    }
}

#[test]
fn a_story_goes_on_as_one_chooses() {
    let mut pupil = Pupil::new(told(StagedKind::Scenario, to_bytes(&story())));
    assert!(pupil.says("The ball rolls.") && pupil.says("Run") && pupil.says("Stop"));
    assert_eq!(pupil.stage.made().1, None);
    pupil.does(Ask::Scenario(Do::Listen));
    let spoken = pupil.spoken().concat();
    let shown = text(&pupil.stage.view());
    // What is heard comes in the order of what is seen.
    assert_eq!(spoken.find("Run") < spoken.find("Stop"), shown.find("Run") < shown.find("Stop"));
    pupil.does(Ask::Scenario(Do::Way(0))).does(Ask::Scenario(Do::Way(0)));
    assert!(pupil.says("All are well."));
    let (made, mark) = pupil.stage.made();
    assert_eq!((&made[..], mark.map(|it| it.fault)), (&[0, 0][..], Some(0)));
    pupil.does(Ask::Scenario(Do::Again)).does(Ask::Scenario(Do::Way(1)));
    assert_eq!(pupil.stage.made(), (vec![1], Some(Mark::RIGHT)));
    let again = open(Told { made: vec![0], ..told(StagedKind::Scenario, to_bytes(&story())) });
    assert!(text(&again.view()).contains("A car brakes."), "where it was left");
}

/// From the highest head of a picture to the ground.
fn tallest(pupil: &Pupil) -> Vec<i32> {
    let tree = pupil.stage.view();
    let number = |it: &Element<Ask>, name| {
        let found = it.parts().attributes.iter().find(|(known, _)| *known == name);
        found.and_then(|(_, value)| value.parse::<i32>().ok()).expect("a number")
    };
    let heads = of_class(&tree, "skin").into_iter();
    heads.map(|it| number(it, "r") - number(it, "cy")).collect()
}

#[test]
fn a_friend_is_as_tall_as_the_pupil_and_a_grown_up_is_taller() {
    for (prop, least, most) in [(Prop::Child, 95, 105), (Prop::Adult, 120, 140)] {
        let mut story = story();
        story.scenes[0].figure = 0;
        story.scenes[0].prop = prop as u8;
        let pupil = Pupil::new(told(StagedKind::Scenario, to_bytes(&story)));
        let heads = tallest(&pupil);
        let [other, own] = heads[..] else { panic!("two heads: {heads:?}") };
        let percent = other * 100 / own;
        assert!((least..=most).contains(&percent), "{prop:?}: {percent}");
        assert!(other <= 1220, "{prop:?} is within the picture");
    }
}

#[test]
fn the_good_way_has_no_place_of_its_own() {
    let first = (0..40).filter(|seed| {
        let told = Told { seed: *seed, ..told(StagedKind::Scenario, to_bytes(&story())) };
        let shown = text(&open(told).view());
        shown.find("Stop") < shown.find("Run")
    });
    assert!((10..=30).contains(&first.count()));
}
