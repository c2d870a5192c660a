//! Whose turn it is, and who may have one.

use super::{Choosing, Effect, Kept, NewRecord, Purpose, State, Step};
use crate::person::{Person, hours_left};
use crate::words::Message;
use course::digits::hex;
use course::rng::derive;
use learning::event::{Kind, ProfileChanged};

impl State {
    /// Someone who is not in the list, and of whom there is something, comes into it again. Their code is gone with the list.
    pub(super) fn found_again(&mut self, key: &str, kept: &Kept) -> Vec<Effect> {
        self.place.missing.retain(|it| it != key);
        let mut person = Person::guest(key);
        if let Some((learner, face, colour)) = kept.profile() {
            (person.learner, person.face, person.colour) = (learner, face, colour);
        } else if kept.summary().answers == 0 {
            self.arrive();
            return Vec::new();
        }
        self.arrive();
        self.say(Message::FoundAgain);
        self.save(&person)
    }

    pub(super) fn pick(&mut self, key: &str) -> Vec<Effect> {
        if key == self.place.key {
            return self.go_on();
        }
        let Some(person) = self.person(key).cloned() else { return Vec::new() };
        if !person.has_code() {
            return self.turn(person);
        }
        if person.opening != 0 && hours_left(person.opening, self.place.now) == 0 {
            return self.open_without_code(person);
        }
        self.to(Step::Code { key: key.to_owned(), typed: Vec::new(), purpose: Purpose::Turn })
    }

    /// It is this one's turn. Whoever was here without a picture stays in the list, if there is anything of them.
    pub(super) fn turn(&mut self, person: Person) -> Vec<Effect> {
        let me = self.me();
        let leaves = self.place.used && person.key != me.key && self.person(&me.key).is_none();
        let mut effects = if leaves { self.save(&me) } else { Vec::new() };
        let mut person = person;
        if person.erasing != 0 {
            // Who learns on is not erased: what was asked for is taken back.
            person.erasing = 0;
            effects.extend(self.save(&person));
        }
        effects.push(Effect::Turn(person, self.place.then.clone()));
        effects
    }

    pub(super) fn face(&mut self, face: u8) -> Vec<Effect> {
        let Step::Face(choosing) = self.step else { return Vec::new() };
        self.to(Step::Colour(choosing, face))
    }

    /// A picture and a colour are chosen.
    pub(super) fn colour(&mut self, colour: u8) -> Vec<Effect> {
        let Step::Colour(choosing, face) = self.step else { return Vec::new() };
        if self.is_taken(choosing, face, colour) {
            self.say(Message::Taken);
            return Vec::new();
        }
        let mut person = match choosing {
            Choosing::New => Person::guest(&hex(self.draw())),
            Choosing::Mine => self.me(),
        };
        if person.learner == 0 {
            person.learner = self.draw();
        }
        (person.face, person.colour) = (face, colour);
        let fresh = Kept::default();
        let kept = match choosing {
            Choosing::New => &fresh,
            Choosing::Mine => self.mine.as_ref().unwrap_or(&fresh),
        };
        let kind = Kind::ProfileChanged(ProfileChanged { face, colour });
        let event =
            kept.event(derive(self.place.chance, b"writer"), person.learner, self.place.now, kind);
        let keep = Effect::Keep {
            key: person.key.clone(),
            records: vec![NewRecord::of(&event)],
            vectors: kept.vectors.clone(),
        };
        self.step = Step::Busy;
        let mut effects = vec![keep];
        effects.extend(self.save(&person));
        effects.extend(self.turn(person));
        effects
    }

    /// Someone else here has this picture in this colour.
    pub fn is_taken(&self, choosing: Choosing, face: u8, colour: u8) -> bool {
        let is_other = |it: &Person| choosing == Choosing::New || it.key != self.place.key;
        self.people.iter().any(|it| it.face == face && it.colour == colour && is_other(it))
    }
}
