//! The one component: a session, its page, and the carrying out of what the learner asks for.

use crate::browser::{self, Entry};
use crate::item::unmarked;
use crate::page;
use crate::state::{Action, Command, Here, Session, Start};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct AppProps {
    pub start: Rc<Start>,
}

/// By identity: comparing lessons in depth would be code that every pupil downloads.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.start, &other.start)
    }
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let start = props.start.clone();
    let session = use_reducer(|| Session::new(&start));
    let on = Callback::from({
        let session = session.clone();
        move |command| carry_out(command, &session)
    });
    use_effect_with((), {
        let dispatcher = session.dispatcher();
        move |()| browser::listen(dispatcher)
    });
    use_effect_with(session.scene.address.clone(), |address| browser::page_shown(address));
    use_effect_with(what_is_shown(&session), |_| browser::stop_shown());
    page::view(&session, &on)
}

/// Changes where another thing stands on the screen.
fn what_is_shown(session: &Session) -> (String, Option<usize>) {
    (session.scene.address.path(), session.player.as_ref().map(|player| player.at()))
}

fn carry_out(command: Command, session: &UseReducerHandle<Session>) {
    let dispatcher = session.dispatcher();
    match command {
        Command::Go(address) => browser::go(address, Entry::New, dispatcher),
        Command::Speak(locale) => {
            let address = crate::route::Address { locale, ..session.scene.address.clone() };
            browser::go(address, Entry::Same, dispatcher);
        }
        Command::Reload => browser::go(session.scene.address.clone(), Entry::Same, dispatcher),
        Command::Say(words, lang) => browser::say(&words, &lang),
        Command::Pinyin => {
            browser::set_pinyin(!session.pinyin);
            dispatcher.dispatch(Action::Pinyin(!session.pinyin));
        }
        Command::Keep(course) => browser::keep(&course, session.course(), dispatcher),
        Command::Restart => dispatcher.dispatch(Action::Restart(browser::seed())),
        Command::Check | Command::Next => hand_in(&command, session),
        Command::Edit(_) | Command::Retry | Command::Hint | Command::Solve | Command::Skip => {
            dispatcher.dispatch(Action::Play(command));
        }
    }
}

/// Moves of the player that leave something to be kept.
fn hand_in(command: &Command, session: &UseReducerHandle<Session>) {
    let Some(mut player) = session.player.clone() else { return };
    let (kinds, pass) = if *command == Command::Check {
        let pass = matches!(&player.here, Here::Item(it) if unmarked(&it.item.interaction));
        (player.check(browser::millis_shown(), browser::day()), pass)
    } else {
        (player.next().into_iter().collect(), false)
    };
    let dispatcher = session.dispatcher();
    dispatcher.dispatch(Action::Player(Box::new(player)));
    if !kinds.is_empty() {
        browser::record(kinds, pass, dispatcher);
    }
}
