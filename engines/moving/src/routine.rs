//! Moving along with a timer: questions of safety, then block after block, then how hard it was.

use crate::Speech;
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::moving::routine::{EFFORT_MAX, FORMS};
use course::stage::moving::{Block, Form, Moved, Routine, SectionKind};
use stage::{Effect, Told};

mod sound;
mod view;

/// A frame that is later than this finds that the screen slept: what nobody saw is not counted.
const SLEPT_MS: f64 = 3000.0;
/// Who goes back this soon goes to the block before.
const SOON_MS: u32 = 3000;

/// A routine that is being done.
pub struct Player {
    pub(crate) routine: Routine,
    pub(crate) moved: Moved,
    pub(crate) speech: Speech,
    /// Nothing may move by itself.
    pub(crate) still: bool,
    pub(crate) quiet: bool,
    pub(crate) step: Step,
    /// Something hurt, and nobody said since that all is well.
    pub(crate) hurt: bool,
    /// The form that is done, by its place.
    pub(crate) form: u8,
    /// Milliseconds of this block that are behind.
    pub(crate) at: u32,
    /// What stood on the clock at the last frame, and what was less than a millisecond then.
    last: f64,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Which questions of safety are ticked.
    Gate(Vec<bool>),
    Runs,
    /// It waits; the screen slept, or something hurts.
    Waits(Why),
    Over,
}

/// Why it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Paused,
    Slept,
    Hurts,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    /// Reads the questions of safety out.
    Listen,
    /// A question has another answer.
    Tick(u8),
    Start,
    /// Pauses, or goes on.
    Pause,
    Skip,
    Back,
    /// Another form of the exercises.
    Form(u8),
    Sound,
    Hurts,
    /// Ends it, here and now.
    End,
    /// How hard it was.
    Effort(u8),
}

impl Player {
    pub(crate) fn open(told: &Told) -> Option<Self> {
        let routine = from_bytes::<Routine>(&told.piece).ok()?;
        let count = routine.blocks().len();
        let mut moved = from_bytes::<Moved>(&told.made).unwrap_or_default();
        let forms = FORMS.len() as u8 + 1;
        moved.blocks.truncate(count);
        moved.blocks.iter_mut().for_each(|it| *it = (*it).min(forms));
        moved.effort = moved.effort.min(EFFORT_MAX);
        if count == 0 || routine.blocks().iter().any(|it| it.exercise.forms.is_empty()) {
            return None;
        }
        let questions = routine.gate.len() + routine.also.len();
        let step = if moved.blocks.len() == count {
            Step::Over
        } else {
            Step::Gate(vec![false; questions])
        };
        // Who sat before goes on sitting.
        let form = moved.blocks.iter().rev().find(|it| **it > 0).map_or(0, |it| it - 1);
        Some(Self {
            routine,
            moved,
            speech: Speech::of(told),
            still: told.still,
            quiet: told.remembered == QUIET,
            step,
            hurt: false,
            form: form.min(FORMS.len() as u8),
            at: 0,
            last: 0.0,
        })
    }

    /// How many blocks there are.
    pub(crate) fn count(&self) -> usize {
        self.routine.blocks().len()
    }

