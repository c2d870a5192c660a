//! A routine, from its questions to how hard it was.

use super::{Pupil, can, of_class, open, text, told};
use crate::Ask;
use crate::routine::Do;
use course::codec::{from_bytes, to_bytes};
use course::item::{Mark, StagedKind};
use course::stage::moving::{Cue, Exercise, Form, Gate, Moved, Routine, Section, SectionKind};
use stage::{Effect, Stage, Told};

/// Two exercises of 20 seconds after 10 of rest.
fn routine() -> Routine {
    let form = |name: &str, figure| Form { name: name.to_owned(), figure };
    let forms = vec![form("March", 2), form("Walk", 1), form("Jog", 4), form("March sitting", 43)];
    let exercise = Exercise { cue: "Look ahead.".to_owned(), forms };
    let section =
        |kind| Section { kind, work: 20, rest: 10, rounds: 1, exercises: vec![exercise.clone()] };
    Routine {
        minutes: 1,
        gate: Gate::ALL.map(|(it, _)| it).to_vec(),
        also: vec!["The rope lies flat.".to_owned()],
        sections: vec![section(SectionKind::WarmUp), section(SectionKind::Work)],
        cues: Vec::new(),
    }
}

impl Pupil {
    fn routine(&mut self, asked: Do) -> &mut Self {
        self.does(Ask::Routine(asked))
    }

    fn starts(&mut self) -> &mut Self {
        for question in 0..6 {
            self.routine(Do::Tick(question));
        }
        self.routine(Do::Start)
    }

    fn moved(&self) -> Moved {
        from_bytes(&self.stage.made().0).expect("a response")
    }
}

fn drawn(pupil: &Pupil) -> String {
    let tree = pupil.stage.view();
    let near = of_class(&tree, "near");
    near.iter().map(|it| format!("{:?}", it.parts().attributes)).collect()
}

fn player() -> Pupil {
    Pupil::new(told(StagedKind::Routine, to_bytes(&routine())))
}

#[test]
fn nobody_starts_before_every_question_is_ticked() {
    let mut pupil = player();
    assert!(pupil.says("Before you start") && pupil.says("The rope lies flat."));
    for question in 0..6 {
        assert!(!can(&pupil.stage.view(), Ask::Routine(Do::Start)));
        pupil.routine(Do::Tick(question));
    }
    pupil.routine(Do::Tick(2));
    assert!(!can(&pupil.stage.view(), Ask::Routine(Do::Start)), "an answer can be taken back");
    pupil.routine(Do::Tick(2)).routine(Do::Start);
    assert!(pupil.stage.runs() && pupil.effects.contains(&Effect::Wake(true)));
}

#[test]
fn who_does_not_move_today_is_done() {
    let mut pupil = player();
    pupil.routine(Do::End);
    assert_eq!(pupil.moved(), Moved { blocks: vec![0, 0], effort: 0 });
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
    assert!(pupil.says("Skipping is fine") && pupil.says("Not today: that is fine."));
}

#[test]
fn blocks_follow_one_another_and_are_seen_heard_and_said() {
    let mut pupil = player();
    pupil.starts();
    assert!(pupil.says("Rest") && pupil.says("Next: March") && pupil.says("10"));
    pupil.waits(10_020);
    assert!(pupil.says("Move") && pupil.says("20"), "{}", text(&pupil.stage.view()));
    assert_eq!(pupil.spoken(), ["Next: March. Look ahead.", "Three", "Two", "One", "Go!"]);
    pupil.waits(20_000);
    assert!(pupil.says("Rest") && pupil.says("2 of 2"));
    assert_eq!(pupil.moved().blocks, [1]);
    assert_eq!(pupil.stage.made().1, None, "it cannot be handed in before its end");
    pupil.waits(30_040);
    assert!(pupil.says("Done.") && pupil.says("How hard was it for you?"));
    assert_eq!(pupil.effects.iter().filter(|it| **it == Effect::Wake(false)).count(), 1);
    pupil.routine(Do::Effort(3));
    assert_eq!(pupil.moved(), Moved { blocks: vec![1, 1], effort: 3 });
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
}

#[test]
fn every_second_that_is_heard_is_seen() {
    let mut pupil = player();
    pupil.starts();
    let Some(Effect::Play(notes)) = pupil.effects.iter().find(|it| matches!(it, Effect::Play(_)))
    else {
        panic!("nothing is heard");
    };
    let times: Vec<u32> = notes.iter().map(|it| it.at).collect();
    assert_eq!(times, [7000, 8000, 9000]);
    pupil.effects.clear();
    pupil.waits(10_020);
    let Some(Effect::Play(notes)) = pupil.effects.iter().find(|it| matches!(it, Effect::Play(_)))
    else {
        panic!("nothing is heard");
    };
    let last: Vec<u32> = notes.iter().rev().take(3).map(|it| it.at).collect();
    for (at, left) in last.into_iter().zip([1000, 2000, 3000]) {
        assert!((20_000 - left - at as i64).abs() < 40, "{at}");
    }
}

