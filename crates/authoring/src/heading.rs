//! What the heading of an item, a family, a draw or a generator says.

use crate::diagnostic::{Diagnostics, Place};
use crate::item::Kind;
use crate::markdown::Heading;
use std::cell::Cell;

/// `ma-03.e1 choice ma.add20 draw=2` and its relatives.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub id: String,
    /// Of the id.
    pub place: Place,
    pub interaction: Option<Kind>,
    pub skills: Vec<String>,
    /// Behind `=`: the generator that is drawn from.
    pub generator: Option<(String, Place)>,
    pub attributes: Attributes,
    /// What stands behind the id, as written.
    pub rest: String,
    /// Of the whole heading.
    pub whole: Place,
}

/// The `key=value` words of a heading.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attributes(Vec<Attribute>);

/// One of them; `fixed` alone is one without value.
#[derive(Debug, Clone)]
pub(crate) struct Attribute {
    pub key: String,
    pub value: String,
    /// Of the whole word.
    pub place: Place,
    used: Cell<bool>,
}

impl Attribute {
    /// Of the value.
    pub fn value_place(&self) -> Place {
        Place { start: self.place.end - self.value.len(), ..self.place }
    }
}

impl Attributes {
    /// The attribute with this key.
    pub fn get(&self, key: &str) -> Option<&Attribute> {
        let found = self.0.iter().find(|attribute| attribute.key == key)?;
        found.used.set(true);
        Some(found)
    }

    /// Whether there is one with this key.
    pub fn has(&self, key: &str) -> bool {
        self.0.iter().any(|attribute| attribute.key == key)
    }

    /// The value of this key as a small whole number.
    pub fn whole(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<u8> {
        let attribute = self.get(key)?;
        let value = attribute.value.parse().ok().filter(|value| *value > 0);
        if value.is_none() {
            let what = format!("`{}` is no whole number from 1 to 255", attribute.value);
            diagnostics.error("C01", attribute.value_place(), what, format!("write as `{key}=2`"));
        }
        value
    }

    /// Those of `self`, and of `shared` what `self` does not say again.
    pub fn over(&self, shared: &Self) -> Self {
        let inherited =
            shared.0.iter().filter(|other| !self.0.iter().any(|own| own.key == other.key));
        Self(self.0.iter().chain(inherited).cloned().collect())
    }

    /// Refuses what nothing asked for.
    pub fn finish(&self, diagnostics: &mut Diagnostics) {
        for attribute in self.0.iter().filter(|attribute| !attribute.used.get()) {
            let what = format!("`{}` means nothing to this interaction", attribute.key);
            diagnostics.error(
                "C01",
                attribute.place,
                what,
                "leave it out; docs/SOURCE.md lists what each one takes",
            );
        }
    }
}

/// Words of `text` with their places in it.
pub(crate) fn words(text: &str, place: Place) -> impl Iterator<Item = (&str, Place)> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - base;
        (word, place.part(start, start + word.len()))
    })
}

/// Reads a heading whose first word is an id.
pub(crate) fn read(heading: &Heading, diagnostics: &mut Diagnostics) -> Option<Named> {
    let mut words = words(&heading.words, heading.place);
    let (id, place) = words.next()?;
    let mut named = Named {
        id: id.to_owned(),
        place,
        interaction: None,
        skills: Vec::new(),
        generator: None,
        attributes: Attributes::default(),
        rest: heading.words[id.len()..].trim().to_owned(),
        whole: heading.place,
    };
    let mut draws = false;
    for (word, place) in words {
        if word == "=" {
            draws = true;
        } else if draws && named.generator.is_none() {
            named.generator = Some((word.to_owned(), place));
        } else {
            named.word(word, place, diagnostics);
        }
    }
    Some(named)
}

/// Reads what stands behind `### Level 2`.
pub(crate) fn level_words(
    text: &str,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> (Option<Kind>, Attributes) {
    let (id, rest) = (String::new(), String::new());
    let attributes = Attributes::default();
    let mut named = Named {
        id,
        place,
        interaction: None,
        skills: Vec::new(),
        generator: None,
        attributes,
        rest,
        whole: place,
    };
    for (word, place) in words(text, place) {
        named.word(word, place, diagnostics);
    }
    (named.interaction, named.attributes)
}

impl Named {
    fn word(&mut self, word: &str, place: Place, diagnostics: &mut Diagnostics) {
        if let Some((key, value)) = word.split_once('=') {
            self.attribute(key, value, place);
        } else if word == "fixed" {
            self.attribute(word, "", place);
        } else if let Some(kind) = Kind::from_name(word) {
            if self.interaction.is_some() {
                diagnostics.error(
                    "C01",
                    place,
                    "this item has an interaction already",
                    "keep one of them",
                );
            }
            self.interaction = Some(kind);
        } else if is_skill(word) {
            self.skills.push(word.to_owned());
        } else {
            let what = format!("`{word}` is no interaction, skill or attribute");
            let names: Vec<&str> = Kind::ALL.iter().map(|(_, name, _)| *name).collect();
            let instead = format!(
                "write an interaction ({}), a skill as `ma.add20`, or `key=value`",
                names.join(" ")
            );
            diagnostics.error("C01", place, what, instead);
        }
    }

    fn attribute(&mut self, key: &str, value: &str, place: Place) {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.attributes.0.push(Attribute { key, value, place, used: Cell::new(false) });
    }
}

/// `ma.add20`, `en.g.article`: small letters and digits, with dots between.
pub(crate) fn is_skill(word: &str) -> bool {
    let mut parts = word.split('.');
    let course = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    is_course(course) && !rest.is_empty() && rest.iter().all(|part| is_name(part))
}

/// `ma`, `lab`
pub(crate) fn is_course(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// `ma-03`
pub(crate) fn is_lesson(word: &str) -> bool {
    word.split_once('-').is_some_and(|(course, number)| {
        is_course(course) && number.len() >= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `e1`, `add20`, `ten_lost`, `good-morning`
pub(crate) fn is_name(word: &str) -> bool {
    !word.is_empty()
        && word.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-')
        })
}

/// `x.off1`, `y.nobe`
pub(crate) fn is_misconception(word: &str) -> bool {
    word.strip_prefix("x.").or(word.strip_prefix("y.")).is_some_and(is_name)
}

/// `g.add10`
pub(crate) fn is_generator(word: &str) -> bool {
    word.strip_prefix("g.").is_some_and(|rest| rest.split('.').all(is_name))
}

/// Whether a heading's first word means an item, not a card's title: `ma-03.e1`.
pub(crate) fn is_item(word: &str) -> bool {
    word.split_once('.').is_some_and(|(lesson, _)| {
        lesson.split_once('-').is_some_and(|(course, number)| {
            is_course(course) && number.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}
