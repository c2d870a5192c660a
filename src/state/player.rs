//! The player: one learner on the way through one lesson.

use super::{Begun, Command, Draft};
use course::digits::decimal;
use course::forever::Forever;
use course::item::{Feedback, Score, Verdict};
use course::lesson::{Card, Lesson, PartKind};
use course::plan::{Held, Stop, again, asked, card, part, plan};
use learning::progress::Progress;

mod answer;
mod onward;

/// A way through a lesson: what fixes its items, and what is behind already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// Fixes which items are met.
    pub seed: u64,
    /// The seed came with the address.
    pub forced: bool,
    /// Marks of what is done.
    pub done: Vec<u64>,
    /// It stands in the log already.
    pub opened: bool,
}

/// One learner on the way through one lesson.
pub struct Player {
    pub lesson: Forever<Lesson>,
    pub way: Way,
    stops: Vec<Stop>,
    passed: Vec<bool>,
    at: usize,
    /// Stops that were left for later.
    left: Vec<usize>,
    /// One item of the lesson is met apart from it: to review a skill, or to find where to begin.
    apart: Option<PartKind>,
    /// What is met now.
    pub here: Scene,
}

/// What is on the screen.
pub enum Scene {
    /// A card: [`Player::card`] has it.
    Card,
    /// An item.
    Item(Box<Exercise>),
    /// The lesson's end: right exit items, exit items.
    End(usize, usize),
}

/// An item being answered.
pub struct Exercise {
    pub item: Held,
    pub seed: u64,
    pub draft: Draft,
    /// What was handed in last.
    handed: Draft,
    pub phase: Phase,
    /// Hints shown.
    pub hints: u8,
    /// The worked solution is shown.
    pub solution: bool,
}

/// How far an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Being made.
    Open,
    /// Handed in and being kept.
    Keeping(Judged),
    /// Kept, and its feedback shown.
    Told(Judged),
    /// To be made again: the feedback stays until that begins.
    Again(Judged),
}

/// What an answer was worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    pub outcome: Outcome,
    score: Option<Score>,
}

/// What an answer was worth, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Right,
    Partly,
    Wrong,
    Unreadable,
}

