use super::*;
use course::codec::Bytes;
use course::item::{Response, StagedKind};
use course::lesson::PartKind;
use learning::event::{EventId, LessonFinished, LessonOpened, ProfileChanged};
use proptest::prelude::*;
use serde_json::{Value, json};

const URL: &str = "https://lessons.example/en/m/ma-03/";
/// What no statement may tell.
const LEARNER: u64 = 0xdead_beef_cafe;
const WRITER: u64 = 0xfeed_face_f00d;

fn event(seq: u32, kind: Kind) -> Event {
    let id = EventId { writer: WRITER, seq };
    Event { id, learner: LEARNER, lamport: seq.into(), at: 1_772_409_612_000, kind }
}

fn attempt() -> Attempt {
    Attempt {
        lesson: "ma-03".to_owned(),
        item: "g.add10".to_owned(),
        hash: 7,
        level: 2,
        seed: 99,
        forced: false,
        part: PartKind::Guided,
        response: Response::Typed("12".to_owned()),
        score: Score::share(1, 2),
        skills: vec!["ma.add20".to_owned()],
        misconception: "x.off1".to_owned(),
        hints: 1,
        solution: false,
        millis: 4_000,
        day: 20_514,
    }
}

fn opened(seed: u64) -> Kind {
    Kind::LessonOpened(LessonOpened { lesson: "ma-03".to_owned(), seed, forced: false })
}

fn finished(seed: u64) -> Kind {
    Kind::LessonFinished(LessonFinished { lesson: "ma-03".to_owned(), seed })
}

/// An answer in the exit check to the item of this seed.
fn exit(seed: u64, right: bool) -> Kind {
    let score = if right { Score::FULL } else { Score::ZERO };
    Kind::ItemAttempted(Attempt { part: PartKind::Exit, seed, score, ..attempt() })
}

fn records(kinds: Vec<Kind>) -> Vec<Vec<u8>> {
    (0..).zip(kinds).map(|(seq, kind)| event(seq, kind).to_bytes()).collect()
}

fn read(statements: Vec<String>) -> Vec<Value> {
    statements.iter().map(|it| serde_json::from_str(it).expect("JSON")).collect()
}

fn told(kinds: Vec<Kind>) -> Vec<Value> {
    read(statements(&records(kinds), 0, URL, "en"))
}

fn verbs(statements: &[Value]) -> Vec<&str> {
    statements.iter().map(|it| it["verb"]["display"]["en"].as_str().expect("a verb")).collect()
}

#[test]
fn an_answer_as_xapi_has_it() {
    let id = uuid::uuid(EventId { writer: WRITER, seq: 0 }, "answered");
    let expected = json!({
        "id": id,
        "verb": {
            "id": "http://adlnet.gov/expapi/verbs/answered",
            "display": { "en": "answered", "zh-Hans": "回答了" },
        },
        "object": {
            "id": "https://lessons.example/en/m/ma-03/#g.add10",
            "definition": {
                "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                "interactionType": "fill-in",
            },
        },
        "result": { "score": { "scaled": 0.5 }, "success": false, "response": "12", "duration": "PT4S" },
        "context": {
            "contextActivities": { "parent": [{
                "id": URL,
                "definition": { "type": "http://adlnet.gov/expapi/activities/lesson" },
            }] },
            "language": "en",
            "extensions": {
                "urn:snowlight:part": "guided",
                "urn:snowlight:skills": ["ma.add20"],
                "urn:snowlight:misconception": "x.off1",
                "urn:snowlight:hints": 1,
            },
        },
        "timestamp": "2026-03-02T00:00:12.000Z",
    });
    assert_eq!(told(vec![Kind::ItemAttempted(attempt())]), [expected]);
}

#[test]
fn a_lesson_is_begun_answered_completed_and_passed() {
    let way = vec![
        opened(1),
        exit(1, true),
        exit(2, true),
        exit(3, true),
        exit(4, false),
        exit(5, true),
        finished(1),
    ];
    let all = told(way);
    assert_eq!(
        verbs(&all),
        [
            "initialized",
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
            "completed",
            "passed"
        ]
    );
    let begun = json!({
        "id": all[0]["id"],
        "verb": all[0]["verb"],
        "object": { "id": URL, "definition": { "type": "http://adlnet.gov/expapi/activities/lesson" } },
        "context": { "language": "en" },
        "timestamp": "2026-03-02T00:00:12.000Z",
    });
    assert_eq!(all[0], begun);
    assert_eq!(all[6]["result"], json!({ "completion": true }));
    assert_eq!(all[7]["result"], json!({ "score": { "scaled": 0.8 }, "success": true }));
    assert_ne!(all[6]["id"], all[7]["id"], "two statements of one event");
}

