//! Turns what is written into what is met: text, pictures, figures and numbers, in one language.

use crate::diagnostic::{Diagnostics, Place};
use crate::inline::{Image, Inline, plain};
use crate::shared::Shared;
use course::expr::{Expr, Op};
use course::figure::{Figure, FigureKind};
use course::generator::Number;
use course::text::{Block, Math, Speech, Text};

mod bound;
mod foreign;
mod spans;

/// What the pieces of one item need to be compiled.
pub(crate) struct Compiler<'a> {
    /// The language of instruction.
    pub locale: &'a str,
    /// The language that the course teaches.
    pub target: Option<&'a str>,
    /// Lists and pictures of the whole library.
    pub shared: &'a Shared,
    /// The parameters of the generator that is being compiled.
    pub scope: Option<&'a Scope>,
    /// Names of the pictures met so far; a picture's number is its place here.
    pub pictures: Vec<String>,
    /// Mistakes go here.
    pub diagnostics: &'a mut Diagnostics,
}

/// The parameters that expressions may name.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Scope {
    /// In the order in which they are drawn.
    pub names: Vec<String>,
    /// Whether each draws a word of a list.
    pub draws_word: Vec<bool>,
}

impl Compiler<'_> {
    /// Notes an error.
    pub fn error(
        &mut self,
        code: &'static str,
        place: Place,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        self.diagnostics.error(code, place, what, instead);
    }

    /// The language of what the learner reads or writes in the language that is taught.
    pub fn target(&self) -> &str {
        self.target.unwrap_or(self.locale)
    }

    /// Words with their placeholders.
    pub fn text(&mut self, text: &[Inline]) -> Text {
        let mut text = spans::spans(self, text);
        bound::bind(&mut text);
        text
    }

    /// Words that stay words: no placeholder, no formula.
    pub fn words(&mut self, text: &[Inline]) -> String {
        let compiled = self.text(text);
        if self.scope.is_some() && compiled.iter().any(is_drawn) {
            let place = crate::inline::place(text).unwrap_or(Place { file: 0, start: 0, end: 0 });
            self.error(
                "C01",
                place,
                "nothing can be drawn here",
                "write fixed words, or use a figure",
            );
        }
        plain(text)
    }

    /// The blocks of a prompt or a card: paragraphs of text, and paragraphs of pictures.
    pub fn blocks(&mut self, paragraphs: &[(Vec<Inline>, Place)]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (content, _) in paragraphs {
            match images(content) {
                Some(images) => {
                    blocks.extend(images.into_iter().filter_map(|image| self.image(image)))
                }
                None => blocks.push(Block::Paragraph(self.text(content))),
            }
        }
        blocks
    }

    /// A card of a list: words or one picture.
    pub fn card(&mut self, content: &[Inline]) -> Block {
        if let Some([image]) = images(content).as_deref()
            && let Some(block) = self.image(image)
        {
            return block;
        }
        Block::Paragraph(self.text(content))
    }

    /// A picture, a figure or words to listen to.
    pub fn image(&mut self, image: &Image) -> Option<Block> {
        if image.alt.is_empty() {
            let instead = "write between the square brackets what it shows, without the answer";
            self.error("C60", image.place, "this picture has no words", instead);
        }
        match image.target.split_once(':') {
            Some(("icon", name)) => {
                let picture = self.picture(name, image.target_place)?;
                Some(Block::Picture(picture, self.words(&image.alt)))
            }
            Some(("fig", figure)) => self.figure(figure, image).map(Block::Figure),
            Some(("say", lang)) if is_language(lang) => {
                let words = self.words(&image.alt);
                Some(Block::Listen(Speech { lang: lang.to_owned(), words }))
            }
            Some(_) | None => {
                let what = format!("`{}` is no picture", image.target);
                let instead = "write `icon:apple`, `fig:ten-frame,8,5` or `say:en`";
                self.error("C01", image.target_place, what, instead);
                None
            }
        }
    }

    fn picture(&mut self, name: &str, place: Place) -> Option<u16> {
        if !self.shared.pictures.contains_key(name) {
            let near = crate::shared::nearest(name, self.shared.pictures.keys());
            let instead = format!(
                "draw courses/pictures/{name}.svg, or write one that is there, as `{near}`"
            );
            self.error("C60", place, format!("there is no picture `{name}`"), instead);
            return None;
        }
        let at = self.pictures.iter().position(|known| known == name).unwrap_or_else(|| {
            self.pictures.push(name.to_owned());
            self.pictures.len() - 1
        });
        u16::try_from(at).ok()
    }

    /// `ten-frame,8,5,icon=apple`
    fn figure(&mut self, target: &str, image: &Image) -> Option<Figure> {
        let place = image.target_place.part("fig:".len(), image.target.len());
        let mut arguments = arguments(target).into_iter();
        let name = arguments.next().map_or("", |(name, _)| name);
        let Some((kind, _, least, most)) =
            FigureKind::ALL.into_iter().find(|(_, known, ..)| *known == name)
        else {
            let known: Vec<&str> = FigureKind::ALL.iter().map(|(_, name, ..)| *name).collect();
            self.error(
                "C01",
                place,
                format!("there is no figure `{name}`"),
                format!("write one of: {}", known.join(" ")),
            );
            return None;
        };
        let mut numbers = Vec::new();
        let mut picture = None;
        for (argument, start) in arguments {
            let place = place.part(start, start + argument.len());
            match argument.strip_prefix("icon=") {
                Some(name) => picture = self.picture(name, place),
                None => numbers.push(self.number(argument, place)?),
            }
        }
        if !(least..=most).contains(&numbers.len()) {
            let what =
                format!("`{name}` takes {least} to {most} numbers, here are {}", numbers.len());
            self.error("C01", place, what, "docs/SOURCE.md lists the figures and their numbers");
            return None;
        }
        let figure = Figure { kind, numbers, picture, alt: self.text(&image.alt) };
        let fixed = figure.numbers.iter().all(|number| matches!(number, Number::Fixed(_)));
        if fixed && figure.drawing().shapes.is_empty() {
            self.error(
                "C01",
                place,
                "these numbers cannot be drawn",
                "docs/SOURCE.md says which ones can",
            );
        }
        Some(figure)
    }

    /// A formula.
    pub fn math(&mut self, tex: &str, place: Place) -> Math {
        crate::math::compile(tex, self.locale).unwrap_or_else(|what| {
            self.error("C64", place, what, "write TeX as `\\frac{3}{4}`");
            Math { spoken: tex.to_owned(), nodes: Vec::new() }
        })
    }

    /// An expression over the parameters in scope.
    pub fn expr(&mut self, text: &str, place: Place) -> Option<Expr> {
        let names: Vec<&str> =
            self.scope.iter().flat_map(|it| it.names.iter().map(String::as_str)).collect();
        match crate::infix::compile(text, &names) {
            Ok(code) => Some(code),
            Err(fault) => {
                self.error("C01", place.part(fault.start, fault.end), fault.what, fault.instead);
                None
            }
        }
    }

    /// `13`, `-1.5`, or in a generator `a + b` with or without braces.
    pub fn number(&mut self, text: &str, place: Place) -> Option<Number> {
        let blank = text.len() - text.trim_start().len();
        let inner = text.trim();
        let (inner, start) = match inner.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
            Some(inner) => (inner, blank + 1),
            None => (inner, blank),
        };
        let code = self.expr(inner, place.part(start, start + inner.len()))?;
        Some(number(code))
    }
}

