//! Items that are met apart from their lessons, one after the other: reviews, and where it is looked for where to begin.

use super::{Loaded, Missing, Player, Session};
use crate::route::Route;
use course::lesson::PartKind;
use course::rng::derive;
use learning::placement::{Ask, placement};
use learning::plan::Place;

impl Session {
    /// The skills that are still to be met on this visit to the reviews.
    pub fn to_review(&self) -> Vec<(&str, Place<'_>)> {
        let mut reviews = self.today().reviews;
        reviews.retain(|(skill, _)| !self.met.iter().any(|it| it == skill));
        reviews
    }

    /// Of this visit to the reviews: skills that are behind, and all of them.
    pub fn reviews_done(&self) -> (usize, usize) {
        let met = self.met.len();
        (met.saturating_sub(1), met + self.to_review().len())
    }

    /// A skill that is met apart from its lesson is on the screen, or on its way.
    pub const fn is_meeting(&self) -> bool {
        self.meeting.is_some()
    }

    /// The pack to be fetched for the next skill to be met apart from its lesson, once one is done.
    pub fn next_apart(&mut self) -> Option<String> {
        let part = self.part_apart()?;
        if self.player.as_ref().is_some_and(Player::is_reviewed) {
            self.player = None;
            self.meeting = None;
        }
        if self.meeting.is_some() {
            return None;
        }
        let (skill, seed, pack) = if part == PartKind::Review {
            let reviews = self.to_review();
            let (skill, (_, entry)) = reviews.first()?;
            (*skill, derive(self.scene.day as u64, skill.as_bytes()), &entry.pack)
        } else {
            let Ask { entry, skill, seed } = placement(self.progress(), self.course()?).ask?;
            (skill, seed, &entry.pack)
        };
        let (skill, pack) = (skill.to_owned(), pack.clone());
        if part == PartKind::Review {
            self.met.push(skill.clone());
        }
        self.meeting = Some((pack.clone(), skill, seed));
        Some(pack)
    }

    /// As which part items are met on this page, if it is apart from their lessons.
    fn part_apart(&self) -> Option<PartKind> {
        match self.scene.address.route {
            Route::Review => Some(PartKind::Review),
            Route::Placement(_) => Some(PartKind::Placement),
            Route::Today
            | Route::Course(_)
            | Route::Lesson { .. }
            | Route::Me
            | Route::Engine(_)
            | Route::About
            | Route::Unknown => None,
        }
    }

    /// A skill is met, if its lesson is there. One that is not waits for another review; where it is looked for where
    /// to begin nothing can go on without it.
    pub(super) fn meet(&mut self, pack: &str, lesson: Loaded) {
        let (Some((wanted, skill, seed)), Some(part)) = (&self.meeting, self.part_apart()) else {
            return;
        };
        if wanted != pack {
            return;
        }
        let met = |it| Player::apart(it, skill, *seed, part).ok_or(Missing::Broken);
        match lesson.and_then(met) {
            Ok(mut player) => {
                if let Some(begun) = &self.scene.begun {
                    player.take_up(begun);
                }
                self.player = Some(player);
            }
            Err(why) if part == PartKind::Placement => self.scene.lesson = Some(Err(why)),
            Err(_) => {
                self.unmet += 1;
                self.meeting = None;
            }
        }
    }
}