#[test]
fn what_is_passed() {
    let right = |count: u64| (0..count).map(|seed| exit(seed, true)).collect::<Vec<_>>();
    let cases = [
        ("without a check", vec![opened(1), finished(1)], false),
        ("all right", [vec![opened(1)], right(3), vec![finished(1)]].concat(), true),
        (
            "three of four",
            [vec![opened(1)], right(3), vec![exit(9, false), finished(1)]].concat(),
            false,
        ),
        (
            "the first answer counts",
            vec![opened(1), exit(1, false), exit(1, true), finished(1)],
            false,
        ),
        ("one answer again", vec![opened(1), exit(1, true), exit(1, false), finished(1)], true),
        ("whose beginning nobody saw", [right(3), vec![finished(1)]].concat(), false),
        (
            "another way's check",
            [vec![opened(1)], right(3), vec![opened(2), finished(2)]].concat(),
            false,
        ),
        ("another way's end", [vec![opened(1)], right(3), vec![finished(2)]].concat(), false),
    ];
    for (case, way, passed) in cases {
        assert_eq!(verbs(&told(way)).contains(&"passed"), passed, "{case}");
    }
}

#[test]
fn what_was_before_is_not_told_again_and_counts() {
    let way = records(vec![opened(1), exit(1, true), exit(2, true), finished(1)]);
    let all = statements(&way, 0, URL, "en");
    assert_eq!(
        statements(&way, 3, URL, "en"),
        all[3..],
        "the same statements, however they are asked for"
    );
    assert_eq!(verbs(&read(statements(&way, 3, URL, "en"))), ["completed", "passed"]);
    assert_eq!(statements(&way, 9, URL, "en"), [""; 0]);
}

#[test]
fn nothing_of_other_lessons_or_of_who_learns() {
    let other = Attempt { lesson: "ma-04".to_owned(), ..attempt() };
    let kinds = vec![
        Kind::ItemAttempted(other),
        Kind::ProfileChanged(ProfileChanged { face: 3, colour: 2 }),
        Kind::Unknown(200, vec![1, 2]),
    ];
    assert_eq!(told(kinds.clone()), [Value::Null; 0]);
    let drawn = Response::Staged(StagedKind::Draw, Bytes(vec![0xab, 0xcd]));
    let drawn = Kind::ItemAttempted(Attempt { response: drawn, ..attempt() });
    let all = [kinds, vec![opened(1), drawn, exit(1, true), finished(1)]].concat();
    for statement in statements(&records(all), 0, URL, "zh-Hans") {
        for secret in [LEARNER, WRITER] {
            let digits = [format!("{secret:x}"), secret.to_string()];
            assert!(digits.iter().all(|it| !statement.contains(it)), "{statement}");
        }
        let value: Value = serde_json::from_str(&statement).expect("JSON");
        assert!(value.get("actor").is_none() && !statement.contains("face"), "{statement}");
        assert_eq!(value["context"]["language"], "zh-Hans");
    }
}

#[test]
fn what_nobody_ever_answered_is_not_told() {
    let long = Attempt { response: Response::Typed("\u{1}".repeat(BYTES_MAX)), ..attempt() };
    assert_eq!(told(vec![Kind::ItemAttempted(long)]), [Value::Null; 0]);
    assert_eq!(statements(&[vec![1, 2, 3], vec![]], 0, URL, "en"), [""; 0]);
}

