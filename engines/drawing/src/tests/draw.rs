use super::*;
use course::stage::drawing::draw::{Draw, tool};
use course::stage::drawing::kind::Kind;
use course::stage::drawing::paint::{Family, Paint};
use course::stage::drawing::point::{Point, at};
use course::stage::drawing::shape::{Form, Place};
use course::stage::drawing::sheet::{Part, Shape, Sheet, Width};
use course::stage::drawing::want::Want;

fn free() -> Draw {
    let tools = tool::LINES | tool::SHAPES | tool::MIRROR;
    Draw { tools, paints: Vec::new(), given: Vec::new(), wants: Vec::new() }
}

fn asking(wants: Vec<Want>) -> Draw {
    Draw { wants, ..free() }
}

fn scene() -> Draw {
    let part = |form, x, y, wide, high, name: &str| {
        let place = Place { middle: at(x, y), wide, high, eighths: 0 };
        let shape = Shape { form, paint: Paint::Grey, filled: true, mirrored: false, place };
        (Part::Shape(shape), name.to_owned())
    };
    Draw {
        tools: 0,
        paints: vec![Paint::Red, Paint::Orange, Paint::Blue],
        given: vec![
            part(Form::Rectangle, 240, 150, 480, 300, "the sky"),
            part(Form::Circle, 360, 120, 100, 100, "the sun"),
        ],
        wants: vec![Want::Painted, Want::Only(Family::Warm)],
    }
}

fn pupil(draw: &Draw) -> Pupil {
    Pupil::new(StagedKind::Draw, draw)
}

fn sheet(pupil: &Pupil) -> Sheet {
    Sheet::read(&pupil.stage.made().0).expect("a sheet")
}

#[test]
fn a_finger_draws_a_line_and_it_can_be_taken_back() {
    let mut pupil = pupil(&free());
    assert_eq!(pupil.mark(), None);
    pupil.draws(&[(40, 40), (60, 50), (200, 120)]);
    assert_eq!(sheet(&pupil).lines().count(), 1);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.press("Undo");
    assert_eq!(sheet(&pupil), Sheet::default());
    pupil.press("Redo");
    pupil.press("blue");
    pupil.press("thick");
    pupil.draws(&[(40, 300), (400, 300)]);
    let drawn = sheet(&pupil);
    let last = drawn.lines().last().expect("a line");
    assert_eq!((last.paint, last.width), (Paint::Blue, Width::Thick));
    assert!(!pupil.can("Redo"));
}

#[test]
fn the_list_ticks_itself() {
    let mut pupil = pupil(&asking(vec![Want::Line(Kind::Straight, 2), Want::Horizon]));
    assert!(pupil.words().contains("0/2 straight lines"));
    pupil.draws(&[(40, 40), (400, 60)]);
    assert!(pupil.words().contains("1/2 straight lines"));
    pupil.draws(&[(0, 240), (480, 236)]);
    assert!(pupil.words().contains("✓ 2/2 straight lines ✓ a line from side to side"));
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn keys_alone_draw() {
    let mut pupil =
        pupil(&asking(vec![Want::Line(Kind::Straight, 1), Want::Line(Kind::Zigzag, 1)]));
    pupil.keys("ArrowLeft", 11);
    pupil.key(" ");
    pupil.keys("ArrowRight", 20);
    pupil.key(" ");
    assert_eq!(sheet(&pupil).lines().next().and_then(|it| it.kind()), Some(Kind::Straight));
    assert_eq!(pupil.status(), "21 from the left, 12 from the top");
    pupil.press("Lines");
    pupil.press("zigzag");
    pupil.keys("ArrowUp", 6);
    pupil.key("Enter");
    assert_eq!(pupil.status(), "Now tap where it ends.");
    pupil.keys("ArrowLeft", 15);
    pupil.key("Enter");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

/// One switch: scanning comes to every button in turn, nothing else is needed.
#[test]
fn buttons_alone_draw_every_kind() {
    let wants = vec![
        Want::Kinds(6),
        Want::Wide(Width::Thick, 1),
        Want::Form(Form::Half, 1),
        Want::Mirror,
        Want::Of(Family::Warm, 2),
    ];
    let mut pupil = pupil(&asking(wants));
    pupil.press("Buttons");
    pupil.press("Mirror");
    pupil.press("Lines");
    for kind in ["straight", "curved", "wavy", "zigzag", "spiral"] {
        pupil.press(kind);
        pupil.press("Here");
        (0..9).for_each(|_| pupil.press("left"));
        pupil.press("Here");
        pupil.press("down");
        (0..9).for_each(|_| pupil.press("right"));
    }
    pupil.press("thick");
    pupil.press("red");
    pupil.press("Here");
    (0..9).for_each(|_| pupil.press("up"));
    pupil.press("Here");
    pupil.press("Shapes");
    pupil.press("half circle");
    pupil.press("orange");
    pupil.press("Here");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT), "{}", pupil.words());
}

#[test]
fn waves_get_the_room_that_they_need() {
    let mut pupil = pupil(&asking(vec![Want::Line(Kind::Wavy, 1)]));
    pupil.press("Lines");
    pupil.press("wavy");
    pupil.draws(&[(100, 100), (160, 100)]);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
}

