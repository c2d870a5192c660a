//! What one page life of the app knows, and how it changes.

use super::{Begun, Here, Journal, Player, Turn, Way};
use crate::locale::{Locale, Message};
use crate::route::{Address, Route};
use course::catalogue::{Catalogue, Entry};
use course::forever::Forever;
use course::lesson::Lesson;
use learning::event::Event;
use learning::plan::{Today, today};
use learning::progress::{Progress, SkillProgress};

mod apart;

pub use course::catalogue::Course;

/// What the app starts with: made by the browser's edge, or by the prerenderer.
pub struct Start {
    pub scene: Scene,
    pub journal: Journal,
    pub saved: Saved,
    /// The seed of a lesson that was never opened: what the page already shows, or a new one.
    pub seed: u64,
    /// Where the app is put, as a prefix of paths.
    pub root: String,
}

/// A page with what it needs.
pub struct Scene {
    pub address: Address,
    pub catalogue: Forever<Catalogue>,
    /// The lesson, or why it or the catalogue is not there.
    pub lesson: Option<Loaded>,
    /// An answer that was begun before.
    pub begun: Option<Begun>,
    /// What day it is by the device's clock: days since 1970 in local time.
    pub day: i64,
}

/// A lesson that a page wants.
pub type Loaded = Result<Forever<Lesson>, Missing>;

/// Why a lesson is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Not on this device, and no network.
    Unreachable,
    /// No such lesson.
    Unknown,
    /// Cut, changed or another kind of file.
    Broken,
    /// From a later version.
    TooNew,
}

/// Whether answers are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// All of them.
    Saved,
    /// One is on its way.
    Saving,
    /// Some are in memory only, for want of room.
    Unsaved,
    /// There is no storage here.
    Unkept,
    /// A newer build has taken the storage over: this page keeps nothing any more.
    Old,
}

impl Saved {
    /// The stable name that pages and tests see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Saving => "saving",
            Self::Unsaved => "unsaved",
            Self::Unkept | Self::Old => "unkept",
        }
    }

    /// The words for it.
    pub const fn message(self) -> Message {
        match self {
            Self::Saved => Message::Saved,
            Self::Saving => Message::Saving,
            Self::Unsaved => Message::Unsaved,
            Self::Unkept => Message::Unkept,
            Self::Old => Message::Old,
        }
    }
}

/// How far keeping a course for offline use is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    Working(u32, u32),
    Kept,
    Failed,
}

/// What one page life of the app knows.
pub struct Session {
    pub scene: Scene,
    pub player: Option<Player>,
    pub journal: Journal,
    pub saved: Saved,
    /// So many records were missing and came back from the second copy.
    pub back: Option<u32>,
    /// Languages that this device speaks by itself.
    pub voices: Vec<String>,
    pub pinyin: bool,
    pub turn: Turn,
    /// Something to be told once: a failed change of language.
    pub notice: Option<Message>,
    /// A page is on its way.
    pub busy: bool,
    /// Courses that are being kept for offline use, by id.
    pub keeping: Vec<(String, Keeping)>,
    pub root: String,
    /// The skill that is met apart from its lesson, or fetched to be: the pack, the skill, the seed of its item.
    meeting: Option<(String, String, u64)>,
    /// So many stops were done when the whole of a lesson was asked for last.
    asked: Option<usize>,
    /// Why it has not come.
    pub lacking: Missing,
    /// Skills that were met on this visit to the reviews, and those that could not be.
    met: Vec<String>,
    pub unmet: usize,
}

/// What can happen to a session.
pub enum Action {
    /// A page is shown; the seed is for a lesson that begins.
    Show(Box<Scene>, u64),
    /// A page is on its way.
    Busy,
    /// The catalogue of a language, where a lesson was opened without it.
    Catalogue(Locale, Forever<Catalogue>),
    /// What was wanted cannot be had.
    Notice(Message),
    /// Events were kept, or these could not be.
    Recorded(Saved, Vec<Event>),
    /// Keeping an answer takes long, unless it is done.
    Late,
    /// A newer build has taken the storage over.
    Old,
    /// The log was read again; so many records were missing and came back from the second copy.
    Reread(Box<Journal>, Option<u32>),
    /// The device's voices are known.
    Voices(Vec<String>),
    /// Pinyin is shown or hidden.
    Pinyin(bool),
    /// Whose turn it is.
    Turn(Turn),
    /// A course is being kept for offline use.
    Keeping(String, Keeping),
    /// The lesson of the skill to be met apart from it, from this pack.
    Apart(String, Loaded),
    /// The whole of a lesson whose beginning is on the screen.
    Whole(Loaded),
}

impl Session {
    /// The session that begins with `start`.
    pub fn new(start: Start) -> Self {
        let mut session = Self {
            scene: start.scene,
            player: None,
            journal: start.journal,
            saved: start.saved,
            back: None,
            voices: Vec::new(),
            pinyin: false,
            turn: Turn::default(),
            notice: None,
            busy: false,
            keeping: Vec::new(),
            root: start.root,
            meeting: None,
            asked: None,
            lacking: Missing::Unreachable,
            met: Vec::new(),
            unmet: 0,
        };
        session.open(start.seed);
        session
    }

    /// What the learner has done so far, and what it means.
    pub fn progress(&self) -> &Progress {
        &self.journal.progress
    }

