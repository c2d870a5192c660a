//! JSON as text, piece by piece: whoever writes sees to it that the pieces make a whole.

use course::digits::{decimal, digits, hex};

/// What is written so far.
#[derive(Default)]
pub struct Json {
    /// As text.
    pub text: String,
}

impl Json {
    /// Text that is JSON already.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The name of another member, and what stands around it.
    pub fn member(&mut self, name: &str) {
        self.raw(",\"");
        self.raw(name);
        self.raw("\":");
    }

    /// An object's beginning: its only member.
    pub fn named(&mut self, name: &str) {
        self.raw("{\"");
        self.raw(name);
        self.raw("\":");
    }

    /// Another member that is text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.member(name);
        self.quoted(text);
    }

    /// Another member that is so or not.
    pub fn truth(&mut self, name: &str, truth: bool) {
        self.member(name);
        self.raw(if truth { "true" } else { "false" });
    }

    /// Another member that is a whole number.
    pub fn number(&mut self, name: &str, number: u64) {
        self.member(name);
        self.raw(&decimal(number));
    }

    /// Another member that is a whole number, maybe below nought.
    pub fn signed(&mut self, name: &str, number: i64) {
        self.member(name);
        self.raw(&digits(number));
    }

    /// Another member, the seed.
    pub fn seed(&mut self, seed: u64) {
        self.member("seed");
        self.hex(seed);
    }

    /// A number with more digits than JavaScript keeps: in sixteens, as text.
    pub fn hex(&mut self, number: u64) {
        self.quoted(&hex(number));
    }

    /// A list, each of it as `write` does it.
    pub fn list<T>(&mut self, list: &[T], write: impl Fn(&mut Self, &T)) {
        self.raw("[");
        for (at, it) in list.iter().enumerate() {
            if at > 0 {
                self.raw(",");
            }
            write(self, it);
        }
        self.raw("]");
    }

    /// Text in quotes. Only quotes, backslashes and control characters need an escape.
    pub fn quoted(&mut self, text: &str) {
        self.raw("\"");
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.raw(&text[from..at]);
            from = at;
            if byte < b' ' {
                self.raw("\\u00");
                self.two(byte);
                from += 1;
            } else {
                self.raw("\\");
            }
        }
        self.raw(&text[from..]);
        self.raw("\"");
    }

    /// Bytes in sixteens, as text.
    pub fn sixteens(&mut self, bytes: &[u8]) {
        self.raw("\"");
        bytes.iter().for_each(|byte| self.two(*byte));
        self.raw("\"");
    }

    fn two(&mut self, byte: u8) {
        self.raw(&hex((byte >> 4).into()));
        self.raw(&hex((byte & 15).into()));
    }
}
