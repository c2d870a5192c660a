//! Numbers, bytes and texts in few bits: each bit by how it came out before in the same place.
//!
//! Writing and reading are one function each: what is written is handed in and comes back, and when reading, what is
//! handed in does not matter and what was written comes back. So neither can know something that the other does not.

/// Chances for each place, enough for a byte or for a number with the two bits below its first.
const CHANCES: usize = 256;
/// How many bits a chance remembers: fewer follow a change faster.
const MEMORY: u16 = 28;
/// A run that was met is told by its place among so many.
const RUNS: usize = 255;
/// Bytes past the end that a reader still takes for noughts.
const BEYOND: usize = 8;

/// What a chance of its own is learned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    // Runs.
    Lesson,
    Forced,
    Asked,
    Level,
    Part,
    Response,
    Score,
    Skills,
    Misconception,
    Help,
    // What is kept as it is.
    Kind,
    Raw,
    // Numbers.
    Form,
    Follows,
    Writer,
    Seq,
    Lamport,
    Learner,
    SameTime,
    Time,
    Seed,
    Millis,
    SameDay,
    Day,
}

/// How many there are, and how many of them are more than a number.
const FIELDS: usize = Field::Day as usize + 1;
const LONG: usize = Field::Raw as usize + 1;
/// Places of chances: for the number of each field, then for each long one how many letters it has in common with the one
/// before, how many others, how many numbers, and those; at last the letters of all.
const COMMON: usize = FIELDS;
const LETTERS: usize = COMMON + LONG;
const NUMBERS: usize = LETTERS + LONG;
const BYTES: usize = NUMBERS + LONG;
const LETTER: usize = BYTES + LONG;
const PLACES: usize = LETTER + 1;

/// How likely the next bit is a one, in 65,536ths above a half, and how often that was learned. All noughts is a chance of
/// which nothing is known: memory comes so.
type Chance = [u16; 2];
const HALF: u16 = 1 << 15;

/// Fields that stay alike or change together: their texts one behind the other, then lengths and all other numbers.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Run {
    pub words: Vec<u8>,
    pub numbers: Vec<u8>,
}

pub(super) struct Coder<'a> {
    side: Side<'a>,
    low: u32,
    high: u32,
    chances: Vec<Chance>,
    /// For each field the runs that were met, newest first.
    runs: Vec<Vec<Run>>,
    /// Bytes that may still come out of reading. A writer counts along.
    pub budget: usize,
    sound: bool,
}

enum Side<'a> {
    Write(Vec<u8>),
    Read { bytes: &'a [u8], at: usize, code: u32 },
}

impl<'a> Coder<'a> {
    /// Writes what can be read again with `budget`.
    pub fn writer(budget: usize) -> Self {
        Self::new(Side::Write(Vec::new()), budget)
    }

    /// Reads `bytes`; no more than `budget` may come of them.
    pub fn reader(bytes: &'a [u8], budget: usize) -> Self {
        let mut coder = Self::new(Side::Read { bytes, at: 0, code: 0 }, budget);
        for _ in 0..4 {
            coder.shift(0);
        }
        coder
    }

    fn new(side: Side<'a>, budget: usize) -> Self {
        Self {
            side,
            low: 0,
            high: u32::MAX,
            chances: vec![[0; 2]; CHANCES * PLACES],
            runs: vec![Vec::new(); LONG],
            budget,
            sound: true,
        }
    }

    /// Whether what was read so far can have been written, within the budget.
    pub fn is_sound(&self) -> bool {
        match self.side {
            Side::Write(_) => self.sound,
            Side::Read { bytes, at, .. } => self.sound && at <= bytes.len() + BEYOND,
        }
    }

    /// What is read cannot have been written.
    pub fn fail(&mut self) {
        self.sound = false;
    }

    /// How many bytes were written, those included that an end needs.
    pub fn written(&self) -> usize {
        match &self.side {
            Side::Write(out) => out.len() + 1,
            Side::Read { .. } => 0,
        }
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        let Side::Write(mut out) = self.side else { return Vec::new() };
        // Behind the end a reader takes noughts: the first byte above `low` is enough, since that of `high` is larger.
        if self.low > 0 {
            out.push((self.low >> 24) as u8 + 1);
        }
        out
    }

    /// A truth.
    pub fn is(&mut self, field: Field, truth: bool) -> bool {
        self.bit(field as usize * CHANCES, truth)
    }

    /// A number.
    pub fn number(&mut self, field: Field, number: u64) -> u64 {
        self.number_in(field as usize, number)
    }

    /// A number drawn at random: all its bits.
    pub fn random(&mut self, number: u64) -> u64 {
        (0..64)
            .rev()
            .fold(0, |read, left| read << 1 | u64::from(self.even(number >> left & 1 == 1)))
    }

