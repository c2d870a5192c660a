use super::*;
use crate::stage::music::note::Metre;
use crate::stage::music::text::read_notes;

fn tune(text: &str) -> Tune {
    let notes = read_notes(text).expect("readable");
    Tune { metre: Metre::TWO, tonic: 60, tempo: 90, notes }
}

fn words(sheet: &Sheet) -> Vec<&str> {
    let said = sheet.marks.iter().filter(|it| it.tag == "text");
    said.map(|it| &*it.words).collect()
}

#[test]
fn numbers_stand_in_order() {
    let sheet = draw(Notation::Jianpu, &tune("1 1_ 5_ | 6, - | 0 x."), 400);
    assert_eq!(words(&sheet), ["1=C", "2", "4", "1", "1", "5", "6", "0", "x"]);
    assert_eq!(sheet.places.len(), 6);
    assert!(sheet.places.windows(2).all(|pair| pair[0].0 < pair[1].0));
}

#[test]
fn a_bar_line_follows_a_full_bar_alone() {
    let bars = |text: &str| {
        let sheet = draw(Notation::Jianpu, &tune(text), 400);
        sheet.marks.iter().filter(|it| it.tag == "rect" && it.numbers[2] == 2).count()
    };
    assert_eq!([bars("1"), bars("1 1"), bars("1 1 | 1"), bars("1 1 | 1 1")], [0, 1, 1, 2]);
}

#[test]
fn a_long_tune_takes_several_lines() {
    let long = tune("1 1 | 5 5 | 6 6 | 5 - | 4 4 | 3 3 | 2 2 | 1 -");
    for notation in [Notation::Jianpu, Notation::Staff] {
        let (wide, narrow) = (draw(notation, &long, 2000), draw(notation, &long, 300));
        assert!(narrow.width <= 300 && wide.width > 300, "{notation:?}");
        assert!(narrow.height > wide.height * 2, "{notation:?}");
        let inside = |sheet: &Sheet| {
            let is_inside =
                |(x, y): &(i64, i64)| (0..sheet.width).contains(x) && (0..sheet.height).contains(y);
            sheet.places.iter().all(is_inside)
        };
        assert!(inside(&narrow) && inside(&wide));
        assert_eq!(narrow.places.len(), long.notes.len());
    }
}

/// Who looks for the difference between two tunes follows them down.
#[test]
fn bars_of_numbers_begin_under_each_other() {
    let sheet = draw(Notation::Jianpu, &tune("x x_ x_ | x_ x_ x_ x_ | x_ x_ x"), 300);
    let begins = |top| sheet.places.iter().find(|it| it.1 == top).map(|it| it.0);
    assert!(begins(0).is_some());
    assert_eq!(begins(0), begins(74));
}

#[test]
fn files_are_well_formed() {
    let sheet = draw(Notation::Staff, &tune("1_ 2_ 3 | 0 x"), 400);
    let file = svg(&sheet, "A & B");
    assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "));
    assert!(file.contains("<title>A &amp; B</title>") && file.ends_with("</svg>\n"));
    for tag in ["rect", "circle", "text"] {
        let (open, close) = (["<", tag, " "].concat(), ["</", tag, ">"].concat());
        assert_eq!(file.matches(&open).count(), file.matches(&close).count(), "{tag}");
    }
    assert_eq!(file.matches("<path").count(), file.matches("/>").count());
}

#[test]
fn nothing_is_drawn_of_nothing() {
    for notation in [Notation::Jianpu, Notation::Staff] {
        let sheet = draw(notation, &tune(""), 300);
        assert!(sheet.places.is_empty() && sheet.width > 0 && sheet.height > 0);
    }
}