#[test]
fn a_line_is_tapped_at_both_ends() {
    let mut pupil = pupil(&free());
    pupil.press("Lines");
    pupil.draws(&[(100, 100)]);
    assert_eq!(pupil.status(), "Now tap where it ends.");
    pupil.draws(&[(300, 200)]);
    let near = |one: Point, other: Point| one.distance(other) <= 1;
    let drawn = sheet(&pupil);
    let points = &drawn.lines().next().expect("a line").points;
    assert!(near(points[0], at(100, 100)) && near(points[1], at(300, 200)), "{points:?}");
}

#[test]
fn a_scene_is_painted_by_tapping_it_or_its_names() {
    let mut pupil = pupil(&scene());
    assert_eq!(pupil.mark(), None);
    pupil.press("orange");
    pupil.draws(&[(100, 60)]);
    pupil.press("red");
    pupil.press("the sun");
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.press("blue");
    pupil.press("the sky");
    assert_eq!(pupil.mark().map(|it| Draw::named(it.fault)), Some("only"));
    assert!(!pupil.can("Erase"), "what is given stays");
}

trait Named {
    fn named(fault: u8) -> &'static str;
}

impl Named for Draw {
    fn named(fault: u8) -> &'static str {
        use course::stage::Piece as _;
        Self::FAULTS[usize::from(fault)]
    }
}

#[test]
fn a_closed_line_has_an_inside_and_paper_can_be_painted() {
    let mut pupil = pupil(&free());
    pupil.draws(&[(100, 100), (300, 100), (300, 300), (100, 300), (100, 104)]);
    pupil.press("Paint");
    pupil.press("yellow");
    pupil.draws(&[(200, 200)]);
    let line = sheet(&pupil).lines().next().cloned().expect("a line");
    assert_eq!((line.paint, line.fill), (Paint::Black, Some(Paint::Yellow)));
    pupil.press("sky blue");
    pupil.draws(&[(400, 400)]);
    assert_eq!(sheet(&pupil).ground, Some(Paint::Sky));
}

#[test]
fn things_are_moved_and_erased() {
    let mut pupil = pupil(&free());
    pupil.press("Shapes");
    pupil.press("square");
    pupil.draws(&[(100, 100)]);
    pupil.press("Move");
    pupil.draws(&[(100, 100), (150, 160), (300, 200)]);
    let middle = sheet(&pupil).shapes().next().map(|it| it.place.middle);
    assert!(middle.is_some_and(|it| it.distance(at(300, 200)) <= 2), "{middle:?}");
    pupil.press("Undo");
    let middle = sheet(&pupil).shapes().next().map(|it| it.place.middle);
    assert!(middle.is_some_and(|it| it.distance(at(100, 100)) <= 2), "{middle:?}");
    pupil.press("Erase");
    pupil.draws(&[(104, 96)]);
    assert_eq!(sheet(&pupil).shapes().count(), 0);
}

#[test]
fn layers_lie_on_each_other_as_they_are_called() {
    let mut pupil = pupil(&free());
    pupil.draws(&[(40, 40), (400, 40)]);
    pupil.press("Layer: middle");
    pupil.press("Layer: front");
    pupil.press("red");
    pupil.draws(&[(40, 44), (400, 44)]);
    let paints: Vec<Paint> = sheet(&pupil).lines().map(|it| it.paint).collect();
    assert_eq!(paints, [Paint::Red, Paint::Black], "the back layer comes first");
}

#[test]
fn what_was_drawn_is_there_again_and_can_be_given_away() {
    let mut pupil = pupil(&free());
    pupil.draws(&[(40, 40), (400, 60), (410, 300)]);
    let before = sheet(&pupil);
    pupil.comes_back();
    assert_eq!(sheet(&pupil), before);
    assert_eq!(pupil.mark(), Some(Mark::RIGHT));
    pupil.press("Save a file");
    pupil.press("Drawing (SVG)");
    pupil.press("Picture (PNG)");
    let expected = course::stage::drawing::svg::svg(&before);
    let [Effect::File { name, mime, bytes }, Effect::Png { svg, .. }] = &pupil.effects[..] else {
        panic!("two files, not {:?}", pupil.effects)
    };
    assert_eq!((name.as_str(), *mime), ("my-drawing.svg", "image/svg+xml"));
    assert_eq!(bytes, expected.as_bytes());
    assert_eq!(svg, &expected);
}

#[test]
fn a_full_sheet_says_so() {
    let mut pupil = pupil(&free());
    let scribble: Vec<(i32, i32)> = (0..150).map(|it| (it * 131 % 480, it * 197 % 480)).collect();
    for _ in 0..40 {
        pupil.draws(&scribble);
    }
    assert_eq!(pupil.status(), "The sheet is full. Erase something first.");
    assert!(Sheet::read(&pupil.stage.made().0).is_some());
}

#[test]
fn the_fewest_controls_that_a_task_needs() {
    let lines = Draw { tools: tool::LINES, ..asking(vec![Want::Kinds(4)]) };
    let pupil = pupil(&lines);
    assert!(!pupil.can("Shapes") && !pupil.can("Mirror") && pupil.can("Lines"));
    let scene = Pupil::new(StagedKind::Draw, &scene());
    assert!(!scene.can("Draw") && scene.can("the sky"));
}