    /// The course of the page that is shown.
    pub fn course(&self) -> Option<&Course> {
        match &self.scene.address.route {
            Route::Course(course) | Route::Lesson { course, .. } | Route::Placement(course) => {
                self.scene.catalogue.course(course)
            }
            Route::Today
            | Route::Review
            | Route::Me
            | Route::Engine(_)
            | Route::About
            | Route::Unknown => None,
        }
    }

    /// The engines that the lesson on the screen needs, as far as is known: a bit each.
    pub fn engines(&self) -> u8 {
        let Route::Lesson { lesson, .. } = &self.scene.address.route else { return 0 };
        self.course().and_then(|it| it.lesson(lesson)).map_or(0, |it| it.engines)
    }

    /// The lesson that comes after this one in its course.
    pub fn next_lesson(&self) -> Option<&Entry> {
        let Route::Lesson { lesson, .. } = &self.scene.address.route else { return None };
        let lessons = self.course()?.lessons();
        let at = lessons.iter().position(|it| it.id == *lesson)?;
        lessons.get(at + 1).copied()
    }

    /// Takes up the lesson of the page that is shown: where the learner was, or from the start with `seed`.
    fn open(&mut self, seed: u64) {
        let Some(Ok(lesson)) = &self.scene.lesson else { return };
        let forced = self.scene.address.seed;
        if let Some(player) = &self.player
            && player.lesson.id == lesson.id
            && (forced.is_none() || (player.way.forced && forced == Some(player.way.seed)))
            && !matches!(player.here, Here::End(..))
        {
            let translated = player.translated(*lesson);
            self.player = Some(translated);
            return;
        }
        let begun =
            self.progress().lesson(&lesson.id).filter(|it| !it.ended && !it.done.is_empty());
        let begun = begun.filter(|it| match forced {
            Some(seed) => it.forced && it.seed == seed,
            None => !it.forced,
        });
        let way = match begun {
            Some(it) => {
                Way { seed: it.seed, forced: it.forced, done: it.done.clone(), opened: true }
            }
            None => {
                Way { seed: forced.unwrap_or(seed), forced: forced.is_some(), ..Way::default() }
            }
        };
        let mut player = Player::new(*lesson, way);
        if let Some(begun) = &self.scene.begun {
            player.take_up(begun);
        }
        self.player = Some(player);
    }

    /// The day's plan.
    pub fn today(&self) -> Today<'_> {
        today(self.progress(), &self.scene.catalogue, self.scene.day)
    }

    /// Whether a skill is to be met again today.
    pub fn is_due(&self, skill: &SkillProgress) -> bool {
        skill.due().is_some_and(|due| due <= self.progress().calendar.today(self.scene.day))
    }

    /// The whole of the lesson is to be fetched: after each stop, as long as its beginning is all that is there.
    pub fn wants_whole(&mut self) -> bool {
        let beginning = self.player.as_ref().filter(|it| it.lesson.is_beginning());
        let done = beginning.map(|it| it.steps().0);
        done.is_some() && std::mem::replace(&mut self.asked, done) != done
    }

    /// The lesson goes on where it is, now that all of it is there.
    fn complete(&mut self, lesson: Forever<Lesson>) {
        if let Some(player) = &self.player
            && player.lesson.is_beginning()
            && (&player.lesson.id, &player.lesson.locale) == (&lesson.id, &lesson.locale)
        {
            self.player = Some(player.translated(lesson));
        }
    }

    /// The lesson begins anew.
    pub fn restart(&mut self, seed: u64) {
        if let Some(player) = &mut self.player {
            *player = Player::new(player.lesson, Way { seed, ..Way::default() });
        }
    }

    /// An answer is on its way into the log.
    pub fn saving(&mut self) {
        if self.saved == Saved::Saved {
            self.saved = Saved::Saving;
        }
    }

    /// Takes in what happened.
    pub fn after(&mut self, action: Action) {
        match action {
            Action::Show(scene, seed) => {
                self.scene = *scene;
                self.notice = None;
                self.busy = false;
                (self.met, self.unmet, self.meeting) = (Vec::new(), 0, None);
                if self.player.as_ref().is_some_and(Player::is_apart) {
                    self.player = None;
                }
                self.open(seed);
            }
            Action::Busy => self.busy = true,
            Action::Catalogue(locale, catalogue) => {
                if locale == self.scene.address.locale {
                    self.scene.catalogue = catalogue;
                    if !matches!(self.scene.address.route, Route::Lesson { .. }) {
                        self.scene.lesson = None;
                    }
                }
            }
            Action::Notice(message) => {
                self.notice = Some(message);
                self.busy = false;
            }
            Action::Recorded(saved, waiting) => {
                if self.saved != Saved::Old {
                    self.saved = saved;
                }
                self.journal.wait(waiting);
                if let Some(player) = &mut self.player {
                    player.kept();
                    player.set_end(&self.journal.progress);
                }
            }
            Action::Apart(pack, lesson) => self.meet(&pack, lesson),
            Action::Whole(Ok(lesson)) => self.complete(lesson),
            Action::Whole(Err(why)) => self.lacking = why,
            Action::Late => {}
            #[cfg(planted)]
            Action::Old if learning::planted::is("old") => {}
            Action::Old => self.saved = Saved::Old,
            Action::Reread(journal, back) => {
                self.journal.give_way(*journal);
                self.back = back.or(self.back);
            }
            Action::Voices(voices) => self.voices = voices,
            Action::Pinyin(pinyin) => self.pinyin = pinyin,
            Action::Turn(turn) => self.turn = turn,
            Action::Keeping(course, keeping) => {
                self.keeping.retain(|(it, _)| *it != course);
                self.keeping.push((course, keeping));
            }
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
