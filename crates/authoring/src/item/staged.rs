//! Done on a stage that an engine brings: a file an engine below this one reads what its interactions ask for.

use super::{Facts, Marked, Source, feedback, small};
use crate::check::Fault;
use crate::compiler::Compiler;
use crate::inline::plain;
use crate::markdown::Fence;
use crate::texts::Role;
use course::codec::Bytes;
use course::item::{Engine, Feedback, Interaction, OTHER, Response, Staged, StagedKind};
use course::lesson::Lesson;
use course::rng::Rng;
use course::stage::{Staging, piece};
use course::text::Text;

mod drawing;
mod lab;
mod moving;
mod music;

pub(crate) use music::{key_of, metre_of};

/// What a piece is read from: attributes of the heading, the fenced block that is named as the interaction, points without
/// a mark, and those that are right.
pub(super) struct Script<'a, 'b, 'c> {
    pub compiler: &'a mut Compiler<'b>,
    pub source: &'a Source<'c>,
    pub fence: Option<&'a Fence>,
    marked: &'a Marked<'c>,
}

impl Script<'_, '_, '_> {
    /// Notes that the piece cannot be made of what is written.
    pub fn wrong(&mut self, what: impl Into<String>, instead: impl Into<String>) {
        let place = self.fence.map_or(self.source.body.heading(), |it| it.place);
        self.compiler.error("C01", place, what, instead);
    }
}

pub(super) fn compile(
    compiler: &mut Compiler<'_>,
    source: &Source<'_>,
    kind: StagedKind,
) -> Option<Staged> {
    let answers = source.body.answers.as_deref().unwrap_or_default();
    let marked = Marked::sort(compiler, answers);
    let fence = source.body.script.as_ref();
    let mut script = Script { compiler, source, fence, marked: &marked };
    let piece = match kind.engine() {
        Engine::Music => music::read(&mut script, kind),
        Engine::Drawing => drawing::read(&mut script, kind),
        Engine::Moving => moving::read(&mut script, kind),
        Engine::Lab => lab::read(&mut script, kind),
    }?;
    let mut said = Vec::new();
    for answer in &marked.wrong {
        let name = plain(&answer.head);
        match piece.faults().iter().zip(0..).find(|(it, _)| **it == name) {
            Some((_, fault)) => {
                said.extend(feedback(compiler, answer).map(|it| (fault, it)));
            }
            None => {
                let known = piece.faults().join("`, `");
                let what = format!("`{name}` is no fault that a `{}` can have", kind.name());
                let instead = if known.is_empty() {
                    "leave it out: nothing is marked here".to_owned()
                } else {
                    format!("write one of `{known}`, or `*`")
                };
                compiler.error("C01", answer.place, what, instead);
            }
        }
    }
    said.extend(marked.other.map(|it| (OTHER, it)));
    let is_marked = piece.solution(0).is_some();
    Some(Staged { kind, marked: is_marked, piece: piece.bytes(), said })
}

/// The engines that a lesson needs, a bit each.
pub(crate) fn engines(lesson: &Lesson) -> u8 {
    let items = crate::texts::written(lesson)
        .chain(lesson.generators.iter().flat_map(crate::texts::templates));
    items.fold(0, |engines, item| {
        if let Interaction::Staged(it) = &item.interaction {
            engines | 1 << it.kind.engine() as u8
        } else {
            engines
        }
    })
}

/// Whether a translation's stages differ in words alone from those of its base: the first item that does not.
pub(crate) fn unlike(base: &Lesson, translation: &Lesson) -> Option<String> {
    let pieces = |lesson: &Lesson| -> Vec<(String, Bytes)> {
        let items = crate::texts::written(lesson)
            .chain(lesson.generators.iter().flat_map(crate::texts::templates));
        items
            .filter_map(|item| Some((item.id.clone(), without_words(&item.interaction)?)))
            .collect()
    };
    let (base, translation) = (pieces(base), pieces(translation));
    let mut both = base.iter().zip(&translation);
    both.find(|(base, translation)| base.1 != translation.1).map(|(base, _)| base.0.clone())
}

fn without_words(interaction: &Interaction) -> Option<Bytes> {
    let Interaction::Staged(staged) = interaction else { return None };
    let mut piece = piece(staged)?;
    piece.words().into_iter().for_each(String::clear);
    Some(piece.bytes())
}

fn named(piece: &dyn Staging, fault: u8) -> String {
    piece.faults().get(usize::from(fault)).map_or("*".to_owned(), |it| (*it).to_owned())
}

/// Asked of an item that was just compiled: its bytes are a piece.
fn of(staged: &Staged) -> Box<dyn Staging> {
    piece(staged).expect("a compiled item has a piece")
}

impl Facts for Staged {
    fn words(&self) -> Vec<(Role, Text)> {
        let mut piece = of(self);
        piece.words().into_iter().map(|it| (Role::Option, crate::texts::plain(it))).collect()
    }

    fn unmarked(&self) -> Option<Response> {
        let made = || of(self).random(0, &mut Rng::new(0));
        (!self.marked).then(|| Response::Staged(self.kind, Bytes(made())))
    }

    fn foreseen(&self) -> Vec<(String, Response)> {
        let piece = of(self);
        let told = self.said.iter().filter(|(fault, _)| *fault != OTHER);
        told.filter_map(|(fault, _)| {
            let made = piece.showing(*fault, 0)?;
            Some((named(&*piece, *fault), Response::Staged(self.kind, Bytes(made))))
        })
        .collect()
    }

    fn feedback(&self) -> Vec<&Feedback> {
        self.said.iter().map(|(_, feedback)| feedback).collect()
    }

    fn open(&self) -> bool {
        let said = |fault| self.said.iter().any(|(it, _)| *it == fault);
        let piece = of(self);
        let unsaid = |fault: &u8| !said(*fault) && piece.showing(*fault, 0).is_some();
        let told = piece.closed() && !(0..small(piece.faults().len())).any(|it| unsaid(&it));
        self.marked && !said(OTHER) && !told
    }

    fn random(&self, rng: &mut Rng) -> Response {
        Response::Staged(self.kind, Bytes(of(self).random(0, rng)))
    }

    fn seconds(&self) -> u32 {
        of(self).seconds()
    }

    /// What is said to a fault that nobody can show here is never read.
    fn faults(&self) -> Vec<Fault> {
        let piece = of(self);
        let told = self.said.iter().filter(|(fault, _)| *fault != OTHER);
        told.filter(|(fault, _)| {
            let shown = piece.showing(*fault, 0).map(|made| piece.judge(&made).fault);
            shown != Some(*fault)
        })
        .map(|(fault, _)| {
            let what = format!("no response shows `{}` here", named(&*piece, *fault));
            Fault::error("C10", what, "leave this point out")
        })
        .collect()
    }
}