    /// The block that is done now.
    pub(crate) fn block(&self) -> Option<Block<'_>> {
        self.routine.blocks().get(self.moved.blocks.len()).copied()
    }

    /// The form in which it is done.
    pub(crate) fn shown<'a>(&self, block: &Block<'a>) -> Option<&'a Form> {
        let forms = &block.exercise.forms;
        forms.get(usize::from(self.form)).or(forms.first())
    }

    /// What to mind in that form.
    pub(crate) fn cue<'a>(&'a self, block: &Block<'a>) -> &'a str {
        self.routine.cue(block, self.form)
    }

    /// How many blocks were done.
    pub(crate) fn done(&self) -> usize {
        self.moved.blocks.iter().filter(|it| **it > 0).count()
    }

    /// What is said in the end: who did little, or felt pain, is not told to be done.
    pub(crate) fn farewell(&self) -> Message {
        let done = self.done();
        if self.hurt || done > 0 && done * 2 < self.count() {
            Message::Enough
        } else if done > 0 {
            Message::Done
        } else {
            Message::Rested
        }
    }

    /// Milliseconds of rest before the block, and of all of it.
    fn times(&self) -> Option<(u32, u32)> {
        let block = self.block()?;
        Some((u32::from(block.section.rest) * 1000, block.seconds() * 1000))
    }

    /// Whether it is the time to move, and the seconds that are left of that time.
    pub(crate) fn now(&self) -> (bool, u32) {
        let Some((rest, all)) = self.times() else { return (false, 0) };
        let moves = self.at >= rest;
        let end = if moves { all } else { rest };
        (moves, end.saturating_sub(self.at).div_ceil(1000))
    }

    pub(crate) fn ask(&mut self, ask: Do, at: f64) -> Vec<Effect> {
        match ask {
            Do::Tick(question) => {
                if let Step::Gate(ticks) = &mut self.step
                    && let Some(tick) = ticks.get_mut(usize::from(question))
                {
                    *tick = !*tick;
                }
                Vec::new()
            }
            Do::Listen => self.speech.aloud(&view::gate_words(self)),
            Do::Start | Do::Pause => match &self.step {
                Step::Gate(ticks) if ticks.contains(&false) => Vec::new(),
                Step::Gate(_) | Step::Waits(_) => self.go_on(at),
                Step::Runs => self.wait(Why::Paused),
                Step::Over => Vec::new(),
            },
            Do::Hurts => {
                self.hurt = true;
                self.wait(Why::Hurts)
            }
            Do::Skip => {
                let waits = self.step != Step::Runs;
                let effects = self.next(0);
                if waits { Vec::new() } else { effects }
            }
            Do::Back => {
                if self.at < SOON_MS {
                    self.moved.blocks.pop();
                }
                self.at = 0;
                if self.step == Step::Runs { self.begins() } else { Vec::new() }
            }
            Do::Form(form) => {
                self.form = form.min(FORMS.len() as u8);
                let block = self.block();
                let name = block.and_then(|it| self.shown(&it)).map(|it| it.name.clone());
                if self.quiet { Vec::new() } else { self.speech.aloud(&name.unwrap_or_default()) }
            }
            Do::Sound => {
                self.quiet = !self.quiet;
                let mut effects =
                    vec![Effect::Remember(if self.quiet { QUIET } else { "" }.to_owned())];
                match (self.quiet, self.step == Step::Runs) {
                    (true, _) => effects.push(Effect::Silence),
                    (false, true) => effects.extend(self.counted()),
                    (false, false) => {}
                }
                effects
            }
            Do::End => {
                self.moved.blocks.resize(self.count(), 0);
                self.step = Step::Over;
                vec![Effect::Silence, Effect::Wake(false)]
            }
            Do::Effort(effort) => {
                self.moved.effort = if self.moved.effort == effort { 0 } else { effort };
                Vec::new()
            }
        }
    }

    fn go_on(&mut self, at: f64) -> Vec<Effect> {
        let begins = self.at == 0;
        self.step = Step::Runs;
        self.hurt = false;
        self.last = at;
        let mut effects = vec![Effect::Wake(true)];
        effects.extend(if begins { self.begins() } else { self.counted() });
        effects
    }

    fn wait(&mut self, why: Why) -> Vec<Effect> {
        if self.step != Step::Runs && why != Why::Hurts {
            return Vec::new();
        }
        self.step = Step::Waits(why);
        vec![Effect::Silence, Effect::Wake(false)]
    }

    /// The block is behind: done in a form, or skipped.
    fn next(&mut self, done: u8) -> Vec<Effect> {
        self.at = 0;
        if self.moved.blocks.len() < self.count() {
            self.moved.blocks.push(done);
        }
        if self.moved.blocks.len() < self.count() {
            return self.begins();
        }
        self.step = Step::Over;
        let mut effects = vec![Effect::Wake(false)];
        effects.extend(self.over());
        effects
    }

    /// Time goes on.
    pub(crate) fn tick(&mut self, now: f64) -> Vec<Effect> {
        if self.step != Step::Runs {
            return Vec::new();
        }
        let passed = now - self.last;
        if passed > SLEPT_MS {
            return self.wait(Why::Slept);
        }
        let whole = passed.max(0.0) as u32;
        self.last += f64::from(whole);
        let Some((rest, all)) = self.times() else { return Vec::new() };
        let before = self.at;
        self.at += whole;
        if self.at >= all {
            let left = self.at - all;
            let effects = self.next(self.form + 1);
            self.at = if self.step == Step::Runs { left } else { 0 };
            return effects;
        }
        if before < rest && self.at >= rest {
            return self.starts();
        }
        self.aloud_between(before)
    }

    pub(crate) fn runs(&self) -> bool {
        self.step == Step::Runs
    }

    pub(crate) fn made(&self) -> (Vec<u8>, Option<Mark>) {
        let over = self.step == Step::Over && self.moved.blocks.len() == self.count();
        (to_bytes(&self.moved), over.then_some(Mark::RIGHT))
    }

    /// What a section is called.
    pub(crate) const fn section(kind: SectionKind) -> Message {
        match kind {
            SectionKind::WarmUp => Message::WarmUp,
            SectionKind::Work => Message::Work,
            SectionKind::CoolDown => Message::CoolDown,
        }
    }
}

/// What is remembered where no sound is wanted.
const QUIET: &str = "quiet";
