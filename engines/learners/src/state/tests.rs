use super::*;
use crate::person::DAY;
use crate::words::Locale;
use learning::event::{Event, Kind, ProfileChanged};
use learning::file;
use learning::log::suite;
use learning::merge::{HERE, Record, Union};

const NOW: i64 = 1_790_000_000_000;

fn place(screen: Screen) -> Place {
    Place {
        locale: Locale::En,
        screen,
        root: "/".to_owned(),
        then: "/en/".to_owned(),
        key: String::new(),
        framed: false,
        shares: false,
        lasting: true,
        keeps: true,
        missing: Vec::new(),
        used: true,
        copied: String::new(),
        now: NOW,
        today: 20_717,
        chance: 77,
    }
}

fn person(key: &str, learner: u64, face: u8) -> Person {
    let mut person = Person::guest(key);
    (person.learner, person.face, person.colour) = (learner, face, 1);
    person
}

fn kept(writer: u64, count: u32) -> Kept {
    let records = (0..count).map(|seq| Record::new(suite::event(writer, seq).to_bytes(), HERE));
    Kept { union: Union::of(records.collect()), vectors: Vec::new() }
}

/// A page that is open, with what is kept of the one whose turn it is.
fn open(screen: Screen, people: Vec<Person>, mine: Kept) -> State {
    let (mut state, _) = State::new(place(screen), people);
    let key = state.place.key.clone();
    let _ = state.told(Told::Read(key, mine));
    state.step = Step::Start;
    state
}

fn turn(effects: &[Effect]) -> Option<&Person> {
    effects.iter().find_map(|it| {
        let Effect::Turn(person, _) = it else { return None };
        Some(person)
    })
}

fn added(effects: &[Effect]) -> (String, Vec<NewRecord>) {
    let found = effects.iter().find_map(|it| {
        let Effect::Keep { key, records, .. } = it else { return None };
        (!records.is_empty()).then(|| (key.clone(), records.clone()))
    });
    found.expect("something is kept")
}

#[test]
fn a_turn_is_given_in_two_taps_and_whoever_was_here_stays_in_the_list() {
    let mut state = open(Screen::Who, vec![person("b", 7, 2)], kept(1, 3));
    // The first tap was on the picture in the bar.
    let effects = state.ask(Ask::Pick("b".to_owned()));
    assert_eq!(turn(&effects).map(|it| &*it.key), Some("b"));
    assert!(effects.contains(&Effect::Person(Person::guest(""))), "{effects:?}");
}

#[test]
fn who_learned_without_a_picture_keeps_all_when_they_choose_one() {
    let mut state = open(Screen::Who, vec![], kept(1, 4));
    assert_eq!(state.ask(Ask::ChangePicture), [Effect::Read(String::new())]);
    let _ = state.told(Told::Read(String::new(), kept(1, 4)));
    assert_eq!(state.step, Step::Face(Choosing::Mine));
    let _ = state.ask(Ask::Face(3));
    let effects = state.ask(Ask::Colour(2));
    let me = turn(&effects).expect("it is their turn").clone();
    assert_eq!((&*me.key, me.face, me.colour), ("", 3, 2));
    assert_ne!(me.learner, 0);
    let (key, records) = added(&effects);
    let event = Event::from_bytes(&records[0].bytes).expect("an event");
    assert_eq!((key, event.learner), (String::new(), me.learner));
    assert!(matches!(event.kind, Kind::ProfileChanged(_)) && event.lamport > 4);
    // What they did before counts: its learner is 0.
    assert_eq!(suite::event(1, 0).learner, 0);
}

#[test]
fn another_picture_forgets_nothing_of_other_devices() {
    let mut mine = kept(1, 4);
    mine.vectors = vec![kept(2, 3).union.vector()];
    let mut state = open(Screen::Card, vec![person("", 5, 1)], mine.clone());
    let _ = state.ask(Ask::ChangePicture);
    let _ = state.told(Told::Read(String::new(), mine.clone()));
    let _ = state.ask(Ask::Face(3));
    let effects = state.ask(Ask::Colour(2));
    let Some(Effect::Keep { vectors, .. }) = effects.first() else { panic!("{effects:?}") };
    assert_eq!(*vectors, mine.vectors);
}

#[test]
fn a_picture_in_a_colour_is_one_learners() {
    let mut state = open(Screen::Who, vec![person("b", 7, 2)], kept(1, 0));
    let _ = state.ask(Ask::SomeoneNew);
    let _ = state.ask(Ask::Face(2));
    assert_eq!(state.ask(Ask::Colour(1)), []);
    assert!(state.notice.is_some());
    let _ = state.ask(Ask::Back);
    let _ = state.ask(Ask::SomeoneNew);
    let _ = state.ask(Ask::Face(2));
    let effects = state.ask(Ask::Colour(0));
    let new = turn(&effects).expect("another colour is free");
    assert!(!new.key.is_empty() && new.key != "b");
}