#[test]
fn the_figure_moves_only_after_a_start_and_where_things_may_move() {
    let mut pupil = player();
    pupil.starts();
    let resting = drawn(&pupil);
    pupil.waits(2000);
    assert_eq!(drawn(&pupil), resting, "in the rest it stands still");
    pupil.waits(8500);
    let moving = drawn(&pupil);
    pupil.waits(200);
    assert_ne!(drawn(&pupil), moving);
    pupil.routine(Do::Pause);
    let paused = drawn(&pupil);
    pupil.waits(400);
    assert_eq!(drawn(&pupil), paused);
    let mut still =
        Pupil::new(Told { still: true, ..told(StagedKind::Routine, to_bytes(&routine())) });
    still.starts().waits(12_000);
    let pictures = drawn(&still);
    still.waits(600);
    assert_eq!(drawn(&still), pictures, "still pictures where the device asks for it");
    assert_eq!(of_class(&still.stage.view(), "person").len(), 2, "and more than one of them");
}

#[test]
fn pausing_skipping_and_going_back_cost_nothing() {
    let mut pupil = player();
    pupil.starts().waits(12_000).routine(Do::Pause);
    assert!(pupil.says("Paused") && !pupil.stage.runs());
    assert!(pupil.effects.ends_with(&[Effect::Silence, Effect::Wake(false)]));
    pupil.now += 60_000.0;
    pupil.routine(Do::Pause).waits(1000);
    assert!(pupil.says("17"), "{}", text(&pupil.stage.view()));
    pupil.routine(Do::Back);
    assert!(pupil.says("1 of 2") && pupil.says("10"));
    pupil.routine(Do::Skip);
    assert_eq!(pupil.moved().blocks, [0]);
    pupil.routine(Do::Back);
    assert_eq!(pupil.moved().blocks, Vec::<u8>::new());
    pupil.routine(Do::Skip).routine(Do::Skip);
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
    assert!(!pupil.says("How hard"), "who did nothing is not asked");
}

#[test]
fn each_form_is_a_tap_away_and_stays() {
    let mut pupil = player();
    pupil.starts().routine(Do::Form(3)).waits(30_100);
    assert_eq!(pupil.moved().blocks, [4]);
    assert!(pupil.says("Next: March sitting"));
    let told =
        Told { made: pupil.stage.made().0, ..told(StagedKind::Routine, to_bytes(&routine())) };
    let mut again = Pupil::new(told);
    assert!(again.says("Before you start"), "safety is asked again after a reload");
    again.starts();
    assert!(again.says("2 of 2") && again.says("Next: March sitting"));
}

#[test]
fn stop_if_it_hurts_is_always_there_and_stops() {
    let mut pupil = player();
    pupil.starts();
    for _ in 0..2 {
        pupil.waits(11_000);
        pupil.routine(Do::Hurts);
        assert!(pupil.says("Tell a grown-up") && !pupil.stage.runs());
        assert!(can(&pupil.stage.view(), Ask::Routine(Do::End)));
        pupil.routine(Do::Pause);
    }
    pupil.routine(Do::Hurts).routine(Do::End);
    assert_eq!(pupil.stage.made().1, Some(Mark::RIGHT));
}

/// The words of the large buttons, in order.
fn large(pupil: &Pupil) -> Vec<String> {
    let tree = pupil.stage.view();
    of_class(&tree, "action").into_iter().map(|it| text(it).trim().to_owned()).collect()
}

#[test]
fn after_pain_ending_comes_first_and_is_as_large_as_going_on() {
    let mut pupil = player();
    pupil.starts().waits(11_000).routine(Do::Hurts);
    assert_eq!(large(&pupil), ["Enough for today", "All is well again"]);
    assert!(!can(&pupil.stage.view(), Ask::Routine(Do::Hurts)), "it was just said");
    assert!(of_class(&pupil.stage.view(), "person").is_empty(), "both stand high on the screen");
    let mut paused = player();
    paused.starts().waits(11_000).routine(Do::Pause);
    assert_eq!(large(&paused), ["Go on"]);
}

