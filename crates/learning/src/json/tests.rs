use super::*;
use crate::event::{EventId, LessonFinished, LessonOpened};
use crate::merge::HERE;
use course::codec::Bytes;
use course::item::{Score, StagedKind};

fn event(seq: u32, kind: Kind) -> Vec<u8> {
    Event { id: EventId { writer: u64::MAX, seq }, learner: 5, lamport: seq.into(), at: -1, kind }
        .to_bytes()
}

fn exported(records: Vec<Vec<u8>>) -> String {
    export(5, &Union::of(records.into_iter().map(|it| Record::new(it, HERE)).collect()))
}

#[test]
fn as_the_page_shows_it() {
    let attempt = Attempt {
        lesson: "ma-03".to_owned(),
        item: "g.add10".to_owned(),
        hash: 7,
        level: 2,
        seed: 0x99,
        forced: false,
        part: PartKind::Guided,
        response: Response::Typed("1\"2\\\n\u{1f}一".to_owned()),
        score: Score::share(1, 2),
        skills: vec!["ma.add20".to_owned(), "ma.bond10".to_owned()],
        misconception: "x.off1".to_owned(),
        hints: 1,
        solution: false,
        millis: 4_000,
        day: 20_000,
    };
    let opened = LessonOpened { lesson: "ma-03".to_owned(), seed: 16, forced: true };
    let finished = LessonFinished { lesson: "ma-03".to_owned(), seed: 16 };
    let records = vec![
        event(0, Kind::LessonOpened(opened)),
        event(1, Kind::ItemAttempted(attempt)),
        event(2, Kind::LessonFinished(finished)),
        event(3, Kind::Unknown(200, vec![0, 255])),
        event(3, Kind::Unknown(200, vec![1])),
        vec![7],
    ];
    let expected = include_str!("everything.json");
    assert_eq!(exported(records), expected);
    assert_eq!(
        exported(Vec::new()),
        "{\"format\":\"snowlight-learner\",\"version\":1,\"learner\":\"5\",\"events\":[],\"aside\":[]\n}\n"
    );
}

#[test]
fn every_response_has_its_name() {
    let responses = [
        (Response::Choice(1), r#"{"choice":1}"#),
        (Response::Typed(String::new()), r#"{"typed":""}"#),
        (Response::Order(vec![1, 0]), r#"{"order":[1,0]}"#),
        (Response::Match(vec![]), r#"{"match":[]}"#),
        (Response::Sort(vec![255]), r#"{"sort":[255]}"#),
        (Response::Tiles(vec![2]), r#"{"tiles":[2]}"#),
        (Response::Numline(65_535), r#"{"numline":65535}"#),
        (Response::Grid(vec![0, 300]), r#"{"grid":[0,300]}"#),
        (Response::Read, r#"{"read":true}"#),
        (Response::Check(vec![true, false]), r#"{"check":[true,false]}"#),
        (Response::Multi(vec![3]), r#"{"multi":[3]}"#),
        (Response::Staged(StagedKind::Draw, Bytes(vec![7, 255])), r#"{"staged":"0b040207ff"}"#),
    ];
    for (response, expected) in responses {
        let mut json = Json::default();
        json.response(&response);
        assert_eq!(json.text, expected);
    }
}