#[test]
fn a_code_is_asked_for_and_only_the_right_one_opens() {
    let mut other = person("b", 7, 2);
    other.set_code(&[0, 1, 2, 3], 5);
    let mut state = open(Screen::Who, vec![other], kept(1, 0));
    assert_eq!(state.ask(Ask::Pick("b".to_owned())), []);
    let wrong = [0, 1, 2, 4].map(|digit| state.ask(Ask::Digit(digit))).concat();
    assert_eq!(turn(&wrong), None);
    let right = [0, 1, 2, 3].map(|digit| state.ask(Ask::Digit(digit))).concat();
    assert_eq!(turn(&right).map(|it| &*it.key), Some("b"));
}

#[test]
fn a_forgotten_code_costs_a_day_and_the_right_one_takes_the_asking_back() {
    let mut other = person("b", 7, 2);
    other.set_code(&[0, 1, 2, 3], 5);
    let mut state = open(Screen::Who, vec![other], kept(1, 0));
    let _ = state.ask(Ask::Pick("b".to_owned()));
    let _ = state.ask(Ask::Forgot);
    let _ = state.ask(Ask::ForgotAsk);
    let _ = state.told(Told::Done);
    let mut later = open(Screen::Who, state.people.clone(), kept(1, 0));
    later.place.now = NOW + DAY - 1;
    assert_eq!(turn(&later.ask(Ask::Pick("b".to_owned()))), None);
    let mut code = later;
    let taken_back = [0, 1, 2, 3].map(|digit| code.ask(Ask::Digit(digit))).concat();
    assert_eq!(turn(&taken_back), None, "they are told first that someone asked");
    assert_eq!(code.person("b").map(|it| it.opening), Some(0));
    let mut after = open(Screen::Who, state.people.clone(), kept(1, 0));
    after.place.now = NOW + DAY;
    let effects = after.ask(Ask::Pick("b".to_owned()));
    assert_eq!(turn(&effects).map(Person::has_code), Some(false));
}

/// What one device has as a file, as another one meets it.
fn sent(learner: u64, kept: &Kept) -> Vec<u8> {
    file::write(learner, &kept.union, None).files.remove(0)
}

#[test]
fn a_file_changes_nothing_until_it_is_taken_in_and_then_only_adds() {
    let mut me = person("", 5, 1);
    me.colour = 3;
    let mut state = open(Screen::Copies, vec![me], kept(1, 6));
    let effects = state.ask(Ask::File(sent(5, &kept(2, 9))));
    assert_eq!(effects, []);
    let Step::Found(found) = &state.step else { panic!("{:?}", state.step) };
    assert_eq!((found.brings.receipt.new, found.owner.as_deref()), (9, Some("")));
    let effects = state.ask(Ask::TakeIn(Target::Owner));
    let (key, records) = added(&effects);
    assert_eq!((key.as_str(), records.len()), ("", 9));
    assert!(records.iter().all(|it| it.origin != HERE));
    assert_eq!(state.step, Step::Busy, "nothing has arrived before it is kept");
    let _ = state.told(Told::Done);
    assert!(matches!(&state.step, Step::Arrived(receipt, _) if receipt.new == 9));
}

#[test]
fn a_file_of_someone_who_is_not_here_becomes_a_learner_or_is_said_to_be_mine() {
    let mut state = open(Screen::Copies, vec![person("", 5, 1)], kept(1, 6));
    let _ = state.ask(Ask::File(sent(8, &kept(2, 9))));
    let mut other = open(Screen::Copies, state.people.clone(), kept(1, 6));
    other.step = state.step.clone();
    let effects = state.ask(Ask::TakeIn(Target::New));
    let new = effects.iter().find_map(|it| {
        let Effect::Person(person) = it else { return None };
        Some(person)
    });
    let new = new.expect("a learner is added");
    assert_eq!((new.learner, &added(&effects).0), (8, &new.key));
    // Said to be mine: from then on that number's answers count as mine.
    let (key, records) = added(&other.ask(Ask::TakeIn(Target::Me)));
    let mut all = kept(1, 6);
    let brought = records.iter().map(|it| Record::new(it.bytes.clone(), it.origin));
    all.union = all.union.with(Union::of(brought.collect()));
    assert_eq!((key.as_str(), all.own(5)), ("", vec![5, 8]));
}

