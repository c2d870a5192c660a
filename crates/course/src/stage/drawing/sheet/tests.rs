use super::super::kind::made;
use super::super::point::{at, sine};
use super::*;
use crate::codec::to_bytes;
use crate::rng::Rng;
use proptest::prelude::*;

/// Anything that a stage can put on a sheet.
pub(in super::super) fn sheet(seed: u64, parts: u64) -> Sheet {
    let mut rng = Rng::new(seed);
    let mut sheet = Sheet { ground: Paint::numbered(rng.below(20) as u8), layers: Vec::new() };
    for _ in 0..parts {
        let layer = rng.below(3) as usize;
        sheet.put(layer, part(&mut rng));
    }
    sheet
}

fn part(rng: &mut Rng) -> Part {
    let paint = Paint::ALL[rng.below(13) as usize].0;
    let mut below = |bound: i32| rng.below(bound as u64 + 1) as i32;
    let (x, y) = (below(SIDE), below(SIDE));
    if below(2) == 0 {
        let place = Place {
            middle: at(x, y),
            wide: 1 + below(SIDE - 1),
            high: 1 + below(SIDE - 1),
            eighths: below(7) as u8,
        };
        let form = Form::ALL[below(6) as usize].0;
        let (filled, mirrored) = (below(1) == 0, below(1) == 0);
        return Part::Shape(Shape { form, paint, filled, mirrored, place });
    }
    let kind = Kind::ALL[below(5) as usize].0;
    let mut line = Line::drawn(
        paint,
        Width::ALL[below(2) as usize].0,
        &made(kind, at(x, y), at(below(SIDE), below(SIDE))),
    );
    line.mirrored = below(1) == 0;
    line.fill = (below(3) == 0).then_some(Paint::Green);
    Part::Line(line)
}

proptest! {
    #[test]
    fn a_sheet_is_read_as_it_was_written(seed: u64, parts in 0..40_u64) {
        let sheet = sheet(seed, parts);
        prop_assert_eq!(Sheet::read(&to_bytes(&sheet)), Some(sheet));
    }

    #[test]
    fn any_bytes_are_a_sheet_that_can_be_written_or_none(bytes: Vec<u8>) {
        if let Some(sheet) = Sheet::read(&bytes) {
            prop_assert_eq!(Sheet::read(&to_bytes(&sheet)), Some(sheet));
        }
    }

    #[test]
    fn a_changed_byte_is_a_sheet_or_none(seed: u64, at: prop::sample::Index, byte: u8) {
        let mut bytes = to_bytes(&sheet(seed, 12));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Some(sheet) = Sheet::read(&bytes) {
            prop_assert!(sheet.parts().count() <= PARTS_MAX);
        }
    }
}

#[test]
fn what_is_too_much_is_no_sheet() {
    let dot = Part::Line(Line::drawn(Paint::Red, Width::Thin, &[at(1, 1)]));
    let many = Sheet { ground: None, layers: vec![vec![dot.clone(); PARTS_MAX + 1]] };
    assert_eq!(Sheet::read(&to_bytes(&many)), None);
    let deep = Sheet { ground: None, layers: vec![vec![dot]; LAYERS + 1] };
    assert_eq!(Sheet::read(&to_bytes(&deep)), None);
    assert_eq!(Sheet::read(&vec![0; BYTES_MAX + 1]), None);
}

/// Sixty lines as a child draws them: half of them short ones (hair, grass, rain), the others ways, waves, rings and teeth, all a
/// little off.
#[test]
fn a_drawing_of_sixty_lines_takes_less_than_three_kilobytes() {
    let mut rng = Rng::new(3);
    let mut sheet = Sheet::default();
    for number in 0..60 {
        let mut below = |bound: i32| rng.below(bound as u64 + 1) as i32;
        let from = at(60 + below(360), 60 + below(360));
        let long = if number % 2 == 0 { 40 } else { 200 };
        let to = at(from.x + sine(long, below(31)), from.y + sine(long, below(31))).on_sheet();
        let mut dense =
            super::super::kind::samples(&made(Kind::ALL[number % 5].0, from, to), 4, 600);
        for (step, point) in (0..).zip(&mut dense) {
            let sway = |phase: i32| sine(3, step / 2 + phase);
            *point = at(point.x + sway(0) + below(1), point.y + sway(9) + below(1));
        }
        sheet.put(0, Part::Line(Line::drawn(Paint::Blue, Width::Middle, &dense)));
    }
    let bytes = to_bytes(&sheet).len();
    assert!(bytes <= 3_000, "{bytes}");
}
