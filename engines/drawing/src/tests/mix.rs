use super::*;
use course::stage::Piece as _;
use course::stage::drawing::blend::{Hue, Pot};
use course::stage::drawing::mix::{Goal, Mix};

fn palette(goal: Goal) -> Mix {
    Mix { pots: vec![Pot::Red, Pot::Yellow, Pot::Blue, Pot::White], goal }
}

fn fault(pupil: &Pupil) -> &'static str {
    pupil.mark().map_or("", |it| Mix::FAULTS.get(usize::from(it.fault)).copied().unwrap_or(""))
}

#[test]
fn parts_are_added_and_taken_away() {
    let mut pupil = Pupil::new(StagedKind::Mix, &palette(Goal::Called(Hue::Green)));
    assert_eq!(pupil.mark(), None);
    assert!(!pupil.can("Less red"));
    for pot in ["More red", "More yellow", "More blue"] {
        pupil.press(pot);
    }
    assert!(pupil.words().contains("Your mix brown"), "{}", pupil.words());
    assert_eq!(fault(&pupil), "brown");
    pupil.press("Less red");
    assert!(pupil.words().contains("Your mix green"));
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.comes_back();
    assert!(pupil.words().contains("blue: 1"));
    pupil.press("Wash the brush");
    assert_eq!(pupil.mark(), None);
}

#[test]
fn a_wished_colour_is_compared_in_words_too() {
    let mut pupil = Pupil::new(StagedKind::Mix, &palette(Goal::Like(vec![1, 0, 0, 2], 14)));
    pupil.press("More red");
    pupil.press("More white");
    assert_eq!(pupil.status(), "Your mix is darker.");
    for _ in 0..3 {
        pupil.press("More white");
    }
    assert_eq!(pupil.status(), "Your mix is lighter.");
    pupil.press("More red");
    assert_eq!(pupil.status(), "They look alike.");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn what_is_foretold_stands_before_it_is_mixed() {
    let goal = Goal::Foretell(vec![0, 1, 1, 0], vec![Hue::Brown, Hue::Green, Hue::Grey]);
    let mut pupil = Pupil::new(StagedKind::Mix, &palette(goal));
    assert!(!pupil.can("Mix it"));
    pupil.press("brown");
    assert_eq!(pupil.mark(), None, "it is not handed in before it is mixed");
    assert!(!pupil.words().contains("It is"));
    pupil.press("Mix it");
    assert_eq!(pupil.status(), "It is green.");
    assert!(!pupil.can("green"), "what was foretold stays");
    assert_eq!(fault(&pupil), "brown");
    pupil.comes_back();
    assert_eq!(fault(&pupil), "brown");
    pupil.stage.hear(stage::Heard::Retried);
    assert_eq!(pupil.mark(), None, "it is foretold anew");
    pupil.press("green");
    pupil.press("Mix it");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn the_same_in_chinese() {
    let mut pupil =
        Pupil::in_locale(StagedKind::Mix, &palette(Goal::Called(Hue::Orange)), Locale::ZhHans);
    pupil.press("多一份红");
    pupil.press("多一份黄");
    assert!(pupil.words().contains("你调的颜色 橙"));
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}