#[test]
fn work_that_an_address_brings_is_nobodys_until_someone_says_that_it_is_theirs() {
    // Done in another site's page, by someone without a number.
    let work = sent(0, &kept(2, 9));
    for (people, learner) in [(vec![], 0), (vec![person("", 5, 1)], 5)] {
        let mut state = open(Screen::Copies, people, kept(1, 6));
        assert_eq!(state.ask(Ask::Work(work.clone())), []);
        let Step::Found(found) = &state.step else { panic!("{:?}", state.step) };
        assert_eq!((found.owner.as_deref(), found.brings.receipt.new), (None, 9));
        // Said to be mine it counts, and nobody else's ever does by it.
        let (key, records) = added(&state.ask(Ask::TakeIn(Target::Me)));
        assert_eq!((key.as_str(), records.len()), ("", 9));
        let events: Vec<Event> =
            records.iter().map(|it| Event::from_bytes(&it.bytes).expect("an event")).collect();
        assert!(events.iter().all(|it| learning::receipt::is_own(it, &[learner])));
        assert!(records.iter().all(|it| it.origin != HERE));
    }
    // One's own by its number, as any file.
    let mut state = open(Screen::Copies, vec![person("", 5, 1)], kept(1, 6));
    let _ = state.ask(Ask::Work(sent(5, &kept(2, 9))));
    assert!(matches!(&state.step, Step::Found(found) if found.owner.as_deref() == Some("")));
}

#[test]
fn an_address_brings_work_and_nothing_else() {
    let mut unsaved = Vec::new();
    for event in [suite::event(9, 0), suite::event(9, 1)] {
        unsaved.extend((event.to_bytes().len() as u32).to_le_bytes());
        unsaved.extend(event.to_bytes());
    }
    let huge = vec![0; file::BYTES_MAX + 1];
    let cases =
        [(Vec::new(), Message::Foreign), (unsaved, Message::Foreign), (huge, Message::TooLarge)];
    for (bytes, message) in cases {
        let mut state = open(Screen::Copies, vec![], kept(1, 6));
        assert_eq!(state.ask(Ask::Work(bytes)), []);
        assert_eq!(state.notice.as_deref(), Some(Locale::En.say(message)));
        assert_eq!(state.step, Step::Start);
    }
}

#[test]
fn files_that_cannot_be_read_are_told_of_and_change_nothing() {
    let mut newer = sent(5, &kept(1, 1));
    newer[4] = 9;
    let cases = [
        ("foreign", b"%PDF-1.7".to_vec(), Message::Foreign),
        ("empty", Vec::new(), Message::Foreign),
        ("newer", newer, Message::TooNew),
        ("huge", vec![0; file::BYTES_MAX + 1], Message::TooLarge),
        ("cut", sent(5, &kept(1, 3))[..50].to_vec(), Message::Damaged),
    ];
    for (case, bytes, message) in cases {
        let mut state = open(Screen::Copies, vec![person("", 5, 1)], kept(1, 6));
        assert_eq!(state.ask(Ask::File(bytes)), [], "{case}");
        assert_eq!(state.notice.as_deref(), Some(Locale::En.say(message)), "{case}");
        assert_eq!(state.step, Step::Start, "{case}");
    }
}

#[test]
fn what_was_saved_on_a_full_device_comes_back() {
    let mut bytes = Vec::new();
    for event in [suite::event(9, 0), suite::event(9, 1)] {
        bytes.extend((event.to_bytes().len() as u32).to_le_bytes());
        bytes.extend(event.to_bytes());
    }
    let mut state = open(Screen::Copies, vec![], kept(1, 6));
    let _ = state.ask(Ask::File(bytes));
    let Step::Found(found) = &state.step else { panic!("{:?}", state.notice) };
    assert_eq!((found.brings.receipt.new, found.owner.as_deref()), (2, Some("")));
}

#[test]
fn two_devices_send_only_what_the_other_lacks() {
    let mut phone = open(Screen::Copies, vec![person("", 5, 1)], kept(1, 90));
    let mut school = open(Screen::Copies, vec![person("", 5, 1)], kept(2, 60));
    // A whole file first, since neither knows the other.
    let effects = phone.ask(Ask::MakeFile(school.code().expect("a code")));
    let Effect::File { bytes, .. } = &effects[0] else { panic!("a file") };
    let whole = bytes.len();
    let _ = school.ask(Ask::File(bytes.clone()));
    let effects = school.ask(Ask::TakeIn(Target::Owner));
    for effect in effects {
        if let Effect::Keep { records, vectors, .. } = effect {
            let mut mine = school.mine.clone().expect("read");
            let brought = records.iter().map(|it| Record::new(it.bytes.clone(), it.origin));
            mine.union = mine.union.with(Union::of(brought.collect()));
            mine.vectors = vectors;
            let _ = school.told(Told::Read(String::new(), mine));
        }
    }
    // The school knows what the phone has: by its code the file back holds its own sixty.
    let effects = school.ask(Ask::MakeFile(phone.code().expect("a code")));
    assert_eq!(school.notice.as_deref(), Some(Locale::En.say(Message::CodeKnown)));
    let Effect::File { bytes, .. } = &effects[0] else { panic!("a file") };
    let delta = file::read(bytes).expect("a file");
    assert_eq!(delta.records.len(), 60);
    assert!(bytes.len() < whole);
    let _ = phone.ask(Ask::File(bytes.clone()));
    let Step::Found(found) = &phone.step else { panic!("{:?}", phone.notice) };
    assert!(!found.brings.receipt.gap);
    assert_eq!(found.brings.receipt.new, 60);
}

