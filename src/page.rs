//! Pages: one file a route.

mod about;
mod course;
mod end;
mod learners;
mod lesson;
mod me;
mod missing;
mod placement;
mod review;
mod today;

use crate::route::Route;
use crate::state::{Command, Session};
use crate::ui::Cx;
use std::rc::Rc;
use yew::prelude::*;

/// The page that is shown.
pub fn view(session: &Session, on: &Callback<Rc<Command>>) -> Html {
    let lesson = session.player.as_ref().map(|player| &*player.lesson);
    let cx = Cx { session, on, lesson };
    if let Some(Err(why)) = &session.scene.lesson {
        return missing::file(*why, cx);
    }
    match &session.scene.address.route {
        Route::Today => today::view(cx),
        Route::Course(_) => match session.course() {
            Some(course) => course::view(course, cx),
            None => missing::page(cx),
        },
        Route::Lesson { .. } => match (&session.scene.lesson, &session.player) {
            (Some(_), Some(player)) if player.has_run_out() => missing::file(session.lacking, cx),
            (Some(_), Some(player)) => lesson::view(player, cx),
            (None, _) | (_, None) => missing::page(cx),
        },
        Route::Placement(_) => match session.course() {
            Some(course) => placement::view(course, cx),
            None => missing::page(cx),
        },
        Route::Review => review::view(cx),
        Route::Me => me::view(cx),
        Route::Engine(page) => learners::view(page, cx),
        Route::About => about::view(cx),
        Route::Unknown => missing::page(cx),
    }
}
