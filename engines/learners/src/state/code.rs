//! Giving, making and forgetting a picture code.

use super::{Effect, State, Step, Summary};
use crate::person::{CODE, Person, Tried, hours_left};
use crate::words::Message;

/// What a code is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Turn,
    /// To make another one, or to take it away.
    Make,
    Drop,
    Erase,
    EraseAll,
}

impl State {
    /// One more picture of a code.
    pub(super) fn digit(&mut self, digit: u8) -> Vec<Effect> {
        if let Step::Code { typed, .. } | Step::NewCode { typed, .. } = &mut self.step {
            typed.push(digit);
        }
        if let Step::Code { key, typed, purpose } = self.step.clone()
            && typed.len() >= CODE
        {
            return self.tried(&key, &typed, purpose);
        }
        if let Step::NewCode { typed, first } = self.step.clone()
            && typed.len() >= CODE
        {
            return self.made(typed, first);
        }
        Vec::new()
    }

    fn tried(&mut self, key: &str, code: &[u8], purpose: Purpose) -> Vec<Effect> {
        let Some(mut person) = self.person(key).cloned() else { return Vec::new() };
        let tried = person.try_code(code, self.place.now);
        let asked = person.opening != 0;
        if tried == Tried::Right {
            person.opening = 0;
        }
        let mut effects = self.save(&person);
        match tried {
            Tried::Right => effects.extend(self.opened(person, asked, purpose)),
            Tried::Wrong => {
                self.say(Message::CodeWrong);
                self.step = Step::Code { key: key.to_owned(), typed: Vec::new(), purpose };
            }
            Tried::Wait(_) => {
                self.say(Message::CodeWait);
                self.step = Step::Code { key: key.to_owned(), typed: Vec::new(), purpose };
            }
        }
        effects
    }

    fn opened(&mut self, person: Person, asked: bool, purpose: Purpose) -> Vec<Effect> {
        match purpose {
            Purpose::Turn if asked => self.to(Step::Asked(person.key)),
            Purpose::Turn => self.turn(person),
            Purpose::Make => self.to(Step::NewCode { typed: Vec::new(), first: None }),
            Purpose::Drop => self.drop_code(),
            Purpose::Erase => {
                let key = person.key.clone();
                self.step = Step::Erase {
                    key: Some(key.clone()),
                    summary: Summary::default(),
                    allowed: true,
                };
                vec![Effect::Read(key)]
            }
            Purpose::EraseAll => {
                self.to(Step::Erase { key: None, summary: Summary::default(), allowed: true })
            }
        }
    }

    /// The same four pictures twice are a code.
    fn made(&mut self, typed: Vec<u8>, first: Option<Vec<u8>>) -> Vec<Effect> {
        let Some(first) = first else {
            return self.to(Step::NewCode { typed: Vec::new(), first: Some(typed) });
        };
        if first != typed {
            self.say(Message::CodeOther);
            return self.to(Step::NewCode { typed: Vec::new(), first: None });
        }
        let mut person = self.me();
        person.set_code(&typed, self.draw());
        self.say(Message::CodeSet);
        self.once_done(Step::Start);
        let mut effects = self.save(&person);
        effects.push(Effect::Turn(person, String::new()));
        effects
    }

    /// Whoever holds the device does not change a code without knowing it.
    pub(super) fn change_code(&mut self, purpose: Purpose) -> Vec<Effect> {
        let me = self.me();
        if me.has_code() {
            return self.to(Step::Code { key: me.key, typed: Vec::new(), purpose });
        }
        self.to(Step::NewCode { typed: Vec::new(), first: None })
    }

    fn drop_code(&mut self) -> Vec<Effect> {
        let mut person = self.me();
        person.drop_code();
        self.say(Message::CodeGone);
        self.once_done(Step::Start);
        let mut effects = self.save(&person);
        effects.push(Effect::Turn(person, String::new()));
        effects
    }

    pub(super) fn forgot(&mut self) -> Vec<Effect> {
        let Step::Code { key, .. } = &self.step else { return Vec::new() };
        self.to(Step::Forgot(key.clone()))
    }

    /// It is asked to open someone without their code; that it was asked for already keeps its hour.
    pub(super) fn ask_to_open(&mut self) -> Vec<Effect> {
        let Step::Forgot(key) = &self.step else { return Vec::new() };
        let Some(mut person) = self.person(key).cloned() else { return Vec::new() };
        if person.opening == 0 || person.opening > self.place.now {
            person.opening = self.place.now;
        }
        self.once_done(Step::Forgot(person.key.clone()));
        self.save(&person)
    }

    /// A day after it was asked for.
    pub(super) fn open_without_code(&mut self, mut person: Person) -> Vec<Effect> {
        debug_assert_eq!(hours_left(person.opening, self.place.now), 0);
        person.drop_code();
        self.say(Message::ForgotOver);
        let mut effects = self.save(&person);
        effects.extend(self.turn(person));
        effects
    }
}
