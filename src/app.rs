//! The one component: a session, its page, and the carrying out of what the learner asks for.

use crate::browser::{self, Entry};
use crate::item::unmarked;
use crate::page;
use crate::route::{Address, Route};
use crate::state::{Action, Command, Here, Player, Saved, Session, Start};
use std::cell::Cell;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties};

/// What the app starts with, taken when it is made.
#[derive(Clone, Properties)]
pub struct AppProps {
    pub start: Rc<Cell<Option<Start>>>,
}

impl AppProps {
    pub fn new(start: Start) -> Self {
        Self { start: Rc::new(Cell::new(Some(start))) }
    }
}

/// By identity: comparing lessons in depth would be code that every pupil downloads.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.start, &other.start)
    }
}

/// The whole app.
pub struct App {
    session: Session,
    on: Callback<Rc<Command>>,
    tell: Callback<Action>,
    shown: Option<(Address, u64)>,
    /// An answer was just told.
    told: bool,
    /// Engines that were asked for already.
    prepared: u8,
}

/// What comes to the app: from the learner, or from the edge.
pub enum Happening {
    Asked(Rc<Command>),
    Happened(Action),
}

impl Component for App {
    type Message = Happening;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        Self {
            session: Session::new(context.props().start.take().expect("an app is made once")),
            on: link.callback(Happening::Asked),
            tell: link.callback(Happening::Happened),
            shown: None,
            told: false,
            prepared: 0,
        }
    }

    fn update(&mut self, _: &Context<Self>, happening: Happening) -> bool {
        // While an answer is being kept nothing is drawn: the browser is to be free to keep it, and what it was worth comes
        // next. Only where that takes long the page shows that it waits.
        let mut drawn = true;
        match happening {
            Happening::Asked(command) => {
                let check = matches!(*command, Command::Check);
                self.carry_out(&command);
                if check && self.is_keeping() {
                    browser::saved(self.session.saved.name());
                    drawn = false;
                }
            }
            Happening::Happened(Action::Late) => drawn = self.is_keeping(),
            Happening::Happened(action) => {
                if matches!(action, Action::Recorded(Saved::Saved, _)) {
                    // Kept for good: it is no longer in the making.
                    browser::set_begun("");
                }
                let recorded = matches!(action, Action::Recorded(..));
                self.told |= recorded;
                self.session.after(action);
                if recorded {
                    browser::saved(self.session.saved.name());
                }
            }
        }
        self.fetch_next();
        drawn
    }

    fn view(&self, _: &Context<Self>) -> Html {
        page::view(&self.session, &self.on)
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            browser::listen(self.tell.clone());
            self.fetch_next();
        }
        // Items that are met apart from their lessons are told from each other by their seeds.
        let stop = self.session.player.as_ref();
        let stop = stop.map_or(0, |player| player.way.seed.wrapping_add(player.at() as u64));
        let shown = (self.session.scene.address.clone(), stop);
        // The button that was pressed is gone: the keyboard goes on at the one that follows.
        if std::mem::take(&mut self.told) {
            browser::told();
        }
        if self.shown.as_ref() != Some(&shown) {
            browser::page_shown(shown.0.locale);
            browser::stop_shown();
            if let Route::Engine(page) = &shown.0.route {
                let root = &self.session.root;
                browser::learners(page, shown.0.locale, root, self.tell.clone());
            }
            self.shown = Some(shown);
        }
        // What the lesson's stages need comes when nothing else is to be done, each engine once.
        let engines = self.session.engines() & !self.prepared;
        self.prepared |= engines;
        browser::prepare_engines(engines, self.session.scene.address.locale);
        let exercise = match self.session.player.as_ref() {
            Some(Player { here: Here::Item(it), .. }) => Some(&**it),
            Some(_) | None => None,
        };
        let exit = self.session.player.as_ref().is_some_and(Player::is_exit);
        let locked = exercise.is_some_and(|it| !it.may_change(exit));
        let locale = self.session.scene.address.locale;
        browser::set_stage(exercise, locked, locale, self.on.clone());
        // Only now, so that nothing competes with what the first item needs.
        if self.session.wants_whole() {
            browser::whole(self.tell.clone());
        }
    }
}

impl App {
    fn carry_out(&mut self, command: &Command) {
        let session = &mut self.session;
        let tell = self.tell.clone();
        match command {
            Command::Speak(locale) => {
                let address = Address { locale: *locale, ..session.scene.address.clone() };
                browser::go(address, Entry::Same, tell);
            }
            Command::Reload => browser::go(session.scene.address.clone(), Entry::Kept, tell),
            Command::Say(words, lang) => browser::say(words, lang),
            Command::Pinyin => {
                session.pinyin = !session.pinyin;
                browser::set_pinyin(session.pinyin);
            }
            Command::Keep => {
                if let Some(course) = session.course() {
                    browser::keep(course, session.scene.address.locale, tell);
                }
            }
            Command::SaveFile => browser::save_file(session.journal.unsaved()),
            Command::Restart => session.restart(browser::seed()),
            Command::Check | Command::Next | Command::Skip => self.hand_in(command),
            Command::Edit(_) | Command::Retry | Command::Hint | Command::Solve => {
                if let Some(player) = &mut session.player {
                    player.play(command);
                    browser::set_begun(&player.begun());
                }
                if matches!(command, Command::Hint | Command::Solve) {
                    browser::helped();
                } else if matches!(command, Command::Retry) {
                    browser::focus("[data-item] input, [data-item] button");
                }
            }
        }
    }

    fn is_keeping(&self) -> bool {
        self.session.player.as_ref().is_some_and(Player::is_keeping)
    }

    /// Fetches the lesson of the next item to be met apart from it.
    fn fetch_next(&mut self) {
        if let Some(pack) = self.session.next_apart() {
            browser::apart(pack, self.tell.clone());
        }
    }

    /// Moves of the player that leave something to be kept.
    fn hand_in(&mut self, command: &Command) {
        let Some(player) = &mut self.session.player else { return };
        let skip = matches!(command, Command::Skip);
        let (kinds, pass) = if matches!(command, Command::Check) || (skip && player.is_placement())
        {
            let pass =
                matches!(&player.here, Here::Item(it) if skip || unmarked(&it.item.interaction));
            let (millis, day) = (browser::millis_shown(), browser::day());
            let kinds = if skip { player.unknown(millis, day) } else { player.check(millis, day) };
            (kinds, pass)
        } else {
            browser::set_begun("");
            let finished = if skip { player.skip() } else { player.go_on() };
            (finished.into_iter().collect(), false)
        };
        if !kinds.is_empty() {
            self.session.saving();
            let (events, snapshot) = self.session.journal.enter(kinds, browser::wall());
            let (tell, on) = (self.tell.clone(), self.on.clone());
            browser::record(events, snapshot, tell, move || {
                if pass {
                    on.emit(Rc::new(Command::Next));
                }
            });
            browser::soon(Action::Late, self.tell.clone());
        }
    }
}