/// Strictly: no member that xAPI does not have there, none that it wants missing.
fn assert_xapi(statement: &Value) {
    let members = |value: &Value, wanted: &[&str], allowed: &[&str]| {
        let object = value.as_object().expect("an object");
        assert!(wanted.iter().all(|it| object.contains_key(*it)), "{value}");
        assert!(
            object.keys().all(|it| wanted.contains(&&**it) || allowed.contains(&&**it)),
            "{value}"
        );
    };
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let iri = |value: &Value| {
        let text = text(value);
        let scheme = ["https://", "http://", "urn:"].iter().any(|it| text.starts_with(it));
        assert!(scheme && !text.contains([' ', '"', '<', '>', '\\']), "{text}");
    };
    members(statement, &["id", "verb", "object", "context"], &["result", "timestamp"]);
    members(&statement["verb"], &["id", "display"], &[]);
    iri(&statement["verb"]["id"]);
    for display in statement["verb"]["display"].as_object().expect("a language map").values() {
        assert!(!text(display).is_empty());
    }
    let object = &statement["object"];
    members(object, &["id"], &["definition"]);
    iri(&object["id"]);
    if let Some(definition) = object.get("definition") {
        members(definition, &["type"], &["interactionType"]);
        iri(&definition["type"]);
        let interaction = text(&definition["type"]).ends_with("cmi.interaction");
        assert_eq!(interaction, definition.get("interactionType").is_some(), "{definition}");
    }
    if let Some(result) = statement.get("result") {
        members(result, &[], &["score", "success", "completion", "response", "duration"]);
        if let Some(score) = result.get("score") {
            members(score, &["scaled"], &[]);
            let scaled = score["scaled"].as_f64().expect("a number");
            assert!((0.0..=1.0).contains(&scaled) && result["success"].is_boolean());
        }
        if let Some(duration) = result.get("duration") {
            let duration = text(duration);
            let seconds = duration.strip_prefix("PT").and_then(|it| it.strip_suffix('S'));
            assert!(seconds.is_some_and(|it| it.parse::<f64>().is_ok()), "{duration}");
        }
    }
    let context = &statement["context"];
    members(context, &["language"], &["contextActivities", "extensions"]);
    if let Some(activities) = context.get("contextActivities") {
        members(activities, &["parent"], &[]);
        assert_eq!(activities["parent"].as_array().map(Vec::len), Some(1));
        members(&activities["parent"][0], &["id", "definition"], &[]);
    }
    for key in
        context.get("extensions").and_then(Value::as_object).into_iter().flat_map(|it| it.keys())
    {
        iri(&Value::String(key.clone()));
    }
    if let Some(timestamp) = statement.get("timestamp") {
        assert_eq!((text(timestamp).len(), text(timestamp).ends_with('Z')), (24, true));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_was_answered_is_a_statement(
        item: String, typed: String, skills: Vec<String>, misconception: String, at: i64, millis: u32,
        places: Vec<u8>, form in 0_u8..8, right in 0_usize..=7, writer: u64, seq: u32,
    ) {
        let response = match form {
            0 => Response::Choice(places.len() as u8),
            1 => Response::Order(places),
            2 => Response::Match(places),
            3 => Response::Multi(places),
            4 => Response::Check(places.iter().map(|it| it % 2 == 0).collect()),
            5 => Response::Read,
            _ => Response::Typed(typed.clone()),
        };
        let attempt = Attempt {
            item, skills: skills.clone(), misconception, millis, response: response.clone(), score: Score::share(right, 7), ..attempt()
        };
        let id = EventId { writer, seq };
        let bytes = Event { id, at, ..event(0, Kind::ItemAttempted(attempt)) }.to_bytes();
        let once = statements(std::slice::from_ref(&bytes), 0, URL, "en");
        prop_assert_eq!(&once, &statements(&[bytes], 0, URL, "en"), "again it is the same");
        for statement in read(once) {
            assert_xapi(&statement);
            let told = &statement["context"]["extensions"]["urn:snowlight:skills"];
            prop_assert!(skills.is_empty() || *told == json!(skills));
            if let Response::Typed(typed) = &response {
                prop_assert_eq!(&statement["result"]["response"], &json!(typed));
            }
        }
    }

    #[test]
    fn any_bytes_are_told_or_not(records: Vec<Vec<u8>>, from in 0_usize..4, url: String, locale: String) {
        for statement in read(statements(&records, from, &url, &locale)) {
            prop_assert!(statement.is_object());
        }
    }
}

#[test]
fn the_other_statements_are_statements() {
    for statement in told(vec![opened(1), exit(1, true), finished(1)]) {
        assert_xapi(&statement);
    }
}
