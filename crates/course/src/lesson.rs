//! A lesson: nine parts of cards and items, in one language.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader};
use crate::generator::Generator;
use crate::item::Item;
use crate::picture::Picture;
use crate::text::{Block, Text};
use crate::{codec_enum, codec_struct};

/// One sitting, in one language; or its beginning, whose later parts have no slots.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// As `ma-03`.
    pub id: String,
    /// The course that it belongs to, as `ma`.
    pub course: String,
    /// BCP 47 tag of the language of instruction.
    pub locale: String,
    /// Its name.
    pub title: String,
    /// The youngest learners it is written for.
    pub band: Band,
    /// How long it takes.
    pub minutes: u8,
    /// What it teaches.
    pub skills: Vec<Skill>,
    /// Skills that should come first.
    pub needs: Vec<String>,
    /// What a learner can do afterwards, to be told at the end.
    pub can: Text,
    /// No subject reviewer has signed it yet.
    pub draft: bool,
    /// The nine parts, in order.
    pub parts: Vec<Part>,
    /// The rules that its slots draw from.
    pub generators: Vec<Generator>,
    /// The pictures that it shows, each once.
    pub pictures: Vec<Picture>,
    /// Readings of Chinese phrases and characters, the longest match counting: phrase, pinyin syllables.
    pub pinyin: Vec<(String, String)>,
}

codec_struct!(Lesson {
    id,
    course,
    locale,
    title,
    band,
    minutes,
    skills,
    needs,
    can,
    draft,
    parts,
    generators,
    pictures,
    pinyin,
});

/// The first fields of a [`Lesson`], in its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// As `ma-03`.
    pub id: String,
    /// The course that it belongs to, as `ma`.
    pub course: String,
    /// BCP 47 tag of the language of instruction.
    pub locale: String,
    /// Its name.
    pub title: String,
    /// The youngest learners it is written for.
    pub band: Band,
    /// How long it takes.
    pub minutes: u8,
    /// What it teaches.
    pub skills: Vec<Skill>,
    /// Skills that should come first.
    pub needs: Vec<String>,
    /// What a learner can do afterwards.
    pub can: Text,
}

codec_struct!(Head { id, course, locale, title, band, minutes, skills, needs, can });

impl Lesson {
    /// It is the beginning of a lesson: no part is empty where all of it is there.
    pub fn is_beginning(&self) -> bool {
        self.parts.iter().any(|part| part.slots.is_empty())
    }
}

/// Ages: A 6–8, B 8–10, C 10–12, D 12–15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// 6–8, not yet reading
    A,
    /// 8–10
    B,
    /// 10–12
    C,
    /// 12–15
    D,
}

codec_enum!(Band { 0 => A, 1 => B, 2 => C, 3 => D });

/// The smallest thing that is scheduled, tested and reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// As `ma.add20`.
    pub id: String,
    /// Given what, the learner does what, how well.
    pub objective: String,
}

codec_struct!(Skill { id, objective });

/// One of the nine parts of every lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Which part.
    pub kind: PartKind,
    /// How many of its slots a learner meets, drawn at random; all of them if `None`.
    pub draw: Option<u8>,
    /// Cards and items in order.
    pub slots: Vec<Slot>,
}

codec_struct!(Part { kind, draw, slots });

/// The parts that every lesson has, and the other occasions at which its items are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// Items from earlier lessons.
    Recall,
    /// A situation from a pupil's day.
    Hook,
    /// One idea a card.
    Teach,
    /// An example with every step.
    Worked,
    /// The same kind with steps missing.
    Faded,
    /// Practice on the new skill.
    Guided,
    /// Practice among things that are easily confused.
    Mixed,
    /// No hints, fresh items.
    Exit,
    /// A task away from the screen.
    Outside,
    /// No part of a lesson: a skill is met again when its day has come.
    Review,
    /// No part of a lesson: what a learner brings along is looked for.
    Placement,
}

codec_enum!(PartKind {
    0 => Recall, 1 => Hook, 2 => Teach, 3 => Worked, 4 => Faded, 5 => Guided, 6 => Mixed, 7 => Exit, 8 => Outside,
    9 => Review, 10 => Placement,
});

impl PartKind {
    /// The nine parts of a lesson in order, with their names in the source.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Recall, "Recall"),
        (Self::Hook, "Hook"),
        (Self::Teach, "Teach"),
        (Self::Worked, "Worked example"),
        (Self::Faded, "Faded example"),
        (Self::Guided, "Guided practice"),
        (Self::Mixed, "Mixed practice"),
        (Self::Exit, "Exit check"),
        (Self::Outside, "Take it outside"),
    ];
}

/// A place in a part.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// Something to read and look at.
    Card(Card),
    /// A pool of items of one family, of which some are met.
    Pool(Pool),
    /// Items drawn from a generator.
    Draw(Draw),
}

codec_enum!(Slot { 0 => Card(card), 1 => Pool(pool), 2 => Draw(draw) });

/// Something to read and look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its heading.
    pub title: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

codec_struct!(Card { title, blocks });

/// Items of one family.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    /// The author's name for it; the item's own for a single item.
    pub id: String,
    /// How many a learner meets.
    pub draw: u8,
    /// All there are.
    pub items: Vec<Item>,
}

/// The longest id of a pool, in bytes: each of its items repeats it.
const ID_MAX: usize = 99;

/// An item's id begins with its pool's: the rest is written.
impl Encode for Pool {
    fn encode(&self, out: &mut impl Out) {
        self.id.encode(out);
        self.draw.encode(out);
        let items = self.items.iter().map(|item| {
            let rest = item.id.strip_prefix(&self.id).unwrap_or(&item.id);
            Item { id: rest.to_owned(), ..item.clone() }
        });
        items.collect::<Vec<Item>>().encode(out);
    }
}

impl Decode for Pool {
    fn decode(input: &mut Reader<'_>) -> Self {
        let id = String::decode(input);
        if id.len() > ID_MAX {
            input.fail(DecodeError::Malformed);
        }
        let draw = Decode::decode(input);
        let mut items = Vec::<Item>::decode(input);
        for item in &mut items {
            item.id = [&*id, &*item.id].concat();
        }
        Self { id, draw, items }
    }
}

/// Items from a generator.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    /// The author's name for the place.
    pub id: String,
    /// The place of the generator in the lesson's list.
    pub generator: u16,
    /// 1 with picture, 2 bare, 3 story.
    pub level: u8,
    /// How many a learner meets.
    pub draw: u8,
}

codec_struct!(Draw { id, generator, level, draw });
