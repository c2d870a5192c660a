use super::*;
use course::codec::{Bytes, to_bytes};
use course::item::{Response, Score, StagedKind};
use course::lesson::PartKind;
use course::stage::drawing::sheet::Sheet;
use learning::event::{Attempt, Event, EventId, Kind};

fn attempt(item: &str, day: i64, response: Response) -> Vec<u8> {
    let attempt = Attempt {
        lesson: "ar-01".to_owned(),
        item: item.to_owned(),
        hash: 0,
        level: 0,
        seed: 1,
        forced: false,
        part: PartKind::Guided,
        response,
        score: Score::FULL,
        skills: Vec::new(),
        misconception: String::new(),
        hints: 0,
        solution: false,
        millis: 0,
        day,
    };
    let id = EventId { writer: 1, seq: 0 };
    let event = Event { id, learner: 0, lamport: 1, at: 0, kind: Kind::ItemAttempted(attempt) };
    let bytes = event.to_bytes();
    [&(bytes.len() as u32).to_le_bytes()[..], &bytes].concat()
}

fn drawing() -> Response {
    Response::Staged(StagedKind::Draw, Bytes(to_bytes(&Sheet::default())))
}

fn opened(records: Vec<u8>) -> Works {
    let told = Told {
        kind: StagedKind::Tap,
        piece: records,
        seed: 0,
        made: Vec::new(),
        locale: Locale::En,
        remembered: String::new(),
        still: false,
        voice: false,
        motion: false,
    };
    Works::open(told).expect("a page, whatever the log")
}

#[test]
fn works_stand_newest_first_and_an_item_once_a_day() {
    let days =
        [("ar-01.e1", 20_000), ("ar-01.e2", 20_000), ("ar-01.e1", 20_000), ("ar-01.e1", 20_001)];
    let records = days.map(|(item, day)| attempt(item, day, drawing())).concat();
    let works = opened(records).works;
    let found: Vec<(&str, i64)> = works.iter().map(|it| (&*it.item, it.day)).collect();
    assert_eq!(found, [("ar-01.e1", 20_001), ("ar-01.e1", 20_000), ("ar-01.e2", 20_000)]);
}

#[test]
fn what_is_no_work_or_cannot_be_read_is_passed_over() {
    let mut records = attempt("ma-01.e1", 20_000, Response::Choice(1));
    records.extend([3, 0, 0, 0, 9, 9, 9]);
    records.extend(attempt(
        "ar-01.e1",
        20_000,
        Response::Staged(StagedKind::Draw, Bytes(vec![255; 9])),
    ));
    records.extend(attempt("ar-01.e2", 20_000, drawing()));
    records.extend([200, 0, 0, 0, 1]);
    assert_eq!(opened(records).works.len(), 1);
    assert!(opened(vec![1, 2, 3]).works.is_empty());
}

#[test]
fn a_day_has_a_date() {
    let on = |day| {
        Work {
            lesson: String::new(),
            item: String::new(),
            day,
            made: Made::Drawing(Sheet::default()),
        }
        .date()
    };
    let cases = [
        (0, "1970-01-01"),
        (59, "1970-03-01"),
        (11_016, "2000-02-29"),
        (20_785, "2026-11-28"),
        (-5, "1970-01-01"),
    ];
    for (day, date) in cases {
        assert_eq!(on(day), date, "{day}");
    }
}

#[test]
fn a_drawing_is_saved_under_its_item_and_day() {
    let mut page = opened(attempt("ar-01.e1", 20_785, drawing()));
    let input = Input { at: 0.0, what: stage::What::Tap };
    let effects = page.ask(Ask::Svg(0), input.clone());
    let [Effect::File { name, mime, bytes }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((&**name, *mime), ("snowlight-ar-01-e1-2026-11-28.svg", "image/svg+xml"));
    assert!(bytes.starts_with(b"<svg"));
    assert!(page.ask(Ask::Svg(7), input).is_empty());
}

#[test]
fn a_card_says_what_it_is_and_when() {
    let page = opened(attempt("ar-01.e1", 20_785, drawing()));
    let shown = format!("{:?}", page.view());
    assert!(shown.contains("A drawing, 2026-11-28\""), "{shown}");
}
