//! Reads along.

use crate::codec_struct;
use crate::text::Text;

/// Lines to read, each with its gloss; a tapped word is heard or its gloss shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// BCP 47 tag of the language that is read.
    pub lang: String,
    /// In reading order.
    pub lines: Vec<ReadLine>,
    /// What single words mean.
    pub glosses: Vec<Gloss>,
}

codec_struct!(Read { lang, lines, glosses });

/// One line of a dialogue or story.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadLine {
    /// Who speaks, or empty.
    pub speaker: String,
    /// What is read.
    pub words: String,
    /// What it means, in the learner's language.
    pub gloss: Text,
}

codec_struct!(ReadLine { speaker, words, gloss });

/// What a word means.
#[derive(Debug, Clone, PartialEq)]
pub struct Gloss {
    /// The word, folded.
    pub word: String,
    /// Its meaning in the learner's language.
    pub meaning: String,
}

codec_struct!(Gloss { word, meaning });
