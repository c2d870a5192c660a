use super::*;
use course::stage::Piece as _;
use course::stage::drawing::cover::Spot;
use course::stage::drawing::geo::{Block, Geo, Laid, Want};
use course::stage::drawing::paint::Paint;
use course::stage::drawing::shape::Form;

fn block(form: Form, wide: u8, high: u8, spot: Option<(u8, u8, u8)>) -> Block {
    let spot = spot.map(|(x, y, eighths)| Spot { x, y, eighths });
    Block { form, wide, high, paint: Paint::Red, spot }
}

fn geo(blocks: Vec<Block>, wants: Vec<Want>) -> Geo {
    Geo { name: "a house".to_owned(), wide: 8, high: 8, step: 2, blocks, wants }
}

fn house() -> Geo {
    let blocks = vec![
        block(Form::Square, 4, 4, Some((2, 4, 0))),
        block(Form::Triangle, 4, 2, Some((2, 2, 0))),
        block(Form::Half, 2, 1, Some((0, 6, 2))),
    ];
    geo(blocks, Vec::new())
}

fn fault(pupil: &Pupil) -> &'static str {
    pupil.mark().map_or("", |it| Geo::FAULTS.get(usize::from(it.fault)).copied().unwrap_or(""))
}

/// The middle of a cell, in units of the sheet.
fn cell(x: i32, y: i32) -> (i32, i32) {
    (x * 60 + 30, y * 60 + 30)
}

#[test]
fn a_block_is_tapped_then_its_place() {
    let mut pupil = Pupil::new(StagedKind::Geo, &house());
    assert_eq!(pupil.mark(), None);
    pupil.press("red square");
    assert_eq!(pupil.status(), "Now tap where it goes.");
    pupil.draws(&[cell(3, 5)]);
    assert_eq!(pupil.status(), "red square: 3 from the left, 5 from the top");
    pupil.press("red triangle");
    pupil.draws(&[cell(3, 2)]);
    assert_eq!(fault(&pupil), "gap");
    pupil.press("red half circle");
    pupil.draws(&[cell(0, 6)]);
    assert_eq!(fault(&pupil), "turned");
    pupil.press("Turn");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.comes_back();
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn a_block_that_lies_is_drawn_elsewhere() {
    let mut pupil = Pupil::new(StagedKind::Geo, &house());
    pupil.press("red square");
    pupil.draws(&[cell(1, 1)]);
    pupil.draws(&[cell(2, 2), cell(3, 4), cell(4, 6)]);
    let laid: Vec<Laid> = pupil.made();
    assert_eq!(laid, [Laid { block: 0, spot: Spot { x: 2, y: 4, eighths: 0 } }]);
}

#[test]
fn buttons_alone_build() {
    let mut pupil = Pupil::new(StagedKind::Geo, &house());
    for (number, name) in ["red square", "red triangle", "red half circle"].into_iter().enumerate()
    {
        pupil.press(name);
        let spot = house().blocks[number].spot.expect("it has a place");
        (0..spot.eighths / 2).for_each(|_| pupil.press("Turn"));
        pupil.press("left");
        (0..9).for_each(|_| pupil.press("left"));
        (0..9).for_each(|_| pupil.press("up"));
        (0..spot.x).for_each(|_| pupil.press("right"));
        (0..spot.y).for_each(|_| pupil.press("down"));
    }
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.press("Take away");
    assert_eq!(fault(&pupil), "gap");
    pupil.press("Undo");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn keys_alone_build() {
    let mut pupil = Pupil::new(
        StagedKind::Geo,
        &geo(vec![block(Form::Corner, 2, 2, Some((6, 6, 4)))], Vec::new()),
    );
    pupil.press("red corner");
    pupil.keys("ArrowRight", 9);
    pupil.keys("ArrowDown", 9);
    assert_eq!(fault(&pupil), "turned");
    pupil.keys(" ", 2);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.key("Delete");
    assert_eq!(pupil.mark(), None);
}

#[test]
fn free_building_shows_what_is_asked() {
    let blocks = vec![
        block(Form::Square, 2, 2, None),
        block(Form::Circle, 2, 2, None),
        block(Form::Triangle, 4, 2, None),
    ];
    let wants = vec![Want::Blocks(3), Want::Forms(2), Want::Together];
    let mut pupil = Pupil::new(StagedKind::Geo, &geo(blocks, wants));
    pupil.press("red square");
    pupil.draws(&[cell(0, 0)]);
    pupil.press("red circle");
    pupil.draws(&[cell(6, 6)]);
    assert!(
        pupil.words().contains("○ 2/3 blocks ✓ 2/2 kinds of shape ○ each touches another one"),
        "{}",
        pupil.words()
    );
    pupil.press("red triangle");
    pupil.draws(&[cell(3, 0)]);
    pupil.press("red circle on the grid");
    pupil.draws(&[cell(6, 6), cell(3, 3), cell(0, 2)]);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT), "{}", pupil.words());
}

#[test]
fn what_is_built_is_given_away_as_a_drawing() {
    let mut pupil = Pupil::new(StagedKind::Geo, &house());
    pupil.press("red square");
    pupil.draws(&[cell(3, 5)]);
    pupil.press("Save a file");
    pupil.press("Drawing (SVG)");
    let [Effect::File { bytes, .. }] = &pupil.effects[..] else { panic!("one file") };
    let written = String::from_utf8_lossy(bytes);
    assert!(
        written.contains("<path fill=\"#de242f\" d=\"M240 480l480 0l0 480l-480 0z\"/>"),
        "{written}"
    );
}
