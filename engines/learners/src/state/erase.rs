//! Erasing one learner, or all: by the code, or after a day, or at once where nobody else learns.

use super::{Effect, Purpose, State, Step, Summary};
use crate::person::{Person, hours_left};
use crate::words::Message;
use course::digits::hex;

impl State {
    /// Whether someone may be erased now, without a code.
    fn may_go(&self, person: &Person) -> bool {
        let alone = self.everyone().len() == 1 || person.is_guest();
        let waited = person.erasing != 0 && hours_left(person.erasing, self.place.now) == 0;
        waited || (alone && !person.has_code())
    }

    /// It is asked to erase one, or all.
    pub(super) fn erase(&mut self, key: Option<String>) -> Vec<Effect> {
        let everyone = self.everyone();
        let Some(key) = key else {
            let allowed = everyone.iter().all(|it| self.may_go(it));
            return match everyone.as_slice() {
                [one] if one.has_code() && !allowed => self.ask_code(&one.key, Purpose::EraseAll),
                _ => self.to(Step::Erase { key: None, summary: Summary::default(), allowed }),
            };
        };
        let Some(person) = everyone.into_iter().find(|it| it.key == key) else { return Vec::new() };
        let allowed = self.may_go(&person);
        if person.has_code() && !allowed {
            return self.ask_code(&key, Purpose::Erase);
        }
        self.step = Step::Erase { key: Some(key.clone()), summary: Summary::default(), allowed };
        vec![Effect::Read(key)]
    }

    fn ask_code(&mut self, key: &str, purpose: Purpose) -> Vec<Effect> {
        self.to(Step::Code { key: key.to_owned(), typed: Vec::new(), purpose })
    }

    /// It is done.
    pub(super) fn erase_yes(&mut self) -> Vec<Effect> {
        let Step::Erase { key, allowed: true, .. } = self.step.clone() else { return Vec::new() };
        self.step = Step::Busy;
        let Some(key) = key else { return vec![Effect::EraseAll] };
        let mut person = self.person(&key).cloned().unwrap_or_else(|| Person::guest(&key));
        person.gone = true;
        let mut effects = self.save(&person);
        if key == self.place.key {
            // No page may use what is erased: it is done once another one's turn has begun.
            let next = Person::guest(&hex(self.draw()));
            effects.push(Effect::Turn(next, self.path()));
        } else {
            effects.push(Effect::Erase(vec![key]));
        }
        effects
    }

    /// It is asked for, to be done in a day.
    pub(super) fn erase_ask(&mut self) -> Vec<Effect> {
        let Step::Erase { key, allowed: false, .. } = self.step.clone() else { return Vec::new() };
        self.once_done(Step::Start);
        let wanted = |it: &Person| key.as_ref().is_none_or(|key| it.key == *key);
        let mut effects = Vec::new();
        for mut person in self.everyone().into_iter().filter(wanted) {
            if person.erasing == 0 || person.erasing > self.place.now {
                person.erasing = self.place.now;
            }
            effects.extend(self.save(&person));
        }
        effects
    }

    pub(super) fn erase_back(&mut self, key: &str) -> Vec<Effect> {
        let Some(mut person) = self.person(key).cloned() else { return Vec::new() };
        person.erasing = 0;
        self.once_done(Step::Start);
        self.save(&person)
    }

    pub(super) fn erased(&mut self, keys: &[String], whole: bool) {
        if whole {
            self.people.retain(|it| !keys.contains(&it.key));
        }
        self.say(if whole { Message::Erased } else { Message::ErasedNot });
        self.step = Step::Start;
    }

    /// This page's own path.
    fn path(&self) -> String {
        let place = &self.place;
        [&*place.root, place.locale.tag(), "/me/", place.screen.name(), "/"].concat()
    }
}
