//! One who learns on this device, as the list of learners has them.

use course::codec::{DecodeError, from_bytes, to_bytes};
use course::codec_struct;
use course::digits::{decimal, hex};
use course::rng::derive;

/// The version of the encoding.
const FORMAT: u8 = 1;
/// How many pictures a code has.
pub const CODE: usize = 4;
/// Wrong codes in a row before one has to wait.
const TRIES: u8 = 5;
/// How long one waits then, in milliseconds.
const PAUSE: i64 = 60_000;
/// What is asked for without a code is done a day later, in milliseconds.
pub const DAY: i64 = 86_400_000;
/// The picture of one who has none yet.
pub const GUEST: u8 = 255;

/// A learner of this device. There is no name in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Which database is theirs.
    pub key: String,
    /// Their number, which their events and files carry; 0 for one who has no picture yet.
    pub learner: u64,
    pub face: u8,
    pub colour: u8,
    /// A number that their code gives, with this `salt`; 0 without a code.
    check: u64,
    salt: u64,
    /// Wrong codes in a row, and until when no other is taken (milliseconds since 1970).
    wrong: u8,
    until: i64,
    /// When it was asked to open without the code, and to erase; 0 if it was not.
    pub opening: i64,
    pub erasing: i64,
    /// To be erased as soon as no page uses it.
    pub gone: bool,
}

codec_struct!(Person {
    key,
    learner,
    face,
    colour,
    check,
    salt,
    wrong,
    until,
    opening,
    erasing,
    gone
});

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    Right,
    Wrong,
    /// So many milliseconds have to pass first.
    Wait(i64),
}

impl Person {
    /// One who was never told a picture.
    pub fn guest(key: &str) -> Self {
        Self { key: key.to_owned(), face: GUEST, ..Self::default() }
    }

    pub fn is_guest(&self) -> bool {
        self.face == GUEST
    }

    pub fn has_code(&self) -> bool {
        self.check != 0
    }

    /// From now on these pictures are the code.
    pub fn set_code(&mut self, code: &[u8], salt: u64) {
        (self.salt, self.check) = (salt, check(code, salt));
        (self.wrong, self.until, self.opening) = (0, 0, 0);
    }

    /// There is no code any more.
    pub fn drop_code(&mut self) {
        (self.salt, self.check) = (0, 0);
        (self.wrong, self.until, self.opening) = (0, 0, 0);
    }

    /// Tries a code. The right one takes back what was asked for without it.
    pub fn try_code(&mut self, code: &[u8], now: i64) -> Tried {
        // A clock that was put back makes nobody wait for years.
        let wait = (self.until - now).min(PAUSE);
        if wait > 0 {
            return Tried::Wait(wait);
        }
        if check(code, self.salt) == self.check {
            (self.wrong, self.until) = (0, 0);
            return Tried::Right;
        }
        self.wrong += 1;
        if self.wrong < TRIES {
            return Tried::Wrong;
        }
        (self.wrong, self.until) = (0, now + PAUSE);
        Tried::Wait(PAUSE)
    }

    /// As the app's core reads it: number, picture, colour, whether there is a code, database.
    pub fn turn(&self) -> String {
        let code = if self.has_code() { "1" } else { "0" };
        let [face, colour] = [self.face, self.colour].map(|it| decimal(it.into()));
        [&*hex(self.learner), " ", &face, " ", &colour, " ", code, " ", &self.key].concat()
    }

    /// Behind the version of the format.
    pub fn to_bytes(&self) -> Vec<u8> {
        [vec![FORMAT], to_bytes(self)].concat()
    }

    /// The person in `bytes`; an error if they are of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        match bytes.split_first() {
            Some((&FORMAT, body)) => from_bytes(body),
            Some(_) | None => Err(DecodeError::Malformed),
        }
    }
}

/// Hours until a day has passed since `asked`, at least 1; 0 once it has. A clock that was put back begins the day anew.
pub fn hours_left(asked: i64, now: i64) -> u64 {
    let left = (asked + DAY - now).min(DAY);
    if left <= 0 { 0 } else { (left as u64).div_ceil(3_600_000) }
}

/// Keeps classmates out: four pictures of twelve are 20,736 codes, which no mixing makes safe from a program.
fn check(code: &[u8], salt: u64) -> u64 {
    derive(salt, code).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_opens_and_others_do_not() {
        let mut person = Person::guest("a");
        person.set_code(&[1, 2, 3, 4], 9);
        assert!(person.has_code());
        assert_eq!(person.try_code(&[1, 2, 3, 5], 0), Tried::Wrong);
        assert_eq!(person.try_code(&[1, 2, 3, 4], 0), Tried::Right);
        person.drop_code();
        assert!(!person.has_code());
    }

    #[test]
    fn who_guesses_has_to_wait_and_no_clock_makes_that_long() {
        let mut person = Person::guest("a");
        person.set_code(&[1, 2, 3, 4], 9);
        let now = 4_000_000_000_000;
        for _ in 0..4 {
            assert_eq!(person.try_code(&[0, 0, 0, 0], now), Tried::Wrong);
        }
        assert_eq!(person.try_code(&[0, 0, 0, 0], now), Tried::Wait(PAUSE));
        assert_eq!(person.try_code(&[1, 2, 3, 4], now + 1), Tried::Wait(PAUSE - 1));
        // The clock was put back by a hundred years: a minute, not a century.
        assert_eq!(person.try_code(&[1, 2, 3, 4], 0), Tried::Wait(PAUSE));
        assert_eq!(person.try_code(&[1, 2, 3, 4], now + PAUSE), Tried::Right);
    }

    #[test]
    fn a_day_is_a_day_by_any_clock() {
        let cases = [(0, 24), (1, 24), (DAY / 2, 12), (DAY - 1, 1), (DAY, 0), (-DAY * 900, 24)];
        for (passed, left) in cases {
            assert_eq!(hours_left(1_000, 1_000 + passed), left, "{passed}");
        }
    }

    #[test]
    fn comes_back_as_it_was() {
        let mut person = Person { learner: 7, face: 3, colour: 2, ..Person::guest("k") };
        person.set_code(&[1, 1, 1, 1], 5);
        assert_eq!(Person::from_bytes(&person.to_bytes()), Ok(person.clone()));
        assert_eq!(person.turn(), "7 3 2 1 k");
    }
}
