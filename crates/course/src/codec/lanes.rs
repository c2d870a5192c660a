//! Numbers, words and what stands aside, each in a lane of its own.
//!
//! A text in the lane of words is its UTF-8 and [`END`]. Bytes below a space are marks and never part of it. Lengths before
//! the texts, and numbers between them, would hide from a compressor how alike the texts are.

use super::{DecodeError, Reader, put_varint};

/// The lane of numbers and of all that is neither of the others.
pub(super) const NUMBERS: usize = 0;
/// The lane of texts.
const WORDS: usize = 1;
/// The lane of what would disturb both: words in another language, digests.
const ASIDE: usize = 2;

/// The mark that ends a text.
pub const END: u8 = b'\n';

pub(super) const fn is_mark(byte: u8) -> bool {
    byte < b' '
}

/// Where values are written.
pub trait Out: Sized {
    /// A byte of a number.
    fn byte(&mut self, byte: u8);
    /// A whole text.
    fn text(&mut self, text: &str);
    /// Words of a text and the mark behind them: [`END`], or what follows before more of the text.
    fn run(&mut self, words: &str, mark: u8);
    /// From here to the next call words go aside.
    fn swap_words(&mut self) {}
    /// From here to the next call numbers go aside.
    fn swap_numbers(&mut self) {}
}

/// All in one row.
impl Out for Vec<u8> {
    fn byte(&mut self, byte: u8) {
        self.push(byte);
    }

    fn text(&mut self, text: &str) {
        put_varint(text.len() as u64, self);
        self.extend_from_slice(text.as_bytes());
    }

    fn run(&mut self, words: &str, mark: u8) {
        self.extend_from_slice(words.as_bytes());
        self.push(mark);
    }
}

/// Values as a pack keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lanes([Vec<u8>; 3]);

impl Out for Lanes {
    fn byte(&mut self, byte: u8) {
        self.0[NUMBERS].push(byte);
    }

    fn text(&mut self, text: &str) {
        self.run(text, END);
    }

    /// A mark within words would end them: it becomes a space.
    fn run(&mut self, words: &str, mark: u8) {
        let bytes = words.bytes().map(|byte| if is_mark(byte) { b' ' } else { byte });
        self.0[WORDS].extend(bytes);
        self.0[WORDS].push(mark);
    }

    fn swap_words(&mut self) {
        self.0.swap(WORDS, ASIDE);
    }

    fn swap_numbers(&mut self) {
        self.0.swap(NUMBERS, ASIDE);
    }
}

impl Lanes {
    /// The lanes as one file: words and what stands aside with their lengths, then the numbers.
    pub fn join(&self, out: &mut Vec<u8>) {
        let Self([numbers, words, aside]) = self;
        for lane in [words, aside] {
            put_varint(lane.len() as u64, out);
            out.extend_from_slice(lane);
        }
        out.extend_from_slice(numbers);
    }

    /// Reads what was written.
    pub fn reader(&self) -> Reader<'_> {
        let Self([numbers, words, aside]) = self;
        Reader { lanes: [numbers, words, aside], apart: true, ..Reader::new(&[]) }
    }
}

impl<'a> Reader<'a> {
    /// Reads what [`Lanes::join`] has joined.
    pub fn apart(bytes: &'a [u8]) -> Self {
        let mut input = Self::new(bytes);
        let [words, aside] = [(); 2].map(|()| {
            let length = input.length();
            input.take(length)
        });
        if input.is_sound() {
            input.lanes = [input.lanes[NUMBERS], words, aside];
            input.apart = true;
        }
        input
    }

    /// The next words of a text and the mark behind them.
    pub fn run(&mut self) -> (String, u8) {
        let lane = self.lanes[WORDS];
        let Some(at) = lane.iter().position(|byte| is_mark(*byte)) else {
            self.fail(DecodeError::CutShort);
            return (String::new(), END);
        };
        self.lanes[WORDS] = &lane[at + 1..];
        (self.text(&lane[..at]), lane[at])
    }

    /// From here to the next call words are read from aside.
    pub const fn swap_words(&mut self) {
        self.swap(WORDS);
    }

    /// From here to the next call numbers are read from aside.
    pub const fn swap_numbers(&mut self) {
        self.swap(NUMBERS);
    }

    const fn swap(&mut self, lane: usize) {
        self.lanes.swap(lane, ASIDE);
    }

    /// What `read` takes, as it was written.
    pub fn copied(&mut self, read: impl FnOnce(&mut Self)) -> Lanes {
        let before = self.lanes;
        read(self);
        let mut taken = Lanes::default();
        for (at, taken) in taken.0.iter_mut().enumerate() {
            let length = before[at].len() - self.lanes[at].len();
            *taken = before[at][..length].to_vec();
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::Encode;
    use crate::text::{Span, Text};
    use proptest::prelude::*;

    fn lanes(value: &impl Encode) -> Lanes {
        let mut lanes = Lanes::default();
        value.encode(&mut lanes);
        lanes
    }

    #[test]
    fn runs_and_marks() {
        let plain = |words: &str| Span::Plain(words.to_owned());
        let text = vec![
            plain("Say "),
            Span::Strong(vec![plain("a"), Span::Gap]),
            Span::Foreign("en".to_owned(), "egg".to_owned()),
            plain("!"),
        ];
        let written = lanes(&text);
        assert_eq!(
            written,
            Lanes([vec![], b"Say \x01a\x05\n\x03en\n!\n".to_vec(), b"egg\n".to_vec()])
        );
        assert_eq!(written.reader().only::<Text>(), Ok(text));
    }

    #[test]
    fn refused() {
        let cases: [(&str, &[u8], DecodeError); 4] = [
            ("no end", b"words", DecodeError::CutShort),
            ("no such mark", b"words\x09\n", DecodeError::Malformed),
            ("no UTF-8", b"\xff\n", DecodeError::Malformed),
            ("something behind", b"words\nmore\n", DecodeError::Malformed),
        ];
        for (case, words, expected) in cases {
            let lanes = Lanes([vec![], words.to_vec(), vec![]]);
            assert_eq!(lanes.reader().only::<Text>(), Err(expected), "{case}");
        }
    }

    proptest! {
        #[test]
        fn texts_come_back_without_marks(a: String, b: Vec<String>, c: i64) {
            let mut joined = Vec::new();
            lanes(&(a.clone(), (b.clone(), c))).join(&mut joined);
            let clean = |text: &String| text.replace(|it: char| it < ' ', " ");
            let expected = (clean(&a), (b.iter().map(clean).collect::<Vec<_>>(), c));
            prop_assert_eq!(Reader::apart(&joined).only(), Ok(expected));
        }

        #[test]
        fn any_lanes_decode_or_fail_without_a_panic(bytes: Vec<u8>) {
            let _ = Reader::apart(&bytes).only::<Vec<(String, Text)>>();
        }
    }
}
