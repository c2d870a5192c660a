//! What this engine knows and how it changes: plain values. What is to be done outside of it is returned as [`Effect`]s.

mod ask;
mod code;
mod copies;
mod erase;
mod kept;
mod place;
mod take;
#[cfg(test)]
mod tests;
mod turn;

pub use ask::{Ask, Effect, Told};
pub use code::Purpose;
pub use kept::{Kept, NewRecord, Summary};
pub use place::{Place, Screen};
pub use take::{Found, Target};

use crate::person::Person;
use crate::words::{COLOURS, Message};
use course::rng::derive;
use learning::receipt::Receipt;

/// What is known.
pub struct State {
    pub place: Place,
    pub people: Vec<Person>,
    /// What is kept of the one whose turn it is, once it was read.
    pub mine: Option<Kept>,
    pub step: Step,
    /// The step that comes once all that was asked for is done: nothing is told before.
    after: Option<Step>,
    /// What is to be said about what was just done.
    notice: Option<String>,
}

/// How far one is in what a page is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// At its beginning.
    Start,
    /// Something is being done.
    Busy,
    /// Choosing a picture, then a colour.
    Face(Choosing),
    Colour(Choosing, u8),
    /// Giving a code.
    Code {
        key: String,
        typed: Vec<u8>,
        purpose: Purpose,
    },
    /// The code is forgotten.
    Forgot(String),
    /// Making a code, the second time to be sure.
    NewCode {
        typed: Vec<u8>,
        first: Option<Vec<u8>>,
    },
    /// The code was right, and there is something to be said before the turn begins.
    Asked(String),
    /// A file is open.
    Found(Box<Found>),
    /// A file was taken in, into the log of this learner.
    Arrived(Receipt, String),
    /// Whether to erase this one, or all.
    Erase {
        key: Option<String>,
        summary: Summary,
        allowed: bool,
    },
}

/// What a picture is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// Someone new.
    New,
    /// The one whose turn it is: who has none yet, or another.
    Mine,
}

impl State {
    /// The beginning, and what is to be read for it.
    pub fn new(place: Place, people: Vec<Person>) -> (Self, Vec<Effect>) {
        let mut effects = Vec::new();
        let gone: Vec<String> =
            people.iter().filter(|it| it.gone).map(|it| it.key.clone()).collect();
        if !gone.is_empty() {
            effects.push(Effect::Erase(gone));
        }
        effects.extend(place.missing.iter().cloned().map(Effect::Read));
        let reads = place.screen == Screen::Copies && place.keeps;
        if reads {
            effects.push(Effect::Read(place.key.clone()));
        }
        let step = if effects.is_empty() { Step::Start } else { Step::Busy };
        (Self { place, people, mine: None, step, after: None, notice: None }, effects)
    }

