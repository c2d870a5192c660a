//! A page of a diary: by hand, by a watch, counted along.

use super::{Pupil, can, of_class, told};
use crate::Ask;
use crate::diary::Do;
use course::codec::{from_bytes, to_bytes};
use course::item::{Mark, StagedKind};
use course::stage::moving::{Diary, Entry, Field, Measure};
use stage::{Effect, Heard, Input, Stage, What};

fn diary() -> Diary {
    let field = |measure, most, label: &str| Field { measure, most, label: label.to_owned() };
    Diary {
        fields: vec![
            field(Measure::Moves, 50, "Hops"),
            field(Measure::Seconds, 30, "Left leg"),
            field(Measure::Mood, 5, "How it felt"),
        ],
    }
}

impl Pupil {
    fn diary(&mut self, asked: Do) -> &mut Self {
        self.does(Ask::Diary(asked))
    }

    fn types(&mut self, field: u8, words: &str) -> &mut Self {
        let ask = Ask::Diary(Do::Type(field));
        self.stage.ask(ask, Input { at: self.now, what: What::Typed(words.to_owned()) });
        self
    }

    fn value(&self, at: usize) -> Option<u16> {
        from_bytes::<Entry>(&self.stage.made().0).expect("an entry").value(at)
    }
}

#[test]
fn a_page_is_filled_in_by_hand() {
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT), "nothing has to be filled in");
    pupil.diary(Do::More(0)).diary(Do::More(0)).diary(Do::Less(0));
    assert_eq!(pupil.value(0), Some(1));
    for (typed, value) in
        [("12", Some(12)), ("１５ times", Some(15)), ("99", Some(50)), ("", None), ("0", Some(0))]
    {
        assert_eq!(pupil.types(0, typed).value(0), value, "{typed}");
    }
    pupil.diary(Do::Less(0));
    assert_eq!(pupil.value(0), None);
    pupil.diary(Do::Mood(2, 2));
    assert_eq!(pupil.value(2), Some(2));
    pupil.diary(Do::Mood(2, 2));
    assert_eq!(pupil.value(2), None, "a face can be taken back");
}

#[test]
fn a_watch_measures_and_ends_by_itself_at_the_most() {
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    pupil.diary(Do::Watch(1)).waits(7_500);
    assert!(pupil.stage.runs() && pupil.says("7"));
    pupil.diary(Do::Watch(1));
    assert_eq!(pupil.value(1), Some(7));
    pupil.diary(Do::Watch(1)).waits(40_000);
    assert_eq!(pupil.value(1), Some(30));
    assert!(!pupil.stage.runs());
}

#[test]
fn what_is_done_against_the_clock_is_safe() {
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    assert!(pupil.says("if you feel well") && pupil.says("Not today"));
    assert!(!can(&pupil.stage.view(), Ask::Diary(Do::Hurts)), "nothing goes on yet");
    for ask in [Do::Watch(1), Do::Count(0)] {
        pupil.diary(ask).waits(2000);
        assert_eq!(
            of_class(&pupil.stage.view(), "amount").len(),
            1,
            "the number that grows stands where it is written else"
        );
        assert!(pupil.says("Stop if it hurts"));
        pupil.effects.clear();
        pupil.diary(Do::Hurts);
        assert!(pupil.effects.contains(&Effect::Wake(false)));
        assert!(pupil.says("Tell a grown-up what hurts") && !pupil.stage.runs());
        let tree = pupil.stage.view();
        let notice = of_class(&tree, "notice");
        let focus = |it: &&str| notice[0].parts().attributes.iter().any(|(name, _)| name == it);
        assert!(["data-focus", "tabindex"].iter().all(focus), "what to do then is read first");
        assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT), "it can be handed in as it is");
    }
    assert_eq!(pupil.value(1), Some(2), "the time is kept");
    pupil.diary(Do::Watch(1));
    assert!(!pupil.says("Tell a grown-up"), "it began anew");
    let mut still = diary();
    still.fields.drain(..2);
    let quiet = Pupil::new(told(StagedKind::Diary, to_bytes(&still)));
    assert!(!quiet.says("if you feel well"), "nobody moves for a mood");
}

#[test]
fn the_device_counts_along_if_it_can() {
    let mut pupil = Pupil::new(told(StagedKind::Diary, to_bytes(&diary())));
    pupil.diary(Do::Count(0));
    assert!(pupil.effects.contains(&Effect::Motion(true)));
    for nth in 0..600 {
        let at = f64::from(nth) * 20.0;
        let hop = if nth % 50 < 10 { 1800 } else { 981 };
        pupil.stage.hear(Heard::Motion(0, hop, 0, at));
    }
    pupil.diary(Do::Count(0));
    assert!((11..=12).contains(&pupil.value(0).expect("a count")));
    assert!(pupil.effects.contains(&Effect::Motion(false)));
    pupil.diary(Do::Count(0));
    pupil.stage.hear(Heard::NoMotion);
    assert!(pupil.says("feels no movement"));
    assert!(!can(&pupil.stage.view(), Ask::Diary(Do::Count(0))), "then by hand");
    pupil.diary(Do::More(0));
}