/// `code` as a number: fixed where it can be.
pub(crate) fn number(code: Expr) -> Number {
    match code[..] {
        [Op::Constant(value)] => Number::Fixed(value),
        _ => Number::Computed(code),
    }
}

/// The pictures of a paragraph that holds nothing else.
pub(crate) fn images(content: &[Inline]) -> Option<Vec<&Image>> {
    let mut images = Vec::new();
    for inline in content {
        match inline {
            Inline::Image(image) => images.push(image),
            Inline::Text(words, _) if words.trim().is_empty() => {}
            Inline::Text(..)
            | Inline::Strong(_)
            | Inline::Emphasis(_)
            | Inline::Math(..)
            | Inline::Code(..) => {
                return None;
            }
        }
    }
    (!images.is_empty()).then_some(images)
}

/// Pieces between commas that stand outside of brackets, with their first bytes.
fn arguments(text: &str) -> Vec<(&str, usize)> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                pieces.push((&text[start..at], start));
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push((&text[start..], start));
    pieces
}

fn is_drawn(span: &course::text::Span) -> bool {
    use course::text::Span;
    match span {
        Span::Value(_) | Span::Word(..) | Span::Count(..) => true,
        Span::Strong(inner) | Span::Emphasis(inner) => inner.iter().any(is_drawn),
        Span::Plain(_) | Span::Foreign(..) | Span::Math(_) | Span::Gap => false,
    }
}

/// `en`, `zh-Hans`
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
