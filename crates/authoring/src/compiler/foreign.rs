//! Words of another script than the file's, marked with their language so that they are spoken and set as such.

use course::text::{Span, Text};

/// Adds `words` to `out`, its foreign runs marked.
pub(super) fn push(words: &str, locale: &str, target: Option<&str>, out: &mut Text) {
    let own = Script::of(locale);
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, run, script)) = next_run(rest, own) {
        plain.push_str(before);
        if !plain.is_empty() {
            out.push(Span::Plain(std::mem::take(&mut plain)));
        }
        out.push(Span::Foreign(script.language(target).to_owned(), run.to_owned()));
        rest = &rest[before.len() + run.len()..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        out.push(Span::Plain(plain));
    }
}

/// The scripts that are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Han,
}

impl Script {
    fn of(locale: &str) -> Self {
        if locale.starts_with("zh") { Self::Han } else { Self::Latin }
    }

    fn of_letter(c: char) -> Option<Self> {
        match u32::from(c) {
            _ if c.is_ascii_alphabetic() => Some(Self::Latin),
            0xc0..=0x24f if c.is_alphabetic() => Some(Self::Latin),
            0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => {
                Some(Self::Han)
            }
            _ => None,
        }
    }

    /// The language of a run: the one that is taught if it is written so, else the best known.
    fn language(self, target: Option<&str>) -> &str {
        match (self, target) {
            (_, Some(target)) if Self::of(target) == self => target,
            (Self::Latin, _) => "en",
            (Self::Han, _) => "zh-Hans",
        }
    }
}

/// What stands before the next foreign run, the run, and its script.
fn next_run(text: &str, own: Script) -> Option<(&str, &str, Script)> {
    let foreign = |c: char| Script::of_letter(c).filter(|script| *script != own);
    let mut from = 0;
    loop {
        let (at, script) =
            text[from..].char_indices().find_map(|(at, c)| Some((from + at, foreign(c)?)))?;
        let end = run_end(&text[at..], script) + at;
        let run = &text[at..end];
        // A single Latin letter is a name in a drawing or a unit, the same in every language.
        if script == Script::Han || run.chars().filter(|c| foreign(*c).is_some()).count() > 1 {
            return Some((&text[..at], run, script));
        }
        from = end;
    }
}

/// The byte behind the run's last letter; blanks, digits and Western marks within the run belong to it, and so does
/// a mark that ends its sentence.
fn run_end(text: &str, script: Script) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match Script::of_letter(c) {
            Some(found) if found == script => end = at + c.len_utf8(),
            Some(_) => break,
            None if c == '\'' || c == '’' || c == ' ' || c == '-' => {}
            None if script == Script::Latin && matches!(c, '.' | ',' | '!' | '?' | '…') => {}
            None if script == Script::Han
                && matches!(c, '，' | '、' | '。' | '！' | '？' | '：') => {}
            None => break,
        }
    }
    let marks: &[char] = match script {
        Script::Latin => &['.', '!', '?'],
        Script::Han => &['。', '！', '？'],
    };
    let tail = text[end..].chars().next().filter(|c| marks.contains(c));
    end + tail.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(words: &str, locale: &str) -> String {
        let mut out = Text::new();
        push(words, locale, Some("en"), &mut out);
        out.iter()
            .map(|span| {
                let words = course::text::plain(std::slice::from_ref(span));
                if let Span::Foreign(lang, _) = span { format!("<{lang}:{words}>") } else { words }
            })
            .collect()
    }

    #[test]
    fn runs() {
        let cases = [
            ("English in Chinese", "zh-Hans", "说 Good morning! 吧", "说 <en:Good morning!> 吧"),
            ("an apostrophe within", "zh-Hans", "用I'm回答", "用<en:I'm>回答"),
            ("one letter is none", "zh-Hans", "A班和B班", "A班和B班"),
            ("Chinese in English", "en", "Say 你好！ now", "Say <zh-Hans:你好！> now"),
            ("nothing foreign", "en", "8 + 5 = 13", "8 + 5 = 13"),
            ("two runs", "zh-Hans", "red是红，blue是蓝", "<en:red>是红，<en:blue>是蓝"),
        ];
        for (case, locale, words, expected) in cases {
            assert_eq!(marked(words, locale), expected, "{case}");
        }
    }
}
