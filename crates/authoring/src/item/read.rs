//! Reads along.

use super::text::lang;
use super::{Facts, Source};
use crate::answer::Answer;
use crate::compiler::Compiler;
use crate::inline::{plain, split_all, split_once};
use crate::texts::Role;
use course::item::{Feedback, Gloss, Read, ReadLine, Response, fold};
use course::rng::Rng;
use course::text::{Span, Text};

pub(super) fn compile(compiler: &mut Compiler<'_>, source: &Source<'_>) -> Option<Read> {
    let answers = source.answers(compiler, "`- Lan: Hello! :: 你好！`")?;
    let lines = answers.iter().map(|answer| line(compiler, answer)).collect();
    let glosses = match &source.body.words {
        Some((words, place)) => {
            let pairs = split_all(words, ",").into_iter().flat_map(|pair| split_all(&pair, "，"));
            let mut glosses = Vec::new();
            for pair in pairs {
                match split_once(&pair, "=") {
                    Some((word, meaning)) => {
                        let word = fold(&compiler.words(&word));
                        glosses.push(Gloss { word, meaning: compiler.words(&meaning) });
                    }
                    None => {
                        let instead = "write `Words: hello = 你好, hi = 嗨`";
                        compiler.error(
                            "C01",
                            *place,
                            format!("`{}` has no meaning behind `=`", plain(&pair)),
                            instead,
                        );
                    }
                }
            }
            glosses
        }
        None => Vec::new(),
    };
    Some(Read { lang: lang(compiler, source), lines, glosses })
}

/// `Lan: Hello! :: 你好！`
fn line(compiler: &mut Compiler<'_>, answer: &Answer) -> ReadLine {
    if answer.mark.is_some() {
        compiler.error(
            "C01",
            answer.place,
            "a `read` is not marked",
            "write `- Lan: Hello! :: 你好！`",
        );
    }
    let split = split_once(&answer.head, ":").or_else(|| split_once(&answer.head, "："));
    let (speaker, words) = split.unwrap_or_else(|| (Vec::new(), answer.head.clone()));
    let gloss = answer.feedback.as_ref().map(|said| compiler.text(&said.text)).unwrap_or_default();
    ReadLine { speaker: compiler.words(&speaker), words: compiler.words(&words), gloss }
}

impl Facts for Read {
    fn words(&self) -> Vec<(Role, Text)> {
        let mut words = Vec::new();
        for line in &self.lines {
            let heard = vec![Span::Foreign(self.lang.clone(), line.words.clone())];
            words.extend([(Role::Listen, heard), (Role::Gloss, line.gloss.clone())]);
        }
        let meanings = self.glosses.iter().map(|gloss| vec![Span::Plain(gloss.meaning.clone())]);
        words.extend(meanings.map(|meaning| (Role::Gloss, meaning)));
        words
    }

    fn unmarked(&self) -> Option<Response> {
        Some(Response::Read)
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        Vec::new()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        Vec::new()
    }

    fn open(&self) -> bool {
        false
    }

    fn random(&self, _: &mut Rng) -> Response {
        Response::Read
    }

    fn seconds(&self) -> u32 {
        8 * self.lines.len() as u32
    }
}
