//! What one page life of the app knows, and how it changes.

use super::{Command, Edit, Here, Player, Way};
use crate::locale::{Locale, Message};
use crate::route::{Address, Route};
use course::catalogue::{Catalogue, Entry};
use course::lesson::Lesson;
use learning::progress::Progress;
use std::rc::Rc;
use yew::Reducible;

pub use course::catalogue::Course;

/// What the app starts with: made by the browser's edge, or by the prerenderer.
#[derive(Clone)]
pub struct Start {
    pub scene: Scene,
    pub progress: Progress,
    pub saved: Saved,
    /// Answers begun in the page before the program was there.
    pub picks: Vec<Edit>,
    /// The seed of a lesson that was never opened: what the page already shows, or a new one.
    pub seed: u64,
    /// Where the app is put, as a prefix of paths.
    pub root: String,
}

/// A page with what it needs.
#[derive(Clone)]
pub struct Scene {
    pub address: Address,
    pub catalogue: Rc<Catalogue>,
    pub lesson: Option<Loaded>,
}

/// A lesson that a page wants.
pub type Loaded = Result<Rc<Lesson>, Missing>;

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
}

impl Saved {
    /// The stable name that pages and tests see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Saving => "saving",
            Self::Unsaved => "unsaved",
            Self::Unkept => "unkept",
        }
    }

    /// While an answer is being kept, that is what is said.
    fn or_saving(self, player: Option<&Player>) -> Self {
        match (self, player) {
            (Self::Saved, Some(player)) if player.is_keeping() => Self::Saving,
            (other, _) => other,
        }
    }

    /// The words for it.
    pub const fn message(self) -> Message {
        match self {
            Self::Saved => Message::Saved,
            Self::Saving => Message::Saving,
            Self::Unsaved => Message::Unsaved,
            Self::Unkept => Message::Unkept,
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
#[derive(Clone)]
pub struct Session {
    pub scene: Scene,
    pub player: Option<Player>,
    pub progress: Progress,
    pub saved: Saved,
    pub odd: u32,
    /// Languages that this device speaks by itself.
    pub voices: Vec<String>,
    pub pinyin: bool,
    /// Something to be told once: a failed change of language.
    pub notice: Option<Message>,
    /// A page is on its way.
    pub busy: bool,
    /// Courses that are being kept for offline use, by id.
    pub keeping: Vec<(String, Keeping)>,
    pub root: String,
}

/// What can happen to a session.
#[derive(Clone)]
pub enum Action {
    /// A page is shown; the seed is for a lesson that begins.
    Show(Box<Scene>, u64),
    /// A page is on its way.
    Busy,
    /// The catalogue of a language, where a lesson was opened without it.
    Catalogue(Locale, Rc<Catalogue>),
    /// What was wanted cannot be had.
    Notice(Message),
    /// The player handed something in.
    Player(Box<Player>),
    /// A move of the player that leaves nothing to be kept.
    Play(Command),
    /// The lesson begins anew with this seed.
    Restart(u64),
    /// Events were folded in and kept, or could not be.
    Recorded(Box<Progress>, Saved),
    /// The device's voices are known.
    Voices(Vec<String>),
    /// Pinyin is shown or hidden.
    Pinyin(bool),
    /// A course is being kept for offline use.
    Keeping(String, Keeping),
}

impl Session {
    /// The session that begins with `start`.
    pub fn new(start: &Start) -> Self {
        let mut session = Self {
            scene: start.scene.clone(),
            player: None,
            progress: start.progress.clone(),
            saved: start.saved,
            odd: 0,
            voices: Vec::new(),
            pinyin: false,
            notice: None,
            busy: false,
            keeping: Vec::new(),
            root: start.root.clone(),
        };
        session.open(start.seed);
        if let Some(player) = &mut session.player {
            for edit in &start.picks {
                player.edit(edit);
            }
        }
        session
    }

    /// The course of the page that is shown.
    pub fn course(&self) -> Option<&Course> {
        match &self.scene.address.route {
            Route::Course(course) | Route::Lesson { course, .. } => {
                self.scene.catalogue.courses.iter().find(|it| it.id == *course)
            }
            Route::Today | Route::Me | Route::About | Route::Unknown => None,
        }
    }

    /// The lesson that comes after this one in its course.
    pub fn next_lesson(&self) -> Option<&Entry> {
        let Route::Lesson { lesson, .. } = &self.scene.address.route else { return None };
        let mut entries = self.course()?.units.iter().flat_map(|unit| &unit.lessons);
        entries.find(|it| it.id == *lesson)?;
        entries.next()
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
            self.player = Some(player.translated(lesson.clone()));
            return;
        }
        let begun = self.progress.lesson(&lesson.id).filter(|it| !it.ended && !it.done.is_empty());
        let begun = begun.filter(|it| match forced {
            Some(seed) => it.forced && it.seed == seed,
            None => !it.forced,
        });
        let way = match begun {
            Some(it) => Way { seed: it.seed, forced: it.forced, done: it.done.clone(), opened: true },
            None => Way { seed: forced.unwrap_or(seed), forced: forced.is_some(), ..Way::default() },
        };
        self.player = Some(Player::new(lesson.clone(), way));
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Show(scene, seed) => {
                next.scene = *scene;
                next.notice = None;
                next.busy = false;
                next.open(seed);
            }
            Action::Busy => next.busy = true,
            Action::Catalogue(locale, catalogue) if locale == next.scene.address.locale => {
                next.scene.catalogue = catalogue;
            }
            Action::Catalogue(..) => {}
            Action::Notice(message) => {
                next.notice = Some(message);
                next.busy = false;
            }
            Action::Player(player) => {
                next.player = Some(*player);
                next.saved = next.saved.or_saving(next.player.as_ref());
            }
            Action::Play(command) => {
                if let Some(player) = &mut next.player {
                    player.play(&command);
                }
            }
            Action::Restart(seed) => {
                if let Some(player) = &mut next.player {
                    let lesson = player.lesson.clone();
                    *player = Player::new(lesson, Way { seed, ..Way::default() });
                }
            }
            Action::Recorded(progress, saved) => {
                next.progress = *progress;
                next.saved = saved;
                if let Some(player) = &mut next.player {
                    player.kept();
                    let lesson = player.lesson.id.clone();
                    player.set_end(next.progress.lesson(&lesson));
                }
            }
            Action::Voices(voices) => next.voices = voices,
            Action::Pinyin(pinyin) => next.pinyin = pinyin,
            Action::Keeping(course, keeping) => {
                next.keeping.retain(|(it, _)| *it != course);
                next.keeping.push((course, keeping));
            }
        }
        next.into()
    }
}
