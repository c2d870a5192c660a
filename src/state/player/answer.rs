//! Answering the item on the screen: moves, handing in, hints, another try.

use super::{Judged, Outcome, Phase, Player, Scene, Way};
use crate::state::{Draft, Edit};
use course::item::{Response, Score, Verdict};
use course::plan::{Origin, mark};
use learning::event::{Attempt, Kind, LessonOpened};

impl Player {
    /// Changes the draft; after feedback that begins a new attempt.
    pub fn edit(&mut self, edit: &Edit) {
        let exit = self.is_exit();
        if let Scene::Item(it) = &mut self.here
            && it.may_change(exit)
        {
            it.phase = Phase::Open;
            let draft = std::mem::replace(&mut it.draft, Draft::Reading);
            it.draft = draft.after(edit, &it.item.interaction);
        }
    }

    /// Hands the draft in: what is to be kept before anything is told, or nothing if there is no draft to judge or one
    /// is being kept. `millis` is the time since the item was shown, `day` the local day.
    pub fn check(&mut self, millis: u32, day: i64) -> Vec<Kind> {
        let Scene::Item(it) = &mut self.here else { return Vec::new() };
        let Some(response) = it.draft.response(&it.item.interaction) else { return Vec::new() };
        self.hand_in(Some(response), millis, day)
    }

    /// The learner does not know it yet, and says so where it is looked for where to begin: as if nothing was typed.
    pub fn unknown(&mut self, millis: u32, day: i64) -> Vec<Kind> {
        self.hand_in(None, millis, day)
    }

    fn hand_in(&mut self, response: Option<Response>, millis: u32, day: i64) -> Vec<Kind> {
        let part = self.part();
        let Scene::Item(it) = &mut self.here else { return Vec::new() };
        // Not to know it can also be said after what could not be read.
        let unknown = response.is_none() && it.may_change(true);
        if !unknown && !matches!(it.phase, Phase::Open | Phase::Again(_)) {
            return Vec::new();
        }
        it.handed = it.draft.clone();
        let verdict = response.as_ref().and_then(|_| it.draft.verdict(&it.item.interaction));
        let verdict = verdict.unwrap_or(Verdict { score: Some(Score::ZERO), feedback: None });
        let misconception = verdict.feedback.map(|it| it.misconception.clone()).unwrap_or_default();
        let judged = Judged::of(&verdict);
        let (Some(score), Some(part)) = (judged.score, part) else {
            // What cannot be read is told at once and not kept.
            it.phase = Phase::Told(judged);
            return Vec::new();
        };
        let attempt = Attempt {
            lesson: self.lesson.id.clone(),
            item: it.item.id.clone(),
            hash: it.item.hash,
            level: match it.item.origin() {
                Origin::Written => 0,
                Origin::Generated(level) => level,
            },
            seed: it.seed,
            forced: self.way.forced,
            part,
            response: response.unwrap_or_else(|| Response::Typed(String::new())),
            score,
            skills: it.item.skills.clone(),
            misconception,
            hints: it.hints,
            solution: it.solution,
            millis,
            day,
        };
        it.phase = Phase::Keeping(judged);
        #[cfg(planted)]
        if learning::planted::is("told") {
            it.phase = Phase::Told(judged);
        }
        let mut kinds = Vec::new();
        if !self.way.opened {
            self.way.opened = true;
            let (lesson, Way { seed, forced, .. }) = (self.lesson.id.clone(), &self.way);
            kinds.push(Kind::LessonOpened(LessonOpened { lesson, seed: *seed, forced: *forced }));
        }
        kinds.push(Kind::ItemAttempted(attempt));
        kinds
    }

    /// The answer is kept, or cannot be: what it was worth is told now. What needs no marking is passed at once.
    pub fn kept(&mut self) {
        let at = self.at;
        let (exit, placement) = (self.is_exit(), self.is_placement());
        if let Scene::Item(it) = &mut self.here
            && let Phase::Keeping(judged) = &it.phase
        {
            let judged = *judged;
            let right = judged.outcome == Outcome::Right;
            let done = right || exit;
            // The exit check has one attempt: how it goes is shown at once.
            it.solution |= exit && !right && !placement;
            self.passed[at] |= done;
            let mark = mark(it.seed, it.item.hash);
            if done && !self.way.done.contains(&mark) {
                self.way.done.push(mark);
            }
            it.phase = Phase::Told(judged);
        }
    }

    /// Another attempt at the same item.
    pub fn retry(&mut self) {
        let exit = self.is_exit();
        if let Scene::Item(it) = &mut self.here
            && let Phase::Told(judged) = it.phase
            && it.may_change(exit)
        {
            it.phase = Phase::Again(judged);
            it.draft = it.draft.again(&it.item.interaction);
        }
    }

    /// One more hint.
    pub fn hint(&mut self) {
        let exit = self.is_exit();
        if let Scene::Item(it) = &mut self.here
            && !exit
        {
            it.hints = it.hints.saturating_add(1).min(it.item.hints.len() as u8);
        }
    }

    /// The worked solution; the learner then does it alone.
    pub fn solve(&mut self) {
        let exit = self.is_exit();
        if let Scene::Item(it) = &mut self.here
            && !exit
        {
            it.solution = true;
        }
        self.retry();
    }
}
