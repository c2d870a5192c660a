use super::*;
use course::stage::Piece as _;
use course::stage::drawing::kind::{spiral, wave, zigzag};
use course::stage::drawing::point::{Point, at};
use course::stage::drawing::trace::Trace;

fn trace(lines: Vec<Vec<Point>>) -> Trace {
    Trace { name: "a wave".to_owned(), lines, beside: 30 }
}

fn house() -> Trace {
    trace(vec![
        vec![at(120, 400), at(120, 220), at(360, 220), at(360, 400), at(120, 400)],
        vec![at(120, 220), at(240, 80), at(360, 220)],
    ])
}

fn fault(pupil: &Pupil) -> &'static str {
    pupil.mark().map_or("", |it| Trace::FAULTS.get(usize::from(it.fault)).copied().unwrap_or(""))
}

#[test]
fn a_finger_follows_the_path() {
    let path = wave(at(40, 240), at(440, 240), 5, 70);
    let mut pupil = Pupil::new(StagedKind::Trace, &trace(vec![path.clone()]));
    assert_eq!(pupil.mark(), None);
    let places: Vec<(i32, i32)> = path.iter().map(|it| (it.x + 4, it.y - 5)).collect();
    pupil.draws(&places);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.press("Start again");
    assert_eq!(pupil.mark(), None);
    let back: Vec<(i32, i32)> = places.iter().rev().copied().collect();
    pupil.draws(&back);
    assert_eq!(fault(&pupil), "back");
    pupil.press("Undo");
    pupil.draws(&places);
    pupil.comes_back();
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

/// Presses what is told to come next, until the end.
fn walked(mut pupil: Pupil) -> Pupil {
    if !pupil.can("up right") {
        pupil.press("Step by step");
    }
    for _ in 0..200 {
        let status = pupil.status();
        match status.strip_prefix("Next: ") {
            Some(way) => pupil.press(way),
            None => return pupil,
        }
    }
    panic!("no end: {}", pupil.status())
}

#[test]
fn buttons_alone_follow_every_path() {
    for piece in [
        trace(vec![wave(at(40, 240), at(440, 240), 5, 70)]),
        trace(vec![zigzag(at(40, 240), at(440, 240), 5, 70)]),
        trace(vec![spiral(at(240, 240), 200, 3)]),
        house(),
    ] {
        let pupil = walked(Pupil::new(StagedKind::Trace, &piece));
        assert_eq!(pupil.status(), "You are at the end.");
        assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    }
}

#[test]
fn arrow_keys_follow_a_path() {
    let mut pupil = Pupil::new(StagedKind::Trace, &house());
    pupil.key("ArrowUp");
    for _ in 0..200 {
        let status = pupil.status();
        let Some(way) = status.strip_prefix("Next: ") else { break };
        pupil.key(match way.split(' ').next() {
            Some("up") => "ArrowUp",
            Some("down") => "ArrowDown",
            Some("left") => "ArrowLeft",
            _ => "ArrowRight",
        });
    }
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn a_wrong_step_is_seen_and_taken_back() {
    let line = vec![at(60, 240), at(420, 240)];
    let mut pupil = Pupil::new(StagedKind::Trace, &trace(vec![line]));
    pupil.press("Step by step");
    assert_eq!(pupil.status(), "Next: right");
    pupil.press("up");
    assert_eq!(pupil.status(), "That leads off the path.");
    for _ in 0..3 {
        pupil.press("up");
    }
    pupil.press("right");
    let mut pupil = walked(pupil);
    assert_eq!(fault(&pupil), "off");
    pupil.press("Start again");
    let pupil = walked(pupil);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn each_step_is_taken_back_by_itself() {
    let mut pupil = Pupil::new(StagedKind::Trace, &house());
    pupil.press("Step by step");
    let mut made = vec![pupil.made::<Vec<Vec<Point>>>()];
    for way in ["up", "left", "up", "right"] {
        pupil.press(way);
        made.push(pupil.made());
    }
    for before in made.iter().rev().skip(1) {
        pupil.press("Undo");
        assert_eq!(pupil.made::<Vec<Vec<Point>>>(), *before);
    }
    assert!(!pupil.can("Undo"));
}
