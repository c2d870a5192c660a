//! Builds a word or a sentence from tiles.

use super::text::fold;
use super::{Feedback, Verdict};
use crate::codec_struct;

/// Tiles of which some build the answer and one to three are spare.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    /// BCP 47 tag of the language to be built.
    pub lang: String,
    /// The answer's tiles in order, then the spare ones.
    pub tiles: Vec<String>,
    /// How many of them build the answer.
    pub length: u8,
    /// Words are set apart by a space, letters are not.
    pub spaced: bool,
    /// Other accepted texts.
    pub also: Vec<String>,
    /// Foreseen wrong texts.
    pub wrong: Vec<(String, Feedback)>,
    /// What is said to any other wrong text.
    pub other: Option<Feedback>,
}

codec_struct!(Tiles { lang, tiles, length, spaced, also, wrong, other });

impl Tiles {
    /// The text that `tiles` build, or `None` if one is used twice or does not exist.
    pub fn build(&self, tiles: &[u8]) -> Option<String> {
        let repeated = tiles.iter().enumerate().any(|(at, tile)| tiles[..at].contains(tile));
        if repeated {
            return None;
        }
        let words: Option<Vec<&str>> = tiles
            .iter()
            .map(|tile| self.tiles.get(usize::from(*tile)).map(String::as_str))
            .collect();
        Some(words?.join(if self.spaced { " " } else { "" }))
    }

    pub(super) fn judge(&self, tiles: &[u8]) -> Verdict<'_> {
        let built = match self.build(tiles) {
            Some(text) if !text.is_empty() => fold(&text),
            Some(_) | None => return Verdict::UNREADABLE,
        };
        let key: Vec<u8> = (0..self.length).collect();
        // Compared as text: two tiles with the same letter are each other's equal.
        if self.build(&key).is_some_and(|key| fold(&key) == built)
            || self.also.iter().any(|also| fold(also) == built)
        {
            return Verdict::RIGHT;
        }
        let foreseen = self.wrong.iter().find(|(wrong, _)| fold(wrong) == built);
        Verdict::wrong(foreseen.map(|(_, feedback)| feedback).or(self.other.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Interaction;
    use crate::item::Response::{self, Typed};
    use crate::item::tests::judges;
    use crate::sample::tiles;

    #[test]
    fn scoring() {
        judges(
            &tiles(),
            &[
                ("the key", Response::Tiles(vec![0, 1, 2]), Some(1000), ""),
                (
                    "with the other tile of the same word",
                    Response::Tiles(vec![0, 4, 2]),
                    Some(1000),
                    "",
                ),
                ("another accepted text", Response::Tiles(vec![2, 1, 0]), Some(1000), ""),
                ("foreseen", Response::Tiles(vec![0, 3, 2]), Some(0), "x.is"),
                ("too few", Response::Tiles(vec![0, 1]), Some(0), "x.other"),
                ("a spare one too many", Response::Tiles(vec![0, 1, 2, 3]), Some(0), "x.other"),
                ("none", Response::Tiles(Vec::new()), None, ""),
                ("a tile twice", Response::Tiles(vec![0, 1, 1]), None, ""),
                ("a tile that is not there", Response::Tiles(vec![0, 1, 5]), None, ""),
                ("typed", Typed("I am Lan".to_owned()), None, ""),
            ],
        );
    }

    #[test]
    fn letters_stand_close() {
        let letters = Tiles {
            lang: "en".to_owned(),
            tiles: ["g", "g", "e", "o"].map(str::to_owned).into(),
            length: 3,
            spaced: false,
            also: Vec::new(),
            wrong: Vec::new(),
            other: None,
        };
        assert_eq!(letters.build(&[2, 0, 1]), Some("egg".to_owned()));
        judges(
            &Interaction::Tiles(letters),
            &[("gge", Response::Tiles(vec![1, 0, 2]), Some(1000), "")],
        );
    }
}