#[test]
fn nobody_erases_someone_at_once_where_others_learn() {
    let people = vec![person("", 5, 1), person("b", 7, 2)];
    let mut state = open(Screen::Erase, people, kept(1, 6));
    let effects = state.ask(Ask::Erase(Some("b".to_owned())));
    assert_eq!(effects, [Effect::Read("b".to_owned())]);
    assert_eq!(state.ask(Ask::EraseYes), [], "it is not allowed yet");
    let _ = state.ask(Ask::EraseAsk);
    assert_eq!(state.step, Step::Busy, "not asked for before it is kept");
    let _ = state.told(Told::Done);
    state.place.now = NOW + DAY;
    let _ = state.ask(Ask::Erase(Some("b".to_owned())));
    let effects = state.ask(Ask::EraseYes);
    assert_eq!(effects.last(), Some(&Effect::Erase(vec!["b".to_owned()])));
    let _ = state.told(Told::Erased(vec!["b".to_owned()], true));
    assert_eq!(state.everyone().len(), 1);
}

#[test]
fn whose_turn_it_is_is_erased_once_no_page_uses_them() {
    let mut state = open(Screen::Erase, vec![person("", 5, 1)], kept(1, 6));
    let _ = state.ask(Ask::Erase(Some(String::new())));
    let effects = state.ask(Ask::EraseYes);
    let next = turn(&effects).expect("another turn begins");
    assert!(next.is_guest() && !next.key.is_empty());
    assert!(!effects.iter().any(|it| matches!(it, Effect::Erase(_))));
    // The next page does it.
    let (_, effects) = State::new(place(Screen::Erase), state.people);
    assert_eq!(effects, [Effect::Erase(vec![String::new()])]);
}

#[test]
fn who_is_missing_from_a_list_that_was_lost_comes_into_it_again() {
    let mut place = place(Screen::Who);
    place.missing = vec!["b".to_owned(), "c".to_owned(), "d".to_owned()];
    let (mut state, effects) = State::new(place, Vec::new());
    let read = ["b", "c", "d"].map(|key| Effect::Read(key.to_owned()));
    assert_eq!(effects, read);
    let kind = Kind::ProfileChanged(ProfileChanged { face: 4, colour: 2 });
    let chose = Kept::default().event(3, 9, NOW, kind);
    let mut with_picture = kept(1, 3);
    with_picture.union =
        with_picture.union.with(Union::of(vec![Record::new(chose.to_bytes(), HERE)]));
    let found = state.told(Told::Read("b".to_owned(), with_picture));
    let Some(Effect::Person(person)) = found.first() else { panic!("{found:?}") };
    assert_eq!((person.learner, person.face, person.colour), (9, 4, 2));
    // One of whom there is nothing stays away.
    assert_eq!(state.told(Told::Read("c".to_owned(), Kept::default())), []);
    assert_eq!(state.told(Told::Read("d".to_owned(), kept(7, 2))), [], "no answer, no picture");
    assert_eq!(state.people.len(), 1);
    assert_eq!(state.notice(), Some(Locale::En.say(Message::FoundAgain)));
}

#[test]
fn every_step_has_a_page_with_one_heading() {
    for screen in Screen::ALL {
        for used in [false, true] {
            let mut state = open(screen, vec![person("b", 7, 2)], kept(1, 6));
            state.place.used = used;
            let html = crate::view::view(&state).html();
            assert_eq!(html.matches("<h1").count(), 1, "{html}");
        }
    }
}

#[test]
fn who_is_new_cannot_take_the_picture_of_the_one_whose_turn_it_is_and_that_one_can_keep_it() {
    let state = open(Screen::Who, vec![person("", 5, 2)], kept(1, 0));
    assert!(state.is_taken(Choosing::New, 2, 1));
    assert!(!state.is_taken(Choosing::Mine, 2, 1));
}

#[test]
fn what_cannot_be_kept_is_told_and_nothing_is_said_to_have_arrived() {
    let mut state = open(Screen::Copies, vec![person("", 5, 1)], kept(1, 6));
    let _ = state.ask(Ask::File(sent(5, &kept(2, 9))));
    let _ = state.ask(Ask::TakeIn(Target::Owner));
    let _ = state.told(Told::Failed);
    assert_eq!(state.step, Step::Start);
    assert_eq!(state.notice(), Some(Locale::En.say(Message::NotKept)));
}