    /// What is to be said about what was just done; nothing while it is being done.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref().filter(|_| self.step != Step::Busy)
    }

    /// The one whose turn it is.
    pub fn me(&self) -> Person {
        self.person(&self.place.key).cloned().unwrap_or_else(|| Person::guest(&self.place.key))
    }

    pub fn person(&self, key: &str) -> Option<&Person> {
        self.people.iter().find(|it| it.key == key)
    }

    /// Everyone who may have a turn: those in the list, and the one who is not in it yet.
    pub fn everyone(&self) -> Vec<Person> {
        let mut all: Vec<Person> = self.people.iter().filter(|it| !it.gone).cloned().collect();
        if self.person(&self.place.key).is_none() && (self.place.used || all.is_empty()) {
            all.push(self.me());
        }
        all
    }

    /// What someone is called: their picture and its colour.
    pub fn name(&self, person: &Person) -> String {
        let locale = self.place.locale;
        if person.is_guest() {
            return locale.say(Message::Guest).to_owned();
        }
        let colour = COLOURS.get(usize::from(person.colour)).map_or("", |it| locale.say(*it));
        locale.fill(Message::Named, &[locale.face(person.face), colour])
    }

    /// Takes in what was asked for: what is to be done.
    pub fn ask(&mut self, ask: Ask) -> Vec<Effect> {
        self.notice = None;
        match ask {
            Ask::Pick(key) => self.pick(&key),
            Ask::SomeoneNew => self.to(Step::Face(Choosing::New)),
            Ask::ChangePicture => {
                self.step = Step::Busy;
                vec![Effect::Read(self.place.key.clone())]
            }
            Ask::Face(face) => self.face(face),
            Ask::Colour(colour) => self.colour(colour),
            Ask::Digit(digit) => self.digit(digit),
            Ask::Forgot => self.forgot(),
            Ask::ForgotAsk => self.ask_to_open(),
            Ask::MakeCode => self.change_code(Purpose::Make),
            Ask::DropCode => self.change_code(Purpose::Drop),
            Ask::Back => self.to(Step::Start),
            Ask::SaveCopy => self.copy(None, false),
            Ask::ShareCopy => self.copy(None, true),
            Ask::SaveText => self.text(),
            Ask::MakeFile(code) => self.delta(&code),
            Ask::File(bytes) => self.found(&bytes, false),
            Ask::Work(bytes) => self.found(&bytes, true),
            Ask::TakeIn(target) => self.take(&target),
            Ask::GoOn => self.go_on(),
            Ask::Erase(key) => self.erase(key),
            Ask::EraseYes => self.erase_yes(),
            Ask::EraseAsk => self.erase_ask(),
            Ask::EraseBack(key) => self.erase_back(&key),
        }
    }

    /// Takes in what came of an effect: what is to be done next.
    pub fn told(&mut self, told: Told) -> Vec<Effect> {
        match told {
            Told::Read(key, kept) => return self.read(key, kept),
            Told::Done => {}
            Told::Failed => {
                self.say(Message::NotKept);
                (self.step, self.after) = (Step::Start, None);
            }
            Told::Copied(made) => return self.handed(made),
            Told::Erased(keys, whole) => self.erased(&keys, whole),
        }
        self.arrive();
        Vec::new()
    }

    /// Nothing is being done any more.
    fn arrive(&mut self) {
        if self.step == Step::Busy {
            self.step = self.after.take().unwrap_or(Step::Start);
        }
    }

    /// What is kept of a learner was read: whatever waited for it goes on.
    fn read(&mut self, key: String, kept: Kept) -> Vec<Effect> {
        if self.place.missing.contains(&key) {
            return self.found_again(&key, &kept);
        }
        let mine = key == self.place.key;
        if let Step::Found(found) = &mut self.step {
            found.met(&key, kept.clone());
        }
        if let Step::Erase { key: Some(erase), summary, .. } = &mut self.step
            && *erase == key
        {
            *summary = kept.summary();
        }
        if self.step == Step::Busy && self.after.is_none() && self.place.screen != Screen::Copies {
            self.step = Step::Face(Choosing::Mine);
        }
        self.arrive();
        if mine {
            self.mine = Some(kept);
        }
        Vec::new()
    }

    /// Goes on, as the one whom a file was of if there was one.
    fn go_on(&mut self) -> Vec<Effect> {
        if let Step::Arrived(_, key) = self.step.clone()
            && key != self.place.key
        {
            return self.pick(&key);
        }
        vec![Effect::Go(self.place.then.clone())]
    }

    fn to(&mut self, step: Step) -> Vec<Effect> {
        self.step = step;
        Vec::new()
    }

    /// This step comes once all that is asked for is done.
    fn once_done(&mut self, step: Step) {
        (self.step, self.after) = (Step::Busy, Some(step));
    }

    fn say(&mut self, message: Message) {
        self.notice = Some(self.place.locale.say(message).to_owned());
    }

    fn fill(&mut self, message: Message, with: &[&str]) {
        self.notice = Some(self.place.locale.fill(message, with));
    }

    /// Into the list, in the place of the one with the same key.
    fn put(&mut self, person: &Person) {
        match self.people.iter_mut().find(|it| it.key == person.key) {
            Some(old) => *old = person.clone(),
            None => self.people.push(person.clone()),
        }
    }

    /// Into the list, here and outside.
    fn save(&mut self, person: &Person) -> Vec<Effect> {
        self.put(person);
        vec![Effect::Person(person.clone())]
    }

    /// A number that nobody could have foreseen, another one each time.
    fn draw(&mut self) -> u64 {
        self.place.chance = derive(self.place.chance, b"next");
        self.place.chance.max(1)
    }
}