impl Outcome {
    /// The stable name that pages and tests see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Partly => "partly",
            Self::Wrong => "wrong",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Player {
    /// Meets one item for a skill, as this part; `None` if the lesson has none.
    pub fn apart(lesson: Forever<Lesson>, skill: &str, seed: u64, part: PartKind) -> Option<Self> {
        let stop = again(&lesson, skill, seed)?;
        let way = Way { seed, opened: true, ..Way::default() };
        Some(Self::with(lesson, way, vec![stop], Some(part)))
    }

    /// Goes on where `way` is.
    pub fn new(lesson: Forever<Lesson>, way: Way) -> Self {
        let stops = plan(&lesson, way.seed);
        Self::with(lesson, way, stops, None)
    }

    fn with(lesson: Forever<Lesson>, way: Way, stops: Vec<Stop>, apart: Option<PartKind>) -> Self {
        let is_item = |at: usize| card(&lesson, stops[at]).is_none();
        let is_done = |stop: &Stop| asked(&lesson, *stop).is_some_and(|it| way.done.contains(&it));
        let mut passed: Vec<bool> = stops.iter().map(is_done).collect();
        // Cards before the last answer have been read.
        let last = (0..stops.len()).rev().find(|at| passed[*at] && is_item(*at));
        for (at, passed) in passed.iter_mut().enumerate().take(last.unwrap_or(0)) {
            *passed |= !is_item(at);
        }
        let (left, here) = (Vec::new(), Scene::End(0, 0));
        let mut player = Self { lesson, way, stops, passed, at: 0, left, apart, here };
        player.go_from(last.map_or(0, |last| last + 1));
        player
    }

    /// The same place in another language, or in the whole of a lesson that was begun, with the draft as it is.
    #[must_use]
    pub fn translated(&self, lesson: Forever<Lesson>) -> Self {
        let mut player = Self::new(lesson, self.way.clone());
        if !player.stops.starts_with(&self.stops) {
            return player;
        }
        for (at, passed) in self.passed.iter().enumerate() {
            player.passed[at] = *passed;
        }
        player.left = self.left.clone();
        player.at = self.at;
        if matches!(self.here, Scene::End(..)) || !player.show() {
            player.go_from(self.at + 1);
        }
        if let (Scene::Item(new), Scene::Item(old)) = (&mut player.here, &self.here) {
            new.draft = old.draft.clone();
            new.handed = old.handed.clone();
            new.hints = old.hints;
            new.solution = old.solution;
            new.phase = old.phase;
        }
        player
    }

    /// The part of the lesson that is on the screen.
    pub fn part(&self) -> Option<PartKind> {
        if matches!(self.here, Scene::End(..)) {
            return None;
        }
        self.apart.or_else(|| part(&self.lesson, *self.stops.get(self.at)?))
    }

    /// Which stop is on the screen.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// An answer is on its way into the log.
    pub fn is_keeping(&self) -> bool {
        matches!(&self.here, Scene::Item(it) if matches!(it.phase, Phase::Keeping(_)))
    }

    /// A move that leaves nothing to be kept; the others are [`Player::check`] and [`Player::go_on`].
    pub fn play(&mut self, command: &Command) {
        match command {
            Command::Edit(edit) => self.edit(edit),
            Command::Retry => self.retry(),
            Command::Hint => self.hint(),
            Command::Solve => self.solve(),
            Command::Speak(_)
            | Command::Check
            | Command::Next
            | Command::Skip
            | Command::Restart
            | Command::Say(..)
            | Command::Pinyin
            | Command::Reload
            | Command::Keep
            | Command::SaveFile => {}
        }
    }

    /// Stops done, and all of them.
    pub fn steps(&self) -> (usize, usize) {
        (self.passed.iter().filter(|it| **it).count(), self.stops.len())
    }

    /// No hints and one attempt an item: in the exit check, and where it is looked for where to begin.
    pub fn is_exit(&self) -> bool {
        matches!(self.part(), Some(PartKind::Exit | PartKind::Placement))
    }

    /// It is looked for where to begin.
    pub fn is_placement(&self) -> bool {
        self.apart == Some(PartKind::Placement)
    }

    /// Takes up an answer that was begun, if its item is still to be answered on this way.
    pub fn take_up(&mut self, begun: &Begun) {
        let is_it = |at: &usize| self.stops[*at].seed == begun.seed && !self.passed[*at];
        let Some(at) = (0..self.stops.len()).find(is_it) else { return };
        self.at = at;
        if !self.show() {
            return self.go_from(at);
        }
        for edit in &begun.edits {
            self.edit(edit);
        }
        for _ in 0..begun.hints {
            self.hint();
        }
    }

    /// The answer in the making, as [`Begun::read`] reads it.
    pub fn begun(&self) -> String {
        match &self.here {
            Scene::Item(it) => {
                [&*decimal(it.seed), "\nn", &decimal(it.hints.into()), &it.draft.moves()].concat()
            }
            Scene::Card | Scene::End(..) => String::new(),
        }
    }

    /// The card on the screen.
    pub fn card(&self) -> Option<&Card> {
        card(&self.lesson, *self.stops.get(self.at)?)
    }

    /// The end with the exit check's result, as far as progress knows it.
    pub fn set_end(&mut self, progress: &Progress) {
        let exit = |stop: &&Stop| part(&self.lesson, **stop) == Some(PartKind::Exit);
        if let Scene::End(right, all) = &mut self.here {
            *all = self.stops.iter().filter(exit).count();
            // An item that was right, then edited and right again, counts once.
            let done = progress.lesson(&self.lesson.id).map_or(0, |it| it.exit_right.into());
            *right = (*all).min(done);
        }
    }
}

impl Judged {
    fn of(verdict: &Verdict<'_>) -> Self {
        let outcome = match verdict.score {
            None => Outcome::Unreadable,
            Some(Score::FULL) => Outcome::Right,
            Some(Score::ZERO) => Outcome::Wrong,
            Some(_) => Outcome::Partly,
        };
        Self { outcome, score: verdict.score }
    }
}

impl Exercise {
    /// The draft may be changed: neither while it is being kept, nor once it is right, nor in the exit check again.
    pub const fn may_change(&self, exit: bool) -> bool {
        match self.phase {
            Phase::Open | Phase::Again(_) => true,
            Phase::Keeping(_) => false,
            Phase::Told(judged) => match judged.outcome {
                Outcome::Right => false,
                Outcome::Partly | Outcome::Wrong => !exit,
                Outcome::Unreadable => true,
            },
        }
    }

    /// What the author has to say about the answer that was handed in.
    pub fn feedback(&self) -> Option<&Feedback> {
        self.handed.verdict(&self.item.interaction)?.feedback
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