    /// Bytes, their number first.
    pub fn bytes(&mut self, field: Field, bytes: &[u8]) -> Vec<u8> {
        self.bytes_in(field as usize + NUMBERS, field as usize + BYTES, bytes)
    }

    fn bytes_in(&mut self, length: usize, place: usize, bytes: &[u8]) -> Vec<u8> {
        let length = self.number_in(length, bytes.len() as u64);
        let length = self.spend(usize::try_from(length).unwrap_or(usize::MAX));
        let mut read = Vec::new();
        while read.len() < length && self.is_sound() {
            let byte = bytes.get(read.len()).copied().unwrap_or_default();
            read.push(self.tree(place * CHANCES, 8, byte.into()) as u8);
        }
        read
    }

    /// A run: one of those met before in this field; or the words that it has in common with the last of them, the others,
    /// its numbers.
    pub fn run(&mut self, field: Field, run: &Run) -> Run {
        let mut runs = std::mem::take(&mut self.runs[field as usize]);
        let at = runs.iter().position(|it| it == run).map_or(0, |at| at + 1);
        let at = self.number(field, at as u64) as usize;
        let found = if (1..=runs.len()).contains(&at) {
            runs.remove(at - 1)
        } else {
            self.new_run(field, runs.first().map_or(&[], |it| &it.words), run)
        };
        self.spend(found.words.len() + found.numbers.len());
        runs.truncate(RUNS - 1);
        runs.insert(0, found.clone());
        self.runs[field as usize] = runs;
        found
    }

    fn new_run(&mut self, field: Field, last: &[u8], run: &Run) -> Run {
        let common = last.iter().zip(&run.words).take_while(|(one, other)| one == other).count();
        let common = self.number_in(field as usize + COMMON, common as u64) as usize;
        let mut words = last[..common.min(last.len())].to_vec();
        let rest = run.words.get(common..).unwrap_or_default();
        words.extend(self.bytes_in(field as usize + LETTERS, LETTER, rest));
        Run { words, numbers: self.bytes(field, &run.numbers) }
    }

    /// Takes `count` from the budget; nothing is left of it if that is too much.
    pub fn spend(&mut self, count: usize) -> usize {
        match self.budget.checked_sub(count) {
            Some(left) => {
                self.budget = left;
                count
            }
            None => {
                self.budget = 0;
                self.fail();
                0
            }
        }
    }

    /// A number: how many bits it has, then those.
    fn number_in(&mut self, place: usize, number: u64) -> u64 {
        let base = place * CHANCES;
        let bits = self.tree(base, 7, u64::from(u64::BITS - number.leading_zeros())) as usize;
        if bits > 64 {
            self.fail();
            return 0;
        }
        let mut read = u64::from(bits > 0);
        for left in (0..bits.saturating_sub(1)).rev() {
            let bit = number >> left & 1 == 1;
            // The two below the first by chances of their own, the others are as good as random.
            let node = base + 128 + bits.min(31) * 4 + read as usize;
            let bit = if left + 3 < bits { self.even(bit) } else { self.bit(node, bit) };
            read = read << 1 | u64::from(bit);
        }
        read
    }

    /// A number of so many bits, each by those before it.
    fn tree(&mut self, base: usize, bits: u32, number: u64) -> u64 {
        let mut node = 1;
        for left in (0..bits).rev() {
            let bit = self.bit(base + node, number >> left & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        node as u64 - (1 << bits)
    }

    fn bit(&mut self, at: usize, bit: bool) -> bool {
        let [above, seen] = self.chances[at];
        let one = HALF.wrapping_add(above);
        let bit = self.split(one, bit);
        let (one, wrong) = (u32::from(one), if bit { !one } else { one });
        let step = u32::from(wrong) * 2 / (2 * u32::from(seen) + 3);
        let one = if bit { one + step } else { one - step };
        let above = (one.clamp(64, 65_472) as u16).wrapping_sub(HALF);
        self.chances[at] = [above, (seen + 1).min(MEMORY)];
        bit
    }

    /// A bit of which nothing is known.
    fn even(&mut self, bit: bool) -> bool {
        self.split(HALF, bit)
    }

    /// Halves what is left between `low` and `high` by the chance: below is a one.
    fn split(&mut self, one: u16, bit: bool) -> bool {
        let width = u64::from(self.high - self.low);
        let middle = self.low + ((width * u64::from(one)) >> 16) as u32;
        let bit = match self.side {
            Side::Write(_) => bit,
            Side::Read { code, .. } => code <= middle,
        };
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.shift((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }

    /// The first byte is the same whatever comes: it is written, or another one read.
    fn shift(&mut self, first: u8) {
        match &mut self.side {
            Side::Write(out) => out.push(first),
            Side::Read { bytes, at, code } => {
                *code = *code << 8 | u32::from(bytes.get(*at).copied().unwrap_or_default());
                *at += 1;
            }
        }
    }
}