#[test]
fn who_ended_because_of_pain_is_reminded_to_tell() {
    for done in [0, 1] {
        let mut pupil = player();
        pupil.starts().waits(done * 30_100 + 11_000).routine(Do::Hurts).routine(Do::End);
        assert!(pupil.says("Tell a grown-up what hurts"), "{}", text(&pupil.stage.view()));
        assert!(pupil.says("Enough for today"));
        assert!(!pupil.says("Done.") && !pupil.says("How hard"), "{done}");
    }
    let mut last = player();
    last.starts().waits(31_000).routine(Do::Hurts).routine(Do::Skip);
    assert!(last.says("Tell a grown-up what hurts"), "also who skipped the rest");
    let mut again = player();
    again.starts().waits(11_000).routine(Do::Hurts).routine(Do::Pause).waits(52_000);
    assert!(again.says("Done.") && !again.says("Tell a grown-up"), "all was well again");
}

#[test]
fn few_blocks_are_not_called_done() {
    let mut routine = routine();
    routine.sections[1].rounds = 4;
    for (blocks, words) in [(1, "Enough for today"), (2, "Enough for today"), (3, "Done.")] {
        let mut pupil = Pupil::new(told(StagedKind::Routine, to_bytes(&routine)));
        pupil.starts().waits(blocks * 30_000 + 1000).routine(Do::Pause).routine(Do::End);
        assert!(pupil.says(words) && pupil.says("How hard"), "{blocks}");
    }
}

#[test]
fn what_to_mind_is_that_of_the_form() {
    let mut pupil = player();
    pupil.starts();
    for (form, seen) in [(0, true), (1, true), (2, true), (3, false)] {
        pupil.routine(Do::Form(form));
        assert_eq!(pupil.says("Look ahead."), seen, "{form}");
    }
    pupil.waits(30_200);
    let said: Vec<&str> = pupil.spoken();
    assert!(said.contains(&"Rest. Next: March sitting"), "{said:?}");

    let mut routine = routine();
    let cue = |exercise, form, words: &str| Cue { exercise, form, words: words.to_owned() };
    routine.cues = vec![cue(1, 1, "Slowly."), cue(1, 2, ""), cue(1, 3, "Back long.")];
    let mut pupil = Pupil::new(told(StagedKind::Routine, to_bytes(&routine)));
    pupil.starts();
    pupil.routine(Do::Form(3));
    assert!(!pupil.says("Back long."), "that is the other exercise");
    pupil.routine(Do::Skip);
    for (form, words) in [(0, "Look ahead."), (1, "Slowly."), (3, "Back long.")] {
        pupil.routine(Do::Form(form));
        assert_eq!(pupil.says("Look ahead."), form == 0);
        assert!(pupil.says(words), "{form}");
    }
    pupil.routine(Do::Form(2));
    assert!(!pupil.says("Look ahead."), "this form has nothing to mind");
}

#[test]
fn what_a_routine_asks_besides_has_no_picture_of_something_else() {
    let pupil = player();
    let tree = pupil.stage.view();
    let pictures: Vec<usize> =
        of_class(&tree, "tile question").iter().map(|it| of_class(it, "person").len()).collect();
    assert_eq!(pictures, [1, 1, 1, 1, 1, 0]);
}

#[test]
fn what_nobody_saw_is_not_counted() {
    let mut pupil = player();
    pupil.starts().waits(5000);
    pupil.now += 300_000.0;
    pupil.waits(20);
    assert!(pupil.says("The screen was off") && pupil.says("1 of 2"));
    pupil.routine(Do::Pause).waits(100);
    assert!(pupil.says("5"));
}

#[test]
fn without_sound_nothing_is_played_or_said() {
    let mut pupil = player();
    pupil.starts().routine(Do::Sound);
    assert!(pupil.effects.contains(&Effect::Remember("quiet".to_owned())));
    pupil.effects.clear();
    pupil.waits(62_000);
    assert!(!pupil.effects.iter().any(|it| matches!(it, Effect::Play(_) | Effect::Say(_))));
    let mut quiet = told(StagedKind::Routine, to_bytes(&routine()));
    quiet.remembered = "quiet".to_owned();
    let mut pupil = Pupil::new(quiet);
    pupil.starts().waits(62_000);
    assert!(!pupil.effects.iter().any(|it| matches!(it, Effect::Play(_) | Effect::Say(_))));
    let mut mute = told(StagedKind::Routine, to_bytes(&routine()));
    mute.voice = false;
    let mut pupil = Pupil::new(mute);
    assert!(!can(&pupil.stage.view(), Ask::Routine(Do::Listen)));
    pupil.starts().waits(62_000);
    assert_eq!(pupil.spoken(), Vec::<&str>::new());
}

#[test]
fn a_draft_that_cannot_have_been_is_mended() {
    let mut it = told(StagedKind::Routine, to_bytes(&routine()));
    it.made = to_bytes(&Moved { blocks: vec![9; 50], effort: 99 });
    let stage = open(it);
    stage.view();
    let (made, mark) = stage.made();
    assert_eq!(mark, Some(course::stage::Piece::judge(&routine(), &made)));
}
