//! Keeping courses for offline use, with the service worker.

use crate::state::{Action, Course, Keeping, Session};
use yew::UseReducerDispatcher;

/// Keeps a course's packs and pages.
pub fn keep(id: &str, course: Option<&Course>, session: UseReducerDispatcher<Session>) {
    let _ = course;
    session.dispatch(Action::Keeping(id.to_owned(), Keeping::Failed));
}
